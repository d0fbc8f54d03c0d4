//! A set of events, one bit each.

use std::ops::Range;

use crate::chronicle::EventId;

/// A set of events of one chronicle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    len: u32,
}

impl Bits {
    /// The empty set among `len` events.
    pub(super) fn new(len: u32) -> Self {
        Self {
            words: vec![0; len.div_ceil(64) as usize],
            len,
        }
    }

    /// All of `len` events.
    pub(super) fn all(len: u32) -> Self {
        let mut bits = Self::new(len);
        bits.insert_run(0..len);
        bits
    }

    /// Adds an event; one beyond the end is passed over.
    pub(super) fn insert(&mut self, event: EventId) {
        if event.0 < self.len {
            self.words[event.index() / 64] |= 1 << (event.0 % 64);
        }
    }

    /// Adds a run of events.
    pub(super) fn insert_run(&mut self, run: Range<u32>) {
        for event in run.start..run.end.min(self.len) {
            self.insert(EventId(event));
        }
    }

    /// Whether it has the event.
    pub(super) fn has(&self, event: EventId) -> bool {
        let word = self.words.get(event.index() / 64).copied().unwrap_or(0);
        word >> (event.0 % 64) & 1 == 1
    }

    /// Keeps what `other` has as well.
    pub(super) fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what `other` has.
    pub(super) fn or(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Takes away what `other` has.
    pub(super) fn and_not(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// How many events.
    pub(super) fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// Whether there is any.
    pub(super) fn any(&self) -> bool {
        self.words.iter().any(|word| *word != 0)
    }

    /// The events in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = EventId> {
        (0u32..).zip(&self.words).flat_map(|(at, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                (bit < 64).then(|| {
                    rest &= rest - 1;
                    EventId(at * 64 + bit)
                })
            })
        })
    }
}
