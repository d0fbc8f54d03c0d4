//! What leads out of the real program: links, the user's editor, the mouse.
#![cfg(unix)]

#[path = "pty/browser.rs"]
mod browser;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use browser::Browser;

/// A program of that name in a folder of its own.
fn program(folder: &Path, name: &str, script: &str) -> String {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    let path = bin.join(name);
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    format!("{}:/usr/bin:/bin", bin.display())
}

fn document(folder: &Path) -> String {
    let text = "---\ntitle: A visit\ndate: 2024-03-05\nurl: https://example.org/a?b=$(id)&c=한\n---\n\n\
                First words that tell nothing.\n\nThe Secretary of State arrived in Seoul on March 12, 2024 \
                for talks with the Foreign Minister.\n";
    let path = folder.join("visit.md");
    fs::write(&path, text).expect("a file");
    path.to_str().expect("UTF-8").to_owned()
}

#[test]
fn o_opens_the_link_as_one_argument_and_tells_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = folder.path().join("told");
    let script = format!(
        "printf '%s|' \"$#\" \"$@\" > '{}.part' && mv '{0}.part' '{0}'",
        told.display()
    );
    let path = program(folder.path(), "xdg-open", &script);
    let document = document(folder.path());
    let mut browser = Browser::open_with(
        &["--only", &document],
        &[("PATH", &path), ("DISPLAY", ":0")],
    );
    browser.shows(&["1 document", "A visit"]);
    browser
        .press("o")
        .shows(&["opened https://example.org/a?b=%24(id)&c=%ED%95%9C"]);
    while !told.exists() {
        std::thread::yield_now();
    }
    let told = fs::read_to_string(told).expect("what it was told");
    assert_eq!(told, "1|https://example.org/a?b=%24(id)&c=%ED%95%9C|");
    browser.leaves();
}

#[test]
fn o_copies_the_link_where_no_browser_could_show_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = document(folder.path());
    for (variable, says) in [("NOTHING", "without a display"), ("SSH_TTY", "over SSH")] {
        let mut browser = Browser::open_with(&["--only", &document], &[(variable, "/dev/pts/1")]);
        browser.shows(&["1 document", "A visit"]);
        browser
            .press("o")
            .shows(&[says, "https://example.org/a", "OSC 52"]);
        let raw = String::from_utf8_lossy(&browser.raw).into_owned();
        assert!(
            raw.contains("\u{1b}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9h"),
            "no OSC 52"
        );
        browser.leaves();
    }
}

#[test]
fn the_address_in_the_detail_can_be_followed_and_holds_nothing_unclean() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = document(folder.path());
    let mut browser = Browser::open(&["--only", &document]);
    browser.shows(&["1 document", "https://example.org/a"]);
    browser.press("?").shows(&["Keys"]);
    browser.leaves();
    let raw = String::from_utf8_lossy(&browser.raw).into_owned();
    let links: Vec<&str> = raw
        .split("\u{1b}]8;")
        .skip(1)
        .filter_map(|rest| rest.split('\u{1b}').next())
        .collect();
    assert!(
        links
            .iter()
            .any(|link| link.ends_with(";https://example.org/a?b=%24(id)&c=%ED%95%9C")),
        "{links:?}"
    );
    let ends = links.iter().filter(|link| **link == ";").count();
    assert_eq!(
        ends * 2,
        links.len(),
        "each link that begins ends: {links:?}"
    );
}

/// A browser on a document, with a script in the place of the editor.
fn with_editor(folder: &Path, script: &str) -> Browser {
    let path = program(folder, "vi", script);
    let document = document(folder);
    let mut browser =
        Browser::open_with(&["--only", &document], &[("PATH", &path), ("EDITOR", "vi")]);
    browser.shows(&["1 document", "A visit"]);
    browser
}

#[track_caller]
fn ends_by_signal(browser: &mut Browser) {
    let id = browser.child.process_id().expect("a running program");
    let id = rustix::process::Pid::from_raw(id as i32).expect("an id");
    rustix::process::kill_process(id, rustix::process::Signal::TERM).expect("a signal");
    assert_ne!(browser.ends(), 0);
    browser.assert_restored();
    browser.assert_reads_lines();
}

#[test]
fn e_gives_the_terminal_and_all_its_keys_to_the_editor_and_takes_it_back() {
    let folder = tempfile::tempdir().expect("a folder");
    // It tells its arguments, and reads two lines that only it may see.
    let script = "echo \"EDITING $1 $2\"; read first; echo \"GOT $first\"; read second; echo \"THEN $second\"";
    let mut browser = with_editor(folder.path(), script);
    browser.press("e").shows(&["EDITING +9 ", "visit.md"]);
    browser.assert_restored();
    browser.press("qqq?\n").shows(&["GOT qqq?"]);
    browser
        .press("jjj\n")
        .shows(&["linchpin", "A visit", "1 document"]);
    // The browser saw none of these keys, and reads those that come now.
    browser.press("?").shows(&["Keys"]);
    browser.leaves();
    let raw = String::from_utf8_lossy(&browser.raw).into_owned();
    assert!(raw.contains("THEN jjj"));
}

#[test]
fn a_signal_ends_the_editor_too_and_the_terminal_is_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    // It has a second to leave, so it heeds the signal at once and starts nothing for it.
    let script = "trap 'printf \"\\033[?1049lLEFT\"; kill $!; exit 0' TERM; /bin/sleep 60 & printf '\\033[?1049hEDITING'; wait";
    let mut browser = with_editor(folder.path(), script);
    browser.press("e").shows(&["EDITING"]);
    ends_by_signal(&mut browser);
    assert!(String::from_utf8_lossy(&browser.raw).contains("LEFT"));
}

#[test]
fn what_an_editor_that_died_did_to_the_terminal_is_undone() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = "/bin/stty raw -echo; printf '\\033[3;9rEDITING'; kill -9 $$";
    let mut browser = with_editor(folder.path(), script);
    browser.press("e").writes("EDITING");
    browser.press("?").shows(&["Keys"]);
    browser.leaves();
}

#[test]
fn a_signal_ends_an_editor_that_does_not_heed_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let script =
        "trap '' TERM; /bin/stty raw -echo; printf EDITING; while :; do /bin/sleep 0.05; done";
    let mut browser = with_editor(folder.path(), script);
    browser.press("e").writes("EDITING");
    ends_by_signal(&mut browser);
}

#[test]
fn an_editor_that_is_not_there_is_told_and_nothing_is_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let document = document(folder.path());
    let mut browser =
        Browser::open_with(&["--only", &document], &[("VISUAL", "no-such-editor -x")]);
    browser.shows(&["1 document", "A visit"]);
    browser
        .press("e")
        .shows(&["was not opened: no-such-editor", "A visit"]);
    browser.leaves();
}

#[test]
fn f2_gives_the_mouse_to_the_terminal_and_takes_it_back() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    let mode = |browser: &Browser| browser.screen.screen().mouse_protocol_mode();
    assert_ne!(mode(&browser), vt100::MouseProtocolMode::None);
    browser
        .press("\x1bOQ")
        .shows(&["f2 takes it back", "f2 mouse"]);
    assert_eq!(mode(&browser), vt100::MouseProtocolMode::None);
    browser
        .press("\x1bOQ")
        .shows(&["the mouse moves the cursor here"]);
    assert_ne!(mode(&browser), vt100::MouseProtocolMode::None);
    browser.leaves();
}

/// A terminal that says its background when it is asked.
#[test]
fn a_light_background_that_the_terminal_tells_makes_a_light_screen() {
    let colour = |answer: Option<&str>| {
        let mut browser = Browser::open_before(&[], &[], answer);
        browser.shows(&["linchpin", "events"]);
        let cell = browser
            .screen
            .screen()
            .cell(0, 1)
            .expect("a cell")
            .fgcolor();
        browser.press("?").shows(&["Keys"]);
        browser.leaves();
        cell
    };
    let dark = colour(Some("\u{1b}]11;rgb:1010/1010/1010\u{1b}\\\u{1b}[?62c"));
    let light = colour(Some("\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}[?62c"));
    let mute = colour(None);
    assert_ne!(dark, light);
    assert_eq!(dark, mute);
}

#[test]
fn keys_that_come_with_the_answer_or_instead_of_it_are_not_lost_and_a_late_answer_is_no_key() {
    let mut browser =
        Browser::open_before(&[], &[], Some("/cam\u{1b}]11;rgb:0/0/0\u{7}p\u{1b}[?62c"));
    browser.shows(&["/ camp"]).leaves();
    let mut browser = Browser::open_before(&[], &[], None);
    browser.shows(&["linchpin", "events"]);
    browser.press("\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\/dav");
    browser.shows(&["/ dav"]);
    browser.leaves();
}

#[test]
fn the_tour_waits_for_each_key_and_ends() {
    let mut browser = Browser::open(&["tour"]);
    browser.shows(&["Tour, 1 of 13"]);
    for (keys, next) in [
        ("k", "Tour, 2 of"),
        ("\r", "Tour, 3 of"),
        ("j", "Tour, 3 of"),
        ("h", "Tour, 4 of"),
        ("/", "Tour, 5 of"),
        ("camp david", "Tour, 6 of"),
        ("\r", "Tour, 7 of"),
        ("c", "Tour, 8 of"),
        ("w", "Tour, 9 of"),
        ("h", "Tour, 10 of"),
        ("@", "Tour, 11 of"),
        ("1994", "Tour, 12 of"),
        ("\r", "Tour, 13 of"),
        ("?", "Keys"),
    ] {
        browser.press(keys).shows(&[next]);
    }
    browser.press("?/hanoi").shows(&["/ hanoi", "hits"]);
    assert!(!browser.screen.screen().contents().contains("Tour,"));
    browser.leaves();
    let mut browser = Browser::open(&["tour"]);
    browser.shows(&["Tour, 1 of 13"]);
    browser.press("\u{1b}").shows(&["that was the tour"]);
    browser.leaves();
}

#[test]
fn the_welcome_is_said_once() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["Welcome: ? tells every key"]);
    browser.leaves();
    let home = browser.home.path().to_str().expect("UTF-8").to_owned();
    let mut again = Browser::open_with(&[], &[("HOME", &home)]);
    again.shows(&["linchpin", "US President"]);
    assert!(!again.screen.screen().contents().contains("Welcome"));
    again.leaves();
}

#[test]
fn what_is_copied_goes_to_the_terminal_and_a_brief_to_a_new_file_each_time() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin"]);
    browser
        .press("yc")
        .shows(&["the citation: given to the terminal's clipboard"]);
    browser.writes("\x1b]52;c;");
    let folder = browser.home.path().to_owned();
    browser.press("B");
    for number in ["", "-2", "-3"] {
        let name = format!("{number}.md");
        browser.press("S").shows(&["written to brief-", &name]);
    }
    browser.leaves();
    let briefs = std::fs::read_dir(folder)
        .expect("a folder")
        .filter_map(Result::ok);
    let briefs = briefs.filter(|entry| entry.file_name().to_string_lossy().starts_with("brief-"));
    let texts: Vec<_> = briefs
        .map(|entry| std::fs::read(entry.path()).expect("a brief"))
        .collect();
    assert_eq!(texts.len(), 3);
    assert!(
        texts
            .iter()
            .all(|text| *text == texts[0] && !text.is_empty())
    );
}
