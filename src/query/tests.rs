//! What a query means, as printed trees; and the laws of the parser.

use proptest::prelude::*;

use super::{Node, When, parse};
use crate::time::Date;

#[track_caller]
fn check(input: &str, printed: &str) {
    let (query, issues) = parse(input);
    assert_eq!(query.to_string(), printed, "{input}: {query:?}");
    assert!(issues.is_empty(), "{input}: {issues:?}");
}

#[track_caller]
fn issue(input: &str, printed: &str, marked: &str, said: &str) {
    let (query, issues) = parse(input);
    assert_eq!(query.to_string(), printed, "{input}");
    let [issue] = issues.as_slice() else {
        panic!("{input}: {issues:?}");
    };
    assert_eq!(issue.span.of(input), marked, "{input}");
    assert!(issue.message.contains(said), "{input}: {}", issue.message);
}

/// The days that a query asks for, seen from 21 November 2026.
#[track_caller]
fn days(input: &str, first: &str, last: &str) {
    let today = Date::new(2026, 11, 21).unwrap();
    let (query, issues) = parse(input);
    assert!(issues.is_empty(), "{input}: {issues:?}");
    let range = match &query.root {
        Node::When(When::In(moment)) => moment.range(today).unwrap(),
        other => panic!("{input}: {other:?}"),
    };
    assert_eq!(format!("{range:?}"), format!("{first}..{last}"), "{input}");
}

#[test]
fn the_whole_grammar_is_read() {
    check("blinken seoul", "blinken seoul");
    check(
        "\"exact phrase\" 'exact pre*",
        "\"exact phrase\" 'exact pre*",
    );
    check("-word !other NOT third", "-word -other -third");
    check("a OR b | c", "a OR b OR c");
    check("(a OR b) c", "(a OR b) c");
    check("a (b c) d", "a b c d");
    check("-(a b)", "-(a b)");
    check(
        "who:blinken,austin with:kishida",
        "who:blinken,austin with:kishida",
    );
    check(
        "where:\"camp david\" kind:2+2",
        "where:\"camp david\" kind:2+2",
    );
    check(
        "status:planned country:kr topic:sanctions source:state",
        "status:planned country:kr topic:sanctions source:state",
    );
    check(
        "2021 2021-03 2021-03-16",
        "in:2021 in:2021-03 in:2021-03-16",
    );
    check(
        "2019..2021 ..1965 2020..",
        "in:2019..2021 until:1965 since:2020",
    );
    check("since:2020 before:1994-10", "since:2020 before:1994-10");
    check("\"mar 2021\" on:today", "in:2021-03 on:today");
    check(
        "is:marked is:merged is:undated has:note has:quote",
        "is:marked is:merged is:undated has:note has:quote",
    );
    check("tag:a,\"to do\" seoul", "(tag:a OR tag:\"to do\") seoul");
    check("last: blinken", "last: blinken");
    check("COUNT:", "count:");
    check("", "");
}

#[test]
fn dates_are_read_as_people_type_them() {
    days("16 mar 2021", "2021-03-16", "2021-03-16");
    days("March 16-17, 2021", "2021-03-16", "2021-03-17");
    days("16th of march 2021", "2021-03-16", "2021-03-16");
    days("aug 2023", "2023-08-01", "2023-08-31");
    days("2021/3/16", "2021-03-16", "2021-03-16");
    days("20210316", "2021-03-16", "2021-03-16");
    days("16-mar-2021", "2021-03-16", "2021-03-16");
    days("2023q3", "2023-07-01", "2023-09-30");
    days("q1 2023", "2023-01-01", "2023-03-31");
    days("spring 2021", "2021-03-01", "2021-05-31");
    days("1990s", "1990-01-01", "1999-12-31");
    days("2021년 3월 16일", "2021-03-16", "2021-03-16");
    days("2021年3月", "2021-03-01", "2021-03-31");
    days("last november", "2025-11-01", "2025-11-30");
    days("last august", "2026-08-01", "2026-08-31");
    days("last month", "2026-10-01", "2026-10-31");
    days("this quarter", "2026-10-01", "2026-12-31");
    days("last 3 months", "2026-08-21", "2026-11-21");
    days("in 2021", "2021-01-01", "2021-12-31");
    days("2021-03-16/2021-03-17", "2021-03-16", "2021-03-17");
    days("early 2021", "2021-01-01", "2021-04-30");
    days("late 2021", "2021-09-01", "2021-12-31");
    days("mid-2021", "2021-05-01", "2021-08-31");
    days("mid-March 2021", "2021-03-11", "2021-03-20");
    days("in late february of 2021", "2021-02-21", "2021-02-28");
}

#[test]
fn ranges_and_anchors_are_read() {
    check("2019-2021", "in:2019..2021");
    check("1500..2100 ..2100", "in:1500..2100 until:2100");
    check("from march 2019 to 2021", "in:2019-03..2021");
    check("since march 2020 seoul", "since:2020-03 seoul");
    check("before the hanoi summit", "before:\"hanoi summit\"");
    check(
        "trump since Yoon took office",
        "trump since:\"Yoon took office\"",
    );
    check("on:06-12 25 june", "on:06-12 on:06-25");
    check("november seoul", "on:november seoul");
    check("resolution 1874", "resolution 1874");
    check("may in:2021", "may in:2021");
    check("2018-06-12 - 2018-06-30", "in:2018-06-12..2018-06-30");
    check("2021-03-16 .. 2021-03-18", "in:2021-03-16..2021-03-18");
    check("between 2019 and march 2021", "in:2019..2021-03");
    check("between ishiba and lee", "between ishiba and lee");
    check("kim - park", "kim park");
}

#[test]
fn trouble_is_told_where_it_stands() {
    issue("\"open", "\"open\"", "\"open", "not closed");
    issue("(a b", "a b", "(", "not closed");
    issue("a) b", "a b", ")", "nothing was opened");
    issue("foo:bar", "foo:bar", "foo:", "no field");
    issue("2021-13", "2021-13", "2021-13", "no month 13");
    issue(
        "2021-02-30",
        "2021-02-30",
        "2021-02-30",
        "February 2021 has no day 30",
    );
    issue("2021..2019", "in:2019..2021", "2021..2019", "turned round");
    issue("who:", "", "who:", "nothing yet");
    issue(
        "since:2020..2021",
        "in:2020..2021",
        "since:2020..2021",
        "takes one date",
    );
    issue(
        "since:2020-13",
        "\"2020-13\"",
        "since:2020-13",
        "no month 13",
    );
    // Said in words it is no other date than said as a field, and no happening is called so.
    issue(
        "before 2021-02-30",
        "\"2021-02-30\"",
        "before",
        "February 2021 has no day 30",
    );
    issue(
        "after \"2020..2021\"",
        "in:2020..2021",
        "after",
        "takes one date",
    );
    issue("seoul since", "seoul", "since", "needs a date");
    issue("is:great", "great", "is:great", "searched as a word");
}

#[test]
fn deep_nesting_and_long_input_end() {
    let deep = "(".repeat(50_000);
    parse(&deep);
    let negations = "-".repeat(50_000) + "a";
    assert_eq!(parse(&negations).0.to_string(), "a");
    let pasted = "march 2021 before the summit (who:x OR \"y ".repeat(2_500);
    parse(&pasted);
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,6}",
        "\\PC{0,4}",
        prop::sample::select(vec![
            "(",
            ")",
            " ",
            "OR",
            "-",
            "\"",
            "who:",
            "in:",
            "since ",
            "before:",
            "march",
            "may",
            "16",
            "2021",
            "2021-03",
            "..",
            " - ",
            "early",
            "between",
            "and",
            "last",
            "next",
            "week",
            "to",
            "resolution",
            "1874",
            "on:",
            "*",
            "'",
            ",",
            "is:merged",
            "tag:",
            "q3",
            "2020s",
            "AND",
            "NOT",
            "of",
            "the",
            "last:",
            "윤석열",
            "2021年",
            "3月",
            "1965/..",
            "past",
            "before",
            "2021-02-30",
            "february",
            "30",
            "3",
            "months",
            "days",
            "today",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((piece, prop::bool::ANY), 0..12).prop_map(|pieces| {
        let spaced = |(piece, space): (String, bool)| if space { piece + " " } else { piece };
        pieces.into_iter().map(spaced).collect()
    })
}

#[test]
fn what_is_printed_means_what_was_typed() {
    for input in [
        "before resolution 2021年",
        "before resolution 1874",
        "tag:doc 1874",
        "in:2021-02-30",
        "since \"16.",
        "of February 30 March 2021",
        "february 30",
    ] {
        let (query, _) = parse(input);
        let (again, _) = parse(&query.to_string());
        assert_eq!(again, query, "{input} printed as {query}");
    }
}

proptest! {
    #[test]
    fn printing_and_parsing_again_gives_the_same_tree(input in pieces()) {
        let (query, issues) = parse(&input);
        for issue in issues {
            prop_assert!(input.get(issue.span.range()).is_some());
        }
        let printed = query.to_string();
        let (again, _) = parse(&printed);
        prop_assert_eq!(&again, &query, "{} printed as {}", input, printed);
    }
}
