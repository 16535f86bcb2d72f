//! Codes, units, help lines, safety rules and sources.

use std::collections::BTreeSet;

use crate::content::build::{checked, cut_off, reference};
use crate::content::fault::{Fault, Flaw};
use crate::content::manifest::{RawHelpLine, RawUnit};
use crate::content::pack::Kind;
use crate::content::parse::Parsed;
use crate::content::{Amount, BASE};

/// A code that a pack gives out, with its place in `pack.toml`.
pub(super) struct Given {
    pub(super) code: String,
    pub(super) offset: usize,
    pub(super) retired: bool,
}

/// Every code of a pack, as `pack:kind.code`.
pub(super) fn all_codes(pack: &Parsed<'_>) -> Vec<Given> {
    let manifest = &pack.manifest;
    let mut given = Vec::new();
    let mut add = |kind: &str, code: &str, offset, retired| {
        given.push(Given { code: format!("{}:{kind}.{code}", pack.name), offset, retired });
    };
    for unit in &manifest.units {
        add("unit", &unit.get_ref().code, unit.span().start, unit.get_ref().retired);
    }
    for (kind, words) in &manifest.words {
        for word in words {
            add(kind.get_ref(), &word.get_ref().code, word.span().start, word.get_ref().retired);
        }
    }
    for line in &manifest.help_lines {
        add("help-line", &line.get_ref().code, line.span().start, line.get_ref().retired);
    }
    for rule in &manifest.safety {
        add("safety", &rule.get_ref().code, rule.span().start, rule.get_ref().retired);
    }
    for reading in &manifest.readings {
        add("reading", reading.get_ref(), reading.span().start, false);
    }
    for letter in &manifest.letters {
        add("letter", letter.get_ref(), letter.span().start, false);
    }
    given
}

pub(super) fn faults(packs: &[Parsed<'_>]) -> Vec<Fault> {
    let given: Vec<Vec<Given>> = packs.iter().map(all_codes).collect();
    let substances = packs.iter().filter(|pack| pack.manifest.substance);
    let known: BTreeSet<String> = given
        .iter()
        .flatten()
        .map(|given| given.code.clone())
        .chain(substances.map(|pack| pack.name.to_owned()))
        .collect();
    let mut faults = Vec::new();
    for (pack, given) in packs.iter().zip(&given) {
        names(pack, given, &mut faults);
        references(pack, &known, &mut faults);
        units(pack, &mut faults);
        help_lines(pack, &mut faults);
        pages(pack, &mut faults);
    }
    faults
}

fn names(pack: &Parsed<'_>, given: &[Given], faults: &mut Vec<Fault>) {
    if !well_formed(pack.name) {
        faults.push(pack.fault(0, Flaw::BadCode(pack.name.to_owned())));
    }
    let mut seen = BTreeSet::new();
    for one in given {
        let tail = one.code.rsplit('.').next().unwrap_or_default();
        let dots = one.code.matches('.').count();
        if dots != 1 || !well_formed(tail) {
            faults.push(pack.fault(one.offset, Flaw::BadCode(one.code.clone())));
        }
        if !seen.insert(&one.code) {
            faults.push(pack.fault(one.offset, Flaw::DuplicateCode(one.code.clone())));
        }
    }
    for kind in pack.manifest.words.keys() {
        if !Kind::ALL.iter().any(|known| known.as_str() == kind.get_ref()) {
            let flaw = Flaw::UnknownKind(kind.get_ref().clone());
            faults.push(pack.fault(kind.span().start, flaw));
        }
    }
}

fn well_formed(code: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    code.bytes().all(allowed) && code.bytes().next().is_some_and(|byte| byte != b'-')
}

fn references(pack: &Parsed<'_>, known: &BTreeSet<String>, faults: &mut Vec<Fault>) {
    let mut lead = |text: &str, offset| {
        let code = reference(pack.name, text).to_string();
        if !known.contains(&code) {
            faults.push(pack.fault(offset, Flaw::Dangling(code)));
        }
    };
    for word in pack.manifest.words.values().flatten() {
        word.get_ref().covers.iter().for_each(|code| lead(code, word.span().start));
    }
    for rule in &pack.manifest.safety {
        let codes = rule.get_ref().any.iter().chain(&rule.get_ref().used);
        codes.for_each(|code| lead(code, rule.span().start));
    }
    for unit in &pack.manifest.units {
        let others = unit.get_ref().factor_to.keys();
        others.for_each(|other| lead(&format!("unit.{other}"), unit.span().start));
    }
}

fn units(pack: &Parsed<'_>, faults: &mut Vec<Fault>) {
    for spanned in &pack.manifest.units {
        let (unit, offset) = (spanned.get_ref(), spanned.span().start);
        faults.extend(unit_flaws(unit).into_iter().map(|flaw| pack.fault(offset, flaw)));
    }
    let first = pack.manifest.units.iter().filter(|unit| unit.get_ref().first).count();
    if pack.manifest.substance && first != 1 {
        faults.push(pack.fault(0, Flaw::FirstUnit(first)));
    }
    if let Some(time) = &pack.manifest.cut_off
        && cut_off(time.get_ref()).is_none()
    {
        let flaw = Flaw::BadValue { field: "cut_off", value: time.get_ref().clone() };
        faults.push(pack.fault(time.span().start, flaw));
    }
}

fn unit_flaws(unit: &RawUnit) -> Vec<Flaw> {
    let numbers = [
        ("smallest", unit.smallest),
        ("step", unit.step),
        ("max", unit.max),
        ("usual_day", unit.usual_day),
    ];
    let mut flaws: Vec<Flaw> = numbers
        .into_iter()
        .filter(|(_, amount)| amount.is_none_or(|amount| amount <= Amount::ZERO))
        .map(|(number, _)| Flaw::UnitNumber { unit: unit.code.clone(), number })
        .collect();
    if unit.max < unit.usual_day || unit.max < unit.smallest {
        let value = unit.max.unwrap_or_default().to_string();
        flaws.push(Flaw::BadValue { field: "max", value });
    }
    if unit.decimals > 3 {
        let value = unit.decimals.to_string();
        flaws.push(Flaw::BadValue { field: "decimals", value });
    }
    let factors = unit.factor_to.values().filter(|factor| **factor <= Amount::ZERO);
    flaws.extend(
        factors.map(|factor| Flaw::BadValue { field: "factor_to", value: factor.to_string() }),
    );
    flaws
}

fn help_lines(pack: &Parsed<'_>, faults: &mut Vec<Fault>) {
    for line in &pack.manifest.help_lines {
        let flaws = help_line_flaws(line.get_ref());
        let offset = line.span().start;
        faults.extend(flaws.into_iter().map(|flaw| pack.fault(offset, flaw)));
    }
}

fn help_line_flaws(line: &RawHelpLine) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if line.source.trim().is_empty() {
        flaws.push(Flaw::NoSource(line.code.clone()));
    }
    if checked(&line.checked).is_none() {
        flaws.push(Flaw::NotChecked(line.code.clone()));
    }
    let digits = line.number.bytes().all(|byte| byte.is_ascii_digit() || b" -+".contains(&byte));
    if !digits || line.number.trim().is_empty() {
        flaws.push(Flaw::BadValue { field: "number", value: line.number.clone() });
    }
    let iso = |country: &String| {
        country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let wrong = line.countries.iter().filter(|country| !iso(country));
    flaws
        .extend(wrong.map(|country| Flaw::BadValue { field: "countries", value: country.clone() }));
    flaws
}

fn pages(pack: &Parsed<'_>, faults: &mut Vec<Fault>) {
    let listed = [("readings", &pack.manifest.readings), ("letters", &pack.manifest.letters)];
    for (part, names) in listed {
        for name in names {
            for lang in &pack.manifest.languages {
                if !pack.pages.contains_key(&(*lang, part, name.get_ref().as_str())) {
                    let id = format!("{lang}/{part}/{}.md", name.get_ref());
                    let flaw = Flaw::MissingText { lang: lang.to_string(), id };
                    faults.push(pack.fault(name.span().start, flaw));
                }
            }
        }
    }
    for ((_, part, name), page) in &pack.pages {
        let fault = |flaw| Fault { file: page.path.to_owned(), line: 1, flaw };
        let named = listed.iter().find(|(listed, _)| listed == part);
        if !named.is_some_and(|(_, names)| names.iter().any(|one| one.get_ref() == name)) {
            faults.push(fault(Flaw::StrayFile));
        }
        if *part == "readings" && page.front.sources.is_empty() {
            faults.push(fault(Flaw::ReadingWithoutSource));
        }
    }
    if pack.name != BASE && pack.manifest.languages.is_empty() {
        let flaw = Flaw::BadValue { field: "languages", value: "none".to_owned() };
        faults.push(pack.fault(0, flaw));
    }
}
