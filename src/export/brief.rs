//! Chosen events in order, with what a reader must know to trust them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{csv, html, ics, json, markdown};
use crate::chronicle::{Chronicle, Event, EventId};
use crate::text::clean_line;
use crate::time::Date;

/// What a brief says.
#[derive(Debug, Clone)]
pub struct Brief<'a> {
    /// Where the events are from.
    pub chronicle: &'a Chronicle,
    /// The heading.
    pub title: &'a str,
    /// The events in the order in which they are told.
    pub events: &'a [EventId],
    /// The day on which the brief is made.
    pub as_of: Date,
    /// How far the sources reach, in a sentence.
    pub coverage: &'a str,
}

/// A format that a brief can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown with a footnote for each event.
    Markdown,
    /// One self-contained page.
    Html,
    /// A table for spreadsheets (RFC 4180).
    Csv,
    /// One JSON object with all events.
    Json,
    /// One JSON object a line for each event.
    JsonLines,
    /// iCalendar (RFC 5545).
    Ics,
}

/// What was written, and what the format could not express.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The file's contents.
    pub text: String,
    /// What was left out and why, one sentence each.
    pub notes: Vec<String>,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Html,
        Self::Csv,
        Self::Json,
        Self::JsonLines,
        Self::Ics,
    ];

    /// The name on the command line, which is the ending of a file too.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Ics => "ics",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == text)
            .ok_or_else(|| {
                let known = Self::ALL.map(Self::name).join(", ");
                format!("there is no format \"{text}\"; use one of {known}")
            })
    }
}

impl<'a> Brief<'a> {
    /// Writes the brief. The same brief gives the same text.
    pub fn write(&self, format: Format) -> Exported {
        // The heading is what somebody typed, or the words of a document.
        let title = &clean_line(self.title);
        let clean = Brief {
            title,
            ..self.clone()
        };
        clean.write_clean(format)
    }

    fn write_clean(&self, format: Format) -> Exported {
        let plain = |text| Exported {
            text,
            notes: Vec::new(),
        };
        match format {
            Format::Markdown => plain(markdown::write(self)),
            Format::Html => plain(html::write(self)),
            Format::Csv => plain(csv::write(self)),
            Format::Json => plain(json::write(self)),
            Format::JsonLines => plain(json::write_lines(self)),
            Format::Ics => ics::write(self),
        }
    }

    /// The events themselves, made for the occasion; ids of another chronicle are left out.
    pub(super) fn events(&self) -> impl Iterator<Item = Cow<'a, Event>> + '_ {
        self.ids().map(|id| self.chronicle.look(id))
    }

    fn ids(&self) -> impl Iterator<Item = EventId> + '_ {
        let ids = self.events.iter().copied();
        ids.filter(|id| id.index() < self.chronicle.len())
    }

    /// "As of 21 Nov 2026 · 3 events · sources reach …"
    pub(super) fn as_of_line(&self) -> String {
        let count = self.ids().count();
        let plural = if count == 1 { "" } else { "s" };
        format!(
            "As of {} · {count} event{plural} · {}",
            self.as_of.human(),
            self.coverage
        )
    }
}
