//! What lies over the body.

use super::line::Line;
use super::pages::PageView;
use super::review::Review;

/// What lies over the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// All keys, with the first line in view and what they are filtered by.
    Help {
        /// The first line in view.
        scroll: usize,
        /// Only lines with this text.
        filter: Line,
        /// Whether the filter is being typed.
        typing: bool,
    },
    /// What became of each file.
    Load {
        /// The first line in view.
        scroll: usize,
    },
    /// A page.
    Page(PageView),
    /// A note or a tag being typed for an event.
    Edit {
        /// Which of the two.
        what: Edited,
        /// The key of the event.
        event: String,
        /// What is typed.
        line: Line,
    },
    /// Every action by name.
    Palette {
        /// What is typed.
        line: Line,
        /// The choice under the cursor.
        cursor: usize,
    },
    /// Events that a human should look at.
    Review(Review),
    /// The sources of an event, one of which tells of another happening.
    Split {
        /// The key of the event.
        event: String,
        /// Its sources.
        sources: Vec<SourceChoice>,
        /// The one under the cursor.
        cursor: usize,
    },
    /// What those listed are about.
    Facets {
        /// The value under the cursor.
        cursor: usize,
        /// The first value in view.
        scroll: usize,
    },
}

/// What is typed for an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// Its note.
    Note,
    /// A tag.
    Tag,
    /// The right date.
    Date,
}

/// A source that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceChoice {
    /// Its key in what the user keeps.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its words, or where in it.
    pub quote: String,
}
