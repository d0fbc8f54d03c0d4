//! Whichever call to the file system fails, what is told names the file, and nothing is said to be done
//! that was not.
//!
//! `FAIL_CALL` makes the n-th call fail (`src/disk.rs`); every scenario is run for n = 1, 2, … until
//! there is no n-th call.

#[expect(dead_code, reason = "a part is enough here")]
#[path = "torture/run.rs"]
mod run;

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use linchpin::notes::{Act, Log};

const LIMIT: Duration = Duration::from_mins(1);
const LOG: &str = "LINCHPIN_TEST_LOG";

/// What is run, and on what.
struct Scenario {
    /// Makes the files in a fresh folder.
    prepare: fn(&Path),
    arguments: &'static [&'static str],
    /// What must not be there, or be whole, after a run; with what it is then.
    written: Option<&'static str>,
}

/// A run of which one call failed.
struct Failed {
    ended: run::Ended,
    /// "open /…/a.md".
    call: String,
    path: PathBuf,
}

fn linchpin(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linchpin"));
    command.args(arguments);
    at_home(&mut command, folder);
    command
}

/// Runs it in the folder, which is its home as well.
fn at_home(command: &mut Command, folder: &Path) {
    command.current_dir(folder).env_clear().env("HOME", folder);
}

/// Runs it with the n-th call failing; `None` if there is no n-th call.
fn with_failing(mut command: Command, folder: &Path, n: usize) -> Option<Failed> {
    let told = folder.join("failed-call");
    command.env("FAIL_CALL", format!("{n}:{}", told.display()));
    let ended = run::ended(&mut command, LIMIT);
    let call = fs::read_to_string(told).ok()?;
    let (_, path) = call.split_once(' ').expect("a call and a path");
    let path = PathBuf::from(path);
    Some(Failed { ended, call, path })
}

/// Runs a scenario with each call failing in turn; returns how many there were.
fn every_call(scenario: &Scenario) -> usize {
    let fresh = || {
        let folder = tempfile::tempdir().expect("a folder");
        (scenario.prepare)(folder.path());
        folder
    };
    let folder = fresh();
    let good = run::ended(&mut linchpin(folder.path(), scenario.arguments), LIMIT);
    let whole = scenario.written.map(|name| {
        fs::read(folder.path().join(name)).expect("what is written where nothing fails")
    });
    for n in 1.. {
        let folder = fresh();
        let command = linchpin(folder.path(), scenario.arguments);
        let Some(failed) = with_failing(command, folder.path(), n) else {
            assert!(n > 1, "no call at all: {good:?}");
            return n - 1;
        };
        let context = format!("{n}: {} gave {:?}", failed.call, failed.ended);
        assert!(matches!(failed.ended.code, Some(0..=4)), "{context}");
        let told = format!("{}{}", failed.ended.out, failed.ended.err);
        // What was of no consequence, such as a cache that cannot be read, need not be told.
        let same = failed.ended.code == good.code && failed.ended.out == good.out;
        let path = failed.path.strip_prefix(folder.path());
        let path = path.unwrap_or(&failed.path);
        let named = |path: &Path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            told.contains(&*name)
        };
        // A copy for the library has a name of its own until it is whole.
        let passing = path.extension().is_some_and(|ending| ending == "tmp");
        let harmless = same && !path.ends_with("notes.jsonl");
        assert!(
            harmless || named(path) || passing && told.contains("not read: it cannot be copied"),
            "{context}"
        );
        if let Some(written) = scenario.written {
            let is = fs::read(folder.path().join(written)).ok();
            let uncorrected = path.ends_with("notes.jsonl");
            assert!(
                is.is_none() || is == whole || uncorrected,
                "half of it: {context}"
            );
            assert_eq!(failed.ended.code == Some(0), is.is_some(), "{context}");
        }
    }
    unreachable!("a program makes so many calls and no more")
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("written");
}

/// One file of each kind of reading.
fn documents(folder: &Path) {
    let text = "# Talks\n\nSeoul, 3 March 2021\n\nThe Foreign Minister met the Secretary of State in Seoul on 2 March 2021.\n";
    write(folder, "in/a.md", text);
    write(folder, "in/b.csv", "Datum;Was\n2021-03-16;Talks in Tokyo\n");
    write(
        folder,
        "in/b.csv.mapping.toml",
        "[columns]\nDatum = \"date\"\nWas = \"title\"\n",
    );
    write(
        folder,
        "in/deep/c.jsonl",
        "{\"date\":\"2021-03-17\",\"title\":\"Talks in Seoul\"}\n",
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("d.txt", options).expect("an entry");
    zip.write_all(text.as_bytes()).expect("an entry");
    write(
        folder,
        "in/e.zip",
        zip.finish().expect("an archive").into_inner(),
    );
}

fn settings(folder: &Path) {
    let config = ".config/linchpin";
    write(
        folder,
        &format!("{config}/config.toml"),
        "theme = \"own\"\n",
    );
    write(
        folder,
        &format!("{config}/keymap.toml"),
        "[list]\nmark = \"x\"\n",
    );
    write(folder, &format!("{config}/themes/own.toml"), "");
}

#[test]
fn a_load_names_every_file_that_cannot_be_read() {
    let check = Scenario {
        prepare: documents,
        arguments: &["check", "in"],
        written: None,
    };
    let calls = every_call(&check);
    // Keeps what it understood, which `check` does not.
    let search = Scenario {
        arguments: &["search", "--only", "in", "--", "seoul"],
        ..check
    };
    println!("{calls} calls of check, {} of search", every_call(&search));
}

#[test]
fn a_file_that_is_named_is_named_when_it_cannot_be_read() {
    let scenario = Scenario {
        prepare: documents,
        arguments: &["timex", "in/a.md"],
        written: None,
    };
    println!("{} calls of timex", every_call(&scenario));
}

#[test]
fn an_export_is_whole_or_not_there() {
    let scenario = Scenario {
        prepare: |folder| {
            let event = "2024-08-17-leaders-mark-the-first-year-since-camp-david".to_owned();
            let date = "2024-08-18".to_owned();
            let log = Log::at(folder.join(".local/share/linchpin/notes.jsonl"));
            log.append(&Act::Redate { event, date }).expect("a save");
        },
        arguments: &[
            "export", "camp", "david", "--format", "md", "--out", "brief.md",
        ],
        written: Some("brief.md"),
    };
    println!("{} calls of export", every_call(&scenario));
}

#[test]
fn a_mapping_is_whole_or_not_there() {
    let scenario = Scenario {
        prepare: |folder| write(folder, "b.csv", "Datum;Was\n2021-03-16;Talks in Tokyo\n"),
        arguments: &["map", "b.csv", "--save"],
        written: Some("b.csv.mapping.toml"),
    };
    println!("{} calls of map", every_call(&scenario));
}

#[test]
fn settings_that_cannot_be_read_are_named() {
    let config = Scenario {
        prepare: settings,
        arguments: &["config"],
        written: None,
    };
    let calls = every_call(&config);
    let doctor = Scenario {
        arguments: &["doctor"],
        ..config
    };
    println!("{calls} calls of config, {} of doctor", every_call(&doctor));
}

#[test]
fn what_cannot_be_copied_to_the_library_is_named() {
    let scenario = Scenario {
        prepare: documents,
        arguments: &["add", "in"],
        written: None,
    };
    println!("{} calls of add", every_call(&scenario));
}

/// Not a test by itself: makes the save that the environment asks for.
#[test]
fn one_save() {
    if let Some(path) = std::env::var_os(LOG) {
        let act = Act::Mark {
            event: "new".to_owned(),
        };
        if let Err(error) = Log::at(path).append(&act) {
            eprintln!("not saved: {error}");
            std::process::exit(3);
        }
    }
}

#[test]
fn a_note_that_cannot_be_kept_is_told_with_the_name_of_the_log() {
    for old in [false, true] {
        let mut n = 0;
        loop {
            n += 1;
            let folder = tempfile::tempdir().expect("a folder");
            let log = Log::at(folder.path().join("notes/notes.jsonl"));
            if old {
                let act = Act::Mark {
                    event: "old".to_owned(),
                };
                log.append(&act).expect("a save");
            }
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.args(["--exact", "one_save", "--nocapture"]);
            at_home(&mut command, folder.path());
            command.env(LOG, log.path());
            let Some(failed) = with_failing(command, folder.path(), n) else {
                break;
            };
            let context = format!("{n}: {} gave {:?}", failed.call, failed.ended);
            let read = log.read().expect("a log that can be read");
            assert_eq!(read.notes.is_marked("old"), old, "{context}");
            assert_eq!(failed.ended.code, Some(3), "{context}");
            assert!(failed.ended.err.contains("notes"), "{context}");
            assert!(
                !read.notes.is_marked("new") || failed.call.starts_with("sync"),
                "{context}"
            );
        }
        println!("{} calls of a save", n - 1);
        assert!(n > 8);
    }
}
