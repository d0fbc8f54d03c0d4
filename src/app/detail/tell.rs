//! The telling of an event in lines.

use std::borrow::Cow;

use super::Page;
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Attestation, Confidence, Event, Scope, SourceRef, Status};
use crate::document::DocumentRef;
use crate::notes::OfEvent;
use crate::text::cells;

/// More places of publication than this are only counted.
const MOST_COPIES: usize = 8;

/// Everything that is known of an event.
pub(super) fn event(page: &mut Page, library: &Library, event: &Event, kept: Option<&OfEvent>) {
    let chronicle = &library.chronicle;
    page.wrapped(&[(Role::Title, &event.title)], 0);
    facts(page, library, event);
    if let Some(history) = chronicle.history(event) {
        page.wrapped(&[(Role::Dim, &history)], 0);
    }
    if let Some(kept) = kept {
        own(page, kept);
    }
    if !event.summary.is_empty() {
        page.gap();
        page.wrapped(&[(Role::Text, &event.summary)], 0);
    }
    if !event.participants.is_empty() {
        page.gap();
        let widest = event
            .participants
            .iter()
            .map(|p| cells(chronicle.name(p)))
            .max();
        let widest = widest.unwrap_or(0).min(page.width() / 2);
        for participant in &event.participants {
            let gazetteer = chronicle.gazetteer();
            let state = participant.state(gazetteer);
            let code = state.map_or("  ", |row| gazetteer.country(row).code.as_str());
            let office = chronicle.role(participant, event).unwrap_or_default();
            page.columns(
                &[
                    (Role::Country, code),
                    (Role::Text, " "),
                    (Role::Person, chronicle.name(participant)),
                ],
                widest + 3,
                (Role::Office, &office),
            );
        }
    }
    topics(page, library, event);
    doubts(page, event);
    page.heading(match event.attestations.len() {
        1 => "Source",
        _ => "Sources",
    });
    for (at, attestation) in event.attestations.iter().enumerate() {
        source(page, library, event, attestation, at + 1);
    }
}

/// What the user keeps about it.
fn own(page: &mut Page, kept: &OfEvent) {
    let tags: Vec<String> = kept.tags.iter().map(|tag| format!("#{tag}")).collect();
    let tags = tags.join(" ");
    let mark = if kept.marked { "♦ marked " } else { "" };
    if kept.marked || !tags.is_empty() {
        page.wrapped(&[(Role::Mark, mark), (Role::Topic, &tags)], 2);
    }
    if kept.accepted {
        page.wrapped(&[(Role::Mark, "✓ "), (Role::Text, "you found it right")], 2);
    }
    if kept.right_date().is_some() {
        page.wrapped(
            &[
                (Role::Mark, "✓ "),
                (Role::Text, "the date is yours; u takes it back"),
            ],
            2,
        );
    }
    if !kept.note.is_empty() {
        page.wrapped(&[(Role::Mark, "✎ "), (Role::Text, &kept.note)], 2);
    }
}

fn facts(page: &mut Page, library: &Library, event: &Event) {
    let chronicle = &library.chronicle;
    let date = event
        .date
        .map_or_else(|| "no date".to_owned(), |date| date.human());
    let status = match event.status {
        Status::Held | Status::PastReference => (Role::Text, event.status.name()),
        Status::Planned | Status::Possible => (Role::Planned, event.status.name()),
        Status::Cancelled => (Role::Cancelled, event.status.name()),
    };
    let places: Vec<&str> = event
        .places
        .iter()
        .map(|place| chronicle.place_name(place))
        .collect();
    let places = places.join(", ");
    let codes: Vec<&str> = chronicle.country_codes(event).collect();
    let codes = codes.join("·");
    let dot = (Role::Dim, " · ");
    let mut pieces = vec![
        (Role::Date, date.as_str()),
        dot,
        (Role::Kind, event.kind.name()),
        dot,
        status,
    ];
    if !codes.is_empty() {
        pieces.extend([dot, (Role::Country, codes.as_str())]);
    }
    if !places.is_empty() {
        pieces.extend([dot, (Role::Place, places.as_str())]);
    }
    page.wrapped(&pieces, 0);
}

fn topics(page: &mut Page, library: &Library, event: &Event) {
    let gazetteer = library.chronicle.gazetteer();
    let names: Vec<&str> = event
        .topics
        .iter()
        .map(|row| gazetteer.topic(*row).name.as_str())
        .collect();
    if !names.is_empty() {
        page.gap();
        page.wrapped(
            &[(Role::Dim, "about "), (Role::Topic, &names.join(", "))],
            6,
        );
    }
}

/// What to be careful about: inferred fields, low confidence.
fn doubts(page: &mut Page, event: &Event) {
    let sure = event.confidence == Confidence::High;
    if sure && event.inferred.is_empty() {
        return;
    }
    page.gap();
    if !sure {
        let text = match event.confidence {
            Confidence::Low => "confidence is low",
            Confidence::Medium | Confidence::High => "confidence is medium",
        };
        page.wrapped(&[(Role::Warning, "? "), (Role::Text, text)], 2);
    }
    for inferred in &event.inferred {
        let what = format!("{} inferred ", inferred.field.name());
        page.wrapped(
            &[
                (Role::Warning, "? "),
                (Role::Text, &what),
                (Role::Dim, &inferred.from),
            ],
            2,
        );
    }
}

/// Where a document was published, as far as it is known.
fn published_in(document: DocumentRef<'_>) -> String {
    let name = document
        .publisher
        .map_or_else(|| document.title(), Cow::from);
    match document.dct() {
        Some(dct) => format!("{name}, {}", dct.date.human()),
        None => name.into_owned(),
    }
}

fn source(page: &mut Page, library: &Library, event: &Event, told: &Attestation, number: usize) {
    let chronicle = &library.chronicle;
    let mark = format!("{number} ");
    if chronicle.is_uncited(told) {
        page.wrapped(
            &[
                (Role::Dim, &mark),
                (Role::Warning, "unsourced"),
                (Role::Dim, " · "),
                (Role::Dim, &chronicle.source_title(told)),
            ],
            2,
        );
        return;
    }
    let title = chronicle.source_title(told);
    let mut pieces = vec![(Role::Dim, mark.as_str()), (Role::Source, &title)];
    let place = told.place();
    if !place.is_empty() {
        pieces.extend([(Role::Dim, ", "), (Role::Dim, &*place)]);
    }
    page.wrapped(&pieces, 2);
    let indent = |page: &mut Page, role: Role, text: &str| {
        page.indented(2, &[(role, text)], 2);
    };
    if let Some(quote) = chronicle.quote(told) {
        let words: Vec<&str> = quote.split_whitespace().collect();
        indent(page, Role::Quote, &format!("“{}”", words.join(" ")));
    }
    let own = told.date.as_deref().copied();
    if let Some(date) = own.filter(|date| Some(*date) != event.date) {
        page.indented(
            2,
            &[
                (Role::Warning, "≠ "),
                (Role::Text, "gives "),
                (Role::Date, &date.human()),
            ],
            4,
        );
    }
    if told.status != event.status {
        page.indented(
            2,
            &[
                (Role::Warning, "≠ "),
                (Role::Text, "says "),
                (Role::Planned, told.status.name()),
            ],
            4,
        );
    }
    if told.scope == Scope::Partial {
        indent(page, Role::Dim, "supports part of this");
    }
    if let Some(note) = &told.note {
        indent(page, Role::Dim, note);
    }
    if let SourceRef::Document(doc) = told.source {
        let dct = chronicle.document(doc).and_then(DocumentRef::dct);
        let text = dct.map_or_else(
            || "date of publication unknown".to_owned(),
            |dct| {
                format!(
                    "published {}, by {}",
                    dct.date.human(),
                    dct.origin.describe()
                )
            },
        );
        indent(page, Role::Dim, &text);
        for copy in chronicle.copies(doc).take(MOST_COPIES) {
            let place = chronicle.document(copy).map(published_in);
            indent(
                page,
                Role::Dim,
                &format!("also in {}", place.unwrap_or_default()),
            );
        }
        let more = chronicle.copies(doc).skip(MOST_COPIES).count();
        if more > 0 {
            indent(page, Role::Dim, &format!("and in {more} more places"));
        }
    }
    if let Some(url) = chronicle.url(told) {
        page.link(2, url);
    }
}
