//! `linchpin last`, `first` and `count`: one readable line, or its parts.

use serde::Serialize;

use super::args::Question;
use super::question::{ask, hit_json};
use super::{Exit, Output, exit};
use crate::chronicle::EventId;
use crate::error::Error;
use crate::export::{EventJson, SCHEMA};
use crate::query::Ask;
use crate::search::{Hit, Order};

#[derive(Serialize)]
struct Told<'a> {
    schema: u32,
    query: &'a str,
    understood: &'a str,
    event: Option<EventJson<'a>>,
    count: usize,
    previous: Option<EventJson<'a>>,
    unconfirmed: Option<EventJson<'a>>,
    coverage: Option<String>,
    text: &'a str,
}

pub(super) fn run(wanted: Ask, question: &Question, out: &mut Output) -> Result<Exit, Error> {
    let mut asked = ask(question)?;
    asked.query.ask = Some(wanted);
    let hits = asked.searcher.search(&asked.query, Order::Date);
    let answer = asked.searcher.answer(&asked.query, &hits);
    let chronicle = asked.searcher.chronicle();
    if question.json {
        let hit = |id: Option<EventId>| hits.hits.iter().find(|hit| Some(hit.event) == id);
        let event = |hit: &Hit| hit_json(chronicle, hit);
        let told = match wanted {
            Ask::Last => answer.last,
            Ask::First => answer.first,
            Ask::Count => None,
        };
        out.json(&Told {
            schema: SCHEMA,
            query: &asked.text,
            understood: &hits.understood,
            event: hit(told).map(event),
            count: answer.count,
            previous: hit(answer.previous).map(event),
            unconfirmed: hit(answer.unconfirmed).map(event),
            coverage: answer.reach.map(|date| date.to_string()),
            text: &answer.text,
        })?;
    } else if hits.is_empty() {
        if wanted == Ask::Count {
            out.line("0")?;
        }
        exit::remark(&asked.searcher.nothing(&asked.query).text);
    } else {
        out.line(&answer.in_full)?;
        asked.tell_issues(&hits);
    }
    let told = [answer.last, answer.next, answer.unconfirmed];
    Ok(Exit::found(told.iter().any(Option::is_some)))
}
