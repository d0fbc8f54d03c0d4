//! The commands as scripts see them: exit codes, shapes, and what goes where.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn linchpin(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .args(arguments)
        // Nobody's library, notes and settings.
        .env("HOME", "/nonexistent")
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME")
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

#[track_caller]
fn json(arguments: &[&str]) -> serde_json::Value {
    let output = linchpin(arguments);
    serde_json::from_slice(&output.stdout).expect("standard output is one JSON value")
}

#[track_caller]
fn text(arguments: &[&str], code: i32) -> String {
    let output = linchpin(arguments);
    assert_eq!(
        output.status.code(),
        Some(code),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn keys(value: &serde_json::Value) -> Vec<&str> {
    value
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect()
}

/// The five documents that the project began with, where they are at hand.
fn seeds() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

#[test]
fn since_and_until_bound_what_is_found() {
    let days = |arguments: &[&str]| -> Vec<String> {
        let found = text(&[&["search", "blinken"], arguments].concat(), 0);
        let day = |line: &str| line.get(..7).unwrap_or_default().to_owned();
        found.lines().map(day).collect()
    };
    let all = days(&[]);
    let later = days(&["--since", "2022"]);
    let between = days(&["--since", "2022", "--until", "2022-06"]);
    assert!(between.len() < later.len() && later.len() < all.len());
    assert!(later.iter().all(|day| day.as_str() >= "2022"), "{later:?}");
    assert!(
        between.iter().all(|day| day.as_str() <= "2022-06"),
        "{between:?}"
    );
    let earlier = days(&["--until", "2021"]);
    assert_eq!(earlier.len() + later.len(), all.len());
    let wrong = linchpin(&["search", "--since", "lately", "blinken"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn search_prints_one_event_a_line() {
    let found = text(&["search", "blinken", "seoul"], 0);
    assert!(found.lines().count() >= 4, "{found}");
    for line in found.lines() {
        assert!(
            line.starts_with("20"),
            "a line begins with its date: {line}"
        );
    }
}

#[test]
fn search_json_has_the_shape_that_scripts_rely_on() {
    let found = json(&["search", "--json", "2021-03 tokyo"]);
    let expected = [
        "schema",
        "query",
        "understood",
        "issues",
        "remarks",
        "total",
        "loose",
        "answer",
        "events",
    ];
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(keys(&found), expected);
    assert_eq!(found["schema"], 1);
    let event = &found["events"][0];
    for key in [
        "id",
        "date",
        "first",
        "last",
        "title",
        "summary",
        "kind",
        "status",
        "countries",
        "participants",
        "places",
        "topics",
        "sources",
        "unsourced",
        "tier",
        "score",
    ] {
        assert!(!event[key].is_null() || key == "date", "{key} in {event}");
    }
    let cameo = event["cameo"].as_str().unwrap_or("010");
    assert!(cameo.len() >= 3 && event.get("plover").is_some(), "{event}");
    let source = &event["sources"][0];
    assert_eq!(keys(source), ["id", "locator", "quote", "title", "url"]);
}

#[test]
fn last_answers_in_one_line_and_in_parts() {
    let line = text(&["last", "blinken", "seoul"], 0);
    assert_eq!(line.lines().count(), 1);
    assert!(
        line.contains("6 Jan 2025") && line.contains("visits"),
        "{line}"
    );
    let parts = json(&["last", "--json", "blinken", "seoul"]);
    assert_eq!(parts["event"]["first"], "2025-01-06");
    assert!(parts["count"].as_u64().is_some_and(|count| count >= 4));
    assert!(
        parts["previous"]["first"]
            .as_str()
            .is_some_and(|day| day.starts_with("2024-03"))
    );
}

#[test]
fn last_and_first_say_what_it_was() {
    let line = text(&["last", "takaichi", "washington"], 0);
    assert!(line.contains("19 Mar 2026: "), "{line}");
    let line = text(&["first", "trump", "kim jong un", "met"], 0);
    assert!(line.starts_with("First 12 Jun 2018: "), "{line}");
    // Nobody who was never there was there last.
    let none = text(&["last", "rubio", "seoul"], 1);
    assert!(none.starts_with("0 visits"), "{none}");
    text(&["last", "ishiba", "seoul"], 1);
}

#[test]
fn a_word_is_left_out_with_a_dash_as_in_the_browser() {
    let ids = |arguments: &[&str]| text(&[&["search"], arguments].concat(), 0);
    let without = ids(&["blinken", "-seoul"]);
    assert_eq!(without, ids(&["--", "blinken", "-seoul"]));
    assert_eq!(without, ids(&["blinken", "!seoul"]));
    assert_ne!(without, ids(&["blinken"]));
    assert_eq!(linchpin(&["search", "--seoul"]).status.code(), Some(2));
    assert!(text(&["search", "-h"], 0).contains("Usage"));
}

#[test]
fn nothing_found_is_told_by_exit_code_one_and_a_reason() {
    let output = linchpin(&["search", "xyzzyplugh"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let reason = String::from_utf8_lossy(&output.stderr);
    assert!(reason.contains("xyzzyplugh"), "{reason}");
}

#[test]
fn what_was_exported_is_read_again_as_what_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let asked = ["2018-01..2018-04"];
    let fields = |answer: &serde_json::Value| -> Vec<serde_json::Value> {
        let event = |event: &serde_json::Value| {
            let urls = event["sources"].as_array().expect("sources");
            let urls: Vec<_> = urls.iter().map(|source| source["url"].clone()).collect();
            let same = [
                "id",
                "date",
                "title",
                "kind",
                "status",
                "countries",
                "confidence",
                "unsourced",
            ];
            let same = same.map(|field| event[field].clone());
            serde_json::json!([same, urls, event["participants"].as_array().map(Vec::len)])
        };
        answer["events"]
            .as_array()
            .expect("events")
            .iter()
            .map(event)
            .collect()
    };
    let asked_of = |more: &[&str]| json(&[&["search", "--json"], more].concat());
    let before = asked_of(&asked);
    assert!(fields(&before).len() > 5);
    for format in ["json", "jsonl", "csv", "ics"] {
        let path = folder.path().join(format!("own.{format}"));
        let path = path.to_str().expect("a path");
        let exported =
            linchpin(&[&["export", "--format", format, "--out", path], &asked[..]].concat());
        assert_eq!(exported.status.code(), Some(0), "{exported:?}");
        let beside = asked_of(&[&[path, "--"], &asked[..]].concat());
        let mut read = vec![beside];
        if format.starts_with("json") {
            read.push(asked_of(&[&["--only", path, "--"], &asked[..]].concat()));
        }
        for answer in read {
            let (after, before) = (fields(&answer), fields(&before));
            for (after, before) in after.iter().zip(&before) {
                assert_eq!(after, before, "{format}");
            }
            assert_eq!(after.len(), before.len(), "{format}");
        }
    }
}

#[test]
fn a_date_may_be_typed_as_anywhere_else() {
    let same = [
        &["on", "aug", "2023"][..],
        &["on", "2023-08"],
        &["on", "august 2023"],
    ];
    let [first, rest @ ..] = same.map(|arguments| linchpin(arguments).stdout);
    assert!(!first.is_empty());
    assert!(rest.iter().all(|other| *other == first));
    let yearly = String::from_utf8(linchpin(&["on", "06-12"]).stdout).expect("text");
    assert!(yearly.contains("2018-06-12"), "{yearly}");
    let never = linchpin(&["on", "2099-01-01"]);
    assert_eq!(never.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&never.stderr).contains("no event is told of 2099-01-01"));
}

#[test]
fn a_name_that_nobody_has_is_told_with_one_that_is_like_it() {
    for (arguments, near) in [
        (&["who", "bliken"][..], "did you mean “Blinken”?"),
        (&["officials", "bliken"], "did you mean “Blinken”?"),
        (
            &["show", "2025-01-06-blinken-soul-visit"],
            "did you mean “2025-01-06-blinken-seoul-visit”?",
        ),
        (&["show", "xyzzy"], "no event has the id “xyzzy”"),
    ] {
        let output = linchpin(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let reason = String::from_utf8_lossy(&output.stderr);
        assert!(reason.contains(near), "{reason}");
    }
}

#[test]
fn an_event_is_shown_with_what_its_sources_say_otherwise() {
    let output = linchpin(&["show", "2021-03-15-blinken-tokyo-visit"]);
    let text = String::from_utf8_lossy(&output.stdout);
    for part in [
        "confidence high",
        "dates it 15–17 Mar 2021",
        "dates it 17–18 Mar 2021",
    ] {
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn trouble_is_told_by_exit_code_two_and_a_sentence() {
    for arguments in [
        &["on", "2021-13"][..],
        &["export", "--format", "docx", "kim"],
        &["--bogus"],
    ] {
        let output = linchpin(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn without_a_terminal_the_browser_names_the_command_to_use() {
    let output = linchpin(&[]);
    assert_eq!(output.status.code(), Some(2));
    let reason = String::from_utf8_lossy(&output.stderr);
    assert!(reason.contains("linchpin search"), "{reason}");
    assert!(
        !output.stdout.contains(&0x1B),
        "no escape sequence reaches a pipe"
    );
}

#[test]
fn every_command_has_its_page_of_the_manual() {
    assert!(text(&["man"], 0).contains(".TH linchpin 1"));
    assert!(text(&["man", "search"], 0).contains(".TH linchpin-search 1"));
    assert_eq!(text(&["man", "serach"], 2), "");
    let folder = tempfile::tempdir().expect("a folder");
    let man = folder.path().join("share/man1");
    text(&["man", "--out", man.to_str().expect("UTF-8")], 0);
    for page in ["linchpin.1", "linchpin-export.1"] {
        assert!(man.join(page).is_file(), "{page}");
    }
    let hostile = man.join("linchpin.1/\u{1b}]0;x\u{7}");
    let output = linchpin(&["man", "--out", hostile.to_str().expect("UTF-8")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.contains(&0x1b));
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .args(["officials"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn an_official_is_found_in_every_script_and_order() {
    let name = |typed: &str| text(&["who", typed], 0).lines().next().map(str::to_owned);
    let expected = name("Yoon Suk Yeol");
    assert!(expected.is_some());
    for typed in ["윤석열", "suk yeol yoon", "YOON SUK-YEOL"] {
        assert_eq!(name(typed), expected, "{typed}");
    }
}

#[test]
fn an_export_is_never_written_over_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("brief.md");
    let arguments = [
        "export",
        "--format",
        "md",
        "--out",
        path.to_str().expect("UTF-8"),
        "camp david",
    ];
    assert_eq!(linchpin(&arguments).status.code(), Some(0));
    let written = std::fs::read(&path).expect("it is there");
    assert_eq!(linchpin(&arguments).status.code(), Some(2));
    assert_eq!(std::fs::read(&path).expect("it is still there"), written);
}

#[test]
fn the_seeds_are_read_into_events_with_their_sentences() {
    let Some(seeds) = seeds() else { return };
    let found = json(&["extract", "--json", seeds.to_str().expect("UTF-8")]);
    assert_eq!(found["docs"].as_array().map(Vec::len), Some(5));
    let events = found["events"].as_array().expect("a list");
    let two_plus_two: Vec<_> = events
        .iter()
        .filter(|event| event["kind"] == "2+2" && event["date"] == "2021-03-16/2021-03-17")
        .collect();
    assert!(two_plus_two.len() >= 2, "two of the documents tell it");
    for event in events {
        assert!(
            event["quote"]
                .as_str()
                .is_some_and(|quote| !quote.is_empty()),
            "{event}"
        );
    }
}

#[test]
fn the_seeds_stand_on_the_timeline_beside_the_record() {
    let Some(seeds) = seeds() else { return };
    let seeds = seeds.to_str().expect("UTF-8");
    let found = json(&["search", "--json", seeds, "--", "motegi austin 2021-03"]);
    let quoted = found["events"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|event| event["sources"].as_array().expect("a list"))
        .any(|source| {
            source["quote"]
                .as_str()
                .is_some_and(|quote| quote.contains("2+2"))
        });
    assert!(quoted, "an event shows the sentence it came from");
}

#[test]
fn bad_files_are_named_and_the_rest_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).expect("a file");
    };
    file("binary.txt", &[0u8, 159, 146, 150, 0, 0, 0, 1, 2, 3]);
    file(
        "good.md",
        b"---\ndate: 2021-03-10\n---\nBlinken will visit Seoul on March 17.\n",
    );
    file(
        "latin.txt",
        b"Fran\xE7ois met Blinken in Seoul on 3 May 2021.\n",
    );
    let missing = folder.path().join("missing.txt");
    let output = linchpin(&[
        "check",
        "--json",
        folder.path().to_str().expect("UTF-8"),
        missing.to_str().expect("UTF-8"),
    ]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let files = report["files"].as_array().expect("a list");
    assert_eq!(files.len(), 4);
    let sum: u64 = ["events", "undated", "skipped", "trouble"]
        .iter()
        .map(|state| report[*state].as_u64().expect("a number"))
        .sum();
    assert_eq!(sum, 4, "every file ends in exactly one state");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("missing.txt"), "{told}");
}

#[test]
fn a_document_is_found_by_its_title_word_for_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("trip.md");
    let front = "---\ntitle: The Secretary's Travel to Tokyo and Seoul\ndate: 2021-03-10\n---\n";
    let told = "Antony Blinken will meet Chung Eui-yong in Seoul on March 17.\n";
    std::fs::write(&path, format!("{front}{told}")).expect("a file");
    let path = path.to_str().expect("UTF-8");
    for query in [
        "source:\"The Secretary's Travel to Tokyo and Seoul\"",
        "source:\"Secretary's Travel\"",
        "source:travel blinken",
    ] {
        let found = text(&["search", path, "--", query], 0);
        assert!(found.contains("Chung Eui-yong"), "{query}: {found}");
    }
}

#[test]
fn a_path_that_is_not_there_ends_the_browser_with_the_command_that_was_meant() {
    for arguments in [&["serach"][..], &["serach", "--plain"]] {
        let output = linchpin(arguments);
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8_lossy(&output.stderr);
        let expected = "serach: there is no such file or folder; did you mean the command search?";
        assert!(told.contains(expected), "{told}");
    }
}
