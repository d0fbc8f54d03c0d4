//! What documents alone tell: events, people, days of writing, without the record's events.

use rayon::prelude::*;

use super::{Annotators, Understood, memory};
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
    memory::groups(documents, 0)
        .into_par_iter()
        .flat_map_iter(|group| Understood::of(&group, annotators))
        .map(|(doc, understood)| ReadDocument {
            doc,
            dct: understood.dct,
            events: understood.events,
            officials: understood.officials,
            unread: understood.unread,
        })
        .collect()
}
