//! The State Department's lists of travels abroad and of visits by foreign leaders.
//!
//! `<trips>` of `<trip>`, `<visits>` of `<visit>`: each is one event with a first and a last day.

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
                        Some(row) => rows.push(row),
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

fn filled(mut row: EventRow, fields: &Fields, element: &str) -> Option<EventRow> {
    let text = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    let first: Date = fields.get("start-date")?.parse().ok()?;
    let last = fields
        .get("end-date")
        .and_then(|day| day.parse().ok())
        .unwrap_or(first);
    row.date = Some(Edtf::days(DateRange::new(first, last)?));
    row.id = fields.get("id").map(|id| format!("{element}-{id}"));
    row.kind = Some("visit".to_owned());
    row.status = Some("held".to_owned());
    if element == "trip" {
        let (name, country, locale) = (text("name"), text("country"), text("locale"));
        let role = match fields.get("role") {
            Some("secretary") => Some("Secretary of State".to_owned()),
            Some("president") => Some("President".to_owned()),
            other => other.map(str::to_owned),
        };
        let place = if locale.is_empty() {
            country.clone()
        } else {
            format!("{locale}, {country}")
        };
        row.title = format!("{name} in {place}");
        row.summary = text("remarks");
        row.participants = vec![RowParticipant {
            name,
            role,
            country: Some("United States".to_owned()),
        }];
        row.countries = vec!["United States".to_owned(), country];
        row.places = locale
            .split([';', ','])
            .map(|place| place.trim().to_owned())
            .filter(|place| !place.is_empty())
            .collect();
    } else {
        let (visitor, from) = (text("visitor"), text("from"));
        row.title = format!("{visitor} of {from} visits the United States");
        row.summary = text("description");
        row.participants = vec![RowParticipant {
            name: visitor,
            role: None,
            country: Some(from.clone()),
        }];
        row.countries = vec!["United States".to_owned(), from];
    }
    row.sources = vec![RowSource {
        title: if element == "trip" {
            "Travels abroad, Office of the Historian"
        } else {
            "Visits by foreign leaders, Office of the Historian"
        }
        .to_owned(),
        locator: fields.get("id").map(|id| format!("no. {id}")),
        ..RowSource::default()
    }];
    Some(row)
}
