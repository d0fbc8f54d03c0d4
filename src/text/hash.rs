//! Hashes that are the same on every machine and in every run, and maps of words that nobody
//! chooses to collide: those of our own lexicons.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// FNV-1a, of bytes or of other hashes.
pub(crate) fn fnv(parts: impl Iterator<Item = impl Into<u64>>) -> u64 {
    parts.fold(0xCBF2_9CE4_8422_2325, |hash, part| {
        (hash ^ part.into()).wrapping_mul(0x0100_0000_01B3)
    })
}

/// A number of which every bit leans on every bit of the one given (the last steps of `SplitMix64`).
pub(crate) fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// Takes eight bytes with one multiplication, and gives those bits first that it mixed best. Words of a
/// lexicon are short, and every word of a text is looked up.
#[derive(Debug, Default)]
pub(crate) struct Quick(u64);

impl Quick {
    #[inline]
    fn take(&mut self, number: u64) {
        // Knuth's multiplier (MMIX).
        self.0 = (self.0 ^ number).wrapping_mul(0x5851_F42D_4C95_7F2D);
    }
}

impl Hasher for Quick {
    #[inline]
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.take(u64::from_le_bytes(*eight));
        }
        // What is left, as two numbers that may share bytes.
        match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
                self.take(u64::from(first) << 32 | u64::from(last));
            }
            _ => self.take(rest.iter().fold(0, |all, byte| all << 8 | u64::from(*byte))),
        }
    }

    #[inline]
    fn write_u8(&mut self, number: u8) {
        self.take(u64::from(number));
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.take(u64::from(number));
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.take(number);
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.take(number as u64);
    }
}

/// A map by words.
pub(crate) type WordMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set of words.
pub(crate) type WordSet<K> = HashSet<K, BuildHasherDefault<Quick>>;
