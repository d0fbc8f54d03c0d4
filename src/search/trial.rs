//! A condition made ready to be tried on one event after the other.

use std::ops::Range;

use super::cond::Cond;
use crate::index::Feature;
use crate::time::DateRange;

/// A condition made ready to be tried on one event after the other.
#[derive(Debug)]
pub(super) enum Test {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Set(Set),
    Days(DateRange),
    Slow(Cond),
}

/// Features of which an event must have one.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub(super) runs: Vec<Range<u32>>,
    /// How many postings they have, at most twice the number of events.
    pub(super) count: u32,
}

impl Set {
    /// Whether it is the posting list of one feature at most.
    pub(super) fn is_one(&self) -> bool {
        self.runs.iter().map(ExactSizeIterator::len).sum::<usize>() <= 1
    }

    pub(super) fn meets(&self, features: &[Feature]) -> bool {
        match self.runs.as_slice() {
            [] => false,
            [run] => features.iter().any(|feature| run.contains(&feature.0)),
            runs => {
                let mut at = 0;
                for feature in features {
                    while let Some(run) = runs.get(at) {
                        if feature.0 < run.start {
                            break;
                        }
                        if feature.0 < run.end {
                            return true;
                        }
                        at = if runs.len() > 16 {
                            at + runs
                                .get(at..)
                                .unwrap_or_default()
                                .partition_point(|run| run.end <= feature.0)
                        } else {
                            at + 1
                        };
                    }
                }
                false
            }
        }
    }
}

impl Test {
    /// How many sets of features it has.
    pub(super) fn sets(&self) -> usize {
        match self {
            Self::All(tests) | Self::Any(tests) => tests.iter().map(Self::sets).sum(),
            Self::Not(test) => test.sets(),
            Self::Set(_) => 1,
            Self::Days(_) | Self::Slow(_) => 0,
        }
    }

    /// What is cheap is tried first.
    pub(super) fn cost(&self) -> u8 {
        match self {
            Self::Set(_) => 0,
            Self::All(_) | Self::Any(_) | Self::Not(_) => 1,
            Self::Days(_) => 2,
            Self::Slow(_) => 3,
        }
    }
}

/// The features with the fewest postings of which every passing event must have one.
pub(super) fn rarest(test: &Test) -> Option<Set> {
    match test {
        Test::Set(set) => Some(set.clone()),
        Test::All(tests) => tests.iter().filter_map(rarest).min_by_key(|set| set.count),
        Test::Any(tests) => {
            let sets: Option<Vec<Set>> = tests.iter().map(rarest).collect();
            let sets = sets.filter(|sets| !sets.is_empty())?;
            let count = sets
                .iter()
                .map(|set| set.count)
                .fold(0, u32::saturating_add);
            let runs = sets.into_iter().flat_map(|set| set.runs).collect();
            Some(Set { runs, count })
        }
        Test::Not(_) | Test::Days(_) | Test::Slow(_) => None,
    }
}

/// The share of events that would pass if conditions were independent of one another.
pub(super) fn joint(test: &Test, all: usize) -> f64 {
    let share = match test {
        Test::Set(set) => f64::from(set.count) / all as f64,
        Test::All(tests) => tests.iter().map(|test| joint(test, all)).product(),
        Test::Any(tests) => tests.iter().map(|test| joint(test, all)).sum(),
        Test::Not(_) | Test::Days(_) | Test::Slow(_) => 1.0,
    };
    share.clamp(1e-9, 1.0)
}

pub(super) fn has_days(test: &Test) -> bool {
    match test {
        Test::Days(_) => true,
        Test::All(tests) => tests.iter().any(has_days),
        Test::Any(_) | Test::Not(_) | Test::Set(_) | Test::Slow(_) => false,
    }
}
