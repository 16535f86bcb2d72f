//! Files that ask for more than any honest one does: refused at once, and next to nothing is spent
//! on them.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use blake2::Blake2b;
use blake2::digest::{FixedOutput, Update, consts::U16};
use koers_core::vault::{Secret, Vault, backup_header_len, read_porch};
use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use rusqlite::{Connection, params};

use crate::fixture;
use crate::forged::check_of;

/// Memory in KiB, passes and lanes that are asked for: each above what is allowed in one of them.
const COSTS: [[u32; 3]; 6] = [
    [128 * 1024 + 1, 3, 1],
    [u32::MAX, 3, 1],
    [64 * 1024, 17, 1],
    [64 * 1024, u32::MAX, 1],
    [64 * 1024, 3, 2],
    [64 * 1024, 3, u32::MAX],
];
/// Bytes of a file that claims to be larger than any: nothing of them is on the disk.
const HUGE: u64 = 5 << 30;
/// How often each is met: what counts is the middle time, and the most memory of them all.
const TIMES: usize = 21;
/// The code of a passphrase among the kinds of slots.
const PASSPHRASE: u16 = 1;
const CHECK: usize = 16;
/// Bytes of a backup's header before its map.
const START: usize = 16;

/// What a file that asks for too much was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which file.
    pub name: String,
    /// The error, or `taken`.
    pub said: String,
    /// How long it took.
    pub time: Duration,
    /// By how many bytes the memory of the process grew meanwhile.
    pub grown: u64,
}

/// Lays them all and lets `program`, the built `other_process`, meet each in a process of its own.
pub fn run(program: &Path) -> io::Result<Vec<Refused>> {
    let folder = tempfile::tempdir()?;
    let mut all = Vec::new();
    for path in lay(folder.path())? {
        let output = Command::new(program).arg("bomb").arg(&path).output()?;
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let unread = || io::Error::other(format!("{}: {output:?}", path.display()));
        let [said, micros, grown] = told.trim().split('\t').collect::<Vec<_>>()[..] else {
            return Err(unread());
        };
        let number = |digits: &str| digits.parse::<u64>().map_err(|_unread| unread());
        all.push(Refused {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            said: said.to_owned(),
            time: Duration::from_micros(number(micros)?),
            grown: number(grown)?,
        });
    }
    Ok(all)
}

/// Meets one file, in the process of the helper: what it said, the microseconds, and the bytes.
pub fn meet(path: &Path) -> io::Result<String> {
    // What any file costs is paid first: the same one with a secret that it has no slot for.
    let code = fixture::recovery_code();
    let _ = attempt(path, &Secret::RecoveryCode(&code));
    let mut times = Vec::new();
    let before = most_memory_from_now_on()?;
    let mut said = String::new();
    for _ in 0..TIMES {
        let start = Instant::now();
        said = attempt(path, &Secret::Passphrase(b"any"));
        times.push(start.elapsed());
    }
    let grown = most_memory()?.saturating_sub(before);
    times.sort_unstable();
    Ok(format!("{said}\t{}\t{grown}", times[TIMES / 2].as_micros()))
}

fn attempt(path: &Path, secret: &Secret<'_>) -> String {
    let error = match path.extension().and_then(|ending| ending.to_str()) {
        Some("koers") => Vault::open(path, secret, &mut |_| ()).err(),
        Some("porch") => read_porch(path, &[0; 32]).err(),
        _ => Vault::check_backup(path, secret, &mut |_| ()).err(),
    };
    error.map_or_else(|| "taken".to_owned(), |error| format!("{error:?}"))
}

/// Lets Linux measure the most memory anew; gives it in bytes, as it is now.
fn most_memory_from_now_on() -> io::Result<u64> {
    fs::write("/proc/self/clear_refs", "5")?;
    most_memory()
}

fn most_memory() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.map(|kib| kib * 1024).ok_or_else(|| io::Error::other("no VmHWM"))
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Slot {
    #[n(0)]
    head: ByteVec,
    #[n(1)]
    commitment: ByteArray<32>,
    #[n(2)]
    nonce: ByteArray<24>,
    #[n(3)]
    wrapped: ByteArray<48>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Head {
    #[n(0)]
    format: u32,
    #[n(1)]
    id: ByteArray<16>,
    #[n(2)]
    kind: u16,
    #[n(3)]
    salt: ByteArray<16>,
    #[n(4)]
    memory: Option<u32>,
    #[n(5)]
    passes: Option<u32>,
    #[n(6)]
    lanes: Option<u32>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct BackupMap {
    #[n(0)]
    id: ByteArray<16>,
    #[n(1)]
    slots: Vec<ByteVec>,
}

fn lay(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    let mut file = |name: String, fixture: &str| {
        let path = folder.join(name);
        fs::copy(fixture::folder().join(fixture), &path)?;
        all.push(path.clone());
        Ok::<_, io::Error>(path)
    };
    for cost in COSTS {
        let [memory, passes, lanes] = cost;
        let name = format!("{memory} KiB, {passes} passes, {lanes} lanes");
        in_vault(&file(format!("{name}.koers"), "v1.koers")?, cost).map_err(io::Error::other)?;
        in_backup(&file(format!("{name}.koersbackup"), "v1.koersbackup")?, cost)?;
    }
    let map = |length: u32| length.to_le_bytes();
    let longer = file("a map of 4 GiB.koersbackup".to_owned(), "v1.koersbackup")?;
    patched(&longer, |bytes| bytes[12..16].copy_from_slice(&map(u32::MAX)))?;
    let many = file("four thousand million slots.koersbackup".to_owned(), "v1.koersbackup")?;
    patched(&many, claim_many_slots)?;
    for (ending, fixture) in
        [("koers", "v1.koers"), ("koersbackup", "v1.koersbackup"), ("porch", "v1.porch")]
    {
        let huge = file(format!("5 GiB.{ending}"), fixture)?;
        OpenOptions::new().write(true).open(huge)?.set_len(HUGE)?;
    }
    Ok(all)
}

fn patched(path: &Path, change: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
    let mut bytes = fs::read(path)?;
    change(&mut bytes);
    fs::write(path, bytes)
}

/// The array of slots says a number of four bytes instead of what follows.
fn claim_many_slots(bytes: &mut Vec<u8>) {
    let map = [&[0xa2, 0x00, 0x50][..], &[0; 16], &[0x01, 0x9a, 0xff, 0xff, 0xff, 0xff]].concat();
    with_map(bytes, &map);
}

/// Puts another map into a header, with its length and its checksum right.
fn with_map(bytes: &mut Vec<u8>, map: &[u8]) {
    let header = backup_header_len(bytes).unwrap_or_default();
    let rest = bytes.split_off(header);
    let mac = bytes[header - CHECK - 32..header - CHECK].to_vec();
    bytes.truncate(START);
    bytes[12..16].copy_from_slice(&(map.len() as u32).to_le_bytes());
    bytes.extend_from_slice(map);
    bytes.extend_from_slice(&mac);
    let check = check_of(bytes);
    bytes.extend_from_slice(&check);
    bytes.extend_from_slice(&rest);
}

/// Asks for this cost in a backup's slot of a passphrase.
fn in_backup(path: &Path, cost: [u32; 3]) -> io::Result<()> {
    patched(path, |bytes| {
        let header = backup_header_len(bytes).unwrap_or_default();
        let map = &bytes[START..header - CHECK - 32];
        let mut map: BackupMap = minicbor::decode(map).expect("the fixture is whole");
        for slot in &mut map.slots {
            if let Some(costly) = costly(slot, cost) {
                *slot = costly.into();
            }
        }
        with_map(bytes, &minicbor::to_vec(&map).expect("a vector takes every byte"));
    })
}

/// Asks for this cost in both copies of a vault's slot of a passphrase.
fn in_vault(path: &Path, cost: [u32; 3]) -> rusqlite::Result<()> {
    let conn = Connection::open(path)?;
    let mut select = conn.prepare("SELECT id, body FROM slot")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for (id, mut body) in rows.collect::<rusqlite::Result<Vec<(i64, Vec<u8>)>>>()? {
        let Some(costly) = costly(&body[CHECK..], cost) else { continue };
        body[CHECK..].fill(0);
        body[CHECK..CHECK + costly.len()].copy_from_slice(&costly);
        let mut hash = Blake2b::<U16>::default();
        hash.update(b"koers slot copy");
        hash.update(&body[CHECK..]);
        let check: [u8; CHECK] = hash.finalize_fixed().into();
        body[..CHECK].copy_from_slice(&check);
        conn.execute("UPDATE slot SET body = ?2 WHERE id = ?1", params![id, body])?;
    }
    Ok(())
}

/// A slot of a passphrase that asks for this cost; none where it is another slot.
fn costly(slot: &[u8], [memory, passes, lanes]: [u32; 3]) -> Option<Vec<u8>> {
    let mut slot: Slot = minicbor::decode(slot).ok()?;
    let mut head: Head = minicbor::decode(&slot.head).ok()?;
    if head.kind != PASSPHRASE {
        return None;
    }
    (head.memory, head.passes, head.lanes) = (Some(memory), Some(passes), Some(lanes));
    slot.head = minicbor::to_vec(&head).ok()?.into();
    minicbor::to_vec(&slot).ok()
}
