//! An event as one sentence tells it, before it meets the others.

use std::borrow::Cow;

use crate::chronicle::{PlaceRef, Status};
use crate::record::{CountryRow, Kind};
use crate::text::Span;
use crate::time::{DateRange, Edtf};

/// What one sentence of a document tells.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "six independent facts, each with its own name where it is used"
)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) status: Status,
    pub(super) date: Option<Edtf>,
    /// Whether the sentence itself dates it.
    pub(super) own_date: bool,
    /// The time expression that dates it.
    pub(super) timex: Option<Span>,
    /// People of the document, by number.
    pub(super) people: Vec<usize>,
    pub(super) countries: Vec<CountryRow>,
    /// Those of the countries that are only where it happened.
    pub(super) hosts: Vec<CountryRow>,
    pub(super) places: Vec<PlaceRef>,
    /// People without names: "business leaders".
    pub(super) group: Option<String>,
    pub(super) sentence: Span,
    pub(super) trigger: Span,
    pub(super) rule: &'static str,
    pub(super) because: Vec<String>,
    /// Whether a heading tells it, or a noun alone: weaker than a verb in a sentence.
    pub(super) weak: bool,
    /// "the meeting": one that was told before.
    pub(super) anaphor: bool,
    /// Says only who said what another sentence dates.
    pub(super) echo: bool,
    /// Says only that nobody in particular said so.
    pub(super) hearsay: bool,
    /// Whether nothing but the day of the document dates it.
    pub(super) guessed: bool,
    /// Further sentences of the document that tell the same.
    pub(super) also: Vec<Span>,
}

impl Draft {
    /// A meeting that the head of a page tells, held on the day of the page: by whom and where is to be
    /// filled in.
    pub(super) fn of_head(day: DateRange, sentence: Span, rule: &'static str, why: &str) -> Self {
        let date = Edtf::days(day);
        Self {
            kind: Kind::Meeting,
            status: Status::Held,
            date: Some(date),
            own_date: true,
            timex: None,
            people: Vec::new(),
            countries: Vec::new(),
            hosts: Vec::new(),
            places: Vec::new(),
            group: None,
            sentence,
            trigger: sentence,
            rule,
            because: vec![format!("{why} {}", date.human())],
            weak: false,
            anaphor: false,
            echo: false,
            hearsay: false,
            guessed: false,
            also: Vec::new(),
        }
    }

    /// Whether a country takes part.
    pub(super) fn is_party(&self, country: CountryRow) -> bool {
        self.countries.contains(&country) && !self.hosts.contains(&country)
    }

    /// Whether people come together for it.
    pub(super) fn gathers(&self) -> bool {
        matches!(self.kind, Kind::Meeting | Kind::Talks | Kind::Summit)
    }

    /// The days it can be.
    pub(super) fn range(&self) -> Option<DateRange> {
        self.date.map(|date| date.range())
    }
}

/// Words of a text as they are quoted: on one line.
pub(super) fn quoted(words: &str) -> Cow<'_, str> {
    if words.contains('\n') {
        Cow::Owned(words.replace('\n', " "))
    } else {
        Cow::Borrowed(words)
    }
}

/// The rule of a kind, by how it is told: its id, and what it says in words.
pub(super) fn rule(kind: Kind, verb: bool) -> &'static str {
    match (kind, verb) {
        (Kind::Visit, true) => "visit-verb: a visit told by a verb",
        (Kind::Visit, false) => "visit-noun: a visit told by a noun",
        (Kind::Meeting, true) => "meeting-verb: a meeting told by a verb",
        (Kind::Meeting, false) => "meeting-noun: a meeting told by a noun",
        (Kind::Summit, _) => "summit-noun: a summit told by a noun",
        (Kind::TwoPlusTwo, _) => "2+2-noun: a 2+2 told by a noun",
        (Kind::Call, true) => "call-verb: a call told by a verb",
        (Kind::Call, false) => "call-noun: a call told by a noun",
        (Kind::Talks, true) => "talks-verb: talks told by a verb",
        (Kind::Talks, false) => "talks-noun: talks told by a noun",
        (Kind::Conference, _) => "conference-noun: a conference told by a noun",
        (Kind::Statement, true) => "statement-verb: a statement told by a verb",
        (Kind::Statement, false) => "statement-noun: a statement told by a noun",
        (Kind::Announcement, _) => "announcement-verb: an announcement told by a verb",
        (Kind::Agreement, true) => "agreement-verb: an agreement told by a verb",
        (Kind::Agreement, false) => "agreement-noun: an agreement told by a noun",
        (Kind::Exercise, _) => "exercise-noun: an exercise told by a noun",
        (Kind::Test, true) => "test-verb: a test told by a verb",
        (Kind::Test, false) => "test-noun: a test told by a noun",
        (Kind::Other, _) => "other: another happening",
    }
}
