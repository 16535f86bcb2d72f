//! Images of a porch, of an earlier one and of another vault's.

use std::fs;
use std::io;

use koers_core::vault::{Secret, open_porch};

use super::change::{Images, Kind};
use super::{Found, failed, name_of};
use crate::fixture::DEVICE;
use crate::porch::{self, KEY};
use crate::struck::Scratch;

/// Sealed as one; it is changed in pieces of this many bytes.
const PIECE: usize = 64;

pub(super) struct Subject {
    images: Images,
    vault: [u8; 16],
    content: Vec<u8>,
}

impl Subject {
    pub(super) fn new(scratch: &Scratch) -> io::Result<Self> {
        let mut made = Vec::new();
        for name in ["porch", "other"] {
            let vault = scratch.path().join(name).with_extension("koers");
            let porch = vault.with_extension("porch");
            for old in [&vault, &porch, &vault.with_extension("dropbox")] {
                let _ = fs::remove_file(old);
            }
            porch::make(&vault, &porch, &[Secret::Device(&DEVICE)])
                .map_err(|error| failed(&error))?;
            made.push(fs::read(&porch)?);
            // Taking the box in writes the porch anew.
            let koers = porch::open(&vault, 30).map_err(|error| failed(&error))?;
            koers.set_porch(&porch, &KEY).map_err(|error| failed(&error))?;
            made.push(fs::read(&porch)?);
        }
        let now = made.remove(1);
        let opened = open_porch(&now, &KEY).map_err(|error| failed(&error))?;
        let rows = (0..now.len()).step_by(PIECE).map(|at| at..at + PIECE).collect();
        let images = Images::alike(now, made, rows, PIECE);
        Ok(Self { images, vault: opened.vault, content: opened.content.to_vec() })
    }
}

impl super::Subject for Subject {
    fn images(&self) -> &Images {
        &self.images
    }

    fn look(&mut self, image: &[u8], _kind: Kind) -> io::Result<Found> {
        Ok(match open_porch(image, &KEY) {
            Err(error) => Found::Refused(name_of(&error)),
            Ok(_) if self.images.others.iter().any(|other| other == image) => Found::Earlier,
            Ok(found) if found.vault == self.vault && *found.content == self.content => Found::Same,
            Ok(_) => Found::Wrong("another content".to_owned()),
        })
    }
}
