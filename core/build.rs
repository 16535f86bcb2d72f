//! A file added to a pack is embedded at the next build.

fn main() {
    println!("cargo::rerun-if-changed=packs");
}
