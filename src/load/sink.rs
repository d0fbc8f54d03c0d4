//! Where the rows and the warnings of a file go.
//!
//! Rows are not kept here: each is given on as soon as it is read, so that a table of a million rows
//! is in memory only as what it becomes.

use super::mapping::Mapping;
use super::report::Warnings;
use crate::document::EventRow;

/// What a reader of a format gives besides documents.
pub(super) struct Sink<'s> {
    pub(super) warnings: Warnings,
    pub(super) rows: Rows<'s>,
    /// What the columns mean, where the user said it.
    pub(super) mapping: Option<Mapping>,
}

/// Takes rows one by one.
pub(super) struct Rows<'s> {
    take: &'s mut dyn FnMut(&EventRow<'_>),
    count: usize,
    dated: usize,
}

impl<'s> Sink<'s> {
    /// Gives the rows to `take`.
    pub(super) fn new(take: &'s mut dyn FnMut(&EventRow<'_>)) -> Self {
        Self {
            warnings: Warnings::default(),
            rows: Rows {
                take,
                count: 0,
                dated: 0,
            },
            mapping: None,
        }
    }
}

impl Rows<'_> {
    /// Gives a row on.
    pub(super) fn push(&mut self, row: &EventRow<'_>) {
        self.count += 1;
        self.dated += usize::from(row.date.is_some());
        (self.take)(row);
    }

    /// How many there were.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Whether there was none.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many of them had a date.
    pub(super) fn dated(&self) -> usize {
        self.dated
    }
}
