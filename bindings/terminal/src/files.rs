//! Files that leave the vault: the report and the export. Nothing is overwritten unasked, and a
//! file is there whole or not at all.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anstream::println;
use koers_core::app::{Koers, KoersError, ReportPart};
use koers_core::content::{Args as Words, Lang};
use tempfile::NamedTempFile;

use crate::args::{ReportArgs, ReportSection};
use crate::failure::Failure;
use crate::session::Session;
use crate::show;
use crate::voice::Voice;

/// The option that replaces what is there.
const FORCE: &str = "--force";
/// What an export writes into its folder.
const DIARY: &str = "diary.csv";
const RECORDS: &str = "records.json";

/// Writes the report where it is asked for.
pub(crate) fn report(session: &Session<'_>, asked: &ReportArgs) -> Result<(), Failure> {
    let mut parts: Vec<ReportPart> = match asked.only.as_slice() {
        [] => ReportPart::USUAL.to_vec(),
        only => only.iter().map(|section| part(*section)).collect(),
    };
    parts.extend(asked.name.then_some(ReportPart::Nickname));
    let page = session.ok(session.koers.report(&parts))?;
    write_all(&session.voice, &[(asked.out.clone(), page.as_bytes())], asked.force)?;
    tell(session, std::slice::from_ref(&asked.out));
    Ok(())
}

/// Writes the diary and all records into a folder.
pub(crate) fn export(session: &Session<'_>, dir: &Path, force: bool) -> Result<(), Failure> {
    let voice = &session.voice;
    let export = session.ok(session.koers.export())?;
    std::fs::create_dir_all(dir).map_err(|error| match error.kind() {
        // A file lies where the folder should be.
        ErrorKind::AlreadyExists => Failure::Wrong(said(voice, "export-no-folder", dir)),
        _ => refused(voice, dir, &error),
    })?;
    let (diary, records) = (dir.join(DIARY), dir.join(RECORDS));
    let files = [(diary.clone(), &*export.csv), (records.clone(), &*export.json)];
    write_all(voice, &files, force)?;
    tell(session, &[diary, records]);
    Ok(())
}

/// Writes the report of the demo's invented person and says where. Without a folder it goes to
/// the current one, but never over anything that may be a person's own.
pub(crate) fn demo_report(voice: &Voice, koers: &Koers, out: Option<&Path>) -> Result<(), Failure> {
    let parts: Vec<ReportPart> =
        [ReportPart::Nickname, ReportPart::Invented].into_iter().chain(ReportPart::USUAL).collect();
    let page = koers.report(&parts).map_err(|error| voice.fail(&error))?;
    let path = match out {
        Some(folder) => folder.join("report.html"),
        None => free_place(voice)?,
    };
    write_all(voice, &[(path.clone(), page.as_bytes())], true)?;
    show::paragraph(0, &said(voice, "export-written", &path));
    Ok(())
}

/// `report.html` in the current folder where there is none, or one of an earlier demo; else in
/// a folder for temporary files.
fn free_place(voice: &Voice) -> Result<PathBuf, Failure> {
    let here = std::env::current_dir()?.join("report.html");
    let marks = Lang::ALL.map(|lang| voice.content.text("about-demo", lang, &Words::new()));
    let is_free = match std::fs::read_to_string(&here) {
        Ok(page) => marks.iter().any(|mark| page.contains(mark)),
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    if is_free {
        return Ok(here);
    }
    let folder = std::env::temp_dir().join("koers-demo");
    std::fs::create_dir_all(&folder).map_err(|error| refused(voice, &folder, &error))?;
    Ok(folder.join("report.html"))
}

fn part(section: ReportSection) -> ReportPart {
    match section {
        ReportSection::Goal => ReportPart::Goal,
        ReportSection::Weeks => ReportPart::Weeks,
        ReportSection::Situations => ReportPart::Situations,
        ReportSection::Plans => ReportPart::Plans,
        ReportSection::End => ReportPart::End,
    }
}

/// Where the files are, and that they are open to whoever finds them.
fn tell(session: &Session<'_>, paths: &[PathBuf]) {
    if session.args.json {
        println!("{}", serde_json::json!({ "written": paths, "encrypted": false }));
        return;
    }
    for path in paths {
        println!("{}", said(&session.voice, "export-written", path));
    }
    show::paragraph(0, &session.say("export-not-encrypted"));
}

/// Writes all of them or, as far as the disk lets itself be asked, none: each is complete beside
/// its place before the first is moved there.
fn write_all(voice: &Voice, files: &[(PathBuf, &[u8])], force: bool) -> Result<(), Failure> {
    for (path, _) in files {
        if path.is_dir() {
            return Err(voice.fail(&KoersError::IsAFolder));
        }
        if !force && path.symlink_metadata().is_ok() {
            return Err(already_there(voice, path));
        }
    }
    let mut ready = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        ready.push((path, prepared(path, bytes).map_err(|error| refused(voice, path, &error))?));
    }
    for (path, file) in ready {
        let moved = if force { file.persist(path) } else { file.persist_noclobber(path) };
        moved.map_err(|error| refused(voice, path, &error.error))?;
    }
    Ok(())
}

/// The file under a passing name in the folder where it belongs, safe on the disk. Only the
/// person's own account may read it.
fn prepared(path: &Path, bytes: &[u8]) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn said(voice: &Voice, id: &str, path: &Path) -> String {
    let words = Words::new().text("path", path.display().to_string()).text("option", FORCE);
    voice.say_with(id, &words)
}

fn already_there(voice: &Voice, path: &Path) -> Failure {
    Failure::Wrong(said(voice, "export-already-there", path))
}

/// Why a file could not be written, with a way out.
fn refused(voice: &Voice, path: &Path, error: &std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AlreadyExists => already_there(voice, path),
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            Failure::Wrong(said(voice, "export-no-folder", path.parent().unwrap_or(path)))
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            voice.fail(&KoersError::NoPermission)
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            Failure::Wrong(voice.say("export-storage-full"))
        }
        _ => Failure::Wrong(error.to_string()),
    }
}
