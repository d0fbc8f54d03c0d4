//! Where a journey goes, and who else is on it.

use super::bounds::is_infinitive;
use super::bystander::{Role, is_owner, role};
use super::cast::Cast;
use super::{Line, Reader};
use crate::chronicle::PlaceRef;
use crate::compile::items::What;
use crate::document::BlockKind;
use crate::gazetteer::CountryForm;
use crate::record::CountryRow;

/// How verbs of leaving begin.
const LEAVES: [&str; 3] = ["leav", "left", "depart"];

/// Where a journey is told from which somebody returns: "returned to Seoul from a trip to Washington".
pub(super) fn returns_from(line: &Line<'_>, verb: usize, to: usize) -> Option<usize> {
    let row = &line.row;
    let journey = |at: usize| matches!(row.lower(at), "trip" | "visit" | "tour" | "journey");
    let from = |&at: &usize| row.lower(at) == "from" && (at + 1..at + JOURNEY).any(journey);
    let returns = row.lower(verb).starts_with("return");
    (verb..to).find(from).filter(|_| returns)
}

/// So many words stand between "from" and the journey at most.
const JOURNEY: usize = 5;

impl Reader<'_> {
    /// Whether a person is met on a journey or invites to it, and does not travel: "visit Seoul for talks
    /// with A", "at the invitation of A".
    fn is_host(line: &Line<'_>, from: usize, at: usize) -> bool {
        let meets = (from..at).any(|at| {
            line.row.lower(at) == "for" && !matches!(line.row.what(at + 1), Some(What::Time(_)))
                || line.row.lower(at) == "invitation"
        });
        meets && matches!(line.row.before(at), "with" | "of" | "and")
    }

    /// Whether a state only says whose something is: "bases of the United States Air Force", "her first
    /// trip as U.S. secretary of state".
    fn is_attribute(&self, line: &Line<'_>, at: usize) -> bool {
        let row = &line.row;
        let heading = row.sentence.block == Some(BlockKind::Heading);
        let name = row.is_word(at + 1) && row.items[at + 1].capital && !heading;
        name || self.lexicon.is_head(row.id(at + 1)) || self.lexicon.calls_people(row.id(at + 1))
    }

    /// Where a visit goes: the places of its clause, or the countries where there are none.
    pub(super) fn targets(&self, line: &Line<'_>, from: usize, to: usize, cast: &mut Cast) {
        let mut countries = Vec::new();
        let mut strange = Vec::new();
        // "left Pyongyang for Moscow": where from.
        let home = |at: usize| {
            let before = line.row.before(at);
            before == "from" || LEAVES.iter().any(|stem| before.starts_with(stem))
        };
        for at in from..to.min(line.row.len()) {
            match line.row.what(at) {
                Some(What::Place(row, government)) if !home(at) => {
                    let place = PlaceRef::Known(*row);
                    if !cast.places.contains(&place) {
                        cast.places.push(place);
                    }
                    let country = self.gazetteer.place(*row).country.or(*government);
                    cast.country(country);
                }
                Some(What::Country(row, CountryForm::Name | CountryForm::Metonym)) => {
                    // "met A B of Japan": whose minister that is, and no stop of the journey.
                    let of = at - usize::from(line.row.before(at) == "the");
                    let somebodys = line.row.before(of) == "of"
                        && of >= from + 2
                        && matches!(line.row.what(of - 2), Some(What::People(_)));
                    if somebodys
                        || self.is_attribute(line, at)
                        || matches!(line.row.lower(at + 1), "'s" | "'")
                    {
                        continue;
                    }
                    countries.push(*row);
                    cast.country(Some(*row));
                }
                Some(What::People(people))
                    if matches!(line.row.before(at), "with" | "and" | "by" | "of")
                        && !Self::is_host(line, from, at)
                        && role(line, self.lexicon, at) == Role::Part =>
                {
                    cast.people.extend(
                        people
                            .iter()
                            .copied()
                            .filter(|p| !cast.people.contains(p))
                            .collect::<Vec<_>>(),
                    );
                }
                Some(What::Word)
                    if line.row.lower(at) == "to" && at > from && is_infinitive(line, at) =>
                {
                    break;
                }
                Some(What::Word) if at < from + 6 && is_strange_place(line, at) => strange.push(at),
                _ => {}
            }
        }
        if cast.places.is_empty() && countries.is_empty() && !strange.is_empty() {
            let span = line.row.span(strange[0], strange[strange.len() - 1] + 1);
            if span.len() < 40 {
                let name = span.of(self.page.text()).replace('\n', " ");
                cast.places.push(PlaceRef::Named(name.into()));
            }
        }
        // "Tokyo and Singapore": a country that none of the places is in is a place of its own.
        let within = |row: CountryRow| {
            let inside = |place: &PlaceRef| match place {
                PlaceRef::Known(place) => self.gazetteer.place(*place).country == Some(row),
                PlaceRef::Named(_) => true,
            };
            cast.places.iter().any(inside)
        };
        countries.retain(|&row| !within(row));
        for row in countries {
            let place = PlaceRef::Named(self.gazetteer.country(row).name.clone());
            if !cast.places.contains(&place) {
                cast.places.push(place);
            }
        }
    }
}

/// Whom somebody visits, right behind the words for it: "visited A in Kyoto", "paid a visit to US
/// President-elect A".
pub(super) fn visited<'l>(line: &'l Line<'_>, from: usize) -> Option<&'l [usize]> {
    let title = |at: &usize| {
        matches!(line.row.what(*at), Some(What::Country(..)))
            || matches!(line.row.lower(*at), "to" | "the")
            || line.row.is_word(*at) && line.row.items[*at].capital
    };
    let at = (from..=from + VISITED).find(|at| !title(at))?;
    match line.row.what(at) {
        Some(What::People(people)) if !is_owner(line, at) => Some(people),
        _ => None,
    }
}

/// So many words stand between a visit and whom it is paid to.
const VISITED: usize = 4;

/// Whether a name that nobody knows can be a place: not "Asian" in "four Asian countries".
fn is_strange_place(line: &Line<'_>, at: usize) -> bool {
    let row = &line.row;
    let next = row.is_word(at + 1) && !row.items[at + 1].capital;
    let plural = next && row.lower(at + 1).ends_with('s');
    let elect = row.lower(at).ends_with("-elect");
    row.is_strange(at) && !elect && !(row.lower(at).ends_with("an") && plural)
}
