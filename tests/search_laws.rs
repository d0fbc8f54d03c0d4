//! What the index finds equals what reading every event finds.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use linchpin::chronicle::{
    Attestation, Chronicle, Confidence, Event, EventId, Kind, Scope, SourceRef, Status, Str,
};
use linchpin::document::DocId;
use linchpin::gazetteer::Gazetteer;
use linchpin::index::{Index, words};
use linchpin::query::{Form, Node, Query, Word, parse};
use linchpin::record::Names;
use linchpin::search::{Fold, Order, Searcher, Session, Tier};
use linchpin::time::{Date, DateRange, Edtf};
use proptest::prelude::*;
use smallvec::smallvec;

/// No names but those of kinds and statuses, none of which begins with a letter of [`word`].
fn gazetteer() -> Gazetteer {
    static EMPTY: OnceLock<Names<'static>> = OnceLock::new();
    Gazetteer::new(EMPTY.get_or_init(Names::default))
}

fn word() -> impl Strategy<Value = String> {
    "[xyzqw]{1,6}"
}

fn event() -> impl Strategy<Value = Event> {
    let text = || prop::collection::vec(word(), 1..6).prop_map(|words| words.join(" "));
    let date = prop::option::weighted(0.9, (0i64..1500, 0i64..60));
    (text(), text(), date).prop_map(|(title, summary, date)| Event {
        key: title.clone().into(),
        date: date.map(|(first, days)| {
            let start = Date::new(2019, 1, 1).expect("a day").plus_days(first);
            Edtf::days(DateRange::spanning(start, start.plus_days(days)))
        }),
        kind: Kind::Other,
        status: Status::Held,
        title: title.into(),
        summary: summary.into(),
        countries: smallvec![],
        participants: Vec::new(),
        places: smallvec![],
        topics: Vec::new(),
        confidence: Confidence::High,
        inferred: Vec::new(),
        attestations: smallvec![Attestation {
            source: SourceRef::Document(DocId(0)),
            locator: Str::from(""),
            line: None,
            url: None,
            date: None,
            status: Status::Held,
            scope: Scope::Full,
            note: None,
            evidence: None,
        }],
        takes_office: None,
    })
}

fn condition() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => word(),
        1 => word().prop_map(|word| format!("'{word}")),
        1 => word().prop_map(|word| format!("{word}*")),
        1 => word().prop_map(|word| format!("-{word}")),
        1 => (word(), word()).prop_map(|(a, b)| format!("({a} OR {b})")),
        1 => (word(), word()).prop_map(|(a, b)| format!("\"{a} {b}\"")),
        1 => prop::sample::select(vec!["2020", "2021-03", "since:2022", "before:2019-06", "on:july", "is:undated"])
            .prop_map(str::to_owned),
    ]
}

/// The tier in which a word occurs in a text, by looking at each word of it. A word that any text has
/// is neither mistyped nor cut short.
fn tier_of(texts: &HashSet<String>, known: &HashSet<String>, word: &Word) -> Option<Tier> {
    let right = known.contains(&word.text);
    let of = |has: &String| {
        let key = &word.text;
        let plural = key.len() >= 4
            && (*has == format!("{key}s")
                || *has == format!("{key}es")
                || key.strip_suffix('s') == Some(has));
        let loose = word.form == Form::Loose;
        if has == key {
            Some(Tier::Exact)
        } else if word.form == Form::Exact {
            None
        } else if plural {
            Some(Tier::Alias)
        } else if has.starts_with(key.as_str()) {
            Some(Tier::Prefix)
        } else if loose && key.len() >= 3 && has.contains(key.as_str()) {
            Some(Tier::Substring)
        } else if loose && !right && key.len() >= 4 && typos(key.as_bytes(), has.as_bytes()) == 1 {
            Some(Tier::Typo)
        } else if loose && !right && key.len() >= 3 && subsequence(key, has) {
            Some(Tier::Subsequence)
        } else {
            None
        }
    };
    let found = texts.iter().filter_map(of).min();
    // What begins so was asked for, whether or not more follows.
    found.map(|tier| {
        if word.form == Form::Prefix {
            Tier::Exact
        } else {
            tier
        }
    })
}

fn subsequence(key: &str, term: &str) -> bool {
    use fuzzy_matcher::FuzzyMatcher;
    let mut letters = term.chars();
    let all = key.chars().all(|c| letters.any(|letter| letter == c));
    let matcher = fuzzy_matcher::skim::SkimMatcherV2::default().ignore_case();
    let score = matcher.fuzzy_match(term, key);
    all && key.chars().next() == term.chars().next()
        && score.is_some_and(|score| score >= 12 * key.len() as i64)
}

/// Letters to change, add or drop, neighbours changed about counting once; by trying.
fn typos(a: &[u8], b: &[u8]) -> usize {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len(),
        ([x, a1 @ ..], [y, b1 @ ..]) if x == y => typos(a1, b1),
        _ if a.len().abs_diff(b.len()) > 1 => 9,
        ([x, a1 @ ..], [y, b1 @ ..]) => {
            let turned = match (a1, b1) {
                ([x1, a2 @ ..], [y1, b2 @ ..]) if x == y1 && y == x1 => usize::from(a2 != b2) * 9,
                _ => 9,
            };
            let rest = |a: &[u8], b: &[u8]| usize::from(a != b) * 9;
            1 + rest(a1, b1).min(rest(a1, b)).min(rest(a, b1)).min(turned)
        }
    }
}

fn texts_of(event: &Event) -> HashSet<String> {
    let mut texts = HashSet::new();
    for text in [&event.title, &event.summary] {
        words(text, &mut String::new(), &mut |word| {
            texts.insert(word.to_owned());
        });
    }
    texts
}

fn brute(event: &Event, known: &HashSet<String>, node: &Node) -> Option<Tier> {
    let texts = texts_of(event);
    let holds = |yes: bool| yes.then_some(Tier::Exact);
    match node {
        Node::All(nodes) => {
            let tiers: Option<Vec<Tier>> =
                nodes.iter().map(|node| brute(event, known, node)).collect();
            tiers.map(|tiers| tiers.into_iter().max().unwrap_or(Tier::Exact))
        }
        Node::Any(nodes) => nodes
            .iter()
            .filter_map(|node| brute(event, known, node))
            .min(),
        Node::Not(node) => holds(brute(event, known, node).is_none_or(|tier| tier > Tier::Alias)),
        Node::Word(word) if word.form == Form::Phrase => {
            let phrase = word.text.as_str();
            holds(
                [&event.title, &event.summary]
                    .iter()
                    .any(|text| format!(" {text} ").contains(&format!(" {phrase} "))),
            )
        }
        Node::Word(word) => tier_of(&texts, known, word),
        Node::When(when) => {
            use linchpin::query::When;
            let today = Date::new(2023, 1, 1).expect("a day");
            let range = event.range()?;
            holds(match when {
                When::In(moment) => moment.range(today).expect("a date").overlaps(range),
                When::Since(moment) => range.last() >= moment.range(today).expect("a date").first(),
                When::Before(moment) => {
                    range.first() < moment.range(today).expect("a date").first()
                }
                When::Yearly(month, None) => {
                    let mut days = (0..range.days()).map(|day| range.first().plus_days(day));
                    range.days() <= 31 && days.any(|day| day.month() == *month)
                }
                other => panic!("{other:?}"),
            })
        }
        Node::Is(_) => holds(event.date.is_none()),
        other => panic!("{other:?}"),
    }
}

/// The hits that `search` promises: the tightest tier that has any, and a last word of one or two
/// letters by what begins with it.
fn expected(chronicle: &Chronicle, query: &Query) -> (Vec<(EventId, Tier)>, usize) {
    let known: HashSet<String> = chronicle
        .ids()
        .flat_map(|id| texts_of(chronicle.event(id)))
        .collect();
    let all: Vec<(EventId, Tier)> = chronicle
        .ids()
        .filter_map(|id| Some((id, brute(chronicle.event(id), &known, &query.root)?)))
        .collect();
    let last = match &query.root {
        Node::All(nodes) => nodes.last().cloned(),
        node => Some(node.clone()),
    };
    let last = match last {
        Some(Node::Any(nodes)) => nodes.last().cloned(),
        last => last,
    };
    let short =
        matches!(&last, Some(Node::Word(word)) if word.form == Form::Loose && word.text.len() <= 2);
    let tightest = all
        .iter()
        .map(|(_, tier)| *tier)
        .min()
        .unwrap_or(Tier::Exact);
    let cut = tightest.max(if short { Tier::Prefix } else { Tier::Alias });
    let shown: Vec<_> = all
        .iter()
        .copied()
        .filter(|(_, tier)| *tier <= cut)
        .collect();
    let loose = all.len() - shown.len();
    (shown, loose)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn search_equals_reading_every_event(
        events in prop::collection::vec(event(), 0..40),
        queries in prop::collection::vec(prop::collection::vec(condition(), 0..4), 1..6),
    ) {
        let chronicle = Arc::new(Chronicle::new(gazetteer(), events, Vec::new()));
        let index = Arc::new(Index::build(&chronicle));
        let today = Date::new(2023, 1, 1).expect("a day");
        let searcher = Searcher::new(Arc::clone(&chronicle), index).on(today);
        let session = Session::new(searcher.clone());
        for conditions in queries {
            let input = conditions.join(" ");
            let (query, issues) = parse(&input);
            prop_assert!(issues.is_empty(), "{:?}", issues);
            let (shown, loose) = expected(&chronicle, &query);
            let hits = session.search(&query, Order::Date);
            let found: Vec<_> = hits.hits.iter().map(|hit| (hit.event, hit.tier)).collect();
            prop_assert_eq!(&found, &shown, "{}", &input);
            prop_assert_eq!(hits.loose, loose, "{}", &input);
            prop_assert_eq!(&searcher.search(&query, Order::Date), &hits, "{}", &input);
            let open = session.search_folded(&query, Order::Date, Fold::Open);
            prop_assert_eq!(open.total(), shown.len() + loose, "{}", &input);
            for want in [1, 3, 100] {
                let screen = session.screen(&query, want);
                prop_assert!(screen.complete);
                let first: Vec<_> = screen.hits.iter().map(|hit| (hit.event, hit.tier)).collect();
                let latest: Vec<_> = shown.iter().rev().take(want).copied().collect();
                prop_assert_eq!(first, latest, "{} of {}", want, &input);
            }
            let mut ranked: Vec<EventId> = session.search(&query, Order::Relevance).events().collect();
            ranked.sort_unstable();
            let by_date: Vec<EventId> = hits.events().collect();
            prop_assert_eq!(ranked, by_date, "{}", &input);
        }
    }

    #[test]
    fn any_input_is_answered(input in "\\PC{0,40}") {
        let chronicle = Arc::new(Chronicle::new(gazetteer(), Vec::new(), Vec::new()));
        let searcher = Searcher::new(Arc::clone(&chronicle), Arc::new(Index::build(&chronicle)));
        let (query, _) = parse(&input);
        let hits = searcher.search(&query, Order::Relevance);
        searcher.answer(&query, &hits);
        searcher.nothing(&query);
    }
}
