mod corrections;

use std::fs;

use super::*;

fn log() -> (tempfile::TempDir, Log) {
    let folder = tempfile::tempdir().unwrap();
    let log = Log::at(folder.path().join("new/notes.jsonl"));
    (folder, log)
}

fn mark(event: &str) -> Act {
    Act::Mark {
        event: event.to_owned(),
    }
}

#[test]
fn what_was_appended_is_read_again() {
    let (_folder, log) = log();
    assert_eq!(log.read().unwrap(), Read::default());
    log.append(&mark("a")).unwrap();
    log.append(&Act::Note {
        event: "b".to_owned(),
        text: "윤 \"x\"\n".to_owned(),
    })
    .unwrap();
    let after = log
        .append(&Act::Unmark {
            event: "a".to_owned(),
        })
        .unwrap();
    assert_eq!(log.read().unwrap(), after);
    assert!(!after.notes.is_marked("a"));
    assert_eq!(after.notes.of("b").unwrap().note, "윤 \"x\"\n");
    assert_eq!(fs::read_to_string(log.path()).unwrap().lines().count(), 3);
}

#[test]
fn a_log_that_cannot_be_opened_is_not_an_empty_one() {
    let (_folder, log) = log();
    log.append(&mark("a")).unwrap();
    let below = Log::at(log.path().join("notes.jsonl"));
    assert!(matches!(below.read(), Err(LogError::Io { .. })));
}

#[test]
fn a_half_line_loses_itself_alone() {
    let (_folder, log) = log();
    log.append(&mark("a")).unwrap();
    let half = format!(
        "{}{{\"schema\":1,\"act\":\"ma",
        fs::read_to_string(log.path()).unwrap()
    );
    fs::write(log.path(), &half).unwrap();
    log.append(&mark("b")).unwrap();
    let read = log.read().unwrap();
    assert!(read.notes.is_marked("a") && read.notes.is_marked("b"));
    assert_eq!(read.problems.len(), 1);
    let told = &read.problems[0];
    assert!(told.contains("notes.jsonl:2: "), "{told}");
    assert!(!told.contains("newer"), "{told}");
    assert!(fs::read_to_string(log.path()).unwrap().starts_with(&half));
}

#[test]
fn a_newer_log_is_read_and_never_written_to() {
    let (_folder, log) = log();
    log.append(&mark("a")).unwrap();
    // The second means something else than it did, for all we know.
    let text = fs::read_to_string(log.path()).unwrap()
        + "{\"schema\":2,\"act\":\"dream\"}\n{\"schema\":2,\"act\":\"mark\",\"event\":\"c\"}\n";
    fs::write(log.path(), &text).unwrap();
    let read = log.read().unwrap();
    assert!(read.newer && read.notes.is_marked("a") && !read.notes.is_marked("c"));
    assert!(read.problems[0].ends_with("notes.jsonl:2: from a newer version"));
    assert!(matches!(
        log.append(&mark("b")),
        Err(LogError::Newer { .. })
    ));
    assert_eq!(fs::read_to_string(log.path()).unwrap(), text);
}

#[test]
fn two_programs_at_once_lose_nothing() {
    let (_folder, log) = log();
    std::thread::scope(|scope| {
        for program in 0..2 {
            let log = log.clone();
            scope.spawn(move || {
                for at in 0..40 {
                    log.append(&mark(&format!("{program}-{at}"))).unwrap();
                }
            });
        }
    });
    let read = log.read().unwrap();
    assert_eq!(
        read.notes.iter().filter(|(_, kept)| kept.marked).count(),
        80
    );
    assert_eq!(read.problems, [] as [String; 0]);
}

#[test]
fn every_act_can_be_taken_back() {
    let mut notes = Notes::default();
    let event = || "e".to_owned();
    let acts = [
        mark("e"),
        Act::Note {
            event: event(),
            text: "n".to_owned(),
        },
        Act::Tag {
            event: event(),
            tag: "t".to_owned(),
        },
        Act::Untag {
            event: event(),
            tag: "t".to_owned(),
        },
        Act::Unmark { event: event() },
    ];
    for act in acts {
        let before = notes.clone();
        let inverse = notes.apply(&act).expect("it changes something");
        let after = notes.clone();
        let again = notes.apply(&inverse).expect("so does its inverse");
        assert_eq!((&notes, &again), (&before, &act));
        notes.apply(&act);
        assert_eq!(notes, after);
    }
}

#[test]
fn words_of_a_log_from_elsewhere_cannot_drive_the_terminal() {
    let (_folder, log) = log();
    let lines = concat!(
        "{\"schema\":1,\"act\":\"note\",\"event\":\"a\",\"text\":\"x\\u001b[31m\\u202e\"}\n",
        "{\"schema\":1,\"act\":\"tag\",\"event\":\"a\",\"tag\":\"y\\u0007\\nz\"}\n",
        "{\"schema\":1,\"act\":\"\\u001b[31m\",\"event\":\"a\"}\n",
    );
    std::fs::create_dir_all(log.path().parent().expect("a folder")).expect("a folder");
    std::fs::write(log.path(), lines).expect("a written file");
    let read = log.read().expect("a log");
    let kept = read.notes.of("a").expect("something kept");
    assert!(crate::text::is_clean(&kept.note), "{:?}", kept.note);
    let unclean = |text: &String| text.contains(['\u{1b}', '\u{7}', '\n']);
    assert!(!kept.tags.iter().any(unclean), "{:?}", kept.tags);
    assert_eq!(read.problems.len(), 1);
    assert!(!read.newer, "what nobody knows is not newer for that");
    assert!(!read.problems.iter().any(unclean), "{:?}", read.problems);
}
