//! What was understood of documents in earlier runs, so that only new and changed ones are read
//! sentence by sentence again.
//!
//! One file in the cache directory, named for the program that wrote it: a document is known by a
//! hash of all that is read of it, and what is kept is what reading gives. The file ends with a hash
//! of itself; where that does not fit, or another program wrote it, nothing is known. It is written
//! anew, whole and by renaming, when something was added, and never grows beyond a limit. Losing it
//! costs time and changes no answer.
//!
//! It may be four times as long as the documents, so little of it is ever in memory: what is known is
//! read where it stands, and what is added is written at once, beside the old file.

mod new;
mod old;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use crate::compile::{Memory, Understood};
use crate::disk;
use crate::document::Document;
use new::New;
use old::Old;

/// The form of the file.
const MAGIC: &[u8] = b"linchpin understood 3\n";
/// Bytes of a hash.
const HASH: usize = 32;
/// Bytes before an entry: its key and its length.
const HEAD: usize = HASH + size_of::<u32>();
/// The file never has more bytes.
const MOST_BYTES: usize = 64 << 20;
/// It is read and written in parts of about so many.
const PART: usize = 1 << 18;

type Key = [u8; HASH];

/// What is known, and what was added since.
pub(super) struct Cache {
    path: PathBuf,
    stamp: Key,
    known: Old,
    news: Mutex<News>,
}

#[derive(Default)]
struct News {
    /// What was asked for and known.
    used: Vec<u64>,
    /// The next file, from when something is added.
    file: Option<io::Result<New>>,
}

impl Cache {
    /// Opens the cache of a folder, which need not be there.
    pub(super) fn open(folder: &Path) -> Self {
        let path = folder.join("understood");
        let stamp = program();
        Self {
            known: Old::open(&path, &stamp).unwrap_or_default(),
            path,
            stamp,
            news: Mutex::default(),
        }
    }

    /// Puts the file with what was added in the place of the old one. A cache that cannot be written is
    /// no trouble worth a word.
    pub(super) fn save(self) {
        let news = self
            .news
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        let Some(Ok(mut file)) = news.file else {
            return;
        };
        // What was used just now is worth more than what was not.
        let mut older = news.used.into_iter().chain(self.known.all());
        let added = older.try_for_each(|short| {
            let entry = self.known.entry(short);
            entry.map_or(Ok(()), |(key, entry)| file.add(&key, &entry))
        });
        let _ = added.and_then(|()| file.finish(&self.path));
    }

    fn news(&self) -> MutexGuard<'_, News> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Memory for Cache {
    fn recall(&self, document: &Document) -> Option<Understood> {
        let key = key(document);
        let (own, entry) = self.known.entry(short(&key))?;
        let understood: Understood = postcard::from_bytes(&entry).ok()?;
        if own != key || !understood.fits(document) {
            return None;
        }
        self.news().used.push(short(&key));
        Some(understood)
    }

    fn keep(&self, document: &Document, understood: &Understood) {
        let Ok(entry) = postcard::to_allocvec(understood) else {
            return;
        };
        let key = key(document);
        let mut news = self.news();
        let file = news
            .file
            .get_or_insert_with(|| New::beside(&self.path, &self.stamp));
        if let Ok(new) = file
            && let Err(error) = new.add(&key, &entry)
        {
            *file = Err(error);
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

/// The beginning of a key: two documents that share it by chance cost one a reading.
fn short(key: &Key) -> u64 {
    key.first_chunk()
        .map_or(0, |first| u64::from_le_bytes(*first))
}
