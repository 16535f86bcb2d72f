//! From a passphrase to a key: Argon2id, with bounds on what a file may ask of this machine.

use std::time::Instant;

use argon2::{Algorithm, Argon2, AssociatedData, Block, ParamsBuilder, Version};
use zeroize::{Zeroize, Zeroizing};

use super::key::Bytes32;
use super::passphrase::prepared;
use super::{VaultError, calibrate};

/// What a derivation costs. Argon2id, version 0x13, one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    /// Memory in KiB.
    pub(super) memory: u32,
    /// Passes over the memory.
    pub(super) passes: u32,
    /// Lanes; always 1.
    pub(super) lanes: u32,
}

impl Cost {
    /// RFC 9106 (2021), second recommended option: 64 MiB, three passes.
    pub(super) const USUAL: Self = Self { memory: 64 * 1024, passes: 3, lanes: 1 };
    /// OWASP Password Storage Cheat Sheet (2023), for a machine that refuses 64 MiB.
    pub(super) const SMALL: Self = Self { memory: 19 * 1024, passes: 2, lanes: 1 };

    /// Above this a file is an attack on the machine, not a vault (judgement).
    const MOST_MEMORY: u32 = 128 * 1024;
    const MOST_PASSES: u32 = 16;
    /// The least that Argon2 takes.
    const LEAST_MEMORY: u32 = 8;

    /// Whether this machine will pay it; asked before any memory is taken.
    pub(super) fn check(self) -> Result<(), VaultError> {
        let fits = (Self::LEAST_MEMORY..=Self::MOST_MEMORY).contains(&self.memory)
            && (1..=Self::MOST_PASSES).contains(&self.passes)
            && self.lanes == 1;
        if fits { Ok(()) } else { Err(VaultError::CostTooHigh) }
    }
}

/// The memory of one derivation, wiped when dropped.
pub(super) struct Memory(Vec<Block>);

impl Memory {
    /// Reserves what the cost asks for; refused memory is an answer, not an abort.
    pub(super) fn reserve(cost: Cost) -> Result<Self, VaultError> {
        cost.check()?;
        let mut blocks = Vec::new();
        let refused = |_refused| VaultError::NotEnoughMemory;
        blocks.try_reserve_exact(cost.memory as usize).map_err(refused)?;
        blocks.resize(cost.memory as usize, Block::new());
        Ok(Self(blocks))
    }

    /// For a new slot: 64 MiB with the passes that half a second of this machine pays, or the
    /// small cost where that memory is refused.
    pub(super) fn for_new_slot() -> Result<(Cost, Self), VaultError> {
        calibrate::passes().and_then(Self::for_passes).or_else(|_refused| {
            let memory = Self::reserve(Cost::SMALL)?;
            Ok((Cost::SMALL, memory))
        })
    }

    /// 64 MiB for so many passes.
    pub(super) fn for_passes(passes: u32) -> Result<(Cost, Self), VaultError> {
        let cost = Cost { passes, ..Cost::USUAL };
        Ok((cost, Self::reserve(cost)?))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// The key-encryption key of a passphrase, however it was typed.
pub(super) fn derive(
    passphrase: &[u8],
    salt: &[u8],
    cost: Cost,
    memory: &mut Memory,
) -> Result<Bytes32, VaultError> {
    cost.check()?;
    let passphrase = prepared(passphrase);
    let start = Instant::now();
    let key = derive_raw(&Given { password: &passphrase, salt, ..Given::default() }, cost, memory)?;
    calibrate::note(cost, start.elapsed());
    Ok(key)
}

/// What Argon2id takes beside its cost; the vault gives no secret and no associated data.
#[derive(Default)]
struct Given<'a> {
    password: &'a [u8],
    salt: &'a [u8],
    secret: &'a [u8],
    associated: &'a [u8],
}

/// Argon2id of exactly this, whatever it costs. Whatever this vault derives, it derives here.
fn derive_raw(given: &Given<'_>, cost: Cost, memory: &mut Memory) -> Result<Bytes32, VaultError> {
    let refused = |error: argon2::Error| VaultError::Other { reason: error.to_string() };
    let mut params = ParamsBuilder::new();
    params.m_cost(cost.memory).t_cost(cost.passes).p_cost(cost.lanes).output_len(32);
    params.data(AssociatedData::new(given.associated).map_err(refused)?);
    let params = params.build().map_err(refused)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new_with_secret(given.secret, Algorithm::Argon2id, Version::V0x13, params)
        .and_then(|argon2| {
            let Given { password, salt, .. } = given;
            argon2.hash_password_into_with_memory(password, salt, &mut *key, &mut memory.0)
        })
        .map_err(refused)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_within_the_bounds_is_paid_and_one_above_them_is_refused_unpaid() {
        for cost in [Cost::USUAL, Cost::SMALL, Cost { memory: 131_072, passes: 16, lanes: 1 }] {
            assert_eq!(cost.check(), Ok(()), "{cost:?}");
        }
        for cost in [
            Cost { memory: 131_073, ..Cost::USUAL },
            Cost { memory: u32::MAX, ..Cost::USUAL },
            Cost { memory: 7, ..Cost::USUAL },
            Cost { passes: 17, ..Cost::USUAL },
            Cost { passes: 0, ..Cost::USUAL },
            Cost { lanes: 2, ..Cost::USUAL },
        ] {
            assert_eq!(Memory::reserve(cost).err(), Some(VaultError::CostTooHigh), "{cost:?}");
        }
    }

    #[test]
    fn the_derivation_is_argon2id_as_published() {
        // From the reference implementation's own tests (P-H-C/phc-winner-argon2, test.c).
        let cost = Cost { memory: 65_536, passes: 2, lanes: 1 };
        let mut memory = Memory::reserve(cost).expect("64 MiB are free");
        let key = derive(b"password", b"somesalt", cost, &mut memory).expect("in bounds");
        assert_eq!(
            super::super::tests::hex(&*key),
            "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
        );
    }

    /// RFC 9106 (2021), 5.3, with all that Argon2id takes. Four lanes: no vault may ask for them.
    #[test]
    fn the_derivation_is_argon2id_of_rfc_9106() {
        let cost = Cost { memory: 32, passes: 3, lanes: 4 };
        assert_eq!(cost.check(), Err(VaultError::CostTooHigh));
        let mut memory = Memory(vec![Block::new(); 32]);
        let given =
            Given { password: &[1; 32], salt: &[2; 16], secret: &[3; 8], associated: &[4; 12] };
        let key = derive_raw(&given, cost, &mut memory).expect("32 KiB are free");
        assert_eq!(
            super::super::tests::hex(&*key),
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
        );
    }
}
