//! Who says so, in one line.

use crate::chronicle::{Attestation, Chronicle, Event, Scope, SourceRef};

/// The words for a fact that nobody is cited for.
const NO_SOURCE: &str = "no source";

/// One source: title, place in it, and what it does not support.
pub fn source_note(chronicle: &Chronicle, attestation: &Attestation) -> String {
    let mut parts = Vec::new();
    if chronicle.is_uncited(attestation) {
        parts.push(NO_SOURCE.to_owned());
    } else {
        parts.push(chronicle.source_title(attestation).to_owned());
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
    parts.join(", ")
}

/// The link of an attestation, if it is one that may be followed: http or https, and nothing in it
/// but what RFC 3986 lets stand there.
pub fn link<'a>(chronicle: &'a Chronicle, attestation: &'a Attestation) -> Option<&'a str> {
    let of_document = match attestation.source {
        SourceRef::Document(doc) => chronicle.document(doc).and_then(|doc| doc.url.as_deref()),
        SourceRef::Record(_) => None,
    };
    let url = attestation.url.as_deref().or(of_document)?;
    let scheme = url.starts_with("https://") || url.starts_with("http://");
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
    (scheme && url.chars().all(plain)).then_some(url)
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
