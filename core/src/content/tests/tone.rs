//! The gold samples of how Koers sounds, byte for byte.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::*;

struct Row {
    id: &'static str,
    args: fn(Lang) -> Args,
    nl: &'static str,
    en: &'static str,
}

fn joints(n: i64, lang: Lang) -> String {
    Content::shipped().amount(Amount::whole(n), &Code::from("cannabis:unit.joint"), lang)
}

fn none(_: Lang) -> Args {
    Args::new()
}

fn hold(rows: &[Row]) {
    let content = Content::shipped();
    for row in rows {
        for (lang, expected) in [(Lang::Nl, row.nl), (Lang::En, row.en)] {
            let said = content.try_text(row.id, lang, &(row.args)(lang));
            assert_eq!(said.as_deref(), Ok(expected), "{} in {lang}", row.id);
        }
    }
}

#[test]
fn explanations_sound_like_the_samples() {
    hold(&[
        Row {
            id: "rank-own-logs",
            args: |_| Args::new().number("mean", 7.2, 1).count("entries", 9),
            nl: "Zin om te gebruiken: gemiddeld 7,2 op 10, in 9 notities.",
            en: "Average craving 7.2 out of 10, from 9 entries.",
        },
        Row {
            id: "rank-few-logs",
            args: |_| Args::new().count("entries", 2),
            nl: "Nog maar 2 notities. Daarom staat dit nog niet hoger.",
            en: "Only 2 entries so far, so this does not stand higher yet.",
        },
        Row {
            id: "rank-own-rating",
            args: none,
            nl: "Nog geen notities; hier telt vooral je eigen inschatting.",
            en: "No entries yet; here your own estimate counts most.",
        },
        Row {
            id: "rank-rare-strong",
            args: |_| Args::new().count("rating", 9),
            nl: "Komt weinig voor in je notities. Jij gaf dit een 9.",
            en: "Seldom in your entries. You gave it a 9.",
        },
        Row {
            id: "rank-hard-to-tell",
            args: |_| Args::new().label("other", &Code::from("base:co-use.alcohol")),
            nl: "Komt bijna altijd samen voor met ‘alcohol’. Je notities tonen niet welke van de \
                 twee met de zin samengaat.",
            en: "Nearly always together with ‘alcohol’. Your entries can't show which of the two \
                 goes with the craving.",
        },
        Row {
            id: "rank-automatic",
            args: |_| Args::new().count("used", 4).count("of", 5),
            nl: "Hier gebruikte je 4 van de laatste 5 keer, ook als de zin klein was.",
            en: "Here you used 4 of the last 5 times, even when craving was small.",
        },
        Row {
            id: "rank-suggestion",
            args: |_| {
                Args::new().label("situation", &Code::from("base:place.work")).count("times", 4)
            },
            nl: "‘Op het werk’ kwam 4 keer voor bij sterke zin. Wil je het in je lijst?",
            en: "‘At work’ came up 4 times with strong craving. Add it to your list?",
        },
    ]);
}

#[test]
fn verdicts_sound_like_the_samples() {
    hold(&[
        Row {
            id: "verdict-met",
            args: |lang| Args::new().text("amount", joints(3, lang)).count("limit", 4),
            nl: "Deze week bleef je binnen je grens: 3 joints, je grens was 4. Alle zeven dagen \
                 zijn ingevuld.",
            en: "This week you stayed within your limit: 3 joints, your limit was 4. All seven \
                 days are filled in.",
        },
        Row {
            id: "verdict-over-so-far",
            args: |lang| {
                Args::new().text("amount", joints(5, lang)).count("limit", 4).count("days", 4)
            },
            nl: "Je zit boven je grens voor deze week: 5 joints, je grens was 4. Er komen nog \
                 vier dagen. Wat wil je voor die dagen?",
            en: "You are over your limit for this week: 5 joints, your limit was 4. Four days to \
                 come. What would you like for those?",
        },
        Row {
            id: "verdict-not-met-plan",
            args: |lang| {
                let party = ["feestje bij vrienden", "party with friends"];
                Args::new()
                    .text("amount", joints(6, lang))
                    .count("limit", 4)
                    .weekdays("days", &[Weekday::Fri, Weekday::Sat])
                    .own("situation", party[usize::from(lang == Lang::En)])
            },
            nl: "Deze week: 6 joints, je grens was 4. Op vrijdag en zaterdag noteerde je het \
                 meest. Wil je je plan voor ‘feestje bij vrienden’ bekijken?",
            en: "This week: 6 joints, your limit was 4. Friday and Saturday had the most. Look \
                 at your plan for ‘party with friends’?",
        },
        Row {
            id: "verdict-step",
            args: |lang| {
                Args::new().text("amount", joints(18, lang)).count("step", 20).count("goal", 6)
            },
            nl: "Deze week 18 joints. Je stap was hoogstens 20. Je einddoel is 6.",
            en: "18 joints this week. Your step was 20 at most. Your end goal is 6.",
        },
        Row {
            id: "verdict-unknown",
            args: |_| {
                Args::new()
                    .count("without", 6)
                    .count("count", 1)
                    .weekdays("missing", &[Weekday::Wed])
            },
            nl: "6 dagen niet gebruikt. Woensdag is niet ingevuld. Weet je het nog?",
            en: "6 days without use. Wednesday is not filled in. Do you remember?",
        },
        Row {
            id: "without-headline",
            args: |_| {
                let since = NaiveDate::from_ymd_opt(2026, 3, 3).expect("a date");
                Args::new().count("days", 23).date("date", since).count("missing", 2)
            },
            nl: "23 dagen zonder sinds 3 maart, 2 niet ingevuld.",
            en: "23 days without since 3 March, 2 not filled in.",
        },
        Row {
            id: "lapse-after-use",
            args: |_| Args::new().count("days", 9),
            nl: "Je hebt gebruikt na 9 dagen zonder. Die 9 dagen blijven tellen. Ben je veilig? \
                 Wat heb je nu nodig?",
            en: "You used after 9 days without. Those 9 days still count. Are you safe? What do \
                 you need right now?",
        },
        Row {
            id: "change-absolute",
            args: |lang| Args::new().text("before", joints(14, lang)).count("after", 6),
            nl: "In de week voor je begon: 14 joints. Vorige week: 6.",
            en: "The week before you started: 14 joints. Last week: 6.",
        },
        Row {
            id: "day-early-closing",
            args: |_| Args::new().time("time", NaiveTime::from_hms_opt(20, 5, 0).expect("a time")),
            nl: "Gisteren om 20.05 uur had je niet gebruikt. Bleef dat zo?",
            en: "Yesterday at 20:05 you had not used. Did it stay that way?",
        },
        Row {
            id: "day-gaps",
            args: |_| Args::new().count("days", 10),
            nl: "Er zijn 10 dagen niet ingevuld. Dat mag.",
            en: "10 days are not filled in. That is fine.",
        },
    ]);
}

#[test]
fn reminders_and_errors_sound_like_the_samples() {
    hold(&[
        Row {
            id: "reminder-check-in",
            args: none,
            nl: "Tijd voor je dagnotitie",
            en: "Time for your daily note",
        },
        Row {
            id: "reminder-not-closed",
            args: none,
            nl: "Je notitie van gisteren is nog niet af",
            en: "Yesterday's note isn't finished yet",
        },
        Row {
            id: "reminder-new",
            args: none,
            nl: "Er staat iets nieuws klaar",
            en: "Something new is ready",
        },
        Row {
            id: "error-wrong-secret",
            args: none,
            nl: "Hiermee gaat het niet open. Probeer het nog eens, of kies een andere manier.",
            en: "This does not open it. Try once more, or choose another way.",
        },
        Row {
            id: "error-damaged",
            args: none,
            nl: "Een deel van dit bestand is beschadigd. Er is niets gewijzigd. Je kan redden wat \
                 leesbaar is.",
            en: "Part of this file is damaged. Nothing was changed. You can save what is readable.",
        },
        Row {
            id: "error-in-use",
            args: none,
            nl: "Koers is al ergens anders open. Sluit het daar en probeer opnieuw.",
            en: "Koers is already open somewhere else. Close it there and try again.",
        },
        Row {
            id: "error-storage-full",
            args: none,
            nl: "Je toestel is vol. Je notitie is nog niet bewaard. Maak wat ruimte en bewaar \
                 opnieuw.",
            en: "Your device is full. Your note is not saved yet. Make some room and save again.",
        },
        Row {
            id: "draft-craving-range",
            args: |_| Args::new().count("value", 14),
            nl: "Kies een getal van 0 tot 10. Er stond 14.",
            en: "Choose a number from 0 to 10. It said 14.",
        },
    ]);
}

#[test]
fn one_of_something_is_said_in_the_singular() {
    let content = Content::shipped();
    let say = |id, lang, args: Args| content.try_text(id, lang, &args).expect("it can be said");
    let one = |name| Args::new().count(name, 1);
    assert_eq!(
        say("rank-few-logs", Lang::Nl, one("entries")),
        "Nog maar 1 notitie. Daarom staat dit nog niet hoger."
    );
    assert_eq!(say("day-gaps", Lang::Nl, one("days")), "Er is 1 dag niet ingevuld. Dat mag.");
    assert_eq!(say("day-gaps", Lang::En, one("days")), "1 day is not filled in. That is fine.");
    let over = |lang| Args::new().text("amount", joints(1, lang)).count("limit", 0);
    assert_eq!(
        say("verdict-over-so-far", Lang::Nl, over(Lang::Nl).count("days", 1)),
        "Je zit boven je grens voor deze week: 1 joint, je grens was 0. Er komt nog één dag. Wat \
         wil je voor die dag?"
    );
    assert_eq!(
        say("verdict-over-so-far", Lang::En, over(Lang::En).count("days", 0)),
        "You are over your limit for this week: 1 joint, your limit was 0. This is the last day. \
         What would you like for today?"
    );
    let missing = Args::new()
        .count("without", 5)
        .count("count", 2)
        .weekdays("missing", &[Weekday::Wed, Weekday::Fri]);
    assert_eq!(
        say("verdict-unknown", Lang::Nl, missing),
        "5 dagen niet gebruikt. Woensdag en vrijdag zijn niet ingevuld. Weet je het nog?"
    );
}
