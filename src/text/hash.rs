//! Hashes that are the same on every machine and in every run, and maps of words that nobody
//! chooses to collide: those of our own lexicons.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a, of bytes or of other hashes.
pub(crate) fn fnv(parts: impl Iterator<Item = impl Into<u64>>) -> u64 {
    let mut hash = Fnv::default();
    for part in parts {
        hash.take(part.into());
    }
    hash.finish()
}

/// A number of which every bit leans on every bit of the one given (the last steps of `SplitMix64`).
pub(crate) fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// FNV-1a: words of a lexicon are short.
#[derive(Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Fnv {
    fn take(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x0100_0000_01B3);
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.take(u64::from(*byte));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.take(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.take(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.take(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.take(number as u64);
    }
}

/// A map by words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;
/// A set of words.
pub(crate) type WordSet<K> = HashSet<K, BuildHasherDefault<Fnv>>;
