//! One act of the user, and what all of them add up to.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::text::{clean, clean_line};

/// Something that the user did to an event, which it names by its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// It was marked.
    Mark {
        /// The key of the event.
        event: String,
    },
    /// The mark was taken away.
    Unmark {
        /// The key of the event.
        event: String,
    },
    /// It was given a note, in the place of the one before; an empty text takes it away.
    Note {
        /// The key of the event.
        event: String,
        /// The note.
        text: String,
    },
    /// It was given a tag.
    Tag {
        /// The key of the event.
        event: String,
        /// The tag.
        tag: String,
    },
    /// A tag was taken away.
    Untag {
        /// The key of the event.
        event: String,
        /// The tag.
        tag: String,
    },
}

impl Act {
    /// The key of the event.
    pub fn event(&self) -> &str {
        match self {
            Self::Mark { event }
            | Self::Unmark { event }
            | Self::Note { event, .. }
            | Self::Tag { event, .. }
            | Self::Untag { event, .. } => event,
        }
    }

    /// The same with nothing in its words that could drive a terminal: a log may come from anywhere.
    pub(super) fn cleaned(self) -> Self {
        match self {
            Self::Note { event, text } => Self::Note {
                event,
                text: clean(&text).into_owned(),
            },
            Self::Tag { event, tag } => Self::Tag {
                event,
                tag: clean_line(&tag),
            },
            Self::Untag { event, tag } => Self::Untag {
                event,
                tag: clean_line(&tag),
            },
            Self::Mark { .. } | Self::Unmark { .. } => self,
        }
    }
}

/// What the user keeps about one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfEvent {
    /// Whether it is marked.
    pub marked: bool,
    /// Its note; empty if it has none.
    pub note: String,
    /// Its tags.
    pub tags: BTreeSet<String>,
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

    /// Carries out an act. Returns the act that takes it back, unless it changes nothing.
    pub fn apply(&mut self, act: &Act) -> Option<Act> {
        let kept = self.events.entry(act.event().to_owned()).or_default();
        let event = act.event().to_owned();
        let inverse = match act {
            Act::Mark { .. } => {
                (!std::mem::replace(&mut kept.marked, true)).then_some(Act::Unmark { event })
            }
            Act::Unmark { .. } => {
                std::mem::replace(&mut kept.marked, false).then_some(Act::Mark { event })
            }
            Act::Note { text, .. } => {
                let before = std::mem::replace(&mut kept.note, text.clone());
                (before != *text).then_some(Act::Note {
                    event,
                    text: before,
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
        };
        if *kept == OfEvent::default() {
            self.events.remove(act.event());
        }
        inverse
    }
}
