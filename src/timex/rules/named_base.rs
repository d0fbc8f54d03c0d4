//! What an amount can be counted from by name: "six months ago today", "a year ago last May", "20
//! years ago on Monday", "a week from Friday", "two years ago, on June 12".

use super::super::grain::{Grain, Shift};
use super::super::meaning::{Meaning, Partial, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::relative::TONIGHT;
use super::{calendar, weekday};

/// Words before an amount that make it a length which begins with the named day: "for two weeks from
/// Monday".
const LENGTH: &[&str] = &[
    "for", "over", "within", "during", "of", "in", "lasting", "lasts", "last", "the", "his", "her",
    "its", "their",
];

/// What is named behind "ago", and the position after it. It is finer than the unit that was counted.
pub(super) fn after_ago(scan: &Scan<'_>, at: usize, unit: Grain) -> Option<(Meaning, usize)> {
    let (unit, _) = unit.counted();
    if unit < Grain::Week || scan.new_paragraph(at) {
        return None;
    }
    if let Some(days) = scan.deictic(at).filter(|_| !scan.is_any(at, TONIGHT)) {
        return Some((Meaning::Deictic(days), at + 1));
    }
    let comma = usize::from(scan.mark(at, ','));
    let led = usize::from(scan.is_any(at + comma, &["on", "in"]));
    if unit == Grain::Year && led == 1 {
        let dated = calendar::read(scan, at + comma + 1)
            .filter(|(date, _)| date.year == YearOf::Missing && date.weekday.is_none());
        if let Some((date, end)) = dated {
            return Some((Meaning::Date(date), end));
        }
    }
    if comma == 1 || scan.is(at, "in") {
        return None;
    }
    let (shift, next) = weekday::shifted(scan, at + led);
    if let Some(day) = scan.weekday(next).filter(|_| scan.capital(next)) {
        return Some((Meaning::Weekday(day, shift), next + 1));
    }
    let deictic = matches!(
        shift,
        Shift::This | Shift::Current | Shift::Last | Shift::Past | Shift::Next | Shift::Coming
    );
    if !deictic || led == 1 {
        return None;
    }
    if let Some(grain @ (Grain::Week | Grain::Month)) = scan.unit(next).filter(|own| *own < unit) {
        return Some((Meaning::Grain(grain, shift), next + 1));
    }
    if unit < Grain::Year {
        return None;
    }
    if let Some((month, end)) = parts::month(scan, next) {
        let month = Partial {
            month: Some(month),
            year: YearOf::Shifted(shift),
            ..Partial::default()
        };
        return Some((Meaning::MonthBy(month, shift), end));
    }
    let season = scan.season(next)?;
    Some((Meaning::Season(season, shift, YearOf::Missing), next + 1))
}

/// The day behind the "from" of an amount that begins at `amount`, and the position after it. Of a
/// day of the week whole weeks are counted: "three days from Monday" lasts three days.
pub(super) fn after_from(
    scan: &Scan<'_>,
    amount: usize,
    at: usize,
    unit: Grain,
) -> Option<(Meaning, usize)> {
    let length = amount > 0 && scan.is_any(amount - 1, LENGTH);
    if length || unit.is_clock() {
        return None;
    }
    if let Some(days) = scan.deictic(at).filter(|_| !scan.is_any(at, TONIGHT)) {
        return Some((Meaning::Deictic(days), at + 1));
    }
    let (shift, next) = weekday::shifted(scan, at);
    let day = scan.weekday(next).filter(|_| scan.capital(next))?;
    let range = scan.is_any(next + 1, &["to", "through", "until", "till"]) || scan.dash(next + 1);
    (unit >= Grain::Week && !range).then_some((Meaning::Weekday(day, shift), next + 1))
}
