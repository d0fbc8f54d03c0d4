//! Where officials, places and documents occur: for each the ids of its events, in order.

use crate::chronicle::{Chronicle, Event, EventId, Kind, PlaceRef, SourceRef, Status};
use crate::document::DocId;
use crate::record::{OfficialRow, PlaceRow};

/// What one pass over all events finds, and how much each event weighs.
#[derive(Debug, Clone, Default)]
pub(super) struct Occurrences {
    weights: Vec<u8>,
    officials: Vec<Vec<EventId>>,
    places: Vec<Vec<EventId>>,
    documents: Vec<Vec<EventId>>,
}

impl Occurrences {
    pub(super) fn of(chronicle: &Chronicle) -> Self {
        let mut found = Self::default();
        for (id, event) in chronicle.ids().zip(chronicle.events()) {
            found.weights.push(weight(&event));
            for row in event.officials() {
                add(&mut found.officials, row.0 as usize, id);
            }
            for place in &event.places {
                if let PlaceRef::Known(row) = place {
                    add(&mut found.places, row.0 as usize, id);
                }
            }
            for told in &event.attestations {
                if let SourceRef::Document(doc) = told.source {
                    add(&mut found.documents, doc.index(), id);
                }
            }
        }
        found
    }

    /// See [`super::library::Library::weight`].
    pub(super) fn weight(&self, id: EventId) -> u8 {
        self.weights.get(id.index()).copied().unwrap_or_default()
    }

    pub(super) fn of_official(&self, row: OfficialRow) -> &[EventId] {
        list(&self.officials, row.0 as usize)
    }

    pub(super) fn of_place(&self, row: PlaceRow) -> &[EventId] {
        list(&self.places, row.0 as usize)
    }

    pub(super) fn of_document(&self, doc: DocId) -> &[EventId] {
        list(&self.documents, doc.index())
    }
}

fn list(lists: &[Vec<EventId>], at: usize) -> &[EventId] {
    lists.get(at).map_or(&[], Vec::as_slice)
}

fn add(lists: &mut Vec<Vec<EventId>>, at: usize, id: EventId) {
    if lists.len() <= at {
        lists.resize_with(at + 1, Vec::new);
    }
    if lists[at].last() != Some(&id) {
        lists[at].push(id);
    }
}

fn weight(event: &Event) -> u8 {
    if !matches!(event.status, Status::Held | Status::PastReference) {
        return 0;
    }
    let standing: u8 = match event.kind {
        Kind::Summit => 6,
        Kind::TwoPlusTwo | Kind::Agreement => 4,
        Kind::Meeting | Kind::Visit | Kind::Conference => 3,
        Kind::Exercise | Kind::Test | Kind::Talks | Kind::Call => 2,
        Kind::Statement | Kind::Announcement | Kind::Other => 1,
    };
    // Each source beyond the first counts as much as a step from a call to a meeting.
    let told = u8::try_from(event.attestations.len()).unwrap_or(u8::MAX);
    told.saturating_sub(1).saturating_add(standing)
}
