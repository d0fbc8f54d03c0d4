mod alike;
mod apart;
mod choice;
mod joined;
mod looked_up;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::chronicle::{
    Attestation, Confidence, OfficialRow, Participant, PlaceRow, Scope, SourceRef, Str, Who,
};
use crate::record::{CountryRow, Kind};
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
        0..5_i64,
        prop::sample::select(vec![0_i64, 0, 0, 1, 3, 30, 50]),
    );
    let some = [
        Kind::Meeting,
        Kind::Talks,
        Kind::Summit,
        Kind::Visit,
        Kind::Test,
    ];
    let kind = prop_oneof![
        prop::sample::select(some.to_vec()),
        prop::sample::select(Kind::ALL.to_vec()),
    ];
    let status = prop::sample::select(Status::ALL.to_vec());
    let countries = vec((0..2_u32).prop_map(CountryRow), 0..3);
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

/// Each with those before it, as [`Merger`] promises, without looking anything up.
fn one_by_one(known: Vec<Event>, events: &[Event]) -> Vec<Event> {
    let mut kept = known;
    for event in events {
        let alike = kept.iter().enumerate().filter_map(|(at, known)| {
            let likeness = score(known, event, gazetteer())?;
            Some((likeness, at))
        });
        let alike = alike.map(|(likeness, at)| (likeness, at as u32));
        match likest(alike, event) {
            Some((likeness, at)) => {
                let at = at as usize;
                let reason = likeness.reason(&kept[at].title);
                join(&mut kept[at], event.clone(), &reason);
            }
            None => kept.push(event.clone()),
        }
    }
    kept
}

fn unpacked(events: &Packed) -> Vec<Event> {
    (0..events.len()).filter_map(|at| events.get(at)).collect()
}

/// What a document tells of an event of the record, some days off or for some days longer.
fn retold(mut event: Event, off: i64, longer: i64) -> Event {
    if let Some(range) = event.range() {
        let first = range.first().plus_days(off);
        event.date = Some(Edtf::days(DateRange::spanning(
            first,
            first.plus_days(longer),
        )));
    }
    event.takes_office = None;
    event.attestations.truncate(1);
    for told in &mut event.attestations {
        told.source = SourceRef::Document(crate::document::DocId(0));
    }
    event
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_record_is_listed_as_far_as_it_is_told(
        told in vec((any::<prop::sample::Index>(), -45..45_i64, prop::sample::select(vec![0, 0, 2, 60])), 1..12)
    ) {
        let record = Packed::of_rows(&crate::record::BuiltInEvents);
        let known = unpacked(&record);
        let retold = |(index, off, longer): &(prop::sample::Index, i64, i64)| {
            retold(index.get(&known).clone(), *off, *longer)
        };
        let events: Vec<Event> = told.iter().map(retold).collect();
        let mut merger = Merger::new(record, gazetteer());
        for event in &events {
            merger.tell(event.clone());
        }
        prop_assert_eq!(unpacked(&merger.finish()), one_by_one(known, &events));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_looked_up_is_all_that_is_alike(events in vec(event(), 0..60)) {
        let (told, rows) = events.split_at(events.len() / 2);
        let mut merger = Merger::new(Packed::default(), gazetteer());
        for event in told {
            merger.tell(event.clone());
        }
        merger.append(rows.iter().cloned().collect());
        prop_assert_eq!(unpacked(&merger.finish()), one_by_one(Vec::new(), &events));
    }
}
