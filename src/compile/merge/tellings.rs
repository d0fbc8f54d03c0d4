//! The events that are being merged: packed, but for those that were joined of late.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::chronicle::{Event, Packed};

/// When so many joined events are made, those that few sources tell are packed again. The others
/// stay made: each time it is packed, an event takes memory anew.
const MOST_MADE: usize = if cfg!(test) { 2 } else { 1 << 14 };
const FEW: usize = 8;

pub(super) struct Tellings {
    packed: Packed,
    /// Events that others were joined with, since they were packed last.
    made: BTreeMap<usize, Event>,
    /// Whether each was joined with another.
    gone: Vec<bool>,
}

impl Tellings {
    pub(super) fn new(packed: Packed) -> Self {
        Self {
            gone: vec![false; packed.len()],
            made: BTreeMap::new(),
            packed,
        }
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

    /// The event that `gone` is to be joined with.
    ///
    /// # Panics
    /// If there are not so many.
    pub(super) fn join(&mut self, gone: usize, with: usize) -> &mut Event {
        self.gone[gone] = true;
        if self.made.len() >= MOST_MADE {
            let packed = &mut self.packed;
            self.made.retain(|at, event| {
                let many = event.attestations.len() > FEW;
                if !many {
                    packed.replace(*at, event);
                }
                many
            });
        }
        let packed = &self.packed;
        self.made
            .entry(with)
            .or_insert_with(|| packed.get(with).expect("one of the events"))
    }

    /// The events that are left, in their order.
    pub(super) fn finish(mut self) -> Packed {
        for (at, event) in &self.made {
            self.packed.replace(*at, event);
        }
        self.packed.retain(|at| !self.gone[at]);
        self.packed
    }
}
