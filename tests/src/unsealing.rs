//! The keys of a vault, from the layout of its file alone: a second hand that unwraps a slot, for
//! tests that must know what may not be found.
//!
//! It knows the format as the files in `core/src/vault` write it down and uses nothing of them.

use std::error::Error;
use std::path::Path;

use blake2::Blake2bMac;
use blake2::digest::{FixedOutput, KeyInit, Update, consts::U32};
use chacha20poly1305::{AeadInOut, Key, Tag, XChaCha20Poly1305, XNonce};
use minicbor::Decode;
use minicbor::bytes::{ByteArray, ByteVec};
use rusqlite::{Connection, OpenFlags};

/// The code of a device key among the kinds of slots.
const DEVICE: u16 = 2;
/// The kinds of rows that are the vault's own.
const BACKUP_KEYS: u16 = 1;
const DROP_KEY: u16 = 2;
/// Bytes of the checksum before a slot's content.
const CHECK: usize = 16;

/// The keys of one vault, from its slot down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VaultKeys {
    /// What the device key becomes.
    pub kek: [u8; 32],
    /// What wraps the vault key.
    pub wrap: [u8; 32],
    /// The vault key.
    pub vault: [u8; 32],
    /// What seals rows.
    pub rows: [u8; 32],
    /// What the manifest's fingerprints are made with.
    pub manifest: [u8; 32],
    /// What lies in the vault's own rows: the keys of its backups, and the secret half of the drop
    /// box's key where there is one.
    pub own: Vec<[u8; 32]>,
}

#[derive(Decode)]
#[cbor(map)]
struct Slot {
    #[n(0)]
    head: ByteVec,
    #[n(2)]
    nonce: ByteArray<24>,
    #[n(3)]
    wrapped: ByteArray<48>,
}

/// A row within its seal; a version has other keys besides.
#[derive(Decode)]
#[cbor(map)]
struct Row {
    #[n(0)]
    kind: u16,
    #[n(8)]
    body: Option<ByteVec>,
}

/// A key of backups.
#[derive(Decode)]
#[cbor(map)]
struct BackupKey {
    #[n(2)]
    key: ByteArray<32>,
}

#[derive(Decode)]
#[cbor(map)]
struct Head {
    #[n(1)]
    vault: ByteArray<16>,
    #[n(2)]
    kind: u16,
    #[n(3)]
    salt: ByteArray<16>,
}

/// The keys of the vault at this path, which nobody may have open.
///
/// # Errors
///
/// Where the device key does not open it.
pub fn vault_keys(path: &Path, device: &[u8; 32]) -> Result<VaultKeys, Box<dyn Error>> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut select = conn.prepare("SELECT body FROM slot")?;
    let mut bodies = select.query([])?;
    while let Some(body) = bodies.next()? {
        let body: Vec<u8> = body.get(0)?;
        let Ok(slot) = minicbor::decode::<Slot>(&body[CHECK..]) else { continue };
        let head: Head = minicbor::decode(&slot.head)?;
        if head.kind == DEVICE {
            let mut keys = unwrapped(&slot, &head, device)?;
            keys.own = own_rows(&conn, &head, &keys.rows)?;
            return Ok(keys);
        }
    }
    Err("no slot for a device key".into())
}

fn unwrapped(slot: &Slot, head: &Head, device: &[u8; 32]) -> Result<VaultKeys, Box<dyn Error>> {
    let kek = keyed(device, &[b"koers slot", &head.kind.to_le_bytes(), &*head.salt]);
    let wrap = keyed(&kek, &[b"wrap"]);
    let vault = opened(&wrap, *slot.nonce, &slot.head, &*slot.wrapped)?;
    let vault: [u8; 32] = vault.as_slice().try_into()?;
    let (rows, manifest) = (keyed(&vault, &[b"koers rows"]), keyed(&vault, &[b"koers manifest"]));
    Ok(VaultKeys { kek, wrap, vault, rows, manifest, own: vec![] })
}

/// The keys in the rows that are the vault's own.
fn own_rows(
    conn: &Connection,
    head: &Head,
    key: &[u8; 32],
) -> Result<Vec<[u8; 32]>, Box<dyn Error>> {
    let mut select = conn.prepare("SELECT id, sealed FROM row WHERE id <> 0")?;
    let mut rows = select.query([])?;
    let mut own = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, sealed): (i64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let (nonce, sealed) = sealed.split_first_chunk::<24>().ok_or("a short row")?;
        let aad = [&head.vault[..], &1_u32.to_le_bytes(), &id.to_le_bytes()].concat();
        let plain = opened(key, *nonce, &aad, sealed)?;
        let Row { kind, body } = minicbor::decode(&plain)?;
        let body = body.unwrap_or_else(|| Vec::new().into());
        match kind {
            BACKUP_KEYS => {
                let keys: Vec<BackupKey> = minicbor::decode(&body)?;
                own.extend(keys.iter().map(|one| *one.key));
            }
            DROP_KEY => own.push(body.as_slice().try_into()?),
            _ => {}
        }
    }
    Ok(own)
}

fn opened(
    key: &[u8; 32],
    nonce: [u8; 24],
    aad: &[u8],
    sealed: &[u8],
) -> Result<Vec<u8>, Box<dyn Error>> {
    let (body, tag) = sealed.split_last_chunk::<16>().ok_or("too short for a seal")?;
    let mut body = body.to_vec();
    XChaCha20Poly1305::new(&Key::from(*key))
        .decrypt_inout_detached(
            &XNonce::from(nonce),
            aad,
            body.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .map_err(|_refused| "a seal does not hold")?;
    Ok(body)
}

/// Keyed BLAKE2b-256 over the parts in a row.
pub fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Blake2bMac::<U32>::new_from_slice(key).expect("BLAKE2b takes 32-byte keys");
    for part in parts {
        mac.update(part);
    }
    mac.finalize_fixed().into()
}
