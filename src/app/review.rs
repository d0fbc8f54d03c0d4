//! Events that a human should look at: what documents tell, and we are not sure of.

use super::detail::{Page, TextLine};
use super::library::Library;
use super::role::Role;
use crate::chronicle::{Chronicle, Confidence, Event, EventId, SourceRef};
use crate::notes::Notes;

/// More events than this are left for the next look.
const MOST: usize = 10_000;

/// A queue of events, one of them in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What is to be looked at, the least sure first.
    pub queue: Vec<EventId>,
    /// The one that is looked at.
    pub cursor: usize,
    /// What is known of it.
    pub lines: Vec<TextLine>,
}

impl Review {
    /// What is to be looked at in a library, and the event at a place of that queue.
    pub fn new(library: &Library, notes: &Notes, cursor: usize, width: usize) -> Self {
        let mut review = Self {
            queue: queue(&library.chronicle, notes),
            cursor: 0,
            lines: Vec::new(),
        };
        review.go_to(library, cursor, width);
        review
    }

    /// Goes to a place of the queue, or to its end, and tells the event there.
    pub fn go_to(&mut self, library: &Library, cursor: usize, width: usize) {
        self.cursor = cursor.min(self.queue.len().saturating_sub(1));
        let mut page = Page::new(width);
        match self.event().and_then(|id| library.chronicle.get(id)) {
            Some(event) => card(&mut page, library, event),
            None => page.wrapped(
                &[(Role::Text, "There is nothing to look at: of all that your documents tell, nothing is unsure.")],
                0,
            ),
        }
        self.lines = page.finish();
    }

    /// The event that is looked at.
    pub fn event(&self) -> Option<EventId> {
        self.queue.get(self.cursor).copied()
    }
}

/// Events that documents alone tell, of low confidence, then of medium, each in order; without
/// those that the user has judged.
pub fn queue(chronicle: &Chronicle, notes: &Notes) -> Vec<EventId> {
    let open = |event: &Event| {
        let judged = notes.of(&event.key);
        let judged = judged.is_some_and(|kept| kept.accepted || kept.corrects());
        let told = |source| matches!(source, SourceRef::Document(_));
        !judged && event.attestations.iter().all(|a| told(a.source))
    };
    let (mut low, mut medium) = (Vec::new(), Vec::new());
    if chronicle.documents().is_empty() {
        return low;
    }
    for (id, event) in chronicle.ids().zip(chronicle.events()) {
        let list = match event.confidence {
            Confidence::Low => &mut low,
            Confidence::Medium => &mut medium,
            Confidence::High => continue,
        };
        if list.len() < MOST && open(&event) {
            list.push(id);
        }
    }
    low.append(&mut medium);
    low.truncate(MOST);
    low
}

/// What a human needs to judge: what is claimed, and the words that it was read from.
fn card(page: &mut Page, library: &Library, event: &Event) {
    let chronicle = &library.chronicle;
    page.wrapped(&[(Role::Title, &event.title)], 0);
    let date = event
        .date
        .map_or_else(|| "no date".to_owned(), |date| date.human());
    let sure = event.confidence.name();
    let people = chronicle.people(event).join(", ");
    let places = chronicle.place_names(event).join(", ");
    for (name, role, value) in [
        ("when   ", Role::Date, date.as_str()),
        ("what   ", Role::Kind, event.kind.name()),
        ("status ", Role::Planned, event.status.name()),
        ("who    ", Role::Person, people.as_str()),
        ("where  ", Role::Place, places.as_str()),
        ("sure   ", Role::Warning, sure),
    ] {
        if !value.is_empty() {
            page.wrapped(&[(Role::Dim, name), (role, value)], 7);
        }
    }
    for told in &event.attestations {
        page.gap();
        page.wrapped(&[(Role::Source, &chronicle.source_title(told))], 0);
        if let Some(quote) = chronicle.quote(told) {
            let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
            page.indented(2, &[(Role::Quote, &format!("“{quote}”"))], 3);
        }
        for reason in told.evidence.iter().flat_map(|evidence| &evidence.because) {
            page.indented(2, &[(Role::Dim, "because "), (Role::Dim, reason)], 4);
        }
    }
}
