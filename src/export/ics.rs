//! iCalendar (RFC 5545): one all-day event each. A date that is not known to the day cannot be
//! said there, nor one before the year 1 or after 9999; such an event is left out, and the notes say so.

use unicode_segmentation::UnicodeSegmentation;

use super::{Brief, Exported, citation};
use crate::chronicle::{Event, Status};
use crate::time::{Date, DateRange};

/// RFC 5545 §3.1: a line is at most 75 octets long, without its end.
const LONGEST_LINE: usize = 75;

pub(super) fn write(brief: &Brief<'_>) -> Exported {
    let mut text = String::new();
    let mut notes = Vec::new();
    let line = |text: &mut String, content: &str| fold(content, text);
    line(&mut text, "BEGIN:VCALENDAR");
    line(&mut text, "VERSION:2.0");
    line(&mut text, "PRODID:-//linchpin//linchpin//EN");
    line(&mut text, "CALSCALE:GREGORIAN");
    line(&mut text, &format!("X-WR-CALNAME:{}", escape(brief.title)));
    line(
        &mut text,
        &format!("X-WR-CALDESC:{}", escape(&brief.as_of_line())),
    );
    for event in brief.events() {
        match event.date {
            Some(date) if date.is_day_precise() && can_be_said(date.range()) => {
                one(brief, &event, date.range(), &mut text);
            }
            Some(date) => notes.push(format!(
                "\"{}\" is left out: a calendar cannot say {}",
                event.title,
                date.human()
            )),
            None => notes.push(format!("\"{}\" is left out: it has no date", event.title)),
        }
    }
    line(&mut text, "END:VCALENDAR");
    Exported { text, notes }
}

/// RFC 5545 §3.3.4: a year has four digits and no sign. Readers know no year 0.
fn can_be_said(range: DateRange) -> bool {
    range.first().year() >= 1 && range.last().plus_days(1).year() <= 9999
}

fn one(brief: &Brief<'_>, event: &Event, range: DateRange, out: &mut String) {
    let chronicle = brief.chronicle;
    let day = |date: Date| date.to_string().replace('-', "");
    let places = chronicle.place_names(event);
    let status = match event.status {
        Status::Held | Status::PastReference => "CONFIRMED",
        Status::Planned | Status::Possible => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    };
    let description = format!("{} {}", event.summary, citation(chronicle, event));
    fold("BEGIN:VEVENT", out);
    fold(&format!("UID:{}@linchpin", escape(&event.key)), out);
    fold(&format!("DTSTAMP:{}T000000Z", day(brief.as_of)), out);
    fold(&format!("DTSTART;VALUE=DATE:{}", day(range.first())), out);
    // The end of an all-day event is the day after its last (RFC 5545 §3.6.1).
    fold(
        &format!("DTEND;VALUE=DATE:{}", day(range.last().plus_days(1))),
        out,
    );
    fold(&format!("SUMMARY:{}", escape(&event.title)), out);
    if !places.is_empty() {
        fold(&format!("LOCATION:{}", escape(&places.join(", "))), out);
    }
    fold(&format!("DESCRIPTION:{}", escape(description.trim())), out);
    fold(&format!("CATEGORIES:{}", escape(event.kind.name())), out);
    fold(&format!("STATUS:{status}"), out);
    fold("TRANSP:TRANSPARENT", out);
    fold("END:VEVENT", out);
}

/// RFC 5545 §3.3.11.
fn escape(text: &str) -> String {
    let text = crate::text::clean(text);
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
        .replace('\t', " ")
}

/// Appends a content line, folded between graphemes, with CRLF. A cleaned grapheme is shorter than a
/// line, so no line grows too long.
fn fold(content: &str, out: &mut String) {
    let mut length = 0;
    for grapheme in content.graphemes(true) {
        if length + grapheme.len() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push_str(grapheme);
        length += grapheme.len();
    }
    out.push_str("\r\n");
}
