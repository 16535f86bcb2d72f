//! Help now: one tap from anywhere, also without a vault.

use serde::Serialize;

use super::say;
use crate::app::{Koers, KoersError};
use crate::content::{Args, Content, HelpLine, Lang};
use crate::journey::draft::Desk;
use crate::journey::entity::{EmergencyPlan, Supporter};
use crate::journey::id;

/// What is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Choice {
    /// "I want to use."
    WantToUse,
    /// "I have used."
    HaveUsed,
    /// "Something is wrong, with me or someone else."
    SomethingWrong,
}

/// One of the three choices, with what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct HelpChoice {
    /// Which.
    pub choice: Choice,
    /// Its words.
    pub title: String,
    /// Minutes to wait first, where waiting helps.
    pub wait_minutes: Option<u8>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What to do after these, by heading: the person's own plan, while it can be read whole.
    pub parts: Vec<HelpPart>,
    /// Signs for which to call the emergency number.
    pub signs: Vec<String>,
}

/// A part of the person's own emergency plan (SHP-19).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct HelpPart {
    /// Its heading.
    pub title: String,
    /// Its lines, at least one.
    pub lines: Vec<String>,
}

/// A help line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct HelpLineView {
    /// Its name.
    pub name: String,
    /// The number to call.
    pub number: String,
    /// Its address on the web; may be empty.
    pub web: String,
    /// The date it was checked, in words.
    pub checked: String,
}

/// The whole screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct HelpNowView {
    /// The heading.
    pub title: String,
    /// The question above the choices.
    pub question: String,
    /// The three choices.
    pub choices: Vec<HelpChoice>,
    /// The person's own people, with how to reach them.
    pub own_people: Vec<String>,
    /// Whether "I have used" shows the person's own emergency plan.
    pub own_plan: bool,
    /// Help lines for the country.
    pub lines: Vec<HelpLineView>,
}

/// Steps and signs by number of their texts.
const WANT: [&str; 6] =
    ["help-want-1", "help-want-2", "help-want-3", "help-want-4", "help-want-5", "help-want-stay"];
const USED: [&str; 7] = [
    "help-used-safe",
    "help-used-1",
    "help-used-2",
    "help-used-3",
    "help-used-4",
    "help-used-5",
    "help-used-mixed",
];
const WRONG: [&str; 5] = [
    "help-wrong-call",
    "help-wrong-tell",
    "help-wrong-stay",
    "help-wrong-side",
    "help-wrong-heavy",
];
const SIGNS: [&str; 9] = [
    "help-flag-chest",
    "help-flag-breathing",
    "help-flag-unconscious",
    "help-flag-fit",
    "help-flag-hot",
    "help-flag-stroke",
    "help-flag-agitated",
    "help-flag-too-much",
    "help-flag-injury",
];

/// How long "first wait" lasts: by then most cravings have passed their height (judgement).
const WAIT_MINUTES: u8 = 15;

/// Help for anybody: no vault, no name, nothing personal.
pub fn help_now(content: &Content, lang: Lang, country: &str) -> HelpNowView {
    let text = |id: &&str| content.text(id, lang, &Args::new());
    let choice = |choice, title: &str, steps: &[&str], signs: &[&str]| HelpChoice {
        choice,
        title: text(&title),
        wait_minutes: (choice == Choice::WantToUse).then_some(WAIT_MINUTES),
        steps: steps.iter().map(text).collect(),
        parts: vec![],
        signs: signs.iter().map(text).collect(),
    };
    let lines = content.help_lines(country);
    HelpNowView {
        title: text(&"help-title"),
        question: text(&"help-question"),
        choices: vec![
            choice(Choice::WantToUse, "help-choice-want", &WANT, &[]),
            choice(Choice::HaveUsed, "help-choice-used", &USED, &SIGNS),
            choice(Choice::SomethingWrong, "help-choice-wrong", &WRONG, &SIGNS),
        ],
        own_people: vec![],
        own_plan: false,
        lines: lines.into_iter().map(|line| line_view(content, lang, line)).collect(),
    }
}

fn line_view(content: &Content, lang: Lang, line: &HelpLine) -> HelpLineView {
    let when = content.checked(line.checked, lang);
    HelpLineView {
        name: content.label(&line.code, lang).unwrap_or_default(),
        number: line.number.clone(),
        web: line.web.clone(),
        checked: content.text("help-lines-checked-on", lang, &Args::new().text("when", when)),
    }
}

impl Koers {
    /// Help with the person's own people and plan in it.
    pub fn help_now(&self) -> Result<HelpNowView, KoersError> {
        self.ask(|desk| {
            let country = desk.journey.profile().map_or("", |profile| profile.country.as_str());
            let mut view = help_now(desk.content, desk.lang, country);
            view.own_people = own_people(desk);
            if let Some(plan) = desk.journey.get::<EmergencyPlan>(id::emergency_plan()) {
                view.own_plan = true;
                view.choices[1].steps = vec![say(desk, "help-used-safe")];
                view.choices[1].parts = own_parts(desk, plan);
            }
            Ok(view)
        })
    }
}

/// The steps of "I want to use".
pub(super) fn want_steps(desk: &Desk<'_>) -> Vec<String> {
    WANT.iter().map(|id| say(desk, id)).collect()
}

/// The person's own people, with how to reach them.
pub(super) fn own_people(desk: &Desk<'_>) -> Vec<String> {
    let people = desk.journey.all::<Supporter>().map(|(_, one)| one);
    let reach = |one: &Supporter| format!("{} {}", one.name, one.contact).trim().to_owned();
    people.map(reach).collect()
}

/// The own emergency plan under the headings of its form; what is empty is left out.
fn own_parts(desk: &Desk<'_>, plan: &EmergencyPlan) -> Vec<HelpPart> {
    let one = std::slice::from_ref;
    let parts = [
        ("emergency-stop", &plan.be_safe[..]),
        ("emergency-kind", one(&plan.kind_sentence)),
        ("emergency-call", &plan.call),
        ("emergency-where", one(&plan.go_to)),
        ("emergency-next-day", &plan.next_24_hours),
        ("emergency-not", &plan.not_do),
        ("emergency-look-back", &plan.look_back),
        ("emergency-back", &plan.back_on_course),
    ];
    let view = parts.into_iter().map(|(title, lines)| HelpPart {
        title: say(desk, title),
        lines: lines.iter().filter(|line| !line.is_empty()).cloned().collect(),
    });
    view.filter(|part| !part.lines.is_empty()).collect()
}
