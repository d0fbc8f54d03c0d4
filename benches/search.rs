//! Search at 1e4, 1e5 and 1e6 events: building the index, a key press, the count after it.
//!
//! `cargo bench --bench search [-- SIZE…]` prints CPU times; the targets stand beside them. Events are
//! made up and the same in every run: about 120 bytes each with words as frequent as in real text,
//! a long tail of rare ones, people and places of the record.

use std::sync::Arc;
use std::time::Duration;

use linchpin::chronicle::{
    Attestation, Chronicle, Confidence, CountryRow, Event, Kind, OfficialRow, Participant,
    PlaceRef, PlaceRow, Scope, SourceRef, Status, Str, TopicRow, Who,
};
use linchpin::gazetteer::Gazetteer;
use linchpin::index::Index;
use linchpin::query::parse;
use linchpin::record::{self, SourceRow};
use linchpin::search::{Order, Searcher, Session};
use linchpin::time::{Date, Edtf};
use smallvec::smallvec;

/// Events on a screen.
const SCREEN: usize = 50;

/// Each thing is measured so many times; the fastest counts.
const ROUNDS: usize = 5;

/// Typed key by key: exact words, beginnings, several words, dates, other scripts, typos, letters
/// in order.
const QUERIES: &[&str] = &[
    "blinken seoul",
    "kim",
    "tokyo",
    "park washington",
    "kissinger",
    "who:kerry where:tokyo",
    "visit seoul 1994",
    "summit 2018..2019",
    "2001-03 tokyo",
    "since:2010 abe",
    "윤석열",
    "岸田",
    "ㅂㅈ",
    "박정희 워싱턴",
    "blnken",
    "seuol",
    "kissnger tokyo",
    "nkgwr",
    "zvrek",
    "tbkmo seoul",
    "kind:summit country:kr",
    "-seoul kim",
    "\"camp david\"",
    "camp david",
    "two plus two",
    "foreign minister seoul",
    "president park 1965",
    "s",
    "ra",
    "meg",
    "lo tokyo",
    "korea japan us",
];

/// A small generator of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mixed = (self.0 ^ (self.0 >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        mixed ^ (mixed >> 33)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A rank from 0 on, the lower the more frequent: close to Zipf's law with exponent 1.
    fn zipf(&mut self, ranks: f64) -> u64 {
        (ranks.powf(self.unit()) - 1.0) as u64
    }
}

/// The word of a rank: frequent words are short.
fn word(rank: u64, out: &mut String) {
    const ONSETS: [&str; 20] = [
        "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "st", "tr",
        "ch", "kr", "pl",
    ];
    const RHYMES: [&str; 15] = [
        "a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "or", "al", "es", "ia",
    ];
    let mut rest = rank + 40;
    while rest > 0 {
        out.push_str(ONSETS[(rest % 20) as usize]);
        rest /= 20;
        out.push_str(RHYMES[(rest % 15) as usize]);
        rest /= 15;
    }
}

fn event(number: usize, count: usize, dice: &mut Dice, gazetteer: Gazetteer) -> Event {
    let start = Date::new(1945, 1, 1).expect("a day");
    let day = (number as f64 / count as f64 * 29_500.0) as i64;
    let names = gazetteer.names();
    let rows = |most: u64, len: usize| most.min(len as u64) as f64;
    let mut title = String::new();
    for at in 0..10 {
        if at > 0 {
            title.push(' ');
        }
        // The tail grows with the text, as that of a language does: about 150,000 words in 1e6.
        word(dice.zipf(55.0 * (count as f64).powf(0.57)), &mut title);
    }
    let participants = (0..2).map(|_| Participant {
        who: Who::Official(OfficialRow(
            dice.zipf(rows(200, names.officials.len())) as u32
        )),
        role: None,
        country: None,
    });
    let participants = participants.collect();
    let countries = vec![
        CountryRow(dice.zipf(names.countries.len() as f64) as u32),
        CountryRow(dice.zipf(names.countries.len() as f64) as u32),
    ];
    let kinds = [
        Kind::Visit,
        Kind::Meeting,
        Kind::Summit,
        Kind::Call,
        Kind::Talks,
        Kind::Statement,
    ];
    Event {
        key: Str::from(format!("e{number}")),
        date: Some(Edtf::day(start.plus_days(day))),
        kind: kinds[dice.below(6) as usize],
        status: Status::Held,
        title: Str::from(title),
        summary: Str::from(""),
        countries: countries.into(),
        participants,
        places: smallvec![PlaceRef::Known(PlaceRow(
            dice.zipf(rows(300, names.places.len())) as u32,
        ))],
        topics: vec![TopicRow(dice.zipf(names.topics.len() as f64) as u32)],
        confidence: Confidence::High,
        inferred: Vec::new(),
        attestations: smallvec![Attestation {
            source: SourceRef::Record(SourceRow(dice.zipf(names.sources.len() as f64) as u32)),
            locator: Str::from(""),
            line: None,
            url: None,
            date: None,
            status: Status::Held,
            scope: Scope::Full,
            note: None,
            evidence: None,
        }],
        takes_office: None,
    }
}

/// CPU time of this thread, which other programs on the machine do not change.
fn cpu() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

/// A quantile of times, which are sorted for it.
fn quantile(times: &mut [Duration], share: f64) -> f64 {
    times.sort_unstable();
    let at = ((times.len() - 1) as f64 * share) as usize;
    times[at].as_secs_f64() * 1e3
}

fn main() {
    let asked: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|size| size.parse().ok())
        .collect();
    let sizes = if asked.is_empty() {
        vec![10_000, 100_000, 1_000_000]
    } else {
        asked
    };
    let gazetteer = Gazetteer::new(record::names());
    println!(
        "   events   terms  events/s  B/event | key press ms: median   p99    max | whole search ms: median   p99"
    );
    println!("  targets           400,000   ≤ 100  |              ≤ 0.25  ≤ 1.0");
    let mut medians: Vec<(f64, f64)> = Vec::new();
    for size in sizes {
        let mut dice = Dice(42);
        let events = (0..size)
            .map(|number| event(number, size, &mut dice, gazetteer))
            .collect();
        let chronicle = Arc::new(Chronicle::new(gazetteer, events, Vec::new()));
        let mut built = Duration::MAX;
        let mut index = Index::build(&chronicle);
        for _ in 0..ROUNDS {
            let began = cpu();
            index = Index::build(&chronicle);
            built = built.min(cpu().saturating_sub(began));
        }
        let built = built.as_secs_f64();
        let (bytes, terms) = (index.bytes(), index.dictionary().len());
        let searcher = Searcher::new(chronicle, Arc::new(index));
        let mut presses = Vec::new();
        let mut searches = Vec::new();
        for typed in QUERIES {
            let ends: Vec<usize> = typed
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .collect();
            let mut best = vec![Duration::MAX; ends.len()];
            let mut whole = Duration::MAX;
            for _ in 0..ROUNDS {
                // Each query is typed into a session of its own.
                let session = Session::new(searcher.clone());
                for (end, best) in ends.iter().zip(&mut best) {
                    let input = typed.get(..*end).unwrap_or_default();
                    let began = cpu();
                    let (query, _) = parse(input);
                    std::hint::black_box(session.screen(&query, SCREEN));
                    *best = (*best).min(cpu().saturating_sub(began));
                }
                let (query, _) = parse(typed);
                let began = cpu();
                std::hint::black_box(session.search(&query, Order::Date));
                whole = whole.min(cpu().saturating_sub(began));
            }
            if std::env::var_os("SLOW").is_some() {
                for (end, took) in ends
                    .iter()
                    .zip(&best)
                    .filter(|(_, took)| took.as_micros() > 300)
                {
                    println!("{:?} {took:?}", typed.get(..*end));
                }
            }
            presses.extend(best);
            searches.push(whole);
        }
        let median = quantile(&mut presses, 0.5);
        medians.push((size as f64, median));
        println!(
            "{size:>9} {terms:>7} {:>9.0} {:>8.1} | {:>21.3} {:>6.3} {:>6.3} | {:>24.3} {:>6.3}",
            size as f64 / built,
            bytes as f64 / size as f64,
            median,
            quantile(&mut presses, 0.99),
            quantile(&mut presses, 1.0),
            quantile(&mut searches, 0.5),
            quantile(&mut searches, 0.99),
        );
    }
    if let (Some(first), Some(last)) = (medians.first(), medians.last())
        && first.0 < last.0
    {
        let exponent = (last.1 / first.1).ln() / (last.0 / first.0).ln();
        println!("median grows with an exponent of {exponent:.2} (target ≤ 0.35)");
    }
}
