//! The events that are being merged: packed, but for those that were joined of late.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::take;
use std::ops::Range;

use crate::chronicle::{Event, Packed};

/// When so many joined events are made, those that few sources tell are packed again. The others
/// stay made: each time it is packed, an event takes memory anew.
const MOST_MADE: usize = if cfg!(test) { 2 } else { 1 << 14 };
const FEW: usize = 8;

pub(super) struct Tellings {
    packed: Packed,
    /// Events that others were joined with, since they were packed last.
    made: BTreeMap<usize, Event>,
    /// Events that were packed and then joined with another.
    gone: BTreeSet<usize>,
}

impl Tellings {
    pub(super) fn new(packed: Packed) -> Self {
        Self {
            packed,
            made: BTreeMap::new(),
            gone: BTreeSet::new(),
        }
    }

    /// Adds an event.
    pub(super) fn push(&mut self, event: Event) {
        self.packed.push(event);
    }

    /// Adds packed events, and says which they are.
    pub(super) fn append(&mut self, packed: Packed) -> Range<usize> {
        let first = self.packed.len();
        self.packed.append(packed);
        first..self.packed.len()
    }

    /// An event as it is by now.
    ///
    /// # Panics
    /// If there are not so many.
    pub(super) fn look(&self, at: usize) -> Cow<'_, Event> {
        match self.made.get(&at) {
            Some(event) => Cow::Borrowed(event),
            None => Cow::Owned(self.packed.get(at).expect("one of the events")),
        }
    }

    /// The key of an event, which no telling changes.
    pub(super) fn key(&self, at: usize) -> Option<&str> {
        self.packed.key(at)
    }

    /// Leaves out an event, which is joined with another.
    pub(super) fn leave_out(&mut self, at: usize) {
        self.gone.insert(at);
    }

    /// An event that another is to be joined with.
    ///
    /// # Panics
    /// If there are not so many.
    pub(super) fn made(&mut self, at: usize) -> &mut Event {
        if self.made.len() >= MOST_MADE {
            for (at, event) in take(&mut self.made) {
                if event.attestations.len() > FEW {
                    self.made.insert(at, event);
                } else {
                    self.packed.replace(at, event);
                }
            }
        }
        let packed = &self.packed;
        self.made
            .entry(at)
            .or_insert_with(|| packed.get(at).expect("one of the events"))
    }

    /// The events that are left, in their order.
    pub(super) fn finish(mut self) -> Packed {
        for (at, event) in self.made {
            self.packed.replace(at, event);
        }
        if !self.gone.is_empty() {
            self.packed.retain(|at| !self.gone.contains(&at));
        }
        self.packed
    }
}
