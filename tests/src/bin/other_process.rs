//! Another process that opens a vault, for the tests: `other_process hold|try PATH`.
//!
//! `try` prints the error, or `opened`; `hold` prints `opened` and keeps the vault open until its
//! standard input ends.

use std::io::Read;
use std::path::Path;

use koers_tests::sample;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, path] = arguments.as_slice() else { panic!("other_process hold|try PATH") };
    match sample::open(Path::new(path)) {
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
