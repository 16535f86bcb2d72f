//! What can be chosen for a substance: units, situations and the other words of its packs.

use serde::Serialize;

use super::SubstanceView;
use crate::content::{Amount, Code, Content, Kind, Lang, Unit, Word};
use crate::journey::draft::Desk;

/// A unit of use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct UnitView {
    /// Its stable name.
    pub code: Code,
    /// Its words.
    pub label: String,
    /// What a stepper adds.
    pub step: Amount,
    /// The largest amount that can be logged at once.
    pub most: Amount,
    /// Decimals that are offered, 0–3.
    pub decimals: u8,
    /// A goal can be counted in it, entries cannot.
    pub goal_only: bool,
}

/// A word of a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct WordView {
    /// Its stable name.
    pub code: Code,
    /// Its words.
    pub label: String,
    /// The heading it stands under; none where its vocabulary has no groups.
    pub group: Option<String>,
    /// The label has a blank that the person fills in.
    pub blank: bool,
}

/// Everything that can be chosen for a substance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CatalogueView {
    /// The substance.
    pub substance: SubstanceView,
    /// Units, the first to be offered first.
    pub units: Vec<UnitView>,
    /// Risk situations.
    pub situations: Vec<WordView>,
    /// Places.
    pub places: Vec<WordView>,
    /// Company.
    pub company: Vec<WordView>,
    /// Activities.
    pub activities: Vec<WordView>,
    /// Feelings.
    pub feelings: Vec<WordView>,
    /// What the body says.
    pub body: Vec<WordView>,
    /// Thoughts.
    pub thoughts: Vec<WordView>,
    /// What else can have been used.
    pub co_use: Vec<WordView>,
    /// Measures of self-control, for agreements.
    pub measures: Vec<WordView>,
    /// What the substance does for a person.
    pub functions: Vec<WordView>,
    /// Reasons to change.
    pub reasons: Vec<WordView>,
}

/// The substances that there is a programme for.
pub fn substances(content: &Content, lang: Lang) -> Vec<SubstanceView> {
    content.substances().into_iter().map(|code| substance(content, lang, code)).collect()
}

/// What can be chosen for a substance; none where there is no pack for it.
pub fn catalogue(content: &Content, lang: Lang, of: &Code) -> Option<CatalogueView> {
    let code = content.substances().into_iter().find(|code| code == of)?;
    let words = |kind| words(content, lang, kind, of);
    Some(CatalogueView {
        substance: substance(content, lang, code),
        units: units(content, lang, of),
        situations: words(Kind::Situation),
        places: words(Kind::Place),
        company: words(Kind::Company),
        activities: words(Kind::Activity),
        feelings: words(Kind::Feeling),
        body: words(Kind::Body),
        thoughts: words(Kind::Thought),
        co_use: words(Kind::CoUse),
        measures: words(Kind::Measure),
        functions: words(Kind::Function),
        reasons: words(Kind::Reason),
    })
}

/// The words of one vocabulary for a substance.
pub(super) fn words(content: &Content, lang: Lang, kind: Kind, of: &Code) -> Vec<WordView> {
    let words = content.vocabulary(kind, of).into_iter();
    words.map(|word| word_view(content, lang, word)).collect()
}

/// The units that use of a substance is logged in: first the one that this person counts in, which
/// is that of the goal, else of the week before the start.
pub(super) fn entry_units(desk: &Desk<'_>, of: &Code) -> Vec<UnitView> {
    let mut units = desk.content.units(of);
    let goal = desk.journey.goal(of).map(|goal| &goal.unit);
    let baseline = desk.journey.baseline(of).map(|baseline| &baseline.unit);
    let counts_in = |unit: &&Code| units.iter().any(|one| one.code == **unit);
    if let Some(own) = goal.into_iter().chain(baseline).find(counts_in) {
        units.sort_by_key(|one| one.code != *own);
    }
    units.into_iter().map(|unit| unit_view(desk.content, desk.lang, unit)).collect()
}

/// The units that a goal can be counted in.
pub(super) fn goal_units(desk: &Desk<'_>, of: &Code) -> Vec<UnitView> {
    units(desk.content, desk.lang, of)
}

fn units(content: &Content, lang: Lang, of: &Code) -> Vec<UnitView> {
    let units = content.goal_units(of).into_iter();
    units.map(|unit| unit_view(content, lang, unit)).collect()
}

fn substance(content: &Content, lang: Lang, code: Code) -> SubstanceView {
    SubstanceView { label: content.label(&code, lang).unwrap_or_default(), code }
}

fn unit_view(content: &Content, lang: Lang, unit: &Unit) -> UnitView {
    UnitView {
        code: unit.code.clone(),
        label: content.label(&unit.code, lang).unwrap_or_default(),
        step: unit.step,
        most: unit.max,
        decimals: unit.decimals,
        goal_only: unit.goal_only,
    }
}

fn word_view(content: &Content, lang: Lang, word: &Word) -> WordView {
    WordView {
        code: word.code.clone(),
        label: content.label(&word.code, lang).unwrap_or_default(),
        group: content.group_label(word.kind, &word.group, lang),
        blank: word.blank,
    }
}
