//! `linchpin export`: the events that fit a query as a brief.

use std::path::Path;

use super::args::Export;
use super::question::ask;
use super::{Exit, Output, exit};
use crate::chronicle::EventId;
use crate::disk;
use crate::error::{Category, Error};
use crate::export::Brief;
use crate::search::Order;
use crate::text::clean_line;

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
        Some(path) => save(path, &written.text)?,
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

/// A file of that name that is there already is not touched.
fn save(path: &Path, text: &str) -> Result<(), Error> {
    let shown = clean_line(&path.to_string_lossy());
    let failed = |error: std::io::Error| {
        let why = if error.kind() == std::io::ErrorKind::AlreadyExists {
            format!("{shown} is there already; choose another name or remove it first")
        } else {
            format!("{shown} cannot be written")
        };
        Error::new(Category::Output, why).because(error)
    };
    disk::write_new(path, text.as_bytes()).map_err(failed)
}
