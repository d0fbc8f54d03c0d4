//! `linchpin extract`: the events that documents alone tell, without the record.

use serde::Serialize;

use super::args::Extract;
use super::output::Elements;
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
struct EventJson<'a> {
    doc: &'a str,
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
struct OfficialJson<'a> {
    doc: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct DocJson<'a> {
    doc: &'a str,
    title: &'a str,
    dct: Option<String>,
    dct_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<&'a str>,
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
    let mut written = if args.json {
        Answer::begin(out)
    } else {
        Ok(())
    };
    load_parts(&roots, &options, &(), &|(), _| (), &mut |part| {
        let files = part.report.files.into_iter();
        odd.files.extend(files.filter(super::check::is_odd));
        let read = extracted(&part.documents, &annotators);
        something |= read.iter().any(|document| !document.events.is_empty());
        for (found, document) in read.iter().zip(&part.documents) {
            if written.is_err() {
                break;
            }
            written = if args.json {
                answer.add(found, document, gazetteer, out)
            } else {
                lines(found, document, args.explain, out)
            };
        }
    });
    super::check::tell(&odd);
    recalled.save();
    written?;
    if args.json {
        answer.end(out)?;
    }
    Ok(Exit::found(something))
}

/// The one JSON value, of which the events are written as they are found: there may be more of them than
/// fit in memory. The lists that follow them wait as they will be written.
#[derive(Default)]
struct Answer {
    events: Elements,
    officials: Elements,
    docs: Elements,
}

impl Answer {
    fn begin(out: &mut Output) -> Result<(), Error> {
        out.raw(format!("{{\n  \"schema\": {SCHEMA},\n  \"events\": ").as_bytes())
    }

    /// Adds what one document tells.
    fn add(
        &mut self,
        found: &ReadDocument,
        document: &Document,
        gazetteer: Gazetteer,
        out: &mut Output,
    ) -> Result<(), Error> {
        let doc = name(&document.origin);
        for event in &found.events {
            self.events
                .add(&event_json(event, &doc, document, gazetteer))?;
        }
        for name in &found.officials {
            self.officials.add(&OfficialJson { doc: &doc, name })?;
        }
        self.docs.add(&DocJson {
            doc: &doc,
            title: &document.title,
            dct: found.dct.as_ref().map(|dct| dct.date.to_string()),
            dct_from: found.dct.as_ref().map(|dct: &Dct| dct.origin.describe()),
            unread: found.unread.as_deref(),
        })?;
        self.events.write(out)
    }

    fn end(mut self, out: &mut Output) -> Result<(), Error> {
        self.events.end(out)?;
        out.raw(b",\n  \"officials\": ")?;
        self.officials.end(out)?;
        out.raw(b",\n  \"docs\": ")?;
        self.docs.end(out)?;
        out.raw(b"\n}\n")
    }
}

fn event_json<'a>(
    event: &Event,
    doc: &'a str,
    document: &Document,
    gazetteer: Gazetteer,
) -> EventJson<'a> {
    let evidence = event.attestations.first().and_then(|a| a.evidence.as_ref());
    let words = |span: crate::text::Span| span.of(&document.text).to_owned();
    let codes = Codes::of(event, gazetteer);
    EventJson {
        doc,
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

/// The file that a document is from, without its ending; the item's number behind it where a file has several.
pub(super) fn name(origin: &Origin) -> String {
    match origin {
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
    out.line(&format!("{}  ({written})", name(&document.origin)))?;
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
