//! The packs that are built in.

use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::{Content, parse};

static PACKS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/packs");
static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| {
    let mut faults = Vec::new();
    // A test holds the shipped packs to have no fault, so they are not judged again here.
    Arc::new(Content::of(parse::parse(&shipped_files(), &mut faults)))
});

/// The files of the shipped packs, each with its path from the folder of packs.
pub fn shipped_files() -> Vec<(&'static str, &'static [u8])> {
    let mut files = Vec::new();
    let mut folders = vec![&PACKS];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        files.extend(
            folder
                .files()
                .filter_map(|file| file.path().to_str().map(|path| (path, file.contents()))),
        );
    }
    files.sort_unstable_by_key(|(path, _)| *path);
    files
}

impl Content {
    /// The shipped packs, read once.
    pub fn shipped() -> Arc<Self> {
        CONTENT.clone()
    }
}
