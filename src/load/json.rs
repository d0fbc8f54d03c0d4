//! JSON and JSON Lines: events in our own schema or anybody's, and articles as exports have them.
//!
//! An object with a body of text is a document, any other with a date or a title is a row. The
//! elements of an array are read one by one and turned into rows at once, so that memory does not
//! grow with the parsed values. A record of a wrong form is a warning; broken syntax ends the file.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::article::{self, Draft};
use super::filling::Filling;
use super::mapping::Mapping;
use super::options::Limits;
use super::patterns::Patterns;
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::sink::Sink;
use super::table::{self, Meaning};
use super::{html, instant, plain};
use crate::document::{Dct, DctOrigin, EventRow, Origin};
use crate::text::is_web_address;

/// Fields that hold lists of records, in files that wrap them.
const WRAPPERS: &[&str] = &[
    "events",
    "items",
    "records",
    "data",
    "articles",
    "docs",
    "documents",
    "results",
    "entries",
    "rows",
];
/// Fields that hold the text of an article, best first.
const BODIES: &[&str] = &[
    "content_html",
    "content_text",
    "content",
    "body",
    "text",
    "article",
    "html",
    "fulltext",
    "summary",
    "description",
];
const DATES: &[&str] = &[
    "published",
    "datePublished",
    "date_published",
    "pubDate",
    "publication_date",
    "published_at",
    "date",
    "dct",
    "created",
    "updated",
];
/// Names of fields that are remembered.
const MOST_NAMES: usize = 1_000;
/// A text of more bytes is a body and not a summary.
const LONGEST_SUMMARY: usize = 1_500;

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
        match serde_json::from_str::<Value>(line) {
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

struct Records<'r> {
    reading: Reading,
    origin: &'r Origin,
    patterns: &'r Patterns,
    limits: &'r Limits,
    /// Records that were given, of whatever form.
    seen: usize,
    /// What names of fields mean, since every record has the same.
    meanings: HashMap<String, Option<(Meaning, usize)>>,
}

impl<'r> Records<'r> {
    fn new(
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

    fn take(&mut self, value: Value, line: Option<usize>, sink: &mut Sink<'_>) {
        match value {
            Value::Object(mut fields) => {
                // Files that wrap their records, and our own answers of `search` and `extract`.
                for wrapper in WRAPPERS {
                    if let Some(Value::Array(values)) = fields.get_mut(*wrapper)
                        && values.iter().any(Value::is_object)
                    {
                        for value in std::mem::take(values) {
                            self.take(value, line, sink);
                        }
                        return;
                    }
                }
                self.record(&fields, line, sink);
            }
            Value::Array(values) => values
                .into_iter()
                .for_each(|value| self.take(value, line, sink)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                let why = format!("record {} is no object; it is left out", self.seen + 1);
                sink.warnings.push(place(why, line));
            }
        }
    }

    fn record(&mut self, fields: &Map<String, Value>, line: Option<usize>, sink: &mut Sink<'_>) {
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
        if let Some(body) = body(fields).filter(|_| !mapped) {
            let origin = self.origin.item(number);
            let draft = self.article(fields, body, number, line, warnings);
            self.reading
                .documents
                .push(article::finish(draft, origin, self.patterns));
            return;
        }
        let line_number = line.and_then(|line| u32::try_from(line).ok());
        let order = mapping.as_ref().and_then(|mapping| mapping.order);
        let row = EventRow::at(self.origin.item(number), line_number);
        let mut filling = Filling::new(row, order.unwrap_or_default(), false);
        // Better names first, so that `date` wins over `published` and `title` over `name`.
        let mut known: Vec<((Meaning, usize), &Value)> = Vec::new();
        for (name, value) in fields {
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

    fn article(
        &self,
        fields: &Map<String, Value>,
        body: &str,
        number: u32,
        line: Option<usize>,
        warnings: &mut Warnings,
    ) -> Draft {
        let text = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| fields.get(*name).and_then(Value::as_str))
                .map(str::to_owned)
        };
        let mut draft = if body.contains("</") || body.contains("/>") {
            html::read(body, self.patterns)
        } else {
            plain::read(body)
        };
        draft.title = text(&["title", "headline"]).or(draft.title);
        draft.url = text(&["url", "link", "guid", "id"])
            .filter(|url| is_web_address(url))
            .or(draft.url);
        let host = draft
            .url
            .as_deref()
            .map(instant::host)
            .unwrap_or_default()
            .to_owned();
        let named = fields
            .get("publisher")
            .and_then(|publisher| publisher.get("name"))
            .and_then(Value::as_str);
        draft.publisher = text(&["publisher", "source", "site_name"])
            .or_else(|| named.map(str::to_owned))
            .or_else(|| {
                let author = text(&["author", "creator"])?;
                Some(if host.is_empty() {
                    author
                } else {
                    format!("{author}, {host}")
                })
            })
            .or(draft.publisher);
        draft.language = text(&["language", "lang"])
            .map(|language| language.chars().take(2).collect())
            .or(draft.language);
        for name in DATES {
            let Some(value) = fields.get(*name).and_then(Value::as_str) else {
                continue;
            };
            if let Some((date, told)) = instant::day_of(value, &host) {
                draft.dct = Some(Dct {
                    date,
                    origin: DctOrigin::Metadata(
                        told.map_or_else(|| (*name).to_owned(), |told| format!("{name}, {told}")),
                    ),
                    evidence: None,
                });
                break;
            }
            warnings.push(place(
                format!("record {number}: \"{value}\" in {name} is not a date"),
                line,
            ));
        }
        draft
    }
}

/// The first records of JSON or JSON Lines, for a look at their fields.
pub(super) fn records(text: &str, most: usize) -> Vec<Value> {
    let whole = serde_json::from_str::<Value>(text);
    let records = match whole {
        Ok(Value::Array(records)) => records,
        Ok(Value::Object(mut fields)) => {
            let listed = WRAPPERS
                .iter()
                .find_map(|name| match fields.get_mut(*name) {
                    Some(Value::Array(records)) => Some(std::mem::take(records)),
                    _ => None,
                });
            listed.unwrap_or_else(|| vec![Value::Object(fields)])
        }
        _ => {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            let values = lines.filter_map(|line| serde_json::from_str(line).ok());
            return values.take(most).collect();
        }
    };
    records.into_iter().take(most).collect()
}

/// The text of an article, if the object has one: markup, or more words than a summary.
fn body(fields: &Map<String, Value>) -> Option<&str> {
    let is_event = ["kind", "participants", "places", "countries"]
        .iter()
        .any(|name| fields.contains_key(*name));
    if is_event {
        return None;
    }
    BODIES.iter().find_map(|name| {
        let text = fields.get(*name)?.as_str()?;
        let marked_up = text.contains("</p>") || text.contains("<p>") || text.contains("</div>");
        (marked_up
            || text.len() > LONGEST_SUMMARY
            || *name == "content_html"
            || *name == "content_text")
            .then_some(text)
    })
}

fn place(why: String, line: Option<usize>) -> Notice {
    match line {
        Some(line) => Notice::at_line(why, line),
        None => Notice::new(why),
    }
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
        while let Some(value) = values.next_element::<Value>()? {
            self.records.take(value, None, self.sink);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut fields = Map::new();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            fields.insert(key, value);
        }
        self.records.take(Value::Object(fields), None, self.sink);
        Ok(())
    }
}
