//! Every text there in every language, filled in alike, leading somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::patterns::Needs;
use super::{Text, texts};
use crate::content::fault::{Fault, Flaw};
use crate::content::parse::Parsed;
use crate::content::speak::FUNCTIONS;
use crate::content::{BASE, Lang};

/// What the core itself says of the base pack's texts.
const OF_BASE: [&str; 2] = ["number-words", "clock-time"];

pub(super) fn faults(packs: &[Parsed<'_>]) -> Vec<Fault> {
    let groups_of_base: BTreeSet<String> =
        packs.first().map(|base| texts_in_any_language(base)).unwrap_or_default();
    let mut faults = Vec::new();
    for pack in packs {
        let by_lang: BTreeMap<Lang, Vec<Text<'_>>> =
            pack.manifest.languages.iter().map(|lang| (*lang, texts(pack, *lang))).collect();
        for texts in by_lang.values() {
            doubles_and_references(texts, &mut faults);
        }
        needed(pack, &by_lang, &groups_of_base, &mut faults);
        alike(pack, &by_lang, &mut faults);
    }
    faults
}

fn texts_in_any_language(pack: &Parsed<'_>) -> BTreeSet<String> {
    let langs = pack.manifest.languages.iter();
    langs.flat_map(|lang| texts(pack, *lang)).map(|text| text.id).collect()
}

fn doubles_and_references(texts: &[Text<'_>], faults: &mut Vec<Fault>) {
    let ids: BTreeSet<&str> = texts.iter().map(|text| text.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for text in texts {
        let mut add = |flaw| {
            faults.push(Fault { file: text.path.to_owned(), line: text.line, flaw });
        };
        if !seen.insert(&text.id) {
            add(Flaw::DuplicateMessage(text.id.clone()));
        }
        let needs = Needs::of(text.pattern);
        for message in needs.messages.iter().filter(|message| !ids.contains(**message)) {
            add(Flaw::Dangling(format!("{{ {message} }}")));
        }
        for function in needs.functions.iter().filter(|name| !FUNCTIONS.contains(*name)) {
            add(Flaw::Dangling(format!("{function}()")));
        }
    }
}

/// The texts that codes ask for, each with its place in `pack.toml`.
fn asked_for(pack: &Parsed<'_>, elsewhere: &BTreeSet<String>) -> Vec<(String, usize)> {
    let manifest = &pack.manifest;
    let mut ids = Vec::new();
    if manifest.substance {
        ids.push(("substance".to_owned(), 0));
    }
    if pack.name == BASE {
        ids.extend(OF_BASE.map(|id| (id.to_owned(), 0)));
    }
    for unit in &manifest.units {
        let code = &unit.get_ref().code;
        ids.push((format!("unit-{code}"), unit.span().start));
        ids.push((format!("unit-{code}.count"), unit.span().start));
    }
    for (kind, words) in &manifest.words {
        for word in words {
            let (kind, raw) = (kind.get_ref(), word.get_ref());
            ids.push((format!("{kind}-{}", raw.code), word.span().start));
            let group = format!("{kind}-group-{}", raw.group);
            if !raw.group.is_empty() && !elsewhere.contains(&group) {
                ids.push((group, word.span().start));
            }
        }
    }
    for line in &manifest.help_lines {
        ids.push((format!("help-line-{}", line.get_ref().code), line.span().start));
    }
    for rule in &manifest.safety {
        ids.push((format!("safety-{}", rule.get_ref().code), rule.span().start));
    }
    ids
}

fn needed(
    pack: &Parsed<'_>,
    by_lang: &BTreeMap<Lang, Vec<Text<'_>>>,
    groups_of_base: &BTreeSet<String>,
    faults: &mut Vec<Fault>,
) {
    let asked = asked_for(pack, groups_of_base);
    for (lang, texts) in by_lang {
        let ids: BTreeSet<&str> = texts.iter().map(|text| text.id.as_str()).collect();
        for (id, offset) in &asked {
            if !ids.contains(id.as_str()) {
                let flaw = Flaw::MissingText { lang: lang.to_string(), id: id.clone() };
                faults.push(pack.fault(*offset, flaw));
            }
        }
    }
}

/// What one language says, the others say too, with the same arguments.
fn alike(pack: &Parsed<'_>, by_lang: &BTreeMap<Lang, Vec<Text<'_>>>, faults: &mut Vec<Fault>) {
    let needs: BTreeMap<Lang, BTreeMap<&str, BTreeSet<&str>>> = by_lang
        .iter()
        .map(|(lang, texts)| {
            let needs = texts.iter().map(|text| (text.id.as_str(), with_references(text, texts)));
            (*lang, needs.collect())
        })
        .collect();
    for (lang, texts) in by_lang {
        for (other, there) in needs.iter().filter(|(other, _)| *other != lang) {
            for text in texts {
                let mut add = |flaw| {
                    faults.push(Fault { file: text.path.to_owned(), line: text.line, flaw });
                };
                let here = needs.get(lang).and_then(|here| here.get(text.id.as_str()));
                match (here, there.get(text.id.as_str())) {
                    (_, None) => add(Flaw::MissingText {
                        lang: format!("{}/{other}", pack.name),
                        id: text.id.clone(),
                    }),
                    (Some(here), Some(there)) if here != there && lang < other => {
                        add(Flaw::Arguments {
                            id: text.id.clone(),
                            here: named(here),
                            there: named(there),
                            other: other.to_string(),
                        });
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The arguments of a text and of the messages it quotes.
fn with_references<'p>(text: &Text<'p>, texts: &'p [Text<'p>]) -> BTreeSet<&'p str> {
    let mut arguments = BTreeSet::new();
    let mut open = vec![text.pattern];
    let mut seen = BTreeSet::new();
    while let Some(pattern) = open.pop() {
        let needs = Needs::of(pattern);
        arguments.extend(needs.arguments);
        for message in needs.messages {
            if seen.insert(message) {
                let quoted = texts.iter().filter(|text| text.id == message);
                open.extend(quoted.map(|text| text.pattern));
            }
        }
    }
    arguments
}

fn named(arguments: &BTreeSet<&str>) -> String {
    if arguments.is_empty() {
        return "nothing".to_owned();
    }
    let named: Vec<String> = arguments.iter().map(|name| format!("${name}")).collect();
    named.join(" ")
}
