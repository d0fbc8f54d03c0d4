//! From roots to the list of files, in one order on every machine.
//!
//! Folders are walked in the order of their entries' names (as bytes). Links found in a folder are
//! not followed, so a walk ends; a link that the user named is. Hidden entries are passed over and
//! said to be. A file that two roots reach is read once.

use std::collections::HashSet;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::open::{Links, in_words};
use super::options::Limits;
use super::report::{FileReport, FileState, Notice};
use super::{Root, Source};
use crate::disk;

/// A file to read, or an entry that is settled already.
#[derive(Debug)]
pub(super) enum Entry {
    /// To be read.
    File(PathBuf, Links),
    /// Standard input, to be read.
    Stdin,
    /// Not to be read: the report says why.
    Settled(Box<FileReport>),
}

/// The files below the roots, root by root.
pub(super) fn walk(roots: &[Root], limits: &Limits) -> Vec<Entry> {
    let mut walk = Walk {
        limits,
        entries: Vec::new(),
        seen: HashSet::new(),
        left: limits.entries,
    };
    for root in roots {
        match root {
            Root::Stdin => walk.entries.push(Entry::Stdin),
            Root::Path(path) => walk.root(path),
        }
    }
    walk.entries
}

struct Walk<'l> {
    limits: &'l Limits,
    entries: Vec<Entry>,
    /// Device and inode of every folder and file that was met.
    seen: HashSet<(u64, u64)>,
    left: usize,
}

impl Walk<'_> {
    fn root(&mut self, path: &Path) {
        match disk::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                // A link to the root of the file system would read the whole disk.
                let is_everything =
                    disk::canonicalize(path).is_ok_and(|path| path.parent().is_none());
                if is_everything {
                    self.skip(
                        path,
                        "it is the root of the file system; name a folder in it",
                    );
                } else {
                    self.folder(path, &metadata, 0);
                }
            }
            Ok(metadata) => self.file(path, &metadata, Links::Follow),
            Err(error) if disk::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) => {
                self.skip(
                    path,
                    &format!(
                        "it is a symbolic link that leads nowhere ({})",
                        in_words(&error)
                    ),
                );
            }
            Err(error) => self.trouble(path, &in_words(&error)),
        }
    }

    fn folder(&mut self, path: &Path, metadata: &Metadata, depth: usize) {
        if !self.seen.insert((metadata.dev(), metadata.ino())) {
            return;
        }
        if depth > self.limits.folder_depth {
            let most = self.limits.folder_depth;
            return self.skip(path, &format!("it is more than {most} folders deep"));
        }
        let listed = disk::read_dir(path).and_then(|entries| {
            entries
                .map(|entry| entry.map(|entry| entry.path()))
                .collect::<Result<Vec<_>, _>>()
        });
        let mut paths = match listed {
            Ok(paths) => paths,
            Err(error) => return self.trouble(path, &in_words(&error)),
        };
        paths.sort();
        let before = self.entries.len();
        for entry in &paths {
            if self.left == 0 {
                let most = self.limits.entries;
                return self.trouble(
                    path,
                    &format!("there are more than {most} files; the rest is left out"),
                );
            }
            self.left -= 1;
            self.entry(entry, depth);
        }
        if depth == 0 && self.entries.len() == before {
            self.skip(path, "there is no file in this folder");
        }
    }

    fn entry(&mut self, path: &Path, depth: usize) {
        let hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        match disk::symlink_metadata(path) {
            _ if hidden => self.skip(path, "its name begins with a dot; name it to open it"),
            Ok(metadata) if metadata.is_dir() => self.folder(path, &metadata, depth + 1),
            Ok(metadata) if metadata.is_symlink() => {
                self.skip(
                    path,
                    "it is a symbolic link in a folder; name it to open it",
                );
            }
            Ok(metadata) => self.file(path, &metadata, Links::Refuse),
            Err(error) => self.trouble(path, &in_words(&error)),
        }
    }

    fn file(&mut self, path: &Path, metadata: &Metadata, links: Links) {
        if self.seen.insert((metadata.dev(), metadata.ino())) {
            self.entries.push(Entry::File(path.to_owned(), links));
        }
    }

    fn skip(&mut self, path: &Path, why: &str) {
        self.settle(path, FileState::Skipped(why.to_owned()));
    }

    fn trouble(&mut self, path: &Path, why: &str) {
        self.settle(path, FileState::Trouble(Notice::new(why)));
    }

    fn settle(&mut self, path: &Path, state: FileState) {
        let report = FileReport::new(Source::Path(path.to_owned()), state);
        self.entries.push(Entry::Settled(Box::new(report)));
    }
}
