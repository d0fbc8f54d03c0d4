//! Names are found in texts.

use linchpin::gazetteer::{Gazetteer, Matcher};
use linchpin::record;
use linchpin::text::Span;
use proptest::prelude::*;

fn matcher() -> &'static Matcher {
    static MATCHER: std::sync::OnceLock<Matcher> = std::sync::OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(Gazetteer::new(record::names())))
}

/// Each mention as `text=meaning`.
fn found(text: &str) -> Vec<String> {
    let gazetteer = matcher().gazetteer();
    matcher()
        .mentions(text)
        .iter()
        .map(|m| {
            let official = m
                .meaning
                .officials
                .first()
                .map(|&row| gazetteer.official(row).name.to_string());
            let place = m
                .meaning
                .place
                .map(|row| gazetteer.place(row).name.to_string());
            let country = m
                .meaning
                .country
                .map(|(row, _)| gazetteer.country(row).code.to_string());
            let meaning = official.or(place).or(country).unwrap_or_default();
            format!("{}={meaning}", m.span.of(text))
        })
        .collect()
}

#[test]
fn spellings_orders_and_scripts_lead_to_one_official() {
    for text in ["Yoon Suk-yeol", "Yoon Suk Yeol", "윤석열"] {
        assert_eq!(found(text), [format!("{text}=Yoon Suk Yeol")]);
    }
    assert_eq!(
        found("Antony J. Blinken spoke"),
        ["Antony J. Blinken=Antony Blinken"]
    );
    assert_eq!(found("Fumio Kishida"), ["Fumio Kishida=Fumio Kishida"]);
    assert_eq!(found("Kishida Fumio"), ["Kishida Fumio=Fumio Kishida"]);
}

#[test]
fn names_stand_at_word_boundaries_and_in_their_case() {
    assert!(found("they met us in a busy usher's room").is_empty());
    assert!(found("Seoulite").is_empty());
    assert_eq!(found("in Seôul"), ["Seôul=Seoul"]);
}

#[test]
fn names_are_found_in_plurals_and_in_scripts_without_spaces() {
    assert_eq!(found("two Koreans left"), ["Koreans=KR"]);
    assert_eq!(
        found("한국의 윤석열대통령은"),
        ["한국=KR", "윤석열=Yoon Suk Yeol"]
    );
    assert_eq!(found("the Seoul-based staff"), ["Seoul=Seoul"]);
}

#[test]
fn every_name_of_the_record_is_found_where_it_stands() {
    let gazetteer = matcher().gazetteer();
    let officials = gazetteer.officials().flat_map(|(_, official)| {
        let names = std::iter::once(&official.name).chain(&official.native);
        names.map(ToString::to_string).collect::<Vec<_>>()
    });
    let places = gazetteer.places().flat_map(|(_, place)| {
        let names = std::iter::once(&place.name).chain(&place.native);
        names.map(ToString::to_string).collect::<Vec<_>>()
    });
    let lost: Vec<String> = officials
        .chain(places)
        // A single Latin word is no name of a person, and what begins small or with a digit no name.
        .filter(|name| name.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()))
        .filter(|name| name.contains(' ') || !name.is_ascii())
        .filter(|name| {
            let text = format!("in {name}, then");
            let found = matcher().mentions(&text);
            !found.iter().any(|mention| mention.span.start == 3)
        })
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Pieces of text, half of them names.
fn piece() -> impl Strategy<Value = String> {
    const NAMES: [&str; 7] = [
        "Seoul",
        "Joe Biden",
        "U.S.-Japan",
        "é",
        "윤석열",
        "Kim  Jong\nUn",
        "J. B",
    ];
    prop_oneof![
        proptest::sample::select(&NAMES[..]).prop_map(str::to_owned),
        "[a-zA-Zé가.'-]{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn mentions_are_sorted_disjoint_and_in_bounds(words in proptest::collection::vec(piece(), 0..30)) {
        let text = words.join(" ");
        let mut last = Span::default();
        for mention in matcher().mentions(&text) {
            prop_assert!(mention.span.start >= last.end);
            prop_assert!(!mention.span.of(&text).is_empty());
            last = mention.span;
        }
    }
}
