//! What a text tells, in a line for each event.

use linchpin::chronicle::Who;
use linchpin::compile::{Annotators, extracted};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// What is read from a text.
#[derive(Debug)]
pub(crate) struct Told {
    /// Its day of writing, or "none".
    pub(crate) dct: String,
    /// Its events as "date kind status: people".
    pub(crate) events: Vec<String>,
    /// Everyone whom it names.
    pub(crate) people: Vec<String>,
}

/// Reads one text.
pub(crate) fn read(text: &str) -> Told {
    let tagger = TemporalTagger::default();
    let gazetteer = Gazetteer::new(record::names());
    let annotators = Annotators::new(gazetteer, &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let found = extracted(&documents, &annotators).remove(0);
    let line = |event: &linchpin::chronicle::Event| {
        let date = event
            .date
            .map_or_else(|| "-".to_owned(), |date| date.to_string());
        let who: Vec<_> = event
            .participants
            .iter()
            .map(|p| match &p.who {
                Who::Official(row) => gazetteer.official(*row).name.to_string(),
                Who::Named(name) => name.to_string(),
            })
            .collect();
        format!(
            "{date} {} {}: {}",
            event.kind.name(),
            event.status.name(),
            who.join(", ")
        )
    };
    let dct = found
        .dct
        .map_or_else(|| "none".to_owned(), |dct| dct.date.to_string());
    Told {
        dct,
        events: found.events.iter().map(line).collect(),
        people: found.officials,
    }
}

#[track_caller]
pub(crate) fn tells(text: &str, expected: &[&str]) {
    let Told {
        dct,
        events,
        people,
    } = read(text);
    assert_eq!(events, expected, "of {text}\nwritten {dct}, of {people:?}");
}
