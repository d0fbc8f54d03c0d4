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
    pub(crate) patterns: &'static [&'static str],
    pub(crate) run: Box<dyn Fn(&str)>,
}

impl Subject {
    /// The pattern repeated up to so many bytes.
    pub(crate) fn input(&self, pattern: &str, bytes: usize) -> String {
        format!("{}{}", self.before, pattern.repeat(bytes / pattern.len()))
    }
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
        "extraction" | "extraction_of_markdown" => {
            let reader = Reader::new(LoadOptions::default());
            let markdown = name != "extraction";
            let path = if markdown { "a.md" } else { "a.txt" };
            let origin = Origin::File(PathBuf::from(path).into(), None);
            // Leaked once, for the whole test.
            let tagger = Box::leak(Box::new(TemporalTagger::default()));
            let annotators = Annotators::new(Gazetteer::new(linchpin::record::names()), tagger);
            let before = "Seoul, 3 March 2021\n\nMinister Chung met Secretary Blinken. ";
            // One thread, this one, so that its time is the time of the work.
            let pool = rayon::ThreadPoolBuilder::new()
                .use_current_thread()
                .num_threads(1)
                .build()
                .expect("a pool");
            let run = move |text: &str| {
                let (loaded, _) = reader.read(text.as_bytes(), &origin);
                pool.install(|| {
                    drop(compile(
                        loaded.documents,
                        &loaded.rows,
                        &annotators,
                        false,
                        &|_| true,
                    ));
                });
            };
            Subject {
                before,
                patterns: if markdown {
                    patterns::BLOCKS
                } else {
                    patterns::PROSE
                },
                run: Box::new(run),
            }
        }
        _ => unreachable!("{name} is no subject"),
    }
}

fn file(ending: &'static str, before: &'static str, patterns: &'static [&'static str]) -> Subject {
    let reader = Reader::new(LoadOptions::default());
    let origin = Origin::File(PathBuf::from(format!("a.{ending}")).into(), None);
    Subject {
        before,
        patterns,
        run: Box::new(move |text| drop(reader.read(text.as_bytes(), &origin))),
    }
}

fn function(patterns: &'static [&'static str], run: impl Fn(&str) + 'static) -> Subject {
    Subject {
        before: "",
        patterns,
        run: Box::new(run),
    }
}
