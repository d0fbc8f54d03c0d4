//! What the chronicle knows of one official.

use std::collections::HashMap;

use super::{Chronicle, Event, EventId, OfficialRow, PlaceRow};
use super::{PlaceRef, Who};

/// One official's events, and with whom and where they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub official: OfficialRow,
    /// Events in which they took part, in order.
    pub events: Vec<EventId>,
    /// Officials who took part in the same events, the most frequent first, then by row.
    pub counterparts: Vec<(OfficialRow, u32)>,
    /// Places of those events, the most frequent first, then by row.
    pub places: Vec<(PlaceRow, u32)>,
}

impl Event {
    /// Whether an official took part.
    pub fn has_official(&self, official: OfficialRow) -> bool {
        self.officials().any(|other| other == official)
    }

    /// The officials of the gazetteer who took part, in the order of the source.
    pub fn officials(&self) -> impl Iterator<Item = OfficialRow> + '_ {
        self.participants
            .iter()
            .filter_map(|participant| match participant.who {
                Who::Official(row) => Some(row),
                Who::Named(_) => None,
            })
    }
}

impl Chronicle {
    /// Gathers what is known of an official. Looks at each event once.
    pub fn person(&self, official: OfficialRow) -> Person {
        let mut events = Vec::new();
        let mut counterparts = HashMap::new();
        let mut places = HashMap::new();
        for (id, event) in self.ids().zip(self.events()) {
            if !event.has_official(official) {
                continue;
            }
            events.push(id);
            for other in event.officials().filter(|other| *other != official) {
                *counterparts.entry(other).or_insert(0) += 1;
            }
            for place in &event.places {
                if let PlaceRef::Known(row) = place {
                    *places.entry(*row).or_insert(0) += 1;
                }
            }
        }
        Person {
            official,
            events,
            counterparts: ranked(counterparts),
            places: ranked(places),
        }
    }
}

fn ranked<Row: Copy + Ord>(counts: HashMap<Row, u32>) -> Vec<(Row, u32)> {
    let mut ranked: Vec<(Row, u32)> = counts.into_iter().collect();
    ranked.sort_by_key(|&(row, count)| (std::cmp::Reverse(count), row));
    ranked
}
