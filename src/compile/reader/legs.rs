//! Several under one verb, each with a day of its own: "will travel to Tokyo on Monday, Seoul on
//! Tuesday and Beijing on Thursday", "will see Abe on Friday and Inada on Saturday".

use super::bystander::{Role, role};
use super::days::Dated;
use super::{Reader, Telling};
use crate::chronicle::{PlaceRef, Status};
use crate::compile::draft::Draft;
use crate::compile::items::What;
use crate::gazetteer::CountryForm;
use crate::record::Kind;
use crate::time::{DateRange, Edtf};

/// So many words may stand between one leg and the next, besides small ones.
const ASIDE: usize = 5;

/// One stop or partner, and its day.
#[derive(Default)]
pub(super) struct Leg {
    people: Vec<usize>,
    places: Vec<usize>,
    /// By number; none where only "then" tells one from the next.
    timex: Option<usize>,
    /// The second of two days.
    until: Option<usize>,
}

impl Reader<'_> {
    /// The legs that a verb counts up; none if there are fewer than two.
    pub(super) fn legs(&self, telling: &Telling<'_>) -> Vec<Leg> {
        let line = telling.line;
        let happening = telling.happening;
        let takes_part = |at: usize| role(line, self.lexicon, at) == Role::Part;
        let Some(verb) = happening.verb.map(|at| &line.triggers[at]) else {
            return Vec::new();
        };
        let visit = happening.kind == Kind::Visit;
        if !visit && !matches!(happening.kind, Kind::Meeting | Kind::Call) {
            return Vec::new();
        }
        let mut legs: Vec<Leg> = Vec::new();
        let mut leg = Leg::default();
        let (mut aside, mut then) = (0, false);
        let next = line
            .triggers
            .iter()
            .find(|t| t.is_verb() && t.from >= verb.to);
        let end = line.clauses[happening.clause].to;
        let end = next.map_or(end, |next| next.from.min(end));
        for at in verb.to..end {
            match line.row.what(at) {
                Some(What::People(people)) if !visit => {
                    leg.people.extend(people.iter().filter(|_| takes_part(at)));
                }
                Some(What::Country(_, form)) => {
                    if visit && *form == CountryForm::Name {
                        leg.places.push(at);
                    }
                }
                Some(What::Place(..)) => {
                    if visit || matches!(line.row.before(at), "in" | "at") {
                        leg.places.push(at);
                    }
                }
                // "Tokyo on July 2 and 3".
                Some(What::Time(timex))
                    if line.row.before(at) == "and"
                        && matches!(line.row.what(at - 2), Some(What::Time(_)))
                        && leg.places.is_empty()
                        && leg.people.is_empty() =>
                {
                    if let Some(last) = legs.last_mut() {
                        last.until = Some(*timex);
                    }
                }
                Some(What::Time(timex)) if leg.is_named(visit) => {
                    leg.timex = Some(*timex);
                    legs.push(std::mem::take(&mut leg));
                    aside = 0;
                }
                // "sat down with A for an hour, then with B".
                Some(What::Word)
                    if line.row.lower(at) == "then"
                        && !legs.is_empty()
                        && leg.people.is_empty() =>
                {
                    then = true;
                }
                Some(What::Word) if line.row.lower(at) == "then" && leg.is_named(visit) => {
                    legs.push(std::mem::take(&mut leg));
                    aside = 0;
                }
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
                        | "first"
                        | "his"
                        | "her"
                        | "colleague"
                        | "counterpart"
                ) => {}
                // A few words between: "saw A on Wednesday, mainly about trade, and B on Thursday".
                Some(What::Word | What::Mark | What::Time(_)) if aside < ASIDE => aside += 1,
                _ => break,
            }
        }
        if leg.is_named(visit)
            && (then || legs.last().is_some_and(|last: &Leg| last.timex.is_none()))
        {
            legs.push(leg);
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
        let parties = countries.clone();
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
        draft.hosts = countries
            .iter()
            .copied()
            .filter(|c| !parties.contains(c))
            .collect();
        draft.countries = countries;
        if !places.is_empty() {
            draft.places = places;
        }
    }
}

impl Leg {
    /// Its day as what dates it, or what dates all.
    fn dated(&self, all: Option<Dated>) -> Option<Dated> {
        let own = self.timex.map(|timex| Dated::own(timex, "right behind it"));
        own.or(all)
    }

    /// What dates it, and the second of two days.
    pub(super) fn days(&self, all: Option<Dated>) -> Vec<Dated> {
        let first = self.dated(all);
        let second = self.until.map(|timex| Dated {
            timex,
            ..Dated::label(timex)
        });
        first.into_iter().chain(second).collect()
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
