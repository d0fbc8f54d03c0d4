//! Rows of tables as events: they were given, not read.

use super::Annotators;
use super::assemble::key;
use crate::chronicle::{Attestation, Event, Participant, PlaceRef, SourceRef, Status, Who};
use crate::document::{DocId, Document, EventRow, Origin};
use crate::gazetteer::Gazetteer;
use crate::record::{Confidence, CountryRow, Kind, Scope};

/// The events of rows. Each file of rows becomes a document of its own, added to `documents`, so
/// that its events have a source.
pub(super) fn events(
    rows: &[EventRow],
    annotators: &Annotators<'_>,
    documents: &mut Vec<Document>,
) -> Vec<Event> {
    let mut found = Vec::with_capacity(rows.len());
    let mut source: Option<(Origin, DocId)> = None;
    for row in rows {
        let file = match &row.origin {
            Origin::File(path, _) => Origin::File(path.clone(), None),
            other => other.clone(),
        };
        let doc = match &source {
            Some((known, doc)) if *known == file => *doc,
            _ => {
                let doc = DocId(documents.len() as u32);
                documents.push(table(&file));
                source = Some((file, doc));
                doc
            }
        };
        found.push(event(row, doc, annotators));
    }
    found
}

/// A document that stands for a table.
fn table(origin: &Origin) -> Document {
    let title = match origin {
        Origin::File(path, _) => path.file_name().map_or_else(String::new, |name| {
            crate::text::clean_line(&name.to_string_lossy())
        }),
        Origin::Stdin => "standard input".to_owned(),
        Origin::BuiltIn(name) => name.clone(),
    };
    Document {
        origin: origin.clone(),
        title,
        publisher: None,
        url: None,
        dct: None,
        language: None,
        text: String::new(),
        blocks: Vec::new(),
    }
}

fn event(row: &EventRow, doc: DocId, annotators: &Annotators<'_>) -> Event {
    let gazetteer = annotators.gazetteer;
    let mut countries: Vec<CountryRow> = row
        .countries
        .iter()
        .filter_map(|name| country(name, annotators))
        .collect();
    let participants: Vec<Participant> = row
        .participants
        .iter()
        .map(|person| Participant {
            who: official(&person.name, annotators),
            role: person.role.clone().map(Into::into),
            country: person
                .country
                .as_deref()
                .and_then(|name| country(name, annotators)),
        })
        .map(|person| with_country(person, gazetteer))
        .collect();
    for country in participants.iter().filter_map(|p| p.country) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    let locator = row
        .line
        .map_or_else(String::new, |line| format!("line {line}"));
    let mut event = Event {
        key: row.id.clone().unwrap_or_default().into(),
        date: row.date,
        kind: row.kind.as_deref().map_or(Kind::Other, kind),
        status: row.status.as_deref().map_or(Status::Held, status),
        title: row.title.clone().into(),
        summary: row.summary.clone().into(),
        countries,
        participants,
        places: row
            .places
            .iter()
            .map(|name| place(name, annotators))
            .collect(),
        topics: topics(row, gazetteer),
        confidence: Confidence::High,
        inferred: Vec::new(),
        attestations: vec![Attestation {
            source: SourceRef::Document(doc),
            locator: row
                .sources
                .first()
                .and_then(|s| s.locator.clone())
                .unwrap_or(locator)
                .into(),
            url: row
                .sources
                .first()
                .and_then(|s| s.url.clone())
                .map(Into::into),
            date: None,
            status: row.status.as_deref().map_or(Status::Held, status),
            scope: Scope::Full,
            note: row
                .sources
                .first()
                .map(|s| s.title.clone())
                .filter(|t| !t.is_empty())
                .map(Into::into),
            evidence: None,
        }],
        takes_office: None,
    };
    if event.key.is_empty() {
        event.key = key(&event, gazetteer).into();
    }
    event
}

fn with_country(mut person: Participant, gazetteer: Gazetteer) -> Participant {
    if let (Who::Official(row), None) = (&person.who, person.country) {
        person.country = Some(gazetteer.official(*row).country);
    }
    person
}

fn official(name: &str, annotators: &Annotators<'_>) -> Who {
    let mentions = annotators.matcher.mentions(name);
    let known = mentions
        .iter()
        .find(|m| m.span.len() == name.trim().len() && m.meaning.officials.len() == 1);
    match known {
        Some(mention) => Who::Official(mention.meaning.officials[0]),
        None => Who::Named(name.to_owned().into()),
    }
}

fn country(name: &str, annotators: &Annotators<'_>) -> Option<CountryRow> {
    annotators.gazetteer.country_by_code(name).or_else(|| {
        let mentions = annotators.matcher.mentions(name);
        mentions
            .iter()
            .find_map(|m| m.meaning.country)
            .map(|(row, _)| row)
    })
}

fn place(name: &str, annotators: &Annotators<'_>) -> PlaceRef {
    let mentions = annotators.matcher.mentions(name);
    let known = mentions
        .iter()
        .find(|m| m.span.len() == name.trim().len())
        .and_then(|m| m.meaning.place);
    known.map_or_else(|| PlaceRef::Named(name.to_owned().into()), PlaceRef::Known)
}

fn topics(row: &EventRow, gazetteer: Gazetteer) -> Vec<crate::record::TopicRow> {
    let wanted = |topic: &crate::record::Topic<'_>| {
        row.topics.iter().any(|name| {
            topic.name.eq_ignore_ascii_case(name) || topic.id.eq_ignore_ascii_case(name)
        })
    };
    (0u32..)
        .zip(&gazetteer.names().topics)
        .filter(|(_, topic)| wanted(topic))
        .map(|(at, _)| crate::record::TopicRow(at))
        .collect()
}

/// A kind by the name that the exports write; `other` for anything else.
fn kind(name: &str) -> Kind {
    Kind::ALL
        .into_iter()
        .find(|kind| kind.name().eq_ignore_ascii_case(name.trim()))
        .unwrap_or(Kind::Other)
}

fn status(name: &str) -> Status {
    Status::ALL
        .into_iter()
        .find(|status| status.name().eq_ignore_ascii_case(name.trim()))
        .unwrap_or(Status::Held)
}
