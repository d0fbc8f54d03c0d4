//! Who says so, in one line.

use crate::chronicle::{Attestation, Chronicle, Event, Scope};
use crate::text::Link;

/// The words for a fact that nobody is cited for.
const NO_SOURCE: &str = "no source";

/// One source: title, place in it, what it does not support, and what is noted of it.
pub fn source_note(chronicle: &Chronicle, attestation: &Attestation) -> String {
    let mut parts = Vec::new();
    if chronicle.is_uncited(attestation) {
        parts.push(NO_SOURCE.to_owned());
    } else {
        parts.push(chronicle.source_title(attestation).into_owned());
    }
    let place = attestation.place();
    if !place.is_empty() {
        parts.push(place.into_owned());
    }
    if attestation.scope == Scope::Partial {
        parts.push("in part".to_owned());
    }
    if let Some(date) = &attestation.date {
        parts.push(format!("dates it {}", date.human()));
    }
    if let Some(note) = &attestation.note {
        parts.push(format!("({note})"));
    }
    parts.join(", ")
}

/// Where a source can be read, if that may be followed.
pub fn link(chronicle: &Chronicle, told: &Attestation) -> Option<Link> {
    chronicle.url(told).and_then(Link::of)
}

/// The event with its date and all its sources, to stand in a footnote.
pub fn citation(chronicle: &Chronicle, event: &Event) -> String {
    let date = event
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.human());
    let sources: Vec<String> = event
        .attestations
        .iter()
        .map(|a| source_note(chronicle, a))
        .collect();
    format!("{}, {date}. {}.", event.title, sources.join("; "))
}

/// One source with its link, in plain text.
pub(super) fn with_link(chronicle: &Chronicle, attestation: &Attestation) -> String {
    let note = source_note(chronicle, attestation);
    link(chronicle, attestation).map_or_else(|| note.clone(), |url| format!("{note}, {url}"))
}
