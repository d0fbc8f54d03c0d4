//! Which events may tell the same happening as another.
//!
//! Two tellings share a day, a country, and a person where both name people. Only events that pass
//! for one another in this are compared, and of a crowd on one day only so many: the cost grows
//! with the events, whatever the table.

use std::collections::HashMap;

use crate::chronicle::{Event, Who};
use crate::record::Kind;
use crate::time::DateRange;

/// Events longer than this many days are looked up by their first days only.
pub(super) const MAX_DAYS: i64 = 40;

/// Of the events of one day and sort, so many are remembered, and so many are compared.
const CROWD: usize = 4_000;
const COMPARED: usize = 500;

/// The events of each day, and a sketch of each event.
#[derive(Default)]
pub(super) struct Near {
    by_day: HashMap<(i32, u8), Vec<u32>>,
    sketches: Vec<Sketch>,
}

/// A bit for each person and each country, of 64 that they share by chance.
#[derive(Clone, Copy, Default)]
struct Sketch {
    people: u64,
    countries: u64,
}

impl Near {
    /// Adds the next event.
    pub(super) fn add(&mut self, event: &Event) {
        let at = self.sketches.len();
        self.sketches.push(Sketch::of(event));
        self.enter(event, at);
    }

    /// Takes up what an event became.
    pub(super) fn update(&mut self, event: &Event, at: usize, moved: bool) {
        if let Some(sketch) = self.sketches.get_mut(at) {
            *sketch = Sketch::of(event);
        }
        if moved {
            self.enter(event, at);
        }
    }

    fn enter(&mut self, event: &Event, at: usize) {
        if !joinable(event) || event.takes_office.is_some() {
            return;
        }
        for day in event.range().into_iter().flat_map(days) {
            let crowd = self.by_day.entry((day, sort(event.kind))).or_default();
            if crowd.len() < CROWD {
                crowd.push(at as u32);
            }
        }
    }

    /// The events that may tell the same, the earliest first.
    pub(super) fn of(&self, event: &Event) -> Vec<u32> {
        if !joinable(event) {
            return Vec::new();
        }
        let own = Sketch::of(event);
        let fits = |at: &u32| {
            let other = self.sketches.get(*at as usize).copied().unwrap_or_default();
            own.fits(other)
        };
        let on = event.range().into_iter().flat_map(days);
        let mut near: Vec<u32> = on
            .filter_map(|day| self.by_day.get(&(day, sort(event.kind))))
            .flat_map(|crowd| crowd.iter().copied().filter(fits).take(COMPARED))
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

impl Sketch {
    fn of(event: &Event) -> Self {
        let people = event.participants.iter().map(|person| match &person.who {
            Who::Official(row) => u64::from(row.0),
            Who::Named(name) => crate::text::fold(name)
                .bytes()
                .fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
                }),
        });
        let countries = event.countries.iter().map(|row| u64::from(row.0));
        Self {
            people: bits(people),
            countries: bits(countries),
        }
    }

    /// Whether they can share a country, and a person unless one of them names nobody.
    fn fits(self, other: Self) -> bool {
        let anybody = self.people == 0 || other.people == 0;
        self.countries & other.countries != 0 && (anybody || self.people & other.people != 0)
    }
}

fn bits(numbers: impl Iterator<Item = u64>) -> u64 {
    numbers.fold(0, |bits, number| {
        bits | 1 << (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58)
    })
}

/// Whether any event can be another telling of this one: it needs a country, and people, two
/// countries, or a kind that one country does alone.
fn joinable(event: &Event) -> bool {
    let alone = matches!(event.kind, Kind::Test | Kind::Exercise);
    !event.countries.is_empty()
        && (!event.participants.is_empty() || event.countries.len() > 1 || alone)
}

/// Kinds that can be told for one another have one number.
fn sort(kind: Kind) -> u8 {
    match kind {
        Kind::Meeting
        | Kind::Summit
        | Kind::Talks
        | Kind::Call
        | Kind::Conference
        | Kind::TwoPlusTwo => 0,
        other => 1 + other as u8,
    }
}

fn days(range: DateRange) -> impl Iterator<Item = i32> {
    let first = range.first().ordinal();
    let last = range.last().ordinal().min(first + MAX_DAYS as i32);
    first..=last
}
