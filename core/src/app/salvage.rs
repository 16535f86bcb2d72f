//! What can still be read of a damaged vault, in a new one.

use std::path::Path;

use serde::Serialize;

use super::{Here, Koers, KoersError};
use crate::content::{Args, Content, Lang};
use crate::vault::{Progress, Salvaged, Secret, Vault};

/// What a salvage did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct SalvageReport {
    /// The vault was damaged; if not, nothing was done.
    pub needed: bool,
    /// Things that came back: entries, plans, settings.
    pub records: u64,
    /// Parts of the file that could not be read, empty ones included; none where not even their
    /// number is known.
    pub lost_parts: Option<u64>,
    /// Where the damaged file is kept.
    pub kept_aside: Option<String>,
    /// The same for the person, line by line.
    pub lines: Vec<String>,
}

impl Koers {
    /// Makes a new vault of what can be read of the damaged one at this path. Everything that opened
    /// it opens the new one; the damaged file is kept aside. A vault that is sound is left alone.
    ///
    /// # Errors
    ///
    /// `WrongKey`, `InUse`, `NoPermission`, `StorageFull`; where nothing can be read with this
    /// secret, what opening it says. Nothing was changed then.
    pub fn salvage(
        path: &Path,
        secret: &Secret<'_>,
        lang: Lang,
        here: &Here,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<SalvageReport, KoersError> {
        let date = super::backup::local(here.now, here).date().to_string();
        let salvaged = Vault::salvage(path, secret, &date, progress)?;
        let content = Content::shipped();
        Ok(match salvaged {
            None => SalvageReport {
                needed: false,
                records: 0,
                lost_parts: None,
                kept_aside: None,
                lines: vec![content.text("salvage-not-needed", lang, &Args::new())],
            },
            Some(salvaged) => report(&content, lang, &salvaged),
        })
    }
}

fn report(content: &Content, lang: Lang, salvaged: &Salvaged) -> SalvageReport {
    let say = |id: &str, args: &Args| content.text(id, lang, args);
    let counted = |id: &str, count: u64| {
        say(id, &Args::new().count("count", i64::try_from(count).unwrap_or(i64::MAX)))
    };
    let kept = salvaged.kept_aside.display().to_string();
    let mut lines = vec![counted("salvage-back", salvaged.records)];
    lines.push(match salvaged.lost_rows {
        Some(0) => say("salvage-all", &Args::new()),
        Some(lost) => counted("salvage-lost", lost),
        None => say("salvage-lost-unknown", &Args::new()),
    });
    lines.push(say("salvage-kept-aside", &Args::new().text("path", &kept)));
    if salvaged.lost_rows != Some(0) {
        lines.push(say("salvage-merge", &Args::new()));
    }
    SalvageReport {
        needed: true,
        records: salvaged.records,
        lost_parts: salvaged.lost_rows,
        kept_aside: Some(kept),
        lines,
    }
}
