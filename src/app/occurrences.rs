//! Where officials, places and documents occur: for each the ids of its events, in order.

use crate::chronicle::{Chronicle, Event, EventId, Kind, PlaceRef, SourceRef, Status};
use crate::document::DocId;
use crate::record::{OfficialRow, PlaceRow};

/// What one pass over all events finds, and how much each event weighs.
#[derive(Debug, Clone, Default)]
pub(super) struct Occurrences {
    weights: Vec<u8>,
    officials: Runs,
    places: Runs,
    documents: Runs,
}

/// Lists of ids, one after the other: a hundred thousand documents have one event each.
#[derive(Debug, Clone, Default)]
struct Runs {
    ids: Vec<EventId>,
    /// Where each begins, and where the last ends.
    starts: Vec<u32>,
}

impl Occurrences {
    pub(super) fn of(chronicle: &Chronicle) -> Self {
        let mut weights = Vec::with_capacity(chronicle.len());
        let (mut officials, mut places, mut documents) = (Vec::new(), Vec::new(), Vec::new());
        for (id, event) in chronicle.ids().zip(chronicle.events()) {
            weights.push(weight(&event));
            officials.extend(event.officials().map(|row| (row.0, id)));
            for place in &event.places {
                if let PlaceRef::Known(row) = place {
                    places.push((row.0, id));
                }
            }
            for told in &event.attestations {
                if let SourceRef::Document(doc) = told.source {
                    documents.push((doc.0, id));
                }
            }
        }
        Self {
            weights,
            officials: Runs::of(officials),
            places: Runs::of(places),
            documents: Runs::of(documents),
        }
    }

    /// See [`super::library::Library::weight`].
    pub(super) fn weight(&self, id: EventId) -> u8 {
        self.weights.get(id.index()).copied().unwrap_or_default()
    }

    pub(super) fn of_official(&self, row: OfficialRow) -> &[EventId] {
        self.officials.list(row.0)
    }

    pub(super) fn of_place(&self, row: PlaceRow) -> &[EventId] {
        self.places.list(row.0)
    }

    pub(super) fn of_document(&self, doc: DocId) -> &[EventId] {
        self.documents.list(doc.0)
    }
}

impl Runs {
    /// The lists of ids that come each with its list.
    fn of(mut all: Vec<(u32, EventId)>) -> Self {
        all.sort_unstable();
        all.dedup();
        let lists = all.last().map_or(0, |(list, _)| *list as usize + 1);
        let mut starts = vec![0; lists + 1];
        for (list, _) in &all {
            starts[*list as usize + 1] += 1;
        }
        let mut ended = 0;
        for start in &mut starts {
            ended += *start;
            *start = ended;
        }
        let mut ids = Vec::with_capacity(all.len());
        ids.extend(all.iter().map(|(_, id)| *id));
        Self { ids, starts }
    }

    fn list(&self, at: u32) -> &[EventId] {
        let bound = |at: usize| Some(*self.starts.get(at)? as usize);
        let run = bound(at as usize).zip(bound(at as usize + 1));
        run.and_then(|(start, end)| self.ids.get(start..end))
            .unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_has_its_ids_once_and_in_order() {
        let id = EventId;
        let all = vec![
            (3, id(0)),
            (0, id(0)),
            (3, id(0)),
            (0, id(2)),
            (3, id(1)),
            (0, id(1)),
        ];
        let runs = Runs::of(all);
        assert_eq!(runs.list(0), [id(0), id(1), id(2)]);
        assert_eq!(runs.list(3), [id(0), id(1)]);
        for none in [1, 2, 4, 5] {
            assert!(runs.list(none).is_empty());
        }
        assert!(Runs::of(Vec::new()).list(0).is_empty());
    }
}
