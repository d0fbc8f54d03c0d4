//! The answer strip: last, first, how often, the one before, who else, how far the sources reach.

use std::cmp::Reverse;
use std::fmt::Write;

use super::cond::{Cond, Plan};
use super::plan::plan;
use super::{Hits, Searcher, Session};
use crate::chronicle::{EventId, Kind, SourceRow, Status};
use crate::index::{Class, EntityId, Thing};
use crate::query::{Ask, Field, Query};
use crate::time::{Date, Edtf};

/// What the hits say to someone who asks when, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The last happening up to today: its last event.
    pub last: Option<EventId>,
    /// The first happening.
    pub first: Option<EventId>,
    /// The happening before the last: its last event.
    pub previous: Option<EventId>,
    /// The first that is planned for later than today.
    pub next: Option<EventId>,
    /// A planned event whose day has passed, later than `last`: no source says that it took place.
    pub unconfirmed: Option<EventId>,
    /// How many happenings: of a person's events in one place, those on days without a gap between
    /// them are one visit.
    pub count: usize,
    /// How many events they are.
    pub events: usize,
    /// Whether happenings are visits of a person to a place.
    pub visits: bool,
    /// Who else took part, and in how many events; the most frequent first.
    pub others: Vec<(String, usize)>,
    /// The last day that the sources cover.
    pub reach: Option<Date>,
    /// The same as one line to read.
    pub text: String,
}

/// Days of the longest month.
const LONGEST_MONTH: i64 = 31;

/// Events of one stay, or one event.
struct Happening {
    first: EventId,
    last: EventId,
}

impl Searcher {
    /// How far the sources of some events reach; all sources if there are no events.
    ///
    /// A source that says no more than a year reaches as far as the last event that it tells.
    fn reach(&self, ids: &[EventId]) -> Option<Date> {
        let entities = self.index.entities();
        let mut of_hits = vec![ids.is_empty(); entities.len()];
        for &id in ids {
            for feature in self.index.postings().features(id) {
                match of_hits.get_mut(feature.0 as usize) {
                    Some(of_hits) => *of_hits = true,
                    None => break,
                }
            }
        }
        let sources = (0u32..).map(EntityId).zip(entities).zip(of_hits);
        let reaches = sources
            .filter(|(_, of_hits)| *of_hits)
            .filter_map(|((id, entity), _)| match entity.thing {
                Thing::Source(row) => self.source_reach(id, row),
                Thing::Document(doc) => {
                    let document = self.chronicle.document(doc)?;
                    Some(document.dct.as_ref()?.range().last())
                }
                _ => None,
            });
        reaches.max().map(|day| day.min(self.today))
    }

    fn source_reach(&self, id: EntityId, row: SourceRow) -> Option<Date> {
        let source = self.chronicle.gazetteer().source(row);
        let last = source.last.as_deref().filter(|_| !source.uncited)?;
        let range = last.parse::<Edtf>().ok()?.range();
        if range.days() <= LONGEST_MONTH && range.last() < Date::MAX {
            return Some(range.last());
        }
        let told = self.index.postings().events(self.index.of_entity(id));
        let begun = told.filter_map(|event| {
            let first = self.chronicle.range(event)?.first();
            took_place(self.chronicle.status(event)).then_some(first)
        });
        begun.filter(|day| range.contains(*day)).max()
    }
}

impl Session {
    /// The answer to a query, from its hits in any order.
    pub fn answer(&self, query: &Query, hits: &Hits) -> Answer {
        let plan = plan(self, query);
        let mut ids: Vec<EventId> = hits.events().collect();
        ids.sort_unstable();
        let visits = is_visit(self, &plan);
        let happened = |id: &EventId| {
            let range = self.chronicle.range(*id);
            range.is_some_and(|range| range.first() <= self.today)
                && took_place(self.chronicle.status(*id))
        };
        let past: Vec<EventId> = ids.iter().copied().filter(happened).collect();
        let stays = self.stays(&past, visits);
        let later = |id: &EventId| {
            let range = self.chronicle.range(*id);
            range.is_some_and(|range| range.first() > self.today)
                && self.chronicle.status(*id) != Status::Cancelled
        };
        let last = stays.last().map(|stay| stay.last);
        let overdue = |id: &EventId| {
            let status = self.chronicle.status(*id);
            let open = matches!(status, Status::Planned | Status::Possible);
            let range = self.chronicle.range(*id);
            open && range.is_some_and(|range| range.last() < self.today)
                && last.is_none_or(|last| *id > last)
        };
        let mut answer = Answer {
            last,
            first: stays.first().map(|stay| stay.first),
            previous: stays.iter().rev().nth(1).map(|stay| stay.last),
            next: ids.iter().copied().find(later),
            unconfirmed: ids.iter().copied().rev().find(overdue),
            count: stays.len(),
            events: past.len(),
            visits,
            others: self.others(&plan, &past),
            reach: self.reach(&ids),
            text: String::new(),
        };
        answer.text = self.told(&answer, query.ask);
        answer
    }

    /// Events that belong to one stay, if stays are what is counted; otherwise each by itself.
    fn stays(&self, ids: &[EventId], visits: bool) -> Vec<Happening> {
        let mut stays: Vec<Happening> = Vec::new();
        let mut until: Option<Date> = None;
        for &id in ids {
            let of_a_stay = || !visits || in_person(self.chronicle.kind(id));
            let Some(range) = self.chronicle.range(id).filter(|_| of_a_stay()) else {
                continue;
            };
            let goes_on = until.is_some_and(|until| range.first() <= until.plus_days(1));
            match stays.last_mut() {
                Some(stay) if visits && goes_on => stay.last = id,
                _ => stays.push(Happening {
                    first: id,
                    last: id,
                }),
            }
            until = until.max(Some(range.last()));
        }
        stays
    }

    /// Participants whom the query does not name.
    fn others(&self, plan: &Plan, ids: &[EventId]) -> Vec<(String, usize)> {
        let mut named = Vec::new();
        people(self, &plan.root, &mut named);
        let facets = self.facets(ids.iter().copied());
        let others = facets
            .people
            .into_iter()
            .filter(|person| !named.contains(&person.name));
        let mut others: Vec<(String, usize)> = others
            .map(|person| (person.name, person.count as usize))
            .collect();
        others.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
        others.truncate(5);
        others
    }

    fn told(&self, answer: &Answer, ask: Option<Ask>) -> String {
        let mut text = String::new();
        let date = |id: EventId| {
            let event = self.chronicle.event(id);
            event
                .date
                .map_or_else(|| "undated".to_owned(), |date| date.human())
        };
        let noun = match (answer.visits, answer.count) {
            (true, 1) => "visit",
            (true, _) => "visits",
            (false, 1) => "event",
            (false, _) => "events",
        };
        let count = match (answer.count, answer.events) {
            (count, events) if count < events => format!("{count} {noun} ({events} events)"),
            (count, _) => format!("{count} {noun}"),
        };
        let last = answer.last.map(|id| format!("last {}", date(id)));
        let first = answer.first.map(|id| format!("first {}", date(id)));
        let mut parts: Vec<String> = match ask {
            Some(Ask::First) => first.into_iter().chain(last).collect(),
            Some(Ask::Count) => vec![count.clone()]
                .into_iter()
                .chain(last)
                .chain(first)
                .collect(),
            Some(Ask::Last) | None => last.into_iter().collect(),
        };
        if ask != Some(Ask::Count) {
            parts.push(count);
        }
        if let Some(previous) = answer.previous {
            parts.push(format!("before that {}", date(previous)));
        }
        if !matches!(ask, Some(Ask::First | Ask::Count))
            && answer.count > 2
            && let Some(first) = answer.first
        {
            parts.push(format!("first {}", date(first)));
        }
        if let Some(planned) = answer.unconfirmed {
            let day = date(planned);
            parts.push(format!(
                "planned for {day}: no source says that it took place"
            ));
        }
        if let Some(next) = answer.next {
            parts.push(format!("next planned {}", date(next)));
        }
        if let Some(reach) = answer.reach {
            parts.push(format!(
                "sources reach {} {}",
                reach.month_name(),
                reach.year()
            ));
        }
        let line = parts.join(" · ");
        let mut letters = line.chars();
        if let Some(first) = letters.next() {
            // Writing to a string cannot fail.
            let _ = write!(text, "{}{}", first.to_uppercase(), letters.as_str());
        }
        text
    }
}

/// Whether an event is told as something that happened.
fn took_place(status: Status) -> bool {
    matches!(status, Status::Held | Status::PastReference)
}

/// Whether those who took part were where it happened.
fn in_person(kind: Kind) -> bool {
    match kind {
        Kind::Visit
        | Kind::Meeting
        | Kind::Summit
        | Kind::TwoPlusTwo
        | Kind::Talks
        | Kind::Conference
        | Kind::Agreement
        | Kind::Exercise
        | Kind::Other => true,
        Kind::Call | Kind::Statement | Kind::Announcement | Kind::Test => false,
    }
}

/// Whether the query names a person and a place and nothing else that counts events.
fn is_visit(searcher: &Session, plan: &Plan) -> bool {
    let (mut person, mut place, mut kind) = (false, false, false);
    for_each(&plan.root, &mut |cond| {
        for class in classes(searcher, cond) {
            person |= class == Class::Person;
            place |= class == Class::Place;
            kind |= class == Class::Kind;
        }
    });
    person && place && !kind
}

fn for_each<'a>(cond: &'a Cond, each: &mut impl FnMut(&'a Cond)) {
    match cond {
        Cond::All(conds) => conds.iter().for_each(|cond| for_each(cond, each)),
        _ => each(cond),
    }
}

/// What a condition names in the tightest tier in which it names anything.
fn classes(searcher: &Session, cond: &Cond) -> Vec<Class> {
    let things = searcher.named(cond);
    let of = |id| searcher.index.entity(id).class();
    let mut classes: Vec<Class> = things.into_iter().map(of).collect();
    if let Cond::Names(names) = cond
        && names.field == Field::Where
    {
        classes = vec![Class::Place];
    }
    classes.sort_unstable();
    classes.dedup();
    classes
}

fn people(searcher: &Session, cond: &Cond, named: &mut Vec<String>) {
    for_each(cond, &mut |cond| {
        for id in searcher.named(cond) {
            let entity = searcher.index.entity(id);
            if matches!(entity.thing, Thing::Official(_) | Thing::NamedPerson(_)) {
                named.push(entity.name.to_string());
            }
        }
    });
}
