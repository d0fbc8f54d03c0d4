//! What was understood of a document, and who remembers it between runs.

use serde::{Deserialize, Serialize};

use super::{Annotators, assemble, read};
use crate::chronicle::{Event, SourceRef};
use crate::document::{Dct, DocId, Document};

/// Remembers what was understood of documents. Asked from any thread.
pub trait Memory: Sync {
    /// What was understood of this document, if it is known.
    fn recall(&self, document: &Document) -> Option<Understood>;

    /// Takes what was understood of a document that was not known.
    fn keep(&self, document: &Document, understood: &Understood);
}

/// What reading a document gave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    pub(super) events: Vec<Event>,
    pub(super) dct: Option<Dct>,
    /// The people whom it names, each once, in the order of the text.
    pub(super) officials: Vec<String>,
    /// Why it was not read, if it was not.
    pub(super) unread: Option<String>,
}

impl Understood {
    /// Reads a document, or recalls it; its events then rest on the document of this rank.
    pub(super) fn of(document: &Document, doc: DocId, annotators: &Annotators<'_>) -> Self {
        let recalled = annotators.memory.and_then(|memory| memory.recall(document));
        let mut understood = recalled.unwrap_or_else(|| {
            let understood = Self::read(document, annotators);
            if let Some(memory) = annotators.memory {
                memory.keep(document, &understood);
            }
            understood
        });
        for told in understood
            .events
            .iter_mut()
            .flat_map(|event| &mut event.attestations)
        {
            told.source = SourceRef::Document(doc);
            if let Some(evidence) = &mut told.evidence {
                evidence.doc = doc;
            }
        }
        understood
    }

    fn read(document: &Document, annotators: &Annotators<'_>) -> Self {
        let read = read::read(document, annotators);
        let gazetteer = annotators.gazetteer;
        let event = |draft| assemble::event(draft, &read.people, DocId(0), document, gazetteer);
        let named = read.people.entities.iter().filter(|one| one.named);
        Self {
            events: read.drafts.into_iter().map(event).collect(),
            officials: named.map(|one| one.name.clone()).collect(),
            dct: read.dct,
            unread: read.unread,
        }
    }

    /// Whether all its quotations lie in the text of the document.
    pub fn fits(&self, document: &Document) -> bool {
        let lies = |span: crate::text::Span| document.text.get(span.range()).is_some();
        let told = self.events.iter().flat_map(|event| &event.attestations);
        told.filter_map(|told| told.evidence.as_ref())
            .all(|evidence| {
                lies(evidence.sentence)
                    && evidence.timex.is_none_or(lies)
                    && evidence.trigger.is_none_or(lies)
            })
    }
}
