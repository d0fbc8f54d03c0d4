//! Corrections in the browser and in a shell: shown at once, taken back, there again after a restart.

#[path = "pty/browser.rs"]
mod browser;
mod common;

use std::borrow::Cow;
use std::sync::Arc;

use browser::Browser;
use common::{drive, keys, press};
use linchpin::app::library::{Library, Report};
use linchpin::chronicle::{Chronicle, Event, Inferred};
use linchpin::load::{LoadOptions, Root};
use linchpin::notes::{Act, Notes, corrected};
use linchpin::open::{With, open, open_record};
use linchpin::record::Field;
use linchpin::ui::Theme;

#[test]
fn what_is_no_event_is_gone_and_comes_back() {
    let before = press((100, 30), "gg");
    let title = before.selected().to_owned();
    let events = before.model.library.len();
    let hidden = press((100, 30), "ggH");
    assert_eq!(hidden.model.library.len(), events - 1);
    assert_ne!(hidden.selected(), title);
    hidden.shows("u brings it back");
    let back = press((100, 30), "ggHjju");
    assert_eq!(back.model.library.len(), events);
    assert_eq!(back.selected(), title, "the cursor goes to what came back");
    let found = press((100, 30), "/seoul<enter>gg");
    let back = press((100, 30), "/seoul<enter>ggHu");
    assert_eq!(back.selected(), found.selected());
    assert_eq!(back.model.search.context, found.model.search.context);
    let again = press((100, 30), "ggHu<ctrl-r>");
    assert_eq!(again.model.library.len(), events - 1);
}

#[test]
fn a_right_date_moves_the_event_and_the_cursor_with_it() {
    let title = press((100, 30), "gg").selected().to_owned();
    let moved = press((100, 30), "ggd<ctrl-u>16 mar 2023<enter>");
    assert_eq!(moved.selected(), title);
    moved
        .shows("16 Mar 2023")
        .shows("the date is yours")
        .shows("from your correction");
    let back = press((100, 30), "ggd<ctrl-u>16 mar 2023<enter>u");
    assert_eq!(back.text(), press((100, 30), "ggmu").text());
    let wrong = press((100, 30), "ggdsomeday<enter>");
    wrong.shows("is no date; try").shows("The right date");
}

#[test]
fn a_wrong_merge_is_split_by_choosing_the_source() {
    // The last event of the small library has several sources.
    let all = press((100, 30), "gg");
    let several = all
        .model
        .library
        .chronicle
        .events()
        .position(|event| event.attestations.len() > 1);
    let down = "j".repeat(several.expect("an event of several sources"));
    let events = all.model.library.len();
    let choice = press((100, 30), &format!("gg{down}D"));
    choice.shows("Which source tells of another happening?");
    let split = press((100, 30), &format!("gg{down}Dj<enter>"));
    assert_eq!(split.model.library.len(), events + 1);
    let back = press((100, 30), &format!("gg{down}Dj<enter>u"));
    assert_eq!(back.model.library.len(), events);
    let left = press((100, 30), &format!("gg{down}D<esc>"));
    assert_eq!(left.model.library.len(), events);
}

/// A document that tells what the rules are not sure of.
const UNSURE: &str = "---\ntitle: Notes of a week\ndate: 2024-03-20\n---\n\nSouth Korean and Japanese \
    officials met in Tokyo last week.\n\nNorth Korea fired two missiles on Monday. The foreign ministers of \
    Japan and South Korea spoke by telephone on March 12.\n";

fn unsure() -> Library {
    unsure_of(UNSURE)
}

fn unsure_of(text: &str) -> Library {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("week.md"), text).expect("a file");
    let roots = [Root::Path(folder.path().to_owned())];
    let opened = open(&roots, With::DocumentsOnly, &LoadOptions::default(), &());
    Library::new(Arc::new(opened.chronicle), Report::default())
}

#[test]
fn what_is_unsure_is_judged_one_key_each() {
    let review = |script: &str| drive((110, 40), unsure(), keys(script), &Theme::default());
    let first = review("R");
    let of = |seen: &common::Seen| -> usize {
        let text = seen.text();
        let line = text
            .lines()
            .find(|line| line.contains("Review"))
            .expect("a title")
            .to_owned();
        let place = line
            .split(" of ")
            .nth(1)
            .map_or("0", str::trim_start)
            .to_owned();
        place
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .unwrap_or(0)
    };
    let many = of(&first);
    assert!(many >= 2, "{}", first.text());
    first.shows("“").shows("because").shows("sure");
    let accepted = review("Ra");
    assert_eq!(of(&accepted), many - 1);
    assert_eq!(accepted.model.library.len(), first.model.library.len());
    let rejected = review("Rx");
    assert_eq!(of(&rejected), many - 1);
    assert_eq!(rejected.model.library.len(), first.model.library.len() - 1);
    assert_eq!(of(&review("Rau")), many);
    assert_eq!(of(&review("Rxu")), many);
    assert_eq!(of(&review("Rax<ctrl-r>")), many - 2);
    // A date typed from the queue leads back to it.
    assert_eq!(of(&review("Rd<ctrl-u>2024-03-14<enter>")), many - 1);
    review(&format!("R{}", "a".repeat(many))).shows("There is nothing to look at");
    press((110, 40), "R").shows("There is nothing to look at");
}

#[test]
fn the_queue_stays_on_its_event_when_files_are_read_again_and_when_help_was_asked() {
    let seen = |script: &str, more: usize| {
        let mut messages = keys(script);
        if more > 0 {
            // Another event, early in the order of the library and of the queue.
            let text = format!("{UNSURE}\n\nHe may have met the ambassador in Seoul in 1951.\n");
            let again = unsure_of(&text);
            messages.push(linchpin::app::Message::Opened(Arc::new(again)));
        }
        drive((110, 40), unsure(), messages, &Theme::default())
    };
    let on = |seen: &common::Seen| match &seen.model.overlay {
        Some(linchpin::app::model::Overlay::Review(review)) => review
            .event()
            .and_then(|id| seen.model.library.chronicle.get(id))
            .map(|event| event.title.clone()),
        _ => None,
    };
    let before = on(&seen("Rj", 0));
    assert!(before.is_some());
    assert_eq!(on(&seen("Rj", 1)), before);
    assert_eq!(on(&seen("Rj?<esc>", 0)), before);
    assert_eq!(on(&seen("Rjd<esc>", 0)), before);
    // A note begun later is no part of the review that was left.
    assert_eq!(on(&seen("Rd<esc><esc>Mask<enter>", 0)), None);
}

#[test]
fn corrections_are_there_after_a_restart_and_in_a_shell_and_as_test_cases() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("week.md");
    std::fs::write(&path, UNSURE).expect("a file");
    let path = path.to_str().expect("UTF-8").to_owned();
    let mut browser = Browser::open(&["--only", &path]);
    browser.shows(&["1 document"]);
    browser.press("R").shows(&["Review", "1 of"]);
    browser.press("x").shows(&["2 events"]);
    browser.press("a").shows(&["1 of 1"]);
    browser.press("\u{1b}").hides("Review");
    browser
        .press("Gd\u{15}1999-05-05\r")
        .shows(&["5 May 1999", "the date is yours"]);
    browser.leaves();
    let home = browser.home.path().to_str().expect("UTF-8").to_owned();
    let mut again = Browser::open_with(&["--only", &path], &[("HOME", &home)]);
    again.shows(&["1 document", "5 May "]);
    again.leaves();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_linchpin"));
        command
            .args(arguments)
            .env("HOME", &home)
            .env_remove("XDG_DATA_HOME");
        String::from_utf8(command.output().expect("it runs").stdout).expect("UTF-8")
    };
    assert!(run(&["search", &path, "--", "1999-05-05"]).contains("1999-05-05"));
    let json: serde_json::Value =
        serde_json::from_str(&run(&["review", "--json", &path])).expect("JSON");
    let case = &json["docs"][0];
    assert_eq!(case["doc"]["id"], "week");
    assert_eq!(case["doc"]["partial"], true);
    let verdicts = |list: &str| -> Vec<String> {
        let events = case[list].as_array().expect("events").iter();
        events
            .map(|event| event["verdict"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(verdicts("rejected"), ["rejected"]);
    let mut kept = verdicts("events");
    kept.sort();
    assert_eq!(kept, ["accepted", "redated"], "{json:#}");
}

fn notes(acts: &[Act]) -> Notes {
    let mut notes = Notes::default();
    for act in acts {
        notes.apply(act);
    }
    notes
}

/// An event of the record with several sources.
fn told_by_several(chronicle: &Chronicle) -> String {
    let several = |event: &Cow<'_, Event>| {
        let mut keys: Vec<String> = event
            .attestations
            .iter()
            .map(|told| chronicle.source_key(told))
            .collect();
        keys.sort();
        keys.dedup();
        keys.len() > 1
    };
    let event = chronicle
        .events()
        .find(several)
        .expect("an event of several sources");
    event.key.to_string()
}

#[test]
fn each_correction_changes_its_event_alone_and_nothing_is_changed_without_one() {
    let chronicle = open_record();
    assert!(corrected(&chronicle, &Notes::default()).is_none());
    let key = told_by_several(&chronicle);
    let id = chronicle.by_key(&key).expect("an event");
    let event = chronicle.event(id);
    let hidden = corrected(&chronicle, &notes(&[Act::Hide { event: key.clone() }])).expect("other");
    assert_eq!(hidden.len() + 1, chronicle.len());
    assert!(hidden.by_key(&key).is_none());
    let redated = notes(&[Act::Redate {
        event: key.clone(),
        date: "1999-01-02".to_owned(),
    }]);
    let redated = corrected(&chronicle, &redated).expect("other");
    let now = redated.event(redated.by_key(&key).expect("the same key"));
    assert_eq!(
        now.date.map(|date| date.to_string()).as_deref(),
        Some("1999-01-02")
    );
    let said = now
        .attestations
        .first()
        .and_then(|told| told.date.as_deref().copied());
    assert_eq!(said, event.date, "what the source says stays visible");
    assert_eq!(redated.len(), chronicle.len());
    let source = chronicle.source_key(event.attestations.first().expect("a source"));
    let split = notes(&[Act::Split {
        event: key.clone(),
        source: source.clone(),
    }]);
    let split = corrected(&chronicle, &split).expect("other");
    assert_eq!(split.len(), chronicle.len() + 1);
    let off = split.event(
        split
            .by_key(&format!("{key}~{source}"))
            .expect("what was split off"),
    );
    let rest = split.event(split.by_key(&key).expect("the rest"));
    let is_off = |told| split.source_key(told) == source;
    assert!(off.attestations.iter().all(is_off));
    assert!(!rest.attestations.iter().any(is_off));
    assert_eq!(
        off.attestations.len() + rest.attestations.len(),
        event.attestations.len()
    );
    // What was split off can be corrected in its turn, and the last source cannot be split off.
    let both = notes(&[
        Act::Split {
            event: key.clone(),
            source: source.clone(),
        },
        Act::Hide {
            event: format!("{key}~{source}"),
        },
    ]);
    assert_eq!(
        corrected(&chronicle, &both).expect("other").len(),
        chronicle.len()
    );
    let all: Vec<Act> = event
        .attestations
        .iter()
        .map(|told| Act::Split {
            event: key.clone(),
            source: chronicle.source_key(told),
        })
        .collect();
    let all = corrected(&chronicle, &notes(&all)).expect("other");
    assert!(all.events().all(|event| !event.attestations.is_empty()));
}

#[test]
fn a_right_date_takes_the_place_of_what_was_concluded_of_the_date_alone() {
    let chronicle = open_record();
    let about = |event: &Event, date: bool| -> Vec<Inferred<'static>> {
        let inferred = event.inferred.iter().cloned();
        inferred
            .filter(|inferred| (inferred.field == Field::Date) == date)
            .collect()
    };
    let mut kept = 0;
    let several = |event: &Cow<'_, Event>| !about(event, false).is_empty();
    for event in chronicle.events().filter(several).take(20) {
        let redated = corrected(
            &chronicle,
            &notes(&[Act::Redate {
                event: event.key.to_string(),
                date: "1999-01-02".to_owned(),
            }]),
        );
        let redated = redated.expect("other");
        let now = redated.event(redated.by_key(&event.key).expect("the same key"));
        assert_eq!(about(now, false), about(&event, false));
        assert_eq!(about(now, true).len(), 1);
        kept += about(now, false).len();
    }
    assert!(kept > 0, "nothing else was concluded");
}

#[test]
fn corrections_of_an_event_that_is_not_there_change_nothing() {
    let chronicle = open_record();
    let gone = notes(&[Act::Hide {
        event: "nothing".to_owned(),
    }]);
    assert!(corrected(&chronicle, &gone).is_none());
}
