//! What the tagger promises of every text, and the dates that a briefer reads every day.

use linchpin::text::Span;
use linchpin::time::{Date, DateRange};
use linchpin::timex::{Narrative, TemporalTagger, Timex3};
use proptest::prelude::*;

fn day(date: &str) -> Date {
    date.parse().expect("a date")
}

fn tag(text: &str, dct: &str) -> Vec<Timex3> {
    TemporalTagger::default().tag(text, Some(day(dct)))
}

/// The first expression of a text has these words and this date.
#[track_caller]
fn dated(text: &str, dct: &str, words: &str, edtf: &str) {
    let found = tag(text, dct);
    let hit = found.iter().find(|timex| timex.phrase.of(text) == words);
    let hit = hit.unwrap_or_else(|| panic!("no “{words}” in {found:#?}"));
    assert_eq!(
        hit.edtf.map(|edtf| edtf.to_string()).as_deref(),
        Some(edtf),
        "{hit:?}"
    );
}

#[test]
fn ranges_of_days_are_one_date() {
    dated(
        "Talks on March 16-17 in Tokyo.",
        "2021-03-10",
        "March 16-17",
        "2021-03-16/2021-03-17",
    );
    dated(
        "A stay, Feb. 14–15, 2022.",
        "2021-03-10",
        "Feb. 14–15, 2022",
        "2022-02-14/2022-02-15",
    );
    dated(
        "Held 14–16 March 2026.",
        "2026-03-10",
        "14–16 March 2026",
        "2026-03-14/2026-03-16",
    );
    dated(
        "A visit from May 15 to 18.",
        "2021-05-10",
        "May 15 to 18",
        "2021-05-15/2021-05-18",
    );
    dated(
        "From May 20-May 24 he is away.",
        "2022-04-27",
        "May 20-May 24",
        "2022-05-20/2022-05-24",
    );
    dated(
        "They stay from 30 June to 2 July.",
        "2021-06-10",
        "30 June to 2 July",
        "2021-06-30/2021-07-02",
    );
    dated(
        "Away December 30-January 2.",
        "2021-12-20",
        "December 30-January 2",
        "2021-12-30/2022-01-02",
    );
}

#[test]
fn lists_of_days_are_several_dates() {
    let text = "Hearings on July 7, 8 and 9, 2021, were open.";
    let found: Vec<_> = tag(text, "2021-06-10")
        .iter()
        .map(|timex| timex.value.to_string())
        .collect();
    assert_eq!(found, ["2021-07-07", "2021-07-08", "2021-07-09"]);
}

#[test]
fn parts_of_months_are_approximate() {
    dated(
        "Due in mid-March.",
        "2021-03-05",
        "mid-March",
        "2021-03-11~/2021-03-20~",
    );
    dated(
        "Due in early April.",
        "2021-03-05",
        "early April",
        "2021-04-01~/2021-04-10~",
    );
    dated(
        "He came in late February.",
        "2021-03-05",
        "late February",
        "2021-02-21~/2021-02-28~",
    );
}

#[test]
fn weeks_run_from_monday_to_sunday() {
    dated(
        "They come next week.",
        "2021-03-10",
        "next week",
        "2021-03-15/2021-03-21",
    );
    dated(
        "They came last week.",
        "2021-03-10",
        "last week",
        "2021-03-01/2021-03-07",
    );
}

#[test]
fn local_days_keep_their_bracket() {
    let text = "It fired a missile on Sunday (Seoul time), he said.";
    dated(text, "2022-02-04", "Sunday (Seoul time)", "2022-01-30");
}

#[test]
fn a_day_by_an_eastern_clock_can_be_the_morrow_of_a_western_document() {
    let text = "It fired a missile on Thursday (Seoul time), the State Department said.";
    dated(text, "2022-02-02", "Thursday (Seoul time)", "2022-02-03");
    dated(text, "2022-02-04", "Thursday (Seoul time)", "2022-02-03");
    let home = "SEOUL, Feb. 2 -- It fired a missile on Thursday (Seoul time), he said.";
    dated(home, "2022-02-02", "Thursday (Seoul time)", "2022-01-27");
    let clock = "The two spoke at 9 a.m. KST Thursday, the White House said.";
    dated(clock, "2022-02-02", "9 a.m. KST Thursday", "2022-02-03");
    let west = "He spoke on Thursday (Washington time).";
    dated(
        west,
        "2022-02-02",
        "Thursday (Washington time)",
        "2022-01-27",
    );
}

#[test]
fn the_day_before_is_that_before_the_news_where_an_old_day_is_of_another_paragraph() {
    let text = |apart: &str| {
        format!(
            "They met on February 12 and condemned the test of January 30.{apart}The minister had arrived the day before, by air."
        )
    };
    dated(&text("\n\n"), "2022-02-13", "the day before", "2022-02-11");
    dated(&text(" "), "2022-02-13", "the day before", "2022-01-29");
}

#[test]
fn last_november_and_its_like() {
    dated(
        "He was in Seoul in November last year.",
        "2024-02-20",
        "November last year",
        "2023-11",
    );
    dated(
        "He was in Seoul last November.",
        "2024-02-20",
        "last November",
        "2023-11",
    );
    dated(
        "A launch earlier this year.",
        "2016-05-09",
        "earlier this year",
        "2016-01/2016-05",
    );
}

#[test]
fn ultimo_and_instant_lean_on_the_letter() {
    dated(
        "It arrived on the 31st ultimo.",
        "1884-06-17",
        "the 31st ultimo",
        "1884-05-31",
    );
    dated(
        "He left on the 2d instant.",
        "1884-06-17",
        "the 2d instant",
        "1884-06-02",
    );
}

#[test]
fn nothing_is_invented_without_a_day_of_writing() {
    let found = TemporalTagger::default().tag("They meet on March 16.", None);
    let values: Vec<_> = found
        .iter()
        .map(|timex| (timex.value.as_str(), timex.range))
        .collect();
    assert_eq!(values, [("XXXX-03-16", None)]);
}

#[test]
fn what_is_found_first_and_dated_later_is_as_what_is_read_at_once() {
    let text = "It rose in 1901. In 1911 it burned. In 1921 it was built. In 1931 it fell, and on May 3 it was over.";
    let (one, other) = (day("2021-03-10"), day("2021-03-12"));
    for narrative in [Narrative::News, Narrative::History, Narrative::Auto] {
        let tagger = TemporalTagger::new(narrative);
        let found = tagger.find(text);
        let within = |days| tagger.tag_within(text, Some(days), narrative);
        assert_eq!(
            found.written(Some(DateRange::day(one))),
            within(DateRange::day(one))
        );
        // Of what has several days of writing nobody said whether it is news.
        let days = DateRange::spanning(one, other);
        let unsaid = tagger.tag_within(text, Some(days), Narrative::Auto);
        assert_eq!(found.written(Some(days)), unsaid);
        assert_eq!(found.written(None), tagger.tag(text, None));
    }
}

#[test]
fn a_range_of_days_of_writing_gives_only_what_is_sure() {
    let tagger = TemporalTagger::default();
    let dct = DateRange::new(day("2021-03-01"), day("2021-03-15"));
    let text = "On Friday he recalled last month. They will meet on Friday.";
    let found = tagger.tag_within(text, dct, Narrative::News);
    let values: Vec<_> = found.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["XXXX-WXX-5", "2021-02", "XXXX-WXX-5"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn expressions_are_sorted_disjoint_and_within(text in any_text(), told in any::<bool>()) {
        let tagger = TemporalTagger::default();
        let dct = told.then(|| day("2021-03-10"));
        let found = tagger.tag(&text, dct);
        let mut end = 0;
        for timex in &found {
            prop_assert!(timex.span.start >= end && timex.span.end > timex.span.start);
            prop_assert_ne!(timex.span.of(&text), "");
            prop_assert!(timex.phrase.covers(timex.span));
            prop_assert_eq!(timex.range, timex.edtf.map(|edtf| edtf.range()));
            end = timex.span.end;
        }
        prop_assert!(Span::new(0, text.len()).covers(Span::new(0, end as usize)));
        prop_assert_eq!(&found, &tagger.tag(&text, dct));
    }
}

/// Texts out of words that matter here, numbers, marks and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "March",
            "May",
            "the",
            "last",
            "next",
            "week",
            "year",
            "mid",
            "-",
            "–",
            ",",
            ".",
            "of",
            "to",
            "and",
            "Friday",
            "morning",
            "2021",
            "16",
            "17",
            "31st",
            "ultimo",
            "quarter",
            "two",
            "ago",
            "later",
            "'s",
            "’",
            "early",
            "end",
            "1980s",
            "a",
            "few",
            "every",
            "BC",
            "5",
            ":",
            "30",
            "p",
            "m",
            "EST",
            "half",
            "(",
            ")",
            "Christmas",
            "fiscal",
            "that",
            "same",
            "\n\n",
            "before",
            "from",
            "between",
            "/",
            "1/2",
            "century",
            "twenty",
            "first",
            "０",
            "岸田",
            "é",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let gap = prop::sample::select(vec!["", " ", "\n"]);
    prop::collection::vec((word, gap), 0..40).prop_map(|pieces| {
        pieces
            .into_iter()
            .flat_map(|(word, gap)| [word, gap.to_owned()])
            .collect()
    })
}
