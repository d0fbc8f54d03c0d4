mod alike;
mod joined;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::chronicle::{Attestation, Confidence, OfficialRow, PlaceRow, Scope, Str};
use crate::time::{Date, Edtf};

fn gazetteer() -> Gazetteer {
    Gazetteer::new(crate::record::names())
}

fn participant(who: Who) -> Participant {
    Participant {
        who,
        role: None,
        country: None,
    }
}

/// What one document tells of nobody, nowhere and on no day.
fn blank() -> Event {
    Event {
        key: Str::default(),
        date: None,
        kind: Kind::Meeting,
        status: Status::Held,
        title: "a title".into(),
        summary: Str::default(),
        countries: Vec::new().into(),
        participants: Vec::new(),
        places: Vec::new().into(),
        topics: Vec::new(),
        confidence: Confidence::High,
        inferred: Vec::new(),
        attestations: smallvec::smallvec![Attestation {
            source: SourceRef::Document(crate::document::DocId(0)),
            locator: Str::default(),
            line: None,
            url: None,
            date: None,
            status: Status::Held,
            scope: Scope::Full,
            note: None,
            evidence: None,
        }],
        takes_office: None,
    }
}

/// Events of few people, places and days, so that many are alike.
fn event() -> impl Strategy<Value = Event> {
    let who = prop_oneof![
        (0..3_u32).prop_map(|row| Who::Official(OfficialRow(row))),
        prop::sample::select(vec!["Kim", "KIM", "Lee"]).prop_map(|name| Who::Named(name.into())),
    ];
    let place = prop_oneof![
        (0..4_u32).prop_map(|row| PlaceRef::Known(PlaceRow(row))),
        prop::sample::select(vec!["Japan", "Town"]).prop_map(|name| PlaceRef::Named(name.into())),
    ];
    let days = (
        0..60_i64,
        prop::sample::select(vec![0_i64, 0, 0, 1, 3, 30, 50]),
    );
    let kind = prop::sample::select(Kind::ALL.to_vec());
    let status = prop::sample::select(Status::ALL.to_vec());
    let countries = vec((0..3_u32).prop_map(CountryRow), 0..3);
    (
        days,
        kind,
        status,
        countries,
        vec(who, 0..3),
        vec(place, 0..2),
    )
        .prop_map(|((from, long), kind, status, countries, people, places)| {
            let first = Date::from_ordinal(730_000).map(|day| day.plus_days(from));
            let range = first.map(|first| DateRange::spanning(first, first.plus_days(long)));
            Event {
                date: range.map(Edtf::days),
                kind,
                status,
                countries: countries.into(),
                participants: people.into_iter().map(participant).collect(),
                places: places.into(),
                ..blank()
            }
        })
}

/// Each with those before it, as `merge` promises, without looking anything up.
fn one_by_one(events: &[Event]) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::new();
    for event in events {
        let alike = kept.iter().enumerate().filter_map(|(at, known)| {
            let likeness = score(known, event, gazetteer())?;
            Some((likeness, at))
        });
        let best = alike.max_by_key(|(likeness, at)| (likeness.points, std::cmp::Reverse(*at)));
        match best {
            Some((likeness, at)) => {
                let reason = likeness.reason(&kept[at].title);
                join(&mut kept[at], event.clone(), &reason);
            }
            None => kept.push(event.clone()),
        }
    }
    kept
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_looked_up_is_all_that_is_alike(events in vec(event(), 0..60)) {
        let packed = events.iter().cloned().collect();
        let merged = merge(packed, 0, gazetteer());
        let merged: Vec<Event> = (0..merged.len()).filter_map(|at| merged.get(at)).collect();
        prop_assert_eq!(merged, one_by_one(&events));
    }
}
