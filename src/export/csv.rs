//! A table (RFC 4180). Every cell is quoted, and one that a spreadsheet would take for a formula
//! begins with an apostrophe (OWASP, "CSV injection").

use super::{Brief, citation};

const HEADER: [&str; 15] = [
    "id",
    "date",
    "first",
    "last",
    "title",
    "summary",
    "kind",
    "status",
    "countries",
    "participants",
    "places",
    "topics",
    "sources",
    "confidence",
    "unsourced",
];

pub(super) fn write(brief: &Brief<'_>) -> String {
    let chronicle = brief.chronicle;
    let mut out = row(HEADER.iter().copied());
    for event in brief.events() {
        let range = event.range();
        let people = chronicle.people(&event);
        let places = chronicle.place_names(&event);
        let topics: Vec<&str> = event
            .topics
            .iter()
            .map(|t| chronicle.gazetteer().topic(*t).name.as_str())
            .collect();
        let sources: Vec<String> = event
            .attestations
            .iter()
            .map(|a| citation::with_link(chronicle, a))
            .collect();
        let cells = [
            event.key.to_string(),
            event.date.map(|date| date.to_string()).unwrap_or_default(),
            range
                .map(|range| range.first().to_string())
                .unwrap_or_default(),
            range
                .map(|range| range.last().to_string())
                .unwrap_or_default(),
            event.title.to_string(),
            event.summary.to_string(),
            event.kind.name().to_owned(),
            event.status.name().to_owned(),
            chronicle
                .country_codes(&event)
                .collect::<Vec<_>>()
                .join("; "),
            people.join("; "),
            places.join("; "),
            topics.join("; "),
            sources.join("; "),
            event.confidence.name().to_owned(),
            chronicle.is_unsourced(&event).to_string(),
        ];
        out.push_str(&row(cells.iter().map(String::as_str)));
    }
    out
}

fn row<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(text: &str) -> String {
    // A spreadsheet where full-width signs are typed may take them for the plain ones.
    let formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let guard = if formula { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
