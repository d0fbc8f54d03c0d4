//! Over the built-in record: tiers, scripts, answers. The laws are in `tests/search_laws.rs`.

use std::sync::Arc;

use super::*;
use crate::compile;
use crate::gazetteer::Gazetteer;
use crate::query::parse;
use crate::record;

pub(super) fn searcher() -> Searcher {
    let chronicle = Arc::new(compile::from_record(Gazetteer::new(record::builtin())));
    let index = Arc::new(Index::build(&chronicle));
    Searcher::new(chronicle, index).on(Date::new(2026, 11, 21).unwrap())
}

fn titles(searcher: &Searcher, input: &str) -> Vec<String> {
    let hits = searcher.search(&parse(input).0, Order::Date);
    let title = |id| searcher.chronicle().event(id).title.to_string();
    hits.events().map(title).collect()
}

#[test]
fn the_empty_query_is_everything() {
    let searcher = searcher();
    let hits = searcher.search(&Query::default(), Order::Date);
    assert_eq!(hits.total(), searcher.chronicle().events().len());
    assert_eq!(hits.loose, 0);
}

#[test]
fn spellings_of_a_person_find_the_same() {
    let searcher = searcher();
    let expected = titles(&searcher, "who:\"yoon suk yeol\"");
    assert!(expected.len() > 5);
    for input in [
        "윤석열",
        "尹錫悅",
        "ㅇㅅㅇ",
        "\"Suk-yeol Yoon\"",
        "ＹＯＯＮ",
        "YoonSukYeol",
    ] {
        let query = format!("who:{input} since:2021");
        let found: Vec<String> = titles(&searcher, &query);
        assert!(
            expected.iter().all(|title| found.contains(title)),
            "{input}: {found:?}"
        );
    }
}

#[test]
fn a_short_query_does_not_flood() {
    let searcher = searcher();
    let hits = searcher.search(&parse("blinken seoul").0, Order::Date);
    assert!((2..20).contains(&hits.total()), "{}", hits.total());
    assert!(hits.hits.iter().all(|hit| hit.tier == Tier::Exact));
}
