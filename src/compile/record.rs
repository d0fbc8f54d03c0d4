//! Rows of the record as events. They were merged and checked when the program was built.

use crate::chronicle::Rows;
use crate::chronicle::{Attestation, Event, Participant, PlaceRef, SourceRef, Status, Who};
use crate::record::{self, BuiltInEvents};
use crate::time::DateRange;

impl Rows for BuiltInEvents {
    fn count(&self) -> usize {
        Self::count(*self)
    }

    fn range(&self, at: usize) -> DateRange {
        Self::range(*self, at)
    }

    fn key(&self, at: usize) -> &'static str {
        self.id(at)
    }

    fn event(&self, at: usize) -> Event {
        event(Self::event(*self, at))
    }
}

/// A row of the record as an event.
pub(super) fn event(row: record::Event<'static>) -> Event {
    let status = Status::from(row.status);
    Event {
        date: Some(row.edtf()),
        key: row.id,
        kind: row.kind,
        status,
        title: row.title,
        summary: row.summary,
        countries: row.countries.into(),
        participants: row.participants.into_iter().map(participant).collect(),
        places: row.places.into_iter().map(PlaceRef::Known).collect(),
        topics: row.topics,
        confidence: row.confidence,
        inferred: row.inferred,
        attestations: row
            .attestations
            .into_iter()
            .map(|a| attestation(a, status))
            .collect(),
        takes_office: row.takes_office,
    }
}

fn participant(row: record::Participant<'static>) -> Participant {
    let who = match row.official {
        Some(official) => Who::Official(official),
        None => Who::Named(row.name),
    };
    Participant {
        who,
        role: row.role,
        country: row.country,
    }
}

fn attestation(row: record::Attestation<'static>, status: Status) -> Attestation {
    Attestation {
        source: SourceRef::Record(row.source),
        locator: row.locator,
        line: None,
        url: row.url,
        date: row.date.and_then(|date| date.parse().ok()).map(Box::new),
        status,
        scope: row.scope,
        note: row.note,
        evidence: None,
    }
}
