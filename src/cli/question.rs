//! What the commands that ask something share: the query, the files, the searcher.

use std::path::PathBuf;

use serde::Serialize;

use super::args::Question;
use super::opened::{opened, searcher};
use super::own::Own;
use crate::chronicle::{Chronicle, EventId};
use crate::config::Flags;
use crate::error::{Category, Error};
use crate::export::EventJson;
use crate::open::With;
use crate::query::{Issue, Query, parse};
use crate::search::{Answer, Hit, Hits, Searcher};
use crate::text::nearest;
use crate::time::Edtf;

/// A question, taken apart, and who can answer it.
pub(super) struct Asked {
    pub(super) text: String,
    pub(super) query: Query,
    pub(super) issues: Vec<Issue>,
    pub(super) searcher: Searcher,
}

impl Asked {
    /// What of the query could not be taken as it stands, on standard error.
    pub(super) fn tell_issues(&self, hits: &Hits) {
        for issue in &self.issues {
            super::exit::remark(&format!(
                "\"{}\": {}",
                issue.span.of(&self.text),
                issue.message
            ));
        }
        for remark in &hits.remarks {
            super::exit::remark(remark);
        }
    }
}

/// Without `--` every word belongs to the query; with it, what stands before are files.
pub(super) fn ask(question: &Question) -> Result<Asked, Error> {
    let (paths, words) = if question.query.is_empty() {
        (Vec::new(), question.words.clone())
    } else {
        (question.words.clone(), question.query.clone())
    };
    let saved = question.saved.as_deref().map(saved).transpose()?;
    let text = saved.into_iter().chain(words).chain(between(question));
    let text = text.collect::<Vec<String>>().join(" ");
    let (query, issues) = parse(&text);
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    let (library, notes) = opened(&paths, With::only(question.only));
    Ok(Asked {
        text,
        query,
        issues,
        searcher: searcher(&library, &notes),
    })
}

/// What `--since` and `--until` ask for, as a query says it.
fn between(question: &Question) -> Option<String> {
    let end = |date: Option<Edtf>| date.map_or_else(String::new, |date| date.to_string());
    let (from, to) = (end(question.since), end(question.until));
    (from != to || !from.is_empty()).then(|| format!("{from}..{to}"))
}

/// A query that the user gave a name.
fn saved(name: &str) -> Result<String, Error> {
    let searches = Own::read(&Flags::default()).settings.searches;
    if let Some(query) = searches.get(name) {
        return Ok(query.value.clone());
    }
    let known: Vec<&str> = searches.keys().map(String::as_str).collect();
    let hint = match nearest(name, &known) {
        Some(near) => format!("did you mean “{near}”?"),
        None if known.is_empty() => "config.toml has no [searches]".to_owned(),
        None => format!("there are {}", known.join(", ")),
    };
    let name = crate::text::clean_line(name);
    Err(Error::new(
        Category::Usage,
        format!("no saved search is called “{name}”; {hint}"),
    ))
}

/// What is wrong with a query, for scripts. Offsets count bytes.
#[derive(Serialize)]
pub(super) struct IssueJson<'a> {
    start: u32,
    end: u32,
    message: &'a str,
}

impl<'a> IssueJson<'a> {
    pub(super) fn new(issue: &'a Issue) -> Self {
        Self {
            start: issue.span.start,
            end: issue.span.end,
            message: &issue.message,
        }
    }
}

/// An answer, for scripts.
#[derive(Serialize)]
pub(super) struct AnswerJson<'a> {
    last: Option<&'a str>,
    first: Option<&'a str>,
    previous: Option<&'a str>,
    next: Option<&'a str>,
    unconfirmed: Option<&'a str>,
    pub(super) count: usize,
    events: usize,
    coverage: Option<String>,
    text: &'a str,
}

impl<'a> AnswerJson<'a> {
    pub(super) fn new(chronicle: &'a Chronicle, answer: &'a Answer) -> Self {
        let key = |id: Option<EventId>| Some(chronicle.key(id?));
        Self {
            last: key(answer.last),
            first: key(answer.first),
            previous: key(answer.previous),
            next: key(answer.next),
            unconfirmed: key(answer.unconfirmed),
            count: answer.count,
            events: answer.events,
            coverage: answer.reach.map(|date| date.to_string()),
            text: &answer.text,
        }
    }
}

/// A hit with its tier and score.
pub(super) fn hit_json<'a>(chronicle: &'a Chronicle, hit: &Hit) -> EventJson<'a> {
    let mut event = EventJson::new(chronicle, chronicle.event(hit.event));
    event.tier = Some(hit.tier.name());
    event.score = Some(i64::from(hit.score));
    event
}
