//! Rows of tables as events: they were given, not read.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use smallvec::{SmallVec, smallvec};

use super::Annotators;
use super::assemble::key;
use crate::chronicle::{
    Attestation, Event, Packed, Participant, PlaceRef, SourceRef, SourceRow, Status, TopicRow, Who,
};
use crate::document::{
    DocId, Document, Documents, EventRow, Origin, RowParticipant, RowSource, Table,
};
use crate::gazetteer::Gazetteer;
use crate::record::{Confidence, CountryRow, Kind, Str};

/// So many different names are remembered; a longer list is looked up name by name.
const MOST_NAMES: usize = 1 << 16;
/// Sources of one row that are kept.
const MOST_SOURCES: usize = 100;

/// Makes events of rows, one by one, from any thread.
///
/// A table names the same people and places again and again: each name is looked up once, and kept
/// once.
pub struct RowReader<'a> {
    annotators: &'a Annotators<'a>,
    names: Mutex<Names>,
}

#[derive(Default)]
struct Names {
    people: HashMap<Box<str>, Who>,
    places: HashMap<Box<str>, PlaceRef>,
    countries: HashMap<Box<str>, Option<CountryRow>>,
    words: HashMap<Box<str>, Str<'static>>,
}

impl std::fmt::Debug for RowReader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RowReader").finish_non_exhaustive()
    }
}

/// The events of tables, table by table. Each becomes a document of its own, added to `documents`,
/// so that its events have a source.
pub(super) fn events(
    tables: Vec<Table<Packed>>,
    documents: &mut Documents,
) -> impl Iterator<Item = Packed> {
    let first = documents.len() as u32;
    documents.extend(tables.iter().map(|table| stand_in(&table.origin)));
    (first..)
        .zip(tables)
        .map(|(doc, table)| table.rows.told_by(DocId(doc)))
}

/// Rows by the file that they stand in.
pub(super) fn tables(rows: &[EventRow<'_>], annotators: &Annotators<'_>) -> Vec<Table<Packed>> {
    let reader = RowReader::new(annotators);
    let mut tables: Vec<Table<Packed>> = Vec::new();
    for row in rows {
        let file = match &row.origin {
            Origin::File(path, _) => Origin::File(Arc::clone(path), None),
            other => other.clone(),
        };
        let event = reader.event(row);
        if let Some(table) = tables.last_mut().filter(|table| table.origin == file) {
            table.rows.push(event);
        } else {
            tables.push(Table {
                origin: file,
                rows: Packed::from_iter([event]),
            });
        }
    }
    tables
}

/// A document that stands for a table.
fn stand_in(origin: &Origin) -> Document {
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
        people: Vec::new(),
        text: String::new(),
        blocks: Vec::new(),
    }
}

impl<'a> RowReader<'a> {
    /// A reader that knows no name yet.
    pub fn new(annotators: &'a Annotators<'a>) -> Self {
        Self {
            annotators,
            names: Mutex::default(),
        }
    }

    /// Reads a row and adds its event to those of its table. The document that stands for the table
    /// is not known before all files are read.
    pub fn read(&self, table: &mut Packed, row: &EventRow<'_>) {
        table.push(self.event(row));
    }

    fn event(&self, row: &EventRow<'_>) -> Event {
        let annotators = self.annotators;
        let gazetteer = annotators.gazetteer;
        // What was remembered by a thread that panicked is as good as ever.
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let names = &mut *names;
        let mut countries: SmallVec<[CountryRow; 4]> = row
            .countries
            .iter()
            .filter_map(|name| names.country(name, annotators))
            .collect();
        let participants: Vec<Participant> = row
            .participants
            .iter()
            .map(|person| names.participant(person, annotators))
            .collect();
        let told = !countries.is_empty();
        for country in participants.iter().filter_map(|p| p.state(gazetteer)) {
            if !told && !countries.contains(&country) {
                countries.push(country);
            }
        }
        let places = row
            .places
            .iter()
            .map(|name| names.place(name, annotators))
            .collect();
        let status = row.status.as_deref().map_or(Status::Held, status);
        let attestations = match uncited(gazetteer).filter(|_| row.unsourced) {
            Some(source) => smallvec![Attestation::by(SourceRef::Record(source), status)],
            None if row.sources.is_empty() => smallvec![Attestation {
                line: row.line,
                ..Attestation::by(Packed::TELLER, status)
            }],
            None => {
                let sources = row.sources.iter().take(MOST_SOURCES);
                sources
                    .map(|source| names.told(source, row.line, status))
                    .collect()
            }
        };
        let mut event = Event {
            key: own(row.id.as_deref().unwrap_or_default()),
            date: row.date,
            kind: row.kind.as_deref().map_or(Kind::Other, kind),
            status,
            title: own(&row.title),
            summary: own(&row.summary),
            countries,
            participants,
            places,
            topics: topics(&row.topics, gazetteer),
            confidence: row
                .confidence
                .as_deref()
                .map_or(Confidence::High, confidence),
            inferred: Vec::new(),
            attestations,
            takes_office: None,
        };
        if event.key.is_empty() {
            event.key = key(&event, gazetteer).into();
        }
        event
    }
}

/// A text of its own.
fn own(text: &str) -> Str<'static> {
    text.to_owned().into()
}

/// What is known of a key, looked up and remembered if there is room.
fn known<V: Clone>(
    map: &mut HashMap<Box<str>, V>,
    name: &str,
    look_up: impl FnOnce(&str) -> V,
) -> V {
    if let Some(value) = map.get(name) {
        return value.clone();
    }
    let value = look_up(name);
    if map.len() < MOST_NAMES {
        map.insert(name.into(), value.clone());
    }
    value
}

impl Names {
    fn participant(
        &mut self,
        person: &RowParticipant<'_>,
        annotators: &Annotators<'_>,
    ) -> Participant {
        let who = known(&mut self.people, &person.name, |name| {
            official(name, annotators)
        });
        let country = person.country.as_deref();
        let country = country.and_then(|name| self.country(name, annotators));
        let role = person.role.as_deref().map(|role| self.word(role));
        Participant { who, role, country }
    }

    fn country(&mut self, name: &str, annotators: &Annotators<'_>) -> Option<CountryRow> {
        known(&mut self.countries, name, |name| country(name, annotators))
    }

    fn place(&mut self, name: &str, annotators: &Annotators<'_>) -> PlaceRef {
        known(&mut self.places, name, |name| place(name, annotators))
    }

    /// What a source that a row names says: its title and its words stay with it as a note.
    fn told(&mut self, source: &RowSource<'_>, line: Option<u32>, status: Status) -> Attestation {
        let note = match source.quote.as_deref().filter(|quote| !quote.is_empty()) {
            Some(quote) => Some(format!("{}: “{quote}”", source.title).into()),
            None => (!source.title.is_empty()).then(|| self.word(&source.title)),
        };
        Attestation {
            line: line.filter(|_| source.locator.is_none()),
            locator: own(source.locator.as_deref().unwrap_or_default()),
            url: source.url.as_deref().map(own),
            note,
            ..Attestation::by(Packed::TELLER, status)
        }
    }

    /// Words that many rows have: an office, the title of a source.
    fn word(&mut self, word: &str) -> Str<'static> {
        known(&mut self.words, word, Str::shared)
    }
}

/// The source that stands for having none.
fn uncited(gazetteer: Gazetteer) -> Option<SourceRow> {
    let sources = &gazetteer.names().sources;
    let at = sources.iter().position(|source| source.uncited)?;
    u32::try_from(at).ok().map(SourceRow)
}

fn confidence(name: &str) -> Confidence {
    let all = [Confidence::Low, Confidence::Medium, Confidence::High];
    all.into_iter()
        .find(|confidence| confidence.name().eq_ignore_ascii_case(name.trim()))
        .unwrap_or(Confidence::High)
}

fn official(name: &str, annotators: &Annotators<'_>) -> Who {
    let mentions = annotators.matcher.mentions(name);
    let known = mentions
        .iter()
        .find(|m| m.span.len() == name.trim().len() && m.meaning.officials.len() == 1);
    match known {
        Some(mention) => Who::Official(mention.meaning.officials[0]),
        None => Who::Named(Str::shared(name)),
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
    known.map_or_else(|| PlaceRef::Named(Str::shared(name)), PlaceRef::Known)
}

fn topics(named: &[Cow<'_, str>], gazetteer: Gazetteer) -> Vec<TopicRow> {
    if named.is_empty() {
        return Vec::new();
    }
    let wanted = |topic: &crate::record::Topic<'_>| {
        named.iter().any(|name| {
            topic.name.eq_ignore_ascii_case(name) || topic.id.eq_ignore_ascii_case(name)
        })
    };
    (0u32..)
        .zip(&gazetteer.names().topics)
        .filter(|(_, topic)| wanted(topic))
        .map(|(at, _)| TopicRow(at))
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
