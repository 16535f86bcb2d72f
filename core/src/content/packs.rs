//! Everything that packs hold, and what can be asked of it.

use std::collections::HashMap;

use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentValue};

use super::build::{Pack, build, number_words};
use super::fault::Fault;
use super::pack::{Checked, HelpKind, HelpLine, Kind, Page, SafetyRule, Unit, Word};
use super::parse::Parsed;
use super::speak::{self, Arg, Args, Unspoken, Voice};
use super::{Amount, BASE, Code, Lang, check};
use crate::time::CutOff;

/// The packs in use, with their texts. Every question about a code that no pack knows is
/// answered with nothing, never with a panic.
#[derive(Debug)]
pub struct Content {
    packs: Vec<Pack>,
    words: HashMap<Code, (usize, usize)>,
}

/// A pack was refused; nothing of it is used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("pack refused with {} faults", faults.len())]
pub struct RefusedPacks {
    /// Everything that is wrong, by file and line.
    pub faults: Vec<Fault>,
}

impl Content {
    /// Reads packs from files given as path and bytes. One is to be called `base`; to add to
    /// the shipped packs, give [`shipped_files`](super::shipped_files) and the new ones together.
    ///
    /// # Errors
    ///
    /// Refuses with the whole list of faults that [`check`](super::check()) finds.
    pub fn load(files: &[(&str, &[u8])]) -> Result<Self, RefusedPacks> {
        let (packs, faults) = check::examine(files);
        if faults.is_empty() { Ok(Self::of(packs)) } else { Err(RefusedPacks { faults }) }
    }

    /// From packs that were judged before.
    pub(super) fn of(parsed: Vec<Parsed<'_>>) -> Self {
        let small_numbers = number_words(&parsed);
        let packs: Vec<Pack> = parsed.into_iter().map(|pack| build(pack, &small_numbers)).collect();
        let places = packs.iter().enumerate().flat_map(|(pack_at, pack)| {
            let words = pack.words.iter().enumerate();
            words.map(move |(word_at, word)| (word.code.clone(), (pack_at, word_at)))
        });
        let words = places.collect();
        Self { packs, words }
    }

    fn pack(&self, name: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.name == name)
    }

    /// Base's and that substance's.
    fn packs_for<'a, 'b>(
        &'a self,
        substance: &'b Code,
    ) -> impl Iterator<Item = &'a Pack> + use<'a, 'b> {
        self.packs.iter().filter(|pack| pack.name == BASE || pack.name == substance.as_str())
    }

    /// The substances that have a pack, by name: `cannabis`.
    pub fn substances(&self) -> Vec<Code> {
        let packs = self.packs.iter().filter(|pack| pack.substance);
        packs.map(|pack| Code::from(pack.name.as_str())).collect()
    }

    /// The version of a pack; none where there is no such pack.
    pub fn version(&self, pack: &str) -> Option<u32> {
        self.pack(pack).map(|pack| pack.version)
    }

    /// The cut-off that a substance's pack proposes, if it proposes one (rule G1).
    pub fn cut_off(&self, substance: &Code) -> Option<CutOff> {
        self.pack(substance.as_str())?.cut_off
    }

    /// The units that use can be logged in, the one offered first at the head.
    pub fn units(&self, substance: &Code) -> Vec<&Unit> {
        let pack = self.pack(substance.as_str()).into_iter();
        let units = pack.flat_map(|pack| &pack.units);
        let mut units: Vec<&Unit> = units.filter(|unit| !unit.retired && !unit.goal_only).collect();
        units.sort_by_key(|unit| !unit.first);
        units
    }

    /// The units that a goal can be counted in: those of use, and days of use.
    pub fn goal_units(&self, substance: &Code) -> Vec<&Unit> {
        let mut units = self.units(substance);
        let all = self.packs_for(substance).flat_map(|pack| &pack.units);
        units.extend(all.filter(|unit| !unit.retired && unit.goal_only));
        units
    }

    /// A unit, also one that is retired.
    pub fn unit(&self, code: &Code) -> Option<&Unit> {
        self.pack(code.pack())?.units.iter().find(|unit| unit.code == *code)
    }

    /// What can be chosen for a substance: base's words, then the pack's; retired ones left out.
    pub fn vocabulary(&self, kind: Kind, substance: &Code) -> Vec<&Word> {
        let words = self.packs_for(substance).flat_map(|pack| &pack.words);
        words.filter(|word| word.kind == kind && !word.retired).collect()
    }

    /// One word, also one that is retired.
    pub fn word(&self, code: &Code) -> Option<&Word> {
        let (pack, word) = self.words.get(code)?;
        self.packs.get(*pack)?.words.get(*word)
    }

    /// The circumstances that a situation stands for; none for a code that no pack knows.
    pub fn covers(&self, situation: &Code) -> &[Code] {
        self.word(situation).map_or(&[], |word| &word.covers)
    }

    /// The help lines of a country (ISO 3166, `BE`): emergency first, then crisis, talk, drugs.
    pub fn help_lines(&self, country: &str) -> Vec<&HelpLine> {
        let lines = self.packs.iter().flat_map(|pack| &pack.help_lines);
        let mut lines: Vec<&HelpLine> = lines
            .filter(|line| !line.retired && line.countries.iter().any(|one| one == country))
            .collect();
        lines.sort_by_key(|line| line.kind);
        lines
    }

    /// The help lines of one kind in a country.
    pub fn help_lines_of(&self, kind: HelpKind, country: &str) -> Vec<&HelpLine> {
        self.help_lines(country).into_iter().filter(|line| line.kind == kind).collect()
    }

    /// The countries with a help line, in order.
    pub fn countries(&self) -> Vec<&str> {
        let lines = self.packs.iter().flat_map(|pack| &pack.help_lines);
        let countries: std::collections::BTreeSet<&str> =
            lines.flat_map(|line| line.countries.iter().map(String::as_str)).collect();
        countries.into_iter().collect()
    }

    /// The safety rules of every pack, in the order in which they speak.
    pub fn safety_rules(&self) -> Vec<&SafetyRule> {
        self.packs.iter().flat_map(|pack| &pack.safety).filter(|rule| !rule.retired).collect()
    }

    /// A reading or letter in a language.
    pub fn page(&self, code: &Code, lang: Lang) -> Option<&Page> {
        let mut pages = self.pack(code.pack())?.pages.iter();
        pages.find(|page| page.code == *code && page.lang == lang)
    }

    /// Every reading and letter in a language.
    pub fn pages(&self, lang: Lang) -> Vec<&Page> {
        self.packs.iter().flat_map(|pack| &pack.pages).filter(|page| page.lang == lang).collect()
    }

    /// What a code is called; a blank in it is shown as "…". None for a code no pack knows.
    pub fn label(&self, code: &Code, lang: Lang) -> Option<String> {
        self.label_filled(code, "…", lang)
    }

    /// What a code is called, with what the person filled in for its blank.
    pub fn label_filled(&self, code: &Code, blank: &str, lang: Lang) -> Option<String> {
        let (pack, rest) = code.as_str().split_once(':').unwrap_or((code.as_str(), "substance"));
        let mut args = FluentArgs::new();
        args.set("blank", speak::own_words(blank));
        self.attempt(pack, &rest.replacen('.', "-", 1), lang, &args).map(|(text, _)| text)
    }

    /// The label of a group of words: `avoid` of measures.
    pub fn group_label(&self, kind: Kind, group: &str, lang: Lang) -> Option<String> {
        let id = format!("{}-group-{group}", kind.as_str());
        let mut packs = self.packs.iter();
        let said = packs.find_map(|pack| self.attempt(&pack.name, &id, lang, &FluentArgs::new()));
        said.map(|(text, _)| text)
    }

    /// An amount with its unit: "3 joints", "1 joint", "0,25 gram". The number alone for a unit
    /// that no pack knows.
    pub fn amount(&self, amount: Amount, unit: &Code, lang: Lang) -> String {
        let mut args = FluentArgs::new();
        args.set("amount", number_value(amount.to_f64(), 3));
        let id = unit.as_str().split_once(':').map(|(_, rest)| rest.replacen('.', "-", 1));
        let said = id.and_then(|id| self.attempt(unit.pack(), &format!("{id}.count"), lang, &args));
        said.map_or_else(|| speak::amount(amount, lang), |(text, _)| text)
    }

    /// When a help line was checked, as precisely as is known: "februari 2025".
    pub fn checked(&self, checked: Checked, lang: Lang) -> String {
        match checked {
            Checked::Year(year) => year.to_string(),
            Checked::Month(month) => speak::month_year(month, lang),
            Checked::Day(day) => speak::day_month_year(day, lang),
        }
    }

    /// A clock time as the language says it: "20.05 uur".
    pub fn time(&self, time: chrono::NaiveTime, lang: Lang) -> String {
        let mut args = FluentArgs::new();
        args.set("hour", time.format("%-H").to_string());
        args.set("minute", time.format("%M").to_string());
        let said = self.attempt(BASE, "clock-time", lang, &args);
        said.map_or_else(|| time.format("%H:%M").to_string(), |(text, _)| text)
    }

    /// A message in a language, filled in: `verdict-met` of the base pack, or
    /// `cocaine:safety-alcohol` of another. A language that lacks it is stood in for by the next
    /// one of [`Lang::ALL`]; an id that no pack knows comes back as it is.
    pub fn text(&self, id: &str, lang: Lang, args: &Args) -> String {
        let (pack, message) = id.split_once(':').unwrap_or((BASE, id));
        let said = self.attempt(pack, message, lang, &self.values(args, lang));
        said.map_or_else(|| id.to_owned(), |(text, _)| text)
    }

    /// Whether exactly this language has a message.
    pub fn has_text(&self, id: &str, lang: Lang) -> bool {
        let (pack, message) = id.split_once(':').unwrap_or((BASE, id));
        self.voice(pack, lang).is_some_and(|voice| voice.has(message))
    }

    /// The same, but refusing what [`text`](Self::text) bridges: for tests.
    ///
    /// # Errors
    ///
    /// Names the message and what is missing.
    pub fn try_text(&self, id: &str, lang: Lang, args: &Args) -> Result<String, UnspokenText> {
        let (pack, message) = id.split_once(':').unwrap_or((BASE, id));
        let said = match self.voice(pack, lang) {
            Some(voice) => voice.say(message, &self.values(args, lang)),
            None => Err(Unspoken::Missing),
        };
        said.map_err(|error| UnspokenText { id: id.to_owned(), reason: error.to_string() })
    }

    fn voice(&self, pack: &str, lang: Lang) -> Option<&Voice> {
        self.pack(pack)?.voices.get(&lang)
    }

    fn attempt(
        &self,
        pack: &str,
        id: &str,
        lang: Lang,
        args: &FluentArgs<'_>,
    ) -> Option<(String, Vec<String>)> {
        let others = Lang::ALL.into_iter().filter(|other| *other != lang);
        let mut langs = std::iter::once(lang).chain(others);
        langs.find_map(|lang| self.voice(pack, lang)?.attempt(id, args))
    }

    fn values(&self, args: &Args, lang: Lang) -> FluentArgs<'static> {
        let named = args.0.iter();
        named.map(|(name, arg)| (*name, self.value(arg, lang))).collect()
    }

    fn value(&self, arg: &Arg, lang: Lang) -> FluentValue<'static> {
        let label =
            |code: &Code| self.label(code, lang).unwrap_or_else(|| code.as_str().to_owned());
        let text = match arg {
            Arg::Number { value, decimals } => return number_value(*value, *decimals),
            Arg::Amount(amount) => return number_value(amount.to_f64(), 3),
            Arg::Text(text) => text.clone(),
            Arg::Own(words) => speak::own_words(words),
            Arg::AmountOf { amount, unit } => self.amount(*amount, unit, lang),
            Arg::Label(code) => label(code),
            Arg::Labels(codes) => speak::list(&codes.iter().map(label).collect::<Vec<_>>(), lang),
            Arg::Date(day) => speak::date(*day, lang),
            Arg::Weekday(weekday) => speak::weekday(*weekday, lang),
            Arg::Weekdays(weekdays) => speak::weekdays(weekdays, lang),
            Arg::Time(time) => self.time(*time, lang),
            Arg::List(items) => speak::list(items, lang),
        };
        FluentValue::from(text)
    }
}

/// A message that could not be said in full.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("message {id}: {reason}")]
pub struct UnspokenText {
    /// The message.
    pub id: String,
    /// What is missing.
    pub reason: String,
}

/// A number that is rounded before it selects its plural form, so that the form agrees with
/// what is shown. It carries no options: with any, it would not equal the `[0]` of a selector.
fn number_value(value: f64, decimals: u8) -> FluentValue<'static> {
    let scale = 10_f64.powi(decimals.into());
    let shown = if value.is_finite() { (value * scale).round() / scale } else { value };
    FluentValue::Number(FluentNumber::new(shown, FluentNumberOptions::default()))
}
