//! What a file gave, whatever its format.

use super::report::FileState;
use super::sink::Sink;
use crate::document::Document;

/// What a file gave.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) format: &'static str,
    pub(super) documents: Vec<Document>,
}

impl Reading {
    /// An empty reading of that format.
    pub(super) fn named(format: &'static str) -> Self {
        Self {
            format,
            ..Self::default()
        }
    }

    /// The state of the file as far as a load can tell.
    pub(super) fn state(&self, sink: &Sink<'_>) -> FileState {
        let dated =
            sink.rows.dated() > 0 || self.documents.iter().any(|document| document.dct.is_some());
        if dated {
            FileState::Events
        } else {
            FileState::Undated
        }
    }
}
