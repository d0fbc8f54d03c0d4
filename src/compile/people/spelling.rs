//! Officials by family name and day, and by names that are spelt nearly so.

use super::Finder;
use super::titles::Title;
use crate::record::{CountryRow, OfficeKind, OfficialRow};
use crate::text::{edits, fold};

/// Who of a family name, given folded, held an office that fits, nearest to the day; only if one is
/// nearest.
pub(super) fn by_family(
    finder: &Finder<'_>,
    name: &str,
    kinds: &[OfficeKind],
    country: Option<CountryRow>,
) -> Option<OfficialRow> {
    let mut best: Option<(i64, OfficialRow)> = None;
    let mut tied = false;
    for &row in finder.roster.of_family(name) {
        let own = finder.gazetteer.official(row).country;
        if country.is_some_and(|country| country != own) {
            continue;
        }
        let days = match finder.now {
            Some(now) => finder.roster.distance(row, kinds, now),
            None => finder
                .roster
                .distance(row, kinds, crate::time::DateRange::ALL),
        };
        let Some(days) = days.filter(|&days| days <= 400) else {
            continue;
        };
        match best {
            Some((least, _)) if days > least => {}
            Some((least, other)) if days == least => tied |= other != row,
            _ => {
                best = Some((days, row));
                tied = false;
            }
        }
    }
    // "Chairman Kim" of the North is its head of state, though others of the name command or chair.
    let head = [OfficeKind::HeadOfState];
    if tied && kinds.len() > 1 && kinds.starts_with(&head) {
        return by_family(finder, name, &head, country);
    }
    best.filter(|_| !tied).map(|(_, row)| row)
}

/// The official of nearly this name who held an office of the title around the day.
pub(super) fn misspelt(
    finder: &Finder<'_>,
    words: &[&str],
    title: &Title<'_>,
) -> Option<OfficialRow> {
    let now = finder.now?;
    let around =
        crate::time::DateRange::spanning(now.first().plus_days(-400), now.last().plus_days(400));
    let holders = finder.roster.holders(title.kinds, title.country, around);
    let wanted: Vec<String> = words
        .iter()
        .flat_map(|w| fold(w).split('-').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let mut best: Option<(usize, OfficialRow)> = None;
    let mut tied = false;
    for row in holders {
        let spellings = finder.roster.spellings(row).iter();
        let least = spellings.filter_map(|name| distance(&wanted, name)).min();
        if let Some(least) = least {
            match best {
                Some((other, _)) if other < least => {}
                Some((other, known)) if other == least => tied |= known != row,
                _ => {
                    best = Some((least, row));
                    tied = false;
                }
            }
        }
    }
    best.filter(|_| !tied).map(|(_, row)| row)
}

/// Edits between two names, word by word in either order; `None` if they are too far apart.
fn distance(words: &[String], name: &[Box<str>]) -> Option<usize> {
    if name.len() != words.len() {
        return None;
    }
    let sum = |reversed: bool| -> Option<usize> {
        let mut total = 0;
        for (at, word) in words.iter().enumerate() {
            let to = if reversed { (at + 1) % name.len() } else { at };
            let allowed = match word.chars().count() {
                0..=2 => 0,
                3..=5 => 1,
                _ => 2,
            };
            total += edits(word, &name[to], allowed)?;
        }
        Some(total)
    };
    sum(false).into_iter().chain(sum(true)).min()
}
