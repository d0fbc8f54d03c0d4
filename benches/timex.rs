//! How fast the tagger is on news and on texts made to slow it down. The promise is 20 MB/s on one
//! core for news, and time in proportion to the length for every text.
//!
//! `cargo bench --bench timex` prints both and fails if a hostile text costs more than in proportion.
//! What counts is the processor's time of the thread. Tokens and expressions are some eighty times the
//! text at worst ("1941-"), and no list of the long text may be beyond 32 MB: from there on the C library
//! gives the memory of each run back to the system, which has to clear it for the next one, while the
//! short text finds that of its last run. That is no growth of the work, and looks like one.

use std::hint::black_box;

use linchpin::time::Date;
use linchpin::timex::TemporalTagger;
use rustix::time::{ClockId, clock_gettime};

/// A paragraph as news agencies write them: one time expression in some fifteen words.
const NEWS: &str = "The foreign ministers of the three countries agreed on Thursday to hold working-level \
consultations next month, a spokesperson for the ministry told reporters in a regular briefing. \
Officials from both capitals had exchanged drafts of the joint statement since early January, but \
several paragraphs on supply chains and maritime security remained open, according to people familiar \
with the matter. The last ministerial took place on March 16-17, 2021, and produced a communique of \
eleven pages. \"We expect the working group to report before the end of the year,\" the spokesperson \
said, adding that the leaders would decide about a summit once the schedule of the parliament is known. \
Opposition lawmakers criticized the arrangement as vague and asked the government to publish the minutes \
of the meeting, which lasted more than four hours. ";

/// Pieces that a grammar could choke on when they are repeated.
const HOSTILE: &[(&str, &str)] = &[
    ("the", "the "),
    ("last", "last last "),
    ("month", "March "),
    ("days", "1, 2, "),
    ("list", "March 7, 8, 9, 10, 11, 12, 13, "),
    ("dashes", "1941-"),
    ("digits", "1"),
    ("letters", "a"),
    ("early", "early-to-"),
    ("more", "more than "),
    ("and", "years and "),
    ("quotes", "'"),
    ("commas", "1,000,"),
    ("hundreds", "hundred "),
    ("clock", "5:30 p.m. "),
    ("wide", "岸田３"),
];

/// A text is tagged so often, and the best run counts.
const RUNS: usize = 3;
/// A run tags a text again until it took so many seconds: some are done in fifty microseconds.
const LEAST: f64 = 0.02;
/// Bytes of the long text; the short one has a quarter.
const LONG: usize = 400_000;
/// Four times the text may cost so many times the time.
const LIMIT: f64 = 6.0;

fn main() {
    let tagger = TemporalTagger::default();
    let dct = Date::new(2023, 6, 17);
    let run = |text: &str| {
        let mut count = 1_u32;
        loop {
            let before = cpu_seconds();
            for _ in 0..count {
                black_box(tagger.tag(black_box(text), dct));
            }
            let time = cpu_seconds() - before;
            if time >= LEAST {
                return time / f64::from(count);
            }
            count *= 2;
        }
    };
    let seconds = |text: &str| (0..RUNS).map(|_| run(text)).fold(f64::INFINITY, f64::min);
    let speed = |text: &str, time: f64| text.len() as f64 / time / 1e6;
    let news = NEWS.repeat(4_000_000 / NEWS.len());
    let time = seconds(&news);
    println!(
        "news      {:7.1} MB/s, {} expressions",
        speed(&news, time),
        tagger.tag(&news, dct).len()
    );
    let mut slow = Vec::new();
    for (name, piece) in HOSTILE {
        let text = piece.repeat(LONG / piece.len());
        let quarter: String = piece.repeat(LONG / 4 / piece.len());
        let (long, short) = (seconds(&text), seconds(&quarter));
        let ratio = long / short;
        println!(
            "{name:9} {:7.1} MB/s, 4 times the text in {ratio:.1} times the time",
            speed(&text, long)
        );
        if ratio > LIMIT {
            slow.push(*name);
        }
    }
    assert!(slow.is_empty(), "more than in proportion: {slow:?}");
}

/// Seconds that this thread ran.
fn cpu_seconds() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
