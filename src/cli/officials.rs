//! `linchpin officials`: the directory.

use serde::Serialize;

use super::args::Officials;
use super::who::{named, term};
use super::{Exit, Output};
use crate::error::Error;
use crate::export::SCHEMA;
use crate::open::open_record;

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
    offices: Vec<String>,
}

pub(super) fn run(args: &Officials, out: &mut Output) -> Result<Exit, Error> {
    let chronicle = open_record();
    let gazetteer = chronicle.gazetteer();
    let rows = if args.name.is_empty() {
        gazetteer.officials().map(|(row, _)| row).collect()
    } else {
        named(gazetteer, &args.name.join(" "))
    };
    let officials: Vec<OfficialJson<'_>> = rows
        .into_iter()
        .map(|row| {
            let official = gazetteer.official(row);
            let office = |tenure| {
                let tenure: &crate::record::Tenure<'_> = tenure;
                format!("{} {}", gazetteer.office(tenure.office).title, term(tenure))
            };
            OfficialJson {
                id: &official.id,
                name: &official.name,
                country: &gazetteer.country(official.country).code,
                offices: official.tenures.iter().map(office).collect(),
            }
        })
        .collect();
    let exit = Exit::found(!officials.is_empty());
    if args.json {
        out.json(&Answer {
            schema: SCHEMA,
            officials,
        })?;
        return Ok(exit);
    }
    for official in officials {
        let offices = official.offices.join("; ");
        out.line(&format!(
            "{}  {}  {offices}",
            official.country, official.name
        ))?;
    }
    Ok(exit)
}
