//! `linchpin export`: the events that fit a query as a brief.

use super::args::Export;
use super::output::write_new;
use super::question::ask;
use super::{Exit, Output, exit};
use crate::chronicle::EventId;
use crate::error::Error;
use crate::export::Brief;
use crate::search::Order;

/// More remarks on what a format cannot hold are only counted.
const MOST_NOTES: usize = 5;

pub(super) fn run(args: &Export, out: &mut Output) -> Result<Exit, Error> {
    let asked = ask(&args.question)?;
    let hits = asked.searcher.search(&asked.query, Order::Date);
    let events: Vec<EventId> = hits.events().collect();
    let reach = asked.searcher.answer(&asked.query, &hits).reach;
    let coverage = reach.map_or_else(
        || "how far the sources reach is not known".to_owned(),
        |day| format!("sources reach {}", day.human()),
    );
    let brief = Brief {
        chronicle: asked.searcher.chronicle(),
        title: if asked.text.is_empty() {
            "All events"
        } else {
            &asked.text
        },
        events: &events,
        as_of: asked.searcher.today(),
        coverage: &coverage,
    };
    let written = brief.write(args.format);
    match &args.out {
        Some(path) => write_new(path, written.text.as_bytes())?,
        None => out.raw(written.text.as_bytes())?,
    }
    for note in written.notes.iter().take(MOST_NOTES) {
        exit::remark(note);
    }
    if let Some(more @ 1..) = written.notes.len().checked_sub(MOST_NOTES) {
        exit::remark(&format!("and {more} more of that sort"));
    }
    if events.is_empty() {
        exit::remark(&asked.searcher.nothing(&asked.query).text);
    }
    Ok(Exit::found(!events.is_empty()))
}
