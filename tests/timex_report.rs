//! What is told of time expressions: lines for programs, colours for people, reasons for both.

use linchpin::time::Date;
use linchpin::timex::report::{Offsets, inline, json_lines};
use linchpin::timex::{Mod, TemporalTagger, Timex3};

fn tag(text: &str, dct: &str) -> Vec<Timex3> {
    let day: Date = dct.parse().expect("a date");
    TemporalTagger::default().tag(text, Some(day))
}

/// A text with one expression of each type; 한국 takes two characters and six bytes.
const OF_EACH_TYPE: &str = "한국: from March 9 to 11, at 5 p.m., for nearly two hours, daily.";

#[test]
fn a_line_for_a_program_tells_where_what_and_why() {
    let found = tag(OF_EACH_TYPE, "2021-03-10");
    let lines = |offsets| -> Vec<serde_json::Value> {
        let lines = json_lines(OF_EACH_TYPE, &found, offsets);
        let read = lines.lines().map(serde_json::from_str);
        read.collect::<Result<_, _>>().expect("JSON")
    };
    let chars: Vec<char> = OF_EACH_TYPE.chars().collect();
    let (by_chars, by_bytes) = (lines(Offsets::Chars), lines(Offsets::Bytes));
    assert_eq!(by_chars.len(), 4);
    for (counted, line) in by_chars.iter().zip(&by_bytes) {
        let at =
            |line: &serde_json::Value, end: &str| line[end].as_u64().expect("a number") as usize;
        let own: String = chars[at(counted, "start")..at(counted, "end")]
            .iter()
            .collect();
        assert_eq!(counted["text"], own);
        assert_eq!(line["text"], own);
        assert_eq!(
            line["text"],
            OF_EACH_TYPE
                .as_bytes()
                .get(at(line, "start")..at(line, "end"))
                .map(String::from_utf8_lossy)
                .expect("within")
                .as_ref()
        );
    }
    let told = |name: &str| -> Vec<String> {
        by_chars
            .iter()
            .map(|line| line[name].as_str().unwrap_or("-").to_owned())
            .collect()
    };
    assert_eq!(told("type"), ["DATE", "TIME", "DURATION", "SET"]);
    assert_eq!(told("mod"), ["-", "-", "LESS_THAN", "-"]);
    assert_eq!(told("anchor"), ["dct", "dct", "free", "free"]);
    assert_eq!(told("phrase"), ["-"; 4]);
    assert!(
        told("why")[0].ends_with("the date of the document, 10 Mar 2021"),
        "{:?}",
        told("why")
    );
}

#[test]
fn what_leans_on_an_earlier_date_quotes_it() {
    let text = "It began on March 9, 2019; the next day it ended.";
    let found = tag(text, "2021-03-10");
    let why: Vec<_> = found
        .iter()
        .map(|timex| timex.anchor.explain(text))
        .collect();
    assert_eq!(
        why,
        [
            "the words give the whole date",
            "counted from “March 9, 2019” in the same text"
        ]
    );
}

#[test]
fn each_type_has_its_own_colour_and_none_without_colours() {
    let found = tag(OF_EACH_TYPE, "2021-03-10");
    let plain = inline(OF_EACH_TYPE, &found, false);
    assert!(
        plain.contains("for [nearly two hours]⟨PT2H⟩, [daily]⟨P1D⟩."),
        "{plain}"
    );
    assert!(!plain.contains('\u{1b}'));
    let coloured = inline(OF_EACH_TYPE, &found, true);
    let mut colours: Vec<&str> = coloured
        .split("\u{1b}[")
        .filter_map(|piece| piece.split_once(";4m").map(|(colour, _)| colour))
        .collect();
    colours.sort_unstable();
    colours.dedup();
    assert_eq!(colours.len(), 4, "{coloured}");
}

#[test]
fn words_before_an_amount_tell_how_exact_it_is() {
    for (words, modifier) in [
        ("no more than", "EQUAL_OR_LESS"),
        ("no less than", "EQUAL_OR_MORE"),
        ("not less than", "EQUAL_OR_MORE"),
        ("more than", "MORE_THAN"),
        ("less than", "LESS_THAN"),
        ("fewer than", "LESS_THAN"),
        ("at least", "EQUAL_OR_MORE"),
        ("at most", "EQUAL_OR_LESS"),
        ("up to", "EQUAL_OR_LESS"),
        ("nearly", "LESS_THAN"),
        ("almost", "LESS_THAN"),
        ("about", "APPROX"),
        ("around", "APPROX"),
        ("approximately", "APPROX"),
        ("roughly", "APPROX"),
    ] {
        let text = format!("They talked for {words} three hours.");
        let found = tag(&text, "2021-03-10");
        let told: Vec<_> = found
            .iter()
            .map(|timex| (timex.span.of(&text), timex.modifier.map(Mod::name)))
            .collect();
        assert_eq!(
            told,
            [(format!("{words} three hours").as_str(), Some(modifier))]
        );
    }
}
