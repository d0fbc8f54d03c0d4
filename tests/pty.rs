//! The real program in a real terminal: it starts, answers, leaves, and the journeys take no more
//! keys than promised. No sleeps: each step waits for text on the screen.

#[path = "pty/browser.rs"]
mod browser;

use browser::Browser;

#[test]
fn starts_searches_opens_and_leaves_the_terminal_as_it_was() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events", "search"]);
    browser.press("/hanoi").shows(&["hits"]);
    browser.press("\r\r").shows(&["Source"]);
    browser.leaves();
}

#[test]
fn journey_1_a_brief_of_all_leader_contacts_in_14_keys() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    browser.press("/yoon biden\rB");
    browser.shows(&["Brief", "As of", "sources reach", "[^1]", "19–21 May 2022"]);
    assert!(browser.pressed <= 14, "{} keys", browser.pressed);
    browser.leaves();
}

#[test]
fn journey_2_questions_on_camp_david_in_16_keys() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    browser.press("/camp dav\r");
    browser.shows(&[
        "18 Aug 2023",
        "Joe Biden",
        "Fumio Kishida",
        "Yoon Suk Yeol",
        "President",
    ]);
    browser
        .press("c")
        .shows(&["± 15 days", "24 Aug", "18 Aug 2023 ·"]);
    browser.press("[p").shows(&["21 May 2023 ·", "Hiroshima"]);
    assert!(browser.pressed <= 16, "{} keys", browser.pressed);
    browser.leaves();
}

#[test]
fn journey_4_when_was_the_last_visit_in_9_keys() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    browser.press("/blin seo");
    browser.shows(&["Last 6 Jan 2025", "before that", "sources reach"]);
    assert!(browser.pressed <= 9, "{} keys", browser.pressed);
    browser.leaves();
}

#[test]
fn documents_are_read_while_the_browser_is_open() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "---\ntitle: A visit\ndate: 2024-03-05\n---\n\nThe Secretary of State arrives in Seoul on \
                March 12, 2024 for talks with the Foreign Minister.\n";
    std::fs::write(folder.path().join("visit.md"), text).expect("a file");
    std::fs::write(folder.path().join("noise.bin"), [0u8, 159, 146, 150, 0, 1]).expect("a file");
    let mut browser = Browser::open(&[folder.path().to_str().expect("UTF-8")]);
    browser.shows(&["1 document"]);
    browser
        .press("L")
        .shows(&["2 files = 1 events", "visit.md", "noise.bin"]);
    browser.leaves();
}

#[test]
fn marks_are_there_after_a_restart() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    browser.press("m").shows(&["♦ marked"]);
    browser.press("Mcheck this\r").shows(&["✎ check this"]);
    browser.leaves();
    let log = browser
        .home
        .path()
        .join(".local/share/linchpin/notes.jsonl");
    let text = std::fs::read_to_string(&log).expect("the log");
    assert_eq!(text.lines().count(), 2, "{text}");
    let home = browser.home.path().to_str().expect("UTF-8").to_owned();
    let mut again = Browser::open_with(&[], &[("HOME", &home)]);
    again.shows(&["♦ marked", "✎ check this"]);
    again.press("m").leaves();
    let text = std::fs::read_to_string(&log).expect("the log");
    assert!(
        text.lines()
            .nth(2)
            .is_some_and(|line| line.contains("\"unmark\"")),
        "{text}"
    );
}

#[test]
fn what_is_no_event_is_gone_after_a_restart_too_until_it_is_taken_back() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    browser
        .press("/camp david 2023\r")
        .shows(&["18 Aug 2023 ·"]);
    browser.press("H").shows(&["not an event: hidden"]);
    browser.leaves();
    let home = browser.home.path().to_str().expect("UTF-8").to_owned();
    let mut again = Browser::open_with(&[], &[("HOME", &home)]);
    again.shows(&["linchpin", "events"]);
    again.press("/camp david 2023\r").shows(&["camp david"]);
    let screen = again.screen.screen().contents();
    assert!(!screen.contains("18 Aug 2023 ·"), "{screen}");
    again.press("u").shows(&["18 Aug 2023 ·"]);
    again.leaves();
}

#[test]
fn a_panic_in_any_thread_leaves_the_terminal_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let words = "Seoul, 3 March 2021\n\nThe harbour talks began on 2 March 2021.\n";
    std::fs::write(folder.path().join("harbour.md"), words).expect("a file");
    let document = folder.path().to_str().expect("UTF-8");
    for (place, file) in [
        ("draw", "event_loop"),
        ("event", "event_loop"),
        ("loader", "loading"),
        ("worker", "worker"),
    ] {
        let mut browser = Browser::open_with(&[document], &[("PANIC_AT", place)]);
        if place == "event" {
            browser.shows(&["linchpin", "events"]);
            browser.press("j");
        }
        assert_eq!(browser.ends(), 101, "at {place}");
        browser.assert_restored();
        let raw = String::from_utf8_lossy(&browser.raw);
        let after = raw.rsplit("\x1b[?1049l").next().unwrap_or_default();
        assert!(after.contains("panicked"), "at {place}: {after}");
        let state = browser.home.path().join(".local/state/linchpin");
        let crash = std::fs::read_dir(state).expect("the state folder");
        let crash = crash.map(|entry| entry.expect("an entry").path());
        let crash: Vec<_> = crash
            .filter(|path| path.to_string_lossy().contains("crash-"))
            .collect();
        assert_eq!(crash.len(), 1, "at {place}");
        assert!(after.contains("crash-"), "it says where: {after}");
        let told = std::fs::read_to_string(&crash[0]).expect("a crash file");
        assert!(
            told.contains(&format!("place    src/terminal/{file}.rs:"))
                && told.contains("xterm-256color")
        );
        // What was put together at run time stays out, and what was read.
        assert!(!told.contains("asked to"), "{told}");
        assert!(!told.contains("harbour"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_panic_is_told_where_its_file_cannot_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    // Nobody makes a file there, whoever they are.
    std::os::unix::fs::symlink("/proc", folder.path().join("linchpin")).expect("a link");
    let state = folder.path().to_str().expect("UTF-8");
    let mut browser = Browser::open_with(&[], &[("PANIC_AT", "draw"), ("XDG_STATE_HOME", state)]);
    assert_eq!(browser.ends(), 101);
    browser.assert_restored();
    let raw = String::from_utf8_lossy(&browser.raw);
    let after = raw.rsplit("\x1b[?1049l").next().unwrap_or_default();
    assert!(after.contains("panicked"), "{after}");
    assert!(!after.contains("crash-"), "it names no file: {after}");
}

#[cfg(unix)]
#[test]
fn a_signal_leaves_the_terminal_as_it_was() {
    use rustix::process::{Pid, Signal, kill_process};
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut browser = Browser::open(&[]);
        browser.shows(&["linchpin", "events"]);
        let id = browser.child.process_id().expect("a running program");
        let pid = Pid::from_raw(id as i32).expect("an id");
        kill_process(pid, signal).expect("a signal");
        browser.ends();
        browser.assert_restored();
    }
}

#[test]
fn a_document_cannot_drive_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let hostile =
        "\\u001b]0;PWN7331\\u0007\\u001b]52;c;UFdO\\u0007\\u001b[31m\\u202e\\u009b31m\\u200b";
    let path = folder.path().join("events.jsonl");
    let lines = format!(
        "{{\"date\":\"2021-03-03\",\"title\":\"harbour {hostile} talks\",\"summary\":\"{hostile}\",\"places\":[\"{hostile}\"],\"participants\":[{{\"name\":\"{hostile}\",\"role\":\"{hostile}\"}}]}}\n"
    );
    std::fs::write(&path, lines).expect("a written file");
    let mut browser = Browser::open(&["--only", path.to_str().expect("a path")]);
    browser.shows(&["linchpin", "harbour", "PWN7331"]);
    browser.leaves();
    let raw = String::from_utf8_lossy(&browser.raw);
    for leak in [
        "\u{1b}]0;PWN7331",
        "\u{1b}]52;c;UFdO",
        "\u{202e}",
        "\u{9b}",
        "\u{200b}",
        "\u{1b}[31m\u{202e}",
    ] {
        assert!(!raw.contains(leak), "{leak:?} was let through");
    }
}

#[test]
fn without_a_terminal_it_names_the_command_to_use() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .stdin(std::process::Stdio::null())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("linchpin search"));
    assert!(output.stdout.is_empty());
}
