//! What is one happening becomes one event, what is two stays two: pairs of documents.

use std::sync::OnceLock;

use linchpin::compile::{Annotators, compile};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

const BLINKEN: &str = "Secretary of State Antony Blinken";
const AUSTIN: &str = "Secretary of Defense Lloyd Austin";
const PARK: &str = "Foreign Minister Park Jin";
const HAYASHI: &str = "Japanese Foreign Minister Yoshimasa Hayashi";
const BIDEN: &str = "President Joe Biden";
const YOON: &str = "President Yoon Suk Yeol";
const KISHIDA: &str = "Prime Minister Fumio Kishida";
const SHERMAN: &str = "Deputy Secretary of State Wendy Sherman";

/// How many events two documents give together; all days are in 2022 or 2023.
fn events(first: &str, second: &str) -> usize {
    static TAGGER: OnceLock<TemporalTagger> = OnceLock::new();
    static ANNOTATORS: OnceLock<Annotators<'static>> = OnceLock::new();
    let annotators = ANNOTATORS.get_or_init(|| {
        let tagger = TAGGER.get_or_init(TemporalTagger::default);
        Annotators::new(Gazetteer::new(record::names()), tagger)
    });
    let documents = [("2022-11-20", first), ("2022-11-22", second)]
        .iter()
        .flat_map(|(day, text)| {
            let whole = format!("---\ndate: {day}\n---\n\n{text}\n");
            load_text(&whole, &Origin::BuiltIn(format!("{day}.md")))
        })
        .collect();
    compile(documents, &[], annotators, false, &|_| true).len()
}

fn check(pairs: &[(String, String)], expected: usize) {
    let wrong: Vec<_> = pairs
        .iter()
        .filter(|(a, b)| events(a, b) != expected)
        .collect();
    assert!(wrong.is_empty(), "not {expected}: {wrong:#?}");
}

/// Ways to tell one happening.
fn tellings() -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let casts = [
        (BLINKEN, PARK),
        (BLINKEN, HAYASHI),
        (SHERMAN, PARK),
        (AUSTIN, KISHIDA),
        (BIDEN, YOON),
        (BIDEN, KISHIDA),
    ];
    for (a, b) in casts {
        pairs.push((
            format!("{a} met {b} in Seoul on November 17."),
            format!("On November 17 {a} held a meeting with {b} in Seoul."),
        ));
        pairs.push((
            format!("{a} met {b} in Tokyo on November 18."),
            format!("{b} met with {a} on November 18."),
        ));
        pairs.push((
            format!("{a} spoke by phone with {b} on November 16."),
            format!("{a} and {b} talked on the phone on November 16."),
        ));
        pairs.push((
            format!("{a} will meet {b} in Seoul on November 24."),
            format!("{a} is scheduled to meet {b} in Seoul on November 24."),
        ));
        pairs.push((
            format!("{a} will meet {b} in Seoul on November 21."),
            format!("{a} met {b} in Seoul on November 21."),
        ));
    }
    pairs
}

/// Pairs that are alike and yet two.
fn others() -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let casts = [
        (BLINKEN, PARK, HAYASHI),
        (SHERMAN, PARK, HAYASHI),
        (AUSTIN, PARK, KISHIDA),
        (BIDEN, YOON, KISHIDA),
        (BLINKEN, YOON, KISHIDA),
    ];
    for (a, b, c) in casts {
        // Another day.
        pairs.push((
            format!("{a} met {b} in Seoul on November 16."),
            format!("{a} met {b} in Seoul on November 18."),
        ));
        // Another partner.
        pairs.push((
            format!("{a} met {b} in Bali on November 17."),
            format!("{a} met {c} in Bali on November 17."),
        ));
        // Another place on the same day.
        pairs.push((
            format!("{a} met {b} in Seoul on November 17."),
            format!("{a} met {b} in Tokyo on November 17."),
        ));
        // A call and a meeting.
        pairs.push((
            format!("{a} spoke by phone with {b} on November 17."),
            format!("{a} met {b} in Seoul on November 17."),
        ));
        // A journey and a meeting on it.
        pairs.push((
            format!("{a} visited Seoul on November 17."),
            format!("{a} met {b} in Seoul on November 17."),
        ));
        // A journey and a stop on it.
        pairs.push((
            format!("{a} visited Beijing, Seoul and Manila on November 15-20."),
            format!("{a} visited Seoul on November 17-18."),
        ));
        // Others without names.
        pairs.push((
            format!("{a} met business leaders in Seoul on November 17."),
            format!("{a} met students in Seoul on November 17."),
        ));
        // Others with the same partner.
        pairs.push((
            format!("{a} met {b} on November 17."),
            format!("{c} met {b} on November 17."),
        ));
    }
    // Two of three sides, where they all met.
    for third in [HAYASHI, KISHIDA] {
        pairs.push((
            format!("{BLINKEN}, {PARK} and {third} met in Manila on November 17."),
            format!("{BLINKEN} met {PARK} in Manila on November 17."),
        ));
    }
    pairs
}

#[test]
fn one_happening_told_twice_is_one_event() {
    let pairs = tellings();
    assert!(pairs.len() >= 30);
    check(&pairs, 1);
}

#[test]
fn two_happenings_that_are_alike_stay_two() {
    let pairs = others();
    assert!(pairs.len() >= 30);
    check(&pairs, 2);
}
