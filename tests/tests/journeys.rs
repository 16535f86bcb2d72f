//! Every journey gives in Rust what its file says, field by field.

use koers_tests::journeys::{Journey, Step, all, check};

#[test]
fn every_journey_gives_what_its_file_says() {
    let files = all().expect("the folder of journeys");
    assert!(files.len() >= 3, "journeys are there");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let journey: Journey = serde_json::from_str(&text).expect("a journey");
        assert_eq!(check(&journey), [], "{}", file.display());
    }
}

fn named(name: &str) -> Journey {
    let files = all().expect("the folder of journeys");
    let file = files.iter().find(|file| file.file_stem().is_some_and(|stem| stem == name));
    let text = std::fs::read_to_string(file.expect("it is there")).expect("a readable file");
    serde_json::from_str(&text).expect("a journey")
}

/// What a call last gave on a vault.
fn last_given<'a>(journey: &'a Journey, on: Option<&str>, call: &str) -> &'a serde_json::Value {
    let asked = |step: &&Step| step.on.as_deref() == on && step.call == call;
    let step = journey.steps.iter().filter(asked).rfind(|step| step.gives.is_some());
    step.and_then(|step| step.gives.as_ref()).expect("a step that gives something")
}

/// The files say what each step gives; that two devices say the same is said here, once for every
/// language.
#[test]
fn bey02_a_merged_tablet_and_the_phone_after_a_lost_one_say_what_the_first_said() {
    let merged = named("merge");
    for call in ["diary", "situations", "conflicts"] {
        let (here, there) =
            (last_given(&merged, None, call), last_given(&merged, Some("tablet"), call));
        assert_eq!(here, there, "{call}");
    }
    let lost = named("a-lost-phone");
    for call in ["situations", "goal", "results", "intake"] {
        let (old, new) =
            (last_given(&lost, None, call), last_given(&lost, Some("new-phone"), call));
        assert_eq!(old, new, "{call}");
    }
}

#[test]
fn a_renamed_field_a_missing_field_and_another_value_are_found() {
    let whole = named("across-the-date-line");
    let nth = whole.steps.iter().position(|step| step.call == "today").expect("a step with today");
    let changed = |change: &dyn Fn(&mut serde_json::Map<String, serde_json::Value>)| {
        let mut journey = whole.clone();
        journey.steps.truncate(nth + 1);
        let view = journey.steps[nth].gives.as_mut().and_then(|gives| gives.as_object_mut());
        change(view.expect("today gives a view"));
        let differences = check(&journey);
        differences.into_iter().map(|one| one.at).collect::<Vec<_>>()
    };
    let step = format!("{} today", nth + 1);
    let renamed = changed(&|view| {
        let title = view.remove("title").expect("a title");
        view.insert("heading".to_owned(), title);
    });
    assert_eq!(renamed, [format!("{step}.heading"), format!("{step}.title")]);
    let missing = changed(&|view| drop(view.remove("empty").expect("empty, none or some")));
    assert_eq!(missing, [format!("{step}.empty")]);
    let other = changed(&|view| drop(view.insert("title".to_owned(), "another".into())));
    assert_eq!(other, [format!("{step}.title")]);
}
