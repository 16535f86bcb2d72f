//! What ships links one SQLite, without a codec, and no OpenSSL: SQLCipher is for `tests/bench` alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What ships: the core, the library for other languages, and the terminal app.
const SHIPPED: [&str; 3] = ["koers-core", "koers-ffi", "koers"];
/// Parts of names of crates and features that may not be in it.
const FOREIGN: [&str; 4] = ["openssl", "sqlcipher", "tomcrypt", "boringssl"];

fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Names of packages in a lock file.
fn locked(file: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(top().join(file)).expect("it is checked in");
    let lock: toml::Table = text.parse().expect("TOML");
    let packages = lock["package"].as_array().expect("packages");
    packages.iter().filter_map(|one| one["name"].as_str().map(str::to_owned)).collect()
}

fn foreign<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let is_foreign = |name: &&str| FOREIGN.iter().any(|part| name.contains(part));
    names.into_iter().filter(is_foreign).collect()
}

#[test]
fn nothing_of_openssl_or_sqlcipher_is_in_the_graph_that_ships() {
    for package in SHIPPED {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["tree", "--locked", "--prefix", "none", "--edges", "normal,build,features"]);
        let output = cargo.args(["--package", package]).current_dir(top()).output();
        let output = output.expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let tree = String::from_utf8(output.stdout).expect("text");
        assert!(tree.contains("libsqlite3-sys feature \"bundled\""), "{package}: {tree}");
        assert_eq!(foreign(tree.lines()), Vec::<&str>::new(), "{package}");
    }
}

#[test]
fn the_workspace_locks_none_of_it_on_any_platform_and_the_bench_has_a_lock_of_its_own() {
    let ours = locked("Cargo.lock");
    assert!(ours.contains("libsqlite3-sys"));
    assert_eq!(foreign(ours.iter().map(String::as_str)), Vec::<&str>::new());
    let bench = locked("tests/bench/Cargo.lock");
    assert!(
        bench.contains("openssl-sys") && bench.contains("sqlcipher-src"),
        "or this proves nothing"
    );
    let manifest = fs::read_to_string(top().join("Cargo.toml")).expect("it is checked in");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let excluded = manifest["workspace"]["exclude"].as_array().expect("a list");
    assert!(excluded.iter().any(|path| path.as_str() == Some("tests/bench")));
}

#[test]
fn cargo_deny_would_refuse_it() {
    let deny = fs::read_to_string(top().join("deny.toml")).expect("it is checked in");
    let deny: toml::Table = deny.parse().expect("TOML");
    let banned = deny["bans"]["deny"].as_array().expect("a list");
    let banned: Vec<&str> = banned.iter().filter_map(|one| one["crate"].as_str()).collect();
    for name in ["openssl-sys", "openssl-src", "openssl", "sqlcipher-src"] {
        assert!(banned.contains(&name), "{name}");
    }
}

/// Both must measure the same ciphers and the same journey.
#[test]
fn the_bench_links_what_ships_in_the_versions_that_ship() {
    let versions = |file: &str| {
        let text = fs::read_to_string(top().join(file)).expect("it is checked in");
        let lock: toml::Table = text.parse().expect("TOML");
        let packages = lock["package"].as_array().expect("packages").clone();
        let text = |one: &toml::Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
        packages
            .iter()
            .map(|one| (text(one, "name"), text(one, "version")))
            .collect::<BTreeSet<_>>()
    };
    let (ours, bench) = (versions("Cargo.lock"), versions("tests/bench/Cargo.lock"));
    let own = ["koers-bench", "openssl-src", "openssl-sys", "sqlcipher-src"];
    let others: Vec<_> =
        bench.difference(&ours).filter(|(name, _)| !own.contains(&name.as_str())).collect();
    assert!(others.is_empty(), "raise them in both: {others:?}");
}
