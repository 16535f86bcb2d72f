//! What opens the vault from now on (BEY-02): a re-key in two steps, and an older file put back.

use super::*;
use crate::content::Content;
use crate::vault::{RecoveryCode, SlotKind};

const OLD: &[u8] = b"seven quiet words";
const NEW: &[u8] = b"other quiet words";

/// A life that a passphrase opens too.
fn with_passphrase() -> (Life, Koers) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("life.koers");
    let clock = Moving::at("2026-03-02T09:00:00Z");
    let slots = [Secret::Passphrase(OLD), Secret::Device(&DEVICE)];
    let here = Arc::clone(&clock) as Arc<dyn Clock>;
    let koers = Koers::create(&path, &slots, Lang::En, here, &mut |_| {}).expect("a new vault");
    koers.record_all(&start()).expect("the intake is recorded");
    (Life { _folder: folder, path, clock }, koers)
}

impl Life {
    fn opens(&self, secret: &Secret<'_>) -> Result<(), KoersError> {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        Koers::open(&self.path, secret, None, clock, &mut |_| {}).map(|_koers| ())
    }
}

#[test]
fn a_rekey_waits_for_the_code_on_paper_and_then_only_the_new_keys_open_the_vault() {
    let (life, koers) = with_passphrase();
    let before = koers.stats().expect("open");
    let wrong = koers.prepare_rekey(NEW, None, None, &mut |_| {});
    assert_eq!(wrong.expect_err("not its passphrase"), KoersError::WrongKey);
    let empty = koers.prepare_rekey(OLD, Some(b""), None, &mut |_| {}).expect_err("empty");
    assert!(matches!(empty, KoersError::InvalidDraft { reason: Reason::Empty, .. }));

    let ready = koers.prepare_rekey(OLD, Some(NEW), None, &mut |_| {}).expect("ready");
    assert_eq!(ready.removed(), [SlotKind::Device]);
    let code = ready.recovery_code();
    let refused = |typed: &str| {
        let error = koers.rekey(&ready, typed.as_bytes(), &mut |_| {}).expect_err("not the code");
        sentence(&Content::shipped(), Lang::En, &error)
    };
    let mut slip = code.to_string();
    slip.replace_range(12..13, if &code[12..13] == "7" { "8" } else { "7" });
    assert_eq!(
        refused(&slip),
        "There is a slip in group 3 of the recovery code. Compare it with your paper once more."
    );
    let other = RecoveryCode::random().expect("random numbers").text();
    assert!(refused(&other).starts_with("That recovery code isn't right."));
    assert_eq!(koers.stats().expect("open"), before, "nothing was changed");

    let typed = code.to_lowercase().replace('-', " ");
    let receipt = koers.rekey(&ready, typed.as_bytes(), &mut |_| {}).expect("room");
    assert_eq!(receipt.lines.len(), 3, "done, old copies, and the device's key that is gone");
    koers.record(&Command::Log(craving(&koers, 6, None))).expect("it goes on as before");
    koers.lock();
    assert_eq!(life.opens(&Secret::Passphrase(OLD)), Err(KoersError::WrongKey));
    assert_eq!(life.opens(&Secret::Device(&DEVICE)), Err(KoersError::WrongKey));
    let parsed = RecoveryCode::parse(code.as_bytes()).expect("a code");
    assert_eq!(life.opens(&Secret::RecoveryCode(&parsed)), Ok(()));
    assert_eq!(life.opens(&Secret::Passphrase(NEW)), Ok(()));
    assert_eq!(koers.prepare_rekey(NEW, None, None, &mut |_| {}).err(), Some(KoersError::Locked));
}

#[test]
fn an_older_file_put_back_is_told_and_a_newer_or_an_unknown_one_is_not() {
    let (life, koers) = Life::begun();
    let seen = koers.stats().expect("open").generation;
    drop(koers);
    let older = std::fs::read(&life.path).expect("ours");
    let koers = life.reopened();
    koers.record(&Command::Log(craving(&koers, 5, None))).expect("SHP-14");
    let later = koers.stats().expect("open").generation;
    let report = |koers: &Koers, last| koers.open_report(last).expect("open");
    let found = report(&koers, Some(seen));
    assert_eq!((found.generation, found.older, found.line), (seen, false, None));
    drop(koers);
    std::fs::write(&life.path, older).expect("ours");
    let koers = life.reopened();
    for last in [None, Some(0), Some(seen)] {
        assert!(!report(&koers, last).older, "{last:?}");
    }
    let writer = |koers: &Koers| koers.state().as_ref().expect("open").vault.writer();
    let before = writer(&koers);
    let told = report(&koers, Some(later));
    assert!(told.older);
    assert_ne!(writer(&koers), before, "what comes now is told apart from what was there");
    let line = told.line.expect("a sentence");
    assert!(line.starts_with("This vault is older than the last one used here."), "{line}");
    // A write that follows the opening does not hide it.
    koers.record(&Command::Log(craving(&koers, 5, None))).expect("SHP-14");
    assert!(report(&koers, Some(later)).older);
}

#[test]
fn a_vault_is_never_made_with_an_empty_passphrase() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("life.koers");
    let clock = Moving::at("2026-03-02T09:00:00Z");
    let slots = [Secret::Device(&DEVICE), Secret::Passphrase(b"")];
    let refused = Koers::create(&path, &slots, Lang::En, clock, &mut |_| {}).map(|_koers| ());
    let (field, reason) = ("secret".to_owned(), Reason::Empty);
    assert_eq!(refused, Err(KoersError::InvalidDraft { field, reason }));
    assert!(!path.exists(), "nothing was made");
}

#[test]
fn a_passphrase_is_changed_by_who_knows_the_old_one_and_by_nobody_else() {
    let (life, koers) = with_passphrase();
    let before = koers.stats().expect("open");
    let wrong = koers.change_passphrase(NEW, b"a third one", &mut |_| {});
    assert_eq!(wrong, Err(KoersError::WrongKey));
    assert_eq!(koers.stats().expect("open"), before, "nothing was written");
    koers.change_passphrase(OLD, NEW, &mut |_| {}).expect("room");
    drop(koers);
    assert_eq!(life.opens(&Secret::Passphrase(OLD)), Err(KoersError::WrongKey));
    assert_eq!(life.opens(&Secret::Passphrase(NEW)), Ok(()));
}
