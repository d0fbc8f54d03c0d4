//! Mappings: what the columns of a table mean, where their names do not tell.
//!
//! The mapping of `visits.csv` is `visits.csv.mapping.toml` beside it. It holds for fields of JSON as
//! well as for columns. What is wrong in it is told with line and column; the rest holds.

mod guess;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::open::{self, Links};
use super::options::Limits;
use super::order::Order;
use super::report::Notice;
use super::table::Meaning;
use crate::disk;
use crate::text::nearest;

pub use guess::{Column, Guess, guess};

/// What the name of a mapping ends with.
const ENDING: &str = ".mapping.toml";
/// Names of files that can have a mapping end with one of these.
const TABLES: [&str; 8] = [
    "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "geojson",
];
/// A column that is left out.
const IGNORED: &str = "ignore";

/// What a mapping says of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It means something.
    Means(Meaning),
    /// It is left out.
    Ignored,
}

impl Said {
    /// The meaning, if the column has one.
    pub(super) fn meaning(self) -> Option<Meaning> {
        match self {
            Self::Means(meaning) => Some(meaning),
            Self::Ignored => None,
        }
    }
}

/// What columns mean.
#[derive(Debug, Clone, Default)]
pub(super) struct Mapping {
    columns: Vec<(String, Said)>,
    /// What stands first in dates of digits, where the mapping says it.
    pub(super) order: Option<Order>,
    /// What is wrong in it.
    pub(super) faults: Vec<Notice>,
}

/// Where the mapping of a file is, whether it is there or not.
pub fn place(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ENDING);
    name.into()
}

/// Whether a file is the mapping of another.
pub(super) fn is_mapping(path: &Path) -> bool {
    path.to_string_lossy().ends_with(ENDING)
}

/// The mapping of a file: beside it, or else under its name in the folder of mappings.
pub(super) fn of(path: &Path, folder: Option<&Path>, limits: &Limits) -> Option<Mapping> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    if !TABLES.contains(&ending.as_str()) {
        return None;
    }
    at(&place(path), limits).or_else(|| at(&place(&folder?.join(path.file_name()?)), limits))
}

/// The mapping in a file, if there is one.
fn at(place: &Path, limits: &Limits) -> Option<Mapping> {
    let name = place.file_name()?.to_string_lossy().into_owned();
    let found = disk::symlink_metadata(place);
    if found.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return None;
    }
    let text = match open::read(place, Links::Refuse, limits) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => return Some(Mapping::broken(format!("{name} cannot be read"))),
    };
    Some(Mapping::read(&text, &name))
}

impl Mapping {
    fn broken(why: String) -> Self {
        Self {
            faults: vec![Notice::new(why)],
            ..Self::default()
        }
    }

    /// Reads a mapping; `name` is how its faults call it.
    pub(super) fn read(text: &str, name: &str) -> Self {
        let mut mapping = Self::default();
        let fault = |at: std::ops::Range<usize>, why: String| {
            let before = text.get(..at.start).unwrap_or(text);
            let line = before.matches('\n').count() + 1;
            let column = before
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .chars()
                .count()
                + 1;
            Notice::new(format!("{name}, line {line}, column {column}: {why}"))
        };
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().unwrap_or(0..0);
                mapping.faults.push(fault(at, error.message().to_owned()));
                return mapping;
            }
        };
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("columns", DeValue::Table(columns)) => {
                    for (column, meaning) in columns {
                        let DeValue::String(word) = meaning.get_ref() else {
                            let why = "a meaning in quotes is expected".to_owned();
                            mapping.faults.push(fault(meaning.span(), why));
                            continue;
                        };
                        match Meaning::named(word) {
                            Some(meaning) => {
                                let said = Said::Means(meaning);
                                mapping.columns.push((column.get_ref().to_string(), said));
                            }
                            None if *word == IGNORED => {
                                let said = Said::Ignored;
                                mapping.columns.push((column.get_ref().to_string(), said));
                            }
                            None => {
                                let known: Vec<&str> = Meaning::NAMES
                                    .iter()
                                    .map(|(name, _)| *name)
                                    .chain([IGNORED])
                                    .collect();
                                let why = unknown("meaning", word, &known);
                                mapping.faults.push(fault(meaning.span(), why));
                            }
                        }
                    }
                }
                ("dates", DeValue::String(word)) => {
                    let order = Order::ALL.into_iter().find(|order| order.name() == *word);
                    if order.is_none() {
                        let why = unknown("order of dates", word, &Order::ALL.map(Order::name));
                        mapping.faults.push(fault(value.span(), why));
                    }
                    mapping.order = order;
                }
                ("columns" | "dates", _) => {
                    let why = "this is of another kind than is expected here".to_owned();
                    mapping.faults.push(fault(value.span(), why));
                }
                (other, _) => {
                    let why = unknown("setting", other, &["columns", "dates"]);
                    mapping.faults.push(fault(key.span(), why));
                }
            }
        }
        mapping
    }

    /// What it says of a column, if it names it.
    pub(super) fn of(&self, column: &str) -> Option<Said> {
        let column = column.trim().trim_start_matches('\u{FEFF}');
        let named = self
            .columns
            .iter()
            .find(|(name, _)| name.trim() == column)?;
        Some(named.1)
    }

    /// Whether it names a column.
    pub(super) fn says_something(&self) -> bool {
        !self.columns.is_empty()
    }
}

/// A word that is none of those known, with the nearest that is.
fn unknown(what: &str, word: &str, known: &[&str]) -> String {
    match nearest(word, known) {
        Some(near) => format!("there is no {what} \"{word}\"; did you mean \"{near}\"?"),
        None => format!(
            "there is no {what} \"{word}\"; known are {}",
            known.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_named_with_its_place_and_the_rest_holds() {
        let text =
            "dates = \"day-moth\"\n[columns]\nWas = \"title\"\nOrt = \"plcaes\"\nX = \"ignore\"\n";
        let mapping = Mapping::read(text, "a.csv.mapping.toml");
        let faults: Vec<String> = mapping.faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "a.csv.mapping.toml, line 4, column 7: there is no meaning \"plcaes\"; did you mean \"places\"?",
                "a.csv.mapping.toml, line 1, column 9: there is no order of dates \"day-moth\"; did you mean \"day-month\"?",
            ]
        );
        assert_eq!(mapping.of("Was"), Some(Said::Means(Meaning::Title)));
        assert_eq!(mapping.of("X"), Some(Said::Ignored));
        assert_eq!(mapping.of("Ort"), None);
        let broken = Mapping::read("[columns\n", "a.toml");
        assert!(
            broken.faults[0].to_string().contains("line 1"),
            "{:?}",
            broken.faults
        );
    }
}
