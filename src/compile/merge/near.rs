//! Which events may tell the same happening as another.
//!
//! Two tellings share a day, a country, and a person where both name people. Events are found by
//! their days and people, and of those only the ones whose sketches fit are made and compared. Of a
//! crowd on one day only so many are: the cost grows with the events, whatever the table.

use smallvec::SmallVec;

use crate::chronicle::{Event, PlaceRef, Who};
use crate::gazetteer::Gazetteer;
use crate::record::Kind;
use crate::text::{WordMap, fnv, fold, mixed};
use crate::time::DateRange;

/// Events longer than this many days are looked up by their first days only.
pub(super) const MAX_DAYS: i64 = 40;

/// Of the events of one day, sort and person, so many are remembered, and so many are compared.
const CROWD: u32 = 2_000;
const COMPARED: usize = 200;

/// What events that nobody is named in are listed under, and events of kinds that are told without
/// people, whoever is named in them.
const NOBODY: u64 = 1;
const ANYBODY: u64 = 2;

/// The events of each day, and the gist of each event.
pub(super) struct Near {
    gazetteer: Gazetteer,
    /// By day, kind and person, mixed into one number.
    lists: WordMap<u64, List>,
    /// The event of each place in a list, and the next place.
    links: Vec<(u32, u32)>,
    gists: Vec<Gist>,
}

/// The first and the last link of a list, and how many there are.
#[derive(Clone, Copy)]
struct List {
    first: u32,
    last: u32,
    count: u32,
}

/// What tells most events apart without making them: their days, and a bit for each of their people,
/// countries and places, of 64 that they share by chance. People have a second bit in a second word:
/// where thousands met one man on one day, each is held against all, and one in 32 looked alike.
#[derive(Clone, Copy, Default)]
struct Gist {
    days: (i32, i32),
    people: [u64; 2],
    countries: u64,
    places: u64,
}

/// An event as it is looked for and listed.
pub(super) struct Sketch {
    gist: Gist,
    people: SmallVec<[u64; 4]>,
    kind: Kind,
    joinable: bool,
    listed: bool,
}

impl Near {
    /// With places for so many events that will be put there.
    pub(super) fn new(gazetteer: Gazetteer, known: usize) -> Self {
        Self {
            gazetteer,
            lists: WordMap::default(),
            links: Vec::new(),
            gists: vec![Gist::default(); known],
        }
    }

    /// What is looked at of an event.
    pub(super) fn sketch(&self, event: &Event) -> Sketch {
        let people: SmallVec<[u64; 4]> = event
            .participants
            .iter()
            .map(|person| match &person.who {
                Who::Official(row) => mixed(u64::from(row.0)),
                Who::Named(name) => named(&fold(name)),
            })
            .collect();
        let places = event.places.iter().map(|place| self.bits_of(place));
        let joinable = joinable(event);
        Sketch {
            gist: Gist {
                days: event.range().map_or((0, -1), first_and_last),
                people: [
                    bits(people.iter().copied()),
                    bits(people.iter().map(|person| person.rotate_left(6))),
                ],
                countries: bits(event.countries.iter().map(|row| mixed(u64::from(row.0)))),
                places: places.fold(0, |all, own| all | own),
            },
            people,
            kind: event.kind,
            joinable,
            listed: joinable && event.takes_office.is_none(),
        }
    }

    /// Adds the next event.
    pub(super) fn add(&mut self, sketch: &Sketch) {
        let at = self.gists.len();
        self.gists.push(sketch.gist);
        self.list(sketch, at, 0, false);
    }

    /// Puts an event into its place. It is found before those that were added.
    pub(super) fn put(&mut self, at: usize, sketch: &Sketch) {
        self.gists[at] = sketch.gist;
        self.list(sketch, at, 0, true);
    }

    /// Passes over the next event: it was joined with another.
    pub(super) fn pass(&mut self) {
        self.gists.push(Gist::default());
    }

    /// Takes up what an event became, of which so many people are listed on its days.
    pub(super) fn update(&mut self, sketch: &Sketch, at: usize, people: usize) {
        if let Some(gist) = self.gists.get_mut(at) {
            *gist = sketch.gist;
        }
        self.list(sketch, at, people, false);
    }

    /// Lists an event on its first day as one that begins, on the others as one that goes on.
    fn list(&mut self, sketch: &Sketch, at: usize, from: usize, early: bool) {
        if !sketch.listed {
            return;
        }
        let kind = sketch.kind as u64;
        let people = sketch.people.iter().skip(from);
        let people = people.map(|person| tag(sort(sketch.kind), *person));
        let nobody = (from == 0 && sketch.people.is_empty()).then(|| tag(kind, NOBODY));
        let whoever = from == 0 && !sketch.people.is_empty() && is_told_without_people(sketch.kind);
        let whoever = whoever.then(|| tag(kind, ANYBODY));
        for tag in people.chain(nobody).chain(whoever) {
            let (first, last) = sketch.gist.looked_at();
            for day in first..=last {
                self.enter(on(day, tag, day == first), at as u32, early);
            }
        }
    }

    /// Enters an event at the end of a list, or an early one before all others.
    fn enter(&mut self, key: u64, event: u32, early: bool) {
        let link = self.links.len() as u32;
        let list = self.lists.entry(key).or_insert(List {
            first: link,
            last: link,
            count: 0,
        });
        if list.count >= CROWD && !early {
            return;
        }
        let mut after = u32::MAX;
        if list.count > 0 {
            if early {
                after = std::mem::replace(&mut list.first, link);
            } else if let Some((_, next)) = self.links.get_mut(list.last as usize) {
                (*next, list.last) = (link, link);
            }
        }
        list.count += 1;
        self.links.push((event, after));
    }

    /// The events that may tell the same, the earliest first.
    pub(super) fn of(&self, sketch: &Sketch) -> Vec<u32> {
        let mut near = Vec::new();
        if !sketch.joinable {
            return near;
        }
        let kind = sketch.kind as u64;
        let people = sketch.people.iter();
        let people = people.map(|person| tag(sort(sketch.kind), *person));
        let alone = sketch.people.is_empty();
        let apart = is_told_without_people(sketch.kind);
        let nobody = (alone || apart).then(|| tag(kind, NOBODY));
        let whoever = (alone && apart).then(|| tag(kind, ANYBODY));
        let (first, last) = sketch.gist.looked_at();
        for tag in people.chain(nobody).chain(whoever) {
            // What shares a day with it goes on when it begins, or begins while it goes on.
            self.take(on(first, tag, false), sketch, &mut near);
            for day in first..=last {
                self.take(on(day, tag, true), sketch, &mut near);
            }
        }
        near.sort_unstable();
        near.dedup();
        near
    }

    fn take(&self, key: u64, sketch: &Sketch, near: &mut Vec<u32>) {
        let most = near.len() + COMPARED;
        // A journey may be told with others than those whom another names; see `likeness::score`.
        let nested = sketch.kind != Kind::Visit;
        let mut next = self.lists.get(&key).map(|list| list.first);
        while let Some(&(event, after)) = next.and_then(|link| self.links.get(link as usize)) {
            let gist = self.gists.get(event as usize);
            if gist.is_some_and(|gist| gist.fits(&sketch.gist, nested)) {
                near.push(event);
                if near.len() == most {
                    break;
                }
            }
            next = Some(after);
        }
    }

    /// The bits of a place: itself, what it lies in, and its country's name, by which two places may
    /// be taken for one.
    fn bits_of(&self, place: &PlaceRef) -> u64 {
        match place {
            PlaceRef::Named(name) => bits([named(name)]),
            PlaceRef::Known(row) => {
                let place = self.gazetteer.place(*row);
                let rows = [Some(*row), place.within].into_iter().flatten();
                let country = place.country.map(|row| self.gazetteer.country(row));
                let rows = rows.map(|row| mixed(u64::from(row.0)));
                bits(rows.chain(country.map(|country| named(&country.name))))
            }
        }
    }
}

impl Sketch {
    /// From when to when an event begins that [`Near::of`] can find for this one.
    pub(super) fn reach(&self) -> Option<(i32, i32)> {
        let first = self.gist.days.0;
        let (_, last) = self.gist.looked_at();
        self.joinable.then_some((first - MAX_DAYS as i32, last))
    }
}

impl Gist {
    /// The first days of an event, at most [`MAX_DAYS`] after its first.
    fn looked_at(&self) -> (i32, i32) {
        let (first, last) = self.days;
        (first, last.min(first + MAX_DAYS as i32))
    }

    /// Whether they can share a day, a country, a person unless one of them names nobody, and a place
    /// unless one of them names none; `nested`, if all whom the one names must be with the other.
    fn fits(&self, other: &Self, nested: bool) -> bool {
        let share = |own: u64, other: u64| own == 0 || other == 0 || own & other != 0;
        let can_be_shared = |(own, other): (u64, u64)| {
            let common = own & other;
            share(own, other) && (common == own || common == other || !nested)
        };
        self.countries & other.countries != 0
            && self.people.into_iter().zip(other.people).all(can_be_shared)
            && share(self.places, other.places)
            && self.days.0 <= other.days.1
            && other.days.0 <= self.days.1
    }
}

/// A person or so in events of one sort.
fn tag(sort: u64, person: u64) -> u64 {
    mixed(person ^ mixed(sort))
}

/// A tag on a day on which events begin, or go on.
fn on(day: i32, tag: u64, begins: bool) -> u64 {
    tag ^ mixed(u64::from(day.cast_unsigned()) << 1 | u64::from(begins))
}

fn first_and_last(range: DateRange) -> (i32, i32) {
    (range.first().ordinal(), range.last().ordinal())
}

fn bits(numbers: impl IntoIterator<Item = u64>) -> u64 {
    let bit = |number: u64| 1 << (number >> 58);
    numbers
        .into_iter()
        .fold(0, |bits, number| bits | bit(number))
}

fn named(name: &str) -> u64 {
    mixed(fnv(name.bytes()))
}

/// Whether any event can be another telling of this one: it needs a country, and people, two
/// countries, or a kind that one country does alone.
fn joinable(event: &Event) -> bool {
    let alone = matches!(event.kind, Kind::Test | Kind::Exercise);
    !event.countries.is_empty()
        && (!event.participants.is_empty() || event.countries.len() > 1 || alone)
}

/// Whether an event of this kind that names people may be told without naming any.
fn is_told_without_people(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Test | Kind::Exercise | Kind::TwoPlusTwo | Kind::Summit | Kind::Conference
    )
}

/// Kinds that can be told for one another have one number.
fn sort(kind: Kind) -> u64 {
    match kind {
        Kind::Meeting
        | Kind::Summit
        | Kind::Talks
        | Kind::Call
        | Kind::Conference
        | Kind::TwoPlusTwo => 0,
        other => 1 + other as u64,
    }
}
