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
    PROBES.iter().copied().map(as_drawn).collect()
}

fn as_drawn(text: &str) -> String {
    agreed(&clean_line(text)).into_owned()
}

/// Where signs of documents come from: scripts, symbols, pictures, and what is put on and behind them.
const BASES: &[std::ops::RangeInclusive<u32>] = &[
    0x20..=0x7E,
    0xA1..=0x17F,
    0x391..=0x3A1,
    0x3A3..=0x52F,
    0x5D0..=0x5EA,
    0x620..=0x64A,
    0x905..=0x939,
    0xE01..=0xE30,
    0x1100..=0x1112,
    0x1161..=0x1175,
    0x2010..=0x2027,
    0x20A0..=0x20BF,
    0x2190..=0x23FA,
    0x2460..=0x27BF,
    0x2E80..=0x2E99,
    0x3001..=0x303F,
    0x3041..=0x3096,
    0x3099..=0x30FF,
    0x3131..=0x318E,
    0x3200..=0x321E,
    0x3220..=0x33FF,
    0x4E00..=0x9FFF,
    0xAC00..=0xD7A3,
    0xF900..=0xFA6D,
    0xFF01..=0xFFBE,
    0x1F1E6..=0x1F1FF,
    0x1F300..=0x1F64F,
    0x1F680..=0x1F6C5,
    0x1F900..=0x1F9FF,
    0x20000..=0x2A6DF,
];
const BEHIND: &[std::ops::RangeInclusive<u32>] = &[
    0x300..=0x36F,
    0x5B0..=0x5BD,
    0x64B..=0x652,
    0xE34..=0xE3A,
    0x1161..=0x1175,
    0x11A8..=0x11C2,
    0x200D..=0x200D,
    0x20D0..=0x20DC,
    0x3099..=0x309A,
    0xFE0E..=0xFE0F,
    0xFF9E..=0xFF9F,
    0x1F3FB..=0x1F3FF,
    0xE0100..=0xE0103,
];

/// So many made of them, the same each time.
fn generated(many: usize) -> Vec<String> {
    let mut state = 12_u64;
    let mut below = |many: usize| {
        // Knuth's constants for 64 bits.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % many
    };
    let mut sign = |of: &[std::ops::RangeInclusive<u32>]| {
        let range = of[below(of.len())].clone();
        let at = range.start() + below((range.end() - range.start() + 1) as usize) as u32;
        (char::from_u32(at).unwrap_or('a'), below(4))
    };
    let one = |_| {
        let (base, marks) = sign(BASES);
        let mut text = String::from(base);
        for _ in 0..marks {
            let (behind, joined) = sign(BEHIND);
            text.push(behind);
            if behind == '\u{200D}' || joined == 0 {
                text.push(sign(BASES).0);
            }
        }
        as_drawn(&text)
    };
    (0..many).map(one).collect()
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

/// Of these two some terminals count the vowel signs, which take a cell of their own elsewhere, as none.
const VOWEL_SIGNS: &[&str] = &["क्षि", "တွေ"];

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
    let Some(columns) = columns_in_tmux(folder.path(), &drawn()) else {
        println!("skipped: tmux answers nothing here");
        return;
    };
    assert_agreed(&columns, VOWEL_SIGNS);
}

/// Where the cursor of tmux stands after each probe, as it answers when asked.
fn columns_in_tmux(folder: &Path, texts: &[String]) -> Option<Vec<usize>> {
    let script = "stty raw -echo\nwhile IFS= read -r line <&3; do\n  printf '\\r\\033[K%s\\033[6n' \"$line\"\n  \
                  IFS= read -rs -d R answer\n  echo \"${answer##*;}\" >> columns\ndone 3< probes\nmv columns done\n";
    fs::write(folder.join("ask"), script).expect("written");
    fs::write(folder.join("probes"), texts.join("\n") + "\n").expect("written");
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
    if !started.status.success() {
        return None;
    }
    let begun = Instant::now();
    while !folder.join("done").exists() && begun.elapsed() < Duration::from_mins(2) {
        std::thread::sleep(Duration::from_millis(20));
    }
    tmux(&["kill-server"]);
    let told = fs::read_to_string(folder.join("done")).ok()?;
    // Columns are counted from 1, and the cursor is behind the probe.
    let column = |line: &str| line.parse::<usize>().expect("a column") - 1;
    Some(told.lines().map(column).collect())
}

/// Where the cursor of pyte stands after each text, written sign by sign, since of one write it drops what follows a
/// mark that has no class; `None` where it is not installed.
fn columns_in_pyte(texts: &[String]) -> Option<Vec<usize>> {
    let program = "import sys, pyte\nfor line in open('probes', encoding='utf-8', newline='\\n').read().split('\\n')[:-1]:\n  \
                   screen = pyte.Screen(60, 4); stream = pyte.Stream(screen); [stream.feed(c) for c in line]; print(screen.cursor.x)\n";
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("probes"), texts.join("\n") + "\n").expect("written");
    let output = Command::new("python3")
        .args(["-c", program])
        .current_dir(folder.path())
        .output();
    let output = output.ok().filter(|output| output.status.success())?;
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    let column = |line: &str| line.parse().expect("a column");
    Some(told.lines().map(column).collect())
}

#[test]
fn pyte_agrees() {
    let Some(columns) = columns_in_pyte(&drawn()) else {
        println!("skipped: pyte is not installed");
        return;
    };
    assert_agreed(&columns, VOWEL_SIGNS);
}

#[test]
#[ignore = "takes a minute, and needs tmux and pyte"]
fn ten_thousand_generated_graphemes_are_as_wide_in_both() {
    let texts = generated(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let tmux = columns_in_tmux(folder.path(), &texts).expect("tmux");
    let pyte = columns_in_pyte(&texts).expect("pyte");
    assert_eq!((tmux.len(), pyte.len()), (texts.len(), texts.len()));
    for (name, columns) in [("tmux", tmux), ("pyte", pyte)] {
        let differ = texts
            .iter()
            .zip(columns)
            .filter(|(text, column)| cells(text) != *column);
        let differ: Vec<_> = differ
            .map(|(text, column)| (text.escape_unicode().to_string(), cells(text), column))
            .collect();
        println!("{name}: {} of {} differ", differ.len(), texts.len());
        assert!(differ.is_empty(), "{name}: {differ:?}");
    }
}
