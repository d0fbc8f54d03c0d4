//! One happening told by several sources becomes one event.
//!
//! Events are compared only with those that share a day, a country and a person (see `near`), so the
//! cost grows with the events, not with their square. Every attestation is kept.

mod journey;
mod likeness;
mod near;
mod sides;
mod tellings;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::mem::take;

use super::assemble::firmness;
use crate::chronicle::{Event, Packed, PlaceRef, Status};
use crate::gazetteer::Gazetteer;
use crate::time::{DateRange, Precision};
use likeness::{Likeness, is_of_record, same_person, score};
use near::{Near, Sketch};
use tellings::Tellings;

/// A telling of more days than a week does not tell two happenings within them apart.
const WIDE: i64 = 7;

/// Merges events: each is joined with one before it or kept. The order stays.
pub(super) struct Merger {
    gazetteer: Gazetteer,
    tellings: Tellings,
    near: Near,
    /// In the order of their days.
    record: Vec<Row>,
    /// The events of the record by their keys, from the first time that they are asked for.
    keys: Option<HashMap<String, usize>>,
}

/// An event of the record.
struct Row {
    /// Its first day.
    first: i32,
    /// Whether it was listed: that is done when something of about its days is told.
    listed: bool,
}

impl Merger {
    /// After the events of the record, which are told apart already and in the order of their days.
    pub(super) fn new(known: Packed, gazetteer: Gazetteer) -> Self {
        let row = |at| Row {
            first: known
                .range(at)
                .map_or(i32::MAX, |range| range.first().ordinal()),
            listed: false,
        };
        Self {
            near: Near::new(gazetteer, known.len()),
            record: (0..known.len()).map(row).collect(),
            tellings: Tellings::new(known),
            keys: None,
            gazetteer,
        }
    }

    /// Takes up an event.
    pub(super) fn tell(&mut self, event: Event) {
        let sketch = self.near.sketch(&event);
        if let Some((at, reason)) = self.best(&event, &sketch) {
            self.join(event, at, &reason);
        } else {
            self.tellings.push(event);
            self.near.add(&sketch);
        }
    }

    /// Takes up events that are packed already.
    pub(super) fn append(&mut self, packed: Packed) {
        for next in self.tellings.append(packed) {
            let event = self.tellings.look(next).into_owned();
            if self.is_known(&event) {
                self.tellings.leave_out(next);
                self.near.pass();
                continue;
            }
            let sketch = self.near.sketch(&event);
            if let Some((at, reason)) = self.best(&event, &sketch) {
                self.tellings.leave_out(next);
                self.near.pass();
                self.join(event, at, &reason);
            } else {
                self.near.add(&sketch);
            }
        }
    }

    /// Whether a row is an event of the record as an export wrote it: that is no second source.
    fn is_known(&mut self, event: &Event) -> bool {
        let (tellings, rows) = (&self.tellings, self.record.len());
        let keys = self.keys.get_or_insert_with(|| {
            let key = |at| Some((tellings.key(at)?.to_owned(), at));
            (0..rows).filter_map(key).collect()
        });
        keys.get(event.key.as_str()).is_some_and(|at| {
            let own = tellings.look(*at);
            // Not every format tells what is planned from what is possible.
            let ahead = |status| matches!(status, Status::Planned | Status::Possible);
            let same = own.status == event.status || ahead(own.status) && ahead(event.status);
            same && own.date == event.date
        })
    }

    /// The events that are left, in their order.
    pub(super) fn finish(self) -> Packed {
        self.tellings.finish()
    }

    /// The event that another telling is most like, with the reason; `None` if it is a new one.
    fn best(&mut self, event: &Event, sketch: &Sketch) -> Option<(usize, String)> {
        self.list_record(sketch);
        let tellings = &self.tellings;
        let alike = self.near.of(sketch).into_iter().filter_map(|at| {
            let known = tellings.look(at as usize);
            Some((score(&known, event, self.gazetteer)?, at))
        });
        let (likeness, at) = likest(alike, event)?;
        let known = tellings.look(at as usize);
        Some((at as usize, likeness.reason(&known.title)))
    }

    /// Lists the events of the record that an event could be joined with: making them all would cost
    /// more than reading some documents.
    fn list_record(&mut self, sketch: &Sketch) {
        let Some((earliest, latest)) = sketch.reach() else {
            return;
        };
        let from = self.record.partition_point(|row| row.first < earliest);
        for (at, row) in self.record.iter_mut().enumerate().skip(from) {
            if row.first > latest {
                break;
            }
            if !std::mem::replace(&mut row.listed, true) {
                let own = self.near.sketch(&self.tellings.look(at));
                self.near.put(at, &own);
            }
        }
    }

    fn join(&mut self, event: Event, at: usize, reason: &str) {
        let known = self.tellings.made(at);
        let (days, size) = (known.range(), size(known));
        join(known, event, reason);
        let moved = known.range() != days;
        if moved || size != self::size(known) {
            let sketch = self.near.sketch(known);
            let (people, ..) = size;
            self.near
                .update(&sketch, at, if moved { 0 } else { people });
        }
    }
}

/// The one of the most points; of two with as many the earlier, but where days cannot tell them apart
/// none: "in April" is no day of two visits in April.
fn likest(alike: impl Iterator<Item = (Likeness, u32)>, event: &Event) -> Option<(Likeness, u32)> {
    let mut best: Option<(Likeness, u32)> = None;
    let mut tied = false;
    for (likeness, at) in alike {
        let points = best.as_ref().map(|(best, _)| best.points);
        tied = points == Some(likeness.points) || tied && points > Some(likeness.points);
        let better = best.as_ref().is_none_or(|(best, first)| {
            (best.points, Reverse(*first)) < (likeness.points, Reverse(at))
        });
        if better {
            best = Some((likeness, at));
        }
    }
    let wide = event.range().is_some_and(|range| range.days() > WIDE);
    best.filter(|_| !(tied && wide))
}

/// How many people, countries and places an event has.
fn size(event: &Event) -> (usize, usize, usize) {
    let (countries, places) = (event.countries.len(), event.places.len());
    (event.participants.len(), countries, places)
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
