//! What was understood of documents in earlier runs, so that only new and changed ones are read
//! sentence by sentence again.
//!
//! One file in the cache directory, named for the program that wrote it: a document is known by a
//! hash of all that is read of it, and what is kept is what reading gives. The file ends with a hash
//! of itself; where that does not fit, or another program wrote it, nothing is known. It is written
//! anew, whole and by renaming, when something was added, and never grows beyond a limit. Losing it
//! costs time and changes no answer.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use crate::compile::{Memory, Understood};
use crate::disk;
use crate::document::Document;

/// The form of the file.
const MAGIC: &[u8] = b"linchpin understood 3\n";
/// Bytes of a hash.
const HASH: usize = 32;
/// The file never has more bytes.
const MOST_BYTES: usize = 64 << 20;
/// It is written in parts of about so many.
const PART: usize = 1 << 20;

type Key = [u8; HASH];

/// What is known, and what was added since.
pub(super) struct Cache {
    path: PathBuf,
    stamp: Key,
    bytes: Vec<u8>,
    known: HashMap<Key, Range<usize>>,
    news: Mutex<News>,
}

#[derive(Default)]
struct News {
    /// What was asked for and known.
    used: Vec<Key>,
    /// What was added, as it will stand in the file: as much as there is room for.
    added: Vec<u8>,
}

impl Cache {
    /// Opens the cache of a folder, which need not be there.
    pub(super) fn open(folder: &Path) -> Self {
        let path = folder.join("understood");
        let stamp = program();
        let bytes = read(&path).unwrap_or_default();
        let known = known(&bytes, &stamp).unwrap_or_default();
        Self {
            path,
            stamp,
            bytes,
            known,
            news: Mutex::default(),
        }
    }

    /// Writes what was added. A cache that cannot be written is no trouble worth a word.
    pub(super) fn save(self) {
        let news = self
            .news
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        if news.added.is_empty() {
            return;
        }
        let added = entries(&news.added).map(|(key, entry)| (key, news.added.get(entry)));
        // What was used just now is worth more than what was not.
        let older = news.used.iter().chain(self.known.keys());
        let older = older.map(|key| {
            let range = self.known.get(key).cloned();
            (*key, range.and_then(|range| self.bytes.get(range)))
        });
        let _ = write(&self.path, &self.stamp, added.chain(older));
    }

    fn news(&self) -> std::sync::MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory for Cache {
    fn recall(&self, document: &Document) -> Option<Understood> {
        let key = key(document);
        let entry = self.bytes.get(self.known.get(&key)?.clone())?;
        let understood: Understood = postcard::from_bytes(entry).ok()?;
        if !understood.fits(document) {
            return None;
        }
        self.news().used.push(key);
        Some(understood)
    }

    fn keep(&self, document: &Document, understood: &Understood) {
        let Ok(entry) = postcard::to_allocvec(understood) else {
            return;
        };
        let key = key(document);
        let added = &mut self.news().added;
        if added.len() + size_of_entry(&entry) <= MOST_BYTES {
            put(added, &key, &entry);
        }
    }
}

/// Who wrote a cache: the version and this very file of the program, since the next build may
/// understand more.
fn program() -> Key {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    let file = std::env::current_exe().and_then(|path| disk::metadata(&path));
    if let Ok(data) = file {
        hash.update(data.len().to_le_bytes());
        let changed = data.modified().ok();
        let since = changed.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        hash.update(since.unwrap_or_default().as_nanos().to_le_bytes());
    }
    hash.finalize().into()
}

/// A hash of all that reading a document looks at.
fn key(document: &Document) -> Key {
    let mut hash = Sha256::new();
    let mut take = |part: &[u8]| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    take(document.text.as_bytes());
    take(document.title.as_bytes());
    take(document.language.as_deref().unwrap_or("-").as_bytes());
    take(document.publisher.as_deref().unwrap_or_default().as_bytes());
    take(format!("{:?}", document.dct).as_bytes());
    for block in &document.blocks {
        take(&block.span.start.to_le_bytes());
        take(&block.span.end.to_le_bytes());
        take(&[block.kind as u8]);
    }
    hash.finalize().into()
}

/// The bytes of a cache that is whole.
fn read(path: &Path) -> Option<Vec<u8>> {
    let data = disk::metadata(path).ok()?;
    if !data.is_file() || data.len() > MOST_BYTES as u64 {
        return None;
    }
    let bytes = disk::read(path).ok()?;
    let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(HASH)?)?;
    (Sha256::digest(body).as_slice() == sum).then_some(bytes)
}

/// Where the entries of a cache are, if this program wrote it.
fn known(bytes: &[u8], stamp: &Key) -> Option<HashMap<Key, Range<usize>>> {
    let end = bytes.len().checked_sub(HASH)?;
    let begin = MAGIC.len() + HASH;
    let ours = bytes.starts_with(MAGIC) && bytes.get(MAGIC.len()..begin)? == stamp;
    let all = entries(bytes.get(begin..end)?);
    ours.then(|| {
        all.map(|(key, at)| (key, begin + at.start..begin + at.end))
            .collect()
    })
}

/// The entries of a list of them, each a key, a length and so many bytes, with their places.
fn entries(list: &[u8]) -> impl Iterator<Item = (Key, Range<usize>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (key, rest) = list.get(at..)?.split_first_chunk::<HASH>()?;
        let (length, rest) = rest.split_first_chunk()?;
        let start = list.len() - rest.len();
        let end = start.checked_add(u32::from_le_bytes(*length) as usize)?;
        at = end;
        (end <= list.len()).then_some((*key, start..end))
    })
}

/// Adds an entry to a list.
fn put(list: &mut Vec<u8>, key: &Key, entry: &[u8]) {
    list.extend_from_slice(key);
    list.extend_from_slice(&(entry.len() as u32).to_le_bytes());
    list.extend_from_slice(entry);
}

/// The bytes of an entry with its key and its length.
fn size_of_entry(entry: &[u8]) -> usize {
    HASH + size_of::<u32>() + entry.len()
}

/// Writes a file beside its place and moves it there: the entries, each once, as far as there is room.
fn write<'e>(
    path: &Path,
    stamp: &Key,
    entries: impl Iterator<Item = (Key, Option<&'e [u8]>)>,
) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    disk::create_dir_all(folder)?;
    let name = format!("understood.{}.new", std::process::id());
    let beside = folder.join(name);
    let written = disk::File::create(&beside).and_then(|mut file| {
        let mut sum = Sha256::new();
        let mut part = [MAGIC, stamp].concat();
        let mut left = MOST_BYTES - HASH - part.len();
        let mut written = HashSet::new();
        for (key, entry) in entries {
            let Some(entry) = entry else {
                continue;
            };
            let size = size_of_entry(entry);
            if size > left || !written.insert(key) {
                continue;
            }
            left -= size;
            put(&mut part, &key, entry);
            if part.len() >= PART {
                sum.update(&part);
                file.write_all(&part)?;
                part.clear();
            }
        }
        sum.update(&part);
        part.extend_from_slice(&sum.finalize());
        file.write_all(&part)
    });
    let moved = written.and_then(|()| disk::rename(&beside, path));
    if moved.is_err() {
        let _ = disk::remove_file(&beside);
    }
    moved
}
