//! Files in the real program: many at once, and those that change while it is open.

#[path = "pty/browser.rs"]
mod browser;

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use browser::Browser;

const MONTHS: [&str; 4] = ["March", "June", "September", "November"];

/// Five hundred files of every sort that people keep in one folder; returns how many are of no use.
fn five_hundred(folder: &Path) -> (usize, usize) {
    let (mut skipped, mut broken) = (0, 0);
    for number in 0..500_usize {
        let (name, bytes) = match number {
            7 | 107 => {
                skipped += 1;
                (
                    format!("{number}.jpg"),
                    vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 16, b'J', b'F'],
                )
            }
            8 => {
                broken += 1;
                (
                    format!("{number}.jsonl"),
                    b"{\"date\": \"2021-03-03\", \"title\": \n".to_vec(),
                )
            }
            9 | 309 => (
                format!("{number}.txt"),
                b"A text in which no day is told.\n".to_vec(),
            ),
            _ => {
                let (day, month) = (number % 27 + 1, MONTHS[number % 4]);
                let year = 2001 + number % 20;
                let mut text = format!("---\ntitle: Article {number}\ndate: {year}-12-20\n---\n\n");
                let _ = writeln!(
                    text,
                    "The Foreign Minister met the Secretary of State in Seoul on {month} {day}, {year}, \
                     according to note {number} of the ministry.",
                );
                (format!("{number}.md"), text.into_bytes())
            }
        };
        std::fs::write(folder.join(name), bytes).expect("a file");
    }
    (skipped, broken)
}

#[test]
fn journey_3_five_hundred_articles_in_one_command_and_every_file_accounted_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let (skipped, broken) = five_hundred(folder.path());
    let path = folder.path().to_str().expect("UTF-8");
    let began = Instant::now();
    let mut browser = Browser::open(&[path]);
    let read = 500 - skipped - broken;
    browser.shows(&[&format!("{read} documents")]);
    browser.press("L");
    let counts = format!(
        "500 files = {} events + 2 undated + {skipped} skipped + {broken} trouble",
        read - 2
    );
    browser.shows(&[&counts]);
    // The limit, two seconds, is of an optimised build: `cargo bench --bench load` holds it.
    println!(
        "J3: 500 files accounted for after {:.2} s by the clock",
        began.elapsed().as_secs_f64()
    );
    browser.leaves();
    // The same in a shell, with a reason for each file that gave nothing.
    let checked = std::process::Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .args(["check", "--json", path])
        .env("HOME", folder.path())
        .output()
        .expect("it runs");
    let json: serde_json::Value = serde_json::from_slice(&checked.stdout).expect("JSON");
    let files = json["files"].as_array().expect("files");
    assert_eq!(files.len(), 500);
    for file in files {
        let useless = ["skipped", "trouble"].contains(&file["state"].as_str().unwrap_or_default());
        assert_eq!(useless, file["why"].is_string(), "{file}");
    }
}

#[test]
fn an_event_that_a_file_tells_twice_counts_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "---\ntitle: Talks\ndate: 2024-03-14\n---\n\nSecretary Blinken met Foreign Minister Cho Tae-yul in \
                Seoul on March 12, 2024. On March 12, 2024 Blinken met Cho Tae-yul in Seoul, the ministry said.\n";
    let path = folder.path().join("twice.md");
    std::fs::write(&path, text).expect("a file");
    let mut browser = Browser::open(&["--only", path.to_str().expect("UTF-8")]);
    browser.shows(&["1 document"]);
    browser.press("L").shows(&["1 file = 1 events", "twice.md"]);
    let screen = browser.screen.screen().contents();
    let of_file = |line: &&str| line.contains("twice.md") && line.contains("1 event");
    assert!(screen.lines().any(|line| of_file(&line)), "{screen}");
    browser.leaves();
}

#[test]
fn a_file_that_appears_changes_or_goes_is_followed_without_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, day: u8| {
        let text = format!(
            "---\ntitle: A visit on day {day}\ndate: 2024-03-01\n---\n\nThe Secretary of State arrived in \
             Seoul on March {day}, 2024 for talks with the Foreign Minister.\n"
        );
        std::fs::write(folder.path().join(name), text).expect("a file");
    };
    write("one.md", 12);
    let mut browser = Browser::open(&[folder.path().to_str().expect("UTF-8")]);
    browser.shows(&["1 document"]);
    browser
        .press("/camp dav\r")
        .shows(&["18 Aug 2023 ·", "Source"]);
    // Watching may begin only now, where the machine is busy: what it misses is written once more.
    let two = ["2 documents", "18 Aug 2023 ·", "camp dav", "read again"];
    for _ in 0..20 {
        write("two.md", 14);
        if browser.soon_shows(&two) {
            break;
        }
    }
    browser.shows(&two);
    std::fs::remove_file(folder.path().join("one.md")).expect("removed");
    browser.shows(&["read again: -", "18 Aug 2023 ·", "camp dav"]);
    write("three.md", 15);
    browser.shows(&["2 documents"]);
    // By key as well, where a system watches nothing.
    browser
        .press("\x1b[15~")
        .shows(&["2 documents", "18 Aug 2023 ·"]);
    browser.leaves();
}

const F5: &str = "\u{1b}[15~";

#[test]
fn f5_reads_everything_again_and_says_where_it_cannot() {
    let mut record = Browser::open(&[]);
    record.shows(&["linchpin"]);
    record.press(F5).shows(&["no file was opened"]);
    record.leaves();

    let story = "Dateline: March 4, 2021\n\nThe Foreign Minister met the Secretary of State in Seoul on March 3, 2021.";
    let piped = format!("printf '{story}\n' | \"$0\" --only -");
    let mut piped = Browser::open_below("/bin/sh", &["-c", &piped]);
    piped.shows(&["1 document"]);
    piped
        .press(F5)
        .shows(&["standard input was read to its end"]);
    piped.leaves();
}

#[cfg(unix)]
#[test]
fn a_load_that_is_stopped_keeps_what_was_read_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let gate = folder.path().join("gate");
    let story = "Dateline: March 4, 2021\n\nThe Foreign Minister met the Secretary of State in Seoul on March 3, 2021.";
    // What is read does not end before the gate is opened.
    let piped = format!(
        "PATH=/usr/bin:/bin; mkfifo '{0}'; {{ printf '{story}\n'; cat '{0}'; }} | \"$0\" --only -",
        gate.display()
    );
    let mut browser = Browser::open_below("/bin/sh", &["-c", &piped]);
    browser.shows(&["stop loading"]);
    // Keys come in their order: what comes after it was shown, so it was heard.
    browser.press("\x18?").shows(&["Keys"]);
    std::fs::write(&gate, "").expect("an open gate");
    browser.shows(&["the load was stopped"]);
    // No key takes it away, whether it comes before the load has ended or after.
    browser
        .press("\x1b")
        .hides("Keys")
        .shows(&["the load was stopped"]);
    browser.leaves();
}

#[test]
fn a_document_that_tells_no_event_says_so_and_searches_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let story =
        "Dateline: March 4, 2021\n\nThe weather was fine, and the garden stood open to everyone.\n";
    std::fs::write(folder.path().join("weather.md"), story).expect("a file");
    let mut browser = Browser::open(&["--only", folder.path().to_str().expect("UTF-8")]);
    browser.shows(&["1 document"]);
    browser.press("4").shows(&["Documents", "weather.md"]);
    browser
        .press("\r")
        .shows(&["no events to list", "Documents"]);
    browser.leaves();
}
