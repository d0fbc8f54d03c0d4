//! Whether two events are tellings of one happening, and how alike they are.

use super::WIDE;
use super::journey::is_stop;
use super::near::MAX_DAYS;
use super::sides::is_of_fewer_sides;
use crate::chronicle::{Event, Participant, PlaceRef, SourceRef, Who};
use crate::gazetteer::Gazetteer;
use crate::record::{CountryRow, Kind, OfficeKind};
use crate::text::{fold, folds_to};

/// How alike two events are; `None` if they are two.
pub(super) fn score(known: &Event, event: &Event, gazetteer: Gazetteer) -> Option<Likeness> {
    let (a, b) = (known.range()?, event.range()?);
    if !a.overlaps(b) || known.takes_office.is_some() {
        return None;
    }
    let wide = a.days().max(b.days());
    let sure = wide <= MAX_DAYS;
    if !kinds_fit(known, event, gazetteer) || is_stop(known, event, gazetteer) {
        return None;
    }
    let people = shared(&known.participants, &event.participants);
    let (left, right) = (known.participants.len(), event.participants.len());
    let least = left.min(right);
    let countries = event
        .countries
        .iter()
        .filter(|c| known.countries.contains(c))
        .count();
    let same_countries = countries == known.countries.len() && countries == event.countries.len();
    if !places_fit(&known.places, &event.places, gazetteer) {
        return None;
    }
    let told_alike = known.kind == event.kind;
    let fits = if least == 0 {
        let one_sided = matches!(event.kind, Kind::Test | Kind::Exercise);
        let exact = a == b || a.days() == 1 && b.days() == 1;
        told_alike
            && if one_sided {
                countries > 0 && (exact || sure && wide <= 2)
            } else {
                left == right && same_countries && exact && known.countries.len() >= 2
                    || left != right
                        && countries >= 2
                        && same_countries
                        && exact
                        && matches!(
                            event.kind,
                            Kind::TwoPlusTwo | Kind::Summit | Kind::Conference
                        )
            }
    } else {
        let nested = people == least;
        let narrow = matches!(
            event.kind,
            Kind::Statement | Kind::Announcement | Kind::Other | Kind::Agreement
        );
        let balanced = match event.kind {
            // A journey is the traveller's; those met on it are added by some sources.
            Kind::Visit => people >= 1 && (nested || people * 2 >= least),
            _ if narrow => nested && left == right && a == b,
            // One person's meeting with unnamed people is not their meeting with a named one.
            _ => {
                nested
                    && (least >= 2 || left == right && same_countries && groups_fit(known, event))
                    && !is_of_fewer_sides(known, event, gazetteer)
            }
        };
        balanced && sure && countries > 0 && !is_vague(known) && !is_vague(event)
    };
    // Asked last: what an event rests on is seldom at hand.
    if !fits || of_one_document(known, event) {
        return None;
    }
    let mut points = 10 + 5 * people as u32 + countries as u32;
    if a == b {
        points += 5;
    }
    if told_alike {
        points += 4;
    }
    if is_of_record(known) {
        points += 1;
    }
    Some(Likeness {
        points,
        people,
        countries,
        told_alike,
    })
}

/// Whether the document that tells the one has told the other: which of its sentences tell the same
/// was seen when it was read. Events come document by document, so the last telling says it.
fn of_one_document(known: &Event, event: &Event) -> bool {
    let teller = |event: &Event| Some(event.attestations.last()?.evidence.as_ref()?.doc);
    teller(event).is_some_and(|doc| teller(known) == Some(doc))
}

/// Whether a telling says so little that any journey of somebody's could be meant: "he went abroad in
/// April".
fn is_vague(event: &Event) -> bool {
    let weeks = event.range().is_some_and(|range| range.days() > WIDE);
    weeks && event.places.is_empty() && event.participants.len() < 2 && event.countries.len() < 2
}

/// Whether two tellings can mean the same people without names: business leaders are no students.
fn groups_fit(known: &Event, event: &Event) -> bool {
    let group = |event: &Event| {
        let evidence = event.attestations.first()?.evidence.as_ref()?;
        Some(evidence.group.clone())
    };
    match (group(known), group(event)) {
        (Some(known), Some(event)) => known == event,
        _ => true,
    }
}

/// What two tellings of one happening share.
pub(super) struct Likeness {
    pub(super) points: u32,
    people: usize,
    countries: usize,
    told_alike: bool,
}

impl Likeness {
    /// Why they are one, in a sentence.
    pub(super) fn reason(&self, title: &str) -> String {
        let kind = if self.told_alike {
            "the same kind"
        } else {
            "a kind that fits"
        };
        format!(
            "joined with “{title}”: {kind} on overlapping days, {} of the same people, {} of the same countries",
            self.people, self.countries
        )
    }
}

/// How many of the smaller cast are in the larger; somebody named twice in the larger counts once.
fn shared(a: &[Participant], b: &[Participant]) -> usize {
    let (smaller, larger) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    smaller
        .iter()
        .filter(|x| larger.iter().any(|y| same_person(&x.who, &y.who)))
        .count()
}

pub(super) fn same_person(a: &Who, b: &Who) -> bool {
    match (a, b) {
        (Who::Named(a), Who::Named(b)) => a == b || folds_to(a, &fold(b)),
        (a, b) => a == b,
    }
}

/// Whether two kinds can be one happening.
fn kinds_fit(known: &Event, event: &Event, gazetteer: Gazetteer) -> bool {
    let (a, b) = (known.kind, event.kind);
    let talk = |kind| matches!(kind, Kind::Meeting | Kind::Summit | Kind::Talks);
    let remote = |kind| matches!(kind, Kind::Call | Kind::Talks);
    let gathering = |kind| matches!(kind, Kind::Summit | Kind::Conference);
    a == b
        || talk(a) && talk(b)
        || remote(a) && remote(b)
        || gathering(a) && gathering(b) && !is_on_its_margins(known, event)
        || a == Kind::TwoPlusTwo && talk(b) && both_ministers(event, gazetteer)
        || b == Kind::TwoPlusTwo && talk(a) && both_ministers(known, gazetteer)
}

/// Whether one is of two people and the other a conference of more: they met beside it.
fn is_on_its_margins(known: &Event, event: &Event) -> bool {
    let beside = |two: &Event, all: &Event| {
        two.kind == Kind::Summit
            && all.kind == Kind::Conference
            && two.participants.len() == 2
            && all.participants.len() > 2
    };
    beside(known, event) || beside(event, known)
}

/// Whether the foreign and the defence minister of one country take part.
fn both_ministers(event: &Event, gazetteer: Gazetteer) -> bool {
    let Some(on) = event.range() else {
        return false;
    };
    let held = |kind: OfficeKind| -> Vec<CountryRow> {
        let people = event.participants.iter().filter_map(|p| match p.who {
            Who::Official(row) => Some(row),
            Who::Named(_) => None,
        });
        people
            .flat_map(|row| gazetteer.official(row).offices(on))
            .map(|tenure| gazetteer.office(tenure.office))
            .filter(|office| office.kind == kind)
            .map(|office| office.country)
            .collect()
    };
    let foreign = held(OfficeKind::ForeignMinister);
    held(OfficeKind::DefenceMinister)
        .iter()
        .any(|country| foreign.contains(country))
}

/// Whether two lists of places can be of one happening: one is empty, they share a place, or one
/// names the country of the other's.
fn places_fit(a: &[PlaceRef], b: &[PlaceRef], gazetteer: Gazetteer) -> bool {
    if a.is_empty() || b.is_empty() || a.iter().any(|place| b.contains(place)) {
        return true;
    }
    let country = |place: &PlaceRef| match place {
        PlaceRef::Known(row) => gazetteer
            .place(*row)
            .country
            .map(|c| gazetteer.country(c).name.to_string()),
        PlaceRef::Named(name) => Some(name.to_string()),
    };
    let within = |x: &PlaceRef, y: &PlaceRef| match (x, y) {
        (PlaceRef::Known(x), PlaceRef::Known(y)) => {
            gazetteer.place(*x).within == Some(*y) || gazetteer.place(*y).within == Some(*x)
        }
        _ => country(x) == country(y),
    };
    a.iter().any(|x| b.iter().any(|y| within(x, y)))
}

/// Whether the record tells an event. Its own come first and others are joined with them, so its
/// word is the first: a thousand others need not be asked.
pub(super) fn is_of_record(event: &Event) -> bool {
    let first = event.attestations.first();
    first.is_some_and(|first| matches!(first.source, SourceRef::Record(_)))
}
