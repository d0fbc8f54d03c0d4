//! Which events may tell the same happening as another: those of the same days that share a person.

use std::collections::HashMap;

use crate::chronicle::{Event, Who};
use crate::time::DateRange;

/// Events longer than this many days are looked up by their first days only.
pub(super) const MAX_DAYS: i64 = 40;

/// Which events fall on a day, and a sketch of the people of each.
#[derive(Default)]
pub(super) struct Near {
    by_day: HashMap<i32, Vec<u32>>,
    /// A bit for each person, of 64 that they share by chance; 0 for nobody.
    people: Vec<u64>,
}

impl Near {
    /// Adds the next event.
    pub(super) fn add(&mut self, event: &Event) {
        let at = self.people.len();
        self.people.push(sketch(event));
        self.enter(event, at);
    }

    /// Takes up what an event became.
    pub(super) fn update(&mut self, event: &Event, at: usize, moved: bool) {
        if let Some(people) = self.people.get_mut(at) {
            *people = sketch(event);
        }
        if moved {
            self.enter(event, at);
        }
    }

    fn enter(&mut self, event: &Event, at: usize) {
        for day in event.range().into_iter().flat_map(days) {
            self.by_day.entry(day).or_default().push(at as u32);
        }
    }

    /// The events of the same days that can share a person, and those where one side names nobody.
    pub(super) fn of(&self, event: &Event) -> Vec<u32> {
        let people = sketch(event);
        let fits = |at: &u32| {
            let other = self.people.get(*at as usize).copied().unwrap_or_default();
            people == 0 || other == 0 || people & other != 0
        };
        let on = event.range().into_iter().flat_map(days);
        let mut near: Vec<u32> = on
            .flat_map(|day| self.by_day.get(&day).into_iter().flatten().copied())
            .filter(fits)
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The bits of the people of an event. Two who are the same person have the same bit.
fn sketch(event: &Event) -> u64 {
    event.participants.iter().fold(0, |bits, person| {
        let number = match &person.who {
            Who::Official(row) => u64::from(row.0).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58,
            Who::Named(name) => {
                crate::text::fold(name)
                    .bytes()
                    .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
                        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
                    })
                    .wrapping_mul(0x9E37_79B9_7F4A_7C15)
                    >> 58
            }
        };
        bits | 1 << number
    })
}

fn days(range: DateRange) -> impl Iterator<Item = i32> {
    let first = range.first().ordinal();
    let last = range.last().ordinal().min(first + MAX_DAYS as i32);
    first..=last
}
