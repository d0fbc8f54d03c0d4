//! `linchpin check`: what became of every file, with reasons.

use std::fmt::Write as _;

use serde::Serialize;

use super::args::Check;
use super::check_settings::{self, Judged};
use super::progress::Bar;
use super::{Exit, Output, exit};
use crate::document::{Origin, Part};
use crate::error::Error;
use crate::export::SCHEMA;
use crate::load::{Counts, FileReport, FileState, LoadReport, Notice, Root, Source};
use crate::open::{Counted, count, own_options};
use crate::text::fit;

/// More lines of warnings than this are only counted.
const MOST_LINES: usize = 18;
/// A title is shown in so many cells.
const TITLE_CELLS: usize = 72;

#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    files: Vec<FileJson<'a>>,
    events: usize,
    undated: usize,
    skipped: usize,
    trouble: usize,
    cancelled: bool,
    settings: Vec<SettingsJson<'a>>,
}

#[derive(Serialize)]
struct SettingsJson<'a> {
    path: &'a str,
    kind: &'static str,
    faults: Vec<NoticeJson<'a>>,
}

#[derive(Serialize)]
struct FileJson<'a> {
    path: String,
    state: &'static str,
    why: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    format: Option<&'static str>,
    bytes: u64,
    documents: Vec<DocumentJson<'a>>,
    rows: u32,
    events: u32,
    warnings: Vec<NoticeJson<'a>>,
    more_warnings: u32,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    title: &'a str,
    publisher: Option<&'a str>,
    dct: Option<String>,
    dct_from: Option<String>,
    from: Vec<&'a str>,
    to: Vec<&'a str>,
    participants: Vec<&'a str>,
    copy_of: Option<String>,
}

#[derive(Serialize)]
struct NoticeJson<'a> {
    why: &'a str,
    line: Option<u32>,
    column: Option<u32>,
}

pub(super) fn run(args: &Check, out: &mut Output) -> Result<Exit, Error> {
    let mut roots: Vec<Root> = args.paths.iter().map(Root::from_argument).collect();
    let settings = check_settings::take(&mut roots);
    let mut seen = Seen::default();
    let bar = Bar::new();
    count(&roots, &own_options(), &bar, &mut |part| {
        seen.take(part, &roots, args.json);
    });
    bar.clear();
    if args.json {
        out.json(&answer(&seen, &settings))?;
    } else {
        for judged in &settings {
            out.line(&judged.sentence())?;
        }
        for line in seen.lines.lines() {
            out.line(line)?;
        }
        if !roots.is_empty() {
            out.line(&seen.counts.to_string())?;
        }
    }
    settings.iter().for_each(Judged::tell);
    tell(&seen.odd);
    let usable = settings.iter().any(|judged| !judged.broken);
    Ok(Exit::found(seen.some_read || usable))
}

/// What was seen of the files.
#[derive(Default)]
struct Seen {
    counts: Counts,
    /// A line for each file, or, since JSON is one value, all that is known of them.
    lines: String,
    parts: Vec<Counted>,
    /// The files that something has to be said of on standard error.
    odd: LoadReport,
    some_read: bool,
}

impl Seen {
    fn take(&mut self, part: Counted, roots: &[Root], json: bool) {
        let files = &part.report.files;
        self.counts = self.counts.and(part.report.counts());
        self.some_read |= files.iter().any(|file| is_answer(file, roots));
        self.odd.cancelled |= part.report.cancelled;
        let odd = files.iter().filter(|file| is_odd(file));
        self.odd.files.extend(odd.cloned());
        if json {
            self.parts.push(part);
            return;
        }
        for file in files {
            self.lines.push_str(&line(file, &part));
            self.lines.push('\n');
        }
    }
}

/// Whether a file was read, or was found in a folder that was.
fn is_answer(file: &FileReport, roots: &[Root]) -> bool {
    match &file.state {
        FileState::Events | FileState::Undated => true,
        FileState::Skipped(_) | FileState::Trouble(_) => {
            let is_root =
                |root: &Root| matches!(root, Root::Path(path) if path == file.source.path());
            file.source != Source::Stdin && !roots.iter().any(is_root)
        }
    }
}

/// One file in one line: the sentence of the report, and the title of its first document.
fn line(file: &FileReport, part: &Counted) -> String {
    let mut line = file.to_string();
    let first = file.documents.clone().next().map(|rank| rank as usize);
    if let Some(document) = first.and_then(|first| part.documents.get(first)) {
        let day = document
            .dct
            .as_ref()
            .map_or_else(|| "no date".to_owned(), |dct| dct.date.to_string());
        // Writing to a string cannot fail.
        let _ = write!(line, " — {day}, “{}”", fit(&document.title, TITLE_CELLS));
        if let Some(original) = first.and_then(|first| part.originals.get(first)?.as_ref()) {
            let _ = write!(line, ", a copy of {original}");
        }
    }
    line
}

/// Whether something has to be said of a file on standard error.
pub(super) fn is_odd(file: &FileReport) -> bool {
    !file.warnings.is_empty() || matches!(file.state, FileState::Trouble(_))
}

/// Warnings and troubles on standard error, so that they are seen when the output is a pipe.
pub(super) fn tell(report: &LoadReport) {
    let troubles = report.files.iter().filter_map(|file| match &file.state {
        FileState::Trouble(notice) => Some((file, notice)),
        FileState::Events | FileState::Undated | FileState::Skipped(_) => None,
    });
    let warnings = report
        .files
        .iter()
        .flat_map(|file| file.warnings.iter().map(move |notice| (file, notice)));
    let mut all = troubles.chain(warnings);
    for (file, notice) in all.by_ref().take(MOST_LINES) {
        exit::remark(&format!("{}: {notice}", file.source));
    }
    let uncounted: u32 = report.files.iter().map(|file| file.more_warnings).sum();
    let rest = all.count() + uncounted as usize;
    if rest > 0 {
        exit::remark(&format!("and {rest} more; --json lists them"));
    }
}

fn answer<'a>(seen: &'a Seen, settings: &'a [Judged]) -> Answer<'a> {
    let counts = seen.counts;
    let files = seen.parts.iter().flat_map(|part| {
        let files = part.report.files.iter();
        files.map(move |file| file_json(file, part))
    });
    Answer {
        schema: SCHEMA,
        files: files.collect(),
        events: counts.events,
        undated: counts.undated,
        skipped: counts.skipped,
        trouble: counts.trouble,
        cancelled: seen.odd.cancelled,
        settings: settings.iter().map(settings_json).collect(),
    }
}

fn settings_json(judged: &Judged) -> SettingsJson<'_> {
    let fault = |fault| -> NoticeJson<'_> {
        let fault: &crate::config::Fault = fault;
        NoticeJson {
            why: &fault.message,
            line: u32::try_from(fault.line).ok(),
            column: u32::try_from(fault.column).ok(),
        }
    };
    SettingsJson {
        path: &judged.path,
        kind: judged.kind,
        faults: judged.faults.iter().map(fault).collect(),
    }
}

fn file_json<'a>(file: &'a FileReport, part: &'a Counted) -> FileJson<'a> {
    let (state, why, notice) = match &file.state {
        FileState::Events => ("events", None, None),
        FileState::Undated => ("undated", None, None),
        FileState::Skipped(why) => ("skipped", Some(why.as_str()), None),
        FileState::Trouble(notice) => ("trouble", Some(notice.why.as_str()), Some(notice)),
    };
    let range = file.documents.start as usize..file.documents.end as usize;
    FileJson {
        path: file.source.to_string(),
        state,
        why,
        line: notice.and_then(|notice| notice.line),
        column: notice.and_then(|notice| notice.column),
        format: (!file.format.is_empty()).then_some(file.format),
        bytes: file.bytes,
        documents: part
            .documents
            .iter()
            .zip(&part.originals)
            .take(range.end)
            .skip(range.start)
            .map(|(document, original)| DocumentJson {
                title: &document.title,
                publisher: document.publisher.as_deref(),
                dct: document.dct.as_ref().map(|dct| dct.date.to_string()),
                dct_from: document.dct.as_ref().map(|dct| dct.origin.describe()),
                from: document.people(Part::Sender).collect(),
                to: document.people(Part::Addressee).collect(),
                participants: document.people(Part::Participant).collect(),
                copy_of: original.as_ref().map(Origin::to_string),
            })
            .collect(),
        rows: file.rows,
        events: file.events,
        warnings: file.warnings.iter().map(notice_json).collect(),
        more_warnings: file.more_warnings,
    }
}

fn notice_json(notice: &Notice) -> NoticeJson<'_> {
    NoticeJson {
        why: &notice.why,
        line: notice.line,
        column: notice.column,
    }
}
