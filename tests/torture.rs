//! Hostile input: nothing that is read can crash, hang, hide its neighbours or drive the terminal.
//!
//! The inputs are made by `torture/`, one file for each sort of attack, so that a fresh clone has
//! them all. They are read in the process, on a thread with a 2 MiB stack, and once more by the
//! program, all in one folder.

#[path = "torture/dates.rs"]
mod dates;
#[path = "torture/encodings.rs"]
mod encodings;
#[path = "torture/escapes.rs"]
mod escapes;
#[path = "torture/forbidden.rs"]
mod forbidden;
#[path = "torture/input.rs"]
mod input;
#[path = "torture/markup.rs"]
mod markup;
#[path = "torture/run.rs"]
mod run;
#[path = "torture/tables.rs"]
mod tables;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use linchpin::document::{Document, EventRow, Origin};
use linchpin::load::{FileReport, FileState, LoadOptions, Loaded, Notice, Reader};

use input::{Input, Want};

/// Endings whose format is read; of other files only the general promises are asked.
const READ: &[&str] = &[
    "txt", "md", "html", "xml", "json", "jsonl", "csv", "ics", "rss",
];
/// A benign file stands in every folder; its words must be there whatever stands beside it.
const CANARY: &str = "# The canary sings\n\n2 February 2020\n\nIt was well.\n";
/// No input here is larger than half a megabyte; an unoptimised build reads the slowest in a tenth
/// of this.
const PATIENCE: Duration = Duration::from_secs(10);

fn all() -> Vec<Input> {
    let mut all = escapes::inputs();
    all.extend(encodings::inputs());
    all.extend(markup::inputs());
    all.extend(tables::inputs());
    all.extend(dates::inputs());
    all
}

/// Runs on a thread with the stack of a worker; an overflow there ends the test program.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work);
    if let Err(panic) = thread.expect("a thread").join() {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn every_hostile_input_is_survived_and_accounted_for() {
    on_a_small_stack(|| {
        let reader = Reader::new(LoadOptions::default());
        let mut broken = Vec::new();
        for input in all() {
            let begun = Instant::now();
            let origin = Origin::File(PathBuf::from(&input.name).into(), None);
            let (loaded, report) = reader.read(&input.bytes, &origin);
            let mut told = |what: String| broken.push(format!("{}: {what}", input.name));
            if begun.elapsed() > PATIENCE {
                told(format!("took {:?}", begun.elapsed()));
            }
            let [file] = report.files.as_slice() else {
                told(format!("ended in {} states", report.files.len()));
                continue;
            };
            check_outcome(&input, file, &loaded, &mut told);
            check_texts(&loaded, file, &mut told);
        }
        assert!(broken.is_empty(), "{}\n", broken.join("\n"));
    });
}

fn check_outcome(input: &Input, file: &FileReport, loaded: &Loaded, told: &mut impl FnMut(String)) {
    let ending = input.name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if !READ.contains(&ending) {
        return;
    }
    let read = matches!(file.state, FileState::Events | FileState::Undated);
    let holds = match input.want {
        Want::Read => read,
        Want::Told => !read || !file.warnings.is_empty(),
        Want::Refused => !read,
        Want::Any => true,
    };
    if !holds {
        told(format!(
            "should be {:?}: {file} {:?}",
            input.want, file.warnings
        ));
    }
    if let Some(words) = input.shows {
        let there = texts(loaded).iter().any(|text| text.contains(words));
        if !there {
            told(format!("{words:?} is not in what was read"));
        }
    }
    if let Some(line) = input.line {
        let named = notices(file).iter().any(|notice| notice.line == Some(line));
        if !named {
            told(format!("line {line} is not named: {:?}", notices(file)));
        }
    }
}

/// Everything that was read is clean, whoever shows it later.
fn check_texts(loaded: &Loaded, file: &FileReport, told: &mut impl FnMut(String)) {
    for text in texts(loaded) {
        if let Some(c) = forbidden::first(text, true) {
            told(format!("U+{:04X} was let through", c as u32));
        }
        if tallest_pile(text) > 4 {
            told("marks pile up".to_owned());
        }
    }
    for document in &loaded.documents {
        let mut end = 0;
        for block in &document.blocks {
            let inside = document.text.get(block.span.range()).is_some();
            if block.span.start < end || !inside {
                told(format!(
                    "{:?} is out of order or out of the text",
                    block.span
                ));
            }
            end = block.span.end;
        }
        if document.title.is_empty() || document.title.contains('\n') {
            told("its title is not one line".to_owned());
        }
    }
    if file.warnings.len() > 20 {
        told("more than 20 warnings are kept".to_owned());
    }
    for notice in notices(file) {
        if forbidden::first(&notice.why, false).is_some() || notice.why.chars().count() > 200 {
            told(format!("a reason is unclean or endless: {:?}", notice.why));
        }
    }
    if forbidden::first(&file.to_string(), false).is_some() {
        told("its line in the report is unclean".to_owned());
    }
}

fn notices(file: &FileReport) -> Vec<&Notice> {
    let trouble = match &file.state {
        FileState::Trouble(notice) => Some(notice),
        FileState::Events | FileState::Undated | FileState::Skipped(_) => None,
    };
    trouble.into_iter().chain(&file.warnings).collect()
}

fn texts(loaded: &Loaded) -> Vec<&str> {
    let documents = loaded.documents.iter().flat_map(of_document);
    documents
        .chain(loaded.rows.iter().flat_map(of_row))
        .collect()
}

fn of_document(document: &Document) -> Vec<&str> {
    let optional = [&document.publisher, &document.url, &document.language];
    let named = optional.into_iter().flatten().map(String::as_str);
    [document.text.as_str(), &document.title]
        .into_iter()
        .chain(named)
        .collect()
}

fn of_row<'r>(row: &'r EventRow<'_>) -> Vec<&'r str> {
    let mut all = vec![&*row.title, &row.summary];
    all.extend(
        [&row.id, &row.kind, &row.status]
            .into_iter()
            .flatten()
            .map(AsRef::as_ref),
    );
    for list in [&row.countries, &row.places, &row.topics] {
        all.extend(list.iter().map(AsRef::as_ref));
    }
    for person in &row.participants {
        all.push(&person.name);
        all.extend(person.role.as_deref());
        all.extend(person.country.as_deref());
    }
    for source in &row.sources {
        all.push(&source.title);
        all.extend(
            [&source.locator, &source.quote, &source.url]
                .into_iter()
                .flatten()
                .map(AsRef::as_ref),
        );
    }
    all
}

/// The longest run of marks that pile up on one cell.
fn tallest_pile(text: &str) -> usize {
    let (mut tallest, mut pile) = (0, 0);
    for c in text.chars() {
        let mark = matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}'
            | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{20D0}'..='\u{20F0}' | '\u{3099}' | '\u{309A}');
        pile = if mark { pile + 1 } else { 0 };
        tallest = tallest.max(pile);
    }
    tallest
}

#[test]
fn what_is_cut_off_or_flipped_anywhere_is_survived() {
    on_a_small_stack(|| {
        let reader = Reader::new(LoadOptions::default());
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        let mut random = move |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as usize % below.max(1)
        };
        let small = all()
            .into_iter()
            .filter(|input| (1..4_000).contains(&input.bytes.len()));
        for input in small {
            let origin = Origin::File(PathBuf::from(&input.name).into(), None);
            for _ in 0..3 {
                let mut bytes = input.bytes.clone();
                let at = random(bytes.len());
                bytes[at] ^= 1 << random(8);
                bytes.truncate(random(bytes.len() * 2) + 1);
                let (loaded, report) = reader.read(&bytes, &origin);
                let mut broken = Vec::new();
                check_texts(&loaded, &report.files[0], &mut |what| broken.push(what));
                assert!(broken.is_empty(), "{}: {broken:?}: {bytes:?}", input.name);
            }
        }
    });
}

#[test]
fn a_folder_of_all_of_them_is_read_and_hides_no_good_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let inputs = all();
    for input in &inputs {
        fs::write(folder.path().join(&input.name), &input.bytes).expect("a written file");
    }
    fs::write(folder.path().join("000-canary.md"), CANARY).expect("a written file");
    let ended = run::on_a_small_stack(&["check", "."], folder.path(), 4 * PATIENCE);
    let (out, err) = (&ended.out, &ended.err);
    assert_eq!(ended.code, Some(0), "{err}");
    assert!(out.contains("The canary sings"), "{out}");
    assert_eq!(forbidden::first(out, false), None, "{out}");
    assert_eq!(forbidden::first(err, false), None, "{err}");
    assert!(err.lines().count() <= 20 && err.len() <= 8_192, "{err}");
    let files = inputs
        .iter()
        .map(|input| &input.name)
        .collect::<std::collections::BTreeSet<_>>()
        .len()
        + 1;
    let last = out.lines().last().unwrap_or_default();
    let numbers: Vec<usize> = last
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    assert_eq!(numbers.first(), Some(&files), "{last}");
    assert_eq!(numbers.iter().skip(1).sum::<usize>(), files, "{last}");
}

#[test]
fn the_report_as_json_is_json_whatever_was_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for input in escapes::inputs().iter().chain(&encodings::inputs()) {
        fs::write(folder.path().join(&input.name), &input.bytes).expect("a written file");
    }
    let ended = run::on_a_small_stack(&["check", "--json", "."], folder.path(), 4 * PATIENCE);
    let value: serde_json::Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(value["schema"], 1);
    assert_eq!(forbidden::first(&ended.out, false), None);
}
