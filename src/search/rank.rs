//! How well an event fits.
//!
//! What counts is where each word was found: in a participant's name more than in a place, there
//! more than in the title, in the title more than in a summary; a looser tier counts less.

use std::ops::Range;
use std::sync::Arc;

use super::cond::{Cond, Plan, WordCond};
use super::expand::Found;
use super::{Session, Tier};
use crate::chronicle::{Event, EventId, Kind, Status, Who};
use crate::index::{Class, EntityId, Feature, TermId, Thing, words};

/// Points for what the words name, over what only mentions it.
const NAMED: u32 = 40;

/// The words of a plan, with what each stands for in every tier that was looked at.
pub(super) struct Leaves(Vec<Leaf>);

struct Leaf {
    keys: Vec<String>,
    tiers: Vec<(Tier, Arc<Found>)>,
}

impl Leaves {
    /// The words that an event must have, and those that put it in front.
    pub(super) fn of(searcher: &Session, plan: &Plan) -> Self {
        let mut leaves = Vec::new();
        for cond in std::iter::once(&plan.root).chain(&plan.wished) {
            collect(searcher, cond, &mut leaves);
        }
        Self(leaves)
    }

    /// The score of a hit; zero without words. `named` says that it has what they name.
    pub(super) fn score(&self, searcher: &Session, id: EventId, loosest: Tier, named: bool) -> u32 {
        if self.0.is_empty() {
            return 0;
        }
        let index = searcher.index();
        let event = &*searcher.chronicle().look(id);
        let features: Vec<Feature> = index.postings().features(id).collect();
        let title = Title::of(&event.title);
        let mut score = if named { NAMED } else { 0 };
        let mut people: Vec<EntityId> = Vec::new();
        for leaf in &self.0 {
            let mut best = 0;
            for (tier, found) in leaf.tiers.iter().filter(|(tier, _)| *tier <= loosest) {
                let weigh = |points: u32| points * weight(*tier) / 8;
                for entity in &found.entities {
                    let feature = index.of_entity(*entity);
                    if features.binary_search(&feature).is_ok() {
                        let class = index.entity(*entity).class();
                        best = best.max(weigh(points(class)));
                        if class == Class::Person {
                            people.push(*entity);
                        }
                    }
                }
                let has = |run: &Range<u32>| {
                    let from = index.of_term(TermId(run.start));
                    let at = features.partition_point(|feature| *feature < from);
                    let next = features.get(at);
                    next.is_some_and(|feature| *feature < index.of_term(TermId(run.end)))
                };
                if found.terms.iter().any(has) {
                    best = best.max(weigh(20));
                }
            }
            score += best + title.share(&leaf.keys);
        }
        score + title.order(&self.0) + prominence(searcher, event, &people) + title.brevity()
    }
}

fn collect(searcher: &Session, cond: &Cond, leaves: &mut Vec<Leaf>) {
    let expanded = |words: &[WordCond], tiers: &mut Vec<(Tier, Arc<Found>)>| {
        for word in words {
            for tier in Tier::ALL {
                tiers.push((tier, searcher.expand(word.scope, &word.key, tier)));
            }
        }
    };
    match cond {
        Cond::All(conds) | Cond::Any(conds) => {
            for cond in conds {
                collect(searcher, cond, leaves);
            }
        }
        Cond::Word(word) => {
            let mut tiers = Vec::new();
            expanded(std::slice::from_ref(word), &mut tiers);
            leaves.push(Leaf {
                keys: vec![word.key.clone()],
                tiers,
            });
        }
        Cond::Group(group) => {
            let entities = |entities: &[EntityId]| Arc::new(Found::things(entities));
            let mut tiers = vec![
                (Tier::Exact, entities(&group.exact)),
                (Tier::Alias, entities(&group.alias)),
                (Tier::Prefix, entities(&group.prefix)),
            ];
            if !group.is_whole() {
                expanded(&group.words, &mut tiers);
            }
            leaves.push(Leaf {
                keys: group.words.iter().map(|word| word.key.clone()).collect(),
                tiers,
            });
        }
        Cond::Phrase(phrase) => leaves.push(Leaf {
            keys: phrase.keys.clone(),
            tiers: vec![(Tier::Exact, Arc::new(Found::things(&phrase.entities)))],
        }),
        Cond::Names(names) => {
            for words in &names.values {
                let tiers = Tier::ALL
                    .into_iter()
                    .map(|tier| (tier, Arc::new(Found::things(&searcher.things(words, tier)))));
                leaves.push(Leaf {
                    keys: words.iter().map(|word| word.key.clone()).collect(),
                    tiers: tiers.collect(),
                });
            }
        }
        Cond::Not(_)
        | Cond::Days(_)
        | Cond::Yearly(..)
        | Cond::Given(_)
        | Cond::Is(_)
        | Cond::Has(_)
        | Cond::Tag(_) => {}
    }
}

fn weight(tier: Tier) -> u32 {
    match tier {
        Tier::Exact => 8,
        Tier::Alias => 7,
        Tier::Prefix => 5,
        Tier::Substring => 4,
        Tier::Typo => 3,
        Tier::Subsequence => 2,
    }
}

fn points(class: Class) -> u32 {
    match class {
        Class::Person => 100,
        Class::Place | Class::Kind => 70,
        Class::Office => 60,
        Class::Country => 45,
        Class::Topic => 25,
        Class::Status => 40,
        Class::Source => 20,
    }
}

/// What an event weighs by itself: a summit before a statement, few participants before many,
/// something that happened before something that did not.
fn prominence(searcher: &Session, event: &Event, people: &[EntityId]) -> u32 {
    let kind = match event.kind {
        Kind::Summit => 9,
        Kind::Agreement => 8,
        Kind::TwoPlusTwo | Kind::Visit => 6,
        Kind::Meeting | Kind::Talks | Kind::Conference => 5,
        Kind::Call | Kind::Test | Kind::Exercise => 3,
        Kind::Statement | Kind::Announcement | Kind::Other => 1,
    };
    let status = match event.status {
        Status::Held | Status::PastReference => 4,
        Status::Planned => 2,
        Status::Possible | Status::Cancelled => 0,
    };
    let sources = event.attestations.len().min(3) as u32;
    let first = event.participants.iter().take(2).any(|participant| {
        let Who::Official(row) = participant.who else {
            return false;
        };
        let own = searcher.index().find(&Thing::Official(row));
        own.is_some_and(|own| people.contains(&own))
    });
    let few = match event.participants.len() {
        0 => 0,
        n => 8 / n.min(8) as u32,
    };
    kind + status + sources + few + if first { 6 } else { 0 }
}

/// The words of a title.
struct Title(Vec<String>);

impl Title {
    fn of(title: &str) -> Self {
        let mut found = Vec::new();
        words(title, &mut String::new(), &mut |key| {
            found.push(key.to_owned());
        });
        Self(found)
    }

    /// Points for the words that it has: in full, or for one that begins so.
    fn share(&self, keys: &[String]) -> u32 {
        let points = |key: &String| {
            if self.0.contains(key) {
                35
            } else if self.0.iter().any(|word| word.starts_with(key.as_str())) {
                15
            } else {
                0
            }
        };
        keys.iter().map(points).max().unwrap_or(0)
    }

    /// A short title says more with each word.
    fn brevity(&self) -> u32 {
        4u32.saturating_sub(self.0.len() as u32 / 4)
    }

    /// Points for words that stand side by side as they were typed, and more if all do.
    fn order(&self, leaves: &[Leaf]) -> u32 {
        let keys: Vec<&String> = leaves.iter().flat_map(|leaf| &leaf.keys).collect();
        let pairs = keys.windows(2).filter(|pair| {
            self.0
                .windows(2)
                .any(|own| own.iter().zip(*pair).all(|(own, key)| own == *key))
        });
        let pairs = pairs.count() as u32;
        let all = keys.len() > 1 && keys.iter().all(|key| self.0.contains(key));
        pairs * 15 + if all { 25 } else { 0 }
    }
}
