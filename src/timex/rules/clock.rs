//! Times of day, alone or with their date: "10:35 a.m.", "5 p.m. EST Nov. 9", "Friday morning", "the
//! night of 8 February 1904", "noon".

use super::super::grain::Part;
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Meaning, Time};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, calendar, relative, rule, weekday};

/// Proposes times of day.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    if let Some((time, end)) = clock(scan, at) {
        with_date(scan, at, time, end, found);
    }
    day_part(scan, at, found);
    part_of(scan, at, found);
    if let Some(part @ (Part::Noon | Part::Midnight)) = scan.part(at) {
        with_date(scan, at, Time::Part(part), at + 1, found);
    } else if scan.is(at, "overnight") {
        let mut candidate = Candidate::new(at..at + 1, Meaning::Clock, rule("day-part"));
        candidate.time = Some(Time::Part(Part::Night));
        found.push(candidate);
    }
}

/// A time of day, and the date that follows it if one does.
fn with_date(scan: &Scan<'_>, at: usize, time: Time, end: usize, found: &mut Found) {
    let mut push = |end: usize, meaning: Meaning, name: &'static str| {
        let mut candidate = Candidate::new(at..end, meaning, rule(name));
        candidate.time = Some(time);
        found.push(candidate);
    };
    push(weekday::local_time(scan, end), Meaning::Clock, "clock");
    let next = end + usize::from(scan.mark(end, ','));
    let next = next + usize::from(scan.is_any(next, &["on", "of"]));
    if scan.new_paragraph(next) {
        return;
    }
    if let Some((date, end)) = calendar::read(scan, next).filter(|(date, _)| date.day.is_some()) {
        push(end, Meaning::Date(date), "clock-date");
    } else if let Some(days) = scan
        .deictic(next)
        .filter(|_| !scan.is_any(next, relative::TONIGHT))
    {
        push(next + 1, Meaning::Deictic(days), "clock-date");
    } else {
        let (shift, word) = weekday::shifted(scan, next);
        if let Some(day) = scan.weekday(word).filter(|_| scan.capital(word)) {
            push(
                weekday::local_time(scan, word + 1),
                Meaning::Weekday(day, shift),
                "clock-date",
            );
        }
    }
}

/// "1700 GMT", "0900 local time", "at 1930 hours": four figures that are no year.
pub(super) fn four_figures(scan: &Scan<'_>, at: usize) -> Option<(Time, usize)> {
    let (number, _) = scan.number(at).filter(|(_, digits)| *digits == 4)?;
    let (hour, minute) = (number / 100, number % 100);
    if hour > 24 || minute > 59 || at > 0 && scan.tight(at) && !scan.mark(at - 1, '(') {
        return None;
    }
    let led = at > 0
        && scan.is_any(
            at - 1,
            &["at", "by", "from", "until", "to", "about", "around"],
        );
    let hours = usize::from(led && scan.is_any(at + 1, &["hours", "hrs"]));
    let (zone, end) = zone(scan, at + 1 + hours);
    let local = weekday::local_time(scan, end) > end;
    (hours > 0 || zone.is_some() || local).then_some((Time::Clock { hour, minute, zone }, end))
}

/// "10:35 a.m. EST", "5 pm", "17:00 KST", "4 o'clock", "4 in the morning".
fn clock(scan: &Scan<'_>, at: usize) -> Option<(Time, usize)> {
    if let Some(found) = four_figures(scan, at).filter(|_| !scan.mark(at.wrapping_sub(1), '(')) {
        return Some(found);
    }
    let (hour, _digits) = scan
        .number(at)
        .filter(|(hour, digits)| *hour <= 24 && *digits <= 2)?;
    if at > 0 && scan.tight(at) && !scan.mark(at - 1, '(') && !scan.dash(at - 1) {
        return None;
    }
    let (minute, mut end) = minutes(scan, at + 1);
    let seconds = scan.mark(end, ':')
        && scan.tight(end)
        && scan.number(end + 1).is_some_and(|(_, digits)| digits == 2);
    end += 2 * usize::from(seconds && minute.is_some());
    let (half, after) = meridiem(scan, end).unwrap_or((None, end));
    let mut hour = hour;
    if after > end {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + 12 * u32::from(half == Some(true));
        end = after;
    } else if scan.spells(end, &["o"]) && scan.mark(end + 1, '\'') && scan.is(end + 2, "clock") {
        end += 3;
    } else if scan.spells(end, &["in", "the"])
        && scan.part(end + 2).is_some()
        && !scan.mark(end - 1, ',')
    {
        let late = !matches!(scan.part(end + 2), Some(Part::Morning));
        hour += 12 * u32::from(late && hour < 12);
        end += 3;
    } else if minute.is_none() || !bare_time(scan, at, end) {
        return None;
    }
    let (zone, end) = zone(scan, end);
    let minute = minute.unwrap_or_default();
    Some((Time::Clock { hour, minute, zone }, end))
}

/// Whether figures alone, "10:35", are a time: after a preposition or before a zone.
fn bare_time(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let before = &[
        "at", "about", "around", "by", "until", "from", "to", "before", "after", "since",
    ];
    at > 0 && (scan.is_any(at - 1, before) || scan.dash(at - 1)) || zone(scan, end).0.is_some()
}

/// ":35" right after an hour; ".35" before "a.m.".
fn minutes(scan: &Scan<'_>, at: usize) -> (Option<u32>, usize) {
    let point = scan.mark(at, '.') && meridiem(scan, at + 2).is_some();
    let glued = (point || scan.mark(at, ':')) && scan.tight(at) && scan.tight(at + 1);
    let read = scan
        .number(at + 1)
        .filter(|(minute, digits)| glued && *digits == 2 && *minute < 60);
    read.map_or((None, at), |(minute, _)| (Some(minute), at + 2))
}

/// "a.m.", "p.m", "am", "PM": whether it is after noon.
fn meridiem(scan: &Scan<'_>, at: usize) -> Option<(Option<bool>, usize)> {
    if scan.is_any(at, &["am", "pm"]) && !scan.is_any(at + 1, &["not"]) {
        return Some((Some(scan.is(at, "pm")), at + 1));
    }
    let dotted = scan.is_any(at, &["a", "p"])
        && scan.mark(at + 1, '.')
        && scan.is(at + 2, "m")
        && scan.tight(at + 2);
    dotted.then(|| {
        let stop = scan.mark(at + 3, '.') && scan.tight(at + 3);
        (Some(scan.is(at, "p")), at + 3 + usize::from(stop))
    })
}

/// A zone in capitals, in brackets or not: "EST", "(0735 GMT)" is left alone.
fn zone(scan: &Scan<'_>, at: usize) -> (Option<i32>, usize) {
    let open = usize::from(scan.mark(at, '('));
    let word = at + open;
    let zone = scan.sense(word, |sense| match sense {
        Sense::Zone(minutes) => Some(minutes),
        _ => None,
    });
    match zone {
        Some(minutes) if scan.all_capitals(word) && (open == 0 || scan.mark(word + 1, ')')) => {
            (Some(minutes), word + 1 + open)
        }
        _ => (None, at),
    }
}

/// "Friday morning", "Friday night".
fn day_part(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let (shift, word) = weekday::shifted(scan, at);
    if let (Some(day), Some(part)) = (scan.weekday(word), scan.part(word + 1))
        && scan.capital(word)
    {
        let meaning = Meaning::Weekday(day, shift);
        let end = weekday::local_time(scan, word + 2);
        let mut candidate = Candidate::new(at..end, meaning, rule("weekday-part"));
        candidate.time = Some(Time::Part(part));
        found.push(candidate);
    }
}

/// "the night of 8 February", "the morning of the 16th", "on the evening of the 2d instant", "the
/// morning".
fn part_of(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is(at, "the"));
    let early = scan.is_any(at + the, &["early", "late"]);
    let the = the + usize::from(early && the == 1);
    let Some(part) = scan.part(at + the) else {
        return;
    };
    let mut next = at + the + 1;
    next += usize::from(scan.is(next, "hours"));
    let of = scan.is(next, "of");
    next += usize::from(of);
    let mut push = |end: usize, meaning: Meaning, name: &'static str| {
        let mut candidate = Candidate::new(at..end, meaning, rule(name));
        candidate.time = Some(Time::Part(part));
        found.push(candidate);
    };
    if of || the == 0 {
        let led = of || at > 0 && scan.is_any(at - 1, &["on", "in"]);
        if let Some((date, end)) =
            calendar::read(scan, next).filter(|(date, _)| date.day.is_some() && led)
        {
            push(end, Meaning::Date(date), "part-of-date");
        } else if let Some((meaning, end)) = super::span::day_of_month(scan, next).filter(|_| of) {
            push(end, meaning, "part-of-date");
        } else if let Some((day, end)) = super::ordinal::day(scan, next).filter(|_| of) {
            let meaning = Meaning::DayOfMonth(day, super::super::grain::Shift::Same);
            push(end, meaning, "part-of-date");
        } else if let Some(day) = scan.weekday(next).filter(|_| of) {
            push(
                next + 1,
                Meaning::Weekday(day, super::super::grain::Shift::Plain),
                "part-of-date",
            );
        }
    }
    if let Some(days) = scan.deictic(next).filter(|_| !of) {
        push(next + 1, Meaning::Deictic(days), "part-of-date");
    }
    let led = at > 0 && scan.is_any(at - 1, &["in", "during", "by", "until"]) && the >= 1 && !of;
    if led && !parts::genitive(scan, next) {
        push(next, Meaning::Clock, "day-part");
    }
}
