//! The user's library: documents that were copied to stay.
//!
//! A document is stored under the hash of its content, so it is there at most once, whatever it is
//! called. A copy is written beside its place, forced to the disk, and put there in one step that
//! fails if something is there already: a reader never sees half of it. The name is made of plain
//! letters and digits of the old one, since a date in a name may be the only one the document has.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::archive;
use super::open;
use super::options::{LoadOptions, Progress};
use super::patterns::Patterns;
use super::report::{FileReport, FileState, Notice};
use super::sink::Sink;
use super::walk::{self, Entry};
use super::{Failure, Root, Source, file};
use crate::disk;
use crate::document::{EventRow, Origin};
use crate::text::fold;

/// Hexadecimal digits of the hash in a name; all of 64 would make names that nobody can read.
const HASH_DIGITS: usize = 32;
/// Characters of the old name that are kept.
const NAME_CHARS: usize = 60;

/// What became of a file that was to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It was copied to this path.
    Copied(PathBuf),
    /// The same content is in the library already.
    Known,
    /// It was not added: skipped or in trouble, as the report says.
    Refused(FileReport),
}

/// Copies every file below the roots that can be read into the library, in the order of the walk.
///
/// Fails only if the library itself cannot be made or read.
pub fn add(
    roots: &[Root],
    library: &Path,
    options: &LoadOptions,
    progress: &dyn Progress,
) -> io::Result<Vec<(Source, Added)>> {
    disk::create_dir_all(library)?;
    let mut known = known_hashes(library)?;
    let entries = walk::walk(roots, &options.limits);
    progress.found(entries.len());
    let mut added = Vec::new();
    for entry in entries {
        if progress.cancelled() {
            break;
        }
        let (source, name, bytes) = match entry {
            Entry::Settled(report) => {
                added.push((report.source.clone(), Added::Refused(*report)));
                continue;
            }
            Entry::Stdin => {
                let bytes = open::read_stdin(io::stdin().lock(), &options.limits);
                (Source::Stdin, PathBuf::from("standard-input.txt"), bytes)
            }
            Entry::File(path, links) => {
                let bytes = open::read(&path, links, &options.limits);
                (Source::Path(path.clone()), path, bytes)
            }
        };
        let origin = Origin::File(name.as_path().into(), None);
        let checked = bytes.and_then(|bytes| {
            let mut forget = |_: &EventRow<'_>| ();
            let mut sink = Sink::new(&mut forget);
            if archive::is_archive(&bytes) {
                return archive::open(&bytes, &options.limits, |_| ()).map(|()| bytes);
            }
            file::read(
                &bytes,
                &origin,
                Patterns::built_in(),
                &options.limits,
                &mut sink,
            )
            .map(|_| bytes)
        });
        let outcome = match checked {
            Ok(bytes) => store(&bytes, &name, library, &mut known).unwrap_or_else(|error| {
                let why = format!(
                    "it cannot be copied to the library: {}",
                    open::in_words(&error)
                );
                refused(&source, Failure::Trouble(Notice::new(why)))
            }),
            Err(failure) => refused(&source, failure),
        };
        progress.done(source.path());
        added.push((source, outcome));
    }
    Ok(added)
}

fn refused(source: &Source, failure: Failure) -> Added {
    Added::Refused(FileReport::new(source.clone(), FileState::from(failure)))
}

/// Puts the bytes into the library unless they are there.
fn store(
    bytes: &[u8],
    name: &Path,
    library: &Path,
    known: &mut HashSet<String>,
) -> io::Result<Added> {
    let hash = hash(bytes);
    if !known.insert(hash.clone()) {
        return Ok(Added::Known);
    }
    let target = library.join(stored_name(name, &hash));
    let unfinished = library.join(format!(".{hash}.{}.tmp", std::process::id()));
    let written = disk::write_new(&unfinished, bytes).and_then(|()| {
        match disk::hard_link(&unfinished, &target) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Added::Known),
            // Some file systems have no links; there, a rename is as good as it gets.
            Err(_) => disk::rename(&unfinished, &target).map(|()| Added::Copied(target.clone())),
            Ok(()) => Ok(Added::Copied(target.clone())),
        }
    });
    // After a rename there is nothing to remove; a left-over would only be hidden.
    let _ = disk::remove_file(&unfinished);
    let outcome = written?;
    disk::File::open(library)?.sync_all()?;
    Ok(outcome)
}

/// The hashes in the names of the library's files.
fn known_hashes(library: &Path) -> io::Result<HashSet<String>> {
    let mut known = HashSet::new();
    for entry in disk::read_dir(library)? {
        let name = entry?.file_name();
        let name = name.to_string_lossy();
        let stem = name.split('.').next().unwrap_or_default();
        let hash = stem.rsplit('-').next().unwrap_or_default();
        if hash.len() == HASH_DIGITS && hash.bytes().all(|b| b.is_ascii_hexdigit()) {
            known.insert(hash.to_owned());
        }
    }
    Ok(known)
}

/// `2021-03-10-talks-HASH.md` for `2021-03-10 Talks!.md`.
fn stored_name(name: &Path, hash: &str) -> String {
    let file_name = name.file_name().unwrap_or_default().to_string_lossy();
    let (stem, endings) = split_endings(&file_name);
    let mut plain = String::new();
    for c in fold(stem).chars() {
        if c.is_ascii_alphanumeric() {
            plain.push(c);
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
        if plain.len() >= NAME_CHARS {
            break;
        }
    }
    let plain = plain.trim_end_matches('-');
    let joint = if plain.is_empty() { "" } else { "-" };
    format!("{plain}{joint}{hash}{endings}")
}

/// The stem, and the endings (`.csv`, `.csv.gz`) in plain letters.
fn split_endings(name: &str) -> (&str, String) {
    let plain = |ending: &str| {
        (1..=8).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let (stem, last) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && plain(ending) => (stem, ending.to_lowercase()),
        _ => return (name, String::new()),
    };
    if super::unpack::ENDINGS.contains(&last.as_str())
        && let Some((stem, ending)) = stem.rsplit_once('.')
        && plain(ending)
    {
        return (stem, format!(".{}.{last}", ending.to_lowercase()));
    }
    (stem, format!(".{last}"))
}

/// The name of a content.
pub(super) fn hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let digits = b"0123456789abcdef";
    let nibbles = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles
        .take(HASH_DIGITS)
        .filter_map(|nibble| {
            digits
                .get(usize::from(nibble))
                .map(|&digit| char::from(digit))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn add_all(from: &Path, library: &Path) -> Vec<Added> {
        let roots = [Root::Path(from.to_owned())];
        let added = add(&roots, library, &LoadOptions::default(), &()).expect("a library");
        added.into_iter().map(|(_, added)| added).collect()
    }

    #[test]
    fn a_content_is_stored_once_whatever_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let (from, library) = (folder.path().join("from"), folder.path().join("library"));
        fs::create_dir(&from).expect("a folder");
        fs::write(from.join("2021-03-10 Talks!.md"), "# Talks\n\nText.\n").expect("written");
        fs::write(from.join("copy.md"), "# Talks\n\nText.\n").expect("written");
        fs::write(from.join("picture.md"), b"\x89PNG\r\n").expect("written");
        let added = add_all(&from, &library);
        let Added::Copied(path) = &added[0] else {
            panic!("{added:?}");
        };
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        assert!(
            name.starts_with("2021-03-10-talks-") && name.strip_suffix(".md").is_some(),
            "{name}"
        );
        assert_eq!(added[1], Added::Known);
        assert!(matches!(added[2], Added::Refused(_)));
        assert_eq!(add_all(&from, &library)[0], Added::Known);
        assert_eq!(fs::read_dir(&library).expect("a library").count(), 1);
    }

    #[test]
    fn names_are_plain() {
        let check =
            |name: &str, expected: &str| assert_eq!(stored_name(Path::new(name), "h"), expected);
        check("../$(rm)/Éa b.CSV.gz", "ea-b-h.csv.gz");
        check("서울.txt", "h.txt");
        check(".hidden", "hidden-h");
        check("a.b c", "a-b-c-h");
    }
}
