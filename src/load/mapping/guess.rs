//! What the columns of somebody's table may mean, by their names and by what stands in them.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use super::super::json::Json;
use super::super::order::{self, Order};
use super::super::patterns::Patterns;
use super::super::report::Notice;
use super::super::sink::Sink;
use super::super::sniff::{self, Format};
use super::super::table::{self, Meaning};
use super::super::{Failure, csv_file, decode, file, instant, json, open, unpack};
use super::{IGNORED, Mapping};
use crate::document::{EventRow, Origin};
use crate::load::LoadOptions;
use crate::text::clean_line;

/// Rows that are looked at.
const LOOKED_AT: usize = 1_000;
/// Rows that are shown.
const SHOWN: usize = 5;

/// What a table may mean.
#[derive(Debug, Clone)]
pub struct Guess {
    /// Its columns or fields, in their order.
    pub columns: Vec<Column>,
    /// What stands first in its dates of digits.
    pub order: Order,
    /// What shows the order, or that nothing does.
    pub remark: Option<String>,
    /// Its first rows, read so.
    pub rows: Vec<EventRow<'static>>,
    /// What is wrong with the mapping that stands beside it, or was odd in the first rows.
    pub warnings: Vec<Notice>,
}

/// A column or field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name, clean.
    pub name: String,
    /// What it means, as mappings name it; `ignore` for nothing.
    pub meaning: &'static str,
    /// What stands in its first rows, clean.
    pub values: Vec<String>,
}

/// Looks at a table. A mapping that stands beside it is taken into account.
pub fn guess(path: &Path, options: &LoadOptions) -> Result<Guess, Notice> {
    let limits = &options.limits;
    let said = |failure: Failure| match failure {
        Failure::Skip(why) => Notice::new(why),
        Failure::Trouble(notice) => notice,
    };
    let bytes = open::read(path, open::Links::Follow, limits).map_err(said)?;
    let bytes = &*unpack::unpack(&bytes, Some(path), limits).map_err(said)?;
    let decoded = decode::decode(bytes);
    let text = &*decoded.text;
    let (names, cells) = match sniff::format(text, Some(path)) {
        Format::Table => csv_file::cells(text, LOOKED_AT),
        Format::Json | Format::JsonLines => fields(text),
        _ => {
            return Err(Notice::new(
                "this is no table: a mapping is for CSV, TSV and JSON",
            ));
        }
    };
    let known = super::of(path, options.mappings.as_deref(), limits).unwrap_or_default();
    let meanings = meanings(&names, &cells, &known);
    let mut dates = order::Column::default();
    for row in &cells {
        let of_dates = row.iter().zip(&meanings);
        of_dates
            .filter(|(_, meaning)| matches!(meaning, Some(Meaning::Date | Meaning::End)))
            .for_each(|(cell, _)| dates.see(cell));
    }
    let column = |(at, name): (usize, &String)| Column {
        name: clean_line(name),
        meaning: meanings
            .get(at)
            .copied()
            .flatten()
            .map_or(IGNORED, Meaning::name),
        values: cells
            .iter()
            .take(SHOWN)
            .map(|row| {
                row.get(at)
                    .map_or_else(String::new, |cell| clean_line(cell))
            })
            .collect(),
    };
    let mut guess = Guess {
        columns: names.iter().enumerate().map(column).collect(),
        order: known.order.unwrap_or_else(|| dates.order()),
        remark: dates.remark().filter(|_| known.order.is_none()),
        rows: Vec::new(),
        warnings: Vec::new(),
    };
    let mut few = limits.clone();
    few.records = SHOWN;
    let mut rows = Vec::new();
    let mut keep = |row: &EventRow<'_>| rows.push(row.clone().into_owned());
    let mut sink = Sink::new(&mut keep);
    sink.mapping = Some(Mapping::read(&guess.to_toml(), "the mapping"));
    let origin = Origin::File(path.into(), None);
    let read = file::read(
        text.as_bytes(),
        &origin,
        Patterns::built_in(),
        &few,
        &mut sink,
    );
    guess.warnings = known.faults;
    guess.warnings.extend(read.err().map(said));
    guess.rows = rows.into_iter().take(SHOWN).collect();
    Ok(guess)
}

impl Guess {
    /// The mapping as it is saved.
    pub fn to_toml(&self) -> String {
        let mut text = String::from("# What the columns mean: ");
        let names: Vec<&str> = Meaning::NAMES.iter().map(|(name, _)| *name).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}, {IGNORED}.", names.join(", "));
        let _ = writeln!(
            text,
            "# What stands first in dates like 03/04/2021: {}.",
            Order::ALL.map(Order::name).join(", ")
        );
        let _ = writeln!(text, "dates = \"{}\"\n\n[columns]", self.order.name());
        // A table may name two columns alike, but a mapping may not.
        let mut written = HashSet::new();
        for column in &self.columns {
            if !written.insert(&column.name) {
                continue;
            }
            let name = column.name.replace('\\', "\\\\").replace('"', "\\\"");
            let _ = writeln!(text, "\"{name}\" = \"{}\"", column.meaning);
        }
        text
    }
}

/// What each column means: as the mapping says, as its name says, and as its values look.
fn meanings(names: &[String], cells: &[Vec<String>], known: &Mapping) -> Vec<Option<Meaning>> {
    let mut found: Vec<Option<Meaning>> = names
        .iter()
        .map(|name| match known.of(name) {
            Some(said) => said.meaning(),
            None => table::meaning(name).map(|(meaning, _)| meaning),
        })
        .collect();
    let free = |found: &[Option<Meaning>], at: usize| {
        let named = names.get(at).is_some_and(|name| known.of(name).is_some());
        found.get(at) == Some(&None) && !named
    };
    let share = |at: usize, fits: &dyn Fn(&str) -> bool| {
        let values = cells.iter().filter_map(|row| row.get(at));
        let filled: Vec<&String> = values.filter(|value| !value.trim().is_empty()).collect();
        let good = filled.iter().filter(|value| fits(value)).count();
        !filled.is_empty() && good * 5 >= filled.len() * 4
    };
    let is_date = |value: &str| {
        value.len() < 60
            && (instant::day_of(value, "").is_some()
                || order::date(value, Order::Unknown).is_some())
    };
    for at in 0..names.len() {
        if !free(&found, at) {
            continue;
        }
        let meaning = if share(at, &is_date) {
            let has = |meaning| found.contains(&Some(meaning));
            match (has(Meaning::Date), has(Meaning::End)) {
                (false, _) => Some(Meaning::Date),
                (true, false) => Some(Meaning::End),
                (true, true) => None,
            }
        } else if share(at, &crate::text::is_web_address) && !found.contains(&Some(Meaning::Url)) {
            Some(Meaning::Url)
        } else {
            None
        };
        if let Some(slot) = found.get_mut(at) {
            *slot = meaning;
        }
    }
    // What happened is told in the most words.
    if !found
        .iter()
        .flatten()
        .any(|meaning| matches!(meaning, Meaning::Title | Meaning::Summary))
    {
        let words = |at: &usize| -> usize {
            let values = cells.iter().filter_map(|row| row.get(*at));
            values
                .map(|value| value.chars().filter(|c| c.is_alphabetic()).count())
                .sum()
        };
        let best = (0..names.len())
            .filter(|at| free(&found, *at))
            .max_by_key(|at| (words(at), usize::MAX - at));
        if let Some(slot) = best.and_then(|at| found.get_mut(at)) {
            *slot = Some(Meaning::Title);
        }
    }
    found
}

/// The names of the fields of JSON records, and their values as cells.
fn fields(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let records = json::records(text, LOOKED_AT);
    let mut names: Vec<String> = Vec::new();
    for record in records.iter().filter_map(Json::as_object) {
        for (name, _) in record.iter() {
            if names.len() < LOOKED_AT && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    let row = |record: &Json<'_>| {
        let value = |name: &String| record.as_object()?.get(name);
        let cell = |name| value(name).map_or_else(String::new, Json::to_string);
        names.iter().map(cell).collect()
    };
    let cells = records.iter().map(row).collect();
    (names, cells)
}
