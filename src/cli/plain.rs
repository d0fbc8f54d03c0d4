//! `linchpin --plain`: the browser as lines, for screen readers and transcripts.
//!
//! Nothing is overwritten and nothing is drawn: a prompt, a line of words, an answer. Commands are
//! words; what is no command is a search.

use std::io::{BufRead, IsTerminal};

use super::args::Browse;
use super::own::Own;
use super::{Exit, Output, check, exit, opened};
use crate::app::library::Library;
use crate::app::review::queue;
use crate::chronicle::EventId;
use crate::config::{self, Flags};
use crate::error::{Category, Error};
use crate::export::{citation, line};
use crate::notes::{Act, Log, Notes};
use crate::open::{Opened, With, open, own_options};
use crate::query::parse;
use crate::search::{Order, Searcher};
use crate::text::{clean_line, wrap};

/// Events that are listed at a time.
const PAGE: usize = 10;
/// Cells of a line of running text.
const WIDTH: usize = 78;
const COMMANDS: &str =
    "search WORDS, next, back, open N, sources N, mark N, review, saved NAME, help, quit";

/// What was found, and how far it has been listed.
struct Listing {
    ids: Vec<EventId>,
    from: usize,
}

struct Plain {
    library: Library,
    searcher: Searcher,
    listing: Listing,
    own: Own,
    log: Option<Log>,
}

pub(super) fn run(args: &Browse) -> Result<Exit, Error> {
    if args.paths.iter().any(|path| path.as_os_str() == "-") {
        let text =
            "--plain reads its commands from standard input, so no document can be read from it";
        return Err(Error::new(Category::Usage, text));
    }
    opened::some_are_there(&args.paths)?;
    let with = With::only(args.only);
    let roots = opened::roots(&args.paths, with);
    let Opened { chronicle, report } = open(&roots, with, &own_options(), &());
    let mut out = Output::stdout();
    if !roots.is_empty() {
        out.line(&report.to_string())?;
    }
    check::tell(&report.only(check::is_odd));
    // Of a hundred thousand files it is half as long as their texts.
    drop(report);
    let (library, notes) = opened::with_corrections(chronicle);
    let own = Own::read(&Flags::default());
    own.problems()
        .iter()
        .for_each(|problem| exit::remark(problem));
    let mut plain = Plain {
        searcher: opened::searcher(&library, &notes),
        library,
        listing: Listing {
            ids: Vec::new(),
            from: 0,
        },
        own,
        log: config::notes().map(Log::at),
    };
    plain.greet(&mut out)?;
    let prompt = std::io::stdin().is_terminal();
    for typed in std::io::stdin().lock().lines() {
        let Ok(typed) = typed else {
            break;
        };
        let typed = clean_line(&typed);
        if !prompt {
            // In a transcript the question stands before its answer.
            out.line(&format!("> {typed}"))?;
        }
        if !plain.obey(&typed, &mut out)? {
            break;
        }
        ask(&mut out)?;
    }
    out.finish()?;
    Ok(Exit::Found)
}

/// The prompt, which must be seen before the answer is waited for.
fn ask(out: &mut Output) -> Result<(), Error> {
    if std::io::stdin().is_terminal() {
        out.raw(b"> ")?;
    }
    out.flush()
}

impl Plain {
    fn greet(&self, out: &mut Output) -> Result<(), Error> {
        let chronicle = self.searcher.chronicle();
        out.line(&format!(
            "linchpin, {} events. Commands: {COMMANDS}.",
            chronicle.len()
        ))?;
        ask(out)
    }

    /// Carries out a line; `false` if it is the last.
    fn obey(&mut self, typed: &str, out: &mut Output) -> Result<bool, Error> {
        let (word, rest) = typed.split_once(' ').unwrap_or((typed, ""));
        let rest = rest.trim();
        match (word, rest) {
            ("quit" | "q" | "exit", "") => return Ok(false),
            ("" | "next" | "n", "") => self.page(out)?,
            ("back", "") => {
                // The page that was shown last, which may have been a short one.
                let shown = self.listing.from.saturating_sub(1) / PAGE;
                self.listing.from = shown.saturating_sub(1) * PAGE;
                self.page(out)?;
            }
            ("help" | "?", "") => {
                out.line(&format!("Commands: {COMMANDS}. Other words are a search."))?;
            }
            ("open", number) => self.with(number, out, Self::tell)?,
            ("sources", number) => self.with(number, out, Self::sources)?,
            ("mark", number) => self.with(number, out, Self::mark)?,
            ("review", "") => self.review(out)?,
            ("saved", name) => match self.own.settings.searches.get(name) {
                Some(query) => {
                    let query = query.value.clone();
                    self.search(&query, out)?;
                }
                None => out.line(&format!("There is no saved search “{name}”."))?,
            },
            ("search" | "s", query) if !query.is_empty() => self.search(query, out)?,
            _ => self.search(typed, out)?,
        }
        Ok(true)
    }

    fn search(&mut self, text: &str, out: &mut Output) -> Result<(), Error> {
        let (query, issues) = parse(text);
        for issue in &issues {
            out.line(&format!("“{}”: {}", issue.span.of(text), issue.message))?;
        }
        let hits = self.searcher.search(&query, Order::Date);
        for remark in &hits.remarks {
            out.line(remark)?;
        }
        if hits.is_empty() {
            return out.line(&self.searcher.nothing(&query).text);
        }
        let answer = self.searcher.answer(&query, &hits);
        out.line(&answer.text)?;
        // The latest first: that is what is asked for most.
        let mut ids: Vec<EventId> = hits.events().collect();
        ids.reverse();
        self.listing = Listing { ids, from: 0 };
        self.page(out)
    }

    /// The next events of the listing, one a line, with the number that names each.
    fn page(&mut self, out: &mut Output) -> Result<(), Error> {
        let Listing { ids, from } = &mut self.listing;
        let chronicle = self.searcher.chronicle();
        let shown = ids.iter().enumerate().skip(*from).take(PAGE);
        let mut some = false;
        for (at, id) in shown {
            out.line(&format!(
                "{}. {}",
                at + 1,
                line(chronicle, chronicle.event(*id))
            ))?;
            some = true;
        }
        *from = (*from + PAGE).min(ids.len());
        let left = ids.len() - *from;
        match (some, left) {
            (false, _) => out.line("There is no more."),
            (true, 0) => out.line("That is all."),
            (true, left) => out.line(&format!("{left} more: next")),
        }
    }

    /// Does something with the event of a number.
    fn with(
        &mut self,
        number: &str,
        out: &mut Output,
        act: fn(&mut Self, EventId, &mut Output) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let id = number
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        match id.and_then(|at| self.listing.ids.get(at).copied()) {
            Some(id) => act(self, id, out),
            None => out.line(&format!(
                "No event has the number “{number}”: there are {}.",
                self.listing.ids.len()
            )),
        }
    }

    /// An event in full.
    fn tell(&mut self, id: EventId, out: &mut Output) -> Result<(), Error> {
        let chronicle = self.searcher.chronicle();
        let event = chronicle.event(id);
        out.line(&line(chronicle, event))?;
        out.line(&format!(
            "Kind: {}. Status: {}.",
            event.kind.name(),
            event.status.name()
        ))?;
        paragraph(&event.summary, out)?;
        for participant in &event.participants {
            let role = chronicle.role(participant, event);
            let role = role.as_deref().unwrap_or("no office known");
            out.line(&format!("With {}, {role}.", chronicle.name(participant)))?;
        }
        let sources = event.attestations.len();
        let plural = if sources == 1 { "" } else { "s" };
        out.line(&format!("{sources} source{plural}."))?;
        paragraph(&citation(chronicle, event), out)
    }

    /// Each source of an event, with its words.
    fn sources(&mut self, id: EventId, out: &mut Output) -> Result<(), Error> {
        let chronicle = self.searcher.chronicle();
        for (at, told) in chronicle.event(id).attestations.iter().enumerate() {
            out.line(&format!(
                "Source {}: {}",
                at + 1,
                chronicle.source_title(told)
            ))?;
            if let Some(quote) = chronicle.quote(told) {
                paragraph(&format!("“{}”", clean_line(quote)), out)?;
            }
            if let Some(url) = chronicle.url(told) {
                out.line(url)?;
            }
        }
        Ok(())
    }

    /// Marks an event, or takes the mark away.
    fn mark(&mut self, id: EventId, out: &mut Output) -> Result<(), Error> {
        let event = self.searcher.chronicle().key(id).to_owned();
        let Some(log) = &self.log else {
            return out.line("There is no folder to keep marks in.");
        };
        let marked = log.read().is_ok_and(|read| read.notes.is_marked(&event));
        let act = if marked {
            Act::Unmark { event }
        } else {
            Act::Mark { event }
        };
        let read = match log.append(&act) {
            Ok(read) => read,
            Err(error) => return out.line(&format!("It was not kept: {error}")),
        };
        let kept = self.library.kept(&read.notes);
        self.searcher = self.searcher.clone().with_kept(kept);
        out.line(if marked {
            "The mark was taken away."
        } else {
            "Marked."
        })
    }

    /// Lists what is unsure.
    fn review(&mut self, out: &mut Output) -> Result<(), Error> {
        let notes = match self.log.as_ref().map(Log::read) {
            Some(Ok(read)) => read.notes,
            Some(Err(error)) => return out.line(&format!("What was judged is not known: {error}")),
            None => Notes::default(),
        };
        let ids = queue(self.searcher.chronicle(), &notes);
        if ids.is_empty() {
            return out.line("Nothing of what your documents tell is unsure.");
        }
        self.listing = Listing { ids, from: 0 };
        self.page(out)
    }
}

/// Running text in lines of a width that can be read.
fn paragraph(text: &str, out: &mut Output) -> Result<(), Error> {
    for span in wrap(text, WIDTH) {
        out.line(span.of(text))?;
    }
    Ok(())
}
