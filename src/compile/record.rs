//! Rows of the record as events. They were merged and checked when the program was built.

use crate::chronicle::{Attestation, Event, Participant, PlaceRef, SourceRef, Status, Who};
use crate::gazetteer::Gazetteer;
use crate::record;

/// The record's events in the order of the record, which is the order in time.
pub(super) fn events(gazetteer: Gazetteer) -> Vec<Event> {
    gazetteer.record().events.iter().map(event).collect()
}

fn event(row: &'static record::Event<'static>) -> Event {
    let status = Status::from(row.status);
    Event {
        key: row.id.clone(),
        date: Some(row.edtf()),
        kind: row.kind,
        status,
        title: row.title.clone(),
        summary: row.summary.clone(),
        countries: row.countries.clone(),
        participants: row.participants.iter().map(participant).collect(),
        places: row.places.iter().copied().map(PlaceRef::Known).collect(),
        topics: row.topics.clone(),
        confidence: row.confidence,
        inferred: row.inferred.clone(),
        attestations: row
            .attestations
            .iter()
            .map(|a| attestation(a, status))
            .collect(),
        takes_office: row.takes_office,
    }
}

fn participant(row: &record::Participant<'static>) -> Participant {
    let who = match row.official {
        Some(official) => Who::Official(official),
        None => Who::Named(row.name.clone()),
    };
    Participant {
        who,
        role: row.role.clone(),
        country: row.country,
    }
}

fn attestation(row: &record::Attestation<'static>, status: Status) -> Attestation {
    Attestation {
        source: SourceRef::Record(row.source),
        locator: row.locator.clone(),
        url: row.url.clone(),
        date: row.date.as_ref().and_then(|date| date.parse().ok()),
        status,
        scope: row.scope,
        note: row.note.clone(),
        evidence: None,
    }
}
