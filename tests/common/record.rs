//! The record of a dozen events that the tests browse.

use linchpin::record::{
    Attestation, Confidence, Country, CountryRow, Event, Kind, Names, Office, OfficeKind,
    OfficeRow, Official, OfficialRow, Participant, Place, PlaceRow, Record, Scope, Source,
    SourceRow, Status, Tenure,
};
use linchpin::time::Edtf;

use super::TODAY;

const COUNTRIES: [(&str, &str); 4] = [
    ("JP", "Japan"),
    ("KP", "North Korea"),
    ("KR", "South Korea"),
    ("US", "United States"),
];

/// Name, family name, country, office, from, to.
const OFFICIALS: [(&str, &str, &str, &str, &str, &str); 7] = [
    (
        "Antony Blinken",
        "Blinken",
        "US",
        "Secretary of State",
        "2021-01-26",
        "2025-01-20",
    ),
    (
        "Fumio Kishida",
        "Kishida",
        "JP",
        "Prime Minister",
        "2021-10-04",
        "2024-10-01",
    ),
    (
        "Joe Biden",
        "Biden",
        "US",
        "President",
        "2021-01-20",
        "2025-01-20",
    ),
    (
        "Kim Jong Un",
        "Kim",
        "KP",
        "leader",
        "2011-12-17",
        "2030-01-01",
    ),
    (
        "Moon Jae-in",
        "Moon",
        "KR",
        "President",
        "2017-05-10",
        "2022-05-09",
    ),
    (
        "Suga Yoshihide",
        "Suga",
        "JP",
        "Prime Minister",
        "2020-09-16",
        "2021-10-04",
    ),
    (
        "Yoon Suk Yeol",
        "Yoon",
        "KR",
        "President",
        "2022-05-10",
        "2025-04-04",
    ),
];

const PLACES: [(&str, &str, f32, f32); 4] = [
    ("Camp David", "US", 39.6, -77.5),
    ("Hiroshima", "JP", 34.4, 132.5),
    ("Seoul", "KR", 37.6, 127.0),
    ("Tokyo", "JP", 35.7, 139.7),
];

/// Date, kind, title, countries, participants, place, sources.
type Row = (
    &'static str,
    Kind,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
);

const EVENTS: [Row; 12] = [
    (
        "2019-02",
        Kind::Talks,
        "Working-level talks",
        "US KP",
        "",
        "",
        1,
    ),
    (
        "2019-06-30",
        Kind::Meeting,
        "Leaders meet at the border village",
        "US KP KR",
        "Moon Jae-in;Kim Jong Un",
        "",
        2,
    ),
    (
        "2021-03-12",
        Kind::Call,
        "Four leaders speak by video",
        "US JP",
        "Joe Biden;Suga Yoshihide",
        "",
        1,
    ),
    (
        "2021-03-16/2021-03-17",
        Kind::TwoPlusTwo,
        "US–Japan 2+2",
        "US JP",
        "Antony Blinken",
        "Tokyo",
        3,
    ),
    (
        "2021-03-17/2021-03-18",
        Kind::TwoPlusTwo,
        "US–ROK 2+2",
        "US KR",
        "Antony Blinken",
        "Seoul",
        3,
    ),
    (
        "2021-03-25",
        Kind::Test,
        "Two ballistic missiles tested",
        "KP",
        "",
        "",
        2,
    ),
    (
        "2021-05-21",
        Kind::Summit,
        "Biden and Moon meet",
        "US KR",
        "Joe Biden;Moon Jae-in",
        "",
        1,
    ),
    (
        "2022-05-21",
        Kind::Summit,
        "Biden and Yoon meet in Seoul",
        "US KR",
        "Joe Biden;Yoon Suk Yeol",
        "Seoul",
        2,
    ),
    (
        "2023-05-21",
        Kind::Meeting,
        "The three leaders meet in Hiroshima",
        "US JP KR",
        "Joe Biden;Fumio Kishida;Yoon Suk Yeol",
        "Hiroshima",
        1,
    ),
    (
        "2023-08-18",
        Kind::Summit,
        "Trilateral summit at Camp David",
        "US JP KR",
        "Joe Biden;Fumio Kishida;Yoon Suk Yeol",
        "Camp David",
        9,
    ),
    (
        "2024-02-28",
        Kind::Meeting,
        "윤석열 대통령, 岸田首相と会談 👩‍💻",
        "KR JP",
        "Yoon Suk Yeol;Fumio Kishida",
        "Tokyo",
        1,
    ),
    (
        "2024-07",
        Kind::Exercise,
        "Trilateral exercise",
        "US JP KR",
        "",
        "",
        1,
    ),
];

fn country(code: &str) -> CountryRow {
    CountryRow(
        COUNTRIES
            .iter()
            .position(|(known, _)| *known == code)
            .expect("a country") as u32,
    )
}

fn days(edtf: &str) -> (i32, i32) {
    let range = edtf.parse::<Edtf>().expect("EDTF").range();
    (range.first().ordinal(), range.last().ordinal())
}

fn slug(name: &str) -> String {
    name.to_lowercase().replace([' ', '–', '+'], "-")
}

/// A record of a dozen events.
#[expect(clippy::too_many_lines, reason = "one table after the other")]
pub fn record() -> &'static Record<'static> {
    let source = |id: &'static str, title: &'static str, uncited| Source {
        id: id.into(),
        title: title.into(),
        publisher: "A ministry".into(),
        url: Some("https://example.org/releases".into()),
        licence: "public domain".into(),
        first: None,
        last: None,
        covers: "everything".into(),
        does_not_cover: "nothing".into(),
        uncited,
    };
    let office = |(_, _, code, title, _, _): &(_, _, &'static str, &'static str, _, _)| Office {
        id: format!("{}-{}", code.to_lowercase(), slug(title)).into(),
        country: country(code),
        title: (*title).into(),
        full: format!("{code} {title}").into(),
        aliases: Vec::new(),
        kind: OfficeKind::HeadOfState,
        single: true,
        post: None,
        band: title
            .contains("Pr")
            .then(|| format!("{title} of {code}"))
            .map(|name| {
                let name: &'static str = Box::leak(name.into_boxed_str());
                name.into()
            }),
        takes_office: false,
        begins: None,
    };
    let official = |(at, (name, family, code, _, from, to)): (
        usize,
        &(
            &'static str,
            &'static str,
            &'static str,
            &'static str,
            &'static str,
            &'static str,
        ),
    )| Official {
        id: slug(name).into(),
        name: (*name).into(),
        family: (*family).into(),
        given: "".into(),
        native: Vec::new(),
        aliases: Vec::new(),
        country: country(code),
        born: None,
        died: None,
        tenures: vec![Tenure {
            office: OfficeRow(at as u32),
            from: Some((*from).into()),
            to: Some((*to).into()),
            days: (days(from).0, days(to).1),
            acting: false,
            source: SourceRow(0),
            locator: "".into(),
            confidence: Confidence::High,
            inferred: None,
            note: None,
        }],
    };
    let place = |(name, code, lat, lon): &(&'static str, &str, f32, f32)| Place {
        id: slug(name).into(),
        name: (*name).into(),
        country: Some(country(code)),
        kind: "city".into(),
        lat: *lat,
        lon: *lon,
        native: Vec::new(),
        aliases: Vec::new(),
        within: None,
        source: SourceRow(0),
        locator: "".into(),
    };
    let participant = |name: &str| {
        let at = OFFICIALS
            .iter()
            .position(|row| row.0 == name)
            .expect("an official");
        Participant {
            official: Some(OfficialRow(at as u32)),
            name: "".into(),
            role: None,
            country: Some(country(OFFICIALS[at].2)),
        }
    };
    let event = |(date, kind, title, codes, names, at, sources): &Row| Event {
        id: format!("{}-{}", date.replace('/', "-"), slug(title)).into(),
        date: (*date).into(),
        days: days(date),
        kind: *kind,
        status: if *date > TODAY {
            Status::Planned
        } else {
            Status::Held
        },
        title: (*title).into(),
        summary: format!("{title}: what was said and done, told in a sentence or two.").into(),
        countries: codes.split(' ').map(country).collect(),
        participants: names
            .split(';')
            .filter(|n| !n.is_empty())
            .map(participant)
            .collect(),
        places: PLACES
            .iter()
            .position(|(name, ..)| name == at)
            .map(|at| PlaceRow(at as u32))
            .into_iter()
            .collect(),
        topics: Vec::new(),
        confidence: Confidence::High,
        inferred: Vec::new(),
        attestations: (0..*sources)
            .map(|at| Attestation {
                source: SourceRow(u32::from(*date == "2019-02")),
                locator: format!("item {}", at + 1).into(),
                url: None,
                date: None,
                note: None,
                scope: Scope::Full,
            })
            .collect(),
        takes_office: None,
    };
    let mut events: Vec<Event<'_>> = EVENTS.iter().map(event).collect();
    events.sort_by_key(|event| event.days);
    let names = Names {
        countries: COUNTRIES
            .iter()
            .map(|(code, name)| Country {
                code: (*code).into(),
                name: (*name).into(),
                official: (*name).into(),
                adjectives: Vec::new(),
                aliases: Vec::new(),
                native: Vec::new(),
                metonyms: Vec::new(),
                bounds: None,
                capital: None,
            })
            .collect(),
        sources: [
            source("releases", "Releases", false),
            source("uncited", "Common knowledge", true),
        ]
        .into_iter()
        .collect(),
        topics: Vec::new(),
        offices: OFFICIALS.iter().map(office).collect(),
        officials: OFFICIALS.iter().enumerate().map(official).collect(),
        places: PLACES.iter().map(place).collect(),
        in_bands: Vec::new(),
    }
    .with_bands();
    Box::leak(Box::new(Record {
        names,
        events,
        documents: Vec::new(),
    }))
}
