//! Officials by family name and day, and by names that are spelt nearly so.

use super::Finder;
use super::titles::Title;
use crate::record::{CountryRow, OfficeKind, OfficialRow};
use crate::text::fold;

/// Who of a family name held an office that fits, nearest to the day; only if one is nearest.
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
    best.filter(|_| !tied).map(|(_, row)| row)
}

/// The official of nearly this name who held an office of the title around the day.
pub(super) fn misspelt(finder: &Finder<'_>, words: &[&str], title: &Title) -> Option<OfficialRow> {
    let now = finder.now?;
    let around =
        crate::time::DateRange::spanning(now.first().plus_days(-400), now.last().plus_days(400));
    let holders = finder.roster.holders(&title.kinds, title.country, around);
    let wanted: Vec<String> = words
        .iter()
        .flat_map(|w| fold(w).split('-').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let mut best: Option<(usize, OfficialRow)> = None;
    let mut tied = false;
    for row in holders {
        let official = finder.gazetteer.official(row);
        let spellings = std::iter::once(&official.name).chain(&official.aliases);
        let least = spellings.filter_map(|s| distance(&wanted, &fold(s))).min();
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
fn distance(words: &[String], name: &str) -> Option<usize> {
    let other: Vec<&str> = name
        .split([' ', '-'])
        .filter(|w| w.chars().count() > 1 && !w.ends_with('.'))
        .collect();
    if other.len() != words.len() {
        return None;
    }
    let sum = |reversed: bool| -> Option<usize> {
        let mut total = 0;
        for (at, word) in words.iter().enumerate() {
            let to = if reversed { (at + 1) % other.len() } else { at };
            let edits = edits(word, other[to]);
            let allowed = match word.chars().count() {
                0..=2 => 0,
                3..=5 => 1,
                _ => 2,
            };
            if edits > allowed {
                return None;
            }
            total += edits;
        }
        Some(total)
    };
    sum(false).into_iter().chain(sum(true)).min()
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
fn edits(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}
