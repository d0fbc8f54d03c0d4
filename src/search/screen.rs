//! The first screen of hits, before all are counted.
//!
//! What a reader sees after a key press are some dozens of events. To find them, either the posting
//! lists of the rarest word are read, or events are tried one after the other by their list of
//! features, whichever is less work; neither grows with the number of events for long.

use std::cmp::Reverse;
use std::ops::Range;

use super::cond::{Cond, GroupCond, WordCond};
use super::eval::up_to;
use super::expand::{Found, Scope};
use super::plan::plan;
use super::trial::{Set, Test, has_days, joint, rarest};
use super::{Hit, Session, Tier};
use crate::chronicle::EventId;
use crate::index::{EntityId, Feature, LONG, TermId, is_common};
use crate::query::Query;
use crate::time::DateRange;

/// What a screen may cost before it is given as it is, in the unit of the costs below.
const MOST_SPENT: f64 = 350_000.0;
/// What it costs to fetch an event to try it, to try one set of features on it, to read a posting,
/// and to put it in order among those of other lists; in nanoseconds of the machine that this was
/// measured on, but only ratios matter.
const FETCH: f64 = 40.0;
const TRY_SET: f64 = 15.0;
const READ: f64 = 2.0;
const SORT: f64 = 25.0;

/// The first hits of a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Screen {
    /// The hits with the latest events, the latest first; scores are left at zero.
    pub hits: Vec<Hit>,
    /// Whether the screen is full or holds all hits; otherwise the search was cut short.
    pub complete: bool,
}

impl Session {
    /// The latest `want` hits, as [`Session::search`] would find them.
    pub fn screen(&self, query: &Query, want: usize) -> Screen {
        let plan = plan(self, query);
        let last = if plan.has_words() { Tier::ALL.len() } else { 1 };
        let mut left = MOST_SPENT;
        for &tier in Tier::ALL.iter().take(last).skip(usize::from(last > 1)) {
            let tier = tier.max(plan.widest.min(Tier::Prefix));
            let (found, complete) = self.latest(&plan.root, tier, want, &mut left);
            if found.is_empty() && complete {
                continue;
            }
            let tests: Vec<(Tier, Test)> = Tier::ALL
                .into_iter()
                .take_while(|tighter| *tighter < tier)
                .map(|tighter| (tighter, self.test(&plan.root, tighter)))
                .collect();
            let mut features = Vec::new();
            let mut tier_of = |event| {
                features.clear();
                features.extend(self.index.postings().features(event));
                let first = tests
                    .iter()
                    .find(|(_, test)| self.passes(test, event, &features));
                first.map_or(tier, |(tier, _)| *tier)
            };
            let hit = |event| Hit {
                event,
                tier: tier_of(event),
                score: 0,
            };
            return Screen {
                hits: found.into_iter().map(hit).collect(),
                complete,
            };
        }
        Screen {
            hits: Vec::new(),
            complete: true,
        }
    }

    /// The latest events that pass, the latest first, and whether there can be no others. What it
    /// costs is taken from what is left to spend.
    fn latest(&self, cond: &Cond, tier: Tier, want: usize, left: &mut f64) -> (Vec<EventId>, bool) {
        let test = self.test(cond, tier);
        let mut features = Vec::new();
        let mut passes = |event: EventId| {
            features.clear();
            features.extend(self.index.postings().features(event));
            self.passes(&test, event, &features)
        };
        let domain = self.domain(&test);
        let all = f64::from(self.index.len().max(1));
        // Were conditions independent of one another, this share of the events would pass.
        let share = joint(&test, all as usize);
        let one_try = FETCH + TRY_SET * test.sets() as f64;
        let tries = (want as f64 / share).min(domain.len() as f64) * one_try;
        let mut found = Vec::new();
        let reading = |set: &Set| {
            let one = if set.is_one() { READ } else { READ + SORT };
            f64::from(set.count) * one
        };
        let rare = rarest(&test).filter(|set| {
            let count = f64::from(set.count);
            let inside = count * domain.len() as f64 / all;
            let needed = inside.min(want as f64 * count / all / share);
            reading(set) <= *left && reading(set) + needed * one_try <= tries
        });
        *left -= rare.as_ref().map_or(0.0, reading);
        let early = self.long_before(&test, domain.start);
        let listed = rare.map(|set| self.union(&set, &domain, &early));
        let events: Box<dyn Iterator<Item = EventId>> = match listed {
            Some(events) => Box::new(events.into_iter().rev()),
            None => Box::new(domain.rev().map(EventId).chain(early)),
        };
        for event in events {
            if *left < 0.0 {
                return (found, false);
            }
            *left -= one_try;
            if passes(event) {
                found.push(event);
                if found.len() == want {
                    break;
                }
            }
        }
        (found, true)
    }

    /// The run of events that the dates of a test leave, long ones before it apart.
    fn domain(&self, test: &Test) -> Range<u32> {
        let all = 0..self.index.len();
        match test {
            Test::Days(range) => self.run_of(*range),
            Test::All(tests) => {
                let runs = tests.iter().map(|test| self.domain(test));
                let smaller = |a: Range<u32>, b: Range<u32>| {
                    let start = a.start.max(b.start);
                    start..a.end.min(b.end).max(start)
                };
                runs.fold(all, smaller)
            }
            _ => all,
        }
    }

    /// Events that can share a day with the range, those of [`crate::index::Index::long_events`]
    /// apart.
    fn run_of(&self, range: DateRange) -> Range<u32> {
        let inside = self.chronicle.beginning_in(range);
        let earlier = DateRange::spanning(range.first().plus_days(-LONG), range.first());
        self.chronicle.beginning_in(earlier).start..inside.end
    }

    fn long_before(&self, test: &Test, start: u32) -> Vec<EventId> {
        if start == 0 || !has_days(test) {
            return Vec::new();
        }
        let long = self.index.long_events();
        let before = long.partition_point(|event| event.0 < start);
        long.iter().take(before).rev().copied().collect()
    }

    /// The events of a set that lie in the run, or before it among the early ones; in order.
    fn union(&self, set: &Set, run: &Range<u32>, early: &[EventId]) -> Vec<EventId> {
        // The early ones come with the latest first.
        let is_early = |event: &EventId| early.binary_search_by(|one| event.cmp(one)).is_ok();
        let inside = |event: &EventId| run.contains(&event.0) || is_early(event);
        let mut events: Vec<EventId> = Vec::new();
        for feature in set.runs.iter().cloned().flatten() {
            events.extend(
                self.index
                    .postings()
                    .events(Feature(feature))
                    .filter(inside),
            );
        }
        if !set.is_one() {
            events.sort_unstable();
            events.dedup();
        }
        events
    }

    fn test(&self, cond: &Cond, tier: Tier) -> Test {
        match cond {
            Cond::All(conds) => {
                let mut tests: Vec<Test> = conds.iter().map(|cond| self.test(cond, tier)).collect();
                tests.sort_by_key(Test::cost);
                Test::All(tests)
            }
            Cond::Any(conds) => Test::Any(conds.iter().map(|cond| self.test(cond, tier)).collect()),
            Cond::Not(cond) => Test::Not(Box::new(self.test(cond, Tier::Alias))),
            Cond::Word(word) => self.word_test(word, tier, word.scope),
            Cond::Group(group) => self.group_test(group, tier),
            Cond::Names(names) => {
                let found = Found::things(&self.names_found(names, tier));
                Test::Set(self.set([&found]))
            }
            Cond::Days(range) => Test::Days(*range),
            Cond::Phrase(phrase) => {
                let keys = phrase.keys.iter().filter(|key| !is_common(key));
                let mut tests: Vec<Test> = keys
                    .map(|key| self.expand(Scope::Texts, key, Tier::Exact))
                    .map(|found| Test::Set(self.set([&*found])))
                    .collect();
                tests.push(Test::Slow(cond.clone()));
                let things = Found::things(&phrase.entities);
                Test::Any(vec![Test::Set(self.set([&things])), Test::All(tests)])
            }
            other => Test::Slow(other.clone()),
        }
    }

    fn group_test(&self, group: &GroupCond, tier: Tier) -> Test {
        let (at, scope) = group.words_at(tier);
        let words = group.words.iter();
        let words = words.map(|word| self.word_test(word, at, scope));
        let mut things: Vec<EntityId> = group.exact.clone();
        if tier >= Tier::Alias {
            things.extend(&group.alias);
        }
        if tier >= Tier::Prefix {
            things.extend(&group.prefix);
        }
        let things = Found::things(&things);
        Test::Any(vec![
            Test::All(words.collect()),
            Test::Set(self.set([&things])),
        ])
    }

    fn word_test(&self, word: &WordCond, tier: Tier, scope: Scope) -> Test {
        let set = Test::Set(self.word_set(word, tier, scope));
        let kept = self.kept_with(word, tier);
        if kept.is_empty() || !scope.texts() {
            return set;
        }
        Test::Any(vec![set, Test::Slow(Cond::Given(kept))])
    }

    fn word_set(&self, word: &WordCond, tier: Tier, scope: Scope) -> Set {
        let found: Vec<_> = up_to(word, tier)
            .map(|tier| self.expand(scope, &word.key, tier))
            .collect();
        self.set(found.iter().map(|found| &**found))
    }

    fn set<'a>(&self, found: impl IntoIterator<Item = &'a Found>) -> Set {
        let index = &self.index;
        let mut runs: Vec<Range<u32>> = Vec::new();
        for found in found {
            let terms = found
                .terms
                .iter()
                .map(|run| index.of_term(TermId(run.start)).0..index.of_term(TermId(run.end)).0);
            runs.extend(terms);
            let entities = found.entities.iter().map(|id| index.of_entity(*id).0);
            runs.extend(entities.map(|feature| feature..feature + 1));
        }
        runs.sort_unstable_by_key(|run| (run.start, Reverse(run.end)));
        runs.dedup_by(|later, first| {
            let joins = later.start <= first.end;
            if joins {
                first.end = first.end.max(later.end);
            }
            joins
        });
        let features = runs.iter().cloned().flatten().map(Feature);
        let postings = index.postings();
        // Beyond the number of events the exact sum does not matter.
        let enough = u64::from(index.len()) * 2;
        let mut count = 0u64;
        for feature in features {
            count += u64::from(postings.count(feature));
            if count > enough {
                break;
            }
        }
        Set {
            runs,
            count: count as u32,
        }
    }

    /// Whether an event with these features passes.
    fn passes(&self, test: &Test, event: EventId, features: &[Feature]) -> bool {
        match test {
            Test::All(tests) => tests.iter().all(|test| self.passes(test, event, features)),
            Test::Any(tests) => tests.iter().any(|test| self.passes(test, event, features)),
            Test::Not(test) => !self.passes(test, event, features),
            Test::Set(set) => set.meets(features),
            Test::Days(range) => {
                let lasts = self.chronicle.range(event);
                lasts.is_some_and(|lasts| lasts.overlaps(*range))
            }
            Test::Slow(cond) => self.holds(cond, event),
        }
    }
}
