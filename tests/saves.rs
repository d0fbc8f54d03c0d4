//! A save is there or it is not, whatever fails and whenever the program is killed.
//!
//! Each system call that a save makes on its file is made to fail, or to kill the program, by strace.
//! The save is made by this test program itself, started again for `one_save`.
#![cfg(target_os = "linux")]

#[expect(dead_code, reason = "a part is enough here")]
#[path = "torture/run.rs"]
mod run;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use linchpin::notes::{Act, Log};

const FILE: &str = "LINCHPIN_TEST_LOG";
const NAME: &str = "LINCHPIN_TEST_ACTS";
const LIMIT: Duration = Duration::from_secs(30);

fn mark(event: &str) -> Act {
    Act::Mark {
        event: event.to_owned(),
    }
}

/// Not a test by itself: makes the saves that the environment asks for.
#[test]
fn one_save() {
    let (Some(path), Ok(name)) = (std::env::var_os(FILE), std::env::var(NAME)) else {
        return;
    };
    let log = Log::at(path);
    for event in name.split(',') {
        log.append(&mark(event)).expect("a save");
    }
}

fn saver(command: &mut Command, path: &Path, events: &str) -> run::Ended {
    let me = std::env::current_exe().expect("this program");
    command
        .arg(me)
        .args(["--exact", "one_save", "--nocapture"])
        .env(FILE, path)
        .env(NAME, events);
    run::ended(command, LIMIT)
}

/// The events that the log says are marked.
fn marked(path: &Path) -> Vec<String> {
    let read = Log::at(path).read().expect("a log that can be read");
    let marked = read.notes.iter().filter(|(_, kept)| kept.marked);
    marked.map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn a_save_is_whole_or_absent_whichever_call_fails_or_kills() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("skipped: strace is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.jsonl");
    let mut runs = 0;
    for call in [
        "openat",
        "flock",
        "statx",
        "read",
        "lseek",
        "write",
        "fdatasync",
        "ftruncate",
    ] {
        for fault in ["error=ENOSPC", "error=EIO", "error=EINTR", "signal=KILL"] {
            for when in 1..=2 {
                let _ = fs::remove_file(&path);
                Log::at(&path).append(&mark("old")).expect("a save");
                let mut strace = Command::new("strace");
                strace
                    .args(["-f", "-qq", "-o", "/dev/null", "-P"])
                    .arg(&path)
                    .arg("-e");
                strace.arg(format!("inject={call}:{fault}:when={when}"));
                let ended = saver(&mut strace, &path, "new");
                let found = marked(&path);
                let context = format!("{call} {fault} {when}: {found:?}, {:?}", ended.code);
                assert!(found.contains(&"old".to_owned()), "lost: {context}");
                let saved = found.contains(&"new".to_owned());
                assert!(
                    saved || ended.code != Some(0),
                    "said to be saved: {context}"
                );
                // What is half written hides nothing that is saved after it.
                Log::at(&path).append(&mark("later")).expect("a save");
                let after = marked(&path);
                assert!(
                    after.contains(&"later".to_owned()),
                    "{context} then {after:?}"
                );
                assert_eq!(
                    after.contains(&"new".to_owned()),
                    saved,
                    "{context} then {after:?}"
                );
                let litter = fs::read_dir(folder.path()).expect("a folder").count();
                assert_eq!(litter, 1, "{context}");
                runs += 1;
            }
        }
    }
    println!("{runs} saves with a fault");
}

#[test]
fn every_save_flushes_its_line_and_the_first_its_folder_too() {
    if Command::new("strace").arg("-V").output().is_err() {
        println!("skipped: strace is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().canonicalize().expect("a folder");
    let trace = home.join("trace");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync", "-o"]);
    strace.arg(&trace);
    let notes = home.join("notes/log.jsonl");
    assert_eq!(saver(&mut strace, &notes, "first,second").code, Some(0));
    let trace = fs::read_to_string(trace).expect("a trace");
    // "123 fsync(4</a/folder>) = 0": the call and the last part of the path.
    let flushed: Vec<_> = trace
        .lines()
        .filter_map(|line| {
            let (call, path) = line.split_once('(')?;
            let path = path.split_once('<')?.1.split_once('>')?.0;
            Some((call.rsplit_once(' ')?.1, path.rsplit_once('/')?.1))
        })
        .collect();
    let line = ("fdatasync", "log.jsonl");
    assert_eq!(flushed, [line, ("fsync", "notes"), line], "{trace}");
}

#[test]
fn a_save_that_finds_no_room_is_told_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.jsonl");
    Log::at(&path).append(&mark("old")).expect("a save");
    let size = fs::metadata(&path).expect("a file").len();
    // A limit on the size of files, in blocks of 512 or 1024 bytes; the log is filled up to it.
    let filler = "\n".repeat(1_024 - size as usize - 10);
    fs::write(&path, fs::read_to_string(&path).expect("a log") + &filler).expect("a written file");
    let mut limited = Command::new("sh");
    limited.args([
        "-c",
        "ulimit -f 1 2>/dev/null; trap '' XFSZ; exec \"$0\" \"$@\"",
    ]);
    let ended = saver(&mut limited, &path, &"x".repeat(2_000));
    assert_ne!(ended.code, Some(0), "{ended:?}");
    assert_eq!(marked(&path), ["old"]);
}

#[test]
fn two_programs_with_two_hundred_marks_each_make_four_hundred() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("notes.jsonl");
    let names = |writer: &str| {
        (0..200)
            .map(|n| format!("{writer}{n}"))
            .collect::<Vec<_>>()
            .join(",")
    };
    std::thread::scope(|scope| {
        for writer in ["a", "b"] {
            let (path, events) = (&path, names(writer));
            scope.spawn(move || {
                let mut plain = Command::new("env");
                assert_eq!(saver(&mut plain, path, &events).code, Some(0));
            });
        }
    });
    assert_eq!(marked(&path).len(), 400);
}
