//! One name, one person; one name, one place.

use std::collections::HashMap;

use super::Checker;
use crate::record::raw::{At, Rule};

/// Where a name stands: row, file, byte, whether the row excuses itself.
struct Named {
    row: usize,
    file: usize,
    at: usize,
    allowed: bool,
}

pub(super) fn check(checker: &mut Checker<'_>) {
    let data = checker.data;
    let mut officials = HashMap::new();
    for (number, row) in data.officials.iter().enumerate() {
        let allowed = row.row.allow.contains_key(&Rule::Alias);
        let names = std::iter::once(&row.row.name)
            .chain(&row.row.native)
            .chain(&row.row.aliases);
        note(&mut officials, names, number, row.file, allowed);
    }
    clashes(checker, &officials, "official", |row| {
        data.officials[row].row.name.get_ref()
    });
    let mut places = HashMap::new();
    for (number, row) in data.places.iter().enumerate() {
        let allowed = row.row.allow.contains_key(&Rule::Alias);
        let names = std::iter::once(&row.row.name)
            .chain(&row.row.native)
            .chain(&row.row.aliases);
        note(&mut places, names, number, row.file, allowed);
    }
    clashes(checker, &places, "place", |row| {
        data.places[row].row.name.get_ref()
    });
    let mut countries = HashMap::new();
    for (number, row) in data.countries.iter().enumerate() {
        note(&mut countries, &row.row.aliases, number, row.file, false);
    }
    clashes(checker, &countries, "country", |row| {
        &data.countries[row].row.name
    });
}

fn note<'a>(
    table: &mut HashMap<String, Vec<Named>>,
    names: impl IntoIterator<Item = &'a At<String>>,
    row: usize,
    file: usize,
    allowed: bool,
) {
    for name in names {
        let at = name.span().start;
        table.entry(fold(name.get_ref())).or_default().push(Named {
            row,
            file,
            at,
            allowed,
        });
    }
}

/// Case, hyphens and spaces do not tell two names apart.
fn fold(name: &str) -> String {
    name.chars()
        .filter(|c| !matches!(c, '-' | ' ' | '\'' | '’' | '.'))
        .flat_map(char::to_lowercase)
        .collect()
}

fn clashes<'d>(
    checker: &mut Checker<'_>,
    table: &HashMap<String, Vec<Named>>,
    what: &str,
    name: impl Fn(usize) -> &'d str,
) {
    for held in table.values() {
        let Some((first, rest)) = held.split_first() else {
            continue;
        };
        for other in rest.iter().filter(|other| other.row != first.row) {
            if first.allowed && other.allowed {
                continue;
            }
            let message = format!(
                "this name of the {what} {} is also a name of {}; where both are right, both say \
                 allow = {{ alias = \"why\" }}",
                name(other.row),
                name(first.row),
            );
            checker.found(other.file, other.at, Rule::Alias, message);
        }
    }
}
