//! Whether the vault is the same on SQLCipher's SQLite: every vault that was ever made opens here
//! too, what it shows is what is listed, and it can be written to and read again.

use std::fs;

use koers_core::vault::{Secret, Vault};
use koers_tests::fixture::{self, DEVICE};
use koers_tests::sample;

/// The fixtures with a listing.
const FIXTURES: [&str; 2] = ["v1", "v1-porch"];

/// Panics where it is not: nothing is then worth measuring.
pub(crate) fn check() {
    let folder = tempfile::tempdir().expect("the system has a temporary folder");
    let path = folder.path().join("copy.koers");
    let open = || Vault::open(&path, &Secret::Device(&DEVICE), &mut |_| ()).expect("it opens");
    for name in FIXTURES {
        let fixture = fixture::folder().join(name).with_extension("koers");
        fs::copy(fixture, &path).expect("the fixture is checked in");
        let (mut vault, versions) = open();
        let (found, listed) = (fixture::listing(&versions), fixture::listed(name));
        assert!(fixture::shows(&found, &listed), "{name}: all that is listed is shown");
        sample::record_all(&mut vault, &sample::entries(3, 1500)).expect("room on the disk");
        drop(vault);
        assert_eq!(open().1.len(), versions.len() + 1500, "{name}, written to");
    }
}
