//! `ids.lock`: every code that was ever given out, one a line, `retired` behind those retired.

use std::collections::BTreeMap;

use super::codes::all_codes;
use crate::content::fault::{Fault, Flaw};
use crate::content::parse::Parsed;

const LOCK: &str = "ids.lock";
const RETIRED: &str = "retired";

pub(super) fn faults(packs: &[Parsed<'_>], lock: &str) -> Vec<Fault> {
    let locked: BTreeMap<&str, (u32, bool)> = (1..)
        .zip(lock.lines())
        .filter(|(_, text)| !text.trim().is_empty() && !text.starts_with('#'))
        .map(|(line, text)| match text.trim().split_once(' ') {
            Some((code, mark)) => (code, (line, mark.trim() == RETIRED)),
            None => (text.trim(), (line, false)),
        })
        .collect();
    let mut faults = Vec::new();
    let mut present = BTreeMap::new();
    for pack in packs {
        for code in all_codes(pack) {
            present.insert(code.code.clone(), code.retired);
            let unlocked = match locked.get(code.code.as_str()) {
                None => Some(Flaw::NotLocked(code.code)),
                Some((_, true)) if !code.retired => Some(Flaw::Reused(code.code)),
                Some((_, false)) if code.retired => {
                    Some(Flaw::NotLocked(format!("{} {RETIRED}", code.code)))
                }
                Some(_) => None,
            };
            faults.extend(unlocked.map(|flaw| pack.fault(code.offset, flaw)));
        }
    }
    let gone = locked.iter().filter(|(code, _)| !present.contains_key(**code));
    faults.extend(gone.map(|(code, (line, _))| Fault {
        file: LOCK.to_owned(),
        line: *line,
        flaw: Flaw::Removed((*code).to_owned()),
    }));
    faults
}
