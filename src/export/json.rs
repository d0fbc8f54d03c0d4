//! Events as scripts see them: a stable shape, versioned by [`SCHEMA`].

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use super::Brief;
use crate::chronicle::{Attestation, Chronicle, Codes, Event, Participant, SourceRef, Who};
use crate::time::DateRange;

/// The version of every JSON object that the program prints. It grows when a field changes its
/// meaning or goes; new fields do not change it.
pub const SCHEMA: u32 = 1;

/// An event.
#[derive(Debug, Clone, Serialize)]
pub struct EventJson<'a> {
    /// The stable key.
    pub id: &'a str,
    /// EDTF, or null.
    pub date: Option<String>,
    /// First possible day, or null.
    pub first: Option<String>,
    /// Last possible day, or null.
    pub last: Option<String>,
    /// One line.
    pub title: &'a str,
    /// A few sentences.
    pub summary: &'a str,
    /// What sort of happening.
    pub kind: &'static str,
    /// Whether it happened.
    pub status: &'static str,
    /// The CAMEO code of its kind and status, or null.
    pub cameo: Option<&'static str>,
    /// The PLOVER type of its kind and status, or null.
    pub plover: Option<&'static str>,
    /// Two-letter codes.
    pub countries: Vec<&'static str>,
    /// Who took part.
    pub participants: Vec<ParticipantJson<'a>>,
    /// Names of places.
    pub places: Vec<&'a str>,
    /// Names of topics.
    pub topics: Vec<&'static str>,
    /// Who says so.
    pub sources: Vec<SourceJson<'a>>,
    /// Whether no source stands behind it.
    pub unsourced: bool,
    /// How sure: high, medium or low.
    pub confidence: &'static str,
    /// What was inferred, from what.
    pub inferred: Vec<String>,
    /// How a search found it; null outside a search.
    pub tier: Option<&'static str>,
    /// How well it fits the search; null outside a search.
    pub score: Option<i64>,
}

/// One who took part.
#[derive(Debug, Clone, Serialize)]
pub struct ParticipantJson<'a> {
    /// The official's stable id, or null for someone the gazetteer does not have.
    pub id: Option<&'static str>,
    /// The name.
    pub name: &'a str,
    /// The office on the days of the event, or the role that the source gives.
    pub role: Option<Cow<'a, str>>,
    /// Two-letter code of the country.
    pub country: Option<&'static str>,
}

/// Who says so.
#[derive(Debug, Clone, Serialize)]
pub struct SourceJson<'a> {
    /// The source's stable id; for a document, where it was read from.
    pub id: String,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Where in it.
    pub locator: Cow<'a, str>,
    /// The sentence, for what was read from a document.
    pub quote: Option<&'a str>,
    /// A link.
    pub url: Option<&'a str>,
}

impl<'a> EventJson<'a> {
    /// The event as it is outside a search.
    pub fn new(chronicle: &'a Chronicle, event: &'a Event) -> Self {
        let gazetteer = chronicle.gazetteer();
        let range = event.range();
        let codes = Codes::of(event, gazetteer);
        Self {
            id: &event.key,
            date: event.date.map(|date| date.to_string()),
            first: range.map(DateRange::first).map(|date| date.to_string()),
            last: range.map(DateRange::last).map(|date| date.to_string()),
            title: &event.title,
            summary: &event.summary,
            kind: event.kind.name(),
            status: event.status.name(),
            cameo: codes.cameo,
            plover: codes.plover,
            countries: chronicle.country_codes(event).collect(),
            participants: event
                .participants
                .iter()
                .map(|participant| ParticipantJson::new(chronicle, event, participant))
                .collect(),
            places: event
                .places
                .iter()
                .map(|place| chronicle.place_name(place))
                .collect(),
            topics: event
                .topics
                .iter()
                .map(|row| gazetteer.topic(*row).name.as_str())
                .collect(),
            sources: event
                .attestations
                .iter()
                .map(|attestation| SourceJson::new(chronicle, attestation))
                .collect(),
            unsourced: chronicle.is_unsourced(event),
            confidence: event.confidence.name(),
            inferred: event
                .inferred
                .iter()
                .map(|inferred| format!("{}: {}", inferred.field.name(), inferred.from))
                .collect(),
            tier: None,
            score: None,
        }
    }
}

impl<'a> ParticipantJson<'a> {
    fn new(chronicle: &'a Chronicle, event: &Event, participant: &'a Participant) -> Self {
        let gazetteer = chronicle.gazetteer();
        let id = match &participant.who {
            Who::Official(row) => Some(gazetteer.official(*row).id.as_str()),
            Who::Named(_) => None,
        };
        Self {
            id,
            name: chronicle.name(participant),
            role: chronicle.role(participant, event),
            country: participant
                .state(gazetteer)
                .map(|row| gazetteer.country(row).code.as_str()),
        }
    }
}

impl<'a> SourceJson<'a> {
    fn new(chronicle: &'a Chronicle, attestation: &'a Attestation) -> Self {
        let id = match attestation.source {
            SourceRef::Record(row) => chronicle.gazetteer().source(row).id.to_string(),
            SourceRef::Document(doc) => chronicle
                .document(doc)
                .map_or_else(String::new, |document| document.origin().to_string()),
        };
        Self {
            id,
            title: chronicle.source_title(attestation),
            locator: attestation.place(),
            quote: chronicle.quote(attestation),
            url: chronicle.url(attestation),
        }
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    schema: u32,
    title: &'a str,
    as_of: String,
    coverage: &'a str,
    events: Events<'a>,
}

/// The events of a brief, each made when it is written.
struct Events<'a>(&'a Brief<'a>);

impl Serialize for Events<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let chronicle = self.0.chronicle;
        let told = self.0.events().map(|event| Told { chronicle, event });
        serializer.collect_seq(told)
    }
}

struct Told<'a> {
    chronicle: &'a Chronicle,
    event: Cow<'a, Event>,
}

impl Serialize for Told<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        EventJson::new(self.chronicle, &self.event).serialize(serializer)
    }
}

#[derive(Serialize)]
struct Line<'a> {
    schema: u32,
    #[serde(flatten)]
    event: EventJson<'a>,
}

pub(super) fn write(brief: &Brief<'_>) -> String {
    let envelope = Envelope {
        schema: SCHEMA,
        title: brief.title,
        as_of: brief.as_of.to_string(),
        coverage: brief.coverage,
        events: Events(brief),
    };
    let mut text = serde_json::to_string_pretty(&envelope)
        .expect("strings, numbers and lists of them have a form in JSON");
    text.push('\n');
    text
}

pub(super) fn write_lines(brief: &Brief<'_>) -> String {
    let mut text = String::new();
    for event in brief.events() {
        let line = Line {
            schema: SCHEMA,
            event: EventJson::new(brief.chronicle, &event),
        };
        text += &serde_json::to_string(&line)
            .expect("strings, numbers and lists of them have a form in JSON");
        text.push('\n');
    }
    text
}
