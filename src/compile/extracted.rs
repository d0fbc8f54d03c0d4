//! What documents alone tell: events, people, days of writing, without the record's events.

use rayon::prelude::*;

use super::{Annotators, Understood};
use crate::chronicle::Event;
use crate::document::{Dct, DocId, Document};

/// What one document tells.
#[derive(Debug, Clone)]
pub struct ReadDocument {
    /// Its rank among the documents.
    pub doc: DocId,
    /// The day of writing, given or worked out.
    pub dct: Option<Dct>,
    /// Its events in the order of the text.
    pub events: Vec<Event>,
    /// The people whom it names, each once, in the order of the text.
    pub officials: Vec<String>,
    /// Why it was not read, if it was not.
    pub unread: Option<String>,
}

/// What a list of documents tells, in their order.
pub type Extracted = Vec<ReadDocument>;

/// Reads or recalls each document by itself.
pub fn extracted(documents: &[Document], annotators: &Annotators<'_>) -> Extracted {
    documents
        .par_iter()
        .enumerate()
        .map(|(at, document)| {
            let doc = DocId(at as u32);
            let understood = Understood::of(document, doc, annotators);
            ReadDocument {
                doc,
                dct: understood.dct,
                events: understood.events,
                officials: understood.officials,
                unread: understood.unread,
            }
        })
        .collect()
}
