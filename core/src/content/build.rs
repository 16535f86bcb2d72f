//! From what was read to what the rooms above ask for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::manifest::{RawHelpLine, RawSafety, RawUnit, RawWord};
use super::pack::{AfterUse, Checked, Conversion, HelpLine, Kind, Page, SafetyRule, Unit, Word};
use super::parse::Parsed;
use super::speak::Voice;
use super::{Amount, Code, Lang};
use crate::time::CutOff;

/// One pack, ready to be asked.
#[derive(Debug)]
pub(super) struct Pack {
    pub(super) name: String,
    pub(super) version: u32,
    pub(super) substance: bool,
    pub(super) cut_off: Option<CutOff>,
    pub(super) units: Vec<Unit>,
    pub(super) words: Vec<Word>,
    pub(super) help_lines: Vec<HelpLine>,
    pub(super) safety: Vec<SafetyRule>,
    pub(super) pages: Vec<Page>,
    pub(super) voices: BTreeMap<Lang, Voice>,
}

/// The words for small numbers of each language, from whichever pack brings them first.
pub(super) fn number_words(packs: &[Parsed<'_>]) -> BTreeMap<Lang, String> {
    let mut words = BTreeMap::new();
    for pack in packs {
        for (lang, files) in &pack.messages {
            let found = files
                .iter()
                .find_map(|file| Voice::number_words(std::slice::from_ref(&file.resource)));
            if let Some(found) = found {
                words.entry(*lang).or_insert(found);
            }
        }
    }
    words
}

/// Takes what is good; what is not was reported by the validator.
pub(super) fn build(parsed: Parsed<'_>, number_words: &BTreeMap<Lang, String>) -> Pack {
    let name = parsed.name;
    let manifest = parsed.manifest;
    let units = manifest.units.into_iter().map(|raw| unit(name, raw.into_inner())).collect();
    let words = manifest.words.into_iter().flat_map(|(kind, raws)| {
        let kind = Kind::ALL.into_iter().find(|known| known.as_str() == kind.get_ref());
        let raws = raws.into_iter().map(toml::Spanned::into_inner);
        raws.filter_map(move |raw| kind.map(|kind| word(name, kind, raw))).collect::<Vec<_>>()
    });
    let words = words.collect();
    let help_lines = manifest.help_lines.into_iter();
    let help_lines = help_lines.filter_map(|raw| help_line(name, raw.into_inner())).collect();
    let safety = manifest.safety.into_iter().map(|raw| rule(name, raw.into_inner())).collect();
    let pages = parsed.pages.into_iter().map(|((lang, part, page), parsed)| Page {
        code: Code::from(format!("{name}:{}.{page}", part.trim_end_matches('s'))),
        lang,
        title: parsed.front.title,
        tags: parsed.front.tags,
        sources: parsed.front.sources,
        body: parsed.body.to_owned(),
    });
    let pages = pages.collect();
    let voices = parsed.messages.into_iter().map(|(lang, files)| {
        let words = number_words.get(&lang).map_or("", String::as_str);
        let resources = files.into_iter().map(|file| file.resource).collect();
        (lang, Voice::new(lang, resources, words))
    });
    Pack {
        name: name.to_owned(),
        version: manifest.version,
        substance: manifest.substance,
        cut_off: manifest.cut_off.and_then(|time| cut_off(time.get_ref())),
        units,
        words,
        help_lines,
        safety,
        pages,
        voices: voices.collect(),
    }
}

fn code(pack: &str, kind: &str, code: &str) -> Code {
    Code::from(format!("{pack}:{kind}.{code}"))
}

/// `unit.gram` is meant in the same pack, `base:unit.use-day` in another.
pub(super) fn reference(pack: &str, text: &str) -> Code {
    if text.contains(':') || !text.contains('.') {
        Code::from(text)
    } else {
        Code::from(format!("{pack}:{text}"))
    }
}

fn unit(pack: &str, raw: RawUnit) -> Unit {
    let or_one = |amount: Option<Amount>| amount.unwrap_or(Amount::whole(1));
    let proposals = raw.factor_to.into_iter();
    Unit {
        code: code(pack, "unit", &raw.code),
        smallest: or_one(raw.smallest),
        step: or_one(raw.step),
        max: or_one(raw.max),
        decimals: raw.decimals,
        usual_day: or_one(raw.usual_day),
        goal_only: raw.goal_only,
        first: raw.first,
        proposals: proposals
            .map(|(to, factor)| Conversion { to: code(pack, "unit", &to), factor })
            .collect(),
        retired: raw.retired,
    }
}

fn word(pack: &str, kind: Kind, raw: RawWord) -> Word {
    Word {
        code: code(pack, kind.as_str(), &raw.code),
        kind,
        group: raw.group,
        covers: raw.covers.iter().map(|covered| reference(pack, covered)).collect(),
        goals: raw.goals,
        blank: raw.blank,
        ask_doctor: raw.ask_doctor,
        default: raw.default,
        retired: raw.retired,
    }
}

fn help_line(pack: &str, raw: RawHelpLine) -> Option<HelpLine> {
    Some(HelpLine {
        code: code(pack, "help-line", &raw.code),
        kind: raw.kind,
        countries: raw.countries,
        languages: raw.languages,
        number: raw.number,
        web: raw.web,
        day_and_night: raw.day_and_night,
        free: raw.free,
        source: raw.source,
        checked: checked(&raw.checked)?,
        retired: raw.retired,
    })
}

fn rule(pack: &str, raw: RawSafety) -> SafetyRule {
    let days = raw.within_days;
    SafetyRule {
        any: raw.any.iter().map(|one| reference(pack, one)).collect(),
        after: raw.used.map(|used| AfterUse { substance: reference(pack, &used), days }),
        shows: raw.shows,
        text: format!("{pack}:safety-{}", raw.code),
        code: code(pack, "safety", &raw.code),
        retired: raw.retired,
    }
}

/// `2025`, `2025-02` or `2025-02-13`.
pub(super) fn checked(text: &str) -> Option<Checked> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match text.len() {
        _ if !digits(text) => None,
        4 => text.parse().ok().map(Checked::Year),
        7 => format!("{text}-01").parse::<NaiveDate>().ok().map(Checked::Month),
        10 => text.parse().ok().map(Checked::Day),
        _ => None,
    }
}

/// `06:00`, from midnight to six.
pub(super) fn cut_off(text: &str) -> Option<CutOff> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    let minutes = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && minutes <= 360).then_some(CutOff(minutes))
}
