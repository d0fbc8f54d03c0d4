//! A chronicle as the user corrects it.
//!
//! Corrections lie over what was read and never change it: taken back, everything is as it was. An
//! event keeps its key whatever is corrected of it, so marks and notes stay with it.

use std::collections::{BTreeMap, HashMap};

use super::{Notes, OfEvent};
use crate::chronicle::{Attestation, Chronicle, Event, EventId, Inferred};
use crate::record::Field;

/// The chronicle with the user's corrections over it; `None` if there is none that concerns it.
pub fn corrected(chronicle: &Chronicle, notes: &Notes) -> Option<Chronicle> {
    let corrections: HashMap<&str, &OfEvent> = notes.corrections().collect();
    if corrections.is_empty() {
        return None;
    }
    let concerned = |id: &EventId| corrections.contains_key(chronicle.key(*id));
    let mut changes: BTreeMap<EventId, Vec<Event>> = BTreeMap::new();
    for id in chronicle.ids().filter(concerned) {
        let mut events = Vec::new();
        let mut left = vec![chronicle.look(id).into_owned()];
        // What is split off may be corrected as well.
        while let Some(event) = left.pop() {
            match corrections.get(event.key.as_str()) {
                Some(by) => events.extend(correct(chronicle, event, by, &mut left)),
                None => events.push(event),
            }
        }
        changes.insert(id, events);
    }
    (!changes.is_empty()).then(|| chronicle.with(changes))
}

/// The event as it is corrected, unless it is none; what is split off it goes to `left`.
fn correct(
    chronicle: &Chronicle,
    mut event: Event,
    by: &OfEvent,
    left: &mut Vec<Event>,
) -> Option<Event> {
    if by.hidden {
        return None;
    }
    for source in &by.split {
        let of_source = |told: &Attestation| chronicle.source_key(told) == *source;
        let (off, stays): (Vec<_>, Vec<_>) =
            event.attestations.iter().cloned().partition(of_source);
        // An event is at least one source's word.
        let (Some(first), false) = (off.first(), stays.is_empty()) else {
            continue;
        };
        left.push(Event {
            key: format!("{}~{source}", event.key).into(),
            date: first.date.as_deref().copied().or(event.date),
            status: first.status,
            attestations: off.into(),
            ..event.clone()
        });
        event.attestations = stays.into();
    }
    if let Some(date) = by.right_date().filter(|date| Some(*date) != event.date) {
        for told in &mut event.attestations {
            told.date = told.date.take().or_else(|| event.date.map(Box::new));
        }
        event.date = Some(date);
        event
            .inferred
            .retain(|inferred| inferred.field != Field::Date);
        event.inferred.push(Inferred {
            field: Field::Date,
            from: "from your correction".into(),
        });
    }
    Some(event)
}
