//! One act of the user.

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
    /// Its date was said to be wrong and the right one given; an empty date takes that back.
    Redate {
        /// The key of the event.
        event: String,
        /// The right date, in EDTF.
        date: String,
    },
    /// One of its sources was said to tell of another happening.
    Split {
        /// The key of the event.
        event: String,
        /// The key of the source.
        source: String,
    },
    /// That was taken back.
    Unsplit {
        /// The key of the event.
        event: String,
        /// The key of the source.
        source: String,
    },
    /// It was said to be no event.
    Hide {
        /// The key of the event.
        event: String,
    },
    /// That was taken back.
    Unhide {
        /// The key of the event.
        event: String,
    },
    /// It was read by a human and found right.
    Accept {
        /// The key of the event.
        event: String,
    },
    /// That was taken back.
    Unaccept {
        /// The key of the event.
        event: String,
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
            | Self::Untag { event, .. }
            | Self::Redate { event, .. }
            | Self::Split { event, .. }
            | Self::Unsplit { event, .. }
            | Self::Hide { event }
            | Self::Unhide { event }
            | Self::Accept { event }
            | Self::Unaccept { event } => event,
        }
    }

    /// Whether it changes what is shown of the event itself.
    pub const fn corrects(&self) -> bool {
        matches!(
            self,
            Self::Redate { .. }
                | Self::Split { .. }
                | Self::Unsplit { .. }
                | Self::Hide { .. }
                | Self::Unhide { .. }
        )
    }

    /// The same with nothing in its words that could drive a terminal: a log may come from anywhere.
    pub(super) fn cleaned(mut self) -> Self {
        match &mut self {
            Self::Note { text, .. } => *text = clean(text).into_owned(),
            Self::Tag { tag: line, .. }
            | Self::Untag { tag: line, .. }
            | Self::Redate { date: line, .. }
            | Self::Split { source: line, .. }
            | Self::Unsplit { source: line, .. } => *line = clean_line(line),
            Self::Mark { .. }
            | Self::Unmark { .. }
            | Self::Hide { .. }
            | Self::Unhide { .. }
            | Self::Accept { .. }
            | Self::Unaccept { .. } => {}
        }
        self
    }
}
