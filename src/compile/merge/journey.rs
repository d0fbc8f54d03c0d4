//! A journey and a stop on it are two: the days of the one are not those of the other.

use super::likeness::is_of_record;
use super::{Event, is_days};
use crate::gazetteer::Gazetteer;
use crate::record::{CountryRow, Kind};

/// Whether one of two visits is a stop, with days of its own, on the journey that the other is: the
/// journey takes longer and goes further. A stop of a journey whose days the record has may be told
/// with it.
pub(super) fn is_stop(known: &Event, event: &Event, gazetteer: Gazetteer) -> bool {
    let (Some(a), Some(b)) = (known.range(), event.range()) else {
        return false;
    };
    if known.kind != Kind::Visit || event.kind != Kind::Visit || a.days() == b.days() {
        return false;
    }
    let known_is_longer = a.days() > b.days();
    let (journey, stop) = if known_is_longer {
        (known, event)
    } else {
        (event, known)
    };
    if known_is_longer && is_of_record(known) && is_days(known) {
        return false;
    }
    let further =
        destinations(journey, stop, gazetteer).any(|country| !stop.countries.contains(&country));
    let in_more_places = !stop.places.is_empty()
        && journey.places.len() > stop.places.len()
        && stop
            .places
            .iter()
            .all(|place| journey.places.contains(place));
    further || in_more_places
}

/// The countries that a journey goes to: not those of the travellers.
fn destinations<'a>(
    journey: &'a Event,
    stop: &'a Event,
    gazetteer: Gazetteer,
) -> impl Iterator<Item = CountryRow> + 'a {
    let travellers = move |country: &CountryRow| {
        let mut people = journey.participants.iter().chain(&stop.participants);
        people.any(|person| person.state(gazetteer) == Some(*country))
    };
    journey
        .countries
        .iter()
        .copied()
        .filter(move |country| !travellers(country))
}
