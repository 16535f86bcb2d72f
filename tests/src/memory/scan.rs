//! Reading the memory of another process.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;

/// Bytes that are read at once.
const BLOCK: usize = 1 << 20;

/// Bytes that are looked for.
pub(super) struct Pattern {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// How often each pattern lies in the memory of a process that it can write to, and how many bytes
/// that are. The process must stand still meanwhile.
pub(super) fn count(process: u32, patterns: &[Pattern]) -> io::Result<(Vec<u64>, u64)> {
    let memory = File::open(format!("/proc/{process}/mem"))?;
    let maps = fs::read_to_string(format!("/proc/{process}/maps"))?;
    let (mut counts, mut read) = (vec![0; patterns.len()], 0);
    for (start, end) in maps.lines().filter_map(writable) {
        read += end - start;
        count_in(&memory, start, end, patterns, &mut counts)?;
    }
    Ok((counts, read))
}

/// The first address of a mapping and the one after its last, where it can be written to.
fn writable(line: &str) -> Option<(u64, u64)> {
    let mut words = line.split_whitespace();
    let (start, end) = words.next()?.split_once('-')?;
    let address = |digits| u64::from_str_radix(digits, 16).ok();
    words.next().filter(|mode| mode.as_bytes().get(1) == Some(&b'w'))?;
    Some((address(start)?, address(end)?))
}

fn count_in(
    memory: &File,
    start: u64,
    end: u64,
    patterns: &[Pattern],
    counts: &mut [u64],
) -> io::Result<()> {
    let longest = patterns.iter().map(|pattern| pattern.bytes.len()).max().unwrap_or(1);
    let mut block = Vec::with_capacity(BLOCK + longest);
    let mut at = start;
    while at < end {
        // What begins at the end of one block is whole in the next.
        let kept = block.len().min(longest - 1);
        block.drain(..block.len() - kept);
        let length = (end - at).min(BLOCK as u64) as usize;
        block.resize(kept + length, 0);
        memory.read_exact_at(&mut block[kept..], at)?;
        at += length as u64;
        for (pattern, count) in patterns.iter().zip(counts.iter_mut()) {
            // Those that were whole in the last block were counted then.
            let new = kept.saturating_sub(pattern.bytes.len() - 1);
            *count += found(&block[new..], &pattern.bytes);
        }
    }
    Ok(())
}

fn found(bytes: &[u8], pattern: &[u8]) -> u64 {
    let Some((&first, rest)) = pattern.split_first() else { return 0 };
    let (mut found, mut at) = (0, 0);
    while let Some(next) = bytes[at..].iter().position(|&byte| byte == first) {
        at += next + 1;
        found += u64::from(bytes[at..].starts_with(rest));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_across_two_blocks_is_found_once() {
        let file = tempfile::NamedTempFile::new().expect("the system has a temporary folder");
        let mut bytes = vec![b'.'; 2 * BLOCK + 100];
        let place = [0, 500, BLOCK - 3, 2 * BLOCK - 6, 2 * BLOCK + 94];
        for at in place {
            bytes[at..at + 6].copy_from_slice(b"zwaluw");
        }
        fs::write(file.path(), &bytes).expect("room");
        let pattern = |word: &str| Pattern { name: word.to_owned(), bytes: word.into() };
        let patterns = [pattern("zwaluw"), pattern("zw"), pattern("zwaluwstaart")];
        let mut counts = [0; 3];
        let memory = File::open(file.path()).expect("just written");
        count_in(&memory, 0, bytes.len() as u64, &patterns, &mut counts).expect("readable");
        assert_eq!(counts, [5, 5, 0]);
    }

    #[test]
    fn a_mapping_that_can_be_written_to_is_told_by_its_mode() {
        assert_eq!(writable("7f00-7fff rw-p 00000000 00:00 0  [heap]"), Some((0x7f00, 0x7fff)));
        assert_eq!(writable("7f00-7fff r--p 00000000 00:00 0"), None);
        assert_eq!(writable(""), None);
    }
}
