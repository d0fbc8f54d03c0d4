//! The cache of the next run, written beside its place while documents are read.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use super::{HASH, HEAD, Key, MAGIC, MOST_BYTES, PART, short};
use crate::disk;

/// A file that nobody wrote to for so long was left by a run that was ended.
const LEFT: Duration = Duration::from_hours(24);
/// How the names of such files end.
const ENDING: &str = "new";

/// A cache that is being written. What is not finished is removed.
pub(super) struct New {
    file: disk::File,
    path: PathBuf,
    finished: bool,
    sum: Sha256,
    part: Vec<u8>,
    left: usize,
    written: HashSet<u64>,
}

impl New {
    /// Begins a file beside the place of a cache.
    pub(super) fn beside(place: &Path, stamp: &Key) -> io::Result<Self> {
        let folder = place.parent().unwrap_or(place);
        disk::create_dir_all(folder)?;
        remove_left(folder);
        let path = place.with_extension(format!("{}.{ENDING}", std::process::id()));
        let part = [MAGIC, stamp].concat();
        Ok(Self {
            file: disk::File::create(&path)?,
            path,
            finished: false,
            sum: Sha256::new(),
            left: MOST_BYTES - HASH - part.len(),
            part,
            written: HashSet::new(),
        })
    }

    /// Adds an entry, once, if there is room for it.
    pub(super) fn add(&mut self, key: &Key, entry: &[u8]) -> io::Result<()> {
        let size = HEAD + entry.len();
        if size > self.left || !self.written.insert(short(key)) {
            return Ok(());
        }
        self.left -= size;
        self.part.extend_from_slice(key);
        self.part
            .extend_from_slice(&(entry.len() as u32).to_le_bytes());
        self.part.extend_from_slice(entry);
        if self.part.len() >= PART {
            self.sum.update(&self.part);
            self.file.write_all(&self.part)?;
            self.part.clear();
        }
        Ok(())
    }

    /// Ends the file and puts it in its place.
    pub(super) fn finish(mut self, place: &Path) -> io::Result<()> {
        self.sum.update(&self.part);
        let sum = std::mem::take(&mut self.sum).finalize();
        self.part.extend_from_slice(&sum);
        self.file.write_all(&self.part)?;
        disk::rename(&self.path, place)?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for New {
    fn drop(&mut self) {
        if !self.finished {
            let _ = disk::remove_file(&self.path);
        }
    }
}

/// Removes what runs left that were ended while they wrote.
fn remove_left(folder: &Path) {
    let Ok(entries) = disk::read_dir(folder) else {
        return;
    };
    for entry in entries.filter_map(Result::ok) {
        let path = entry.path();
        let is_new = path.extension().is_some_and(|ending| ending == ENDING);
        let written = disk::symlink_metadata(&path).and_then(|data| data.modified());
        let age = written.map(|time| SystemTime::now().duration_since(time).unwrap_or_default());
        if is_new && age.is_ok_and(|age| age > LEFT) {
            let _ = disk::remove_file(&path);
        }
    }
}
