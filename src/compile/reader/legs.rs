//! Several under one verb, each with a day of its own: "will travel to Tokyo on Monday, Seoul on
//! Tuesday and Beijing on Thursday", "will see Abe on Friday and Inada on Saturday".

use super::days::Dated;
use super::{Reader, Telling};
use crate::chronicle::{PlaceRef, Status};
use crate::compile::draft::Draft;
use crate::compile::items::What;
use crate::record::Kind;
use crate::time::{DateRange, Edtf};

/// One stop or partner, and its day.
#[derive(Default)]
pub(super) struct Leg {
    people: Vec<usize>,
    places: Vec<usize>,
    timex: usize,
}

impl Reader<'_> {
    /// The legs that a verb counts up; none if there are fewer than two.
    pub(super) fn legs(telling: &Telling<'_>) -> Vec<Leg> {
        let line = telling.line;
        let happening = telling.happening;
        let Some(verb) = happening.verb.map(|at| &line.triggers[at]) else {
            return Vec::new();
        };
        let visit = happening.kind == Kind::Visit;
        if !visit && !matches!(happening.kind, Kind::Meeting | Kind::Call) {
            return Vec::new();
        }
        let mut legs = Vec::new();
        let mut leg = Leg::default();
        for at in verb.to..line.row.len() {
            match line.row.what(at) {
                Some(What::People(people)) if !visit => leg.people.extend(people),
                Some(What::Place(..) | What::Country(..)) => leg.places.push(at),
                Some(What::Time(timex)) if leg.is_named(visit) => {
                    leg.timex = *timex;
                    legs.push(std::mem::take(&mut leg));
                }
                Some(What::Time(_)) => break,
                _ if matches!(
                    line.row.lower(at),
                    "," | "and"
                        | "then"
                        | "on"
                        | "to"
                        | "in"
                        | "with"
                        | "the"
                        | "from"
                        | "for"
                        | "later"
                        | "finally"
                        | "at"
                ) => {}
                _ => break,
            }
        }
        if legs.len() < 2 {
            legs.clear();
        }
        legs
    }

    /// What a verb tells of one of its legs, made from what it tells of all of them.
    pub(super) fn leg(&self, telling: &Telling<'_>, all: &[Leg], leg: &Leg, draft: &mut Draft) {
        let of_others = |person: &usize| {
            !leg.people.contains(person) && all.iter().any(|other| other.people.contains(person))
        };
        draft.people.retain(|person| !of_others(person));
        let own = |person: &usize| self.people.entities[*person].country;
        let mut countries: Vec<_> = draft.people.iter().filter_map(own).collect();
        let mut places = Vec::new();
        for &at in &leg.places {
            match telling.line.row.what(at) {
                Some(What::Place(row, government)) => {
                    places.push(PlaceRef::Known(*row));
                    countries.extend(self.gazetteer.place(*row).country.or(*government));
                }
                Some(What::Country(row, _)) => {
                    places.push(PlaceRef::Named(self.gazetteer.country(*row).name.clone()));
                    countries.push(*row);
                }
                _ => {}
            }
        }
        countries.sort_unstable();
        countries.dedup();
        draft.countries = countries;
        if !places.is_empty() {
            draft.places = places;
        }
    }
}

impl Leg {
    /// Its day as what dates it.
    pub(super) fn dated(&self) -> Dated {
        Dated {
            timex: self.timex,
            own: true,
            how: "right behind it",
            shift: 0,
        }
    }

    /// Moves the day of a weekday behind that of the leg before: "on Monday, … on Thursday".
    pub(super) fn follow(before: Option<DateRange>, draft: &mut Draft) {
        let (Some(before), Some(day)) = (before, draft.range()) else {
            return;
        };
        let late = before.last().days_since(day.first());
        if day.days() == 1 && (1..7).contains(&late) {
            draft.date = Some(Edtf::day(day.first().plus_days(7)));
            draft.status = Status::Planned;
        }
    }

    /// Whether it says where, or whom.
    fn is_named(&self, visit: bool) -> bool {
        if visit {
            !self.places.is_empty()
        } else {
            !self.people.is_empty()
        }
    }
}
