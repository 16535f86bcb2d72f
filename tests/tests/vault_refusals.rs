//! What cannot be opened says why, each in its own way, and is left byte for byte as it was.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use koers_core::vault::{Progress, RecoveryCode, Secret, SlotKind, Vault, VaultError};
use koers_tests::sample::{self, DEVICE};
use tempfile::TempDir;

const OTHER_PROCESS: &str = env!("CARGO_BIN_EXE_other_process");

struct Home {
    folder: TempDir,
    path: PathBuf,
}

fn home() -> Home {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("vault.koers");
    sample::vault(&path, 1, 20).expect("an empty folder");
    Home { folder, path }
}

/// Opens, expects a refusal, and checks that neither the file nor the folder changed.
fn refusal(home: &Home, secret: &Secret<'_>) -> VaultError {
    let before = fs::read(&home.path).ok();
    let error = Vault::open(&home.path, secret, &mut |_| ()).expect_err("it must be refused");
    assert_eq!(fs::read(&home.path).ok(), before, "the file is untouched");
    let names = fs::read_dir(home.folder.path()).expect("the folder is ours").count();
    assert_eq!(names, 1, "and nothing was left beside it");
    error
}

fn refused(home: &Home) -> VaultError {
    refusal(home, &Secret::Device(&DEVICE))
}

fn patch(home: &Home, at: usize, bytes: &[u8]) {
    let mut file = fs::read(&home.path).expect("the file is ours");
    file[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(&home.path, file).expect("the file is ours");
}

fn other_process(what: &str, path: &Path) -> Command {
    let mut command = Command::new(OTHER_PROCESS);
    command.arg(what).arg(path).stdin(Stdio::piped()).stdout(Stdio::piped());
    command
}

fn answer(mut command: Command) -> String {
    let output = command.output().expect("the helper runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn a_wrong_passphrase_pays_the_whole_derivation_once_and_learns_nothing() {
    let home = home();
    let (mut vault, _) = sample::open(&home.path).expect("a whole vault");
    vault.set_slot(&Secret::Passphrase(b"horse battery"), &mut |_| ()).expect("room");
    drop(vault);
    let mut steps = Vec::new();
    let wrong = Secret::Passphrase(b"horse batterz");
    let error = Vault::open(&home.path, &wrong, &mut |step| steps.push(step)).map(|_| ());
    assert_eq!(error, Err(VaultError::WrongKey));
    assert_eq!(steps, [Progress::DerivingKey]);
    assert_eq!(refusal(&home, &wrong), VaultError::WrongKey);
    let far_off = refusal(&home, &Secret::Passphrase(b""));
    assert_eq!(far_off, VaultError::WrongKey, "no hint of what was close");
}

#[test]
fn a_kind_of_key_that_the_vault_does_not_have_is_named() {
    let code = RecoveryCode::random().expect("random numbers");
    let error = refusal(&home(), &Secret::RecoveryCode(&code));
    assert_eq!(error, VaultError::NoSuchSlot(SlotKind::RecoveryCode));
}

#[test]
fn what_is_not_a_vault_is_not_taken_for_one() {
    let home = home();
    patch(&home, 68, b"MPBX");
    assert_eq!(refused(&home), VaultError::NotAVault, "another program's database");
    for text in [
        "",
        "x",
        "a letter to a friend, longer than a hundred characters, because it is \
                  a real one and not only a line that happens to be a test",
    ] {
        fs::write(&home.path, text).expect("the file is ours");
        assert_eq!(refused(&home), VaultError::NotAVault, "{text}");
    }
    fs::remove_file(&home.path).expect("the file is ours");
    let error = sample::open(&home.path).map(|_| ());
    assert_eq!(error, Err(VaultError::NotFound));
}

#[test]
fn a_vault_that_was_cut_short_says_so_wherever_it_was_cut() {
    let home = home();
    let whole = fs::read(&home.path).expect("the file is ours");
    for length in [16, 99, 100, 4095, 4096, 4097, 40_000, whole.len() / 2, whole.len() - 1] {
        fs::write(&home.path, &whole[..length]).expect("the file is ours");
        assert_eq!(refused(&home), VaultError::CutShort, "cut at {length}");
    }
}

#[test]
fn a_newer_format_is_left_alone() {
    let home = home();
    patch(&home, 60, &2_u32.to_be_bytes());
    assert_eq!(refused(&home), VaultError::NewerFormat { format: 2 });
    // Even if an interrupted write of the newer version lies beside it.
    let journal = home.path.with_extension("koers-journal");
    fs::write(&journal, [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]).expect("ours");
    let before = fs::read(&home.path).expect("the file is ours");
    let error = sample::open(&home.path).map(|_| ());
    assert_eq!(error, Err(VaultError::NewerFormat { format: 2 }));
    assert_eq!(fs::read(&home.path).expect("the file is ours"), before);
}

#[test]
fn a_folder_in_its_place_is_named() {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("vault.koers");
    fs::create_dir(&path).expect("an empty folder");
    let secret = Secret::Device(&DEVICE);
    let opened = Vault::open(&path, &secret, &mut |_| ()).map(|_| ());
    assert_eq!(opened, Err(VaultError::IsAFolder));
    let created = Vault::create(&path, &[secret], &mut |_| ()).map(|_| ());
    assert_eq!(created, Err(VaultError::IsAFolder));
}

/// The superuser may read everything, so the try is made by somebody else then.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_or_not_be_written_is_no_permission() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;

    let home = home();
    let mode = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("ours");
    };
    mode(home.folder.path(), 0o755);
    let superuser = home.path.metadata().expect("it is there").uid() == 0;
    let before = fs::read(&home.path).expect("the file is ours");
    for mode_of_file in [0o000, 0o444] {
        mode(&home.path, mode_of_file);
        let mut command = other_process("try", &home.path);
        if superuser {
            command.uid(NOBODY);
        }
        assert_eq!(answer(command), "NoPermission", "{mode_of_file:o}");
    }
    mode(&home.path, 0o600);
    assert_eq!(fs::read(&home.path).expect("the file is ours"), before);
}

#[test]
fn a_vault_that_another_process_has_open_is_in_use_until_it_closes() {
    let home = home();
    let mut other = other_process("hold", &home.path).spawn().expect("the helper runs");
    let mut line = String::new();
    let out = other.stdout.take().expect("piped");
    BufReader::new(out).read_line(&mut line).expect("the helper speaks");
    assert_eq!(line.trim(), "opened");
    let before = fs::read(&home.path).expect("the file is ours");
    assert_eq!(sample::open(&home.path).map(|_| ()), Err(VaultError::InUse));
    assert_eq!(fs::read(&home.path).expect("the file is ours"), before);
    drop(other.stdin.take());
    other.wait().expect("the helper ends");
    sample::open(&home.path).expect("free again");
}

#[test]
fn a_second_opening_in_this_process_does_not_give_the_lock_away() {
    let home = home();
    let (vault, _) = sample::open(&home.path).expect("a whole vault");
    assert_eq!(sample::open(&home.path).map(|_| ()), Err(VaultError::InUse));
    assert_eq!(answer(other_process("try", &home.path)), "InUse");
    #[cfg(unix)]
    {
        let link = home.folder.path().join("link.koers");
        fs::hard_link(&home.path, &link).expect("a file system with links");
        assert_eq!(sample::open(&link).map(|_| ()), Err(VaultError::InUse), "by another name");
        let symbolic = home.folder.path().join("symbolic.koers");
        std::os::unix::fs::symlink(&home.path, &symbolic).expect("a file system with links");
        assert_eq!(sample::open(&symbolic).map(|_| ()), Err(VaultError::InUse), "by a third");
        assert_eq!(answer(other_process("try", &home.path)), "InUse");
    }
    drop(vault);
    assert_eq!(answer(other_process("try", &home.path)), "opened");
}

#[test]
fn a_trigger_or_a_view_in_the_file_is_refused_before_it_can_run() {
    for foreign in [
        "CREATE TRIGGER t AFTER UPDATE ON row BEGIN DELETE FROM slot; END",
        "CREATE VIEW v AS SELECT sealed FROM row",
    ] {
        let home = home();
        let conn = rusqlite::Connection::open(&home.path).expect("a database");
        conn.execute_batch(foreign).expect("SQLite allows it");
        drop(conn);
        assert_eq!(refused(&home), VaultError::ForeignObjects, "{foreign}");
    }
}
