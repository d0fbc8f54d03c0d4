//! Whose a happening is that names no country: "the two governments", "they announced", a test.

use super::cast::Cast;
use super::{Line, Reader};
use crate::compile::items::What;
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

impl Reader<'_> {
    /// The two countries named last, where "the two governments" stands between two items; none if
    /// there is but one.
    pub(super) fn last_two(&self, line: &Line<'_>, from: usize, to: usize) -> Vec<CountryRow> {
        let mut countries = Vec::new();
        if !both(line, from, to) {
            return countries;
        }
        let end = line.row.sentence.span.start;
        let before = self.page.mentions.partition_point(|m| m.span.start < end);
        let near = self.page.mentions.get(..before).unwrap_or_default();
        let near = near
            .iter()
            .rev()
            .take_while(|m| end - m.span.end.min(end) < 3 * NEAR);
        for (row, _) in near.filter_map(|m| m.meaning.country) {
            if countries.len() < 2 && !countries.contains(&row) {
                countries.push(row);
            }
        }
        if countries.len() < 2 {
            countries.clear();
        }
        countries
    }

    /// The country named last before a sentence, for "they announced".
    pub(super) fn told_before(&self, line: &Line<'_>) -> Option<CountryRow> {
        let start = line.row.sentence.span.start;
        let before = self.page.mentions.partition_point(|m| m.span.start < start);
        let near = self.page.mentions.get(..before)?.iter().rev();
        let mut near = near.take_while(|m| start - m.span.end.min(start) < NEAR);
        near.find_map(|m| m.meaning.country).map(|(row, _)| row)
    }

    /// Whose a test or a statement is that names no country: the sentence's, for a test the North's
    /// first; then the document's.
    pub(super) fn nearest_country(&self, line: &Line<'_>, kind: Kind) -> Option<CountryRow> {
        let north = self
            .gazetteer
            .country_by_code("KP")
            .filter(|_| kind == Kind::Test);
        let named: Vec<CountryRow> = line
            .row
            .items
            .iter()
            .filter_map(|item| match item.what {
                What::Country(row, _) | What::Place(_, Some(row)) => Some(row),
                _ => None,
            })
            .collect();
        let everywhere = || {
            let known = |m: &crate::gazetteer::Mention<'_>| m.meaning.country;
            self.page
                .mentions
                .iter()
                .filter_map(known)
                .map(|(row, _)| row)
        };
        if let Some(north) = north
            && (named.contains(&north) || named.is_empty() && everywhere().any(|row| row == north))
        {
            return Some(north);
        }
        named.first().copied().or_else(|| everywhere().next())
    }

    /// Whose an agreement is of which its clause names nobody: the states of the sentence, else, where
    /// the clause is about it ("it was signed in 2007"), the first two of the document.
    pub(super) fn parties(&self, line: &Line<'_>, kind: Kind, verb: usize, cast: &mut Cast) {
        let named = !cast.countries.is_empty() || !cast.people.is_empty();
        if kind != Kind::Agreement || named {
            return;
        }
        let told = matches!(line.row.before(verb), "was" | "were");
        for item in &line.row.items {
            if let What::Country(row, _) = item.what {
                cast.country(Some(row));
            }
        }
        if cast.countries.is_empty() && told {
            for mention in &self.page.mentions {
                if cast.countries.len() < 2 {
                    cast.country(mention.meaning.country.map(|(row, _)| row));
                }
            }
        }
    }
}
