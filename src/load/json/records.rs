//! From parsed records to rows and documents.

use std::collections::HashMap;

use super::article;
use super::value::{Fields, Json};
use crate::document::{EventRow, Origin};
use crate::load::article::finish;
use crate::load::filling::Filling;
use crate::load::mapping::Mapping;
use crate::load::options::Limits;
use crate::load::patterns::Patterns;
use crate::load::reading::Reading;
use crate::load::report::Notice;
use crate::load::sink::Sink;
use crate::load::table::{self, Meaning};

/// Names of fields that are remembered.
const MOST_NAMES: usize = 1_000;

/// What the records of a file have given so far.
pub(super) struct Records<'r> {
    pub(super) reading: Reading,
    origin: &'r Origin,
    patterns: &'r Patterns,
    limits: &'r Limits,
    /// Records that were given, of whatever form.
    pub(super) seen: usize,
    /// What names of fields mean, since every record has the same.
    meanings: HashMap<String, Option<(Meaning, usize)>>,
}

impl<'r> Records<'r> {
    pub(super) fn new(
        origin: &'r Origin,
        patterns: &'r Patterns,
        limits: &'r Limits,
        format: &'static str,
    ) -> Self {
        Self {
            reading: Reading::named(format),
            origin,
            patterns,
            limits,
            seen: 0,
            meanings: HashMap::new(),
        }
    }

    /// Looks a name up once; a file with a new name in each record is looked up each time.
    fn learn(&mut self, name: &str) -> Option<(Meaning, usize)> {
        let meaning = table::meaning(name);
        if self.meanings.len() < MOST_NAMES {
            self.meanings.insert(name.to_owned(), meaning);
        }
        meaning
    }

    /// Takes a record, or all that a list or a wrapper holds.
    pub(super) fn take(&mut self, value: Json<'_>, line: Option<usize>, sink: &mut Sink<'_>) {
        match value {
            Json::Object(mut fields) => match fields.take_wrapped() {
                Some(values) => values
                    .into_iter()
                    .for_each(|value| self.take(value, line, sink)),
                None => self.record(&fields, line, sink),
            },
            Json::List(values) => values
                .into_iter()
                .for_each(|value| self.take(value, line, sink)),
            Json::Nothing | Json::Truth(_) | Json::Number(_) | Json::Text(_) => {
                let why = format!("record {} is no object; it is left out", self.seen + 1);
                sink.warnings.push(place(why, line));
            }
        }
    }

    fn record(&mut self, fields: &Fields<'_>, line: Option<usize>, sink: &mut Sink<'_>) {
        let Sink {
            warnings,
            rows,
            mapping,
        } = sink;
        self.seen += 1;
        let most = self.limits.records;
        if self.seen > most {
            if self.seen == most + 1 {
                let why = format!("only the first {most} records are read");
                warnings.push(place(why, line));
            }
            return;
        }
        let number = self.seen as u32;
        let mapped = mapping.as_ref().is_some_and(Mapping::says_something);
        if let Some(body) = article::body(fields).filter(|_| !mapped) {
            let mut complain = |why: &str| {
                warnings.push(place(format!("record {number}: {why}"), line));
            };
            let draft = article::draft(fields, body, self.patterns, &mut complain);
            let origin = self.origin.item(number);
            self.reading
                .documents
                .push(finish(draft, origin, self.patterns));
            return;
        }
        let line_number = line.and_then(|line| u32::try_from(line).ok());
        let order = mapping.as_ref().and_then(|mapping| mapping.order);
        let row = EventRow::at(self.origin.item(number), line_number);
        let mut filling = Filling::new(row, order.unwrap_or_default(), false);
        // Better names first, so that `date` wins over `published` and `title` over `name`.
        let mut known: Vec<((Meaning, usize), &Json<'_>)> = Vec::new();
        for (name, value) in fields.iter() {
            let told = mapping.as_ref().and_then(|mapping| mapping.of(name));
            let meaning = match (told, self.meanings.get(name)) {
                (Some(told), _) => told.meaning().map(|meaning| (meaning, 0)),
                (None, Some(meaning)) => *meaning,
                (None, None) => self.learn(name),
            };
            known.extend(meaning.map(|meaning| (meaning, value)));
        }
        known.sort_by_key(|(rank, _)| *rank);
        for ((meaning, _), value) in known {
            filling.value(meaning, value);
        }
        let says = filling.finish().map(|row| rows.push(row)).is_some();
        if let Some(trouble) = filling.trouble {
            warnings.push(place(format!("record {number}: {trouble}"), line));
        }
        if !says {
            let why = format!("record {number} has no title; it is left out");
            warnings.push(place(why, line));
        }
    }
}

fn place(why: String, line: Option<usize>) -> Notice {
    match line {
        Some(line) => Notice::at_line(why, line),
        None => Notice::new(why),
    }
}
