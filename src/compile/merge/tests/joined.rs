//! What becomes of an event that another telling is joined with.

use super::alike::MET;
use super::*;
use crate::chronicle::{Evidence, SourceRow};
use crate::document::DocId;
use crate::text::Span;

const REASON: &str = "they are one";

fn joined(known: &Event, event: &Event) -> Event {
    let mut known = known.clone();
    join(&mut known, event.clone(), REASON);
    known
}

fn of_record(event: &Event) -> Event {
    let mut event = event.clone();
    event.attestations[0].source = SourceRef::Record(SourceRow(0));
    event
}

fn dated(edtf: &str) -> Event {
    Event {
        date: edtf.parse().ok(),
        ..MET.event()
    }
}

/// The dates that the sources keep for themselves.
fn own_dates(event: &Event) -> Vec<Option<String>> {
    let dates = event.attestations.iter().map(|told| &told.date);
    dates
        .map(|date| date.as_ref().map(ToString::to_string))
        .collect()
}

#[test]
fn the_finer_date_wins_and_the_other_stays_with_its_source() {
    let own = |date: &str| Some(date.to_owned());
    // The record's days are not made finer; of its months anybody may know the day.
    let cases = [
        (
            "2021-03-17",
            "2021-03-17",
            false,
            "2021-03-17",
            [None, None],
        ),
        (
            "2021-03",
            "2021-03-17",
            false,
            "2021-03-17",
            [own("2021-03"), None],
        ),
        (
            "2021-03-17",
            "2021-03",
            false,
            "2021-03-17",
            [None, own("2021-03")],
        ),
        (
            "2021-03",
            "2021-03-17",
            true,
            "2021-03-17",
            [own("2021-03"), None],
        ),
        (
            "2021-03-16/2021-03-18",
            "2021-03-17",
            false,
            "2021-03-17",
            [own("2021-03-16/2021-03-18"), None],
        ),
        (
            "2021-03-16/2021-03-18",
            "2021-03-17",
            true,
            "2021-03-16/2021-03-18",
            [None, own("2021-03-17")],
        ),
        (
            "2021-03-16/2021-03-17",
            "2021-03-17/2021-03-18",
            false,
            "2021-03-16/2021-03-17",
            [None, own("2021-03-17/2021-03-18")],
        ),
    ];
    for (known, event, record, date, own) in cases {
        let known = if record {
            of_record(&dated(known))
        } else {
            dated(known)
        };
        let both = joined(&known, &dated(event));
        let now = both.date.map(|date| date.to_string());
        assert_eq!(now.as_deref(), Some(date), "{:?} and {event}", known.date);
        assert_eq!(own_dates(&both), own, "{:?} and {event}", known.date);
        // A third telling does not move what the sources said.
        let third = own_dates(&joined(&both, &dated("2021-03-17")));
        for (then, now) in own.iter().zip(&third).filter(|(then, _)| then.is_some()) {
            assert_eq!(now, then, "{:?} and {event}", known.date);
        }
    }
    let undated = joined(&dated("never"), &dated("2021-03"));
    assert_eq!(
        undated.date.map(|date| date.to_string()).as_deref(),
        Some("2021-03")
    );
}

#[test]
fn the_firmer_status_wins_with_its_title_but_the_record_keeps_its_own() {
    // From the least firm on.
    let firm = [
        Status::Possible,
        Status::Planned,
        Status::Cancelled,
        Status::PastReference,
        Status::Held,
    ];
    for (weak, known) in firm.into_iter().enumerate() {
        for (strong, event) in firm.into_iter().enumerate() {
            for record in [false, true] {
                let known = Event {
                    status: known,
                    title: "known".into(),
                    ..MET.event()
                };
                let known = if record { of_record(&known) } else { known };
                let event = Event {
                    status: event,
                    title: "new".into(),
                    ..MET.event()
                };
                // What the record says was called off was not held.
                let firmer = strong > weak && !(record && known.status == Status::Cancelled);
                let both = joined(&known, &event);
                let context = format!("{:?} and {:?}, {record}", known.status, event.status);
                let status = if firmer { event.status } else { known.status };
                assert_eq!(both.status, status, "{context}");
                let title = if firmer && !record { "new" } else { "known" };
                assert_eq!(both.title.as_str(), title, "{context}");
            }
        }
    }
}

#[test]
fn people_and_countries_are_those_of_both_and_nobody_is_there_twice() {
    let known = MET.people(&["Kim", "antony-blinken"]).countries(&[0, 1]);
    let event = MET
        .people(&["KIM", "antony-blinken", "Lee"])
        .countries(&[1, 2]);
    let both = joined(&known.event(), &event.event());
    let whole = MET
        .people(&["Kim", "antony-blinken", "Lee"])
        .countries(&[0, 1, 2]);
    let whole = whole.event();
    assert_eq!(
        (both.participants, both.countries),
        (whole.participants, whole.countries)
    );
}

#[test]
fn known_places_are_added_and_names_only_where_there_is_none() {
    type Names = &'static [&'static str];
    let cases: [(Names, Names, bool, Names); 8] = [
        (&[], &["Springfield"], false, &["Springfield"]),
        (&[], &["Springfield"], true, &["Springfield"]),
        (&["seoul"], &["Springfield"], false, &["seoul"]),
        (&["seoul"], &["tokyo"], false, &["seoul", "tokyo"]),
        (&["seoul"], &["seoul"], false, &["seoul"]),
        (&["seoul"], &["tokyo"], true, &["seoul"]),
        (
            &["South Korea"],
            &["seoul"],
            false,
            &["South Korea", "seoul"],
        ),
        (&[], &["seoul", "Springfield"], false, &["seoul"]),
    ];
    for (known, event, record, places) in cases {
        let known = MET.places(known).event();
        let known = if record { of_record(&known) } else { known };
        let both = joined(&known, &MET.places(event).event());
        assert_eq!(both.places, MET.places(places).event().places, "{event:?}");
    }
}

#[test]
fn every_source_is_kept_and_the_new_one_says_why_it_was_joined_once() {
    let mut event = MET.event();
    event.attestations[0].source = SourceRef::Document(DocId(7));
    event.attestations[0].evidence = Some(Box::new(Evidence {
        doc: DocId(7),
        sentence: Span::new(0, 1),
        timex: None,
        trigger: None,
        group: None,
        rule: "a rule".into(),
        because: vec!["a verb".to_owned()],
    }));
    let both = joined(&MET.event(), &event);
    let again = joined(
        &MET.event(),
        &Event {
            attestations: both.attestations.clone(),
            ..event
        },
    );
    for (event, sources) in [(&both, vec![0, 7]), (&again, vec![0, 0, 7])] {
        let told: Vec<_> = event.attestations.iter().map(|told| told.source).collect();
        let expected: Vec<_> = sources
            .into_iter()
            .map(|n| SourceRef::Document(DocId(n)))
            .collect();
        assert_eq!(told, expected);
        let last = event
            .attestations
            .last()
            .and_then(|told| told.evidence.as_ref());
        assert_eq!(last.expect("evidence").because, ["a verb", REASON]);
    }
    let confidence = |known, new| {
        let event = |confidence| Event {
            confidence,
            ..MET.event()
        };
        joined(&event(known), &event(new)).confidence
    };
    let [low, high] = [Confidence::Low, Confidence::High];
    assert_eq!(
        [
            confidence(low, high),
            confidence(high, low),
            confidence(low, low)
        ],
        [high, high, low]
    );
}

#[test]
fn a_row_with_the_key_days_and_status_of_an_event_of_the_record_is_no_second_source() {
    use Status::{Cancelled, Held, Planned, Possible};
    let own = |status, days| Event {
        key: "own".into(),
        status,
        ..of_record(&MET.days(days).event())
    };
    let sources = |known: Event, row: Event| {
        let mut merger = Merger::new(Packed::from_iter([known]), gazetteer());
        merger.append(Packed::from_iter([row]));
        let events = unpacked(&merger.finish());
        assert_eq!(events.len(), 1);
        events[0].attestations.len()
    };
    let day = (0, 1);
    for (known, told, expected) in [
        (Held, Held, 1),
        (Planned, Planned, 1),
        // A calendar does not tell these two apart.
        (Planned, Possible, 1),
        (Possible, Planned, 1),
        (Held, Planned, 2),
        (Planned, Held, 2),
        (Held, Cancelled, 2),
    ] {
        let count = sources(own(known, day), own(told, day));
        assert_eq!(count, expected, "{known:?} then {told:?}");
    }
    assert_eq!(sources(own(Held, day), own(Held, (0, 2))), 2);
    let other = Event {
        key: "other".into(),
        ..own(Held, day)
    };
    assert_eq!(sources(own(Held, day), other), 2);
}
