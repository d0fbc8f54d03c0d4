//! What documents alone tell: events, people, days of writing, without the record's events.

use rayon::prelude::*;

use super::people::Entity;
use super::{Annotators, assemble, read};
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

/// Reads each document by itself.
pub fn extracted(documents: &[Document], annotators: &Annotators<'_>) -> Extracted {
    documents
        .par_iter()
        .enumerate()
        .map(|(at, document)| {
            let doc = DocId(at as u32);
            let understood = read::read(document, annotators);
            let event = |draft| {
                assemble::event(
                    draft,
                    &understood.people,
                    doc,
                    document,
                    annotators.gazetteer,
                )
            };
            let events = understood.drafts.iter().map(event).collect();
            let named = |entity: &&Entity| entity.named;
            let officials = understood
                .people
                .entities
                .iter()
                .filter(named)
                .map(|e| e.name.clone())
                .collect();
            ReadDocument {
                doc,
                dct: understood.dct,
                events,
                officials,
                unread: understood.unread,
            }
        })
        .collect()
}
