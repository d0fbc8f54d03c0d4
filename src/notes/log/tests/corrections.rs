use proptest::prelude::*;

use super::super::*;

fn any_act() -> impl Strategy<Value = Act> {
    let event = || prop::sample::select(vec!["a", "b"]).prop_map(str::to_owned);
    let word = || prop::sample::select(vec!["x", "y"]).prop_map(str::to_owned);
    let date = || prop::sample::select(vec!["", "2021-03", "2021-03-16", "no date"]);
    prop_oneof![
        event().prop_map(|event| Act::Mark { event }),
        event().prop_map(|event| Act::Unmark { event }),
        (event(), word()).prop_map(|(event, text)| Act::Note { event, text }),
        (event(), word()).prop_map(|(event, tag)| Act::Tag { event, tag }),
        (event(), word()).prop_map(|(event, tag)| Act::Untag { event, tag }),
        (event(), date()).prop_map(|(event, date)| Act::Redate {
            event,
            date: date.to_owned()
        }),
        (event(), word()).prop_map(|(event, source)| Act::Split { event, source }),
        (event(), word()).prop_map(|(event, source)| Act::Unsplit { event, source }),
        event().prop_map(|event| Act::Hide { event }),
        event().prop_map(|event| Act::Unhide { event }),
        event().prop_map(|event| Act::Accept { event }),
        event().prop_map(|event| Act::Unaccept { event }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn to_take_back_what_was_done_changes_nothing(
        before in prop::collection::vec(any_act(), 0..12),
        act in any_act(),
    ) {
        let mut notes = Notes::default();
        for act in &before {
            notes.apply(act);
        }
        let was = notes.clone();
        if let Some(inverse) = notes.apply(&act) {
            let done = notes.clone();
            let again = notes.apply(&inverse);
            prop_assert_eq!(&notes, &was);
            prop_assert_eq!(again, Some(act.clone()));
            notes.apply(&act);
            prop_assert_eq!(notes, done);
        } else {
            prop_assert_eq!(notes, was);
        }
    }

    #[test]
    fn what_was_appended_is_read_again_whatever_it_was(acts in prop::collection::vec(any_act(), 0..12)) {
        let folder = tempfile::tempdir().expect("a folder");
        let log = Log::at(folder.path().join("notes.jsonl"));
        let mut notes = Notes::default();
        for act in &acts {
            log.append(act).expect("a save");
            notes.apply(act);
        }
        prop_assert_eq!(log.read().expect("a log").notes, notes);
    }
}

#[test]
fn two_programs_that_correct_at_once_lose_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = Log::at(folder.path().join("notes.jsonl"));
    std::thread::scope(|scope| {
        for program in 0..2 {
            let log = log.clone();
            scope.spawn(move || {
                for at in 0..20 {
                    let event = format!("{program}-{at}");
                    log.append(&Act::Hide {
                        event: event.clone(),
                    })
                    .expect("a save");
                    log.append(&Act::Redate {
                        event,
                        date: "2021".to_owned(),
                    })
                    .expect("a save");
                }
            });
        }
    });
    let read = log.read().expect("a log");
    assert_eq!(
        read.notes
            .corrections()
            .filter(|(_, kept)| kept.hidden)
            .count(),
        40
    );
    assert_eq!(read.problems, [] as [String; 0]);
}

#[test]
fn a_log_that_is_too_large_is_told_and_left_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = Log::at(folder.path().join("notes.jsonl"));
    let file = std::fs::File::create(log.path()).expect("a file");
    file.set_len(65 << 20).expect("room");
    let told = log.read().expect_err("an error").to_string();
    assert!(told.contains("notes.jsonl: 65 MiB"), "{told}");
    let act = Act::Mark {
        event: "a".to_owned(),
    };
    assert!(log.append(&act).is_err());
    assert_eq!(
        std::fs::metadata(log.path()).expect("a file").len(),
        65 << 20
    );
}

#[cfg(unix)]
#[test]
fn a_log_that_is_read_only_is_read_and_named_when_nothing_can_be_added() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let log = Log::at(folder.path().join("notes.jsonl"));
    log.append(&Act::Mark {
        event: "a".to_owned(),
    })
    .expect("a save");
    let text = std::fs::read_to_string(log.path()).expect("a log");
    std::fs::set_permissions(log.path(), std::fs::Permissions::from_mode(0o400)).expect("set");
    assert!(log.read().expect("a log").notes.is_marked("a"));
    // The superuser may write to anything.
    if let Err(error) = log.append(&Act::Mark {
        event: "b".to_owned(),
    }) {
        assert!(error.to_string().contains("notes.jsonl"), "{error}");
        assert_eq!(std::fs::read_to_string(log.path()).expect("a log"), text);
    }
}
