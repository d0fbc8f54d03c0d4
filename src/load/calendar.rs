//! iCalendar: each VEVENT is a row.
//!
//! Lines are unfolded as octets were folded, broken lines and components are warnings, and what
//! follows them is read. An event that repeats is a row for each of its days; a changed occurrence
//! stands in the place of the one that the rule gives. The day of an event is the keeper's.

use std::borrow::Cow;
use std::collections::HashSet;

use super::happening::Happening;
use super::options::Limits;
use super::property::{Property, unfold};
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::sink::{Rows, Sink};
use crate::document::{EventRow, Origin};
use crate::time::{Date, DateRange, Edtf};

/// Components that may be open at once.
const DEEPEST: usize = 16;

/// Periods that are looked at for all rules of a file.
const MOST_WORK: usize = 300_000;

/// The rows of a calendar.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let Sink { warnings, rows, .. } = sink;
    let mut components: Vec<String> = Vec::new();
    let mut event: Option<Happening> = None;
    let mut seen_calendar = false;
    let mut calendar = Calendar::new(origin, limits);
    for (line, content) in unfold(text) {
        let Some(property) = Property::parse(&content) else {
            if !content.trim().is_empty() {
                warnings.push(Notice::at_line(
                    "this line is not of the form NAME:VALUE",
                    line,
                ));
            }
            continue;
        };
        match property.name.as_str() {
            "BEGIN" => {
                let name = property.value.trim().to_ascii_uppercase();
                seen_calendar |= name == "VCALENDAR";
                if components.len() >= DEEPEST {
                    return Err(Notice::at_line(
                        format!("components are nested more than {DEEPEST} deep"),
                        line,
                    ));
                }
                if name == "VEVENT" {
                    calendar.close(&mut event, rows, warnings);
                    event = Some(Happening::new(origin, line));
                }
                components.push(name);
            }
            "END" => {
                let name = property.value.trim().to_ascii_uppercase();
                if components.last() == Some(&name) {
                    components.pop();
                } else {
                    warnings.push(Notice::at_line(
                        format!("END:{name} does not end what is open"),
                        line,
                    ));
                    // What was opened inside is taken to end with it.
                    if let Some(at) = components.iter().rposition(|open| *open == name) {
                        components.truncate(at);
                    }
                }
                if name == "VEVENT" {
                    calendar.close(&mut event, rows, warnings);
                }
            }
            _ => {
                let own = components.last().is_some_and(|open| open == "VEVENT");
                if let Some(event) = event.as_mut().filter(|_| own) {
                    event.take(&property, line, warnings);
                } else if matches!(property.name.as_str(), "X-WR-TIMEZONE" | "TZID")
                    && calendar.zone.is_none()
                {
                    calendar.zone = Some(property.value.trim().to_owned());
                }
            }
        }
        if rows.len() >= limits.records {
            let most = limits.records;
            warnings.push(Notice::at_line(
                format!("only the first {most} events are read"),
                line,
            ));
            break;
        }
    }
    if event.is_some() {
        warnings.push(Notice::new("the file ends inside an event"));
        calendar.close(&mut event, rows, warnings);
    }
    calendar.finish(rows, warnings);
    if !seen_calendar && rows.is_empty() {
        return Err(Notice::at_line(
            "this is no calendar: BEGIN:VCALENDAR is missing",
            1,
        ));
    }
    Ok(Reading::named("a calendar"))
}

/// What a calendar says of all its events.
struct Calendar<'c> {
    origin: &'c Origin,
    most: usize,
    /// The name of the zone that it is kept in.
    zone: Option<String>,
    /// Periods of rules that may still be looked at.
    work: usize,
    /// Events with several days, which wait for their changed occurrences.
    repeating: Vec<(EventRow<'static>, Vec<DateRange>)>,
    /// Occurrences that stand elsewhere as events of their own: name and day.
    changed: HashSet<(Cow<'static, str>, Date)>,
}

impl<'c> Calendar<'c> {
    fn new(origin: &'c Origin, limits: &Limits) -> Self {
        Self {
            origin,
            most: limits.records,
            zone: None,
            work: MOST_WORK,
            repeating: Vec::new(),
            changed: HashSet::new(),
        }
    }

    /// Ends the event that is open, if one is.
    fn close(
        &mut self,
        event: &mut Option<Happening>,
        rows: &mut Rows<'_>,
        warnings: &mut Warnings,
    ) {
        let Some(event) = event.take() else { return };
        let zone = self.zone.as_deref();
        let replaces = event.replaces.map(|moment| moment.local(zone).day);
        let Some((mut row, days)) = event.finish(zone, warnings, &mut self.work) else {
            return;
        };
        if let (Some(id), Some(day)) = (&row.id, replaces) {
            self.changed.insert((id.clone(), day));
            row.id = Some(format!("{id}-{day}").into());
        }
        if days.len() > 1 {
            self.repeating.push((row, days));
            return;
        }
        row.date = days.first().copied().map(Edtf::days);
        self.give(row, rows);
    }

    fn give(&self, mut row: EventRow<'static>, rows: &mut Rows<'_>) {
        row.origin = self.origin.item(rows.len() as u32 + 1);
        rows.push(&row);
    }

    /// Gives the days of what repeats, but for those that were changed.
    fn finish(&mut self, rows: &mut Rows<'_>, warnings: &mut Warnings) {
        for (row, days) in std::mem::take(&mut self.repeating) {
            for range in days {
                let id = row.id.clone().unwrap_or_default();
                if self.changed.contains(&(id, range.first())) {
                    continue;
                }
                if rows.len() >= self.most {
                    let most = self.most;
                    warnings.push(Notice::new(format!(
                        "only the first {most} events are read"
                    )));
                    return;
                }
                let mut row = row.clone();
                row.id = row.id.map(|id| format!("{id}-{}", range.first()).into());
                row.date = Some(Edtf::days(range));
                self.give(row, rows);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(String, String)> {
        let mut rows = Vec::new();
        let mut keep = |row: &EventRow<'_>| rows.push(row.clone().into_owned());
        let mut sink = Sink::new(&mut keep);
        read(text, &Origin::Stdin, &Limits::default(), &mut sink).expect("a calendar");
        let date = |row: &EventRow<'_>| row.date.map(|date| date.to_string()).unwrap_or_default();
        rows.iter()
            .map(|row| (date(row), row.title.to_string()))
            .collect()
    }

    #[test]
    fn folded_lines_and_whole_days_are_read() {
        let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20210316\r\nDTEND;VALUE=DATE:20210318\r\nSUMMARY:Talks\\, in\r\n  Tokyo\r\nBEGIN:VALARM\r\nSUMMARY:x\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(
            rows(text),
            [(
                "2021-03-16/2021-03-17".to_owned(),
                "Talks, in Tokyo".to_owned()
            )]
        );
    }

    #[test]
    fn an_event_that_repeats_is_a_row_for_each_day() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20210316\nDTEND:20210318\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20210323\nSUMMARY:Talks\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20210330\nDTSTART:20210331\nSUMMARY:Talks, moved\nEND:VEVENT\nEND:VCALENDAR\n";
        let row = |date: &str, title: &str| (date.to_owned(), title.to_owned());
        assert_eq!(
            rows(text),
            [
                row("2021-03-31", "Talks, moved"),
                row("2021-03-16/2021-03-17", "Talks"),
                row("2021-04-06/2021-04-07", "Talks"),
            ]
        );
    }

    #[test]
    fn an_instant_in_utc_is_the_day_of_the_keeper() {
        let event = "BEGIN:VEVENT\nDTSTART:20210316T233000Z\nDTEND:20210317T003000Z\nSUMMARY:Talks\nEND:VEVENT\nEND:VCALENDAR\n";
        let dates = |head: &str| rows(&format!("BEGIN:VCALENDAR\n{head}{event}")).remove(0).0;
        assert_eq!(dates("X-WR-TIMEZONE:Asia/Seoul\n"), "2021-03-17");
        assert_eq!(dates("X-WR-TIMEZONE:America/New_York\n"), "2021-03-16");
        assert_eq!(dates(""), "2021-03-16/2021-03-17");
    }

    #[test]
    fn repetitions_of_an_instant_are_days_of_the_keeper() {
        let dates = |event: &str| {
            let event = format!("BEGIN:VEVENT\n{event}\nSUMMARY:Talks\nEND:VEVENT");
            let text =
                format!("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Seoul\n{event}\nEND:VCALENDAR\n");
            let dates = rows(&text).into_iter().map(|(date, _)| date);
            dates.collect::<Vec<_>>().join(" ")
        };
        // Eight in the morning in Seoul, a weekday later than in UTC.
        let daily = "DTSTART:20210315T230000Z\nRRULE:FREQ=DAILY;UNTIL=20210318T230000Z\nEXDATE:20210316T230000Z";
        assert_eq!(dates(daily), "2021-03-16 2021-03-18 2021-03-19");
        let mondays = "DTSTART:20210315T230000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2";
        assert_eq!(dates(mondays), "2021-03-16 2021-03-23");
        let told_there =
            "DTSTART;TZID=Asia/Seoul:20210316T080000\nRRULE:FREQ=DAILY;UNTIL=20210316T230000Z";
        assert_eq!(dates(told_there), "2021-03-16 2021-03-17");
        let too_early = "DTSTART:20210315T230000Z\nRRULE:FREQ=DAILY;UNTIL=20210317T220000Z";
        assert_eq!(dates(too_early), "2021-03-16 2021-03-17");
        let to_midnight = "DTSTART:20210409T230000Z\nDTEND:20210410T150000Z";
        assert_eq!(dates(to_midnight), "2021-04-10");
        let over_midnight = "DTSTART:20210309T230000Z\nDTEND:20210311T000000Z";
        assert_eq!(dates(over_midnight), "2021-03-10/2021-03-11");
        let added = "DTSTART:20210309T230000Z\nRDATE:20210320T230000Z";
        assert_eq!(dates(added), "2021-03-10 2021-03-21");
    }

    #[test]
    fn a_broken_event_does_not_stop_the_others() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2021\nSUMMARY:One\nno colon\nBEGIN:VEVENT\nDTSTART:20210316T100000Z\nSUMMARY:Two\nEND:VCALENDAR\n";
        assert_eq!(
            rows(text),
            [
                (String::new(), "One".to_owned()),
                ("2021-03-16".to_owned(), "Two".to_owned())
            ]
        );
    }
}
