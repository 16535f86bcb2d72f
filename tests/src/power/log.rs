//! The notes of `tests/record.c`.

use std::io;
use std::path::Path;

/// One call that went well, on a file of the folder. Names are within the folder; the folder itself
/// is the empty name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A file or the folder was opened.
    Open { fd: i32, name: String, is_new: bool, is_emptied: bool },
    /// It was closed.
    Close { fd: i32 },
    /// Bytes were written.
    Write { fd: i32, at: usize, bytes: Vec<u8> },
    /// The file was cut, or made longer with zeros.
    Cut { fd: i32, size: usize },
    /// The file, or the names in the folder, reached the disk.
    Sync { fd: i32 },
    /// A file got another name in the place of this one.
    Rename { from: String, to: String },
    /// A file got a second name.
    Link { from: String, to: String },
    /// A name was taken away.
    Unlink { name: String },
    /// The process said something.
    Said(String),
}

impl Event {
    pub(super) fn says(&self, word: &str) -> bool {
        matches!(self, Self::Said(text) if text.trim_end() == word)
    }

    pub(super) fn said(&self) -> Option<&str> {
        match self {
            Self::Said(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn is_sync(&self) -> bool {
        matches!(self, Self::Sync { .. })
    }
}

/// Bytes before what follows them.
const HEAD: usize = 1 + 4 + 8 + 4;

/// Reads notes about this folder.
pub(super) fn read(mut notes: &[u8], folder: &Path) -> io::Result<Vec<Event>> {
    let mut events = Vec::new();
    while !notes.is_empty() {
        let (head, rest) = notes.split_first_chunk::<HEAD>().ok_or_else(|| unread("a head"))?;
        let number = |at: usize, length: usize| {
            head[at..at + length].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
        };
        let (fd, length) = (number(1, 4) as i32, number(13, 4));
        let (bytes, rest) = rest.split_at_checked(length).ok_or_else(|| unread("bytes"))?;
        notes = rest;
        events.push(event(head[0], fd, number(5, 8), bytes, folder)?);
    }
    Ok(events)
}

fn event(what: u8, fd: i32, number: usize, bytes: &[u8], folder: &Path) -> io::Result<Event> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let name = |path: &str| {
        let within = Path::new(path).strip_prefix(folder).map_err(|_| unread("a path"))?;
        Ok::<_, io::Error>(within.to_string_lossy().into_owned())
    };
    let names = || {
        let (from, to) = text.split_once('\0').ok_or_else(|| unread("two names"))?;
        Ok::<_, io::Error>((name(from)?, name(to)?))
    };
    Ok(match what {
        b'O' => Event::Open {
            fd,
            name: name(&text)?,
            is_new: number & 1 != 0,
            is_emptied: number & 2 != 0,
        },
        b'C' => Event::Close { fd },
        b'W' => Event::Write { fd, at: number, bytes: bytes.to_vec() },
        b'T' => Event::Cut { fd, size: number },
        b'S' => Event::Sync { fd },
        b'R' => names().map(|(from, to)| Event::Rename { from, to })?,
        b'L' => names().map(|(from, to)| Event::Link { from, to })?,
        b'U' => Event::Unlink { name: name(&text)? },
        b'M' => Event::Said(text),
        _ => return Err(unread("a note")),
    })
}

fn unread(what: &str) -> io::Error {
    io::Error::other(format!("the recorded calls hold something else than {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(what: u8, fd: i32, number: u64, bytes: &[u8]) -> Vec<u8> {
        let mut note = vec![what];
        note.extend_from_slice(&fd.to_le_bytes());
        note.extend_from_slice(&number.to_le_bytes());
        note.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        note.extend_from_slice(bytes);
        note
    }

    #[test]
    fn notes_are_read_as_they_were_written() {
        let notes = [
            note(b'O', 5, 1, b"/disk/a"),
            note(b'W', 5, 300, b"bytes"),
            note(b'R', 0, 0, b"/disk/a\0/disk/b"),
            note(b'M', 1, 0, b"done\n"),
        ];
        let events = read(&notes.concat(), Path::new("/disk")).expect("four notes");
        let open = Event::Open { fd: 5, name: "a".into(), is_new: true, is_emptied: false };
        assert_eq!(events[0], open);
        assert_eq!(events[1], Event::Write { fd: 5, at: 300, bytes: b"bytes".to_vec() });
        assert_eq!(events[2], Event::Rename { from: "a".into(), to: "b".into() });
        assert!(events[3].says("done") && !events[3].is_sync());
        assert!(read(&notes[0][..9], Path::new("/disk")).is_err(), "a note that is cut off");
    }
}
