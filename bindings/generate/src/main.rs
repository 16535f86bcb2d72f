//! Writes the sources of the bindings from the very library that ships:
//! `cargo run -p koers-generate -- target/app/libkoers_ffi.so OUT kotlin swift python`.
//!
//! A program of its own, so that the generator never links into that library. It decides nothing:
//! names and types of other languages are set in the two files `uniffi.toml`.

use anyhow::Result;
use camino::Utf8PathBuf;
use clap::{Parser, ValueEnum};
use uniffi_bindgen::bindings::{
    GenerateOptions, SwiftBindingsOptions, TargetLanguage, generate, generate_swift_bindings,
};

/// A module of C declarations for each namespace, in one map: the generator would name only one.
const SWIFT_MODULES: &str = "\
module koersFFI {
    header \"koersFFI.h\"
    export *
}

module koers_coreFFI {
    header \"koers_coreFFI.h\"
    export *
}
";

#[derive(Parser)]
#[command(name = "koers-generate", about)]
struct Options {
    /// The library, not stripped of its metadata (`strip = "debuginfo"` keeps it)
    library: Utf8PathBuf,
    /// The folder to write into; each language has its own in it
    out: Utf8PathBuf,
    /// Which languages; all without a name
    languages: Vec<Language>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Kotlin,
    Swift,
    Python,
}

fn main() -> Result<()> {
    let Options { library, out, mut languages } = Options::parse();
    if languages.is_empty() {
        languages = Language::value_variants().to_vec();
    }
    for language in languages {
        match language {
            Language::Kotlin => sources(&library, out.join("kotlin"), TargetLanguage::Kotlin)?,
            Language::Python => sources(&library, out.join("python"), TargetLanguage::Python)?,
            Language::Swift => swift(&library, &out.join("swift"))?,
        }
    }
    Ok(())
}

fn sources(library: &Utf8PathBuf, out_dir: Utf8PathBuf, language: TargetLanguage) -> Result<()> {
    generate(GenerateOptions {
        languages: vec![language],
        source: library.clone(),
        out_dir,
        config_override: None,
        format: false,
        crate_filter: None,
        metadata_no_deps: false,
    })
}

/// The sources of both namespaces, and the C declarations that they import.
fn swift(library: &Utf8PathBuf, out: &Utf8PathBuf) -> Result<()> {
    let options = |out_dir: &Utf8PathBuf| SwiftBindingsOptions {
        generate_swift_sources: false,
        generate_headers: false,
        generate_modulemap: false,
        source: library.clone(),
        out_dir: out_dir.clone(),
        xcframework: false,
        module_name: None,
        modulemap_filename: None,
        metadata_no_deps: false,
        link_frameworks: vec![],
        config: None,
    };
    let (sources, headers) = (out.join("sources"), out.join("headers"));
    generate_swift_bindings(SwiftBindingsOptions {
        generate_swift_sources: true,
        ..options(&sources)
    })?;
    generate_swift_bindings(SwiftBindingsOptions { generate_headers: true, ..options(&headers) })?;
    std::fs::write(headers.join("module.modulemap"), SWIFT_MODULES)?;
    Ok(())
}
