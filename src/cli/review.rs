//! `linchpin review`: what is left to judge, and what was judged, as test cases.
//!
//! The JSON has one object for each document, in the form of labelled documents: events that the
//! user accepted or corrected, as they should be read, and those that are none. A document is
//! `partial`, since nobody says that all of its events were looked at.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::Review;
use super::extract::{country, name};
use super::{Exit, Output, exit, opened};
use crate::app::review::queue;
use crate::chronicle::{Chronicle, Event, PlaceRef, SourceRef};
use crate::document::{DocId, DocumentRef};
use crate::error::Error;
use crate::export::{SCHEMA, line};
use crate::notes::{Notes, OfEvent};
use crate::open::{Opened, With, open, own_options};
use crate::text::clean_line;

#[derive(Serialize)]
struct Answer {
    schema: u32,
    left: usize,
    docs: Vec<Case>,
}

#[derive(Serialize)]
struct Case {
    doc: DocJson,
    events: Vec<EventJson>,
    rejected: Vec<EventJson>,
    officials: Vec<Named>,
}

#[derive(Serialize)]
struct DocJson {
    id: String,
    title: String,
    dct: Option<String>,
    partial: bool,
}

#[derive(Serialize)]
struct EventJson {
    id: String,
    date: Option<String>,
    kind: &'static str,
    status: &'static str,
    participants: Vec<Named>,
    places: Vec<String>,
    countries: Vec<String>,
    evidence: Evidence,
    optional: bool,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Named {
    name: String,
    named: bool,
}

#[derive(Serialize)]
struct Evidence {
    byte_start: u32,
    byte_end: u32,
    text: String,
}

pub(super) fn run(args: &Review, out: &mut Output) -> Result<Exit, Error> {
    let roots = opened::roots(&args.paths, With::Record);
    let Opened { chronicle, report } = open(&roots, With::Record, &own_options(), &());
    super::check::tell(&report.only(super::check::is_odd));
    let notes = opened::notes()?;
    let left = queue(&chronicle, &notes);
    let cases = cases(&chronicle, &notes);
    let something = !left.is_empty() || !cases.is_empty();
    if args.json {
        out.json(&Answer {
            schema: SCHEMA,
            left: left.len(),
            docs: cases,
        })?;
    } else {
        for id in &left {
            let event = chronicle.event(*id);
            out.line(&line(&chronicle, event))?;
            let first = event.attestations.first();
            if let Some(quote) = first.and_then(|told| chronicle.quote(told)) {
                out.line(&format!("    “{}”", clean_line(quote)))?;
            }
        }
        let judged: usize = cases
            .iter()
            .map(|case| case.events.len() + case.rejected.len())
            .sum();
        exit::remark(&format!("{} left to judge, {judged} judged", left.len()));
    }
    Ok(Exit::found(something))
}

fn cases(chronicle: &Chronicle, notes: &Notes) -> Vec<Case> {
    let mut by_document: BTreeMap<DocId, Case> = BTreeMap::new();
    for event in chronicle.events() {
        let Some(kept) = notes
            .of(&event.key)
            .filter(|kept| kept.accepted || kept.corrects())
        else {
            continue;
        };
        for told in &event.attestations {
            let (SourceRef::Document(doc), Some(evidence)) = (told.source, &told.evidence) else {
                continue;
            };
            let Some(document) = chronicle.document(doc) else {
                continue;
            };
            let case = by_document.entry(doc).or_insert_with(|| case(document));
            let text = evidence.sentence.of(document.text).to_owned();
            let evidence = Evidence {
                byte_start: evidence.sentence.start,
                byte_end: evidence.sentence.end,
                text,
            };
            let split = kept.split.contains(&chronicle.source_key(told));
            let json = event_json(chronicle, &event, kept, evidence, split);
            // A second sentence of one document tells the same event again.
            let known = |event: &EventJson| event.id == json.id;
            if kept.hidden {
                case.rejected.push(json);
            } else if !case.events.iter().any(known) {
                case.events.push(json);
            }
        }
    }
    by_document.into_values().collect()
}

fn case(document: DocumentRef<'_>) -> Case {
    Case {
        doc: DocJson {
            id: name(&document.origin()),
            title: document.title().into_owned(),
            dct: document.dct().map(|dct| dct.date.to_string()),
            partial: true,
        },
        events: Vec::new(),
        rejected: Vec::new(),
        officials: Vec::new(),
    }
}

fn event_json(
    chronicle: &Chronicle,
    event: &Event,
    kept: &OfEvent,
    evidence: Evidence,
    split: bool,
) -> EventJson {
    let gazetteer = chronicle.gazetteer();
    let right = kept.right_date().filter(|_| !split);
    EventJson {
        id: if split {
            format!("{}~split", event.key)
        } else {
            event.key.to_string()
        },
        date: right.or(event.date).map(|date| date.to_string()),
        kind: event.kind.name(),
        status: event.status.name(),
        participants: event
            .participants
            .iter()
            .map(|participant| Named {
                name: chronicle.name(participant).to_owned(),
                named: true,
            })
            .collect(),
        places: event
            .places
            .iter()
            .map(|place: &PlaceRef| chronicle.place_name(place).to_owned())
            .collect(),
        countries: event
            .countries
            .iter()
            .map(|&row| country(row, event, gazetteer))
            .collect(),
        evidence,
        optional: false,
        verdict: if kept.hidden {
            "rejected"
        } else if split {
            "split"
        } else if right.is_some() {
            "redated"
        } else {
            "accepted"
        },
    }
}
