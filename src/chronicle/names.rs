//! Names of what events refer to by row.

use std::borrow::Cow;

use super::{Attestation, Chronicle, Event, Participant, PlaceRef, SourceRef, Who};
use crate::document::DocumentRef;
use crate::text::fnv;

impl Chronicle {
    /// The name of a participant.
    pub fn name<'a>(&self, participant: &'a Participant) -> &'a str {
        match &participant.who {
            Who::Official(row) => self.gazetteer().official(*row).name.as_str(),
            Who::Named(name) => name.as_str(),
        }
    }

    /// The office of a participant on the days of an event; without a tenure then, the role that
    /// the source gives.
    pub fn role<'a>(&self, participant: &'a Participant, event: &Event) -> Option<Cow<'a, str>> {
        let held = match (&participant.who, event.range()) {
            (Who::Official(row), Some(on)) => self.gazetteer().role(*row, on),
            _ => None,
        };
        held.or_else(|| participant.role.as_deref().map(Cow::Borrowed))
    }

    /// The name of a place.
    pub fn place_name<'a>(&self, place: &'a PlaceRef) -> &'a str {
        match place {
            PlaceRef::Known(row) => self.gazetteer().place(*row).name.as_str(),
            PlaceRef::Named(name) => name.as_str(),
        }
    }

    /// The names of those who take part, in their order.
    pub fn people<'a>(&'a self, event: &'a Event) -> Vec<&'a str> {
        event.participants.iter().map(|p| self.name(p)).collect()
    }

    /// The names of the places, in their order.
    pub fn place_names<'a>(&'a self, event: &'a Event) -> Vec<&'a str> {
        event.places.iter().map(|p| self.place_name(p)).collect()
    }

    /// The codes of an event's countries: `US`, `KR`.
    pub fn country_codes<'a>(
        &'a self,
        event: &'a Event,
    ) -> impl Iterator<Item = &'static str> + 'a {
        event
            .countries
            .iter()
            .map(|row| self.gazetteer().country(*row).code.as_str())
    }

    /// The title of a source: of the record's source, or of the document.
    pub fn source_title(&self, attestation: &Attestation) -> Cow<'_, str> {
        match attestation.source {
            SourceRef::Record(row) => self.gazetteer().source(row).title.as_str().into(),
            SourceRef::Document(doc) => self
                .document(doc)
                .map_or_else(|| "a document".into(), DocumentRef::title),
        }
    }

    /// Where a source can be read: the address of the attestation itself, else that of the record's
    /// source or of the document.
    pub fn url<'a>(&'a self, told: &'a Attestation) -> Option<&'a str> {
        told.url.as_deref().or_else(|| match told.source {
            SourceRef::Record(row) => self.gazetteer().source(row).url.as_deref(),
            SourceRef::Document(doc) => self.document(doc)?.url,
        })
    }

    /// What names a source in what the user keeps: the record's own id and place, or what a
    /// document says, wherever its file is.
    pub fn source_key(&self, attestation: &Attestation) -> String {
        match attestation.source {
            SourceRef::Record(row) => {
                let id = &self.gazetteer().source(row).id;
                format!("{id}#{}", attestation.locator)
            }
            SourceRef::Document(doc) => {
                let text = self.documents().text(doc).unwrap_or_default();
                format!("text-{:016x}", fnv(text.bytes()))
            }
        }
    }

    /// The words of a document that an attestation rests on, if it rests on one.
    pub fn quote(&self, attestation: &Attestation) -> Option<&str> {
        let evidence = attestation.evidence.as_ref()?;
        Some(evidence.sentence.of(self.documents().text(evidence.doc)?))
    }

    /// Whether nothing but the compiler's word stands behind an attestation.
    pub fn is_uncited(&self, attestation: &Attestation) -> bool {
        match attestation.source {
            SourceRef::Record(row) => self.gazetteer().source(row).uncited,
            SourceRef::Document(_) => false,
        }
    }

    /// Whether no source stands behind an event.
    pub fn is_unsourced(&self, event: &Event) -> bool {
        event
            .attestations
            .iter()
            .all(|attestation| self.is_uncited(attestation))
    }
}
