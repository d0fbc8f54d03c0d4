//! `linchpin extract`: the events that documents alone tell, without the record.

use serde::Serialize;

use super::args::Extract;
use super::{Exit, Output};
use crate::chronicle::{Codes, Event, PlaceRef, Who};
use crate::compile::{Annotators, ReadDocument, extracted};
use crate::document::{Dct, Document, Origin};
use crate::error::Error;
use crate::export::SCHEMA;
use crate::gazetteer::Gazetteer;
use crate::load::{LoadReport, Root, load_parts};
use crate::open::{Recalled, own_options};
use crate::record;
use crate::text::clean_line;
use crate::timex::TemporalTagger;

#[derive(Serialize)]
struct Answer {
    schema: u32,
    events: Vec<EventJson>,
    officials: Vec<OfficialJson>,
    docs: Vec<DocJson>,
}

#[derive(Serialize)]
struct EventJson {
    doc: String,
    date: Option<String>,
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cameo: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plover: Option<&'static str>,
    title: String,
    participants: Vec<String>,
    places: Vec<String>,
    countries: Vec<String>,
    confidence: &'static str,
    quote: String,
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timex: Option<String>,
    because: Vec<String>,
}

#[derive(Serialize)]
struct OfficialJson {
    doc: String,
    name: String,
}

#[derive(Serialize)]
struct DocJson {
    doc: String,
    title: String,
    dct: Option<String>,
    dct_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<String>,
}

pub(super) fn run(args: &Extract, out: &mut Output) -> Result<Exit, Error> {
    let roots: Vec<Root> = args.paths.iter().map(Root::from_argument).collect();
    let options = own_options();
    let gazetteer = Gazetteer::new(record::names());
    let tagger = TemporalTagger::default();
    let recalled = Recalled::of(&options);
    let annotators = Annotators::new(gazetteer, &tagger).remembering(recalled.memory());
    let mut odd = LoadReport::default();
    let mut answer = Answer::default();
    let mut something = false;
    let mut written = Ok(());
    load_parts(&roots, &options, &(), &|(), _| (), &mut |part| {
        let files = part.report.files.into_iter();
        odd.files.extend(files.filter(super::check::is_odd));
        let read = extracted(&part.documents, &annotators);
        something |= read.iter().any(|document| !document.events.is_empty());
        for (found, document) in read.iter().zip(&part.documents) {
            if args.json {
                answer.add(found, document, gazetteer);
            } else if written.is_ok() {
                written = lines(found, document, args.explain, out);
            }
        }
    });
    super::check::tell(&odd);
    recalled.save();
    written?;
    if args.json {
        out.json(&answer)?;
    }
    Ok(Exit::found(something))
}

impl Default for Answer {
    fn default() -> Self {
        Self {
            schema: SCHEMA,
            events: Vec::new(),
            officials: Vec::new(),
            docs: Vec::new(),
        }
    }
}

impl Answer {
    /// Adds what one document tells.
    fn add(&mut self, found: &ReadDocument, document: &Document, gazetteer: Gazetteer) {
        let doc = name(document);
        let events = found.events.iter();
        self.events
            .extend(events.map(|event| event_json(event, &doc, document, gazetteer)));
        let officials = found.officials.iter();
        self.officials.extend(officials.map(|name| OfficialJson {
            doc: doc.clone(),
            name: name.clone(),
        }));
        self.docs.push(DocJson {
            doc,
            title: document.title.clone(),
            dct: found.dct.as_ref().map(|dct| dct.date.to_string()),
            dct_from: found.dct.as_ref().map(|dct: &Dct| dct.origin.describe()),
            unread: found.unread.clone(),
        });
    }
}

fn event_json(event: &Event, doc: &str, document: &Document, gazetteer: Gazetteer) -> EventJson {
    let evidence = event.attestations.first().and_then(|a| a.evidence.as_ref());
    let words = |span: crate::text::Span| span.of(&document.text).to_owned();
    let codes = Codes::of(event, gazetteer);
    EventJson {
        doc: doc.to_owned(),
        date: event.date.map(|date| date.to_string()),
        kind: event.kind.name(),
        status: event.status.name(),
        cameo: codes.cameo,
        plover: codes.plover,
        title: event.title.to_string(),
        participants: event
            .participants
            .iter()
            .map(|p| match &p.who {
                Who::Official(row) => gazetteer.official(*row).name.to_string(),
                Who::Named(name) => name.to_string(),
            })
            .collect(),
        places: event
            .places
            .iter()
            .map(|place| match place {
                PlaceRef::Known(row) => gazetteer.place(*row).name.to_string(),
                PlaceRef::Named(name) => name.to_string(),
            })
            .collect(),
        countries: event
            .countries
            .iter()
            .map(|&row| country(row, event, gazetteer))
            .collect(),
        confidence: event.confidence.name(),
        quote: evidence.map_or_else(String::new, |e| words(e.sentence)),
        rule: evidence.map_or_else(String::new, |e| e.rule.to_string()),
        trigger: evidence.and_then(|e| e.trigger).map(words),
        timex: evidence.and_then(|e| e.timex).map(words),
        because: evidence.map_or_else(Vec::new, |e| e.because.clone()),
    }
}

/// A country's name on the day of an event: there was one Korea before 1948.
pub(super) fn country(
    row: crate::record::CountryRow,
    event: &Event,
    gazetteer: Gazetteer,
) -> String {
    let country = gazetteer.country(row);
    let old = event
        .range()
        .is_some_and(|range| range.last().year() < 1948);
    if old && country.code == "KR" {
        "Korea".to_owned()
    } else {
        country.name.to_string()
    }
}

/// The file of a document without its ending; the item's number behind it where a file has several.
pub(super) fn name(document: &Document) -> String {
    match &document.origin {
        Origin::File(path, item) => {
            let stem = path
                .file_stem()
                .map_or_else(String::new, |stem| clean_line(&stem.to_string_lossy()));
            match item {
                Some(item) if *item > 1 => format!("{stem}#{item}"),
                _ => stem,
            }
        }
        Origin::Stdin => "-".to_owned(),
        Origin::BuiltIn(name) => name.clone(),
    }
}

fn lines(
    found: &ReadDocument,
    document: &Document,
    explain: bool,
    out: &mut Output,
) -> Result<(), Error> {
    let written = found.dct.as_ref().map_or_else(
        || "undated".to_owned(),
        |dct| format!("{}, from {}", dct.date.human(), dct.origin.describe()),
    );
    out.line(&format!("{}  ({written})", name(document)))?;
    if let Some(why) = &found.unread {
        out.line(&format!("  {why}"))?;
    }
    for event in &found.events {
        let date = event
            .date
            .map_or_else(|| "undated".to_owned(), |date| date.to_string());
        out.line(&format!(
            "  {date}  {}  {}  {}",
            event.kind.name(),
            event.status.name(),
            event.title
        ))?;
        if !explain {
            continue;
        }
        for evidence in event
            .attestations
            .iter()
            .filter_map(|a| a.evidence.as_ref())
        {
            out.line(&format!(
                "      “{}”",
                clean_line(evidence.sentence.of(&document.text))
            ))?;
            let trigger = evidence.trigger.map_or("", |span| span.of(&document.text));
            out.line(&format!(
                "      rule: {}; trigger: “{}”",
                evidence.rule,
                clean_line(trigger)
            ))?;
            for reason in &evidence.because {
                out.line(&format!("      because {reason}"))?;
            }
        }
    }
    Ok(())
}
