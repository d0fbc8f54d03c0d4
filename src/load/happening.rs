//! One event of a calendar, from its properties to a row and its days.

use super::moment::Moment;
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
    start: Option<Moment>,
    /// The zone in which the start is told.
    zone: Option<String>,
    /// The end, and whether it is a day and no time of day.
    end: Option<(Moment, bool)>,
    rule: Option<Result<Rule, String>>,
    /// Occurrences that are added, and left out.
    more: Vec<Moment>,
    without: Vec<Moment>,
    /// The occurrence that this one stands for.
    pub(super) replaces: Option<Moment>,
}

impl Happening {
    /// An event that begins at a line.
    pub(super) fn new(origin: &Origin, line: usize) -> Self {
        Self {
            row: EventRow::at(origin.clone(), u32::try_from(line).ok()),
            line,
            start: None,
            zone: None,
            end: None,
            rule: None,
            more: Vec::new(),
            without: Vec::new(),
            replaces: None,
        }
    }

    /// Takes a property.
    pub(super) fn take(&mut self, property: &Property, line: usize, warnings: &mut Warnings) {
        let row = &mut self.row;
        match property.name.as_str() {
            "SUMMARY" => row.title = clean_line(&property.text()).into(),
            "DESCRIPTION" => row.summary = clean(property.text().trim()).into_owned().into(),
            // The exports of the program add where an id is from (RFC 7986, 5.3).
            "UID" => {
                let id = property.value.trim();
                let id = id.strip_suffix("@linchpin").unwrap_or(id);
                row.id = Some(clean_line(id).into());
            }
            "LOCATION" => row.places.extend(
                Some(clean_line(&property.text()))
                    .filter(|place| !place.is_empty())
                    .map(Into::into),
            ),
            "CATEGORIES" => row.topics.extend(
                property
                    .texts()
                    .take(100)
                    .map(|topic| clean_line(&topic))
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
                if let Some(name) = property.parameter("CN").map(clean_line) {
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
            "RDATE" if self.more.len() < MOST_DAYS => self.more.extend(moments(&property.value)),
            "EXDATE" if self.without.len() < MOST_DAYS => {
                self.without.extend(moments(&property.value));
            }
            "RECURRENCE-ID" => self.replaces = Moment::parse(&property.value),
            "DTSTART" | "DTEND" => {
                let Some(moment) = Moment::parse(&property.value) else {
                    let why = format!("\"{}\" is not a date", property.value);
                    warnings.push(Notice::at_line(why, line));
                    return;
                };
                if property.name == "DTEND" {
                    self.end = Some((moment, property.is_day()));
                } else {
                    self.start = Some(moment);
                    self.zone = property.parameter("TZID").map(str::to_owned);
                }
            }
            _ => {}
        }
    }

    /// The row and its days where the keeper of the calendar is; without days it has no date.
    pub(super) fn finish(
        mut self,
        zone: Option<&str>,
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
            let first = start.local(zone).day;
            // The end is the first moment that is no longer part of it (RFC 5545, 3.6.1).
            let end = self.end.map_or(first, |(end, is_day)| {
                let end = end.local(zone);
                let over = is_day || end.minutes == Some(0);
                end.day.plus_days(-i64::from(over))
            });
            let range = DateRange::new(first, end);
            if range.is_none() && end.plus_days(1) != first {
                warnings.push(Notice::at_line(
                    "this event ends before it begins; its first day is kept",
                    line,
                ));
            }
            let range = range.unwrap_or_else(|| DateRange::day(first));
            let days = self.occurrences(start, range.days() - 1, zone, warnings, work);
            return Some((self.row, days));
        }
        Some((self.row, Vec::new()))
    }

    /// The days of the event and of its repetitions, each with so many after its first.
    fn occurrences(
        &self,
        first: Moment,
        more: i64,
        zone: Option<&str>,
        warnings: &mut Warnings,
        work: &mut usize,
    ) -> Vec<DateRange> {
        let lasting = |day: Date| DateRange::spanning(day, day.plus_days(more));
        let starts = match &self.rule {
            None => vec![first.day],
            Some(Ok(rule)) => {
                if *work == 0 {
                    let why = "this event repeats; the file has so many that its first occurrence is read";
                    warnings.push(Notice::at_line(why, self.line));
                    return vec![lasting(first.local(zone).day)];
                }
                let own = self.zone.as_deref().or(zone);
                let last = rule.until.map(|until| until.last_day(first, own));
                let (days, cut) = rule.days(first.day, last, work);
                if cut {
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
                vec![first.day]
            }
        };
        let local = |moment: &Moment| moment.local(zone).day;
        let mut days: Vec<Date> = starts.iter().map(|day| local(&first.on(*day))).collect();
        days.extend(self.more.iter().take(MOST_DAYS).map(local));
        let without: Vec<Date> = self.without.iter().map(local).collect();
        days.retain(|day| !without.contains(day));
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(lasting).collect()
    }
}

/// The moments of a list.
fn moments(value: &str) -> impl Iterator<Item = Moment> {
    value.split(',').take(MOST_DAYS).filter_map(Moment::parse)
}
