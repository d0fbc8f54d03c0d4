//! The sources of an event under one another, each against what the event says.

use crate::app::detail::{Page, TextLine};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{EventId, Scope, Status};
use crate::time::Edtf;

pub(super) fn lines(library: &Library, id: EventId, width: usize) -> Vec<TextLine> {
    let chronicle = &library.chronicle;
    let mut page = Page::new(width);
    let Some(event) = chronicle.get(id) else {
        return page.finish();
    };
    page.wrapped(&[(Role::Title, &event.title)], 0);
    let human = |date: Option<Edtf>| date.map_or_else(|| "no date".to_owned(), |date| date.human());
    let agreed = [human(event.date), event.status.name().to_owned()].join(" · ");
    page.wrapped(&[(Role::Dim, "taken as "), (Role::Date, &agreed)], 0);
    let disagree = event
        .attestations
        .iter()
        .filter(|told| {
            told.date
                .as_deref()
                .is_some_and(|date| Some(*date) != event.date)
                || told.status != event.status
        })
        .count();
    let verdict = match disagree {
        0 => "no source says otherwise".to_owned(),
        1 => "1 source says otherwise".to_owned(),
        n => format!("{n} sources say otherwise"),
    };
    page.wrapped(
        &[(
            if disagree == 0 {
                Role::Dim
            } else {
                Role::Warning
            },
            &verdict,
        )],
        0,
    );
    for (at, told) in event.attestations.iter().enumerate() {
        page.gap();
        let number = format!("{} ", at + 1);
        page.wrapped(
            &[
                (Role::Dim, &number),
                (Role::Source, &chronicle.source_title(told)),
            ],
            2,
        );
        let place = told.place();
        if !place.is_empty() {
            page.indented(2, &[(Role::Dim, &place)], 2);
        }
        let date = told
            .date
            .as_deref()
            .copied()
            .filter(|date| Some(*date) != event.date);
        let (sign, role) = if date.is_some() {
            ("≠ ", Role::Warning)
        } else {
            ("= ", Role::Dim)
        };
        let said = human(date.or(event.date));
        page.indented(2, &[(role, sign), (Role::Date, &said)], 4);
        if told.status != event.status && told.status != Status::PastReference {
            page.indented(
                2,
                &[(Role::Warning, "≠ "), (Role::Planned, told.status.name())],
                4,
            );
        }
        if told.scope == Scope::Partial {
            page.indented(
                2,
                &[(Role::Warning, "~ "), (Role::Dim, "supports part of it")],
                4,
            );
        }
        if let Some(quote) = chronicle.quote(told) {
            let quote = format!(
                "“{}”",
                quote.split_whitespace().collect::<Vec<_>>().join(" ")
            );
            page.indented(2, &[(Role::Quote, &quote)], 3);
        }
        if let Some(note) = &told.note {
            page.indented(2, &[(Role::Dim, note)], 2);
        }
        if let Some(url) = chronicle.url(told) {
            page.link(2, url);
        }
    }
    page.finish()
}
