//! The files of packs, sorted by what they are.

use std::collections::BTreeMap;

use super::Lang;
use super::fault::{Fault, Flaw};

/// One file as text.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextFile<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
}

/// The files of one pack.
#[derive(Debug, Default)]
pub(super) struct Folder<'a> {
    pub(super) manifest: Option<TextFile<'a>>,
    /// Fluent files by language.
    pub(super) messages: BTreeMap<Lang, Vec<TextFile<'a>>>,
    /// Markdown files by language, `readings` or `letters`, and name without ending.
    pub(super) pages: BTreeMap<(Lang, &'a str, &'a str), TextFile<'a>>,
}

/// Sorts `path/of/packs/cannabis/nl/units.ftl` under its pack. A pack is a folder that holds a
/// `pack.toml`; what lies beside the packs (a README, the lock) is left alone.
pub(super) fn folders<'a>(
    files: &[(&'a str, &'a [u8])],
    faults: &mut Vec<Fault>,
) -> BTreeMap<&'a str, Folder<'a>> {
    let mut folders: BTreeMap<&str, Folder<'_>> = BTreeMap::new();
    let roots: Vec<&str> =
        files.iter().filter_map(|(path, _)| path.strip_suffix("pack.toml")).collect();
    for (path, bytes) in files {
        let Some(root) = roots.iter().find(|root| path.starts_with(**root)) else {
            if inside_a_pack(path) {
                faults.push(Fault { file: (*path).to_owned(), line: 0, flaw: Flaw::NoManifest });
            }
            continue;
        };
        let Ok(text) = std::str::from_utf8(bytes) else {
            let flaw = Flaw::Unreadable("not UTF-8".to_owned());
            faults.push(Fault { file: (*path).to_owned(), line: 0, flaw });
            continue;
        };
        let folder = folders.entry(name_of(root)).or_default();
        if !place(folder, &path[root.len()..], TextFile { path, text }) {
            faults.push(Fault { file: (*path).to_owned(), line: 0, flaw: Flaw::StrayFile });
        }
    }
    folders
}

fn name_of(root: &str) -> &str {
    root.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

fn inside_a_pack(path: &str) -> bool {
    path.strip_suffix(".ftl").is_some()
        || path.rsplit('/').nth(1).is_some_and(|dir| dir.parse::<Lang>().is_ok())
}

fn place<'a>(folder: &mut Folder<'a>, inside: &'a str, file: TextFile<'a>) -> bool {
    let parts: Vec<&str> = inside.split('/').collect();
    match parts.as_slice() {
        ["pack.toml"] => folder.manifest = Some(file),
        [lang, name] if name.strip_suffix(".ftl").is_some() => match lang.parse() {
            Ok(lang) => folder.messages.entry(lang).or_default().push(file),
            Err(_unknown) => return false,
        },
        [lang, part @ ("readings" | "letters"), name] => {
            match (lang.parse(), name.strip_suffix(".md")) {
                (Ok(lang), Some(name)) => {
                    folder.pages.insert((lang, part, name), file);
                }
                _ => return false,
            }
        }
        _ => return false,
    }
    true
}

/// The line, from 1, of a place in a text.
pub(super) fn line_at(text: &str, offset: usize) -> u32 {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count() as u32
}
