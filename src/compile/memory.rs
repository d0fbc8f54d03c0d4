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

/// So many bytes of text are read together: enough to come back to the same code for, and few enough to stay
/// at hand.
const TOGETHER: usize = 1 << 14;

/// Splits documents into groups that are read together.
pub(super) fn groups(documents: &[Document], first: u32) -> Vec<Vec<(DocId, &Document)>> {
    let mut groups: Vec<Vec<(DocId, &Document)>> = Vec::new();
    let mut bytes = 0;
    for (at, document) in (first..).zip(documents) {
        bytes += document.text.len();
        match groups.last_mut() {
            Some(group) if bytes <= TOGETHER => group.push((DocId(at), document)),
            _ => {
                groups.push(vec![(DocId(at), document)]);
                bytes = document.text.len();
            }
        }
    }
    groups
}

impl Understood {
    /// Reads documents, or recalls them; what each tells then rests on the document of its rank.
    pub(super) fn of(
        documents: &[(DocId, &Document)],
        annotators: &Annotators<'_>,
    ) -> Vec<(DocId, Self)> {
        let recall = |document| annotators.memory?.recall(document);
        let recalled: Vec<Option<Self>> = documents.iter().map(|(_, one)| recall(one)).collect();
        let all = documents.iter().zip(&recalled);
        let new: Vec<&Document> = all
            .filter(|(_, recalled)| recalled.is_none())
            .map(|((_, document), _)| *document)
            .collect();
        let mut read = Self::read(&new, annotators).into_iter();
        let each = documents.iter().zip(recalled);
        each.filter_map(|(&(doc, document), recalled)| {
            let known = recalled.is_some();
            let mut understood = recalled.or_else(|| read.next())?;
            if let Some(memory) = annotators.memory.filter(|_| !known) {
                memory.keep(document, &understood);
            }
            understood.rest_on(doc);
            Some((doc, understood))
        })
        .collect()
    }

    fn rest_on(&mut self, doc: DocId) {
        let told = self
            .events
            .iter_mut()
            .flat_map(|event| &mut event.attestations);
        for told in told {
            told.source = SourceRef::Document(doc);
            if let Some(evidence) = &mut told.evidence {
                evidence.doc = doc;
            }
        }
    }

    fn read(documents: &[&Document], annotators: &Annotators<'_>) -> Vec<Self> {
        let gazetteer = annotators.gazetteer;
        let read = read::read(documents, annotators).into_iter();
        read.zip(documents)
            .map(|(read, document)| {
                let event =
                    |draft| assemble::event(draft, &read.people, DocId(0), document, gazetteer);
                let named = read.people.entities.iter().filter(|one| one.named);
                Self {
                    events: read.drafts.into_iter().map(event).collect(),
                    officials: named.map(|one| one.name.clone()).collect(),
                    dct: read.dct,
                    unread: read.unread,
                }
            })
            .collect()
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
