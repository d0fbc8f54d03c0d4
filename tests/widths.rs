//! What is drawn is as wide as terminals take it to be.
//!
//! Each probe is cleaned as everything that is read is. Then the cells that we count, the cells that
//! ratatui fills and the columns by which a terminal moves its cursor must be one number.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use linchpin::text::{agreed, cells, clean_line};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// One grapheme or two each, of every kind that terminals have stumbled over.
const PROBES: &[&str] = &[
    "a",
    "é",
    "e\u{301}",
    "e\u{301}\u{302}\u{303}",
    "ö̲",
    "한",
    "한국",
    "\u{1112}\u{1161}\u{11AB}",
    "\u{1100}\u{1161}",
    "\u{1112}",
    "ㅋㅋ",
    "日本",
    "ｱ",
    "ｶﾞ",
    "ﾊﾟ",
    "が",
    "か\u{3099}",
    "、。",
    "「」",
    "ー",
    "Ａ",
    "岸田",
    "\u{845B}\u{E0100}",
    "😀",
    "👍🏽",
    "👨\u{200D}👩\u{200D}👧\u{200D}👦",
    "👩\u{200D}💻",
    "🇰🇷",
    "🇺🇸🇯🇵",
    "❤",
    "❤\u{FE0F}",
    "☎\u{FE0E}",
    "1\u{FE0F}\u{20E3}",
    "©",
    "™",
    "½",
    "→",
    "…",
    "—",
    "“”",
    "●",
    "│",
    "♦",
    "✎",
    "★",
    "שלום",
    "سلام",
    "नमस्ते",
    "क्षि",
    "ไทย",
    "กำ",
    "တွေ",
    "ﷺ",
    "\u{AD}",
    "\u{200B}",
    "\u{202E}",
    "\u{E000}",
    "\u{1D11E}",
    "𠮷",
];

/// What is drawn of the probes.
fn drawn() -> Vec<String> {
    let draw = |probe: &&str| agreed(&clean_line(probe)).into_owned();
    PROBES.iter().map(draw).collect()
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "what ratatui does is what is asked"
)]
fn ratatui_fills_as_many_cells_as_we_count() {
    for text in drawn() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let (end, _) = buffer.set_stringn(0, 0, &text, 40, Style::default());
        assert_eq!(usize::from(end), cells(&text), "{text:?}");
    }
}

/// Fails if a terminal sees a probe otherwise, but for those given.
fn assert_agreed(columns: &[usize], but: &[&str]) {
    assert_eq!(columns.len(), PROBES.len());
    for ((probe, text), column) in PROBES.iter().zip(drawn()).zip(columns) {
        if !but.contains(probe) {
            assert_eq!(cells(&text), *column, "{text:?}");
        }
    }
}

#[test]
fn tmux_agrees() {
    if Command::new("tmux").arg("-V").output().is_err() {
        println!("skipped: tmux is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    assert_agreed(&columns_in_tmux(folder.path()), &[]);
}

/// Where the cursor of tmux stands after each probe, as it answers when asked.
fn columns_in_tmux(folder: &Path) -> Vec<usize> {
    let script = "stty raw -echo\nwhile IFS= read -r line <&3; do\n  printf '\\r\\033[K%s\\033[6n' \"$line\"\n  \
                  IFS= read -rs -d R answer\n  echo \"${answer##*;}\" >> columns\ndone 3< probes\nmv columns done\n";
    fs::write(folder.join("ask"), script).expect("written");
    fs::write(folder.join("probes"), drawn().join("\n") + "\n").expect("written");
    let tmux = |arguments: &[&str]| {
        let mut command = Command::new("tmux");
        command
            .arg("-S")
            .arg(folder.join("socket"))
            .args(["-u", "-f", "/dev/null"])
            .args(arguments);
        command
            .current_dir(folder)
            .env("LC_ALL", "C.UTF-8")
            .env_remove("TMUX");
        command.output().expect("tmux runs")
    };
    let started = tmux(&["new-session", "-d", "-x", "60", "-y", "10", "bash ask"]);
    assert!(started.status.success(), "{started:?}");
    let begun = Instant::now();
    while !folder.join("done").exists() && begun.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(20));
    }
    tmux(&["kill-server"]);
    let told = fs::read_to_string(folder.join("done")).expect("an answer to each probe");
    // Columns are counted from 1, and the cursor is behind the probe.
    told.lines()
        .map(|line| line.parse::<usize>().expect("a column") - 1)
        .collect()
}

#[test]
fn pyte_agrees() {
    let program = "import sys, pyte\nfor line in open('probes', encoding='utf-8', newline='\\n').read().split('\\n')[:-1]:\n  \
                   screen = pyte.Screen(60, 4); stream = pyte.Stream(screen); stream.feed(line); print(screen.cursor.x)\n";
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("probes"), drawn().join("\n") + "\n").expect("written");
    let output = Command::new("python3")
        .args(["-c", program])
        .current_dir(folder.path())
        .output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        println!("skipped: pyte is not installed");
        return;
    };
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    let columns: Vec<usize> = told
        .lines()
        .map(|line| line.parse().expect("a column"))
        .collect();
    // Of these two it counts the vowel signs, which take a cell of their own elsewhere, as none.
    assert_agreed(&columns, &["क्षि", "တွေ"]);
}
