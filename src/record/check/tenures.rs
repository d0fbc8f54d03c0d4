//! An office of one holder has one holder.

use std::collections::BTreeMap;

use super::Checker;
use crate::record::raw::{Rule, Until};
use crate::record::resolve::days;

/// A tenure, as far as overlaps go.
struct Held<'d> {
    /// First and last day that the holder certainly had.
    days: (i32, i32),
    name: &'d str,
    file: usize,
    at: usize,
    excused: bool,
}

pub(super) fn check(checker: &mut Checker<'_>) {
    let data = checker.data;
    let mut offices: BTreeMap<&str, Vec<Held<'_>>> = BTreeMap::new();
    for row in &data.officials {
        for tenure in &row.row.tenures {
            let (at, tenure) = (tenure.span().start, tenure.get_ref());
            let (Some(from), Some(to)) = (&tenure.from, &tenure.to) else {
                continue;
            };
            let (_, last) = days(Some(from), Some(to));
            let last = match to {
                Until::Open => last,
                Until::Day(when) => when.edtf.range().first().ordinal(),
            };
            let held = Held {
                days: (from.edtf.range().last().ordinal(), last),
                name: row.row.name.get_ref(),
                file: row.file,
                at,
                excused: tenure.acting || tenure.allow.contains_key(&Rule::Overlap),
            };
            if from.edtf.range().first().ordinal() > days(None, Some(to)).1 {
                let message = format!("{} leaves before taking office", held.name);
                checker.found(held.file, held.at, Rule::Overlap, message);
            }
            offices
                .entry(tenure.office.get_ref())
                .or_default()
                .push(held);
        }
    }
    let single = data.offices.iter().filter(|row| row.row.single);
    for office in single.map(|row| &row.row) {
        let Some(held) = offices.get_mut(office.id.get_ref().as_str()) else {
            continue;
        };
        held.retain(|tenure| !tenure.excused);
        held.sort_by_key(|tenure| tenure.days);
        for pair in held.windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            if after.days.0 < before.days.1 {
                let message = format!(
                    "{} and {} hold {} at once, and it has one holder",
                    before.name, after.name, office.full,
                );
                checker.found(after.file, after.at, Rule::Overlap, message);
            }
        }
    }
}
