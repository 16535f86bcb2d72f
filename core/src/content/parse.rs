//! From files to manifests and messages; what cannot be read is a fault.

use std::collections::BTreeMap;

use fluent_bundle::FluentResource;

use super::Lang;
use super::fault::{Fault, Flaw};
use super::files::{Folder, TextFile, folders, line_at};
use super::manifest::{FORMAT, FrontMatter, Manifest};

/// Nested braces and calls in a Fluent file; real ones have four (judgement).
const DEEPEST: usize = 60;

/// One pack, read but not yet judged.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub(super) name: &'a str,
    pub(super) file: TextFile<'a>,
    pub(super) manifest: Manifest,
    pub(super) messages: BTreeMap<Lang, Vec<Messages<'a>>>,
    pub(super) pages: BTreeMap<(Lang, &'a str, &'a str), ParsedPage<'a>>,
}

/// One Fluent file.
#[derive(Debug)]
pub(super) struct Messages<'a> {
    pub(super) path: &'a str,
    pub(super) resource: FluentResource,
}

/// One Markdown file.
#[derive(Debug)]
pub(super) struct ParsedPage<'a> {
    pub(super) path: &'a str,
    pub(super) front: FrontMatter,
    pub(super) body: &'a str,
}

impl Parsed<'_> {
    /// A fault in `pack.toml`, at a byte of it.
    pub(super) fn fault(&self, offset: usize, flaw: Flaw) -> Fault {
        Fault { file: self.file.path.to_owned(), line: line_at(self.file.text, offset), flaw }
    }
}

/// Reads every pack; base comes first, the others by name.
pub(super) fn parse<'a>(files: &[(&'a str, &'a [u8])], faults: &mut Vec<Fault>) -> Vec<Parsed<'a>> {
    let mut packs: Vec<Parsed<'_>> = folders(files, faults)
        .into_iter()
        .filter_map(|(name, folder)| pack(name, folder, faults))
        .collect();
    packs.sort_by_key(|pack| (pack.name != super::BASE, pack.name));
    packs
}

fn pack<'a>(name: &'a str, folder: Folder<'a>, faults: &mut Vec<Fault>) -> Option<Parsed<'a>> {
    let file = folder.manifest?;
    let manifest: Manifest = match toml::from_str(file.text) {
        Ok(manifest) => manifest,
        Err(error) => {
            let line = error.span().map_or(0, |span| line_at(file.text, span.start));
            let flaw = Flaw::Unreadable(error.message().to_owned());
            faults.push(Fault { file: file.path.to_owned(), line, flaw });
            return None;
        }
    };
    let messages = folder.messages.into_iter().map(|(lang, files)| {
        (lang, files.into_iter().map(|file| messages(file, faults)).collect())
    });
    let messages = messages.collect();
    let pages = folder
        .pages
        .into_iter()
        .filter_map(|(key, file)| page(file, faults).map(|page| (key, page)))
        .collect();
    let parsed = Parsed { name, file, manifest, messages, pages };
    let (format, id) = (&parsed.manifest.format, &parsed.manifest.id);
    if *format.get_ref() > FORMAT {
        faults.push(parsed.fault(format.span().start, Flaw::NewerFormat(*format.get_ref())));
    }
    if id.get_ref() != name {
        faults.push(parsed.fault(id.span().start, Flaw::WrongId(id.get_ref().clone())));
    }
    Some(parsed)
}

fn messages<'a>(file: TextFile<'a>, faults: &mut Vec<Fault>) -> Messages<'a> {
    let deep = too_deep(file.text);
    if let Some(offset) = deep {
        let flaw = Flaw::Unreadable("braces nested too deeply".to_owned());
        let line = line_at(file.text, offset);
        faults.push(Fault { file: file.path.to_owned(), line, flaw });
    }
    let text = if deep.is_some() { "" } else { file.text };
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.into_iter().map(|error| Fault {
                file: file.path.to_owned(),
                line: line_at(file.text, error.pos.start),
                flaw: Flaw::Unreadable(error.kind.to_string()),
            }));
            resource
        }
    };
    Messages { path: file.path, resource }
}

/// Where braces and calls nest deeper than the parser, which calls itself for each, can bear.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'(' if depth > 0 => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// Front matter is TOML between two lines of `+++`.
fn page<'a>(file: TextFile<'a>, faults: &mut Vec<Fault>) -> Option<ParsedPage<'a>> {
    let mut refuse = |line, what: &str| {
        let flaw = Flaw::Unreadable(what.to_owned());
        faults.push(Fault { file: file.path.to_owned(), line, flaw });
    };
    let Some((front, body)) =
        file.text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"))
    else {
        refuse(1, "no front matter between lines of +++");
        return None;
    };
    match toml::from_str(front) {
        Ok(front) => Some(ParsedPage { path: file.path, front, body: body.trim() }),
        Err(error) => {
            let line = error.span().map_or(1, |span| 1 + line_at(front, span.start));
            refuse(line, error.message());
            None
        }
    }
}
