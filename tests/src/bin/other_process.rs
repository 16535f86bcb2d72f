//! Another process that opens a vault, for the tests:
//! `other_process hold|try|log|porch|clear|bomb PATH`, or `other_process deed:NAME FOLDER`.
//!
//! `try` prints the error, or `opened`; `hold` prints `opened` and keeps the vault open until its
//! standard input ends; `log` records one entry, always the same, and prints what became of it
//! and what the next question says; `porch` takes in a drop box, records an entry and puts another
//! into the box; `clear` writes all sorts of files into the folder of a vault until it is killed;
//! `bomb` meets a file that asks for too much and prints what that cost; a deed is one of
//! `koers_tests::struck`.

use std::io::Read;
use std::path::Path;

use koers_tests::{clear, faults, porch, sample, struck};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, path] = arguments.as_slice() else {
        panic!("other_process hold|try|log|porch|clear|bomb|deed:NAME PATH")
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
    if what == "clear" {
        clear::write_for_ever(path).expect("a folder with room");
        return;
    }
    #[cfg(target_os = "linux")]
    if what == "bomb" {
        println!("{}", koers_tests::bombs::meet(path).expect("what Linux tells of a process"));
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
