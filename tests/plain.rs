//! The linear mode through a pipe: lines in, lines out, no control at all.

use std::io::Write;
use std::process::{Command, Stdio};

fn transcript(home: &std::path::Path, arguments: &[&str], commands: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .arg("--plain")
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it runs");
    child
        .stdin
        .take()
        .expect("its input")
        .write_all(commands.as_bytes())
        .expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn commands_are_words_and_answers_are_lines() {
    let home = tempfile::tempdir().expect("a folder");
    let told = transcript(
        home.path(),
        &[],
        "camp david\nnext\nopen 1\nsources 1\nopen 999\nxyzzyqq\nmark 1\nmark 1\nhelp\nquit\nsearch never read\n",
    );
    for line in [
        "Commands: search WORDS",
        "> camp david",
        "Last 18 Aug 2023 · 9 events",
        "1. 20",
        "That is all.",
        "Status: ",
        "Source 1: ",
        "No event has the number “999”",
        "Marked.",
        "The mark was taken away.",
    ] {
        assert!(told.contains(line), "“{line}” in\n{told}");
    }
    assert!(!told.contains("never read"));
    assert!(
        !told.contains(|c: char| c.is_control() && c != '\n'),
        "{told:?}"
    );
    assert!(told.lines().all(|line| line.len() < 400), "{told}");
}

#[test]
fn a_page_back_is_the_one_before_that_was_shown_however_short_that_was() {
    let home = tempfile::tempdir().expect("a folder");
    let rows: String = (1..=25).fold("date,title\n".to_owned(), |rows, day| {
        format!("{rows}2021-03-{day:02},Talks\n")
    });
    let path = home.path().join("rows.csv");
    std::fs::write(&path, rows).expect("a file");
    let path = path.to_str().expect("UTF-8");
    let told = transcript(home.path(), &["--only", path], "talks\nnext\nnext\nback\n");
    let (_, back) = told.rsplit_once("> back\n").expect("an answer");
    assert!(back.starts_with("11. "), "{told}");
}

#[test]
fn what_is_marked_is_found_as_marked_at_once_and_by_other_commands() {
    let home = tempfile::tempdir().expect("a folder");
    let told = transcript(
        home.path(),
        &[],
        "camp david after:hanoi\nmark 1\nis:marked\nmark 1\nis:marked\nsearch camp david\nmark 1\n",
    );
    assert!(told.contains("is taken for"), "{told}");
    assert_eq!(told.matches("· 1 event ·").count(), 1, "{told}");
    let output = Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .args(["search", "is:marked"])
        .env_clear()
        .env("HOME", home.path())
        .output()
        .expect("it runs");
    let found = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(found.lines().count(), 1, "{found}");
}

#[test]
fn documents_are_read_and_what_is_unsure_is_listed() {
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("hostile.md");
    let text = "---\ntitle: Talks \u{1b}]0;x\u{7}\ndate: 2024-03-20\n---\n\nNorth Korea fired two missiles on \
                Monday.\n";
    std::fs::write(&path, text).expect("a file");
    let path = path.to_str().expect("UTF-8");
    let told = transcript(
        home.path(),
        &["--only", path],
        "review\nopen 1\nsources 1\n",
    );
    assert!(told.contains("1 file: 1 with events"), "{told}");
    assert!(told.contains("1. 2024-03-18"), "{told}");
    assert!(
        told.contains("“North Korea fired two missiles on Monday.”"),
        "{told}"
    );
    assert!(
        !told.contains(|c: char| c.is_control() && c != '\n'),
        "{told:?}"
    );
}
