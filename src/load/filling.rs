//! Filling a row from the values of a table or of JSON.
//!
//! A row borrows the words of the cell or field that it is made of wherever nothing in them has to be
//! cleaned, which is nearly everywhere; strings of its own would cost more than parsing.

use std::borrow::Cow;

use super::instant;
use super::json::{Fields, Json};
use super::order::{self, Order};
use super::table::Meaning;
use crate::document::{EventRow, RowParticipant, RowSource};
use crate::text::{clean, clean_line};
use crate::time::{DateRange, Edtf};

/// A row that is being filled, with what was odd about it.
pub(super) struct Filling<'t> {
    row: EventRow<'t>,
    /// A sentence on the first value that could not be read.
    pub(super) trouble: Option<String>,
    from: Option<Edtf>,
    to: Option<Edtf>,
    order: Order,
    /// Nothing of the row needs cleaning, but for spaces at the ends of an entry.
    plain: bool,
}

impl<'t> Filling<'t> {
    /// A row to fill, where dates of digits have this order. `plain` says that all of its texts are
    /// plain lines: one look at a row of a table spares one at each cell.
    #[inline]
    pub(super) fn new(row: EventRow<'t>, order: Order, plain: bool) -> Self {
        Self {
            row,
            trouble: None,
            from: None,
            to: None,
            order,
            plain,
        }
    }

    /// Takes a text value.
    pub(super) fn text(&mut self, meaning: Meaning, value: impl Into<Cow<'t, str>>) {
        let value = value.into();
        if is_blank(&value) {
            return;
        }
        let plain = self.plain;
        let line = |text| made(text, |text| one_line(text, plain));
        let row = &mut self.row;
        match meaning {
            Meaning::Date => match date(&value, self.order) {
                Some(date) if self.from.is_none() => {
                    self.from = Some(date);
                }
                Some(_) => {}
                None => self.complain(&format!("\"{}\" is not a date", value.trim())),
            },
            Meaning::End => match date(&value, self.order) {
                Some(date) => self.to = Some(date),
                None => self.complain(&format!("\"{}\" is not a date", value.trim())),
            },
            Meaning::Title if row.title.is_empty() => row.title = line(value),
            Meaning::Summary if row.summary.is_empty() => {
                row.summary = made(value, |text| clean(text.trim()));
            }
            Meaning::Url if crate::text::is_web_address(&value) => {
                let url = Some(made(value, |text| text.trim().into()));
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
            Meaning::Kind => row.kind = Some(line(value)),
            Meaning::Status => row.status = Some(line(value)),
            Meaning::Id => row.id = Some(line(value)),
            Meaning::Confidence => row.confidence = Some(line(value)),
            Meaning::Unsourced => row.unsourced = value.trim().eq_ignore_ascii_case("true"),
            Meaning::Countries => each(value, plain, |entry| row.countries.push(entry)),
            Meaning::Places => each(value, plain, |entry| row.places.push(entry)),
            Meaning::Topics => each(value, plain, |entry| row.topics.push(entry)),
            Meaning::Participants => {
                each(value, plain, |entry| {
                    row.participants.push(participant(entry));
                });
            }
            Meaning::Source => row.sources.push(RowSource {
                title: line(value),
                ..RowSource::default()
            }),
        }
    }

    /// Takes a JSON value: texts, numbers, lists, and objects with names.
    pub(super) fn value(&mut self, meaning: Meaning, value: &'t Json<'_>) {
        match (meaning, value) {
            (_, Json::Text(text)) => self.text(meaning, &**text),
            (Meaning::Date | Meaning::End, Json::Number(number)) => {
                // A year is a date; a count of seconds since some epoch may be anything.
                let year = number
                    .as_i64()
                    .filter(|year| (1_000..=2_999).contains(year));
                match year {
                    Some(year) => self.text(meaning, year.to_string()),
                    None => self.complain(&format!("{number} is not a date")),
                }
            }
            (_, Json::Number(number)) => self.text(meaning, number.to_string()),
            (Meaning::Participants, Json::Object(fields)) => {
                let text = |name: &str| line_of(fields, name);
                if let Some(name) = text("name") {
                    self.row.participants.push(RowParticipant {
                        name,
                        role: text("role"),
                        country: text("country"),
                    });
                }
            }
            (Meaning::Source | Meaning::Url, Json::Object(fields)) => {
                let text = |name: &str| line_of(fields, name);
                self.row.sources.push(RowSource {
                    title: text("title").unwrap_or_default(),
                    locator: text("locator"),
                    quote: text("quote"),
                    url: text("url").filter(|url| crate::text::is_web_address(url)),
                });
            }
            (_, Json::List(values)) => values.iter().take(10_000).for_each(|value| {
                // A list of lists is no list of names.
                if !matches!(value, Json::List(_)) {
                    self.value(meaning, value);
                }
            }),
            (_, Json::Object(fields)) => {
                if let Some(name) = fields.get("name").and_then(Json::as_str) {
                    self.text(meaning, name);
                }
            }
            (Meaning::Unsourced, Json::Truth(unsourced)) => self.row.unsourced = *unsourced,
            (_, Json::Nothing | Json::Truth(_)) => {}
        }
    }

    fn complain(&mut self, why: &str) {
        self.trouble.get_or_insert_with(|| why.to_owned());
    }

    /// The row, if it says anything; nothing is added to it after that.
    pub(super) fn finish(&mut self) -> Option<&EventRow<'t>> {
        if let Some(from) = &self.from {
            // The last day of a month or of a range that is told already says nothing more.
            self.to = self.to.filter(|to| !from.range().covers(to.range()));
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
            self.row.title = crate::text::fit(&clean_line(&summary), 120)
                .into_owned()
                .into();
        }
        if let (true, Some(kind), Some(_)) =
            (self.row.title.is_empty(), &self.row.kind, self.row.date)
        {
            // Lists of incidents often have nothing but a kind, a day and a place.
            let places = self.row.places.join(", ");
            self.row.title = if places.is_empty() {
                kind.clone()
            } else {
                format!("{kind}, {places}").into()
            };
        }
        let says = !self.row.title.is_empty();
        says.then_some(&self.row)
    }
}

/// The date of a cell: as it stands, or in the order of its column.
fn date(value: &str, order: Order) -> Option<Edtf> {
    let as_it_stands = instant::day_of(value.trim(), "").map(|(date, _)| date);
    as_it_stands.or_else(|| order::date(value, order))
}

/// What is made of a text: borrowed where the text is and nothing had to change.
fn made<'t>(text: Cow<'t, str>, make: impl for<'a> Fn(&'a str) -> Cow<'a, str>) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => make(text),
        Cow::Owned(text) => Cow::Owned(make(&text).into_owned()),
    }
}

/// The text on one line, clean.
fn one_line(text: &str, plain: bool) -> Cow<'_, str> {
    if plain {
        text.trim_ascii().into()
    } else {
        crate::text::one_line(text)
    }
}

/// A field of an object on one line, if it says something.
fn line_of<'t>(fields: &'t Fields<'_>, name: &str) -> Option<Cow<'t, str>> {
    let text = fields.get(name).and_then(Json::as_str);
    let text = text.map(crate::text::one_line);
    text.filter(|text| !text.is_empty())
}

/// Whether there is nothing but white space.
fn is_blank(text: &str) -> bool {
    // Most begin with a letter or digit; then nobody needs to look for what counts as white.
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty()
}

/// Gives the entries of a cell that lists several: `;` or `|` between them.
fn each<'t>(value: Cow<'t, str>, plain: bool, mut take: impl FnMut(Cow<'t, str>)) {
    match value {
        Cow::Borrowed(text) => entries(text, plain).for_each(take),
        Cow::Owned(text) => {
            entries(&text, plain).for_each(|entry| take(Cow::Owned(entry.into_owned())));
        }
    }
}

fn entries(mut text: &str, plain: bool) -> impl Iterator<Item = Cow<'_, str>> {
    let mut more = true;
    let parts = std::iter::from_fn(move || {
        let between = |b: &u8| matches!(b, b';' | b'|');
        let at = text.as_bytes().iter().position(between);
        let cut = at.and_then(|at| Some((text.get(..at)?, text.get(at + 1..)?)));
        let (entry, rest) = cut.unwrap_or((text, ""));
        text = rest;
        std::mem::replace(&mut more, at.is_some()).then_some(entry)
    });
    parts
        .map(move |entry| one_line(entry, plain))
        .filter(|entry| !entry.is_empty())
        .take(1_000)
}

/// `Name (office, country)`, as our own tables have it; anything else is a name.
fn participant(text: Cow<'_, str>) -> RowParticipant<'_> {
    match text {
        Cow::Borrowed(text) => {
            let (name, role, country) = name_and_office(text);
            RowParticipant {
                name: name.into(),
                role: role.map(Cow::Borrowed),
                country: country.map(Cow::Borrowed),
            }
        }
        Cow::Owned(text) => {
            let (name, role, country) = name_and_office(&text);
            RowParticipant {
                name: name.to_owned().into(),
                role: role.map(|role| role.to_owned().into()),
                country: country.map(|country| country.to_owned().into()),
            }
        }
    }
}

fn name_and_office(text: &str) -> (&str, Option<&str>, Option<&str>) {
    let office = text.ends_with(')').then(|| text.split_once(" ("));
    let Some((name, rest)) = office.flatten() else {
        return (text, None, None);
    };
    let inner = rest.trim_end_matches(')');
    match inner.rsplit_once(", ") {
        Some((role, country)) => (name, Some(role), Some(country)),
        None => (name, Some(inner), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn participants_are_read_with_their_office() {
        let found = participant("Kim Minister (Foreign Minister, South Korea)".into());
        assert_eq!(
            (
                &*found.name,
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
