//! The cache of an earlier run: where its entries are, each read when it is asked for.

use std::collections::HashMap;
use std::io::{BufReader, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{HASH, HEAD, Key, MAGIC, MOST_BYTES, PART, short};
use crate::disk;

/// An open cache that is whole and of this program; none where there is no such.
#[derive(Default)]
pub(super) struct Old {
    file: Option<disk::File>,
    /// Where an entry begins, and its bytes, head included.
    places: HashMap<u64, (u32, u32)>,
}

impl Old {
    /// Opens a cache and goes through it once.
    pub(super) fn open(path: &Path, stamp: &Key) -> Option<Self> {
        let data = disk::metadata(path).ok()?;
        if !data.is_file() || data.len() > MOST_BYTES as u64 {
            return None;
        }
        let mut file = disk::File::open(path).ok()?;
        let length = usize::try_from(data.len()).ok()?;
        let places = places(&mut file, length, stamp)?;
        Some(Self {
            file: Some(file),
            places,
        })
    }

    /// An entry and its key, by the beginning of the key.
    pub(super) fn entry(&self, short: u64) -> Option<(Key, Vec<u8>)> {
        let (at, length) = *self.places.get(&short)?;
        let mut bytes = vec![0; length as usize];
        let file = self.file.as_ref()?;
        file.read_exact_at(&mut bytes, u64::from(at)).ok()?;
        let key = *bytes.first_chunk()?;
        bytes.drain(..HEAD.min(bytes.len()));
        Some((key, bytes))
    }

    /// The beginnings of all keys.
    pub(super) fn all(&self) -> impl Iterator<Item = u64> {
        self.places.keys().copied()
    }
}

/// Where the entries of a cache are, each a key, a length and so many bytes, if it is whole and this
/// program wrote it.
fn places(file: &mut disk::File, length: usize, stamp: &Key) -> Option<HashMap<u64, (u32, u32)>> {
    let mut from = BufReader::with_capacity(PART, file);
    let mut sum = Sha256::new();
    let mut take = |count: usize| {
        let mut bytes = vec![0; count];
        from.read_exact(&mut bytes).ok()?;
        sum.update(&bytes);
        Some(bytes)
    };
    let body = length.checked_sub(HASH)?;
    let mut at = MAGIC.len() + HASH;
    if at > body || take(at)? != [MAGIC, stamp].concat() {
        return None;
    }
    let mut places = HashMap::new();
    while at < body {
        let head = take(HEAD)?;
        let (key, size) = (head.first_chunk::<HASH>()?, head.last_chunk()?);
        let size = u32::from_le_bytes(*size) as usize;
        let end = at.checked_add(HEAD)?.checked_add(size)?;
        if end > body {
            return None;
        }
        take(size)?;
        places.insert(short(key), (at as u32, (HEAD + size) as u32));
        at = end;
    }
    let mut own = [0; HASH];
    from.read_exact(&mut own).ok()?;
    (sum.finalize().as_slice() == own).then_some(places)
}
