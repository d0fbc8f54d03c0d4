//! What all acts add up to.

use std::collections::{BTreeMap, BTreeSet};

use super::Act;
use crate::time::Edtf;

/// What the user keeps about one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfEvent {
    /// Whether it is marked.
    pub marked: bool,
    /// Its note; empty if it has none.
    pub note: String,
    /// Its tags.
    pub tags: BTreeSet<String>,
    /// The date that the user gives it, as written.
    pub date: String,
    /// Keys of the sources that tell of another happening.
    pub split: BTreeSet<String>,
    /// Whether it is no event.
    pub hidden: bool,
    /// Whether a human found it right.
    pub accepted: bool,
}

impl OfEvent {
    /// The date that the user gives it, if one is given that can be read.
    pub fn right_date(&self) -> Option<Edtf> {
        self.date.parse().ok()
    }

    /// Whether the user corrects the event.
    pub fn corrects(&self) -> bool {
        self.hidden || !self.split.is_empty() || self.right_date().is_some()
    }
}

/// What all acts add up to, by the key of the event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    events: BTreeMap<String, OfEvent>,
}

impl Notes {
    /// What is kept about an event.
    pub fn of(&self, key: &str) -> Option<&OfEvent> {
        self.events.get(key)
    }

    /// Whether an event is marked.
    pub fn is_marked(&self, key: &str) -> bool {
        self.of(key).is_some_and(|kept| kept.marked)
    }

    /// Everything that is kept, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &OfEvent)> {
        self.events.iter().map(|(key, kept)| (key.as_str(), kept))
    }

    /// What the user corrects, by the key of the event.
    pub fn corrections(&self) -> impl Iterator<Item = (&str, &OfEvent)> {
        self.iter().filter(|(_, kept)| kept.corrects())
    }

    /// Whether both correct the same in the same way.
    pub fn corrects_as(&self, other: &Self) -> bool {
        let what = |notes: &Self| -> Vec<_> {
            let corrections = notes.corrections();
            let what = corrections.map(|(key, kept)| {
                (
                    key.to_owned(),
                    kept.date.clone(),
                    kept.split.clone(),
                    kept.hidden,
                )
            });
            what.collect()
        };
        what(self) == what(other)
    }

    /// Carries out an act. Returns the act that takes it back, unless it changes nothing.
    pub fn apply(&mut self, act: &Act) -> Option<Act> {
        let event = act.event().to_owned();
        let kept = self.events.entry(event.clone()).or_default();
        let turn = |flag: &mut bool, to: bool, back: fn(String) -> Act| {
            (std::mem::replace(flag, to) != to).then(|| back(event.clone()))
        };
        let inverse = match act {
            Act::Mark { .. } => turn(&mut kept.marked, true, |event| Act::Unmark { event }),
            Act::Unmark { .. } => turn(&mut kept.marked, false, |event| Act::Mark { event }),
            Act::Hide { .. } => turn(&mut kept.hidden, true, |event| Act::Unhide { event }),
            Act::Unhide { .. } => turn(&mut kept.hidden, false, |event| Act::Hide { event }),
            Act::Accept { .. } => turn(&mut kept.accepted, true, |event| Act::Unaccept { event }),
            Act::Unaccept { .. } => turn(&mut kept.accepted, false, |event| Act::Accept { event }),
            Act::Note { text, .. } => {
                let before = std::mem::replace(&mut kept.note, text.clone());
                (before != *text).then_some(Act::Note {
                    event,
                    text: before,
                })
            }
            Act::Redate { date, .. } => {
                let before = std::mem::replace(&mut kept.date, date.clone());
                (before != *date).then_some(Act::Redate {
                    event,
                    date: before,
                })
            }
            Act::Tag { tag, .. } => kept.tags.insert(tag.clone()).then(|| Act::Untag {
                event,
                tag: tag.clone(),
            }),
            Act::Untag { tag, .. } => kept.tags.remove(tag).then(|| Act::Tag {
                event,
                tag: tag.clone(),
            }),
            Act::Split { source, .. } => kept.split.insert(source.clone()).then(|| Act::Unsplit {
                event,
                source: source.clone(),
            }),
            Act::Unsplit { source, .. } => kept.split.remove(source).then(|| Act::Split {
                event,
                source: source.clone(),
            }),
        };
        if *kept == OfEvent::default() {
            self.events.remove(act.event());
        }
        inverse
    }
}

#[cfg(test)]
mod tests;
