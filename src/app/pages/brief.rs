//! The brief: the chosen events as they will be written, with "as of" and coverage.

use std::sync::Arc;

use crate::app::detail::{Page, TextLine};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::EventId;
use crate::export::{Brief, Format};
use crate::time::Date;

/// What a brief will say, whatever its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The heading.
    pub title: String,
    /// The events in the order in which they are told.
    pub events: Arc<[EventId]>,
    /// The day on which it is made.
    pub as_of: Date,
    /// How far the sources reach.
    pub coverage: String,
}

/// Lines of a preview beyond this are left to the file.
const MOST_LINES: usize = 20_000;

/// The brief as it will be written.
pub fn text(library: &Library, draft: &Draft, format: Format) -> String {
    let brief = Brief {
        chronicle: &library.chronicle,
        title: &draft.title,
        events: &draft.events,
        as_of: draft.as_of,
        coverage: &draft.coverage,
    };
    brief.write(format).text
}

pub(super) fn lines(
    library: &Library,
    draft: &Draft,
    format: Format,
    width: usize,
) -> Vec<TextLine> {
    let mut page = Page::new(width);
    for line in text(library, draft, format).lines().take(MOST_LINES) {
        let role = match (format, line) {
            (Format::Markdown, line) if line.starts_with('#') => Role::Heading,
            (Format::Markdown, line) if line.starts_with("[^") => Role::Source,
            _ => Role::Text,
        };
        if line.trim().is_empty() {
            page.gap();
        } else {
            page.wrapped(&[(role, line)], 2);
        }
    }
    page.finish()
}
