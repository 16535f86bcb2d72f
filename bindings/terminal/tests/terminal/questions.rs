//! Questions answered at a pseudo terminal.

use std::process::Command;

use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};

use crate::home::{Home, PASSPHRASE};

/// Longer than a key derivation takes on a busy machine.
const PATIENCE_MS: u64 = 60_000;
const ENTER: &str = "\r";
const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";

/// A person at a terminal of eighty columns.
struct Person(PtySession);

impl Person {
    fn at(mut command: Command) -> Self {
        let words: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
        let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
        let program = command.get_program().to_string_lossy();
        let line =
            format!("stty cols 80 rows 30; '{program}' {}; echo ended with $?.", quoted.join(" "));
        command = Command::new("sh");
        command.args(["-c", &line]).env("TERM", "xterm").env("NO_COLOR", "1").env("LC_ALL", "C");
        let options = Options::new().timeout_ms(Some(PATIENCE_MS)).strip_ansi_escape_codes(true);
        Self(spawn_with_options(command, options).expect("a pseudo terminal"))
    }

    /// Waits for the words, then types.
    fn answers(&mut self, question: &str, typed: &str) -> &mut Self {
        self.hears(question);
        // A prompt reads keys once it is drawn to its end; what comes before may be lost.
        std::thread::sleep(std::time::Duration::from_millis(150));
        self.0.send(typed).expect("the terminal takes it");
        self.0.flush().expect("the terminal takes it");
        self
    }

    fn hears(&mut self, words: &str) -> &mut Self {
        let heard = self.0.exp_string(words);
        heard.unwrap_or_else(|error| panic!("waiting for '{words}': {error}"));
        self
    }

    fn presses_ctrl_c(&mut self, at: &str) -> &mut Self {
        self.answers(at, "\u{3}")
    }

    /// The program ends with this exit code.
    fn leaves(&mut self, code: i32) {
        self.hears(&format!("ended with {code}."));
    }
}

fn line(text: &str) -> String {
    format!("{text}{ENTER}")
}

/// Step 1, up to the question how to go on.
fn first_step(person: &mut Person) {
    person
        .answers("What would you like to be called?", &line("Sam"))
        .answers("In which country", &line("Belg"))
        .answers("What is it about for you?", " \r")
        .answers("At what time does a new day begin", ENTER)
        .answers("How many weeks", ENTER)
        .hears("Saved.")
        .answers("Do you also use something from this list?", " \r")
        .hears("It can be dangerous.");
}

#[test]
fn the_intake_stops_after_any_step_and_goes_on_there() {
    let home = Home::empty();
    let mut person = Person::at(home.command(&["start"]));
    person.hears("Welcome to Koers.");
    first_step(&mut person);
    // "Go on later" is the third of three.
    person.answers("How would you like to go on?", &format!("{DOWN}{DOWN}{ENTER}"));
    person.hears("Go on whenever you like.");
    person.leaves(0);

    let mut person = Person::at(home.command(&["start"]));
    person
        .hears("Step 2 of 5")
        .answers("What do you count in?", ENTER)
        .answers("How did you use in the seven days", ENTER)
        .answers("on Monday 23 February", &line("lots"))
        .hears("Week before you started: this is not a number.");
    // Ctrl-C loses nothing that was confirmed, and is no error.
    person.presses_ctrl_c("on Monday 23 February").hears("Stopped.");
    person.leaves(130);

    let mut person = Person::at(home.command(&["start"]));
    person
        .hears("Step 2 of 5")
        .answers("What do you count in?", ENTER)
        .answers("How did you use in the seven days", &format!("{DOWN}{ENTER}"))
        .answers("About how much was it each day?", &line("2,5"))
        .answers("Was that a usual week", &line("yes"))
        .answers("Do you sometimes count in something else", &format!("{DOWN}{ENTER}"))
        .answers("Is 1 joint about 0.25 grams", &line("y"))
        .answers("How would you like to go on?", ENTER);
    decides(&mut person);
    person.answers("How would you like to go on?", ENTER);
    sets_a_goal(&mut person);
    person.answers("How would you like to go on?", ENTER);
    agrees(&mut person);
    person.hears("Your course is set, Sam.");
    person.leaves(0);

    let goal = home.works(&["goal"]);
    assert!(goal.contains("6 joints a week at most") && goal.contains("Step by step"), "{goal}");
    let situations = home.asks(&["situations"]);
    assert_eq!(situations["places"][0]["own_rating"], 8);
    let reminders = home.works(&["reminders"]);
    assert!(reminders.contains("21:15"), "{reminders}");
    let mut again = Person::at(home.command(&["start"]));
    again.hears("Your course is set, Sam.");
    again.leaves(0);
}

fn decides(person: &mut Person) {
    person
        .hears("Step 3 of 5")
        .answers("What does using give you?", " \r")
        .answers("What does using cost you?", ENTER)
        .answers("What can changing give you?", " \r")
        .answers("What makes changing hard?", ENTER)
        .answers("What do you want now?", ENTER)
        .answers("Which reason weighs most", ENTER)
        .answers("How important is changing to you", &line("12"))
        .hears("Importance: choose a number from 0 to 10. It said 12.")
        .answers("How important is changing to you", &line("8"))
        .answers("How confident are you", &line("6"))
        .answers("Why not a number lower than 6?", &line("It worked once."));
}

fn sets_a_goal(person: &mut Person) {
    person
        .hears("Step 4 of 5")
        .answers("What is your goal?", &format!("{DOWN}{ENTER}"))
        .answers("What do you count in?", ENTER)
        .answers("How much a week at most?", &line("6"))
        .answers("How much a day at most?", ENTER)
        .answers("On which days is it allowed?", ENTER)
        .answers("Right away, or step by step?", &format!("{DOWN}{ENTER}"))
        .answers("On which day does your week begin?", ENTER)
        .answers("How much would you like at most in the coming seven", &line("12"));
}

fn agrees(person: &mut Person) {
    person
        .hears("Step 5 of 5")
        .answers("Which agreement do you make with yourself?", " \r")
        .answers("Who, what and when?", &line("Tom, on Fridays"))
        .answers("When is it hard for you?", " \r")
        .answers("how strong is your craving there", &line("8"))
        .answers("May Koers remind you?", &format!("{DOWN}{ENTER}"))
        .answers("remind you of your daily note?", "21:15\r")
        .answers("yesterday, if it is still open?", ENTER)
        .answers("From what time would you like quiet?", ENTER)
        .answers("Until what time would you like quiet?", ENTER)
        .answers("How many reminders a day", ENTER)
        .answers("hear from yourself in three weeks?", ENTER);
}

#[test]
fn a_new_passphrase_is_typed_twice_the_same() {
    let home = Home::empty();
    let mut command = Command::new(crate::home::KOERS);
    command.args(["start", "--lang", "en", "--vault"]).arg(home.vault());
    let mut person = Person::at(command);
    person
        .answers("Choose a passphrase.", &line(PASSPHRASE))
        .answers("The same passphrase once more.", &line("something else"))
        .hears("Those two were not the same.");
    person.answers("Choose a passphrase.", &line(PASSPHRASE));
    person.answers("The same passphrase once more.", &line(PASSPHRASE));
    person.presses_ctrl_c("What would you like to be called?");
    person.leaves(130);
    assert!(home.vault().exists(), "and the next start goes on with it");
    let mut again = Person::at(home.command(&["start"]));
    again.hears("Step 1 of 5").presses_ctrl_c("What would you like to be called?");
    again.leaves(130);
}

#[test]
fn the_language_is_asked_first_and_holds_from_then_on() {
    let home = Home::empty();
    let mut person = Person::at(home.bare(&["start"]));
    // The computer of this test has no language: Dutch comes first.
    person.answers("In welke taal? / In which language?", &format!("{DOWN}{ENTER}"));
    person.presses_ctrl_c("What would you like to be called?").hears("Stopped.");
    person.leaves(130);
    let mut again = Person::at(home.bare(&["start"]));
    again.answers("In welke taal? / In which language?", ENTER);
    again.presses_ctrl_c("Hoe wil je genoemd worden?").hears("Gestopt.");
    again.leaves(130);
}

#[test]
fn an_entry_takes_five_questions_and_a_refused_answer_is_asked_again() {
    let home = Home::begun();
    let mut person = Person::at(home.command(&["log"]));
    person
        .answers("How strong was your craving", &line("14"))
        .hears("Choose a number from 0 to 10. It said 14.")
        .answers("How strong was your craving", &line("8"))
        .answers("What was there?", " \r")
        .answers("Did you use?", &format!("{DOWN}{ENTER}"))
        .answers("How much?", &line("200"))
        .hears("At most 50 at once.")
        .answers("How much?", &line("1,5"))
        .answers("What else was there?", &format!("lonely {ENTER}"))
        .answers("Would you like to add a note?", &line("Rain."))
        .hears("Noted: craving 8 out of 10.");
    person.leaves(0);
    let entry = home.newest();
    assert_eq!((&entry["craving"], &entry["used"]), (&8.into(), &true.into()));
    let said = entry["lines"].to_string();
    for word in ["stressed", "1.5 joints", "lonely", "Rain."] {
        assert!(said.contains(word), "{word} in {said}");
    }

    // The same questions about what is there; Esc leaves each as it is.
    let id = entry["short_id"].as_str().expect("every entry has one");
    let mut person = Person::at(home.command(&["edit", id]));
    person
        .answers("How strong was your craving", "\u{7f}5\r")
        .answers("What was there?", ESC)
        .answers("Did you use?", ESC)
        .answers("What else was there?", ESC)
        .answers("Would you like to add a note?", ESC)
        .hears("Changed.");
    person.leaves(0);
    let changed = home.newest();
    assert_eq!(changed["craving"], 5);
    assert!(changed["lines"].to_string().contains("1.5 joints"));
}

#[test]
fn ctrl_c_in_an_entry_records_nothing_and_a_plan_is_made_by_its_own_questions() {
    let home = Home::begun();
    let mut person = Person::at(home.command(&["log"]));
    person.answers("How strong was your craving", &line("8"));
    person.presses_ctrl_c("What was there?").hears("Stopped.");
    person.leaves(130);
    assert_eq!(home.asks(&["diary"])["total"], 0);

    let mut person = Person::at(home.command(&["plan", "1", "--edit"]));
    person
        .answers("What do you notice first", &line("I get quiet; I look at my phone"))
        .answers("Can I avoid it?", ENTER)
        .answers("How do I avoid it?", ENTER)
        .answers("What do you do beforehand", ENTER)
        .answers("Three things in order", &line("If it comes, then I call Noor"))
        .answers("What do you treat yourself to", ENTER)
        .answers("Which sentence helps you", ENTER)
        .answers("Whom may you call or text?", &line("Noor"))
        .answers("With which sentence do you leave", ENTER)
        .answers("What can play the same role", ENTER)
        .answers("Confidence that this works out", &line("7"))
        .hears("is saved.");
    person.leaves(0);
    let plan = home.works(&["plan", "1"]);
    for line in ["I look at my phone", "then I call Noor", "7/10"] {
        assert!(plan.contains(line), "{line} in {plan}");
    }
}

/// The recovery code as it stands on the screen.
fn shown_code(person: &mut Person) -> String {
    let code = person.0.exp_regex("([0-9A-Z]{5}-){6}[0-9A-Z]{5}");
    code.expect("a recovery code is shown").1
}

#[test]
fn a_rekey_has_its_code_typed_and_then_the_old_passphrase_opens_nothing() {
    let home = Home::begun();
    std::fs::write(home.path("new"), "other quiet words\n").expect("ours");
    let new = home.path("new").to_string_lossy().into_owned();
    let mut person = Person::at(home.command(&["rekey", "--new-passphrase-file", &new]));
    person.hears("Koers puts everything in your vault under a new key.");
    let code = shown_code(&mut person);
    let slip = format!("{}{}", if code.starts_with('0') { '1' } else { '0' }, &code[1..]);
    person.answers("Type the code", &line(&slip)).hears("There is a slip in group 1");
    person.answers("Type the code", &line(&code.to_lowercase().replace('-', "")));
    person.hears("Your vault has a new key.").leaves(0);
    assert_eq!(home.run(&["today"]).code, Some(1), "the old passphrase");
    std::fs::copy(home.path("new"), home.path("secret")).expect("ours");
    home.works(&["today"]);
}

#[test]
fn a_rekey_that_is_stopped_changes_nothing() {
    let home = Home::begun();
    let before = std::fs::read(home.vault()).expect("ours");
    let mut person = Person::at(home.command(&["rekey"]));
    person.answers("Would you like another passphrase too?", ENTER);
    shown_code(&mut person);
    person.answers("Type the code", ESC).hears("Nothing was changed.").leaves(0);
    assert_eq!(std::fs::read(home.vault()).expect("ours"), before);
}

#[test]
fn a_weak_passphrase_gets_advice_and_is_taken() {
    let home = Home::empty();
    std::fs::write(home.path("secret"), "geheim1").expect("ours");
    let mut person = Person::at(home.command(&["start"]));
    person.hears("Someone who tries would guess this right away.");
    person.hears("Koers takes any passphrase.").hears("Welcome to Koers.");
    person.presses_ctrl_c("What would you like to be called?").leaves(130);
}

/// It would hold what was unlocked.
#[test]
#[cfg(target_os = "linux")]
fn no_image_of_the_program_is_kept_when_it_crashes() {
    let home = Home::begun();
    let mut person = Person::at(home.command(&["rekey"]));
    person.hears("Would you like another passphrase too?");
    let vault = home.vault().to_string_lossy().into_owned();
    let is_ours = |folder: &std::path::Path| {
        let line = std::fs::read(folder.join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).into_owned();
        line.starts_with(crate::home::KOERS) && line.contains(&vault)
    };
    let processes = std::fs::read_dir("/proc").expect("Linux").flatten().map(|one| one.path());
    let ours: Vec<_> = processes.filter(|folder| is_ours(folder)).collect();
    let [ours] = ours.as_slice() else { panic!("one process, found {ours:?}") };
    let limits = std::fs::read_to_string(ours.join("limits")).expect("for everybody to read");
    let core = limits.lines().find(|line| line.starts_with("Max core file size"));
    let words: Vec<&str> = core.expect("a limit").split_whitespace().collect();
    assert_eq!(words[4..6], ["0", "0"], "{limits}");
    person.presses_ctrl_c("(no)").leaves(130);
}
