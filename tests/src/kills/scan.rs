//! Searching files for words in clear.

use std::fs;
use std::io;
use std::path::Path;

/// Searches every file in and under a folder for these words in UTF-8 and both orders of UTF-16.
/// Gives the bytes searched, and each file in which a word was found.
pub fn clear_words(folder: &Path, words: &[&str]) -> io::Result<(u64, Vec<String>)> {
    let mut found = Vec::new();
    let searched = search(folder, words, |file, _bytes| found.push(file))?;
    Ok((searched, found))
}

/// The same; gives the bytes searched, and how many bytes of a word's spelling were found in files.
pub fn clear_bytes(folder: &Path, words: &[&str]) -> io::Result<(u64, u64)> {
    let mut found = 0;
    let searched = search(folder, words, |_file, bytes| found += bytes)?;
    Ok((searched, found))
}

/// Tells each file in which a word was found, with the bytes of those that were.
fn search(folder: &Path, words: &[&str], mut tell: impl FnMut(String, u64)) -> io::Result<u64> {
    let patterns: Vec<Vec<u8>> = words.iter().flat_map(|word| spelled(word)).collect();
    let mut searched = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = fs::read(entry.path())?;
            searched += bytes.len() as u64;
            let found = patterns.iter().filter(|pattern| contains(&bytes, pattern));
            let found: u64 = found.map(|pattern| pattern.len() as u64).sum();
            if found > 0 {
                tell(entry.file_name().to_string_lossy().into_owned(), found);
            }
        }
    }
    Ok(searched)
}

fn spelled(word: &str) -> [Vec<u8>; 3] {
    let units: Vec<u16> = word.encode_utf16().collect();
    [
        word.as_bytes().to_vec(),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ]
}

fn contains(bytes: &[u8], pattern: &[u8]) -> bool {
    let Some((first, rest)) = pattern.split_first() else { return false };
    let starts = bytes.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.into_iter().any(|(at, _)| bytes[at + 1..].starts_with(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_clear_is_found_however_it_is_spelled() {
        let folder = tempfile::tempdir().expect("the system has a temporary folder");
        let inner = folder.path().join("inner");
        fs::create_dir(&inner).expect("the folder is ours");
        let search = || clear_words(folder.path(), &["zwaluw", "café"]).expect("readable");
        fs::write(inner.join("file"), "zwal uw cafe").expect("the folder is ours");
        assert_eq!(search(), (12, vec![]));
        for spelling in spelled("een zwaluw").into_iter().chain(spelled("café")) {
            fs::write(inner.join("file"), [b"\x00\xff".to_vec(), spelling].concat()).expect("ours");
            assert_eq!(search().1, ["file"]);
        }
    }
}
