//! Of several that a telling is like, which it is joined with; who is on a side, and what a stop is.

use super::alike::MET;
use super::*;
use crate::compile::merge::journey::is_stop;
use crate::compile::merge::likeness::Likeness;
use crate::compile::merge::sides::is_of_fewer_sides;

/// A likeness to a telling of the same day, or to one of which a day is shared.
fn like(strong: bool) -> Likeness {
    let days = if strong { (0, 1) } else { (0, 2) };
    let other = MET.days(days).event();
    score(&MET.event(), &other, gazetteer()).expect("they are alike")
}

/// The place of the one that a telling of so many days is joined with.
fn chosen(strong: &[bool], days: i64) -> Option<u32> {
    let alike = strong.iter().map(|strong| like(*strong)).zip(10..);
    likest(alike, &MET.days((0, days)).event()).map(|(_, at)| at)
}

#[test]
fn the_likest_is_chosen_and_of_two_as_like_the_first_unless_days_cannot_tell_them_apart() {
    assert!(like(true).points > like(false).points);
    for days in [1, 7] {
        assert_eq!(chosen(&[false, true], days), Some(11));
        assert_eq!(chosen(&[true, true], days), Some(10));
        assert_eq!(chosen(&[], days), None);
    }
    assert_eq!(chosen(&[true, true], 8), None);
    assert_eq!(chosen(&[true, true, false], 8), None, "still two");
    assert_eq!(chosen(&[false, false, true], 8), Some(12), "one is likest");
}

#[test]
fn only_visits_have_stops() {
    let journey = MET.countries(&[0, 1, 2]).days((0, 5));
    let stop = MET.countries(&[0, 1]).days((2, 1));
    for (known, event, stops) in [
        (Kind::Visit, Kind::Visit, true),
        (Kind::Visit, Kind::Meeting, false),
        (Kind::Meeting, Kind::Visit, false),
    ] {
        let (known, event) = (journey.kind(known).event(), stop.kind(event).event());
        assert_eq!(is_stop(&known, &event, gazetteer()), stops);
    }
}

const TWO: &[&str] = &["antony-blinken", "toshimitsu-motegi"];
const THREE: &[&str] = &["antony-blinken", "chung-eui-yong", "toshimitsu-motegi"];

/// A meeting of these in a place, with the states of all three.
fn titled(
    people: &'static [&'static str],
    places: &'static [&'static str],
    title: &'static str,
) -> Event {
    let all = MET.people(THREE).event();
    let states = all.participants.iter();
    let states = states.filter_map(|person| person.state(gazetteer()));
    Event {
        title: title.into(),
        countries: states.collect(),
        ..MET.people(people).places(places).event()
    }
}

#[test]
fn the_host_of_two_sides_is_none_and_of_one_side_is_the_other() {
    let three = titled(THREE, &["seoul"], "Blinken, Chung and Motegi meet");
    let fewer = |event: &Event| is_of_fewer_sides(event, &three, gazetteer());
    assert!(fewer(&titled(TWO, &["seoul"], "Blinken and Motegi meet")));
    assert!(!fewer(&titled(TWO, &["tokyo"], "Blinken and Motegi meet")));
    assert!(!fewer(&titled(TWO, &["seoul"], "Blinken meets others")));
}
