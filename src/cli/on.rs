//! `linchpin on`: what happened on a day, in a month or in a year.

use std::borrow::Cow;

use serde::Serialize;

use super::args::On;
use super::{Exit, Output};
use crate::chronicle::Event;
use crate::error::{Category, Error};
use crate::export::{EventJson, SCHEMA, line};
use crate::open::open_record;
use crate::time::Edtf;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    date: String,
    events: Vec<EventJson<'a>>,
}

pub(super) fn run(args: &On, out: &mut Output) -> Result<Exit, Error> {
    let date: Edtf = args.date.parse().map_err(|error: crate::time::EdtfError| {
        Error::new(Category::Usage, "the date cannot be read").because(error)
    })?;
    let chronicle = open_record();
    let within = |event: &Cow<'_, Event>| {
        event
            .range()
            .is_some_and(|range| range.overlaps(date.range()))
    };
    let events: Vec<Cow<'_, Event>> = chronicle.run(0..chronicle.dated()).filter(within).collect();
    if args.json {
        let events = events
            .iter()
            .map(|event| EventJson::new(&chronicle, event))
            .collect();
        out.json(&Answer {
            schema: SCHEMA,
            date: date.to_string(),
            events,
        })?;
    } else {
        for event in &events {
            out.line(&line(&chronicle, event))?;
        }
    }
    Ok(Exit::found(!events.is_empty()))
}
