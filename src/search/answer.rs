//! The answer strip: last, first, how often, the one before, who else, how far the sources reach.

use super::bits::Bits;
use super::cond::{Cond, Plan, WordCond};
use super::expand::Scope;
use super::facets::FacetValue;
use super::named::Among;
use super::plan::plan;
use super::told::told;
use super::{Hits, Searcher, Session, Tier};
use crate::chronicle::{EventId, Kind, SourceRow, Status};
use crate::index::{Class, EntityId, Thing, keys};
use crate::query::{Form, Query};
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
    /// How many hits have words for what is asked, but not the person, the place or the kind itself.
    pub mentions: usize,
    /// The people who are meant, if a name is that of several.
    pub people: Vec<String>,
    /// Who else took part, and in how many events; the most frequent first.
    pub others: Vec<(String, usize)>,
    /// The last day that the sources cover.
    pub reach: Option<Date>,
    /// The same as one line to read, the weightiest first.
    pub text: String,
    /// The same, with the titles of the last and the first.
    pub in_full: String,
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
                Thing::Document(doc) => Some(self.chronicle.documents().written(doc)?.last()),
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

/// What a query asks of its hits.
pub(super) struct Asked {
    /// The hits that have what the query names, not only words for it.
    pub(super) counted: Bits,
    /// Whether a person and a place are named, and no kind of event.
    visits: bool,
    /// Whom the query names.
    people: Vec<EntityId>,
    /// Of these, the ones who share a name that it has.
    namesakes: Vec<EntityId>,
}

impl Session {
    /// The answer to a query, from its hits in any order.
    pub fn answer(&self, query: &Query, hits: &Hits) -> Answer {
        let plan = plan(self, query);
        let mut ids: Vec<EventId> = hits.events().collect();
        ids.sort_unstable();
        let among = Among {
            hits: &self.given(&ids),
            level: hits.tier().unwrap_or(Tier::Exact),
        };
        let asked = self.asked(&plan, &among);
        let reach = self.reach(&ids);
        let found = ids.len();
        if asked.visits || asked.counted.any() {
            ids.retain(|id| asked.counted.has(*id));
        }
        let visits = asked.visits;
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
        let (named, others) = self.people_of(&asked.people, &past);
        let shares = |name: &String| {
            let own = |id: &EntityId| *self.index.entity(*id).name == **name;
            asked.namesakes.iter().any(own)
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
            mentions: found - ids.len(),
            people: named.into_iter().filter(shares).collect(),
            others,
            reach,
            text: String::new(),
            in_full: String::new(),
        };
        let ask = query.ask.or(plan.ask);
        answer.text = told(&self.chronicle, &answer, ask, false);
        answer.in_full = told(&self.chronicle, &answer, ask, true);
        answer
    }

    /// Which hits have what the query names. A name that also says what kind of event it is ("nuclear
    /// tests") or whose ("US-Japan-ROK") asks for those, if there are any.
    pub(super) fn asked(&self, plan: &Plan, among: &Among<'_>) -> Asked {
        let mut asked = Asked {
            counted: among.hits.clone(),
            visits: false,
            people: Vec::new(),
            namesakes: Vec::new(),
        };
        let (mut place, mut person, mut event) = (false, false, false);
        let mut closer: Vec<Vec<EntityId>> = Vec::new();
        for_each(&plan.root, &mut |cond| {
            let things = self.meant(cond, among);
            if things.is_empty() {
                return;
            }
            asked.counted.and(&self.with(&things));
            let of = |class| {
                things
                    .iter()
                    .filter(move |id| self.index.entity(**id).class() == class)
            };
            place |= of(Class::Place).next().is_some();
            person |= of(Class::Office).next().is_some();
            event |=
                of(Class::Kind).any(|id| self.index.entity(*id).thing != Thing::Kind(Kind::Visit));
            let people: Vec<EntityId> = of(Class::Person).copied().collect();
            if let Cond::Word(_) | Cond::Group(_) = cond {
                if people.len() > 1 {
                    asked.namesakes.extend(&people);
                }
                closer.extend(self.parties(&things));
            }
            if let Cond::Group(group) = cond
                && let Some(word) = group.words.last()
            {
                let kinds = self.whole(word);
                let is_kind = |id: &EntityId| self.index.entity(*id).class() == Class::Kind;
                closer.extend(kinds.iter().all(is_kind).then_some(kinds));
            }
            asked.people.extend(people);
        });
        for things in closer {
            let mut closer = self.with(&things);
            closer.and(&asked.counted);
            if closer.any() {
                asked.counted = closer;
            }
        }
        asked.visits = place && (person || !asked.people.is_empty()) && !event;
        asked
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

    /// The countries that a topic has for its name, one list each; none for a single one.
    fn parties(&self, things: &[EntityId]) -> Vec<Vec<EntityId>> {
        let [topic] = things else {
            return Vec::new();
        };
        let entity = self.index.entity(*topic);
        let of = |key: String| {
            let word = WordCond::new(key, Scope::Names(&[Class::Country]), Form::Loose);
            self.whole(&word)
        };
        let parties: Vec<Vec<EntityId>> = keys(&entity.name).into_iter().map(of).collect();
        let all = entity.class() == Class::Topic && parties.iter().all(|one| !one.is_empty());
        if all && parties.len() > 1 {
            parties
        } else {
            Vec::new()
        }
    }

    /// Those of the people who took part in some events, and who else did, with how many events;
    /// the most frequent first.
    fn people_of(
        &self,
        named: &[EntityId],
        ids: &[EventId],
    ) -> (Vec<String>, Vec<(String, usize)>) {
        let names: Vec<&str> = named
            .iter()
            .map(|id| &*self.index.entity(*id).name)
            .collect();
        let facets = self.facets(ids.iter().copied(), usize::MAX);
        let people = facets.people.into_iter();
        let (own, others): (Vec<FacetValue>, Vec<FacetValue>) =
            people.partition(|person| names.contains(&person.name.as_str()));
        let others = others.into_iter().take(5);
        (
            own.into_iter().map(|person| person.name).collect(),
            others
                .map(|person| (person.name, person.count as usize))
                .collect(),
        )
    }
}

/// Whether an event is told as something that happened.
fn took_place(status: Status) -> bool {
    matches!(status, Status::Held | Status::PastReference)
}

/// Whether those who took part were where it happened. Calls are held over a distance, and what is
/// announced somewhere concerns people elsewhere.
fn in_person(kind: Kind) -> bool {
    !matches!(kind, Kind::Call | Kind::Announcement)
}

fn for_each<'a>(cond: &'a Cond, each: &mut impl FnMut(&'a Cond)) {
    match cond {
        Cond::All(conds) => conds.iter().for_each(|cond| for_each(cond, each)),
        _ => each(cond),
    }
}
