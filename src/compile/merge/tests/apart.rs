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
