//! iCalendar: each VEVENT is a row.
//!
//! Lines are unfolded as octets were folded, broken lines and components are warnings, and what
//! follows them is read. A rule of repetition is not expanded: the first occurrence is an event, and
//! the report says that there are more. Times with a zone keep the day that they are written with.

use super::file::{Reading, item_origin};
use super::lines::Lines;
use super::options::Limits;
use super::report::{Notice, Warnings};
use super::sink::{Rows, Sink};
use crate::document::{EventRow, Origin, RowParticipant, RowSource};
use crate::text::{clean, clean_line};
use crate::time::{Date, DateRange, Edtf};

/// Components that may be open at once.
const DEEPEST: usize = 16;
/// A value is read up to so many bytes.
const LONGEST: usize = 1 << 20;

/// The rows of a calendar.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let Sink { warnings, rows } = sink;
    let mut components: Vec<String> = Vec::new();
    let mut event: Option<Event> = None;
    let mut seen_calendar = false;
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
                    close(&mut event, rows, warnings);
                    event = Some(Event::new(origin, rows.len(), line));
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
                    close(&mut event, rows, warnings);
                }
            }
            _ => {
                let own = components.last().is_some_and(|open| open == "VEVENT");
                if let Some(event) = event.as_mut().filter(|_| own) {
                    event.take(&property, line, warnings);
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
        close(&mut event, rows, warnings);
    }
    if !seen_calendar && rows.is_empty() {
        return Err(Notice::at_line(
            "this is no calendar: BEGIN:VCALENDAR is missing",
            1,
        ));
    }
    Ok(Reading::named("a calendar"))
}

fn close(event: &mut Option<Event>, rows: &mut Rows<'_>, warnings: &mut Warnings) {
    if let Some(row) = event.take().and_then(|event| event.finish(warnings)) {
        rows.push(row);
    }
}

/// Lines with the number of the first physical line of each, folds joined.
fn unfold(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut lines = text.split(['\n', '\r']).peekable();
    let mut at = 0;
    let mut counter = Lines::new(text);
    std::iter::from_fn(move || {
        let first = lines.next()?;
        let line = counter.line(at);
        at += first.len() + 1;
        let mut content = first.to_owned();
        loop {
            // CR LF leaves an empty piece between the two; a fold may follow it.
            match lines.peek() {
                Some(next) if next.starts_with([' ', '\t']) => {
                    if content.len() < LONGEST {
                        content.extend(next.chars().skip(1));
                    }
                    at += next.len() + 1;
                    lines.next();
                }
                Some(next)
                    if next.is_empty() && text.as_bytes().get(at - 1..=at) == Some(b"\r\n") =>
                {
                    at += 1;
                    lines.next();
                }
                _ => return Some((line, content)),
            }
        }
    })
}

struct Property {
    name: String,
    parameters: String,
    value: String,
}

impl Property {
    /// `NAME;PARAMETERS:VALUE`; a colon in a quoted parameter does not end it.
    fn parse(content: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = content.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        });
        // A quotation that does not end ends with the first colon after all.
        let colon = colon.or_else(|| content.find(':'))?;
        let (head, value) = content.split_at(colon);
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        let name = name.trim();
        let named = !name.is_empty()
            && name.len() <= 64
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        named.then(|| Self {
            name: name.to_ascii_uppercase(),
            parameters: parameters.to_owned(),
            value: value.get(1..).unwrap_or_default().to_owned(),
        })
    }

    /// The value as text: escapes undone.
    fn text(&self) -> String {
        let mut out = String::with_capacity(self.value.len());
        let mut rest = self.value.chars();
        while let Some(c) = rest.next() {
            if c != '\\' {
                out.push(c);
                continue;
            }
            match rest.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            }
        }
        out
    }

    /// The day of `20210316`, `20210316T100000Z` or `2021-03-16`.
    fn day(&self) -> Option<Date> {
        let value = self.value.trim();
        let digits: String = value
            .split('T')
            .next()?
            .chars()
            .filter(|c| *c != '-')
            .collect();
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u32>().ok();
        if digits.len() != 8 {
            return None;
        }
        Date::new(
            i32::try_from(number(0..4)?).ok()?,
            number(4..6)?,
            number(6..8)?,
        )
        .filter(|date| date.year() > 0)
    }

    /// Whether it gives a day and no time of day.
    fn is_day(&self) -> bool {
        self.parameters.to_ascii_uppercase().contains("VALUE=DATE") && !self.value.contains('T')
            || self.value.trim().len() == 8
    }
}

struct Event {
    row: EventRow,
    line: usize,
    start: Option<Date>,
    end: Option<Date>,
    repeats: bool,
}

impl Event {
    fn new(origin: &Origin, before: usize, line: usize) -> Self {
        let number = before as u32 + 1;
        Self {
            row: EventRow::at(item_origin(origin, number), u32::try_from(line).ok()),
            line,
            start: None,
            end: None,
            repeats: false,
        }
    }

    fn take(&mut self, property: &Property, line: usize, warnings: &mut Warnings) {
        let row = &mut self.row;
        match property.name.as_str() {
            "SUMMARY" => row.title = clean_line(&property.text()),
            "DESCRIPTION" => row.summary = clean(property.text().trim()).into_owned(),
            "UID" => row.id = Some(clean_line(&property.value)),
            "LOCATION" => row
                .places
                .extend(Some(clean_line(&property.text())).filter(|place| !place.is_empty())),
            "CATEGORIES" => row.topics.extend(
                property
                    .value
                    .split(',')
                    .take(100)
                    .map(clean_line)
                    .filter(|topic| !topic.is_empty()),
            ),
            "STATUS" => {
                row.status = match property.value.trim().to_ascii_uppercase().as_str() {
                    "CANCELLED" => Some("cancelled".to_owned()),
                    "TENTATIVE" => Some("possible".to_owned()),
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
                        name,
                        ..RowParticipant::default()
                    });
                }
            }
            "URL" if super::file::is_web_address(&property.value) => row.sources.push(RowSource {
                url: Some(property.value.trim().to_owned()),
                ..RowSource::default()
            }),
            "RRULE" | "RDATE" => self.repeats = true,
            "DTSTART" => match property.day() {
                Some(day) => self.start = Some(day),
                None => warnings.push(Notice::at_line(
                    format!("\"{}\" is not a date", property.value),
                    line,
                )),
            },
            // The end of a whole-day event is the day after its last (RFC 5545, 3.6.1).
            "DTEND" => match property.day() {
                Some(day) => {
                    self.end = Some(if property.is_day() {
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

    fn finish(mut self, warnings: &mut Warnings) -> Option<EventRow> {
        let line = self.line;
        if self.row.title.is_empty() {
            self.row.title = clean_line(self.row.summary.lines().next().unwrap_or_default());
        }
        if self.row.title.is_empty() {
            warnings.push(Notice::at_line(
                "this event has no SUMMARY; it is left out",
                line,
            ));
            return None;
        }
        if self.repeats {
            warnings.push(Notice::at_line(
                "this event repeats; its first occurrence is read",
                line,
            ));
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
            self.row.date = Some(Edtf::days(range.unwrap_or_else(|| DateRange::day(start))));
        }
        Some(self.row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(String, String)> {
        let mut rows = Vec::new();
        let mut keep = |row| rows.push(row);
        let mut sink = Sink::new(&mut keep);
        read(text, &Origin::Stdin, &Limits::default(), &mut sink).expect("a calendar");
        let date = |row: &EventRow| row.date.map(|date| date.to_string()).unwrap_or_default();
        rows.iter()
            .map(|row| (date(row), row.title.clone()))
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
