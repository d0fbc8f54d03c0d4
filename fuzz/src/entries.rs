//! Every parser that meets the outside, as a function of bytes that panics where a law is broken.
//!
//! The fuzz targets call these, and so does `tests/entries.rs`, which drives them with its own
//! mutations on every test run. An entry must take any bytes; what it asserts is written beside it.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use linchpin::app::keymap::{Keymap, Mode};
use linchpin::app::keypress::{KeyPress, parse_sequence};
use linchpin::chronicle::Chronicle;
use linchpin::compile::{Annotators, compile};
use linchpin::config::{Chosen, Fault, Flags, Settings, Source};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::index::Index;
use linchpin::load::{Limits, LoadOptions, Loaded, Reader};
use linchpin::notes::{Act, Log, Notes};
use linchpin::query::parse;
use linchpin::search::{Order, Searcher};
use linchpin::text::{Link, Span, cells, clean, clean_line, fit, is_clean, wrap};
use linchpin::time::{Date, Edtf};
use linchpin::timex::TemporalTagger;
use linchpin::ui::Theme;

#[path = "exports.rs"]
mod exported;
#[path = "../../tests/torture/forbidden.rs"]
mod forbidden;

/// An entry and its name, which is the name of its fuzz target as well.
pub(crate) type Entry = (&'static str, fn(&[u8]));

/// All of them.
pub(crate) const ENTRIES: &[Entry] = &[
    ("any_file", any_file),
    ("clean_text", clean_text),
    ("config", config),
    ("edtf", edtf),
    ("exports", exports),
    ("extract", extract),
    ("keymap", keymap),
    ("load_markdown", load_markdown),
    ("load_text", load_text),
    ("notes", notes),
    ("query", query),
    ("search", search),
    ("theme", theme),
    ("timex", timex),
    ("wrapping", wrapping),
];

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What is read is clean; its blocks lie in the text, in order and on character boundaries; each
/// file ends in one state.
fn read(name: &str, bytes: &[u8]) -> Loaded {
    static READER: OnceLock<Reader> = OnceLock::new();
    let reader = READER.get_or_init(|| {
        let limits = Limits {
            file_bytes: 4 << 20,
            ..Limits::default()
        };
        Reader::new(LoadOptions {
            limits,
            ..LoadOptions::default()
        })
    });
    let origin = Origin::File(PathBuf::from(name).into(), None);
    let (loaded, report) = reader.read(bytes, &origin);
    assert_eq!(report.files.len(), 1);
    assert!(is_clean(&report.files[0].to_string()));
    for document in &loaded.documents {
        assert!(is_clean(&document.text), "{:?}", document.text);
        assert!(is_clean(&document.title) && !document.title.contains('\n'));
        let mut end = 0;
        for block in &document.blocks {
            assert!(block.span.start >= end, "{:?}", document.blocks);
            assert!(document.text.get(block.span.range()).is_some());
            end = block.span.end;
        }
    }
    for row in &loaded.rows {
        assert!(is_clean(&row.title) && is_clean(&row.summary));
        for person in &row.participants {
            assert!(is_clean(&person.name));
        }
    }
    loaded
}

/// The first byte picks the ending of the name.
fn any_file(bytes: &[u8]) {
    const ENDINGS: &[&str] = &[
        "txt", "md", "html", "xml", "rss", "json", "jsonl", "csv", "tsv", "ics", "toml", "gz",
        "zst", "zip", "",
    ];
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let ending = ENDINGS[usize::from(*first) % ENDINGS.len()];
    read(&format!("a.{ending}"), rest);
}

fn load_text(bytes: &[u8]) {
    read("a.txt", bytes);
}

fn load_markdown(bytes: &[u8]) {
    read("a.md", bytes);
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

/// Hits are distinct, in order and of this chronicle; what is said about them is clean.
fn search(bytes: &[u8]) {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    let searcher = SEARCHER.get_or_init(|| {
        let chronicle = Arc::new(linchpin::open::open_record());
        let index = Arc::new(Index::build(&chronicle));
        Searcher::new(chronicle, index)
    });
    // A person types less than this in one line; long ones are the query's own affair.
    let (query, _) = parse(&lossy(
        bytes.get(..bytes.len().min(300)).unwrap_or_default(),
    ));
    let hits = searcher.search(&query, Order::Date);
    assert!(
        hits.hits
            .windows(2)
            .all(|pair| pair[0].event < pair[1].event)
    );
    assert!(
        hits.events()
            .all(|id| searcher.chronicle().get(id).is_some())
    );
    assert!(query.is_empty() || hits.is_empty() == hits.best.is_none());
    let by_relevance = searcher.search(&query, Order::Relevance);
    assert_eq!(hits.total(), by_relevance.total());
}

/// The chronicle that a page gives, without the record.
fn chronicle_of(name: &str, bytes: &[u8]) -> Chronicle {
    static TAGGER: OnceLock<TemporalTagger> = OnceLock::new();
    static ANNOTATORS: OnceLock<Annotators<'static>> = OnceLock::new();
    let annotators = ANNOTATORS.get_or_init(|| {
        let gazetteer = Gazetteer::new(linchpin::record::names());
        Annotators::new(gazetteer, TAGGER.get_or_init(TemporalTagger::default))
    });
    let loaded = read(name, bytes);
    compile(loaded.documents, &loaded.rows, annotators, false, &|_| true)
}

/// Events have distinct keys and an attestation each; the evidence of one lies in its document.
fn extract(bytes: &[u8]) {
    let chronicle = chronicle_of("a.txt", bytes);
    let mut keys: Vec<&str> = chronicle.events().map(|event| event.key.as_str()).collect();
    keys.sort_unstable();
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
    for event in chronicle.events() {
        assert!(is_clean(&event.title) && !event.title.is_empty() && !event.title.contains('\n'));
        assert!(!event.attestations.is_empty());
        for attestation in &event.attestations {
            if let Some(quote) = chronicle.quote(attestation) {
                assert!(!quote.is_empty());
            }
        }
        if let Some(range) = event.range() {
            assert!(range.first() <= range.last());
        }
    }
}

/// Whatever a page says, its exports are inert and can be read back.
fn exports(bytes: &[u8]) {
    let with_event = [
        b"Seoul, 3 March 2021\n\nThe Secretary of State met Foreign Minister Chung Eui-yong in Seoul on 2 March 2021. ",
        bytes,
    ];
    exported::check(&chronicle_of("a.txt", &with_event.concat()), &lossy(bytes));
}

/// Each fault names a place in the file, in clean words.
fn checked(text: &str, faults: &[Fault]) {
    let lines = text.split('\n').count();
    for fault in faults {
        assert!(
            (1..=lines).contains(&fault.line) && fault.column >= 1,
            "{fault:?}"
        );
        let said = fault.to_string();
        assert_eq!(forbidden::first(&said, false), None, "{said:?}");
    }
}

/// Any file is a config with faults, and what holds of it is clean; an address is what may stand in
/// one and nothing else.
fn config(bytes: &[u8]) {
    let text = lossy(bytes);
    let (chosen, faults) = Chosen::read(Source {
        file: "config.toml",
        text: &text,
    });
    checked(&text, &faults);
    let variable = |_: &str| Some(text.clone());
    let (settings, wrong) = Settings::of("config.toml", chosen, &variable, &Flags::default());
    for said in wrong.iter().chain(settings.searches.keys()) {
        assert_eq!(forbidden::first(said, false), None, "{said:?}");
    }
    for query in settings.searches.values() {
        assert_eq!(forbidden::first(&query.value, false), None, "{query:?}");
    }
    for url in [text.as_str(), &format!("https://a{text}")] {
        if let Some(link) = Link::of(url) {
            assert!(link.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }
}

/// Any file is a keymap with faults; keys that parse print as keys that parse to the same.
fn keymap(bytes: &[u8]) {
    let text = lossy(bytes);
    let mut keymap = Keymap::built_in();
    let faults = keymap.lay_over(Source {
        file: "keymap.toml",
        text: &text,
    });
    checked(&text, &faults);
    if let Ok(keys) = parse_sequence(&text) {
        let printed: Vec<String> = keys.iter().map(KeyPress::to_string).collect();
        let again = parse_sequence(&printed.join(" "));
        assert_eq!(
            again.ok(),
            Some(keys.clone()),
            "{text:?} prints {printed:?}"
        );
        for mode in Mode::ALL {
            keymap.resolve(mode, &keys);
        }
    }
}

/// Any file is a theme with faults.
fn theme(bytes: &[u8]) {
    let text = lossy(bytes);
    let (_, faults) = Theme::read(Source {
        file: "theme.toml",
        text: &text,
    });
    checked(&text, &faults);
}

/// Any file is a log with problems; what is kept and what is said of it is clean; an act that is
/// added to it is there when it is read again, unless the log is of a newer version.
fn notes(bytes: &[u8]) {
    let folder = std::env::temp_dir().join(format!("linchpin-entries-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let log = Log::at(folder.join("notes.jsonl"));
    std::fs::write(log.path(), bytes).expect("a written file");
    let clean_notes = |notes: &Notes| {
        for (_, kept) in notes.iter() {
            assert!(is_clean(&kept.note) && kept.tags.iter().all(|tag| is_clean(tag)));
        }
    };
    let before = log.read().expect("a log that can be read");
    clean_notes(&before.notes);
    for problem in &before.problems {
        assert_eq!(forbidden::first(problem, false), None, "{problem:?}");
    }
    let act = Act::Mark {
        event: "x".to_owned(),
    };
    if log.append(&act).is_ok() {
        let after = log.read().expect("a log that can be read");
        clean_notes(&after.notes);
        assert!(after.notes.is_marked("x"));
        assert_eq!(after.problems.len(), before.problems.len());
    } else {
        assert!(before.newer);
    }
}
