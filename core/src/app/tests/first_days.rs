//! The first days on a phone: a vault that only the device opens, and the keys that follow.

use super::*;
use crate::content::Content;
use crate::vault::RecoveryCode;

const FIRST: &[u8] = b"four quiet words here";

fn view(device: bool, passphrase: bool, recovery_code: bool) -> KeysView {
    KeysView { device, passphrase, recovery_code, ask: None }
}

fn says(error: &KoersError) -> String {
    sentence(&Content::shipped(), Lang::En, error)
}

fn log(koers: &Koers) {
    koers.record(&Command::Log(craving(koers, 5, None))).expect("SHP-14");
}

/// What is refused to a vault without a passphrase, each with a sentence that says what to do.
fn without_passphrase(life: &Life, koers: &Koers) -> [Result<(), KoersError>; 4] {
    let path = life.path.with_extension("koersbackup");
    let folder = life.path.parent().expect("a folder");
    [
        koers.backup(&path, false, &mut |_| {}).map(|_made| ()),
        koers.automatic_backup(folder, &mut |_| {}).map(|_made| ()),
        koers.change_passphrase(b"", FIRST, &mut |_| {}),
        koers.prepare_rekey(FIRST, None, None, &mut |_| {}).map(|_ready| ()),
    ]
}

#[test]
fn a_vault_of_the_device_alone_is_used_as_any_other_and_says_what_it_cannot_do_yet() {
    let (life, koers) = Life::begun();
    log(&koers);
    assert_eq!(koers.keys(), Ok(view(true, false, false)));
    let before = koers.stats();
    for refused in without_passphrase(&life, &koers) {
        assert_eq!(refused, Err(KoersError::NoPassphrase), "BEY-02");
    }
    assert_eq!(koers.remove_device_key(), Err(KoersError::NoPassphrase), "nobody could open it");
    assert_eq!(
        says(&KoersError::NoPassphrase),
        "Your vault has no passphrase yet. Choose one first, then this works."
    );
    assert_eq!(koers.stats(), before, "nothing was written");
    let koers = life.reopened_after(koers);
    assert_eq!(koers.diary(0, 10).expect("open").total, 1);
    koers.lock();
    assert_eq!(koers.keys(), Err(KoersError::Locked));
    assert_eq!(koers.set_passphrase(FIRST, &mut |_| {}), Err(KoersError::Locked));
}

#[test]
fn the_first_passphrase_opens_backups_and_is_chosen_once() {
    let (life, koers) = Life::begun();
    let empty = koers.set_passphrase(b"", &mut |_| {}).expect_err("nothing to choose");
    assert!(matches!(empty, KoersError::InvalidDraft { reason: Reason::Empty, .. }), "{empty:?}");
    koers.set_passphrase(FIRST, &mut |_| {}).expect("room");
    assert_eq!(koers.keys(), Ok(view(true, true, false)));
    let again = koers.set_passphrase(b"another", &mut |_| {}).expect_err("it has one");
    assert_eq!(
        says(&again),
        "Your vault has a passphrase already. Change it, with the one you have now."
    );
    assert_eq!(koers.can_back_up(), Ok(true));
    let path = life.path.with_extension("koersbackup");
    let made = koers.backup(&path, false, &mut |_| {}).expect("BEY-02");
    assert!(made.passphrase && !made.recovery_code);
    koers.remove_device_key().expect("the passphrase opens it");
    assert_eq!(koers.keys(), Ok(view(false, true, false)));
    drop(koers);
    let clock = Arc::clone(&life.clock) as Arc<dyn Clock>;
    let opened = Koers::open(&life.path, &Secret::Passphrase(FIRST), None, clock, &mut |_| {});
    assert_eq!(opened.expect("its passphrase").diary(0, 1).expect("open").total, 0);
}

#[test]
fn a_code_on_paper_opens_backups_too_and_lets_the_device_key_go() {
    let (life, koers) = Life::begun();
    let code = koers.new_recovery_code().expect("room");
    assert_eq!(koers.keys(), Ok(view(true, false, true)));
    let path = life.path.with_extension("koersbackup");
    let made = koers.backup(&path, false, &mut |_| {}).expect("the code opens it");
    assert!(made.recovery_code && !made.passphrase);
    koers.remove_device_key().expect("the code opens the vault");
    drop(koers);
    let code = RecoveryCode::parse(code.as_bytes()).expect("as it was shown");
    let clock = Arc::clone(&life.clock) as Arc<dyn Clock>;
    let secret = Secret::RecoveryCode(&code);
    Koers::open(&life.path, &secret, None, clock, &mut |_| {}).expect("its code");
}

#[test]
fn from_the_third_entry_on_the_missing_keys_are_asked_for() {
    let (_life, koers) = Life::begun();
    let ask = || koers.keys().expect("open").ask;
    log(&koers);
    log(&koers);
    assert_eq!(ask(), None, "two entries");
    log(&koers);
    assert_eq!(
        ask().as_deref(),
        Some(
            "You have noted a few moments now. Choose a passphrase and write down a recovery \
             code: without them, everything is lost when your phone breaks."
        )
    );
    koers.new_recovery_code().expect("room");
    assert!(ask().expect("one is missing").starts_with("Choose a passphrase too."));
}

#[test]
fn which_keys_open_a_vault_is_known_without_one_while_nobody_has_it_open() {
    let (life, koers) = Life::begun();
    assert_eq!(slots(&life.path), Err(KoersError::InUse));
    koers.new_recovery_code().expect("room");
    drop(koers);
    assert_eq!(slots(&life.path), Ok(view(true, false, true)));
    let koers = life.reopened();
    assert_eq!(koers.keys(), Ok(view(true, false, true)), "asking changed nothing");
    drop(koers);
    let nowhere = life.path.with_extension("nowhere");
    assert_eq!(slots(&nowhere), Err(KoersError::NotFound));
    std::fs::write(&nowhere, "a letter").expect("ours");
    assert_eq!(slots(&nowhere), Err(KoersError::NotAVault));
}
