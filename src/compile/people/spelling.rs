//! Officials by family name and day, and by names that are spelt nearly so.

use smallvec::SmallVec;

use super::Finder;
use super::titles::Title;
use crate::record::{CountryRow, OfficeKind, OfficialRow};
use crate::text::fold;

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

/// A bit for each letter of a word, of 64 that bytes share by chance.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |all, byte| all | 1 << (byte & 63))
}

/// Insertions, deletions, replacements and swaps of neighbours between two words; `None` if they
/// are more than `allowed`.
fn edits(a: &str, b: &str, allowed: usize) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    let (a_letters, b_letters) = (letters(a), letters(b));
    let own = (a_letters & !b_letters).count_ones();
    let other = (b_letters & !a_letters).count_ones();
    // An edit brings one letter and takes one away at most.
    if allowed == 0 || own.max(other) as usize > allowed {
        return None;
    }
    let (a_len, b_len) = (a.chars().count(), b.chars().count());
    if a_len.abs_diff(b_len) > allowed {
        return None;
    }
    let a: SmallVec<[char; 32]> = a.chars().collect();
    let b: SmallVec<[char; 32]> = b.chars().collect();
    // Row by row of the table of edits: the row before the last one, the last one, this one.
    let mut older: SmallVec<[usize; 32]> = SmallVec::new();
    let mut last: SmallVec<[usize; 32]> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row: SmallVec<[usize; 32]> = SmallVec::new();
        row.push(i);
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(older[j - 2] + 1);
            }
            row.push(least);
        }
        // No row after one that is too far gets nearer than the two before it allow.
        if i > 1 && last.iter().chain(&row).all(|&c| c > allowed) {
            return None;
        }
        older = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|&edits| edits <= allowed)
}
