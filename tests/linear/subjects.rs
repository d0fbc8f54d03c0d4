//! What is measured: each takes a text and gives nothing.

use std::path::PathBuf;

use linchpin::compile::{Annotators, compile};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::{LoadOptions, Reader};
use linchpin::query::parse;
use linchpin::text::{clean, wrap};
use linchpin::time::Edtf;
use linchpin::timex::TemporalTagger;

use super::patterns;

/// Something that reads a text.
pub(crate) struct Subject {
    /// What stands before the repeated pattern.
    before: &'static str,
    /// Patterns that only this subject has to fear.
    patterns: &'static [&'static str],
    /// Whether the pieces are to be told apart: it meets no pattern but its own, and more of each, since
    /// what is slow is slow with thousands of names.
    pub(crate) distinct: bool,
    /// Bytes of the smallest input of the long plan.
    pub(crate) long: usize,
    pub(crate) run: Box<dyn Fn(&str)>,
}

impl Subject {
    /// What is repeated: what everything that reads meets, and what this one has to fear.
    pub(crate) fn all_patterns(&self) -> impl Iterator<Item = &'static str> {
        let common = patterns::COMMON.iter().filter(|_| !self.distinct);
        common.chain(self.patterns).copied()
    }

    /// The pattern repeated up to so many bytes, each time with names and days of its own if it asks
    /// for them.
    pub(crate) fn input(&self, pattern: &str, bytes: usize) -> String {
        let mut text = String::with_capacity(self.before.len() + bytes);
        text.push_str(self.before);
        let asks = ["{name}", "{other}", "{day}"].map(|ask| pattern.contains(ask));
        if asks == [false; 3] {
            text.push_str(&pattern.repeat(bytes / pattern.len()));
            return text;
        }
        for number in 0.. {
            let piece = pattern
                .replace("{name}", &name(2 * number))
                .replace("{other}", &name(2 * number + 1))
                .replace("{day}", &day(number));
            if text.len() + piece.len() > bytes {
                break;
            }
            text.push_str(&piece);
        }
        text
    }
}

/// A name of three syllables that no other number has.
fn name(number: usize) -> String {
    let syllable = |number: usize| {
        let (first, second) = (b"bdfghjklmnprstvz"[number % 16], b"aeiou"[number / 16 % 5]);
        [char::from(first), char::from(second)]
    };
    let name = [number / 6_400, number / 80, number].map(syllable);
    let letters = name.as_flattened().iter();
    letters
        .enumerate()
        .map(|(at, letter)| {
            if at == 0 {
                letter.to_ascii_uppercase()
            } else {
                *letter
            }
        })
        .collect()
}

/// One of the days of two centuries.
fn day(number: usize) -> String {
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (day, month) = (1 + number % 28, months[number / 28 % 12]);
    format!("{month} {day}, {}", 1850 + number / 336 % 200)
}

/// Makes a test of each subject: `check` is called with its name.
macro_rules! test_each_subject {
    () => {
        test_each_subject! {
            plain_text markdown web_page xml_feed json json_lines table calendar
            cleaning wrapping edtf tagging extraction extraction_of_markdown
            extraction_of_names extraction_without_a_day library query
        }
    };
    ($($name:ident)+) => { $(
        #[test]
        fn $name() {
            check(stringify!($name));
        }
    )+ };
}

/// The subject of that name.
pub(crate) fn subject(name: &str) -> Subject {
    match name {
        "plain_text" => file("txt", "Seoul, 3 March 2021\n\n", patterns::FRAME),
        "markdown" => file("md", "# Talks\n\n", patterns::MARKDOWN),
        "web_page" => file(
            "html",
            "<!doctype html><html><body><article><p>",
            patterns::MARKUP,
        ),
        "xml_feed" => file(
            "rss",
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>",
            patterns::MARKUP,
        ),
        "json" => file("json", "[", patterns::JSON),
        "json_lines" => file(
            "jsonl",
            "{\"date\":\"2021-03-03\",\"title\":\"a\"}\n",
            patterns::JSON,
        ),
        "table" => file("csv", "date,title\n", patterns::TABLE),
        "calendar" => file(
            "ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
            patterns::CALENDAR,
        ),
        "cleaning" => function(&[], |text| drop(clean(text).into_owned())),
        "wrapping" => function(&[], |text| drop(wrap(text, 40))),
        "edtf" => function(patterns::EDTF, |text| drop(text.parse::<Edtf>())),
        "query" => function(patterns::QUERY, |text| {
            let (query, _) = parse(text);
            drop(query.to_string());
        }),
        "tagging" => {
            let tagger = TemporalTagger::default();
            function(patterns::PROSE, move |text| drop(tagger.tag(text, None)))
        }
        "extraction" => extraction("txt", DATED, patterns::PROSE),
        "extraction_of_markdown" => extraction("md", DATED, patterns::BLOCKS),
        "extraction_of_names" => distinct(extraction("md", DATED, patterns::DISTINCT)),
        "extraction_without_a_day" => distinct(extraction("txt", "", patterns::DISTINCT)),
        "library" => of_crowds(distinct(extraction("txt", "", patterns::LIBRARY))),
        _ => unreachable!("{name} is no subject"),
    }
}

/// The smallest input of the long plan, in bytes.
const LONG: usize = 64 * 1_024;

/// How a document begins that says when it was written.
const DATED: &str = "Seoul, 3 March 2021\n\nMinister Chung met Secretary Blinken. ";

/// What stands between two documents of one text.
const BETWEEN: &str = "\u{C}\n";

/// From texts to events.
fn extraction(
    ending: &'static str,
    before: &'static str,
    patterns: &'static [&'static str],
) -> Subject {
    let reader = Reader::new(LoadOptions::default());
    // Leaked once, for the whole test.
    let tagger = Box::leak(Box::new(TemporalTagger::default()));
    let annotators = Annotators::new(Gazetteer::new(linchpin::record::names()), tagger);
    // One thread, this one, so that its time is the time of the work.
    let pool = rayon::ThreadPoolBuilder::new()
        .use_current_thread()
        .num_threads(1)
        .build()
        .expect("a pool");
    let run = move |text: &str| {
        let pieces = text.split(BETWEEN).enumerate();
        let documents = pieces.flat_map(|(at, piece)| {
            let path = PathBuf::from(format!("{at}.{ending}"));
            let (loaded, _) = reader.read(piece.as_bytes(), &Origin::File(path.into(), None));
            loaded.documents
        });
        let documents = documents.collect();
        pool.install(|| drop(compile(documents, &[], &annotators, false, &|_| true)));
    };
    Subject {
        before,
        patterns,
        distinct: false,
        long: LONG,
        run: Box::new(run),
    }
}

fn distinct(subject: Subject) -> Subject {
    Subject {
        distinct: true,
        ..subject
    }
}

/// One whose long plan begins with thousands of documents: of those who meet on one day only so many are
/// remembered (`compile::merge::near`), and until then each is compared with all before it.
fn of_crowds(subject: Subject) -> Subject {
    Subject {
        long: 8 * LONG,
        ..subject
    }
}

fn file(ending: &'static str, before: &'static str, patterns: &'static [&'static str]) -> Subject {
    let reader = Reader::new(LoadOptions::default());
    let origin = Origin::File(PathBuf::from(format!("a.{ending}")).into(), None);
    Subject {
        before,
        patterns,
        distinct: false,
        long: LONG,
        run: Box::new(move |text| drop(reader.read(text.as_bytes(), &origin))),
    }
}

fn function(patterns: &'static [&'static str], run: impl Fn(&str) + 'static) -> Subject {
    Subject {
        before: "",
        patterns,
        distinct: false,
        long: LONG,
        run: Box::new(run),
    }
}
