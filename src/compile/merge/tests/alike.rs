//! Which two tellings are of one happening: each rule with what it just takes and just leaves.

use super::*;
use crate::compile::merge::likeness::Likeness;
use crate::record::Kind::{
    Agreement, Announcement, Call, Conference, Exercise, Meeting, Other, Statement, Summit, Talks,
    Test, TwoPlusTwo, Visit,
};

/// A telling: its kind, its first day and how many, countries by number, people and places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    kind: Kind,
    days: (i64, i64),
    countries: &'static [u32],
    people: &'static [&'static str],
    places: &'static [&'static str],
}

/// The day 0: two countries' foreign and defence ministers are in office.
const FIRST: &str = "2021-03-17";

/// Two people of two countries on one day.
pub(super) const MET: Told = Told {
    kind: Meeting,
    days: (0, 1),
    countries: &[0, 1],
    people: &["Kim", "Lee"],
    places: &[],
};
/// Two countries on one day, and nobody is named.
pub(super) const NOBODY: Told = Told { people: &[], ..MET };

impl Told {
    pub(super) fn kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    pub(super) fn days(self, days: (i64, i64)) -> Self {
        Self { days, ..self }
    }

    pub(super) fn countries(self, countries: &'static [u32]) -> Self {
        Self { countries, ..self }
    }

    pub(super) fn people(self, people: &'static [&'static str]) -> Self {
        Self { people, ..self }
    }

    pub(super) fn places(self, places: &'static [&'static str]) -> Self {
        Self { places, ..self }
    }

    pub(super) fn event(self) -> Event {
        let names = gazetteer();
        let first: Date = FIRST.parse().expect("a day");
        let first = first.plus_days(self.days.0);
        let last = first.plus_days(self.days.1 - 1);
        let who = |id: &&'static str| {
            let official = names.official_by_id(id);
            participant(official.map_or_else(|| Who::Named((*id).into()), Who::Official))
        };
        let place = |id: &&'static str| {
            let known = names.place_by_id(id);
            known.map_or_else(|| PlaceRef::Named((*id).into()), PlaceRef::Known)
        };
        Event {
            date: Some(Edtf::days(DateRange::spanning(first, last))),
            kind: self.kind,
            countries: self.countries.iter().map(|row| CountryRow(*row)).collect(),
            participants: self.people.iter().map(who).collect(),
            places: self.places.iter().map(place).collect(),
            ..blank()
        }
    }
}

fn likeness(known: Told, event: Told) -> Option<Likeness> {
    score(&known.event(), &event.event(), gazetteer())
}

/// How many events tellings give, of which the first `known` are the record's.
fn merged(told: &[Told], known: usize) -> usize {
    let (known, told) = told.split_at(known);
    let known = known.iter().map(|told| told.event()).collect();
    let mut merger = Merger::new(known, gazetteer());
    for told in told {
        merger.tell(told.event());
    }
    merger.finish().len()
}

/// Holds that tellings are of one happening or of two, whichever comes first, and that the one is
/// found where the other is looked up.
#[track_caller]
fn check(a: Told, b: Told, one: bool) {
    for (a, b) in [(a, b), (b, a)] {
        assert_eq!(likeness(a, b).is_some(), one, "{a:?} then {b:?}");
        let events = if one { 1 } else { 2 };
        assert_eq!(merged(&[a, b], 0), events, "{a:?} then {b:?}");
    }
}

#[test]
fn what_the_record_tells_apart_stays_two_and_others_are_joined_with_it() {
    for (known, events) in [(0, 1), (1, 1), (2, 2)] {
        assert_eq!(merged(&[MET, MET], known), events, "{known}");
        assert_eq!(merged(&[MET, MET, MET], known), events, "{known}");
    }
}

#[test]
fn an_event_is_found_by_the_people_and_days_that_it_got_by_joining() {
    let visit = |people| MET.kind(Visit).people(people);
    let by_people = [
        visit(&["Kim", "Lee"]),
        visit(&["Kim", "Park"]),
        visit(&["Park"]),
    ];
    assert_eq!(merged(&by_people, 0), 1);
    // The second is the shorter, so that its days become the event's.
    let by_days = [MET.days((0, 3)), MET.days((2, 2)), MET.days((3, 1))];
    assert_eq!(merged(&by_days, 0), 1);
    let moved = [MET.days((0, 3)), MET.days((2, 2)), MET.days((0, 1))];
    assert_eq!(merged(&moved, 0), 2);
}

#[test]
fn kinds_are_told_for_one_another_as_listed() {
    let fit = [
        (Meeting, Summit),
        (Meeting, Talks),
        (Summit, Talks),
        (Call, Talks),
        (Summit, Conference),
    ];
    for a in Kind::ALL {
        for b in Kind::ALL {
            let one = a == b || fit.contains(&(a, b)) || fit.contains(&(b, a));
            check(MET.kind(a), MET.kind(b), one);
        }
    }
}

#[test]
fn talks_of_both_ministers_of_one_country_may_be_a_two_plus_two() {
    const US: &[&str] = &["antony-blinken", "lloyd-austin"];
    const KR: &[&str] = &["chung-eui-yong", "suh-wook"];
    const FOREIGN: &[&str] = &["antony-blinken", "chung-eui-yong"];
    const DEFENCE: &[&str] = &["lloyd-austin", "suh-wook"];
    const CROSSED: &[&str] = &["antony-blinken", "suh-wook"];
    const LEADERS: &[&str] = &["joe-biden", "kamala-harris"];
    let cases = [
        (US, 0, true),
        (LEADERS, 0, false),
        (KR, 0, true),
        (FOREIGN, 0, false),
        (DEFENCE, 0, false),
        (CROSSED, 0, false),
        // Some years before, they held no such office.
        (US, -3_000, false),
    ];
    for (people, day, one) in cases {
        for talk in [Meeting, Summit, Talks] {
            let days = (day, 1);
            let talk = MET.kind(talk).people(people).days(days);
            check(talk.kind(TwoPlusTwo), talk, one);
        }
    }
    let people = US;
    check(
        MET.kind(TwoPlusTwo).people(people),
        MET.kind(Call).people(people),
        false,
    );
}

#[test]
fn what_nobody_is_named_in_shares_day_and_countries() {
    let cases = [
        (NOBODY, NOBODY, true),
        (
            NOBODY.countries(&[0, 1, 2]),
            NOBODY.countries(&[0, 1, 2]),
            true,
        ),
        (NOBODY, NOBODY.kind(Summit), false),
        (NOBODY, NOBODY.countries(&[0, 1, 2]), false),
        (NOBODY, NOBODY.countries(&[0, 2]), false),
        (NOBODY, NOBODY.days((0, 2)), false),
        (NOBODY.days((0, 3)), NOBODY.days((0, 3)), true),
        (NOBODY.countries(&[0]), NOBODY.countries(&[0]), false),
    ];
    for (a, b, one) in cases {
        check(a, b, one);
    }
    // A missile is fired, and a manoeuvre held, by one country; the day may be off by one.
    for kind in [Test, Exercise] {
        let alone = NOBODY.kind(kind).countries(&[0]);
        let cases = [
            (alone, alone, true),
            (alone, alone.countries(&[1]), false),
            (alone, alone.countries(&[0, 1]), true),
            (alone.days((0, 2)), alone.days((1, 2)), true),
            (alone.days((0, 3)), alone.days((1, 3)), false),
            (alone.days((0, 3)), alone.days((0, 3)), true),
            (alone, alone.days((1, 1)), false),
            (alone, alone.people(&["Kim"]), true),
        ];
        for (a, b, one) in cases {
            check(a, b, one);
        }
    }
}

#[test]
fn only_large_occasions_are_told_with_people_and_without() {
    for kind in Kind::ALL {
        let large = matches!(kind, TwoPlusTwo | Summit | Conference | Test | Exercise);
        let (named, unnamed) = (MET.kind(kind), NOBODY.kind(kind));
        check(named, unnamed, large);
        let day = unnamed.days((0, 3));
        check(named, day, false);
        let more = unnamed.countries(&[0, 1, 2]);
        check(named, more, matches!(kind, Test | Exercise));
        let three = |told: Told| told.countries(&[0, 1, 2]);
        check(three(named), three(unnamed), large);
        let (one, other) = (named.countries(&[0]), unnamed.countries(&[0]));
        check(one, other, matches!(kind, Test | Exercise));
    }
    let (summit, conference) = (MET.kind(Summit), NOBODY.kind(Conference));
    check(summit, conference, false);
}

#[test]
fn what_people_are_named_in_shares_enough_of_them() {
    let people = |people| MET.people(people);
    let three: &[&str] = &["Kim", "Lee", "Park"];
    let cases = [
        (MET, MET, true),
        (MET, people(&["KIM", "lee"]), true),
        (MET, people(three), true),
        (people(three), people(three), true),
        (people(three), people(three).countries(&[0]), true),
        (MET, people(&["Kim", "Park"]), false),
        (MET, people(&["Kim"]), false),
        (people(&["Kim"]), people(&["Kim"]), true),
        (people(&["Kim"]), people(&["Lee"]), false),
        (MET, MET.countries(&[0]), true),
        (MET, MET.countries(&[0, 2]), true),
        (MET, MET.countries(&[2]), false),
        (people(&["Kim"]), people(&["Kim"]).countries(&[0]), false),
        (
            people(&["Kim"]),
            people(&["Kim"]).countries(&[0, 1, 2]),
            false,
        ),
        // Days that overlap, up to forty of them.
        (MET, MET.days((1, 1)), false),
        (MET, MET.days((-3, 5)), true),
        (MET, MET.days((0, 40)), true),
        (MET, MET.days((0, 41)), false),
    ];
    for (a, b, one) in cases {
        check(a, b, one);
    }
}

#[test]
fn a_journey_is_the_travellers_whoever_was_met() {
    let visit = |people| MET.kind(Visit).people(people);
    let cases = [
        (visit(&["Kim"]), visit(&["Kim", "Lee", "Park"]), true),
        (visit(&["Kim", "Lee"]), visit(&["Kim", "Park"]), true),
        (
            visit(&["Kim", "Lee", "Park"]),
            visit(&["Kim", "Choi", "Moon"]),
            false,
        ),
        (
            visit(&["Kim", "Lee", "Park"]),
            visit(&["Kim", "Lee", "Moon"]),
            true,
        ),
        (
            visit(&["Kim", "Lee", "Park"]),
            visit(&["Kim", "Lee", "Choi", "Moon"]),
            true,
        ),
        (visit(&["Kim", "Lee"]), visit(&["Choi", "Moon"]), false),
        (visit(&["Kim"]), visit(&["Kim"]).days((0, 41)), false),
    ];
    for (a, b, one) in cases {
        check(a, b, one);
    }
}

#[test]
fn words_and_papers_are_one_only_with_the_same_people_on_the_same_days() {
    for kind in [Statement, Announcement, Other, Agreement] {
        let told = MET.kind(kind);
        let cases = [
            (told, told, true),
            (told, told.people(&["Kim", "Lee", "Park"]), false),
            (told, told.people(&["Kim", "Park"]), false),
            (told, told.days((0, 2)), false),
            (told.days((0, 2)), told.days((0, 2)), true),
        ];
        for (a, b, one) in cases {
            check(a, b, one);
        }
    }
}

#[test]
fn places_fit_if_one_is_in_the_other_or_none_is_told() {
    let cases: [(&[&str], &[&str], bool); 12] = [
        (&[], &[], true),
        (&[], &["seoul"], true),
        (&["seoul"], &["seoul"], true),
        (&["seoul"], &["tokyo"], false),
        (&["seoul", "tokyo"], &["tokyo", "paris"], true),
        (&["panmunjom"], &["demilitarized-zone"], true),
        // One country is not one place, but its name is told for any place in it.
        (&["panmunjom"], &["seoul"], false),
        (&["seoul"], &["South Korea"], true),
        (&["seoul", "panmunjom"], &["South Korea"], true),
        (&["tokyo"], &["South Korea"], false),
        (&["Springfield"], &["Springfield"], true),
        (&["Springfield"], &["Shelbyville"], false),
    ];
    for (a, b, one) in cases {
        check(MET.places(a), MET.places(b), one);
    }
}

#[test]
fn nothing_is_joined_with_the_taking_of_an_office() {
    let mut office = MET.event();
    let (official, _) = gazetteer().officials().next().expect("an official");
    office.takes_office = Some((official, crate::chronicle::OfficeRow(0)));
    assert!(score(&office, &MET.event(), gazetteer()).is_none());
    let undated = Event {
        date: None,
        ..MET.event()
    };
    assert!(score(&undated, &MET.event(), gazetteer()).is_none());
    assert!(score(&MET.event(), &undated, gazetteer()).is_none());
}

#[test]
fn of_several_the_most_alike_is_taken_and_of_equals_the_first() {
    let meeting = |people, days| MET.people(people).days(days);
    let both: &[&str] = &["Kim", "Lee"];
    let three: &[&str] = &["Kim", "Lee", "Park"];
    let countries = |countries| MET.countries(countries);
    // The new telling, those before it, and the one that it is joined with.
    let cases = [
        (MET, [MET, MET], 0),
        (
            meeting(three, (0, 1)),
            [meeting(both, (0, 1)), meeting(three, (0, 1))],
            1,
        ),
        (MET, [countries(&[0, 2]), MET], 1),
        (MET, [meeting(both, (0, 3)), MET], 1),
        (MET, [MET.kind(Talks), MET], 1),
        // A person more weighs as much as the same days, and more than the same kind.
        (
            meeting(three, (0, 1)),
            [meeting(both, (0, 1)), meeting(three, (0, 2))],
            0,
        ),
        (
            meeting(three, (0, 1)),
            [MET, MET.kind(Talks).people(three)],
            1,
        ),
        // The same days weigh more than the same kind, and that more than a country.
        (MET, [meeting(both, (0, 2)), MET.kind(Talks)], 1),
        (MET, [MET.kind(Talks), countries(&[0, 2])], 1),
    ];
    for (new, before, with) in cases {
        let likeness = before.map(|known| likeness(known, new).expect("they fit").points);
        let best = usize::from(likeness[1] > likeness[0]);
        assert_eq!(best, with, "{new:?}: {likeness:?}");
    }
    let mut of_record = MET.event();
    of_record.attestations[0].source = SourceRef::Record(crate::chronicle::SourceRow(0));
    let known = score(&of_record, &MET.event(), gazetteer()).expect("they fit");
    assert!(known.points > likeness(MET, MET).expect("they fit").points);
    let reason = likeness(MET, MET.kind(Talks).countries(&[0])).expect("they fit");
    assert_eq!(
        reason.reason("A title"),
        "joined with “A title”: a kind that fits on overlapping days, 2 of the same people, 1 of the same countries"
    );
    let reason = likeness(MET, MET).expect("they fit").reason("A title");
    assert!(reason.contains("“A title”: the same kind on"), "{reason}");
}
