//! One happening told by several sources becomes one event.
//!
//! Events are compared only with those that share a day, a country and a person (see `near`), so the
//! cost grows with the events, not with their square. Every attestation is kept.

mod near;
mod tellings;

use std::mem::take;

use super::assemble::firmness;
use crate::chronicle::{Event, Packed, Participant, PlaceRef, SourceRef, Status, Who};
use crate::gazetteer::Gazetteer;
use crate::record::{CountryRow, Kind, OfficeKind};
use crate::text::{fold, folds_to};
use crate::time::{DateRange, Precision};
use near::{MAX_DAYS, Near};
use tellings::Tellings;

/// Merges events: the first `known`, which are the record's, are told apart already; each of the
/// others is joined with one before it or kept. The order stays.
pub(super) fn merge(all: Packed, known: usize, gazetteer: Gazetteer) -> Packed {
    let count = all.len();
    if count == known {
        return all;
    }
    let mut near = Near::new(gazetteer);
    let mut tellings = Tellings::new(all);
    for next in 0..count {
        let event = tellings.look(next).into_owned();
        let sketch = near.sketch(&event);
        let found = if next < known {
            None
        } else {
            best(&tellings, &event, near.of(&sketch), gazetteer)
        };
        match found {
            Some((at, reason)) => {
                let known = tellings.join(next, at);
                let (days, people) = (known.range(), known.participants.len());
                join(known, event, &reason);
                let people = if known.range() == days { people } else { 0 };
                near.update(&near.sketch(known), at, people);
                near.pass();
            }
            None => near.add(&sketch),
        }
    }
    tellings.finish()
}

/// The event that another telling is most like, with the reason; `None` if it is a new one.
fn best(
    tellings: &Tellings,
    event: &Event,
    near: Vec<u32>,
    gazetteer: Gazetteer,
) -> Option<(usize, String)> {
    near.into_iter()
        .filter_map(|at| {
            let known = tellings.look(at as usize);
            Some((score(&known, event, gazetteer)?, at))
        })
        .max_by_key(|(likeness, at)| (likeness.points, std::cmp::Reverse(*at)))
        .map(|(likeness, at)| {
            let known = tellings.look(at as usize);
            (at as usize, likeness.reason(&known.title))
        })
}

/// How alike two events are; `None` if they are two.
fn score(known: &Event, event: &Event, gazetteer: Gazetteer) -> Option<Likeness> {
    let (a, b) = (known.range()?, event.range()?);
    if !a.overlaps(b) || known.takes_office.is_some() {
        return None;
    }
    let wide = a.days().max(b.days());
    let sure = wide <= MAX_DAYS;
    if !kinds_fit(known, event, gazetteer) {
        return None;
    }
    let people = shared(&known.participants, &event.participants);
    let (left, right) = (known.participants.len(), event.participants.len());
    let least = left.min(right);
    let countries = event
        .countries
        .iter()
        .filter(|c| known.countries.contains(c))
        .count();
    let same_countries = countries == known.countries.len() && countries == event.countries.len();
    if !places_fit(&known.places, &event.places, gazetteer) {
        return None;
    }
    let told_alike = known.kind == event.kind;
    let fits = if least == 0 {
        let one_sided = matches!(event.kind, Kind::Test | Kind::Exercise);
        let exact = a == b || a.days() == 1 && b.days() == 1;
        told_alike
            && if one_sided {
                countries > 0 && (exact || sure && wide <= 2)
            } else {
                left == right && same_countries && exact && known.countries.len() >= 2
                    || left != right
                        && countries >= 2
                        && same_countries
                        && exact
                        && matches!(
                            event.kind,
                            Kind::TwoPlusTwo | Kind::Summit | Kind::Conference
                        )
            }
    } else {
        let nested = people == least;
        let narrow = matches!(
            event.kind,
            Kind::Statement | Kind::Announcement | Kind::Other | Kind::Agreement
        );
        let balanced = match event.kind {
            // A journey is the traveller's; those met on it are added by some sources.
            Kind::Visit => people >= 1 && (nested || people * 2 >= least),
            _ if narrow => nested && left == right && a == b,
            // One person's meeting with unnamed people is not their meeting with a named one.
            _ => nested && (left.min(right) >= 2 || left == right && same_countries),
        };
        balanced && sure && countries > 0
    };
    if !fits {
        return None;
    }
    let mut points = 10 + 5 * people as u32 + countries as u32;
    if a == b {
        points += 5;
    }
    if told_alike {
        points += 4;
    }
    if is_of_record(known) {
        points += 1;
    }
    Some(Likeness {
        points,
        people,
        countries,
        told_alike,
    })
}

/// What two tellings of one happening share.
struct Likeness {
    points: u32,
    people: usize,
    countries: usize,
    told_alike: bool,
}

impl Likeness {
    /// Why they are one, in a sentence.
    fn reason(&self, title: &str) -> String {
        let kind = if self.told_alike {
            "the same kind"
        } else {
            "a kind that fits"
        };
        format!(
            "joined with “{title}”: {kind} on overlapping days, {} of the same people, {} of the same countries",
            self.people, self.countries
        )
    }
}

fn shared(a: &[Participant], b: &[Participant]) -> usize {
    a.iter()
        .filter(|x| b.iter().any(|y| same_person(&x.who, &y.who)))
        .count()
}

fn same_person(a: &Who, b: &Who) -> bool {
    match (a, b) {
        (Who::Named(a), Who::Named(b)) => a == b || folds_to(a, &fold(b)),
        (a, b) => a == b,
    }
}

/// Whether two kinds can be one happening.
fn kinds_fit(known: &Event, event: &Event, gazetteer: Gazetteer) -> bool {
    let (a, b) = (known.kind, event.kind);
    let talk = |kind| matches!(kind, Kind::Meeting | Kind::Summit | Kind::Talks);
    let remote = |kind| matches!(kind, Kind::Call | Kind::Talks);
    let gathering = |kind| matches!(kind, Kind::Summit | Kind::Conference);
    a == b
        || talk(a) && talk(b)
        || remote(a) && remote(b)
        || gathering(a) && gathering(b)
        || a == Kind::TwoPlusTwo && talk(b) && both_ministers(event, gazetteer)
        || b == Kind::TwoPlusTwo && talk(a) && both_ministers(known, gazetteer)
}

/// Whether the foreign and the defence minister of one country take part.
fn both_ministers(event: &Event, gazetteer: Gazetteer) -> bool {
    let Some(on) = event.range() else {
        return false;
    };
    let held = |kind: OfficeKind| -> Vec<CountryRow> {
        let people = event.participants.iter().filter_map(|p| match p.who {
            Who::Official(row) => Some(row),
            Who::Named(_) => None,
        });
        people
            .flat_map(|row| gazetteer.official(row).offices(on))
            .map(|tenure| gazetteer.office(tenure.office))
            .filter(|office| office.kind == kind)
            .map(|office| office.country)
            .collect()
    };
    let foreign = held(OfficeKind::ForeignMinister);
    held(OfficeKind::DefenceMinister)
        .iter()
        .any(|country| foreign.contains(country))
}

/// Whether two lists of places can be of one happening: one is empty, they share a place, or one
/// names the country of the other's.
fn places_fit(a: &[PlaceRef], b: &[PlaceRef], gazetteer: Gazetteer) -> bool {
    if a.is_empty() || b.is_empty() || a.iter().any(|place| b.contains(place)) {
        return true;
    }
    let country = |place: &PlaceRef| match place {
        PlaceRef::Known(row) => gazetteer
            .place(*row)
            .country
            .map(|c| gazetteer.country(c).name.to_string()),
        PlaceRef::Named(name) => Some(name.to_string()),
    };
    let within = |x: &PlaceRef, y: &PlaceRef| match (x, y) {
        (PlaceRef::Known(x), PlaceRef::Known(y)) => {
            gazetteer.place(*x).within == Some(*y) || gazetteer.place(*y).within == Some(*x)
        }
        _ => country(x) == country(y),
    };
    a.iter().any(|x| b.iter().any(|y| within(x, y)))
}

/// Whether the record tells an event. Its own come first and others are joined with them, so its
/// word is the first: a thousand others need not be asked.
fn is_of_record(event: &Event) -> bool {
    let first = event.attestations.first();
    first.is_some_and(|first| matches!(first.source, SourceRef::Record(_)))
}

/// Adds a second telling to an event. The more precise date wins; the other stays with its source.
fn join(known: &mut Event, mut event: Event, reason: &str) {
    let record = is_of_record(known);
    let length = |event: &Event| event.range().map_or(i64::MAX, DateRange::days);
    let finer = length(&event) < length(known) && !(record && is_days(known));
    let (was, is) = (known.date, event.date);
    let differs = was != is;
    if finer {
        for attestation in &mut known.attestations {
            if attestation.date.is_none() {
                attestation.date = was.map(Box::new);
            }
        }
        known.date = is;
    }
    for mut attestation in take(&mut event.attestations) {
        if differs && !finer && attestation.date.is_none() {
            attestation.date = is.map(Box::new);
        }
        if let Some(evidence) = &mut attestation.evidence
            && !evidence.because.iter().any(|b| b == reason)
        {
            evidence.because.push(reason.to_owned());
        }
        known.attestations.push(attestation);
    }
    let firmer = firmness(event.status) > firmness(known.status)
        && !(known.status == Status::Cancelled && record);
    if firmer && !record {
        known.status = event.status;
        known.title = take(&mut event.title);
    } else if firmer {
        known.status = event.status;
    }
    for participant in take(&mut event.participants) {
        if !known
            .participants
            .iter()
            .any(|p| same_person(&p.who, &participant.who))
        {
            known.participants.push(participant);
        }
    }
    for country in take(&mut event.countries) {
        if !known.countries.contains(&country) {
            known.countries.push(country);
        }
    }
    for place in take(&mut event.places) {
        if known.places.is_empty()
            || matches!(place, PlaceRef::Known(_)) && !known.places.contains(&place) && !record
        {
            known.places.push(place);
        }
    }
    known.confidence = known.confidence.max(event.confidence);
}

/// Whether an event is dated to days.
fn is_days(event: &Event) -> bool {
    match event.date {
        Some(crate::time::Edtf::Point(point)) => matches!(point.precision, Precision::Day(_)),
        Some(date) => date.is_day_precise(),
        None => false,
    }
}

#[cfg(test)]
mod tests;
