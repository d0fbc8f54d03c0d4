//! Taking office is an event too. It follows from the tenures and is typed nowhere.

use super::kinds::{Field, Kind, Scope, Status};
use super::schema::{
    Attestation, Event, Inferred, Names, Office, OfficialRow, Participant, Tenure, TopicRow,
};
use super::text::Str;
use crate::time::Edtf;

/// One event for the first day of each tenure whose office asks for it.
pub(crate) fn events(names: &Names<'static>) -> Vec<Event<'static>> {
    let topic = names
        .topics
        .iter()
        .position(|topic| topic.id == "taking-office");
    let mut events = Vec::new();
    for (number, official) in (0..).zip(names.officials.iter()) {
        for tenure in &official.tenures {
            let office = tenure.office.of(names);
            let Some(from) = tenure.from.as_ref().filter(|_| office.takes_office) else {
                continue;
            };
            let range = from.parse::<Edtf>().map(|edtf| edtf.range()).ok();
            let days = range.map_or(tenure.days, |range| {
                (range.first().ordinal(), range.last().ordinal())
            });
            let verb = office.begins.as_deref().unwrap_or("becomes");
            let acting = if tenure.acting { "acting " } else { "" };
            let capital = office.post.and_then(|post| post.of(names).capital);
            events.push(Event {
                id: format!("{from}-{}-{}", official.id, office.id).into(),
                date: from.clone(),
                days,
                kind: Kind::Other,
                status: Status::Held,
                title: format!("{} {verb} {acting}{}", official.name, office.full).into(),
                summary: successor_of(names, number, tenure, office),
                countries: std::iter::once(office.country).chain(office.post).collect(),
                participants: vec![Participant {
                    official: Some(OfficialRow(number)),
                    name: "".into(),
                    role: None,
                    country: None,
                }],
                places: capital.into_iter().collect(),
                topics: topic.map(|row| TopicRow(row as u32)).into_iter().collect(),
                confidence: tenure.confidence,
                inferred: tenure
                    .inferred
                    .iter()
                    .map(|from| Inferred {
                        field: Field::Date,
                        from: from.clone(),
                    })
                    .collect(),
                attestations: vec![Attestation {
                    source: tenure.source,
                    locator: tenure.locator.clone(),
                    url: None,
                    date: None,
                    note: tenure.note.clone(),
                    scope: Scope::Full,
                }],
                takes_office: Some((OfficialRow(number), tenure.office)),
            });
        }
    }
    events
}

/// "Succeeds Mike Pompeo." where the office has one holder and the last one left within a year.
fn successor_of(
    names: &Names<'static>,
    number: u32,
    tenure: &Tenure<'_>,
    office: &Office<'_>,
) -> Str<'static> {
    const YEAR: i32 = 366;
    if !office.single || tenure.acting {
        return "".into();
    }
    let holders = (0..)
        .zip(names.officials.iter())
        .flat_map(|(n, official)| official.tenures.iter().map(move |held| (n, official, held)));
    let before = holders
        .filter(|(n, _, held)| *n != number && held.office == tenure.office && !held.acting)
        .filter(|(_, _, held)| held.to.is_some() && held.days.0 < tenure.days.0)
        .filter(|(_, _, held)| tenure.days.0 - held.days.1 <= YEAR)
        .max_by_key(|(_, _, held)| held.days);
    before.map_or_else(
        || "".into(),
        |(_, official, _)| format!("Succeeds {}.", official.name).into(),
    )
}
