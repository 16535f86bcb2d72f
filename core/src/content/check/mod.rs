//! The validator of packs.
//!
//! It judges what was read; it must not read files itself, nor know what a person recorded.

mod codes;
mod lock;
mod patterns;
mod texts;
mod words;

pub use words::wording;

use super::fault::{Fault, Flaw};
use super::parse::{Parsed, parse};
use super::{BASE, Lang};

/// Everything that is wrong with packs, sorted by file and line; nothing when they are good.
///
/// `files` are paths (ending in `<pack>/pack.toml`, `<pack>/<language>/….ftl` and so on) with
/// their bytes; `lock` is the text of `ids.lock`, where a removed or unlocked code is to be
/// found too.
pub fn check(files: &[(&str, &[u8])], lock: Option<&str>) -> Vec<Fault> {
    let (packs, mut faults) = examine(files);
    if let Some(lock) = lock {
        faults.extend(lock::faults(&packs, lock));
    }
    faults.sort();
    faults
}

/// The packs together with what is wrong with them.
pub(super) fn examine<'a>(files: &[(&'a str, &'a [u8])]) -> (Vec<Parsed<'a>>, Vec<Fault>) {
    let mut faults = Vec::new();
    let packs = parse(files, &mut faults);
    if packs.first().is_none_or(|pack| pack.name != BASE) {
        faults.push(Fault { file: BASE.to_owned(), line: 0, flaw: Flaw::NoBase });
    }
    faults.extend(codes::faults(&packs));
    faults.extend(texts::faults(&packs));
    faults.extend(words::faults(&packs));
    faults.sort();
    faults.dedup();
    (packs, faults)
}

/// A message or attribute of a message, with where it stands.
struct Text<'p> {
    /// `verdict-met`, or `unit-joint.count`.
    id: String,
    path: &'p str,
    line: u32,
    pattern: &'p fluent_syntax::ast::Pattern<&'p str>,
}

/// Every text of a pack in one language, messages before their attributes.
fn texts<'p>(pack: &'p Parsed<'_>, lang: Lang) -> Vec<Text<'p>> {
    let files = pack.messages.get(&lang).into_iter().flatten();
    let mut texts = Vec::new();
    for file in files {
        for entry in file.resource.entries() {
            let fluent_syntax::ast::Entry::Message(message) = entry else { continue };
            let line = patterns::line_of(file.resource.source(), message.id.name);
            let mut add = |id: String, pattern| {
                texts.push(Text { id, path: file.path, line, pattern });
            };
            if let Some(pattern) = &message.value {
                add(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
    texts
}
