//! The State Department's lists of travels abroad and of visits by foreign leaders.
//!
//! `<trips>` of `<trip>`, `<visits>` of `<visit>`: each is one event with a first and a last day.

use std::borrow::Cow;

use smallvec::smallvec;

use super::options::Limits;
use super::reading::Reading;
use super::report::Notice;
use super::sink::Sink;
use super::tag::local;
use super::xml::{Event, Xml};
use crate::document::{EventRow, Origin, RowParticipant, RowSource};
use crate::text::clean_line;
use crate::time::{Date, DateRange, Edtf};

/// The fields of one trip or visit, as written.
#[derive(Default)]
struct Fields(Vec<(String, String)>);

impl Fields {
    fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self
            .0
            .iter()
            .find(|(found, value)| found == name && !value.is_empty())?;
        Some(value)
    }
}

/// The rows of a list.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let Sink { warnings, rows, .. } = sink;
    let mut xml = Xml::new(text, limits, warnings);
    let mut item: Option<(Fields, usize, usize)> = None;
    let mut value = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(tag) => {
                value.clear();
                if item.is_none() && matches!(local(tag.name), "trip" | "visit") {
                    item = Some((Fields::default(), xml.depth(), xml.line()));
                }
            }
            Event::Text(words) => value.push_str(&words),
            Event::End(name) => {
                let name = local(name);
                let ended = item.take_if(|(_, depth, _)| xml.depth() < *depth);
                if let Some((fields, _, line)) = ended {
                    let number = rows.len() as u32 + 1;
                    let row = EventRow::at(origin.item(number), u32::try_from(line).ok());
                    match filled(row, &fields, name) {
                        Some(row) => rows.push(&row),
                        None => xml.warn(format!(
                            "the {name} that began at line {line} has no dates that can be read"
                        )),
                    }
                } else if let Some((fields, depth, _)) = &mut item
                    && xml.depth() == *depth
                {
                    fields.0.push((name.to_owned(), clean_line(&value)));
                }
                value.clear();
            }
        }
    }
    Ok(Reading::named("a list of travels"))
}

fn filled<'t>(mut row: EventRow<'t>, fields: &'t Fields, element: &str) -> Option<EventRow<'t>> {
    let text = |name: &str| fields.get(name).unwrap_or_default();
    let first: Date = fields.get("start-date")?.parse().ok()?;
    let last = fields
        .get("end-date")
        .and_then(|day| day.parse().ok())
        .unwrap_or(first);
    row.date = Some(Edtf::days(DateRange::new(first, last)?));
    row.id = fields.get("id").map(|id| format!("{element}-{id}").into());
    row.kind = Some("visit".into());
    row.status = Some("held".into());
    if element == "trip" {
        let (name, country, locale) = (text("name"), text("country"), text("locale"));
        let role = match fields.get("role") {
            Some("secretary") => Some("Secretary of State"),
            Some("president") => Some("President"),
            other => other,
        };
        let place = if locale.is_empty() {
            Cow::Borrowed(country)
        } else {
            format!("{locale}, {country}").into()
        };
        row.title = format!("{name} in {place}").into();
        row.summary = text("remarks").into();
        row.participants = smallvec![RowParticipant {
            name: name.into(),
            role: role.map(Into::into),
            country: Some("United States".into()),
        }];
        row.countries = smallvec!["United States".into(), country.into()];
        row.places = locale
            .split([';', ','])
            .map(str::trim)
            .filter(|place| !place.is_empty())
            .map(Cow::Borrowed)
            .collect();
    } else {
        let (visitor, from) = (text("visitor"), text("from"));
        row.title = format!("{visitor} of {from} visits the United States").into();
        row.summary = text("description").into();
        row.participants = smallvec![RowParticipant {
            name: visitor.into(),
            role: None,
            country: Some(from.into()),
        }];
        row.countries = smallvec!["United States".into(), from.into()];
    }
    row.sources = smallvec![RowSource {
        title: if element == "trip" {
            "Travels abroad, Office of the Historian"
        } else {
            "Visits by foreign leaders, Office of the Historian"
        }
        .into(),
        locator: fields.get("id").map(|id| format!("no. {id}").into()),
        ..RowSource::default()
    }];
    Some(row)
}
