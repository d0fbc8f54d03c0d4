//! `linchpin search`: the events that fit a query.

use serde::Serialize;

use super::args::{Search, Sort};
use super::question::{AnswerJson, IssueJson, ask, hit_json};
use super::{Exit, Output, exit};
use crate::error::Error;
use crate::export::{EventJson, SCHEMA, line};
use crate::search::Order;

#[derive(Serialize)]
struct Found<'a> {
    schema: u32,
    query: &'a str,
    understood: &'a str,
    issues: Vec<IssueJson<'a>>,
    remarks: &'a [String],
    total: usize,
    loose: usize,
    answer: AnswerJson<'a>,
    events: Vec<EventJson<'a>>,
}

pub(super) fn run(args: &Search, out: &mut Output) -> Result<Exit, Error> {
    let asked = ask(&args.question)?;
    let order = match args.sort {
        Sort::Date => Order::Date,
        Sort::Relevance => Order::Relevance,
    };
    let hits = asked.searcher.search(&asked.query, order);
    let answer = asked.searcher.answer(&asked.query, &hits);
    let chronicle = asked.searcher.chronicle();
    let shown = hits.hits.iter().take(args.limit.unwrap_or(usize::MAX));
    if args.question.json {
        out.json(&Found {
            schema: SCHEMA,
            query: &asked.text,
            understood: &hits.understood,
            issues: asked.issues.iter().map(IssueJson::new).collect(),
            remarks: &hits.remarks,
            total: hits.total(),
            loose: hits.loose,
            answer: AnswerJson::new(chronicle, &answer),
            events: shown.map(|hit| hit_json(chronicle, hit)).collect(),
        })?;
    } else {
        for hit in shown {
            out.line(&line(chronicle, chronicle.event(hit.event)))?;
        }
        asked.tell_issues(&hits);
        if hits.is_empty() {
            exit::remark(&asked.searcher.nothing(&asked.query).text);
        }
    }
    Ok(Exit::found(!hits.is_empty()))
}
