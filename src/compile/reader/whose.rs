//! Whose a happening is that names no country: "the two governments", "they announced", a test.

use super::cast::Cast;
use super::{Line, Reader};
use crate::compile::clauses::Clause;
use crate::compile::items::What;
use crate::compile::lexicon::{Lexicon, Need};
use crate::compile::triggers::Trigger;
use crate::record::{CountryRow, Kind};

/// A pronoun looks back so many bytes for a country.
const NEAR: u32 = 200;

/// Whether "the two governments" or "both countries" stands between two items.
fn both(line: &Line<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        matches!(line.row.lower(at), "two" | "both")
            && matches!(
                line.row.lower(at + 1),
                "governments"
                    | "countries"
                    | "sides"
                    | "nations"
                    | "neighbors"
                    | "neighbours"
                    | "allies"
            )
    })
}

/// So many words may stand between an attempt and what is attempted.
const ATTEMPT: usize = 5;

/// Whose attempt it is: "condemned North Korea's attempt on May 27 to launch a satellite".
fn attempts(line: &Line<'_>, verb: usize) -> Option<CountryRow> {
    let row = &line.row;
    let to = verb.checked_sub(1).filter(|&at| row.lower(at) == "to")?;
    let noun = (to.saturating_sub(ATTEMPT)..to)
        .rev()
        .find(|&at| matches!(row.lower(at), "attempt" | "attempts" | "bid" | "move"))?;
    match row.what_before(noun.checked_sub(1)?) {
        Some(What::Country(country, _)) => Some(*country),
        Some(What::Place(_, government)) => *government,
        _ => None,
    }
}

impl Reader<'_> {
    /// Leaves to a test whose verb stands at an item only those who test.
    pub(super) fn test(line: &Line<'_>, clause: &Clause, verb: usize, cast: &mut Cast) {
        Self::drop_targets(line, clause, cast);
        if let Some(country) = attempts(line, verb) {
            cast.people.clear();
            cast.countries = vec![country];
        }
    }

    /// Leaves out the countries at which a test is only aimed.
    fn drop_targets(line: &Line<'_>, clause: &Clause, cast: &mut Cast) {
        let row = &line.row;
        let own = |at: usize| match row.what(at) {
            Some(What::Country(row, _) | What::Place(_, Some(row))) => Some(*row),
            _ => None,
        };
        cast.countries.retain(|&country| {
            let mut named = (clause.from..clause.to).filter(|&at| own(at) == Some(country));
            let first = named.next();
            first.is_none_or(|first| !aimed(line, first) || named.any(|at| !aimed(line, at)))
        });
    }

    /// The two countries of those who were named last, or else the two named last, where "the two
    /// governments" stands between two items; none if there is but one.
    pub(super) fn last_two(&self, line: &Line<'_>, from: usize, to: usize) -> Vec<CountryRow> {
        if both(line, from, to) {
            let people = self.two_of_people(line);
            people.unwrap_or_else(|| self.two_before(line))
        } else {
            Vec::new()
        }
    }

    /// The two countries named last before a sentence; none if there is but one.
    pub(super) fn two_before(&self, line: &Line<'_>) -> Vec<CountryRow> {
        let mut countries = self.named_before(line, 3 * NEAR);
        countries.truncate(if countries.len() < 2 { 0 } else { 2 });
        countries
    }

    /// The country named last before a sentence, for "they announced".
    pub(super) fn told_before(&self, line: &Line<'_>) -> Option<CountryRow> {
        self.named_before(line, NEAR).first().copied()
    }

    /// Whose a test or a statement is that names no country: the sentence's, for a test the North's
    /// first, but no country at which it is aimed. A test of which the sentence names no country is the
    /// North's where that was named just before; one that has a subject of its own ("the navy") nobody's.
    pub(super) fn nearest_country(
        &self,
        line: &Line<'_>,
        clause: &Clause,
        trigger: &Trigger,
        kind: Kind,
    ) -> Option<CountryRow> {
        let row = &line.row;
        let test = kind == Kind::Test;
        if test && acts(line, self.lexicon, clause, trigger) {
            return None;
        }
        let named: Vec<CountryRow> = row
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| match item.what {
                What::Country(row, _) | What::Place(_, Some(row))
                    if !(test && trigger.is_verb() && aimed(line, at)) =>
                {
                    Some(row)
                }
                _ => None,
            })
            .collect();
        let north = self.gazetteer.country_by_code("KP").filter(|_| test);
        let told = || {
            let just_before = self.named_before(line, 3 * NEAR);
            north.filter(|north| just_before.contains(north))
        };
        north
            .filter(|north| named.contains(north))
            .or_else(|| named.first().copied())
            .or_else(told)
    }

    /// The countries of those whom a sentence or the ones just before it name, if they are two: "The war
    /// in X came up between A and B. The two sides …" is not about X.
    fn two_of_people(&self, line: &Line<'_>) -> Option<Vec<CountryRow>> {
        let start = line.row.sentence.span.start;
        let until = self
            .page
            .sentences
            .partition_point(|s| s.span.start <= start);
        let near = self.page.sentences.get(..until)?.iter().rev();
        let mut countries = Vec::new();
        for sentence in near.take_while(|s| start - s.span.end.min(start) < 3 * NEAR) {
            for naming in self.people.namings_in(sentence.span) {
                for &at in &naming.entities {
                    let country = self.people.entities[at].country;
                    countries.extend(country.filter(|country| !countries.contains(country)));
                }
            }
            if countries.len() >= 2 {
                break;
            }
        }
        (countries.len() == 2).then_some(countries)
    }

    /// The countries named within so many bytes before a sentence, the last first.
    fn named_before(&self, line: &Line<'_>, far: u32) -> Vec<CountryRow> {
        let start = line.row.sentence.span.start;
        let before = self.page.mentions.partition_point(|m| m.span.start < start);
        let near = self.page.mentions.get(..before).unwrap_or_default();
        let near = near.iter().rev();
        let mut countries = Vec::new();
        for mention in near.take_while(|m| start - m.span.end.min(start) < far) {
            if let Some((row, _)) = mention.meaning.country
                && !countries.contains(&row)
            {
                countries.push(row);
            }
        }
        countries
    }

    /// Whose an agreement is of which its clause names nobody: the states of the sentence; of "It was
    /// signed in 2007" and "The pact was signed" the two that were named just before.
    pub(super) fn parties(
        &self,
        line: &Line<'_>,
        kind: Kind,
        clause: &Clause,
        verb: usize,
        cast: &mut Cast,
    ) {
        let named = !cast.countries.is_empty() || !cast.people.is_empty();
        // "The talks would resume in March": those between the two that were named last.
        let talks =
            kind == Kind::Talks && line.row.lower(clause.from) == "the" && verb > clause.from;
        if talks && !named {
            cast.countries = self.two_before(line);
        }
        if kind != Kind::Agreement || named {
            return;
        }
        let row = &line.row;
        let start = clause.from;
        let short = match row.lower(start) {
            "it" => true,
            "the" | "this" => start + 3 == verb,
            _ => false,
        };
        let it = short && matches!(row.before(verb), "was" | "were");
        for item in &row.items {
            if let What::Country(row, _) = item.what {
                cast.country(Some(row));
            }
        }
        if cast.countries.is_empty() && it {
            cast.countries = self.two_before(line);
        }
    }
}

/// Whether a country is what something is aimed at: "a warning to North Korea", "towards Japan".
fn aimed(line: &Line<'_>, at: usize) -> bool {
    let article = usize::from(line.row.before(at) == "the");
    matches!(
        line.row.before(at - article),
        "to" | "at" | "against" | "toward" | "towards" | "over" | "off" | "into" | "near"
    )
}

/// Whether a verb has a subject of its own that is no country: "the Air Force test-fired"; not "two
/// missiles fired", "it test-fired" or "was launched".
fn acts(line: &Line<'_>, lexicon: &Lexicon, clause: &Clause, trigger: &Trigger) -> bool {
    let row = &line.row;
    let adverb = |at: usize| {
        row.lower(at).ends_with("ly") || matches!(row.lower(at), "also" | "has" | "had" | "again")
    };
    let Some(subject) = (clause.from..trigger.from).rev().find(|&at| !adverb(at)) else {
        return false;
    };
    let small = matches!(
        row.lower(subject),
        "it" | "they"
            | "he"
            | "she"
            | "we"
            | "and"
            | "which"
            | "that"
            | "who"
            | "to"
            | "by"
            | "of"
            | "in"
            | "after"
            | "before"
            | "regime"
            | "country"
            | "nation"
            | "state"
            | "be"
            | "been"
            | "being"
            | "was"
            | "were"
            | "is"
            | "are"
            | "not"
    );
    // "A missile test took place".
    let told = |t: &Trigger| !t.is_verb() && t.from <= subject && subject < t.to;
    trigger.is_verb()
        && row.is_word(subject)
        && !small
        && !line.triggers.iter().any(told)
        && !lexicon.supplies(Need::Arms, row.id(subject))
}
