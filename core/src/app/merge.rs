//! Two copies of a journey made one: a backup, or the vault of another device, comes in.

use std::path::Path;

use serde::Serialize;

use super::ask::{ConflictView, Rankings, conflict};
use super::koers::closed_if_uncertain;
use super::{Koers, KoersError, Screen};
use crate::content::Args;
use crate::journey::{Decoded, Journey};
use crate::vault::{Merge, Met, Progress, RecordId, Secret};

/// What a merge brought, counted in things that were recorded: entries, settings, plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct MergeReport {
    /// Something was written.
    pub changed: bool,
    /// Were not here.
    pub new: u32,
    /// Had been changed there since, and are changed here now.
    pub newer: u32,
    /// Had been changed here since, and stay.
    pub older: u32,
    /// Were the same.
    pub same: u32,
    /// Were changed on both sides, and the later change holds: nothing in own words differs.
    pub settled: u32,
    /// Were written by a newer Koers: kept, and shown after an update.
    pub from_newer: u32,
    /// Were changed on both sides in own words, or changed on one and deleted on the other.
    pub conflicts: Vec<ConflictView>,
    /// The same for the person, line by line.
    pub lines: Vec<String>,
}

impl Koers {
    /// Takes in what another copy holds, a backup or the vault of another device, all or nothing.
    /// `secret` opens that copy; a backup of this vault needs none. Nothing in it is changed, and
    /// merging it again changes nothing here.
    ///
    /// # Errors
    ///
    /// `WrongKey` where the copy needs another secret; what opening a vault or checking a backup
    /// gives. Nothing was changed then.
    pub fn merge(
        &self,
        other: &Path,
        secret: Option<&Secret<'_>>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<MergeReport, KoersError> {
        let here = self.clock.here();
        let mut state = self.state();
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        let merge = open.vault.prepare_merge(other, secret, progress)?;
        let (journey, report) = self.tried(&open.journey, &merge);
        let done = open.vault.merge(merge, progress);
        done.map_err(|error| closed_if_uncertain(&mut state, error))?;
        let open = state.as_mut().ok_or(KoersError::Locked)?;
        if report.changed {
            open.journey = journey;
            open.rankings = Rankings::default();
            self.renew_porch(open, &here);
        }
        drop(state);
        if report.changed {
            self.tell(&Screen::EVERY.into());
        }
        Ok(report)
    }

    /// What [`merge`](Self::merge) would bring. Writes nothing.
    pub fn try_merge(
        &self,
        other: &Path,
        secret: Option<&Secret<'_>>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<MergeReport, KoersError> {
        let state = self.state();
        let open = state.as_ref().ok_or(KoersError::Locked)?;
        let merge = open.vault.prepare_merge(other, secret, progress)?;
        Ok(self.tried(&open.journey, &merge).1)
    }

    /// The journey as it is with what comes in, and the report of that.
    fn tried(&self, journey: &Journey, merge: &Merge) -> (Journey, MergeReport) {
        let here = self.clock.here();
        let mut aside = journey.clone();
        let mut from_newer = 0;
        for version in merge.versions() {
            let version: Decoded = Journey::decode(version);
            from_newer += u32::from(!version.is_understood());
            aside.fold(version);
        }
        let desk = self.desk(&aside, &here);
        let met = |record: RecordId| merge.met().binary_search_by_key(&record, |one| one.0).is_ok();
        let apart = aside.apart();
        let conflicts: Vec<ConflictView> =
            apart.iter().filter(|one| met(one.record)).map(|one| conflict(&desk, one)).collect();
        let count = |wanted| merge.met().iter().filter(|(_, met)| *met == wanted).count() as u32;
        let waits = |record: &RecordId| conflicts.iter().any(|one| one.record == *record);
        let settled = merge.met().iter().filter(|(id, met)| *met == Met::Apart && !waits(id));
        let mut report = MergeReport {
            changed: merge.versions().len() > 0,
            new: count(Met::New),
            newer: count(Met::Newer),
            older: count(Met::Older),
            same: count(Met::Same),
            settled: settled.count() as u32,
            from_newer,
            conflicts,
            lines: Vec::new(),
        };
        report.lines = self.lines_of_merge(&report);
        (aside, report)
    }

    fn lines_of_merge(&self, report: &MergeReport) -> Vec<String> {
        let say = |id: &str, count: u32| {
            self.content.text(id, self.lang, &Args::new().count("count", count))
        };
        let deleted = report.conflicts.iter().filter(|one| one.deleted).count() as u32;
        let counts = [
            ("merge-new", report.new),
            ("merge-newer", report.newer),
            ("merge-older", report.older),
            ("merge-settled", report.settled),
            ("merge-from-newer", report.from_newer),
            ("merge-conflicts", report.conflicts.len() as u32 - deleted),
            ("merge-deleted", deleted),
        ];
        let told = counts.into_iter().filter(|(_, count)| *count > 0);
        let mut lines: Vec<String> = told.map(|(id, count)| say(id, count)).collect();
        if !report.changed {
            lines.insert(0, say("merge-nothing", 0));
        }
        lines
    }
}
