//! Journeys that are told twice: as a whole and by their stops, in a heading, without a name at first.

use crate::chronicle::PlaceRef;
use crate::compile::draft::Draft;
use crate::record::Kind;

/// So many days hold a journey that is told with its week alone.
const WEEK: i64 = 7;

/// "A senior US official will visit Seoul next week. … Under Secretary A will visit Japan and South Korea from
/// Monday to Thursday": one journey, first told without a name.
pub(super) fn is_their_visit(known: &Draft, draft: &Draft) -> bool {
    let (nobody, people) = if known.people.is_empty() {
        (known, draft)
    } else {
        (draft, known)
    };
    let (Some(week), Some(days)) = (nobody.range(), people.range()) else {
        return false;
    };
    let parties = |draft: &Draft| {
        let mut parties = draft.countries.clone();
        parties.retain(|&country| draft.is_party(country));
        parties
    };
    nobody.people.is_empty()
        && !people.people.is_empty()
        && known.kind == Kind::Visit
        && draft.kind == Kind::Visit
        && known.status == draft.status
        && nobody.own_date
        && people.own_date
        && week.days() <= WEEK
        && week.covers(days)
        && !nobody.hosts.is_empty()
        && nobody.hosts.iter().all(|host| people.hosts.contains(host))
        && parties(nobody).len() == 1
        && parties(nobody) == parties(people)
}

/// Whether one of two is a stop, with its own days, of the journey to several places that the other is.
pub(super) fn is_stop(known: &Draft, draft: &Draft) -> bool {
    let (Some(a), Some(b)) = (known.range(), draft.range()) else {
        return false;
    };
    let (journey, stop) = if a.days() > b.days() {
        (known, draft)
    } else {
        (draft, known)
    };
    known.kind == Kind::Visit
        && a.days() != b.days()
        && journey.own_date
        && stop.own_date
        && stop.places.len() == 1
        && journey.places.len() > 1
        && journey.places.contains(&stop.places[0])
}

/// One place a country, the other a city in it: the places of a journey are not in conflict.
pub(super) fn nested_visit(known: &Draft, draft: &Draft) -> bool {
    known.countries.len() > 1
        && draft.countries.len() > 1
        && (draft.countries.iter().all(|c| known.countries.contains(c))
            || known.countries.iter().all(|c| draft.countries.contains(c)))
        && (known.range() == draft.range() || draft.date.is_none())
        && known.places.iter().any(|p| matches!(p, PlaceRef::Named(_)))
            != draft.places.iter().any(|p| matches!(p, PlaceRef::Named(_)))
}

/// Whether a heading without a day names countries of a journey whose cities the text names.
pub(super) fn heading_of_journey(known: &Draft, draft: &Draft) -> bool {
    draft.weak
        && draft.date.is_none()
        && draft.countries.iter().all(|c| known.countries.contains(c))
}
