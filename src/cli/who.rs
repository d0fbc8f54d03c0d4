//! `linchpin who`: an official's offices, events and counterparts.

use serde::Serialize;

use super::args::Who;
use super::exit::unknown;
use super::opened::opened;
use super::{Exit, Output, exit};
use crate::chronicle::{Chronicle, EventId, OfficialRow};
use crate::error::Error;
use crate::export::{SCHEMA, line};
use crate::gazetteer::Gazetteer;
use crate::open::With;
use crate::record::Tenure;

/// How many counterparts are worth a line.
const MOST_COUNTERPARTS: usize = 8;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    officials: Vec<OfficialJson<'a>>,
}

#[derive(Serialize)]
struct OfficialJson<'a> {
    id: &'a str,
    name: &'a str,
    country: &'a str,
    native: Vec<&'a str>,
    aliases: Vec<&'a str>,
    offices: Vec<OfficeJson<'a>>,
    events: usize,
    first: Option<&'a str>,
    last: Option<&'a str>,
    counterparts: Vec<CounterpartJson<'a>>,
}

#[derive(Serialize)]
struct OfficeJson<'a> {
    title: &'a str,
    from: Option<&'a str>,
    to: Option<&'a str>,
    acting: bool,
}

#[derive(Serialize)]
struct CounterpartJson<'a> {
    id: &'a str,
    name: &'a str,
    events: u32,
}

pub(super) fn run(args: &Who, out: &mut Output) -> Result<Exit, Error> {
    let (library, _) = opened(&[], With::Record);
    let chronicle = &library.chronicle;
    let found = named(chronicle.gazetteer(), &args.name.join(" "));
    if args.json {
        let officials = found.iter().map(|row| json(chronicle, *row)).collect();
        out.json(&Answer {
            schema: SCHEMA,
            officials,
        })?;
    } else {
        for (nth, row) in found.iter().enumerate() {
            if nth > 0 {
                out.line("")?;
            }
            text(chronicle, *row, out)?;
        }
    }
    Ok(Exit::found(!found.is_empty()))
}

/// The officials of that name; where there is none, that is said with whom it may have meant.
pub(super) fn named(gazetteer: Gazetteer, name: &str) -> Vec<OfficialRow> {
    let found = gazetteer.find_officials(name);
    if found.is_empty() {
        let names = gazetteer.officials().flat_map(|(_, official)| {
            let words = official.name.split_whitespace();
            words.chain(std::iter::once(official.name.as_str()))
        });
        let names: Vec<&str> = names.collect();
        exit::remark(&unknown("official is called", name, &names));
    }
    found
}

fn json(chronicle: &Chronicle, row: OfficialRow) -> OfficialJson<'_> {
    let gazetteer = chronicle.gazetteer();
    let official = gazetteer.official(row);
    let person = chronicle.person(row);
    let key = |id: Option<&EventId>| id.map(|id| chronicle.key(*id));
    OfficialJson {
        id: &official.id,
        name: &official.name,
        country: &gazetteer.country(official.country).code,
        native: official.native.iter().map(AsRef::as_ref).collect(),
        aliases: official.aliases.iter().map(AsRef::as_ref).collect(),
        offices: official
            .tenures
            .iter()
            .map(|tenure| OfficeJson {
                title: &gazetteer.office(tenure.office).title,
                from: tenure.from.as_deref(),
                to: tenure.to.as_deref(),
                acting: tenure.acting,
            })
            .collect(),
        events: person.events.len(),
        first: key(person.events.first()),
        last: key(person.events.last()),
        counterparts: person
            .counterparts
            .iter()
            .take(MOST_COUNTERPARTS)
            .map(|(other, events)| {
                let other = gazetteer.official(*other);
                CounterpartJson {
                    id: &other.id,
                    name: &other.name,
                    events: *events,
                }
            })
            .collect(),
    }
}

fn text(chronicle: &Chronicle, row: OfficialRow, out: &mut Output) -> Result<(), Error> {
    let gazetteer = chronicle.gazetteer();
    let official = gazetteer.official(row);
    let native: Vec<&str> = official.native.iter().map(AsRef::as_ref).collect();
    out.line(format!("{}  {}", official.name, native.join(" ")).trim_end())?;
    for tenure in &official.tenures {
        out.line(&format!(
            "  {}  {}{}",
            term(tenure),
            gazetteer.office(tenure.office).title,
            if tenure.acting { " (acting)" } else { "" },
        ))?;
    }
    let person = chronicle.person(row);
    let (Some(first), Some(last)) = (person.events.first(), person.events.last()) else {
        return out.line("  no events");
    };
    match person.events.len() {
        1 => out.line("  1 event")?,
        many => out.line(&format!("  {many} events"))?,
    }
    out.line(&format!(
        "  first  {}",
        line(chronicle, chronicle.event(*first))
    ))?;
    out.line(&format!(
        "  last   {}",
        line(chronicle, chronicle.event(*last))
    ))?;
    let with: Vec<String> = person
        .counterparts
        .iter()
        .take(MOST_COUNTERPARTS)
        .map(|(other, events)| format!("{} ({events})", gazetteer.official(*other).name))
        .collect();
    if !with.is_empty() {
        out.line(&format!("  with   {}", with.join(", ")))?;
    }
    Ok(())
}

/// A term as the record has it: `2021-01-26/2025-01-20`, with `?` for an end that nobody knows.
pub(super) fn term(tenure: &Tenure<'_>) -> String {
    let from = tenure.from.as_deref().unwrap_or("?");
    let to = tenure.to.as_deref().unwrap_or("?");
    format!("{from}/{to}")
}
