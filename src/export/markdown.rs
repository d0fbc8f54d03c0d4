//! Markdown (CommonMark with footnotes), with nothing in it that a document could steer.

use std::fmt::Write;

use super::{Brief, link, source_note};
use crate::chronicle::{Chronicle, Event, Status};
use crate::text::clean_line;

pub(super) fn write(brief: &Brief<'_>) -> String {
    let mut out = format!(
        "# {}\n\n{}\n\n",
        escape(brief.title),
        escape(&brief.as_of_line())
    );
    for (nth, event) in brief.events().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "- {} [^{}]",
            event_markdown(brief.chronicle, &event),
            nth + 1
        );
    }
    out.push('\n');
    for (nth, event) in brief.events().enumerate() {
        let notes: Vec<String> = event
            .attestations
            .iter()
            .map(|attestation| {
                let note = escape(&source_note(brief.chronicle, attestation));
                match link(brief.chronicle, attestation) {
                    Some(url) => format!("{note}, <{url}>"),
                    None => note,
                }
            })
            .collect();
        let _ = writeln!(out, "[^{}]: {}.", nth + 1, notes.join("; "));
    }
    out
}

/// One event as a line of Markdown: date, title, who was there, and what is not sure.
pub fn event_markdown(chronicle: &Chronicle, event: &Event) -> String {
    let date = event
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.human());
    let mut line = format!("**{}** {}.", escape(&date), escape(&event.title));
    if !event.summary.is_empty() {
        let _ = write!(line, " {}", escape(&event.summary));
    }
    let people: Vec<String> = event
        .participants
        .iter()
        .map(|participant| {
            let name = escape(chronicle.name(participant));
            match chronicle.role(participant, event) {
                Some(role) => format!("{name} ({})", escape(&role)),
                None => name,
            }
        })
        .collect();
    if !people.is_empty() {
        let _ = write!(line, " *{}*.", people.join(", "));
    }
    for doubt in doubts(chronicle, event) {
        let _ = write!(line, " [{}]", escape(&doubt));
    }
    line
}

/// What a reader must know before relying on the event.
pub(super) fn doubts(chronicle: &Chronicle, event: &Event) -> Vec<String> {
    let mut doubts = Vec::new();
    if event.status != Status::Held {
        doubts.push(event.status.name().to_owned());
    }
    if chronicle.is_unsourced(event) {
        doubts.push("unsourced".to_owned());
    }
    doubts.extend(
        event
            .inferred
            .iter()
            .map(|inferred| format!("inferred: {}", inferred.from)),
    );
    doubts
}

/// Text that Markdown and the HTML within it take as nothing but text.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let line = clean_line(text);
    for (at, c) in line.char_indices() {
        let special = matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '!' | '$'
        );
        let starts_block = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        let ends_number = matches!(c, '.' | ')')
            && at > 0
            && line
                .get(..at)
                .is_some_and(|before| before.bytes().all(|b| b.is_ascii_digit()));
        if special || starts_block || ends_number {
            out.push('\\');
        }
        out.push(c);
    }
    // A bare address would become a link, which no document may put into a brief.
    out.replace("://", ":\\//")
        .replace("www.", "www\\.")
        .replace('@', "\\@")
}
