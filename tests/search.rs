//! Over the built-in record: tiers, scripts, answers.

use std::sync::Arc;

use linchpin::compile;
use linchpin::index::{EntityId, Feature, Index, squash};
use linchpin::query::{Query, parse};
use linchpin::search::{Kept, Order, Same, Searcher, Session, Tier};
use linchpin::time::Date;

fn searcher() -> Searcher {
    let chronicle = Arc::new(compile::from_builtin());
    let index = Arc::new(Index::build(&chronicle));
    Searcher::new(chronicle, index).on(Date::new(2026, 11, 21).expect("a day"))
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
    assert_eq!(hits.total(), searcher.chronicle().len());
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

#[test]
fn postings_say_the_same_in_both_directions() {
    let chronicle = compile::from_builtin();
    let index = Index::build(&chronicle);
    let mut pairs = 0;
    for event in chronicle.ids() {
        let features: Vec<Feature> = index.postings().features(event).collect();
        assert!(features.is_sorted());
        pairs += features.len();
        for feature in features {
            assert!(index.postings().events(feature).any(|other| other == event));
        }
    }
    let features = index.entities().len() as u32 + index.dictionary().len();
    let counted = (0..features).map(Feature);
    let total: usize = counted
        .map(|feature| {
            let events: Vec<_> = index.postings().events(feature).collect();
            assert!(events.is_sorted());
            assert_eq!(events.len(), index.postings().count(feature) as usize);
            events.len()
        })
        .sum();
    assert_eq!(total, pairs);
}

#[test]
fn every_entity_is_found_by_its_name() {
    let chronicle = compile::from_builtin();
    let index = Index::build(&chronicle);
    for (id, entity) in (0u32..).zip(index.entities()) {
        assert_eq!(index.find(&entity.thing), Some(EntityId(id)));
        let term = index
            .dictionary()
            .find(&squash(&entity.name))
            .expect("its name");
        let mut members = index.dictionary().members_of(term);
        assert!(
            members.any(|member| member.entity == EntityId(id)),
            "{}",
            entity.name
        );
    }
}

#[test]
fn the_leaders_meeting_before_camp_david_is_found_by_participants() {
    let searcher = searcher();
    let hits = searcher.search(&parse("camp david trilateral 2023").0, Order::Relevance);
    let summit = hits.best.expect("the summit");
    let previous = searcher
        .previous_of(summit, Same::Level)
        .expect("a meeting of leaders");
    let key = searcher.chronicle().event(previous).key.to_string();
    assert!(key.starts_with("2023-05-21"), "{key}");
    assert_eq!(searcher.next_of(previous, Same::Level), Some(summit));
}

#[test]
fn visits_count_stays_not_rows() {
    let searcher = searcher();
    let (query, _) = parse("last: blinken seoul");
    let hits = searcher.search(&query, Order::Date);
    let answer = searcher.answer(&query, &hits);
    assert!(answer.visits);
    assert!(answer.count < answer.events, "{answer:?}");
    assert!(answer.previous < answer.last);
    assert!(
        answer.text.starts_with("Last 6 Jan 2025"),
        "{}",
        answer.text
    );
    assert!(answer.text.contains("sources reach"), "{}", answer.text);
}

#[test]
fn an_event_planned_for_a_day_that_passed_is_said_so() {
    let searcher = searcher();
    for status in ["planned", "possible"] {
        let (query, _) = parse(&format!("status:{status}"));
        let hits = searcher.search(&query, Order::Date);
        let answer = searcher.answer(&query, &hits);
        assert_eq!(answer.count, 0);
        if answer.unconfirmed.is_some() {
            assert!(
                answer.text.contains("no source says that it took place"),
                "{}",
                answer.text
            );
        }
    }
}

#[test]
fn a_result_without_hits_says_why() {
    let searcher = searcher();
    let text = |input: &str| searcher.nothing(&parse(input).0).text;
    assert!(
        text("blinken pyongyang").contains("not together"),
        "{}",
        text("blinken pyongyang")
    );
    assert!(
        text("xyzzyq seoul").contains("No event has \"xyzzyq\""),
        "{}",
        text("xyzzyq seoul")
    );
    assert!(
        text("kissenjer").contains("Kissinger"),
        "{}",
        text("kissenjer")
    );
}

#[test]
fn what_was_understood_is_told() {
    let searcher = searcher();
    let told = |input: &str| searcher.search(&parse(input).0, Order::Date).understood;
    assert_eq!(
        told("blinken seoul"),
        "events with Antony Blinken in Seoul, any year"
    );
    assert_eq!(
        told("kind:visit who:blinken 2021"),
        "visits with Antony Blinken, in 2021"
    );
}

#[test]
fn tags_and_the_words_of_notes_are_found() {
    let searcher = searcher();
    let marked = searcher.chronicle().ids().nth(7).expect("an event");
    let noted = searcher.chronicle().ids().nth(9).expect("an event");
    let mut kept = Kept::default();
    kept.add(noted, false, "ask the embassy about zqxlist", ["to do"]);
    kept.add(marked, true, "", ["tagx"]);
    let session = Session::new(searcher.with_kept(kept));
    let found = |input: &str| -> Vec<_> {
        let (query, issues) = parse(input);
        assert!(issues.is_empty(), "{issues:?}");
        let all: Vec<_> = session.search(&query, Order::Date).events().collect();
        let mut screen: Vec<_> = session.screen(&query, 50).hits;
        screen.reverse();
        let screen: Vec<_> = screen.iter().map(|hit| hit.event).collect();
        assert!(all.ends_with(&screen), "{input}");
        assert_eq!(screen.len(), all.len().min(50), "{input}");
        all
    };
    for input in ["tag:tagx", "tag:TagX", "#tagx", "tagx", "tag", "is:marked"] {
        assert!(found(input).contains(&marked), "{input}");
    }
    assert_eq!(found("tagx"), [marked]);
    assert_eq!(found("-tagx").len(), session.chronicle().len() - 1);
    for input in [
        "zqxlist",
        "zqxl",
        "has:note",
        "tag:\"to do\"",
        "tag:todo,other",
    ] {
        assert_eq!(found(input), [noted], "{input}");
    }
    assert!(found("tag:other").is_empty());
    let nothing = session.nothing(&parse("tag:other").0);
    assert!(nothing.text.contains("the tag"), "{}", nothing.text);
}

#[test]
fn taking_office_is_that_of_the_highest_one() {
    let searcher = searcher();
    for (input, office) in [
        ("since:\"Blinken took office\"", "US Secretary of State"),
        (
            "since:\"Biden took office\"",
            "President of the United States",
        ),
    ] {
        let hits = searcher.search(&parse(input).0, Order::Date);
        let said = |said: &String| said.contains(&format!("became {office} on"));
        assert!(hits.remarks.iter().any(said), "{:?}", hits.remarks);
    }
}

#[test]
fn a_long_paste_is_answered_in_time_linear_in_it() {
    let searcher = searcher();
    let paste = "minister meets zzqxw (who:x OR \"a b\" ".repeat(2_800);
    let (query, _) = parse(&paste);
    let hits = searcher.search(&query, Order::Date);
    assert!(
        hits.remarks.iter().any(|said| said.contains("first")),
        "{:?}",
        hits.remarks
    );
}
