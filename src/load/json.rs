//! JSON and JSON Lines: events in our own schema or anybody's, and articles as exports have them.
//!
//! An object with a body of text is a document, any other with a date or a title is a row. The
//! elements of an array are read one by one and turned into rows at once, so that memory does not
//! grow with the parsed values. A record of a wrong form is a warning; broken syntax ends the file.

mod article;
mod records;
mod value;

use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::options::Limits;
use super::patterns::Patterns;
use super::reading::Reading;
use super::report::Notice;
use super::sink::Sink;
use crate::document::Origin;
use records::Records;
pub(super) use value::{Fields, Json};

/// What a JSON text gives.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let mut records = Records::new(origin, patterns, limits, "JSON");
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = deserializer.deserialize_any(Whole {
        records: &mut records,
        sink,
    });
    read.and_then(|()| deserializer.end())
        .map_err(|error| fault(&error, 0))?;
    if records.seen == 0 {
        return Err(Notice::new(
            "there are no events or articles in this JSON; an array of objects with \"date\" and \"title\" is expected",
        ));
    }
    Ok(records.reading)
}

/// What JSON Lines give: each line is a record, and a broken one does not stop the rest.
pub(super) fn read_lines(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let mut records = Records::new(origin, patterns, limits, "JSON Lines");
    let mut broken = None;
    let lines = text.lines().enumerate();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Json<'_>>(line) {
            Ok(value) => records.take(value, Some(index + 1), sink),
            Err(error) => {
                let notice = fault(&error, index);
                broken.get_or_insert_with(|| notice.clone());
                sink.warnings.push(notice);
            }
        }
    }
    match broken {
        Some(notice) if records.seen == 0 => Err(notice),
        _ => Ok(records.reading),
    }
}

/// Where the syntax breaks, in words.
fn fault(error: &serde_json::Error, lines_before: usize) -> Notice {
    let text = error.to_string();
    let why = text.split(" at line ").next().unwrap_or_default();
    let notice = Notice::at_line(
        format!("this is not JSON: {why}"),
        error.line().max(1) + lines_before,
    );
    match error.column() {
        0 => notice,
        column => notice.at_column(column),
    }
}

/// The first records of JSON or JSON Lines, for a look at their fields.
pub(super) fn records(text: &str, most: usize) -> Vec<Json<'_>> {
    let records = match serde_json::from_str(text) {
        Ok(Json::List(records)) => records,
        Ok(Json::Object(mut fields)) => match fields.take_wrapped() {
            Some(records) => records,
            None => vec![Json::Object(fields)],
        },
        _ => {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let values = lines.filter_map(|line| serde_json::from_str(line).ok());
            return values.take(most).collect();
        }
    };
    records.into_iter().take(most).collect()
}

/// The outermost value: of an array, one element after the other.
struct Whole<'a, 'r, 's> {
    records: &'a mut Records<'r>,
    sink: &'a mut Sink<'s>,
}

impl<'de> Visitor<'de> for Whole<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        while let Some(value) = values.next_element::<Json<'de>>()? {
            self.records.take(value, None, self.sink);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let fields = Json::object(map)?;
        self.records.take(fields, None, self.sink);
        Ok(())
    }
}
