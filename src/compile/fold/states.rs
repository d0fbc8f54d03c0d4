//! Tellings that name states and nobody of them: headings, meetings of officials without names.

use crate::compile::draft::Draft;
use crate::record::{CountryRow, Kind};

/// Whether one of two tellings is a heading that names two states and nobody: "X, Y leaders meet".
pub(super) fn of_the_same_states(known: &Draft, draft: &Draft) -> bool {
    let (heading, other) = if draft.weak {
        (draft, known)
    } else {
        (known, draft)
    };
    heading.weak
        && heading.people.is_empty()
        && heading.countries.len() > 1
        && heading
            .countries
            .iter()
            .all(|c| other.countries.contains(c))
}

/// Whether one of two names nobody, and a state besides those of the people of the other: "officials of
/// A, B and C met" is not the meeting of two ministers of A and B.
pub(super) fn others_take_part(known: &Draft, draft: &Draft) -> bool {
    let (nobody, people) = if known.people.is_empty() {
        (known, draft)
    } else {
        (draft, known)
    };
    let other =
        |&country: &CountryRow| nobody.is_party(country) && !people.countries.contains(&country);
    known.kind != Kind::Visit
        && !people.people.is_empty()
        && people.countries.len() > 1
        && !nobody.weak
        && nobody.countries.iter().any(other)
}

/// So many days hold one meeting of the same states.
const WEEK: i64 = 7;

/// "The negotiators of A and B will meet next week. … C will meet his counterpart D on Wednesday": one
/// meeting, of the same states, whose week is told before its day.
pub(super) fn is_of_their_states(known: &Draft, draft: &Draft) -> bool {
    let (nobody, people) = if known.people.is_empty() {
        (known, draft)
    } else {
        (draft, known)
    };
    let (Some(week), Some(day)) = (nobody.range(), people.range()) else {
        return false;
    };
    let parties = |draft: &Draft| {
        let mut parties = draft.countries.clone();
        parties.retain(|&country| draft.is_party(country));
        parties.sort_unstable();
        parties
    };
    nobody.people.is_empty()
        && people.people.len() > 1
        && known.gathers()
        && draft.gathers()
        && known.status == draft.status
        && nobody.own_date
        && people.own_date
        && day.days() == 1
        && (2..=WEEK).contains(&week.days())
        && week.covers(day)
        && parties(nobody).len() > 1
        && parties(nobody) == parties(people)
}

/// Whether two met whose states are fewer than those of the other meeting, and a verb and a day of its own
/// tell it: ministers of two states also meet without the third.
pub(super) fn is_of_fewer(known: &Draft, draft: &Draft) -> bool {
    let sides = |draft: &Draft| {
        let party = |country: &&CountryRow| draft.is_party(**country);
        draft.countries.iter().filter(party).count()
    };
    let (two, more) = if known.people.len() < draft.people.len() {
        (known, draft)
    } else {
        (draft, known)
    };
    two.people.len() == 2
        && sides(two) == 2
        && sides(more) > 2
        && two.gathers()
        && more.gathers()
        && two.own_date
        && more.own_date
        && !two.weak
        && !two.anaphor
}
