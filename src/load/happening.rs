//! One event of a calendar, from its properties to a row and its days.

use super::property::Property;
use super::recur::{MOST_DAYS, Rule};
use super::report::{Notice, Warnings};
use crate::document::{EventRow, Origin, RowParticipant, RowSource};
use crate::text::{clean, clean_line};
use crate::time::{Date, DateRange};

/// A VEVENT that is being read.
pub(super) struct Happening {
    row: EventRow<'static>,
    line: usize,
    start: Option<Date>,
    end: Option<Date>,
    rule: Option<Result<Rule, String>>,
    /// Days that are added, and left out.
    more: Vec<Date>,
    without: Vec<Date>,
    /// The day of the occurrence that this one stands for.
    pub(super) replaces: Option<Date>,
}

impl Happening {
    /// An event that begins at a line.
    pub(super) fn new(origin: &Origin, line: usize) -> Self {
        Self {
            row: EventRow::at(origin.clone(), u32::try_from(line).ok()),
            line,
            start: None,
            end: None,
            rule: None,
            more: Vec::new(),
            without: Vec::new(),
            replaces: None,
        }
    }

    /// Takes a property.
    pub(super) fn take(
        &mut self,
        property: &Property,
        zone: Option<&str>,
        at: (usize, &mut Warnings),
    ) {
        let (line, warnings) = at;
        let row = &mut self.row;
        match property.name.as_str() {
            "SUMMARY" => row.title = clean_line(&property.text()).into(),
            "DESCRIPTION" => row.summary = clean(property.text().trim()).into_owned().into(),
            "UID" => row.id = Some(clean_line(&property.value).into()),
            "LOCATION" => row.places.extend(
                Some(clean_line(&property.text()))
                    .filter(|place| !place.is_empty())
                    .map(Into::into),
            ),
            "CATEGORIES" => row.topics.extend(
                property
                    .value
                    .split(',')
                    .take(100)
                    .map(clean_line)
                    .filter(|topic| !topic.is_empty())
                    .map(Into::into),
            ),
            "STATUS" => {
                row.status = match property.value.trim().to_ascii_uppercase().as_str() {
                    "CANCELLED" => Some("cancelled".into()),
                    "TENTATIVE" => Some("possible".into()),
                    _ => None,
                };
            }
            "ATTENDEE" | "ORGANIZER" if row.participants.len() < 1_000 => {
                let named = property
                    .parameters
                    .split(';')
                    .find_map(|parameter| parameter.strip_prefix("CN="));
                if let Some(name) = named.map(|name| clean_line(name.trim_matches('"'))) {
                    row.participants.push(RowParticipant {
                        name: name.into(),
                        ..RowParticipant::default()
                    });
                }
            }
            "URL" if crate::text::is_web_address(&property.value) => row.sources.push(RowSource {
                url: Some(property.value.trim().to_owned().into()),
                ..RowSource::default()
            }),
            "RRULE" => self.rule = Some(Rule::parse(&property.value)),
            "RDATE" if self.more.len() < MOST_DAYS => self.more.extend(days(&property.value)),
            "EXDATE" if self.without.len() < MOST_DAYS => {
                self.without.extend(days(&property.value));
            }
            "RECURRENCE-ID" => self.replaces = property.day(zone),
            "DTSTART" => match property.day(zone) {
                Some(day) => self.start = Some(day),
                None => warnings.push(Notice::at_line(
                    format!("\"{}\" is not a date", property.value),
                    line,
                )),
            },
            // The end is the first moment that is no longer part of it (RFC 5545, 3.6.1).
            "DTEND" => match property.day(zone) {
                Some(day) => {
                    self.end = Some(if property.is_day() || property.minutes() == Some(0) {
                        day.plus_days(-1)
                    } else {
                        day
                    });
                }
                None => warnings.push(Notice::at_line(
                    format!("\"{}\" is not a date", property.value),
                    line,
                )),
            },
            _ => {}
        }
    }

    /// The row and its days; without days it has no date.
    pub(super) fn finish(
        mut self,
        warnings: &mut Warnings,
        work: &mut usize,
    ) -> Option<(EventRow<'static>, Vec<DateRange>)> {
        let line = self.line;
        if self.row.title.is_empty() {
            let first = self.row.summary.lines().next().unwrap_or_default();
            self.row.title = clean_line(first).into();
        }
        if self.row.title.is_empty() {
            warnings.push(Notice::at_line(
                "this event has no SUMMARY; it is left out",
                line,
            ));
            return None;
        }
        if let Some(start) = self.start {
            let end = self.end.unwrap_or(start);
            let range = DateRange::new(start, end);
            if range.is_none() && end.plus_days(1) != start {
                warnings.push(Notice::at_line(
                    "this event ends before it begins; its first day is kept",
                    line,
                ));
            }
            let range = range.unwrap_or_else(|| DateRange::day(start));
            let days = self.occurrences(range, warnings, work);
            return Some((self.row, days));
        }
        Some((self.row, Vec::new()))
    }

    /// The days of the event and of its repetitions.
    fn occurrences(
        &self,
        own: DateRange,
        warnings: &mut Warnings,
        work: &mut usize,
    ) -> Vec<DateRange> {
        let mut starts = match &self.rule {
            None => vec![own.first()],
            Some(Ok(rule)) => {
                if *work == 0 {
                    let why = "this event repeats; the file has so many that its first occurrence is read";
                    warnings.push(Notice::at_line(why, self.line));
                    return vec![own];
                }
                let (days, more) = rule.days(own.first(), work);
                if more {
                    let why = format!("this event repeats; its first {MOST_DAYS} days are read");
                    warnings.push(Notice::at_line(why, self.line));
                }
                days
            }
            Some(Err(part)) => {
                let why = format!(
                    "this event repeats by a rule that is not understood ({part}); its first occurrence is read"
                );
                warnings.push(Notice::at_line(why, self.line));
                vec![own.first()]
            }
        };
        starts.extend(self.more.iter().take(MOST_DAYS));
        starts.retain(|day| !self.without.contains(day));
        starts.sort_unstable();
        starts.dedup();
        let length = own.days() - 1;
        let lasting = |start: Date| DateRange::spanning(start, start.plus_days(length));
        starts.into_iter().map(lasting).collect()
    }
}

/// The days of a list.
fn days(value: &str) -> impl Iterator<Item = Date> {
    value
        .split(',')
        .take(MOST_DAYS)
        .filter_map(|day| super::property::day_of(day.split('/').next().unwrap_or_default()))
}
