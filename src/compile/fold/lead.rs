//! A lead that tells without a day what a later sentence dates: "A and B have held talks, the ministry said
//! Friday. … They met on Thursday."

use crate::chronicle::{PlaceRef, Status};
use crate::compile::draft::Draft;
use crate::record::Kind;

/// News is told at most so many days after it happened.
const NEWS: i64 = 3;

/// Whether of two meetings of the same people one has but the day on which it was told, and the other
/// lies just before that.
pub(super) fn is_told_again(known: &Draft, draft: &Draft) -> bool {
    let (told, dated) = if known.guessed {
        (known, draft)
    } else {
        (draft, known)
    };
    if known.kind == Kind::Visit && draft.kind == Kind::Visit {
        return is_same_arrival(told, dated);
    }
    let talks = |draft: &Draft| draft.gathers() || draft.kind == Kind::Call;
    let (Some(day), Some(own)) = (told.range(), dated.range()) else {
        return false;
    };
    let age = day.first().days_since(own.last());
    let same = known.people.len() == draft.people.len()
        && known.people.iter().all(|at| draft.people.contains(at));
    let apart = told.places.iter().any(is_precise)
        && dated.places.iter().any(is_precise)
        && !told.places.iter().any(|place| dated.places.contains(place));
    told.guessed
        && dated.own_date
        && own.days() == 1
        && (0..=NEWS).contains(&age)
        && talks(told)
        && talks(dated)
        && (told.kind == Kind::Call) == (dated.kind == Kind::Call)
        && told.status == Status::Held
        && dated.status == Status::Held
        && same
        && known.people.len() > 1
        && known.group == draft.group
        && !apart
}

/// "The envoy arrived in A on Monday. … B told reporters upon arriving in A": one journey.
fn is_same_arrival(told: &Draft, dated: &Draft) -> bool {
    let (Some(day), Some(own)) = (told.range(), dated.range()) else {
        return false;
    };
    let age = day.first().days_since(own.last());
    let one = told.people == dated.people || dated.people.is_empty() && told.people.len() == 1;
    told.guessed
        && dated.own_date
        && own.days() == 1
        && (0..=NEWS).contains(&age)
        && told.status == Status::Held
        && dated.status == Status::Held
        && one
        && told.group.is_none()
        && !told.places.is_empty()
        && told.places == dated.places
        && told.countries.iter().all(|c| dated.countries.contains(c))
}

/// Whether a place is one on the map, not a country alone.
pub(super) fn is_precise(place: &PlaceRef) -> bool {
    matches!(place, PlaceRef::Known(_))
}
