//! Days of the week: "Friday", "last Friday", "the following Tuesday", "Sunday (Seoul time)".

use super::super::grain::{Grain, Shift};
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Count, Meaning, Way};
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, calendar, ordinal, rule};

/// Proposes weekdays with what may stand before and after them.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let (shift, next) = shifted(scan, at);
    let Some(day) = scan.weekday(next) else {
        return;
    };
    if !scan.capital(next) {
        return;
    }
    let name = if shift == Shift::Plain {
        rule("weekday")
    } else {
        rule("shifted-weekday")
    };
    if let Some((weeks, end)) = week_after(scan, next + 1).filter(|_| shift == Shift::Plain) {
        found.push(Candidate::new(
            at..end,
            Meaning::WeekdayIn(day, weeks),
            rule("weekday-week"),
        ));
    }
    if let Some((date, end)) = calendar::read(scan, next).filter(|_| shift != Shift::Plain) {
        let date = Meaning::Date(date);
        found.push(Candidate::new(at..end, date, rule("weekday-date")));
    }
    let comma = next + 1 + usize::from(scan.mark(next + 1, ','));
    if let Some((number, end)) = ordinal::day(scan, comma).filter(|_| shift == Shift::Plain) {
        let meaning = Meaning::DayOfSomeMonth(number, day);
        found.push(Candidate::new(at..end, meaning, rule("weekday-number")));
    }
    let led = at > 0 && scan.has(at - 1, Sense::Preposition);
    if let Some((shift, end)) = behind(scan, next + 1).filter(|_| led && shift == Shift::Plain) {
        let day = Meaning::Weekday(day, shift);
        found.push(Candidate::new(at..end, day, rule("shifted-weekday")));
    }
    if let Some(unit @ (Grain::Week | Grain::Fortnight)) = scan.unit(next + 1)
        && led
        && shift == Shift::Plain
        && is_over(scan, next + 2)
    {
        let day = Box::new(Meaning::Weekday(day, shift));
        let week = Meaning::OffsetFrom(Count::whole(1), unit, Way::Hence, day);
        found.push(Candidate::new(at..next + 2, week, rule("weekday-week")));
    }
    let end = local_time(scan, next + 1);
    found.push(Candidate::new(at..end, Meaning::Weekday(day, shift), name));
}

/// "last", "this coming", "the following", "that same"; the last one said counts.
pub(super) fn shifted(scan: &Scan<'_>, at: usize) -> (Shift, usize) {
    let mut next = at + usize::from(scan.is(at, "the"));
    let mut shift = None;
    while let Some(one) = scan.shift(next).filter(|_| next < at + 3) {
        shift = Some(match (shift, one) {
            (None, one) => one,
            (Some(Shift::This), Shift::Past) => Shift::Last,
            (Some(Shift::This), Shift::Coming | Shift::Same) => one,
            (Some(Shift::That), Shift::Same) => Shift::That,
            _ => return (Shift::Plain, at),
        });
        next += 1;
    }
    match shift {
        Some(shift) => (shift, next),
        None => (Shift::Plain, at),
    }
}

/// "Friday last week", "Tuesday of next week", "Tuesday two weeks ago": the steps in weeks.
fn week_after(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some((Count::Tenths(tenths), end)) = parts::count(scan, at)
        && let (Some(unit), true) = (
            scan.unit(end).or_else(|| scan.units(end)),
            scan.is(end + 1, "ago"),
        )
        && let (Grain::Week, times) = unit.counted()
    {
        let weeks = (tenths / 10).saturating_mul(times).min(500) as i32;
        return tenths.is_multiple_of(10).then_some((-weeks, end + 2));
    }
    let next = at + usize::from(scan.is(at, "of"));
    let shift = scan.shift(next)?;
    let deictic = matches!(shift, Shift::Last | Shift::Next | Shift::This);
    (deictic && scan.is(next + 1, "week")).then(|| (shift.steps(), next + 2))
}

/// "Tuesday last", "in March next": the step behind a name, and the position after it. What follows
/// may be no noun: "Monday last-minute talks".
pub(super) fn behind(scan: &Scan<'_>, at: usize) -> Option<(Shift, usize)> {
    let shift = match scan.word(at) {
        "last" => Shift::Last,
        "next" => Shift::Next,
        _ => return None,
    };
    let beside = scan.is_any(at + 1, &["to", "of", "in"]);
    (is_over(scan, at + 1) && !beside).then_some((shift, at + 1))
}

/// Whether a phrase is over at a position: no noun follows.
pub(super) fn is_over(scan: &Scan<'_>, at: usize) -> bool {
    let pronoun = scan.is_any(
        at,
        &["he", "she", "it", "they", "we", "i", "his", "her", "that"],
    );
    let word = pronoun || scan.has(at, Sense::Preposition) || scan.has(at, Sense::Article);
    ends(scan, at) || word || scan.capital(at)
}

/// Whether a clause ends before a position: "they had met two days before."
pub(super) fn ends(scan: &Scan<'_>, at: usize) -> bool {
    let marks = [',', '.', ';', ':', '?', '!', ')', '"'];
    scan.new_paragraph(at) || marks.iter().any(|mark| scan.mark(at, *mark))
}

/// "(local time)", "(Seoul time)", "local time", "Korean time" after a day.
pub(super) fn local_time(scan: &Scan<'_>, at: usize) -> usize {
    let open = usize::from(scan.mark(at, '('));
    let first = at + open;
    let words = (1..=3)
        .find(|words| scan.is(first + words, "time"))
        .unwrap_or_default();
    let named = (0..words).all(|step| scan.is_word(first + step) || scan.mark(first + step, '.'));
    let local = scan.is(first, "local") || open == 1 && scan.capital(first);
    if words == 0 || !named || !local {
        return at;
    }
    let end = first + words + 1;
    match (open, scan.mark(end, ')')) {
        (1, true) => end + 1,
        (0, _) => end,
        _ => at,
    }
}
