//! What is never one: two happenings of one document, a journey and its stop, other people without
//! names.

use super::alike::{MET, Told};
use super::*;
use crate::chronicle::{Evidence, SourceRow};
use crate::document::DocId;
use crate::text::Span;

/// As the sentence of a document tells it, with people who have no names.
fn told_in(document: u32, telling: Told, group: Option<&'static str>) -> Event {
    let doc = DocId(document);
    let mut event = telling.event();
    event.attestations[0].source = SourceRef::Document(doc);
    event.attestations[0].evidence = Some(Box::new(Evidence {
        doc,
        sentence: Span::new(0, 1),
        timex: None,
        trigger: None,
        group: group.map(Into::into),
        rule: "a rule".into(),
        because: Vec::new(),
    }));
    event
}

fn are_one(known: &Event, event: &Event) -> bool {
    score(known, event, gazetteer()).is_some()
}

#[test]
fn what_a_document_tells_apart_stays_apart() {
    let known = told_in(1, MET, None);
    assert!(are_one(&known, &told_in(2, MET, None)));
    assert!(!are_one(&known, &told_in(1, MET, None)));
    let mut both = known;
    join(&mut both, told_in(2, MET, None), "they are one");
    assert!(!are_one(&both, &told_in(2, MET, None)));
    assert!(are_one(&both, &told_in(3, MET, None)));
}

#[test]
fn people_without_names_are_not_others_without_names() {
    let one = MET.people(&["Kim"]);
    let leaders = told_in(1, one, Some("business leaders"));
    assert!(are_one(
        &leaders,
        &told_in(2, one, Some("business leaders"))
    ));
    assert!(!are_one(&leaders, &told_in(2, one, Some("students"))));
    assert!(!are_one(&leaders, &told_in(2, one, None)));
    let two = told_in(1, MET, Some("business leaders"));
    assert!(are_one(&two, &told_in(2, MET, Some("students"))));
}

#[test]
fn a_stop_with_days_of_its_own_is_not_the_journey() {
    let journey = MET.kind(Kind::Visit).people(&["Kim"]);
    let journey = journey.countries(&[0, 1, 2]).days((0, 4));
    let stop = journey.countries(&[0, 1]).days((2, 2));
    let one =
        |known: Told, event: Told| are_one(&told_in(1, known, None), &told_in(2, event, None));
    assert!(!one(journey, stop));
    assert!(!one(stop, journey));
    assert!(one(journey, stop.days((0, 4))), "the same days");
    assert!(one(journey, journey.days((1, 2))), "all of its countries");
    let cities = journey.places(&["tokyo", "seoul"]);
    let city = cities.places(&["seoul"]).days((2, 2));
    assert!(!one(cities, city));
    assert!(one(cities.places(&["seoul"]), city));
}

#[test]
fn a_stop_is_told_with_a_journey_whose_days_the_record_has() {
    let journey = MET.kind(Kind::Visit).people(&["Kim"]);
    let journey = journey.countries(&[0, 1, 2]).days((0, 4));
    let mut known = journey.event();
    known.attestations[0].source = SourceRef::Record(SourceRow(0));
    let stop = told_in(1, journey.countries(&[0, 1]).days((2, 2)), None);
    assert!(are_one(&known, &stop));
    let mut short = journey.countries(&[0, 1]).days((2, 2)).event();
    short.attestations[0].source = SourceRef::Record(SourceRow(0));
    assert!(!are_one(&short, &told_in(1, journey, None)));
}

#[test]
fn two_sides_are_not_the_three_that_met_as_well() {
    let three = MET
        .people(&["antony-blinken", "chung-eui-yong", "toshimitsu-motegi"])
        .countries(&[]);
    let two = three.people(&["antony-blinken", "chung-eui-yong"]);
    let with_countries = |telling: Told| {
        let mut event = told_in(1, telling, None);
        event.title = "Blinken, Chung Eui-yong and Motegi meet".into();
        let states = event.participants.iter();
        event.countries = states
            .filter_map(|person| person.state(gazetteer()))
            .collect();
        event
    };
    let (all, some) = (with_countries(three), with_countries(two));
    let mut of_all = told_in(2, two, None);
    of_all.countries = all.countries.clone();
    assert!(!are_one(
        &all,
        &Event {
            attestations: of_all.attestations.clone(),
            ..some
        }
    ));
    assert!(are_one(&all, &of_all), "it names the third country");
}

#[test]
fn a_month_with_two_such_visits_is_neither() {
    let visit = MET.kind(Kind::Visit).people(&["Kim"]);
    let first = told_in(1, visit, None);
    let second = told_in(1, visit.days((6, 1)), None);
    let month = told_in(2, visit.days((-5, 28)), None);
    let mut abroad = month.clone();
    abroad.countries.truncate(1);
    let kept = |events: Vec<Event>| {
        let mut merger = Merger::new(Packed::default(), gazetteer());
        for event in events {
            merger.tell(event);
        }
        unpacked(&merger.finish()).len()
    };
    assert_eq!(kept(vec![first.clone(), month.clone()]), 1);
    assert_eq!(
        kept(vec![first.clone(), abroad.clone()]),
        2,
        "wherever that was"
    );
    let with_place = |mut event: Event| {
        event.places = MET.places(&["seoul"]).event().places;
        event
    };
    let there = with_place(abroad);
    assert_eq!(
        kept(vec![with_place(first.clone()), there]),
        1,
        "it was there"
    );
    assert_eq!(kept(vec![first, second, month]), 3);
}

#[test]
fn a_summit_of_two_is_not_the_conference_that_it_was_beside() {
    let all = MET.kind(Kind::Conference).people(&["Kim", "Lee", "Abe"]);
    let all = told_in(1, all.days((0, 4)), None);
    let two = MET.people(&["Kim", "Lee"]).days((2, 2));
    assert!(!are_one(&all, &told_in(2, two.kind(Kind::Summit), None)));
    let three = two.kind(Kind::Summit).people(&["Kim", "Lee", "Abe"]);
    assert!(are_one(&all, &told_in(2, three, None)));
}
