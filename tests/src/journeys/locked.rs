//! The calls that need no open vault: the porch, and what is done to files.

use std::path::{Path, PathBuf};

use koers_core::app::{Here, Koers, KoersError, Porch, keys_gone, slots, stepped};
use koers_core::content::{Code, Content, Lang};
use koers_core::vault::Secret;
use serde_json::Value;

use super::arguments::With;
use super::call::nothing;
use super::neutral::neutral;

/// A call of the porch.
pub(super) fn porch(
    porch: &Porch,
    name: &str,
    with: &With<'_>,
    lang: Lang,
    here: &Here,
) -> Result<Value, KoersError> {
    Ok(match name {
        "due" => neutral(&porch.due(here, lang)?),
        "plan" => neutral(&porch.plan(here, lang)?),
        "help_now" => neutral(&porch.help_now(lang)?),
        "drop" => nothing(porch.drop(&with.get("draft"), here)?),
        "later" => nothing(porch.later(&with.get::<String>("stable_id"), here)?),
        other => panic!("no such call: {other}"),
    })
}

/// A call that is about files alone; none where it is another one.
pub(super) fn without_vault(
    name: &str,
    with: &With<'_>,
    lang: Lang,
    here: &Here,
) -> Option<Result<Value, KoersError>> {
    let passphrase = || with.bytes("passphrase");
    Some(match name {
        "copy_file" => {
            let (from, to): (PathBuf, PathBuf) = (with.get("from"), with.get("to"));
            std::fs::copy(from, to).expect("a file that is there, and room");
            Ok(Value::Null)
        }
        "damage_file" => {
            damage(&with.get::<PathBuf>("path"));
            Ok(Value::Null)
        }
        "keys_gone" => Ok(neutral(&keys_gone(&Content::shipped(), lang))),
        "slots" => slots(&with.get::<PathBuf>("path")).map(|keys| neutral(&keys)),
        "stepped" => step(with, lang),
        "wipe" => Koers::wipe(&with.get::<PathBuf>("path")).map(nothing),
        "wipe_porch" => Porch::remove(&with.get::<PathBuf>("path")).map(nothing),
        "check_backup" => check(with, &Secret::Passphrase(&passphrase()), lang, here),
        "check_backup_with_recovery_code" => {
            with.code("code").and_then(|code| check(with, &Secret::RecoveryCode(&code), lang, here))
        }
        "restore" => restore(with, &Secret::Passphrase(&passphrase()), lang, here),
        "restore_with_recovery_code" => with
            .code("code")
            .and_then(|code| restore(with, &Secret::RecoveryCode(&code), lang, here)),
        "salvage" => salvage(with, &Secret::Passphrase(&passphrase()), lang, here),
        "salvage_with_recovery_code" => with
            .code("code")
            .and_then(|code| salvage(with, &Secret::RecoveryCode(&code), lang, here)),
        "salvage_with_device_key" => salvage(with, &Secret::Device(&with.key("key")), lang, here),
        _ => return None,
    })
}

/// Bytes of the first page of a vault, which says what is in the others.
const FIRST_PAGE: usize = 4096;

fn damage(path: &Path) {
    let mut bytes = std::fs::read(path).expect("a file that is there");
    bytes[..FIRST_PAGE].fill(0);
    std::fs::write(path, bytes).expect("room");
}

fn step(with: &With<'_>, lang: Lang) -> Result<Value, KoersError> {
    let (substance, unit): (Code, Code) = (with.get("substance"), with.get("unit"));
    let amount: String = with.get("amount");
    let content = Content::shipped();
    Ok(stepped(&content, lang, &substance, &unit, &amount, with.get("up"))?.into())
}

fn check(
    with: &With<'_>,
    secret: &Secret<'_>,
    lang: Lang,
    here: &Here,
) -> Result<Value, KoersError> {
    let path: PathBuf = with.get("path");
    Ok(neutral(&Koers::check_backup(&path, secret, lang, here, &mut |_| {})?))
}

fn restore(
    with: &With<'_>,
    secret: &Secret<'_>,
    lang: Lang,
    here: &Here,
) -> Result<Value, KoersError> {
    let (backup, path): (PathBuf, PathBuf) = (with.get("backup"), with.get("path"));
    let over = with.truth("over");
    Ok(neutral(&Koers::restore(&backup, &path, secret, over, lang, here, &mut |_| {})?))
}

fn salvage(
    with: &With<'_>,
    secret: &Secret<'_>,
    lang: Lang,
    here: &Here,
) -> Result<Value, KoersError> {
    let path: PathBuf = with.get("path");
    Ok(neutral(&Koers::salvage(&path, secret, lang, here, &mut |_| {})?))
}
