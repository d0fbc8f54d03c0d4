//! Why an event is told as it is: the sentence, the rule, what its date leaned on, why merged.

use crate::app::detail::{Page, TextLine};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Attestation, EventId, Evidence, SourceRef};
use crate::text::Span;

pub(super) fn lines(library: &Library, id: EventId, width: usize) -> Vec<TextLine> {
    let mut page = Page::new(width);
    let Some(event) = library.chronicle.get(id) else {
        return page.finish();
    };
    page.wrapped(&[(Role::Title, &event.title)], 0);
    let date = event.date.map_or_else(
        || "no date".to_owned(),
        |date| format!("{} ({date})", date.human()),
    );
    page.wrapped(
        &[
            (Role::Date, &date),
            (Role::Dim, " · key "),
            (Role::Dim, &event.key),
        ],
        0,
    );
    for inferred in &event.inferred {
        page.wrapped(
            &[
                (Role::Warning, "? "),
                (Role::Dim, "inferred "),
                (Role::Text, &inferred.from),
            ],
            2,
        );
    }
    if event.attestations.len() > 1 {
        let told = format!(
            "Told by {} sources, which are taken to mean the same happening.",
            event.attestations.len()
        );
        page.gap();
        page.wrapped(&[(Role::Text, &told)], 0);
    }
    for attestation in &event.attestations {
        page.heading(&library.chronicle.source_title(attestation));
        attested(&mut page, library, attestation);
    }
    page.finish()
}

fn attested(page: &mut Page, library: &Library, told: &Attestation) {
    if let (Some(evidence), SourceRef::Document(doc)) = (&told.evidence, told.source) {
        if let Some(document) = library.chronicle.document(doc) {
            quoted(page, document.text, evidence);
            if let Some(dct) = document.dct() {
                let text = format!(
                    "published {}, by {}",
                    dct.date.human(),
                    dct.origin.describe()
                );
                page.indented(2, &[(Role::Dim, "counted from: "), (Role::Date, &text)], 4);
            }
        }
        page.indented(2, &[(Role::Dim, "rule: "), (Role::Text, &evidence.rule)], 4);
        for reason in &evidence.because {
            page.indented(2, &[(Role::Dim, "· "), (Role::Text, reason)], 4);
        }
    } else {
        page.indented(2, &[(Role::Dim, "a row of the record")], 4);
        let place = told.place();
        if !place.is_empty() {
            page.indented(2, &[(Role::Dim, "at "), (Role::Source, &place)], 4);
        }
    }
    if let Some(date) = &told.date {
        page.indented(
            2,
            &[(Role::Dim, "gives the date "), (Role::Date, &date.human())],
            4,
        );
    }
    if let Some(note) = &told.note {
        page.indented(2, &[(Role::Dim, note)], 4);
    }
}

/// The sentence with the words that told the date and the kind.
fn quoted(page: &mut Page, text: &str, evidence: &Evidence) {
    let sentence = evidence.sentence;
    let mut marks: Vec<(Span, Role)> = Vec::new();
    marks.extend(evidence.timex.map(|span| (span, Role::Date)));
    marks.extend(evidence.trigger.map(|span| (span, Role::Kind)));
    marks.retain(|(span, _)| sentence.covers(*span));
    marks.sort_by_key(|(span, _)| *span);
    let mut pieces: Vec<(Role, String)> = vec![(Role::Quote, "“".to_owned())];
    let mut at = sentence.start;
    for (span, role) in marks {
        if span.start >= at {
            pieces.push((
                Role::Quote,
                one_line(
                    Span {
                        start: at,
                        end: span.start,
                    }
                    .of(text),
                ),
            ));
            pieces.push((role, one_line(span.of(text))));
            at = span.end;
        }
    }
    pieces.push((
        Role::Quote,
        one_line(
            Span {
                start: at,
                end: sentence.end,
            }
            .of(text),
        ),
    ));
    pieces.push((Role::Quote, "”".to_owned()));
    let pieces: Vec<(Role, &str)> = pieces
        .iter()
        .map(|(role, text)| (*role, text.as_str()))
        .collect();
    page.indented(2, &pieces, 3);
}

/// White space of any kind as single spaces; those at the ends stay.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}
