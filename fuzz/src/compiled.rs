//! What is understood of a page: its events, what is found among them, what leaves the program.

use std::sync::{Arc, OnceLock};

use linchpin::chronicle::Chronicle;
use linchpin::compile::{Annotators, compile};
use linchpin::gazetteer::Gazetteer;
use linchpin::index::Index;
use linchpin::query::parse;
use linchpin::search::{Order, Searcher};
use linchpin::text::is_clean;
use linchpin::timex::TemporalTagger;

use super::reading::read;
use super::{exported, lossy};

/// Hits are distinct, in order and of this chronicle; what is said about them is clean.
pub(crate) fn search(bytes: &[u8]) {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    let searcher = SEARCHER.get_or_init(|| {
        let chronicle = Arc::new(linchpin::open::open_record());
        let index = Arc::new(Index::build(&chronicle));
        Searcher::new(chronicle, index)
    });
    // A person types less than this in one line; long ones are the query's own affair.
    let (query, _) = parse(&lossy(
        bytes.get(..bytes.len().min(300)).unwrap_or_default(),
    ));
    let hits = searcher.search(&query, Order::Date);
    assert!(
        hits.hits
            .windows(2)
            .all(|pair| pair[0].event < pair[1].event)
    );
    assert!(
        hits.events()
            .all(|id| searcher.chronicle().get(id).is_some())
    );
    assert!(query.is_empty() || hits.is_empty() == hits.best.is_none());
    let by_relevance = searcher.search(&query, Order::Relevance);
    assert_eq!(hits.total(), by_relevance.total());
}

/// The chronicle that a page gives, without the record.
pub(crate) fn chronicle_of(name: &str, bytes: &[u8]) -> Chronicle {
    static TAGGER: OnceLock<TemporalTagger> = OnceLock::new();
    static ANNOTATORS: OnceLock<Annotators<'static>> = OnceLock::new();
    let annotators = ANNOTATORS.get_or_init(|| {
        let gazetteer = Gazetteer::new(linchpin::record::names());
        Annotators::new(gazetteer, TAGGER.get_or_init(TemporalTagger::default))
    });
    let loaded = read(name, bytes);
    compile(loaded.documents, &loaded.rows, annotators, false, &|_| true)
}

/// Events have distinct keys and an attestation each; the evidence of one lies in its document.
pub(crate) fn extract(bytes: &[u8]) {
    let chronicle = chronicle_of("a.txt", bytes);
    let mut keys: Vec<&str> = chronicle.ids().map(|id| chronicle.key(id)).collect();
    keys.sort_unstable();
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
    for event in chronicle.events() {
        assert!(is_clean(&event.title) && !event.title.is_empty() && !event.title.contains('\n'));
        assert!(!event.attestations.is_empty());
        for attestation in &event.attestations {
            if let Some(quote) = chronicle.quote(attestation) {
                assert!(!quote.is_empty());
            }
        }
        if let Some(range) = event.range() {
            assert!(range.first() <= range.last());
        }
    }
}

/// Whatever a page says, its exports are inert and can be read back.
pub(crate) fn exports(bytes: &[u8]) {
    let with_event = [
        b"Seoul, 3 March 2021\n\nThe Secretary of State met Foreign Minister Chung Eui-yong in Seoul on 2 March 2021. ",
        bytes,
    ];
    exported::check(&chronicle_of("a.txt", &with_event.concat()), &lossy(bytes));
}
