//! Copies of one text: one document with several places of publication.

use std::collections::BTreeSet;

use super::{Chronicle, SourceRef};
use crate::document::DocId;

impl Chronicle {
    /// Folds copies: what several copies of a text say of an event is said once. `originals` has
    /// for each document the first of which it is a copy. What only a copy says stays.
    #[must_use]
    pub fn fold_copies(mut self, mut originals: Vec<Option<DocId>>) -> Self {
        let copies = originals.iter().rposition(Option::is_some);
        originals.truncate(copies.map_or(0, |last| last + 1));
        originals.shrink_to_fit();
        let original = |source: SourceRef| match source {
            SourceRef::Document(doc) => Some((doc, first_of(&originals, doc))),
            SourceRef::Record(_) => None,
        };
        let folded = originals.iter().any(Option::is_some);
        for id in self.ids().take_while(|_| folded) {
            let event = self.look(id);
            let copies = |of: &SourceRef| original(*of).is_some_and(|(doc, first)| doc != first);
            if !event.attestations.iter().any(|told| copies(&told.source)) {
                continue;
            }
            let mut event = event.into_owned();
            // Of the documents that share a text, the earliest one that tells this event speaks.
            let mut speakers: Vec<(DocId, DocId)> = Vec::new();
            let told: BTreeSet<DocId> = event
                .attestations
                .iter()
                .filter_map(|told| original(told.source))
                .map(|(doc, _)| doc)
                .collect();
            for doc in told {
                let first = first_of(&originals, doc);
                if !speakers.iter().any(|(known, _)| *known == first) {
                    speakers.push((first, doc));
                }
            }
            event.attestations.retain(|told| {
                original(told.source).is_none_or(|(doc, first)| speakers.contains(&(first, doc)))
            });
            self.events.replace(id.index(), event);
        }
        self.originals = originals;
        self
    }

    /// The document of which this one is a folded copy.
    pub fn original(&self, doc: DocId) -> Option<DocId> {
        let first = first_of(&self.originals, doc);
        (first != doc).then_some(first)
    }

    /// The other documents that share the text of this one, in their order.
    pub fn copies(&self, doc: DocId) -> impl Iterator<Item = DocId> {
        let first = first_of(&self.originals, doc);
        let others = (0u32..).map(DocId).zip(&self.originals);
        others
            .filter(move |(other, of)| of.unwrap_or(*other) == first && *other != doc)
            .map(|(other, _)| other)
    }

    /// Documents that are folded away.
    pub fn folded(&self) -> usize {
        self.originals.iter().flatten().count()
    }
}

fn first_of(originals: &[Option<DocId>], doc: DocId) -> DocId {
    originals.get(doc.index()).copied().flatten().unwrap_or(doc)
}
