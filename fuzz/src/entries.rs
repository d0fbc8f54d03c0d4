//! Every parser that meets the outside, as a function of bytes that panics where a law is broken.
//!
//! The fuzz targets call these, and so does `tests/entries.rs`, which drives them with its own
//! mutations on every test run. An entry must take any bytes; what it asserts is written beside it.

use std::path::PathBuf;
use std::sync::OnceLock;

use linchpin::query::parse;
use linchpin::text::{Span, cells, clean, clean_line, fit, is_clean, wrap};
use linchpin::time::{Date, Edtf};
use linchpin::timex::TemporalTagger;

#[path = "browsing.rs"]
mod browsing;
#[path = "compiled.rs"]
mod compiled;
#[path = "exports.rs"]
mod exported;
#[path = "../../tests/torture/forbidden.rs"]
mod forbidden;
#[path = "reading.rs"]
mod reading;
#[path = "settings.rs"]
mod settings;

/// An entry and its name, which is the name of its fuzz target as well.
pub(crate) type Entry = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const ENTRIES: &[Entry] = &[
    ("any_file", reading::any_file),
    ("clean_text", clean_text),
    ("config", settings::config),
    ("edtf", edtf),
    ("encoding", reading::encoding),
    ("exports", compiled::exports),
    ("extract", compiled::extract),
    ("keymap", settings::keymap),
    ("keys", browsing::keys),
    ("load_calendar", reading::load_calendar),
    ("load_json", reading::load_json),
    ("load_mail", reading::load_mail),
    ("load_markdown", reading::load_markdown),
    ("load_page", reading::load_page),
    ("load_table", reading::load_table),
    ("load_text", reading::load_text),
    ("load_xml", reading::load_xml),
    ("mapping", reading::mapped),
    ("notes", settings::notes),
    ("query", query),
    ("search", compiled::search),
    ("theme", settings::theme),
    ("timex", timex),
    ("wrapping", wrapping),
];

/// A folder of this process for files that an entry needs on the disk.
fn folder() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let make = || {
        let folder = std::env::temp_dir().join(format!("linchpin-entries-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        folder
    };
    FOLDER.get_or_init(make).clone()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Nothing that drives, reorders or hides is left; cleaning twice is cleaning once.
fn clean_text(bytes: &[u8]) {
    let text = lossy(bytes);
    let once = clean(&text);
    assert_eq!(forbidden::first(&once, true), None, "{text:?}");
    assert!(is_clean(&once), "{text:?} gave {once:?}");
    assert_eq!(clean(&once), once);
    let line = clean_line(&text);
    assert_eq!(forbidden::first(&line, false), None, "{text:?}");
    assert_eq!(clean_line(&line), line);
}

/// No cluster of a clean text takes more cells.
const WIDEST: usize = 8;

/// Lines cover the text and fit, but for a cluster that is wider than the line; a cut text fits and is cut between graphemes.
fn wrapping(bytes: &[u8]) {
    let width = bytes.first().map_or(1, |byte| usize::from(*byte % 60) + 2);
    let text = clean(&lossy(bytes)).into_owned();
    let lines = wrap(&text, width);
    let mut end = 0;
    for line in &lines {
        let Span { start, .. } = *line;
        assert!(start >= end && text.get(line.range()).is_some());
        assert!(
            cells(line.of(&text)) <= width.max(WIDEST),
            "{:?} in {width}",
            line.of(&text)
        );
        end = line.end;
    }
    assert!(cells(&fit(&text.replace('\n', " "), width)) <= width);
}

/// What parses prints as something that parses to the same; the first day is no later than the last.
fn edtf(bytes: &[u8]) {
    let text = lossy(bytes);
    if let Ok(date) = text.parse::<Edtf>() {
        let again = date.to_string().parse::<Edtf>();
        assert_eq!(again.ok(), Some(date), "{text:?} prints {date}");
        assert!(date.range().first() <= date.range().last());
        assert!(is_clean(&date.human()));
    }
}

/// Sorted, disjoint, within the text, on character boundaries; the same every time.
fn timex(bytes: &[u8]) {
    static TAGGER: OnceLock<TemporalTagger> = OnceLock::new();
    let tagger = TAGGER.get_or_init(TemporalTagger::default);
    let dct = bytes.first().and_then(|byte| match byte % 4 {
        0 => None,
        1 => Date::new(2021, 3, 10),
        2 => Date::new(1953, 7, 27),
        _ => Date::new(2024, 2, 29),
    });
    let text = clean(&lossy(bytes)).into_owned();
    let found = tagger.tag(&text, dct);
    let mut end = 0;
    for timex in &found {
        assert!(timex.span.start >= end, "{text:?}");
        assert!(!timex.span.is_empty() && text.get(timex.span.range()).is_some());
        if let Some(range) = timex.range {
            assert!(range.first() <= range.last());
        }
        end = timex.span.end;
    }
    assert_eq!(found, tagger.tag(&text, dct));
}

/// Any text is a query; its problems lie within it; printed and parsed again it is the same tree.
fn query(bytes: &[u8]) {
    let text = lossy(bytes);
    let (query, issues) = parse(&text);
    for issue in &issues {
        let inside = text.get(issue.span.range()).is_some();
        assert!(inside && !issue.message.is_empty(), "{text:?}: {issue:?}");
    }
    let printed = query.to_string();
    let (again, _) = parse(&printed);
    assert_eq!(query, again, "{text:?} prints {printed:?}");
}
