//! Who takes part in a happening, and where, as its clause tells.

use super::{Line, Reader};
use crate::chronicle::PlaceRef;
use crate::compile::clauses::Clause;
use crate::compile::happenings::{Happening, region_end};
use crate::compile::items::What;
use crate::compile::lexicon::Lexicon;
use crate::gazetteer::CountryForm;
use crate::record::{CountryRow, Kind};

/// Who and where, as the clause of a happening tells.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) people: Vec<usize>,
    pub(super) countries: Vec<CountryRow>,
    pub(super) places: Vec<PlaceRef>,
    pub(super) group: Option<String>,
    pub(super) speaker: bool,
}

impl Cast {
    fn country(&mut self, country: Option<CountryRow>) {
        if let Some(country) = country
            && !self.countries.contains(&country)
        {
            self.countries.push(country);
        }
    }
}

impl Reader<'_> {
    pub(super) fn cast(&self, line: &Line<'_>, happening: &Happening) -> Cast {
        let clause = line.clauses[happening.clause];
        let anchor = happening
            .verb
            .or_else(|| happening.nouns.first().copied())
            .unwrap_or(0);
        let trigger = &line.triggers[anchor];
        let last = happening
            .nouns
            .last()
            .map_or(trigger.to, |&at| line.triggers[at].to.max(trigger.to));
        let first = happening
            .nouns
            .first()
            .map_or(trigger.from, |&at| line.triggers[at].from.min(trigger.from));
        let (from, to) = bounds(line, happening, &clause, anchor);
        let mut cast = Cast::default();
        let visit = happening.kind == Kind::Visit && happening.verb.is_some();
        // Subjects.
        self.gather(line, from, first, &mut cast, true);
        if (cast.people.is_empty() && cast.countries.is_empty()
            || happening.verb.is_some()
                && cast.people.is_empty()
                && pronoun_or_empty(line, from, first))
            && let Some((from, to)) = subject_of(line, happening.clause, first)
        {
            self.gather(line, from, to, &mut cast, true);
        }
        cast.speaker = (clause.from..first).any(|at| self.lexicon.is_speaker(line.row.lower(at)));
        // Objects.
        let start = if happening.nouns.is_empty() {
            trigger.to
        } else {
            first
        };
        if visit {
            self.targets(line, trigger.to.min(last), to, &mut cast);
        } else {
            self.gather(line, start, to, &mut cast, false);
        }
        if matches!(happening.kind, Kind::Meeting | Kind::Talks | Kind::Call) {
            let end = to.min(line.row.len());
            let named = (last..end.min(last + 5))
                .any(|at| matches!(line.row.what(at), Some(What::People(_))));
            if !named {
                cast.group = group(line, last, end, self.lexicon);
            }
        }
        cast
    }

    /// People, countries and places between two items.
    fn gather(&self, line: &Line<'_>, from: usize, to: usize, cast: &mut Cast, subject: bool) {
        for at in from..to.min(line.row.len()) {
            match line.row.what(at) {
                Some(What::People(people)) => {
                    for &person in people {
                        if !cast.people.contains(&person) {
                            cast.people.push(person);
                        }
                        cast.country(self.people.entities[person].country);
                    }
                }
                Some(What::Country(row, form)) => {
                    cast.country(Some(*row));
                    let within = matches!(line.row.before(at), "in" | "at");
                    if !subject && within && *form == CountryForm::Name {
                        let name = self.gazetteer.country(*row).name.clone();
                        cast.places.push(PlaceRef::Named(name));
                    }
                }
                Some(What::Place(place, government)) => {
                    let before = line.row.before(at);
                    let local = matches!(
                        before,
                        "in" | "at"
                            | "near"
                            | "off"
                            | "from"
                            | "outside"
                            | "to"
                            | "into"
                            | ","
                            | "and"
                            | "of"
                    ) || !subject;
                    match government {
                        Some(country) if !local || before == "and" && subject => {
                            cast.country(Some(*country));
                        }
                        _ => {
                            if matches!(
                                before,
                                "in" | "at" | "near" | "off" | "outside" | "," | "the"
                            ) || subject && local
                            {
                                let place = PlaceRef::Known(*place);
                                if !cast.places.contains(&place) && before != "from" {
                                    cast.places.push(place);
                                }
                            } else {
                                cast.country(*government);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Where a visit goes: the places of its clause, or the countries where there are none.
    fn targets(&self, line: &Line<'_>, from: usize, to: usize, cast: &mut Cast) {
        let mut countries = Vec::new();
        for at in from..to.min(line.row.len()) {
            match line.row.what(at) {
                Some(What::Place(row, government)) if line.row.before(at) != "from" => {
                    let place = PlaceRef::Known(*row);
                    if !cast.places.contains(&place) {
                        cast.places.push(place);
                    }
                    let country = self.gazetteer.place(*row).country.or(*government);
                    cast.country(country);
                }
                Some(What::Country(row, CountryForm::Name | CountryForm::Metonym)) => {
                    if line.row.lower(at + 1) != "'s" {
                        countries.push(*row);
                    }
                    cast.country(Some(*row));
                }
                Some(What::People(people))
                    if matches!(line.row.before(at), "with" | "and" | "by") =>
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
                    if line.row.lower(at) == "to"
                        && line
                            .triggers
                            .iter()
                            .any(|t| t.from > at && t.from <= at + 2 && t.is_verb()) =>
                {
                    break;
                }
                _ => {}
            }
        }
        if cast.places.is_empty() {
            for row in countries {
                let place = PlaceRef::Named(self.gazetteer.country(row).name.clone());
                if !cast.places.contains(&place) {
                    cast.places.push(place);
                }
            }
        }
    }
}

/// From where to where what belongs to a happening stands.
fn bounds(
    line: &Line<'_>,
    happening: &Happening,
    clause: &Clause,
    anchor: usize,
) -> (usize, usize) {
    let trigger = &line.triggers[anchor];
    let previous = line.triggers[..anchor].iter().rev().find(|t| {
        t.is_verb()
            && t.from >= clause.from
            && !happening
                .nouns
                .iter()
                .any(|&n| line.triggers[n].from <= t.from)
    });
    let from = previous.map_or(clause.from, |t| {
        if happening.verb.is_some() {
            t.to
        } else {
            clause.from.max(t.to)
        }
    });
    let to = region_end(&line.triggers, clause, anchor).max(trigger.to);
    (from.min(trigger.from), to)
}

/// Whether nobody stands between two items.
fn pronoun_or_empty(line: &Line<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        !matches!(
            line.row.what(at),
            Some(What::People(_) | What::Country(_, CountryForm::Name | CountryForm::Metonym))
        )
    })
}

/// The subject that a clause goes on with: what stands before the first verb of the clause, or of
/// the clauses before it.
fn subject_of(line: &Line<'_>, clause: usize, before: usize) -> Option<(usize, usize)> {
    for at in (0..=clause).rev() {
        let clause = line.clauses[at];
        let verb = line
            .triggers
            .iter()
            .find(|t| t.is_verb() && t.from >= clause.from && t.from < clause.to);
        let end = verb.map_or(clause.to, |t| t.from).min(before);
        let has = (clause.from..end).any(|at| {
            matches!(
                line.row.what(at),
                Some(
                    What::People(_)
                        | What::Country(_, CountryForm::Name | CountryForm::Metonym)
                        | What::Place(_, Some(_))
                )
            )
        });
        if has {
            return Some((clause.from, end));
        }
    }
    None
}

/// The words for people without names behind a verb: "with business leaders".
fn group(line: &Line<'_>, from: usize, to: usize, lexicon: &Lexicon) -> Option<String> {
    let with =
        (from.saturating_sub(1)..to.min(from + 4)).find(|&at| line.row.lower(at) == "with")?;
    let mut words = Vec::new();
    for at in with + 1..to.min(with + 9) {
        let word = line.row.lower(at);
        if line.row.is_word(at)
            && !matches!(word, "to" | "on" | "in" | "and" | "at" | "during" | "for")
        {
            words.push(word.to_owned());
            if lexicon.is_human(word) {
                return Some(words.join(" "));
            }
        } else if !matches!(line.row.what(at), Some(What::Country(..))) {
            break;
        }
    }
    None
}
