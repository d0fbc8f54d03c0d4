//! Two hours at thirty events a second, in the real program: keys, mouse, sizes and files read again, as many as come in
//! that time, as fast as it takes them. What it holds at the end is what it held when it was warm.
//!
//! `cargo test --release --test soak -- --ignored --nocapture` runs it, in minutes.
#![cfg(target_os = "linux")]

#[path = "pty/browser.rs"]
mod browser;

use std::fmt::Write as _;
use std::path::Path;

use browser::Browser;

/// Two hours of them.
const EVENTS: usize = 2 * 60 * 60 * 30;
/// They are sent so many at a time; the last of them is a new size, and its frame is waited for.
const BURST: usize = 30;
const BURSTS: usize = EVENTS / BURST;
/// The files are read again each minute.
const RELOAD: usize = 60;
/// What may be held more at the end, in KiB: a tenth of what is held, as much as reading the files once more moves it.
const MORE: u64 = 4 << 10;

/// Every key that is bound to something, but for those that leave, stop, start a program or write a file, and some
/// that move more than others.
const KEYS: &[&str] = &[
    "j",
    "j",
    "k",
    "J",
    "K",
    "G",
    "gg",
    "\x04",
    "\x15",
    "[p",
    "]p",
    "{",
    "}",
    "-",
    "+",
    "\r",
    "\r",
    "\t",
    "h",
    "l",
    "/seoul\r",
    "/abe trump",
    "/who:blinken\r",
    "@1994\r",
    "\x1b",
    "\x1b",
    "n",
    "N",
    "w",
    "c",
    "f",
    "m",
    "u",
    "v",
    "s",
    "1",
    "2",
    "3",
    "4",
    "5",
    "R",
    "L",
    "?",
    " ",
    "x",
    "p",
    "P",
    "t",
    "z",
    "r",
    ",",
    ".",
    "0",
    "$",
    "\x1b[A",
    "\x1b[B",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[200~osaka\x1b[201~",
];
const SIZES: [(u16, u16); 5] = [(80, 24), (120, 40), (200, 50), (60, 15), (33, 9)];

/// Numbers that are the same on every run (Knuth's constants for 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % many
    }

    /// Something that comes in at a screen of so many rows. The last row is not clicked on: a key stands there that leaves.
    fn event(&mut self, rows: u16) -> String {
        if self.below(5) > 0 {
            return KEYS[self.below(KEYS.len())].to_owned();
        }
        let button = [0, 0, 32, 64, 65][self.below(5)];
        let (column, row) = (1 + self.below(130), 1 + self.below(usize::from(rows) - 1));
        let end = if self.below(3) == 0 { 'm' } else { 'M' };
        format!("\x1b[<{button};{column};{row}{end}")
    }
}

fn documents(folder: &Path) {
    for number in 0..300 {
        let (day, year) = (1 + number % 27, 1990 + number % 30);
        let text = format!(
            "---\ntitle: Article {number}\ndate: {year}-12-20\n---\n\nThe Foreign Minister met the Secretary of State \
             in Seoul on March {day}, {year}. They spoke of rice.\n\nThe envoy left for Tokyo on the next day.\n"
        );
        std::fs::write(folder.join(format!("{number}.md")), text).expect("a file");
    }
    let mut rows = String::from("date,title,place\n");
    for number in 0..2_000 {
        let _ = writeln!(
            rows,
            "{}-06-{:02},Consultations {number},Seoul",
            1980 + number % 40,
            1 + number % 28
        );
    }
    std::fs::write(folder.join("rows.csv"), rows).expect("a file");
}

/// What a program holds, in KiB.
fn resident(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).expect("a running program");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

#[test]
#[ignore = "takes minutes"]
fn two_hours_of_events_leave_the_real_program_as_large_as_it_was_when_warm() {
    let folder = tempfile::tempdir().expect("a folder");
    documents(folder.path());
    let path = folder.path().to_str().expect("UTF-8");
    // An editor that leaves at once.
    let mut browser = Browser::open_with(&[path], &[("EDITOR", "/bin/true")]);
    browser.shows(&["301 documents"]);
    let id = browser.child.process_id().expect("a running program");
    let mut dice = Dice(1);
    let mut held = Vec::new();
    let mut rows = SIZES[0].1;
    for burst in 0..BURSTS {
        for _ in 0..BURST - 1 {
            browser.press(&dice.event(rows));
        }
        if burst % RELOAD == 0 {
            browser.press("\x1b[15~");
        }
        let columns;
        (columns, rows) = SIZES[burst % SIZES.len()];
        browser.forgets().resize(columns, rows);
        browser.writes("\x1b[?2026l");
        held.push(resident(id));
        if held.len() % (BURSTS / 20) == 0 {
            println!("{} events: {} KiB", held.len() * BURST, resident(id));
        }
    }
    let tenth = BURSTS / 10;
    let mean = |part: &[u64]| part.iter().sum::<u64>() / part.len() as u64;
    let (warm, late) = (mean(&held[tenth..2 * tenth]), mean(&held[BURSTS - tenth..]));
    println!("{EVENTS} events: {warm} KiB in the second tenth, {late} in the last");
    assert!(late < warm + MORE, "{warm} KiB grew to {late}");
    browser.press("\x03");
    assert_eq!(browser.ends(), 0);
}
