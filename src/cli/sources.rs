//! `linchpin sources`: what the record rests on, and how far it reaches.

use serde::Serialize;

use super::args::Sources;
use super::{Exit, Output};
use crate::error::Error;
use crate::export::SCHEMA;
use crate::open::open_record;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    sources: Vec<SourceJson<'a>>,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    url: Option<&'a str>,
    licence: &'a str,
    first: Option<&'a str>,
    last: Option<&'a str>,
    covers: &'a str,
    does_not_cover: &'a str,
}

pub(super) fn run(args: &Sources, out: &mut Output) -> Result<Exit, Error> {
    let chronicle = open_record();
    let sources = &chronicle.gazetteer().names().sources;
    if args.json {
        let sources = sources
            .iter()
            .map(|source| SourceJson {
                id: &source.id,
                title: &source.title,
                publisher: &source.publisher,
                url: source.url.as_deref(),
                licence: &source.licence,
                first: source.first.as_deref(),
                last: source.last.as_deref(),
                covers: &source.covers,
                does_not_cover: &source.does_not_cover,
            })
            .collect();
        out.json(&Answer {
            schema: SCHEMA,
            sources,
        })?;
        return Ok(Exit::Found);
    }
    for source in sources.iter() {
        let first = source.first.as_deref().unwrap_or("?");
        let last = source.last.as_deref().unwrap_or("?");
        out.line(&format!(
            "{first}/{last}  {} ({})",
            source.title, source.publisher
        ))?;
        out.line(&format!("    covers: {}", source.covers))?;
        out.line(&format!("    does not cover: {}", source.does_not_cover))?;
        out.line(&format!("    licence: {}", source.licence))?;
    }
    Ok(Exit::found(!sources.is_empty()))
}
