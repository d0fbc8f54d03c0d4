//! Two ministers can meet on the day of their meeting with a third: those are two meetings.

use smallvec::SmallVec;

use super::Event;
use crate::chronicle::{PlaceRef, Who};
use crate::gazetteer::Gazetteer;
use crate::record::CountryRow;

/// Whether one of two meetings has fewer sides: somebody of the other is of a state that it lacks.
pub(super) fn is_of_fewer_sides(known: &Event, event: &Event, gazetteer: Gazetteer) -> bool {
    let (left, right) = (sides(known, gazetteer), sides(event, gazetteer));
    let lacks = |event: &Event, own: &[CountryRow], others: &[CountryRow]| {
        let is_side = |state| own.contains(state) || is_party(event, own, *state, gazetteer);
        !others.iter().all(is_side)
    };
    lacks(known, &left, &right) || lacks(event, &right, &left)
}

/// The states of those whom the title names: who else came is seldom told by everybody.
fn sides(event: &Event, gazetteer: Gazetteer) -> SmallVec<[CountryRow; 4]> {
    let people = event.participants.iter();
    let named = people.filter(|person| match &person.who {
        Who::Official(row) => {
            let official = gazetteer.official(*row);
            let family = official.family.as_str();
            let name = if family.is_empty() {
                official.name.as_str()
            } else {
                family
            };
            event.title.contains(name)
        }
        Who::Named(name) => event.title.contains(name.as_str()),
    });
    named.filter_map(|person| person.state(gazetteer)).collect()
}

/// Whether a state takes part of which a telling names nobody. Where two sides are named, the country
/// in which they meet is none.
fn is_party(event: &Event, own: &[CountryRow], state: CountryRow, gazetteer: Gazetteer) -> bool {
    let two = own.iter().any(|other| Some(other) != own.first());
    let host = event.places.iter().any(|place| match place {
        PlaceRef::Known(row) => gazetteer.place(*row).country == Some(state),
        PlaceRef::Named(_) => false,
    });
    event.countries.contains(&state) && !(two && host)
}
