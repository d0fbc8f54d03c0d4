use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;
use crate::chronicle::{
    Attestation, Chronicle, Confidence, CountryRow, Evidence, Inferred, OfficeRow, OfficialRow,
    Participant, PlaceRef, PlaceRow, Scope, SourceRow, Str, TopicRow, Who,
};
use crate::document::Documents;
use crate::record::Field;
use crate::text::Span;
use crate::time::{Bound, Date, Edtf, Point, Precision, Qualifier, Season};

fn words() -> impl Strategy<Value = Str<'static>> {
    ".{0,12}".prop_map(Str::from)
}

fn precision() -> impl Strategy<Value = Precision> {
    let year = || -9_999..20_000;
    prop_oneof![
        (-4_000_000..8_000_000)
            .prop_filter_map("a day", |n| Date::from_ordinal(n).map(Precision::Day)),
        (year(), 1..=12_u32).prop_map(|(year, month)| Precision::Month(year, month)),
        (year(), 1..=12_u32).prop_map(|(year, month)| Precision::DayOfMonth(year, month)),
        year().prop_map(|year| Precision::Season(year, Season::Autumn)),
        year().prop_map(Precision::Year),
        (0..999).prop_map(Precision::Decade),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    let sure = prop::sample::select(vec![
        Qualifier::Certain,
        Qualifier::Uncertain,
        Qualifier::UncertainApproximate,
    ]);
    (precision(), sure).prop_map(|(precision, qualifier)| Point {
        precision,
        qualifier,
    })
}

fn date() -> impl Strategy<Value = Edtf> {
    let bound = || {
        prop_oneof![
            Just(Bound::Open),
            Just(Bound::Unknown),
            point().prop_map(Bound::Point),
        ]
    };
    prop_oneof![
        point().prop_map(Edtf::Point),
        (bound(), bound()).prop_map(|(from, to)| Edtf::Interval(from, to)),
    ]
}

fn participant() -> impl Strategy<Value = Participant> {
    let who = prop_oneof![
        any::<u32>().prop_map(|row| Who::Official(OfficialRow(row))),
        words().prop_map(Who::Named),
    ];
    (who, of(words()), of(any::<u32>().prop_map(CountryRow)))
        .prop_map(|(who, role, country)| Participant { who, role, country })
}

fn place() -> impl Strategy<Value = PlaceRef> {
    prop_oneof![
        any::<u32>().prop_map(|row| PlaceRef::Known(PlaceRow(row))),
        words().prop_map(PlaceRef::Named),
    ]
}

fn attestation() -> impl Strategy<Value = Attestation> {
    let source = prop_oneof![
        any::<u32>().prop_map(|row| SourceRef::Record(SourceRow(row))),
        (0..u32::MAX).prop_map(|doc| SourceRef::Document(DocId(doc))),
    ];
    let span = || (0..900_usize, 0..90_usize).prop_map(|(at, long)| Span::new(at, at + long));
    let evidence = (span(), of(span()), words(), vec(".{0,9}", 0..3)).prop_map(
        |(sentence, timex, rule, because)| {
            Box::new(Evidence {
                doc: DocId(7),
                sentence,
                timex,
                trigger: timex,
                group: Some(rule.clone()),
                rule,
                because,
            })
        },
    );
    let told = (source, words(), of(any::<u32>()), of(words()), of(date()));
    (told, of(words()), of(evidence)).prop_map(
        |((source, locator, line, url, date), note, evidence)| Attestation {
            source,
            locator,
            line,
            url,
            date: date.map(Box::new),
            status: Status::Possible,
            scope: Scope::Full,
            note,
            evidence,
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let rows = || vec(any::<u32>(), 0..6);
    let what = (words(), of(date()), words(), words());
    let whose = (rows(), vec(participant(), 0..4), vec(place(), 0..3), rows());
    let sorts = (
        prop::sample::select(Kind::ALL.to_vec()),
        prop::sample::select(Status::ALL.to_vec()),
    );
    (what, whose, sorts, vec(attestation(), 1..4), any::<bool>()).prop_map(
        |(what, whose, (kind, status), attestations, odd)| {
            let (key, date, title, summary) = what;
            let (countries, participants, places, topics) = whose;
            Event {
                inferred: Vec::from_iter(odd.then(|| Inferred {
                    field: Field::Places,
                    from: title.clone(),
                })),
                takes_office: odd.then_some((OfficialRow(3), OfficeRow(4))),
                key,
                date,
                kind,
                status,
                title,
                summary,
                countries: countries.into_iter().map(CountryRow).collect(),
                participants,
                places: places.into(),
                topics: topics.into_iter().map(TopicRow).collect(),
                confidence: Confidence::Medium,
                attestations: attestations.into(),
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_event_is_what_was_packed(events in vec(event(), 0..8), more in vec(event(), 0..8)) {
        let mut packed: Packed = events.iter().cloned().collect();
        packed.append(more.iter().cloned().collect());
        let all: Vec<&Event> = events.iter().chain(&more).collect();
        prop_assert_eq!(packed.len(), all.len());
        for (at, event) in all.into_iter().enumerate() {
            prop_assert_eq!(packed.get(at), Some(event.clone()));
            prop_assert_eq!(packed.key(at), Some(event.key.as_str()));
            prop_assert_eq!(packed.range(at), event.range());
            prop_assert_eq!(packed.sort_of(at), Some((event.kind, event.status)));
        }
        prop_assert!(packed.get(packed.len()).is_none());
    }

    #[test]
    fn what_shares_its_blocks_keeps_its_events(events in vec(event(), 1..8), other in event()) {
        let packed: Packed = events.iter().cloned().collect();
        let mut copy = packed.clone();
        copy.replace(0, other.clone());
        copy.push(other.clone());
        prop_assert_eq!(copy.get(0), Some(other.clone()));
        prop_assert_eq!(copy.get(events.len()), Some(other));
        let own: Vec<Event> = (0..packed.len()).filter_map(|at| packed.get(at)).collect();
        prop_assert_eq!(own, events);
    }

    #[test]
    fn the_document_that_tells_is_named_later(event in event()) {
        let mut told = event;
        told.attestations[0].source = Packed::TELLER;
        let packed = Packed::from_iter([told.clone()]).told_by(DocId(5));
        told.attestations[0].source = SourceRef::Document(DocId(5));
        prop_assert_eq!(packed.get(0), Some(told));
    }

    #[test]
    fn a_packed_chronicle_is_that_of_its_events(events in vec(event(), 0..20)) {
        let mut events = events;
        for (at, event) in events.iter_mut().enumerate() {
            event.key = format!("{at}-{}", event.key).into();
        }
        let gazetteer = crate::gazetteer::Gazetteer::new(crate::record::names());
        let packed = Chronicle::of_packed(
            gazetteer,
            events.iter().cloned().collect(),
            Documents::default(),
        );
        let made = Chronicle::new(gazetteer, events, Vec::new());
        prop_assert_eq!(packed.dated(), made.dated());
        prop_assert!(packed.events().eq(made.events()));
        prop_assert!(packed.ranges().eq(made.ranges()));
    }
}
