//! What the answer strip says, held against what the fields of a query find in the built-in record.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use linchpin::chronicle::{EventId, Kind};
use linchpin::compile;
use linchpin::index::{Class, Index};
use linchpin::query::parse;
use linchpin::search::{Answer, Order, Searcher, Session, fitted};
use linchpin::time::Date;

fn searcher() -> &'static Searcher {
    static SEARCHER: OnceLock<Searcher> = OnceLock::new();
    SEARCHER.get_or_init(|| {
        let chronicle = Arc::new(compile::from_builtin());
        let index = Arc::new(Index::build(&chronicle));
        Searcher::new(chronicle, index).on(Date::new(2026, 11, 21).expect("a day"))
    })
}

fn session() -> Session {
    Session::new(searcher().clone())
}

fn answer(session: &Session, input: &str) -> Answer {
    let (query, _) = parse(input);
    let hits = session.search(&query, Order::Date);
    session.answer(&query, &hits)
}

fn found(session: &Session, input: &str) -> Vec<EventId> {
    let (query, issues) = parse(input);
    assert!(issues.is_empty(), "{input}: {issues:?}");
    session.search(&query, Order::Date).events().collect()
}

fn understood(input: &str) -> String {
    let (query, _) = parse(input);
    searcher().search(&query, Order::Date).understood
}

/// The parts of an answer that say when and how often.
fn when(
    answer: &Answer,
) -> (
    Option<EventId>,
    Option<EventId>,
    Option<EventId>,
    usize,
    usize,
) {
    let Answer {
        last,
        previous,
        first,
        count,
        events,
        ..
    } = answer;
    (*last, *previous, *first, *count, *events)
}

#[track_caller]
fn same(session: &Session, question: &str, fields: &str) {
    let (asked, truth) = (answer(session, question), answer(session, fields));
    assert!(truth.count > 0, "{fields} finds nothing");
    assert_eq!(
        when(&asked),
        when(&truth),
        "{question} / {fields}: {} / {}",
        asked.text,
        truth.text
    );
}

fn names(class: Class) -> Vec<String> {
    let index = searcher().index();
    let entities = index.entities().iter();
    entities
        .filter(|entity| entity.class() == class)
        .filter(|entity| {
            let id = index.find(&entity.thing).expect("an entity of the index");
            index.postings().count(index.of_entity(id)) > 0
        })
        .map(|entity| entity.name.to_string())
        .collect()
}

#[test]
fn visits_are_counted_where_someone_was_and_nowhere_else() {
    let session = session();
    let (people, places) = (names(Class::Person), names(Class::Place));
    assert!(people.len() > 400 && places.len() > 100);
    let mut wrong = Vec::new();
    // Every person with some places, every place with some people.
    for (at, person) in people.iter().enumerate() {
        let some = places.iter().skip(at % 97).step_by(97);
        for place in some.chain([&"Seoul".to_owned(), &"Tokyo".to_owned()]) {
            let asked = answer(&session, &format!("{person} {place}"));
            let truth = answer(&session, &format!("who:\"{person}\" where:\"{place}\""));
            if when(&asked) != when(&truth) {
                wrong.push(format!("{person} {place}: {} / {}", asked.text, truth.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_question_in_words_has_the_answer_of_its_names() {
    let session = session();
    for (person, place) in [
        ("Blinken", "Seoul"),
        ("Abe", "Washington"),
        ("Pompeo", "Pyongyang"),
        ("Trump", "Seoul"),
        ("US president", "Seoul"),
        ("Korean president", "Tokyo"),
        ("Japanese prime minister", "Washington"),
        ("secretary of defense", "Seoul"),
        ("vice president", "Seoul"),
    ] {
        let plain = format!("{person} {place}");
        let truth = answer(&session, &plain);
        assert!(truth.visits && truth.count > 0, "{plain}: {}", truth.text);
        for question in [
            format!("when did {person} last visit {place}"),
            format!("{person} visit to {place}"),
            format!("how many times did {person} visit {place}?"),
            format!("how often has {person} been in {place}"),
            format!("{person}'s trips to {place}"),
        ] {
            assert_eq!(
                when(&answer(&session, &question)),
                when(&truth),
                "{question}"
            );
        }
    }
    same(&session, "biden visit japan", "who:biden where:japan");
}

#[test]
fn whoever_is_in_an_office_is_told_by_its_country() {
    let session = session();
    for (question, office) in [
        (
            "korean president",
            "who:\"President of the Republic of Korea\"",
        ),
        (
            "ROK foreign minister",
            "who:\"South Korean Foreign Minister\"",
        ),
        ("US president", "who:\"President of the United States\""),
    ] {
        let events = found(&session, office);
        assert!(events.len() > 20, "{office}");
        let named: BTreeSet<EventId> = found(&session, question).into_iter().collect();
        assert!(events.iter().all(|id| named.contains(id)), "{question}");
        assert!(
            !understood(question).contains(" or "),
            "{}",
            understood(question)
        );
    }
}

#[test]
fn someone_who_signed_a_statement_was_there() {
    let session = session();
    let answer = answer(&session, "who:\"kim dae-jung\" where:tokyo");
    let last = searcher().chronicle().event(answer.last.expect("a visit"));
    assert_eq!(last.kind, Kind::Statement);
    assert!(
        answer.text.starts_with("Last 8 Oct 1998"),
        "{}",
        answer.text
    );
}

#[test]
fn what_a_word_names_counts_before_what_mentions_it() {
    let session = session();
    same(
        &session,
        "nuclear test",
        "kind:test topic:\"nuclear tests\"",
    );
    same(
        &session,
        "nuclear tests",
        "kind:test topic:\"nuclear tests\"",
    );
    same(
        &session,
        "kind:test nuclear",
        "kind:test topic:\"nuclear tests\"",
    );
    same(&session, "2+2", "kind:2+2");
    same(
        &session,
        "us japan summit",
        "kind:summit country:us country:jp",
    );
    same(
        &session,
        "trilateral summit",
        "kind:summit topic:trilateral country:us country:jp country:kr",
    );
    let tests = answer(&session, "icbm test 2017");
    assert_eq!(tests.count, 3, "{}", tests.text);
    assert!(tests.mentions > 0 && tests.text.contains("more only mention it"));
    let state = answer(&session, "yoon state visit 2023");
    assert!(state.text.starts_with("Last 26 Apr 2023"), "{}", state.text);
}

#[test]
fn people_who_met_are_found_whatever_the_meeting_is_called() {
    let session = session();
    let met = |input: &str| when(&answer(&session, input));
    let all = met("Biden Kishida meetings");
    assert_eq!(met("Biden met Kishida"), all);
    assert_eq!(met("Kishida meets Biden"), all);
    assert_eq!(met("how many times did Biden meet Kishida"), all);
    let with = found(&session, "who:biden who:kishida kind:summit");
    assert!(!with.is_empty());
    let named: BTreeSet<EventId> = found(&session, "Biden met Kishida").into_iter().collect();
    assert!(with.iter().all(|id| named.contains(id)));
    let strict = found(&session, "kind:meeting who:biden");
    let chronicle = searcher().chronicle();
    assert!(strict.iter().all(|id| chronicle.kind(*id) == Kind::Meeting));
    let moon = found(&session, "who met Moon Jae-in in 2018");
    for kind in ["summit", "meeting"] {
        let some = found(&session, &format!("who:\"moon jae-in\" 2018 kind:{kind}"));
        assert!(!some.is_empty() && some.iter().all(|id| moon.contains(id)));
    }
}

#[test]
fn words_that_only_ask_change_nothing() {
    let session = session();
    for (question, plain) in [
        ("events in Hiroshima", "hiroshima"),
        ("Who attended Camp David?", "camp david"),
        ("what happened between Ishiba and Lee", "ishiba lee"),
        (
            "what happened before the Hanoi summit",
            "before:\"hanoi summit\"",
        ),
        ("who met whom in Hiroshima", "met hiroshima"),
        ("last time Abe and Moon met", "abe moon met"),
        ("when did the Hanoi summit take place", "hanoi summit"),
    ] {
        let asked = found(&session, question);
        assert!(!asked.is_empty(), "{question}");
        assert_eq!(asked, found(&session, plain), "{question}");
    }
    let first = answer(&session, "first meeting between Trump and Kim Jong Un");
    assert!(
        first.text.starts_with("First 12 Jun 2018"),
        "{}",
        first.text
    );
    let last = answer(&session, "last time Abe and Moon met");
    assert!(last.text.starts_with("Last 24 Dec 2019"), "{}", last.text);
}

#[test]
fn a_known_word_is_not_mistyped() {
    let session = session();
    for input in [
        "ishiba seoul",
        "junichiro koizumi seoul",
        "since:2020 2021-99",
    ] {
        let (query, _) = parse(input);
        assert!(session.search(&query, Order::Date).is_empty(), "{input}");
    }
    assert!(!found(&session, "kissnger tokyo").is_empty());
    assert_eq!(
        found(&session, "kim jung un hanoi"),
        found(&session, "kim jong un hanoi")
    );
}

#[test]
fn a_name_of_several_people_is_told_to_be_one() {
    let session = session();
    let yoon = answer(&session, "yoon washington");
    assert!(
        yoon.people.len() > 1 && yoon.text.contains(" · of "),
        "{}",
        yoon.text
    );
    assert!(
        answer(&session, "yoon suk yeol washington")
            .people
            .is_empty()
    );
    assert!(
        answer(&session, "who:biden,kishida tokyo")
            .people
            .is_empty()
    );
}

#[test]
fn a_narrow_screen_shows_how_far_the_sources_reach() {
    let session = session();
    for input in [
        "blinken seoul",
        "blin seo",
        "pompeo pyongyang",
        "trump seoul",
    ] {
        let line = fitted(&answer(&session, input).text, 78);
        for part in ["Last ", " visits", "before ", "sources reach "] {
            assert!(line.contains(part), "{input}: {line}");
        }
        assert!(line.chars().count() <= 78, "{line}");
    }
}

#[test]
fn what_was_understood_is_what_was_found() {
    for (input, told) in [
        (
            "martial law",
            "events that mention \"martial\" and \"law\", any year",
        ),
        ("march", "events that mention \"march\", any year"),
        (
            "nippon steel",
            "events of Japan that mention \"steel\", any year",
        ),
        (
            "freedom shield",
            "events that mention \"freedom\" and \"shield\", any year",
        ),
        ("seo*", "events in Seoul, any year"),
        ("blin seo", "events with Antony Blinken in Seoul, any year"),
        ("trump seoul", "events with Donald Trump in Seoul, any year"),
        (
            "(ishiba OR suga) biden",
            "events with Shigeru Ishiba or Yoshihide Suga and Joe Biden, any year",
        ),
    ] {
        assert_eq!(understood(input), told, "{input}");
    }
}

#[test]
fn a_place_stands_for_its_summit() {
    let session = session();
    assert_eq!(
        found(&session, "after:hanoi"),
        found(&session, "after:\"2019-02-28\"")
    );
    assert_eq!(
        found(&session, "before:singapore"),
        found(&session, "before:2018-06-12")
    );
}

#[test]
fn a_month_is_no_day() {
    let session = session();
    let chronicle = searcher().chronicle();
    let events = found(&session, "on:06-12");
    assert!(!events.is_empty());
    for id in events {
        let range = chronicle.range(id).expect("a day");
        assert!(range.days() < 28, "{}", chronicle.key(id));
    }
}
