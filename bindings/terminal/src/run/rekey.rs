//! A new key for the whole vault, once the new recovery code is on paper.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use koers_core::app::{KoersError, Receipt, Rekeying};
use koers_core::vault::Progress;
use zeroize::Zeroizing;

use super::vault::advise;
use crate::args::Args;
use crate::failure::Failure;
use crate::place::{new_passphrase, spinner, unlock};
use crate::session::{Session, print};
use crate::{ask, show};

/// Explains, shows the new recovery code, has it typed once, and only then changes anything.
pub(crate) fn rekey(args: &Args, file: Option<&Path>) -> Result<(), Failure> {
    let (session, old) = unlock(args)?;
    let old = Zeroizing::new(old);
    for id in ["rekey-explain", "rekey-explain-after"] {
        show::paragraph(0, &session.say(id));
    }
    let new = chosen(&session, file)?;
    let bar = spinner();
    let new = new.as_ref().map(|new| new.as_slice());
    let ready = session.koers.prepare_rekey(&old, new, None, &mut |_| {});
    bar.finish_and_clear();
    let ready = session.ok(ready)?;
    show::paragraph(0, &session.say("rekey-code"));
    anstream::println!("\n  {}\n", *ready.recovery_code());
    let Some(receipt) = confirmed(&session, &ready)? else {
        anstream::println!("{}", session.say("error-cancelled"));
        return Ok(());
    };
    print(args, &receipt, show::receipt)
}

/// Another passphrase from now on: from the file named, or typed by who wants one.
fn chosen(
    session: &Session<'_>,
    file: Option<&Path>,
) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
    let voice = &session.voice;
    if file.is_none() && ask::yes(voice, &voice.say("rekey-new-ask"), false)? != Some(true) {
        return Ok(None);
    }
    let new = Zeroizing::new(new_passphrase(file, voice)?);
    advise(session.args, voice, &new);
    Ok(Some(new))
}

/// Has the code typed until it is right, and does it; none where the person stops.
fn confirmed(session: &Session<'_>, ready: &Rekeying) -> Result<Option<Receipt>, Failure> {
    loop {
        let Some(typed) = session.code("rekey-code-ask", "rekey-code-help")? else {
            return Ok(None);
        };
        let bar = bar(session);
        let done = session.koers.rekey(ready, typed.as_bytes(), &mut |step| {
            if let Progress::Sealing { rows, of } = step {
                bar.set_length(of);
                bar.set_position(rows);
            }
        });
        bar.finish_and_clear();
        match done {
            Err(error @ KoersError::InvalidDraft { .. }) => {
                show::paragraph(0, &session.voice.fail(&error).to_string());
            }
            done => return session.ok(done).map(Some),
        }
    }
}

/// A bar that fills as rows are sealed, on a terminal only.
fn bar(session: &Session<'_>) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {bar:24} {percent} %");
    let bar = ProgressBar::new(0).with_message(session.say("rekey-working"));
    bar.with_style(style.expect("a template that is well formed"))
}
