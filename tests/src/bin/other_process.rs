//! Another process that opens a vault, for the tests: `other_process hold|try|log|porch PATH`,
//! or `other_process deed:NAME FOLDER`.
//!
//! `try` prints the error, or `opened`; `hold` prints `opened` and keeps the vault open until its
//! standard input ends; `log` records one entry, always the same, and prints what became of it
//! and what the next question says; `porch` takes in a drop box, records an entry and puts another
//! into the box; a deed is one of `koers_tests::struck`.

use std::io::Read;
use std::path::Path;

use koers_tests::{faults, porch, sample, struck};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, path] = arguments.as_slice() else {
        panic!("other_process hold|try|log|porch|deed:NAME PATH")
    };
    let path = Path::new(path);
    if let Some(name) = what.strip_prefix("deed:") {
        struck::act(struck::named(name).expect("a deed of this name"), path);
        return;
    }
    if what == "log" {
        println!("{}", faults::log_and_ask(path));
        return;
    }
    if what == "porch" {
        println!("{}", porch::work(path));
        return;
    }
    match sample::open(path) {
        Ok((vault, _)) => {
            println!("opened");
            if what == "hold" {
                let _ = std::io::stdin().read_to_end(&mut Vec::new());
            }
            drop(vault);
        }
        Err(error) => println!("{error:?}"),
    }
}
