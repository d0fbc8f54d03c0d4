//! Which column or field means what.
//!
//! Our own names come first; other names for the same thing are known from `data/load/columns.toml`.
//! A table without a heading is understood by its values: the column of dates and the longest words.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

use super::instant;
use super::order::Order;
use crate::document::{EventRow, RowParticipant, RowSource};
use crate::text::{clean, clean_line, fold};
use crate::time::{DateRange, Edtf};

/// What a field of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Meaning {
    /// When it happened, or began.
    Date,
    /// When it ended.
    End,
    /// What happened, in one line.
    Title,
    /// What happened, at length.
    Summary,
    /// Of which kind it is.
    Kind,
    /// Whether it was held.
    Status,
    /// Countries.
    Countries,
    /// Who took part.
    Participants,
    /// Where.
    Places,
    /// What about.
    Topics,
    /// Who says so.
    Source,
    /// The address of who says so.
    Url,
    /// The row's own name.
    Id,
}

impl Meaning {
    /// All of them, as mappings name them.
    pub(super) const NAMES: [(&'static str, Self); 13] = [
        ("date", Self::Date),
        ("end", Self::End),
        ("title", Self::Title),
        ("summary", Self::Summary),
        ("kind", Self::Kind),
        ("status", Self::Status),
        ("countries", Self::Countries),
        ("participants", Self::Participants),
        ("places", Self::Places),
        ("topics", Self::Topics),
        ("source", Self::Source),
        ("url", Self::Url),
        ("id", Self::Id),
    ];

    /// The meaning of a name in a mapping.
    pub(super) fn named(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name)?;
        Some(found.1)
    }

    /// As mappings name it.
    pub(super) fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, meaning)| *meaning == self);
        found.map_or("", |(name, _)| name)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    column: Vec<Column>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    means: Meaning,
    names: Vec<String>,
}

static COLUMNS: LazyLock<Columns> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/load/columns.toml"))
        .expect("a test reads data/load/columns.toml")
});

/// What a name of a column or field means; the smaller the number, the better the name.
pub(super) fn meaning(name: &str) -> Option<(Meaning, usize)> {
    if name.len() > 64 {
        return None;
    }
    let name = fold(clean(name).trim_matches(['\u{FFFD}', ' '])).replace([' ', '-', '.'], "_");
    COLUMNS.column.iter().find_map(|column| {
        let rank = column.names.iter().position(|known| *known == name)?;
        Some((column.means, rank))
    })
}

/// A row that is being filled, with what was odd about it.
pub(super) struct Filling {
    pub(super) row: EventRow,
    /// A sentence on the first value that could not be read.
    pub(super) trouble: Option<String>,
    from: Option<Edtf>,
    to: Option<Edtf>,
    order: Order,
}

impl Filling {
    pub(super) fn new(row: EventRow) -> Self {
        Self {
            row,
            trouble: None,
            from: None,
            to: None,
            order: Order::Unknown,
        }
    }

    /// The same, where dates of digits have an order.
    pub(super) fn in_order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    /// Takes a text value.
    pub(super) fn text(&mut self, meaning: Meaning, value: &str) {
        let line = || clean_line(value);
        if value.trim().is_empty() {
            return;
        }
        let row = &mut self.row;
        match meaning {
            Meaning::Date => match date(value, self.order) {
                Some(date) if self.from.is_none() => {
                    self.from = Some(date);
                }
                Some(_) => {}
                None => self.complain(&format!("\"{}\" is not a date", value.trim())),
            },
            Meaning::End => match date(value, self.order) {
                Some(date) => self.to = Some(date),
                None => self.complain(&format!("\"{}\" is not a date", value.trim())),
            },
            Meaning::Title if row.title.is_empty() => row.title = line(),
            Meaning::Summary if row.summary.is_empty() => {
                row.summary = clean(value.trim()).into_owned();
            }
            Meaning::Url if crate::text::is_web_address(value) => {
                let url = Some(value.trim().to_owned());
                match row.sources.last_mut().filter(|source| source.url.is_none()) {
                    Some(source) => source.url = url,
                    None => row.sources.push(RowSource {
                        url,
                        ..RowSource::default()
                    }),
                }
            }
            // A second field of the kind says something too, but less.
            Meaning::Title | Meaning::Summary | Meaning::Url => {}
            Meaning::Kind => row.kind = Some(line()),
            Meaning::Status => row.status = Some(line()),
            Meaning::Id => row.id = Some(line()),
            Meaning::Countries => row.countries.extend(list(value)),
            Meaning::Places => row.places.extend(list(value)),
            Meaning::Topics => row.topics.extend(list(value)),
            Meaning::Participants => row.participants.extend(list(value).map(participant)),
            Meaning::Source => row.sources.push(RowSource {
                title: line(),
                ..RowSource::default()
            }),
        }
    }

    /// Takes a JSON value: texts, numbers, lists, and objects with names.
    pub(super) fn value(&mut self, meaning: Meaning, value: &Value) {
        match (meaning, value) {
            (_, Value::String(text)) => self.text(meaning, text),
            (Meaning::Date | Meaning::End, Value::Number(number)) => {
                // A year is a date; a count of seconds since some epoch may be anything.
                let year = number
                    .as_i64()
                    .filter(|year| (1_000..=2_999).contains(year));
                match year {
                    Some(year) => self.text(meaning, &year.to_string()),
                    None => self.complain(&format!("{number} is not a date")),
                }
            }
            (_, Value::Number(number)) => self.text(meaning, &number.to_string()),
            (Meaning::Participants, Value::Object(fields)) => {
                let text = |name: &str| {
                    fields
                        .get(name)
                        .and_then(Value::as_str)
                        .map(clean_line)
                        .filter(|text| !text.is_empty())
                };
                if let Some(name) = text("name") {
                    self.row.participants.push(RowParticipant {
                        name,
                        role: text("role"),
                        country: text("country"),
                    });
                }
            }
            (Meaning::Source | Meaning::Url, Value::Object(fields)) => {
                let text = |name: &str| {
                    fields
                        .get(name)
                        .and_then(Value::as_str)
                        .map(clean_line)
                        .filter(|text| !text.is_empty())
                };
                self.row.sources.push(RowSource {
                    title: text("title").unwrap_or_default(),
                    locator: text("locator"),
                    quote: text("quote"),
                    url: text("url").filter(|url| crate::text::is_web_address(url)),
                });
            }
            (_, Value::Array(values)) => values.iter().take(10_000).for_each(|value| {
                // A list of lists is no list of names.
                if !value.is_array() {
                    self.value(meaning, value);
                }
            }),
            (_, Value::Object(fields)) => {
                if let Some(name) = fields.get("name").and_then(Value::as_str) {
                    self.text(meaning, name);
                }
            }
            (_, Value::Null | Value::Bool(_)) => {}
        }
    }

    fn complain(&mut self, why: &str) {
        self.trouble.get_or_insert_with(|| why.to_owned());
    }

    /// The row, if it says anything.
    pub(super) fn finish(mut self) -> (Option<EventRow>, Option<String>) {
        if let Some(from) = &self.from {
            let span = self
                .to
                .and_then(|to| DateRange::new(from.range().first(), to.range().last()));
            self.row.date = Some(match (span, self.to) {
                (Some(span), Some(to)) if from.is_day_precise() && to.is_day_precise() => {
                    Edtf::days(span)
                }
                (Some(_), Some(to)) => format!("{from}/{to}").parse().unwrap_or(*from),
                _ => *from,
            });
            if self.to.is_some() && span.is_none() {
                self.complain("it ends before it begins; its first day is kept");
            }
        }
        if self.row.title.is_empty() {
            let summary: String = self.row.summary.chars().take(400).collect();
            self.row.title = crate::text::fit(&clean_line(&summary), 120).into_owned();
        }
        if let (true, Some(kind), Some(_)) =
            (self.row.title.is_empty(), &self.row.kind, self.row.date)
        {
            // Lists of incidents often have nothing but a kind, a day and a place.
            let places = self.row.places.join(", ");
            self.row.title = if places.is_empty() {
                kind.clone()
            } else {
                format!("{kind}, {places}")
            };
        }
        let says = !self.row.title.is_empty();
        (says.then_some(self.row), self.trouble)
    }
}

/// The date of a cell: as it stands, or in the order of its column.
fn date(value: &str, order: Order) -> Option<Edtf> {
    let as_it_stands = instant::day_of(value.trim(), "").map(|(date, _)| date);
    as_it_stands.or_else(|| super::order::date(value, order))
}

/// The entries of a cell that lists several: `;` or `|` between them.
fn list(value: &str) -> impl Iterator<Item = String> {
    value
        .split([';', '|'])
        .map(clean_line)
        .filter(|entry| !entry.is_empty())
        .take(1_000)
}

/// `Name (office, country)`, as our own tables have it; anything else is a name.
fn participant(text: String) -> RowParticipant {
    let Some((name, rest)) = text
        .split_once(" (")
        .filter(|(_, rest)| rest.ends_with(')'))
    else {
        return RowParticipant {
            name: text,
            ..RowParticipant::default()
        };
    };
    let inner = rest.trim_end_matches(')');
    let (role, country) = match inner.rsplit_once(", ") {
        Some((role, country)) => (Some(role), Some(country)),
        None => (Some(inner), None),
    };
    RowParticipant {
        name: name.to_owned(),
        role: role.map(str::to_owned),
        country: country.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_columns_are_known_in_any_case() {
        assert_eq!(
            meaning("Start Date").map(|(meaning, _)| meaning),
            Some(Meaning::Date)
        );
        assert_eq!(
            meaning("LOCATION").map(|(meaning, _)| meaning),
            Some(Meaning::Places)
        );
        assert_eq!(meaning("colour"), None);
        for column in &COLUMNS.column {
            for name in &column.names {
                assert_eq!(
                    meaning(name).map(|(meaning, _)| meaning),
                    Some(column.means),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn every_field_of_the_published_schema_is_known() {
        let schema: Value =
            serde_json::from_str(include_str!("../../assets/schema/events.v1.json")).expect("JSON");
        let fields = schema["$defs"]["event"]["properties"]
            .as_object()
            .expect("fields");
        for name in fields.keys() {
            assert!(meaning(name).is_some(), "{name}");
        }
    }

    #[test]
    fn participants_are_read_with_their_office() {
        let found = participant("Kim Minister (Foreign Minister, South Korea)".to_owned());
        assert_eq!(
            (
                found.name.as_str(),
                found.role.as_deref(),
                found.country.as_deref()
            ),
            (
                "Kim Minister",
                Some("Foreign Minister"),
                Some("South Korea")
            )
        );
    }
}
