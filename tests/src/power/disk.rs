//! A disk that holds what was synced, and what may or may not have reached it since.

use std::collections::BTreeMap;
use std::io;

use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;

use super::log::Event;

/// What a drive writes whole or not at all.
const SECTOR: usize = 512;

/// A change of a file since it was last synced.
#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { size: usize },
}

#[derive(Clone, Debug, Default)]
struct File {
    synced: Vec<u8>,
    since: Vec<Change>,
}

/// A change of the folder's names since it was last synced; files by their number.
#[derive(Clone, Debug)]
enum Naming {
    Put { name: String, file: usize },
    Moved { from: String, to: String, file: usize },
    Taken { name: String },
}

/// What a descriptor stands for.
#[derive(Clone, Copy, Debug)]
enum Target {
    File(usize),
    Folder,
}

type Names = BTreeMap<String, usize>;

/// One folder of files.
pub(super) struct Disk {
    files: Vec<File>,
    synced: Names,
    since: Vec<Naming>,
    now: Names,
    open: BTreeMap<i32, Target>,
}

impl Disk {
    /// A disk on which these files are synced.
    pub(super) fn with(files: &[(String, Vec<u8>)]) -> Self {
        let numbered = files.iter().enumerate();
        let synced: Names = numbered.map(|(number, (name, _))| (name.clone(), number)).collect();
        let whole = |(_, bytes): &(String, Vec<u8>)| File { synced: bytes.clone(), since: vec![] };
        Self {
            files: files.iter().map(whole).collect(),
            now: synced.clone(),
            synced,
            since: Vec::new(),
            open: BTreeMap::new(),
        }
    }

    /// Does what a call did.
    pub(super) fn play(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Open { fd, name, is_new, is_emptied } => {
                let target = self.opened(name, *is_new)?;
                self.open.insert(*fd, target);
                if *is_emptied && !*is_new {
                    self.change(*fd, Change::Cut { size: 0 })?;
                }
            }
            Event::Close { fd } => drop(self.open.remove(fd)),
            Event::Write { fd, at, bytes } => {
                self.change(*fd, Change::Write { at: *at, bytes: bytes.clone() })?;
            }
            Event::Cut { fd, size } => self.change(*fd, Change::Cut { size: *size })?,
            Event::Sync { fd } => match self.target(*fd)? {
                Target::File(number) => self.files[number].sync(),
                Target::Folder => self.sync_names(),
            },
            Event::Rename { from, to } => {
                let file = self.file(from)?;
                let moved = Naming::Moved { from: from.clone(), to: to.clone(), file };
                self.name(moved);
            }
            Event::Link { from, to } => {
                let file = self.file(from)?;
                self.name(Naming::Put { name: to.clone(), file });
            }
            Event::Unlink { name } => self.name(Naming::Taken { name: name.clone() }),
            Event::Said(_) => {}
        }
        Ok(())
    }

    fn opened(&mut self, name: &str, is_new: bool) -> io::Result<Target> {
        if name.is_empty() {
            return Ok(Target::Folder);
        }
        if is_new {
            self.files.push(File::default());
            let file = self.files.len() - 1;
            self.name(Naming::Put { name: name.to_owned(), file });
            return Ok(Target::File(file));
        }
        self.file(name).map(Target::File)
    }

    fn file(&self, name: &str) -> io::Result<usize> {
        let missing =
            || io::Error::other(format!("the recording names {name}, which is not there"));
        self.now.get(name).copied().ok_or_else(missing)
    }

    fn target(&self, fd: i32) -> io::Result<Target> {
        let missing = || io::Error::other(format!("the recording uses {fd}, which is not open"));
        self.open.get(&fd).copied().ok_or_else(missing)
    }

    fn change(&mut self, fd: i32, change: Change) -> io::Result<()> {
        match self.target(fd)? {
            Target::File(number) => self.files[number].since.push(change),
            Target::Folder => return Err(io::Error::other("a folder was written to")),
        }
        Ok(())
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.now);
        self.since.push(naming);
    }

    fn sync_names(&mut self) {
        self.synced.clone_from(&self.now);
        self.since.clear();
    }

    /// The files as they are found when the power is back.
    pub(super) fn after_power_loss(&self, lots: &mut Lots) -> Vec<(String, Vec<u8>)> {
        let mut names = self.synced.clone();
        for naming in &self.since {
            if lots.name_is_kept() {
                naming.apply(&mut names);
            }
        }
        names.into_iter().map(|(name, file)| (name, self.files[file].left(lots))).collect()
    }
}

impl Naming {
    fn apply(&self, names: &mut Names) {
        match self {
            Self::Put { name, file } => drop(names.insert(name.clone(), *file)),
            Self::Taken { name } => drop(names.remove(name)),
            Self::Moved { from, to, file } => {
                names.remove(from);
                names.insert(to.clone(), *file);
            }
        }
    }
}

impl File {
    fn sync(&mut self) {
        for change in std::mem::take(&mut self.since) {
            change.apply(&mut self.synced, |_sector| true);
        }
    }

    fn left(&self, lots: &mut Lots) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.since {
            match lots.fate() {
                Fate::Kept => change.apply(&mut bytes, |_sector| true),
                Fate::Torn => change.apply(&mut bytes, |_sector| lots.draw.random()),
                Fate::Dropped => {}
            }
        }
        bytes
    }
}

impl Change {
    /// Makes the change, of a write only the sectors that are there.
    fn apply(&self, bytes: &mut Vec<u8>, mut is_there: impl FnMut(usize) -> bool) {
        match self {
            Self::Cut { size } => bytes.resize(*size, 0),
            Self::Write { at, bytes: written } => {
                let end = at + written.len();
                for sector in at / SECTOR..end.div_ceil(SECTOR) {
                    if !is_there(sector) {
                        continue;
                    }
                    let from = (sector * SECTOR).max(*at);
                    let to = ((sector + 1) * SECTOR).min(end);
                    if bytes.len() < to {
                        bytes.resize(to, 0);
                    }
                    bytes[from..to].copy_from_slice(&written[from - at..to - at]);
                }
            }
        }
    }
}

enum Fate {
    Kept,
    Torn,
    Dropped,
}

/// What is drawn for one image: some disks keep nearly everything, some nearly nothing.
pub(super) struct Lots {
    draw: ChaCha8Rng,
    kept: f64,
    torn: f64,
    names_kept: f64,
}

impl Lots {
    pub(super) fn draw(mut draw: ChaCha8Rng) -> Self {
        const SHARES: [f64; 5] = [0.0, 0.1, 0.5, 0.9, 1.0];
        let mut share = || SHARES[draw.next_u32() as usize % SHARES.len()];
        let (kept, torn, names_kept) = (share(), share(), share());
        Self { draw, kept, torn, names_kept }
    }

    fn name_is_kept(&mut self) -> bool {
        self.draw.random_bool(self.names_kept)
    }

    /// What is not kept is torn or dropped.
    fn fate(&mut self) -> Fate {
        if self.draw.random_bool(self.kept) {
            Fate::Kept
        } else if self.draw.random_bool(self.torn) {
            Fate::Torn
        } else {
            Fate::Dropped
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    fn lots(seed: u64) -> Lots {
        Lots::draw(ChaCha8Rng::seed_from_u64(seed))
    }

    fn open(fd: i32, name: &str, is_new: bool) -> Event {
        Event::Open { fd, name: name.to_owned(), is_new, is_emptied: false }
    }

    fn disk_after(events: &[Event]) -> Disk {
        let mut disk = Disk::with(&[("old".to_owned(), vec![1; 600])]);
        events.iter().for_each(|event| disk.play(event).expect("a sound recording"));
        disk
    }

    #[test]
    fn what_was_synced_holds_and_what_was_not_may_be_torn() {
        let write = Event::Write { fd: 5, at: 100, bytes: vec![2; 1000] };
        let unsynced = disk_after(&[open(5, "old", false), write.clone()]);
        let found: std::collections::BTreeSet<Vec<u8>> =
            (0..200).map(|seed| unsynced.after_power_loss(&mut lots(seed))[0].1.clone()).collect();
        // Three sectors, each there or not.
        assert_eq!(found.len(), 8);
        let synced = disk_after(&[open(5, "old", false), write, Event::Sync { fd: 5 }]);
        for seed in 0..50 {
            let files = synced.after_power_loss(&mut lots(seed));
            assert_eq!(files[0].1[100..], [2; 1000]);
        }
    }

    #[test]
    fn a_name_holds_once_its_folder_was_synced() {
        let moved = [
            open(5, "new", true),
            Event::Write { fd: 5, at: 0, bytes: vec![3] },
            Event::Sync { fd: 5 },
            Event::Rename { from: "new".into(), to: "old".into() },
        ];
        let found: std::collections::BTreeSet<Vec<(String, Vec<u8>)>> =
            (0..200).map(|seed| disk_after(&moved).after_power_loss(&mut lots(seed))).collect();
        let old =
            |file: &[u8]| found.iter().any(|names| names.contains(&("old".into(), file.into())));
        assert!(old(&[1; 600]) && old(&[3]), "before or after the move");
        let mut synced = disk_after(&moved);
        synced.play(&open(6, "", false)).expect("the folder");
        synced.play(&Event::Sync { fd: 6 }).expect("the folder");
        for seed in 0..50 {
            assert_eq!(synced.after_power_loss(&mut lots(seed)), [("old".into(), vec![3])]);
        }
    }
}
