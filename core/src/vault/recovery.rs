//! The recovery code: 128 random bits, written so that a person can copy them by hand.
//!
//! Seven groups of five signs in Crockford's base 32. The last sign of a group checks that group
//! and its place, so that a slip is named where it was made; twelve bits of a hash over the whole
//! stand after the 128.

use std::fmt;

use blake2::Blake2b;
use blake2::digest::{FixedOutput, Update, consts::U32};
use zeroize::{Zeroize, Zeroizing};

use super::VaultError;
use super::key::random;

/// Crockford, Base 32 (2002): no I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 7;
/// Signs of a group, the check included.
const GROUP: usize = 5;

/// A recovery code, wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 16]);

/// Why a typed recovery code is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// A group does not check out, has a sign that no code has, or is too long or too short.
    #[error("group {group} of the recovery code has a slip in it")]
    Group {
        /// Which one, from 1 to 7.
        group: u8,
    },
    /// Not 35 signs.
    #[error("a recovery code has 35 signs, this one has {signs}")]
    Length {
        /// How many were found, spaces and dashes not counted.
        signs: u32,
    },
    /// Every group checks out, the whole does not.
    #[error("the groups of the recovery code do not belong together")]
    Whole,
}

impl RecoveryCode {
    /// A new code from the operating system's generator.
    pub fn random() -> Result<Self, VaultError> {
        Ok(Self(random()?))
    }

    /// The code as written: seven groups of five, with dashes between them.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (GROUP + 1)));
        for (place, data) in self.digits().chunks_exact(GROUP - 1).enumerate() {
            if place > 0 {
                text.push('-');
            }
            for &digit in data {
                text.push(char::from(SIGNS[usize::from(digit)]));
            }
            text.push(char::from(SIGNS[usize::from(check(place, data))]));
        }
        text
    }

    /// Reads a typed code: any case, with or without spaces and dashes, and with O for 0, I or L
    /// for 1, U for V.
    pub fn parse(typed: &[u8]) -> Result<Self, RecoveryCodeError> {
        let typed = Zeroizing::new(String::from_utf8_lossy(typed).into_owned());
        let parts: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let signs: Zeroizing<Vec<u8>> =
            Zeroizing::new(parts.iter().flat_map(|part| part.chars()).map(digit).collect());
        if signs.len() != GROUPS * GROUP {
            let odd = parts.iter().position(|part| part.chars().count() != GROUP);
            return Err(match odd {
                Some(place) if parts.len() == GROUPS => slip(place),
                _ => RecoveryCodeError::Length { signs: signs.len() as u32 },
            });
        }
        let mut digits = Zeroizing::new([0; GROUPS * (GROUP - 1)]);
        let groups = signs.chunks_exact(GROUP).zip(digits.chunks_exact_mut(GROUP - 1));
        for (place, (group, kept)) in groups.enumerate() {
            let (data, last) = group.split_at(GROUP - 1);
            if group.contains(&NO_DIGIT) || check(place, data) != last[0] {
                return Err(slip(place));
            }
            kept.copy_from_slice(data);
        }
        Self::from_digits(&digits).ok_or(RecoveryCodeError::Whole)
    }

    /// The secret bits.
    pub(super) fn secret(&self) -> &[u8; 16] {
        &self.0
    }

    /// 28 digits of five bits: the 128, then twelve of the hash.
    fn digits(&self) -> Zeroizing<[u8; GROUPS * (GROUP - 1)]> {
        let [first, second] = whole(&self.0);
        let mut bytes = Zeroizing::new([0_u8; 18]);
        bytes[..16].copy_from_slice(&self.0);
        bytes[16] = first;
        bytes[17] = second & 0xf0;
        let mut digits = Zeroizing::new([0; GROUPS * (GROUP - 1)]);
        for (i, digit) in digits.iter_mut().enumerate() {
            for bit in i * 5..i * 5 + 5 {
                *digit = *digit << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1;
            }
        }
        digits
    }

    fn from_digits(digits: &[u8; GROUPS * (GROUP - 1)]) -> Option<Self> {
        let mut code = Self([0; 16]);
        for bit in 0..128 {
            code.0[bit / 8] |= (digits[bit / 5] >> (4 - bit % 5) & 1) << (7 - bit % 8);
        }
        (*code.digits() == *digits).then_some(code)
    }
}

impl Drop for RecoveryCode {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn slip(place: usize) -> RecoveryCodeError {
    RecoveryCodeError::Group { group: place as u8 + 1 }
}

fn whole(secret: &[u8; 16]) -> [u8; 2] {
    let mut hash = Blake2b::<U32>::default();
    hash.update(b"koers recovery code");
    hash.update(secret);
    let hash = hash.finalize_fixed();
    [hash[0], hash[1]]
}

/// What stands for a sign that no code has.
const NO_DIGIT: u8 = 0xff;

fn digit(sign: char) -> u8 {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    SIGNS.iter().position(|&s| char::from(s) == sign).map_or(NO_DIGIT, |at| at as u8)
}

/// A digit that changes with any one sign of the group, with any two neighbours changing places,
/// and with the group's own place: a weighted sum in the field of 32 elements.
fn check(place: usize, data: &[u8]) -> u8 {
    double(data.iter().fold(place as u8 + 1, |sum, &digit| double(sum) ^ digit))
}

/// Times *x*, modulo x⁵ + x² + 1.
fn double(digit: u8) -> u8 {
    let shifted = digit << 1;
    if shifted & 0x20 == 0 { shifted } else { shifted ^ 0x25 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code() -> RecoveryCode {
        RecoveryCode(*b"sixteen bytes ok")
    }

    #[test]
    fn a_code_keeps_its_written_form_for_ever() {
        assert_eq!(code().text().as_str(), "EDMQ8-GX35J-CNQ2T-0RKSV-EHJQZ-683F9-DC3GK");
    }

    #[test]
    fn case_spaces_and_look_alikes_do_not_matter() {
        let text = code().text().replace('-', " ").to_lowercase();
        for typed in
            [text.clone(), text.replace(' ', ""), text.replace('0', "o"), format!(" {text}\n")]
        {
            assert_eq!(RecoveryCode::parse(typed.as_bytes()), Ok(code()), "{typed}");
        }
        let alike = text.replace('1', "l").replace('v', "u");
        assert_eq!(RecoveryCode::parse(alike.as_bytes()), Ok(code()));
    }

    #[test]
    fn a_missing_sign_is_named_by_its_group_or_counted() {
        let text = code().text();
        let mut third_short = text.to_string();
        third_short.remove(14);
        let group = RecoveryCode::parse(third_short.as_bytes());
        assert_eq!(group, Err(RecoveryCodeError::Group { group: 3 }));
        let together = third_short.replace('-', "");
        let length = RecoveryCode::parse(together.as_bytes());
        assert_eq!(length, Err(RecoveryCodeError::Length { signs: 34 }));
        assert_eq!(RecoveryCode::parse(b""), Err(RecoveryCodeError::Length { signs: 0 }));
    }

    proptest! {
        #[test]
        fn any_code_reads_back(secret: [u8; 16]) {
            let code = RecoveryCode(secret);
            prop_assert_eq!(RecoveryCode::parse(code.text().as_bytes()), Ok(code));
        }

        #[test]
        fn one_wrong_sign_is_named_by_its_group(secret: [u8; 16], at in 0..35_usize, by in 1..32_usize) {
            let text = RecoveryCode(secret).text().replace('-', "");
            let mut signs = text.into_bytes();
            let old = SIGNS.iter().position(|s| *s == signs[at]).expect("a sign of the code");
            signs[at] = SIGNS[(old + by) % 32];
            let group = (at / GROUP) as u8 + 1;
            prop_assert_eq!(RecoveryCode::parse(&signs), Err(RecoveryCodeError::Group { group }));
        }

        #[test]
        fn neighbours_and_groups_that_change_places_are_noticed(secret: [u8; 16], at in 0..34_usize, group in 0..6_usize) {
            let code = RecoveryCode(secret);
            let signs = code.text().replace('-', "").into_bytes();
            let mut neighbours = signs.clone();
            neighbours.swap(at, at + 1);
            if neighbours != signs {
                prop_assert!(RecoveryCode::parse(&neighbours).is_err());
            }
            let mut groups = signs.clone();
            groups[group * GROUP..(group + 2) * GROUP].rotate_left(GROUP);
            prop_assert!(groups == signs || RecoveryCode::parse(&groups).is_err());
        }

        #[test]
        fn no_typed_text_makes_it_panic(typed: Vec<u8>) {
            let _ = RecoveryCode::parse(&typed);
        }
    }
}
