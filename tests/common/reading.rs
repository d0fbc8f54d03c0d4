//! Texts read into events, and an event on one line.

use linchpin::chronicle::{Chronicle, Event};
use linchpin::compile::{Annotators, compile};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// The chronicle of some texts, with the record or without.
pub(crate) fn read(texts: &[&str], with_record: bool) -> Chronicle {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let documents = texts
        .iter()
        .enumerate()
        .flat_map(|(at, text)| load_text(text, &Origin::BuiltIn(format!("{at}.txt"))))
        .collect();
    compile(documents, &[], &annotators, with_record, &|_| true)
}

/// An event as "date kind status: title".
pub(crate) fn line(event: &Event) -> String {
    let date = event
        .date
        .map_or_else(|| "-".to_owned(), |date| date.to_string());
    format!(
        "{date} {} {}: {}",
        event.kind.name(),
        event.status.name(),
        event.title
    )
}
