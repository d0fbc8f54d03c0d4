//! `linchpin on`: what happened on a day, in a month or in a year, or on one day of any year.

use serde::Serialize;

use super::args::On;
use super::opened::{opened, searcher};
use super::{Exit, Output, exit};
use crate::error::{Category, Error};
use crate::export::{EventJson, SCHEMA, line};
use crate::open::With;
use crate::query::{Moment, Node, Query, When, parse};
use crate::search::Order;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    date: String,
    events: Vec<EventJson<'a>>,
}

pub(super) fn run(args: &On, out: &mut Output) -> Result<Exit, Error> {
    let date = args.date.join(" ");
    let query = days(&date)?;
    let (library, notes) = opened(&[], With::Record);
    let searcher = searcher(&library, &notes);
    let chronicle = searcher.chronicle();
    let hits = searcher.search(&query, Order::Date);
    let events = hits.events().map(|id| chronicle.event(id));
    if args.json {
        out.json(&Answer {
            schema: SCHEMA,
            date,
            events: events
                .map(|event| EventJson::new(chronicle, event))
                .collect(),
        })?;
    } else {
        for event in events {
            out.line(&line(chronicle, event))?;
        }
        if hits.is_empty() {
            exit::remark(&format!(
                "no event is told of {}",
                crate::text::clean_line(&date)
            ));
        }
    }
    Ok(Exit::found(!hits.is_empty()))
}

/// The condition that `on:` makes of a date; an error where it is none.
fn days(date: &str) -> Result<Query, Error> {
    let quoted = date.replace(['"', '“', '”'], " ");
    let (query, issues) = parse(&format!("on:\"{quoted}\""));
    let is_date = match &query.root {
        Node::When(When::In(Moment::Anchor(_))) => false,
        Node::When(_) => issues.is_empty(),
        _ => false,
    };
    if is_date {
        return Ok(query);
    }
    let date = crate::text::clean_line(date);
    Err(Error::new(
        Category::Usage,
        format!("“{date}” is no date; try 2021-03-16, aug 2023, 2023q3, 06-12 or today"),
    ))
}
