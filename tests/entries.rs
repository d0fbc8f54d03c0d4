//! The entries of the fuzz targets, driven by mutations of our own on every test run.
//!
//! `LINCHPIN_FUZZ_SECONDS=600 cargo test --release --test entries -- --nocapture` runs each entry for
//! so long and prints how many executions it had; without it each has a few hundred.

#[path = "torture/dates.rs"]
mod dates;
#[path = "torture/encodings.rs"]
mod encodings;
#[path = "../fuzz/src/entries.rs"]
mod entries;
#[path = "torture/escapes.rs"]
mod escapes;
#[expect(dead_code, reason = "only the bytes are used here")]
#[path = "torture/input.rs"]
mod input;
#[path = "torture/markup.rs"]
mod markup;
#[path = "torture/tables.rs"]
mod tables;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use entries::ENTRIES;
use input::Input;

/// Executions of each entry where no time is given, and the time after which there are fewer.
const SMOKE: u32 = 250;
const SMOKE_TIME: Duration = Duration::from_millis(1_500);
/// Larger inputs are cut: many small ones find more than few large ones.
const MOST_BYTES: usize = 2_000;

/// Pieces that parsers branch on.
const TOKENS: &[&str] = &[
    "2021-03-16",
    "16 March 2021",
    "mid-",
    "early ",
    "/..",
    "../",
    "~",
    "?",
    "XX",
    "-21",
    "last ",
    "next ",
    " days ago",
    "Monday",
    "the same day",
    "between ",
    " and ",
    " to ",
    "Q3",
    "fiscal ",
    "[",
    "](",
    "]",
    "**",
    "`",
    "# ",
    "> ",
    "---\n",
    "+++\n",
    "date: ",
    "<p>",
    "</p>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml version=\"1.0\"?>",
    "<rss>",
    "<item>",
    "<div ",
    "&amp;",
    "&#x202e;",
    "{\"date\":\"",
    "\"}",
    "[{",
    "}]",
    "\\u0000",
    ",",
    "\"",
    "\"\"",
    "\r\n",
    "BEGIN:VEVENT\r\n",
    "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=TU,-1FR\r\n",
    "EXDATE:20210316\r\n",
    "03/04/2021",
    "PK\u{3}\u{4}",
    "DTSTART:",
    "END:VEVENT\r\n",
    "{\"schema\":1,\"act\":\"note\",\"event\":\"x\",\"text\":\"a\\u001b\"}\n",
    "{\"schema\":2,\"act\":\"new\"}\n",
    "[timeline]\n",
    "open = \"g g\"\n",
    "title = { fg = \"red\" }\n",
    "who:",
    "-kind:",
    "(",
    ")",
    " OR ",
    "since:",
    "ctrl-",
    "<ret>",
    "\u{1b}[31m",
    "\u{202E}",
    "\u{200D}",
    "\u{FE0F}",
    "\u{1F468}",
    "\u{301}",
    "\u{1100}",
    "\u{1161}",
    "\u{AC00}",
    "\u{11A8}",
    "\u{FF76}\u{FF9E}",
    "\u{5CB8}",
    "President Park",
    "Foreign Minister",
    "Seoul",
    "met with",
    "will visit",
    "\0",
    "\u{FEFF}",
];

/// A generator that gives the same numbers everywhere (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// The beginnings of all hostile inputs.
fn seeds() -> Vec<Vec<u8>> {
    let mut all: Vec<Input> = escapes::inputs();
    all.extend(encodings::inputs());
    all.extend(markup::inputs());
    all.extend(tables::inputs());
    all.extend(dates::inputs());
    let short = |input: Input| input.bytes.into_iter().take(MOST_BYTES).collect();
    all.into_iter().map(short).collect()
}

fn mutated(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
    if random.below(8) == 0 {
        bytes.clear();
    }
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len() + 1);
        match random.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => bytes.truncate(at),
            2 => {
                let end = (at + random.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            3 => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                let to = (from + random.below(200)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                let token = TOKENS[random.below(TOKENS.len())];
                let times = if random.below(10) == 0 { 20 } else { 1 };
                bytes.splice(at..at, token.repeat(times).into_bytes());
            }
        }
    }
    bytes.truncate(2 * MOST_BYTES);
    bytes
}

/// Runs an entry until the time is over, or a number of times.
fn drive(name: &str, entry: fn(&[u8]), seeds: &[Vec<u8>], time: Option<Duration>) {
    let begun = Instant::now();
    let fresh = std::env::var("LINCHPIN_FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok());
    let mut random = Random(fresh.unwrap_or(7) ^ name.len() as u64);
    let mut executions = 0_u32;
    let mut slowest = Duration::ZERO;
    loop {
        let over = match time {
            Some(time) => begun.elapsed() >= time,
            None => executions >= SMOKE || begun.elapsed() >= SMOKE_TIME,
        };
        if over {
            break;
        }
        let bytes = mutated(seeds, &mut random);
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| entry(&bytes)));
        slowest = slowest.max(start.elapsed());
        executions += 1;
        assert!(
            outcome.is_ok(),
            "{name} broke on b\"{}\"",
            bytes.escape_ascii()
        );
    }
    println!("{name}: {executions} executions, the slowest took {slowest:?}");
    assert!(slowest < Duration::from_secs(20), "{name} took {slowest:?}");
}

#[test]
fn arbitrary_bytes_break_no_entry() {
    let seconds = std::env::var("LINCHPIN_FUZZ_SECONDS")
        .ok()
        .and_then(|value| value.parse().ok());
    let only = std::env::var("LINCHPIN_FUZZ_ENTRY").ok();
    let seeds = seeds();
    for (name, entry) in ENTRIES {
        if only.as_deref().is_none_or(|only| only == *name) {
            drive(name, *entry, &seeds, seconds.map(Duration::from_secs));
        }
    }
}

/// The inputs as files and the pieces as a dictionary, for a fuzzer that is guided by coverage.
#[test]
#[ignore = "writes files; fuzz/run.sh asks for it"]
fn seeds_are_written_for_a_fuzzer() {
    let folder = std::env::var_os("LINCHPIN_FUZZ_SEEDS").expect("a folder in LINCHPIN_FUZZ_SEEDS");
    let folder = Path::new(&folder);
    let seeds_folder = folder.join("seeds");
    fs::create_dir_all(&seeds_folder).expect("a folder");
    for (at, seed) in seeds().iter().enumerate() {
        fs::write(seeds_folder.join(format!("{at:04}")), seed).expect("written");
    }
    let mut dictionary = String::new();
    for token in TOKENS {
        let bytes = token.bytes().map(|byte| format!("\\x{byte:02x}"));
        dictionary.extend(["\"".to_owned()].into_iter().chain(bytes));
        dictionary.push_str("\"\n");
    }
    fs::write(folder.join("dictionary"), dictionary).expect("written");
}

#[test]
fn every_entry_has_its_fuzz_target() {
    let manifest = include_str!("../fuzz/Cargo.toml");
    for (name, _) in ENTRIES {
        let bin = format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"");
        assert!(
            manifest.contains(&bin),
            "fuzz/sync.sh adds the target {name}"
        );
    }
}
