//! What is compared with a telling at all: only what can be told of the same happening, and of a
//! crowd on one day only so many. Comparing more would change no answer, only the time that it takes.

use super::alike::{MET, NOBODY, Told};
use super::*;
use crate::compile::merge::near::Near;
use crate::record::Kind::{Call, Exercise, Meeting, Statement, Summit, Test, Visit};

/// Those of the tellings before it that another is compared with.
fn compared(before: &[Event], event: &Event) -> Vec<u32> {
    let mut near = Near::new(gazetteer(), 0);
    for event in before {
        let sketch = near.sketch(event);
        near.add(&sketch);
    }
    near.of(&near.sketch(event))
}

/// Holds that two tellings are compared or not, whichever comes first.
#[track_caller]
fn check(a: Told, b: Told, expected: bool) {
    for (a, b) in [(a, b), (b, a)] {
        let found = !compared(&[a.event()], &b.event()).is_empty();
        assert_eq!(found, expected, "{a:?} then {b:?}");
    }
}

#[test]
fn tellings_are_compared_only_if_they_share_a_day_a_country_and_somebody() {
    check(MET, MET, true);
    for (days, expected) in [
        ((-1, 1), false),
        ((-1, 2), true),
        ((1, 1), false),
        ((-30, 31), true),
        ((-31, 31), false),
    ] {
        check(MET, MET.days(days), expected);
    }
    for (countries, expected) in [(&[1, 2][..], true), (&[2, 3], false), (&[], false)] {
        check(MET, MET.countries(countries), expected);
    }
    for (people, expected) in [
        (&["LEE"][..], true),
        (&["Lee", "Park"], false),
        (&["Park", "Choi"], false),
        (&["Lees", "Le", "eeL"], false),
        (&[], false),
    ] {
        check(MET, MET.people(people), expected);
    }
    // Of two on a journey one source may name the one, and another the other with a third.
    let went = MET.kind(Visit);
    check(went, went.people(&["Lee", "Park"]), true);
    let tokyo = MET.places(&["tokyo"]);
    for (places, expected) in [
        (&["tokyo"][..], true),
        (&["osaka"], true),
        (&["Japan"], true),
        (&["seoul"], false),
        (&["Town"], false),
        (&[], true),
    ] {
        check(tokyo, MET.places(places), expected);
    }
}

#[test]
fn tellings_are_compared_only_if_their_kinds_can_be_one() {
    for (a, b, expected) in [
        (Meeting, Call, true),
        (Meeting, Visit, false),
        (Visit, Visit, true),
        (Visit, Statement, false),
    ] {
        check(MET.kind(a), MET.kind(b), expected);
    }
    // Without names a day has too much that is alike, but for what is large or done alone.
    check(NOBODY, NOBODY, true);
    check(NOBODY.countries(&[0]), NOBODY.countries(&[0]), false);
    for kind in [Test, Exercise] {
        let alone = NOBODY.countries(&[0]).kind(kind);
        check(alone, alone, true);
    }
    check(NOBODY.kind(Summit), MET.kind(Summit), true);
    check(NOBODY.kind(Visit), MET.kind(Visit), false);
    check(NOBODY.kind(Summit), NOBODY.kind(Meeting), false);
}

#[test]
fn nothing_is_compared_with_the_taking_of_an_office() {
    let taken = Event {
        takes_office: Some((OfficialRow(0), crate::chronicle::OfficeRow(0))),
        ..MET.event()
    };
    assert!(compared(&[taken], &MET.event()).is_empty());
}

#[test]
fn of_a_crowd_on_one_day_only_so_many_are_compared_and_remembered() {
    let one = MET.places(&["seoul"]).people(&["Kim"]);
    let crowd = vec![one.event(); 250];
    let expected: Vec<u32> = (0..200).collect();
    assert_eq!(compared(&crowd, &one.event()), expected);
    for (others, expected) in [(1_999, vec![1_999]), (2_000, vec![])] {
        let mut crowd = vec![one.places(&["tokyo"]).event(); others];
        crowd.push(one.event());
        assert_eq!(compared(&crowd, &one.event()), expected, "{others}");
    }
}
