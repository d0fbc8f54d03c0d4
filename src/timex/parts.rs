//! The small change of dates: a month, a day of a month, a year, an amount.
//!
//! Each reader takes a position and gives what it read and the position after it.

use super::lexicon::Sense;
use super::meaning::Count;
use super::scan::Scan;

/// A month by name, with the dot of a short form: "March", "Sept.".
pub(super) fn month(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    if !scan.capital(at) {
        return None;
    }
    let long = scan.sense(at, |sense| match sense {
        Sense::Month(month) => Some(month),
        _ => None,
    });
    if let Some(month) = long {
        return Some((month, at + 1));
    }
    let month = scan.sense(at, |sense| match sense {
        Sense::MonthShort(month) => Some(month),
        _ => None,
    })?;
    let dot = scan.mark(at + 1, '.') && scan.tight(at + 1);
    let next = at + 1 + usize::from(dot);
    let beside = scan.number(next).is_some() || (at > 0 && day(scan, at - 1).is_some());
    (dot || beside || scan.dash(next) && scan.number(next + 1).is_some()).then_some((month, next))
}

/// A day of a month: "16", "16th", "2d", "sixteenth". Never a decimal, a time or 15,000.
pub(super) fn day(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(day) = scan.ordinal(at) {
        return Some((day, at + 1));
    }
    let (day, digits) = scan.number(at)?;
    if !(1..=31).contains(&day) || digits > 2 || continues(scan, at + 1) {
        return None;
    }
    let suffix = scan.tight(at + 1) && scan.is_any(at + 1, &["st", "nd", "rd", "th", "d"]);
    let glued = scan.tight(at + 1) && scan.is_word(at + 1) && !suffix;
    (!glued).then_some((day, at + 1 + usize::from(suffix)))
}

/// "twenty-first" as a day of a month.
pub(super) fn spelled_day(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    let tens = scan.cardinal(at).filter(|tens| matches!(tens, 20 | 30))?;
    let next = at + 1 + usize::from(scan.hyphen(at + 1));
    let ones = scan.ordinal(next).filter(|ones| *ones < 10)?;
    Some((tens + ones, next + 1)).filter(|(day, _)| *day <= 31)
}

/// Whether the number before a position goes on: ",000", ".5", ":30", "%".
pub(super) fn continues(scan: &Scan<'_>, at: usize) -> bool {
    if !scan.tight(at) {
        return false;
    }
    if scan.mark(at, '%') || scan.mark(at, '°') {
        return true;
    }
    let figures = scan.tight(at + 1) && scan.number(at + 1).is_some();
    let group = scan.mark(at, ',') && scan.number(at + 1).is_some_and(|(_, digits)| digits == 3);
    figures && (group || scan.mark(at, '.') || scan.mark(at, ':') || scan.mark(at, '/'))
}

/// Whether a number is the tail of a longer figure: "1,", "0.", "$".
fn continued(scan: &Scan<'_>, at: usize) -> bool {
    if at == 0 {
        return false;
    }
    let money = ['$', '£', '€', '¥', '₩', '#']
        .into_iter()
        .any(|sign| scan.mark(at - 1, sign));
    // The year of "March 16,2021" is one of its own.
    let year = scan.number(at).is_some_and(|(_, digits)| digits == 4);
    let of_day = year && at >= 3 && month(scan, at - 3).is_some();
    let group = scan.mark(at - 1, ',') && !of_day;
    let tail = scan.tight(at) && (group || scan.mark(at - 1, '.'));
    let tail = tail && at >= 2 && scan.tight(at - 1) && scan.number(at - 2).is_some();
    money || tail || scan.tight(at) && (scan.mark(at - 1, ':') || scan.is_word(at - 1))
}

/// A year in four digits, 1000 to 2199, or in words.
pub(super) fn year(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some((year, digits)) = scan.number(at) {
        let fits = digits == 4 && (1000..2200).contains(&year);
        let glued = scan.tight(at + 1) && scan.is_word(at + 1) && !genitive(scan, at + 1);
        let whole = fits && !continues(scan, at + 1) && !continued(scan, at) && !glued;
        return whole.then_some((year as i32, at + 1));
    }
    spelled_year(scan, at)
}

/// "one thousand nine hundred and sixty-five", "nineteen hundred and five": a year behind a date, as
/// treaties tell it.
pub(super) fn long_year(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let (hundreds, next) = if scan.spells(at, &["one", "thousand"]) {
        (
            scan.cardinal(at + 2).filter(|ones| *ones < 10)? + 10,
            at + 3,
        )
    } else {
        let century = scan.cardinal(at).filter(|own| (11..=19).contains(own))?;
        (century, at + 1)
    };
    let next = scan.is(next, "hundred").then_some(next + 1)?;
    let (rest, end) =
        below_hundred(scan, next + usize::from(scan.is(next, "and"))).unwrap_or((0, next));
    Some(((hundreds * 100 + rest) as i32, end))
}

/// Whether a position is `'s`.
pub(super) fn genitive(scan: &Scan<'_>, at: usize) -> bool {
    scan.tight(at) && scan.word(at).ends_with(['s', 'S']) && scan.word(at).starts_with(['\'', '’'])
}

/// "nineteen ninety-six", "two thousand and one".
fn spelled_year(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    if scan.is(at, "two") && scan.is(at + 1, "thousand") {
        let next = at + 2 + usize::from(scan.is(at + 2, "and"));
        return match below_hundred(scan, next) {
            Some((rest, end)) => Some((2000 + rest as i32, end)),
            None => Some((2000, at + 2)),
        };
    }
    let century = scan
        .cardinal(at)
        .filter(|number| (17..=20).contains(number))?;
    let (rest, end) = below_hundred(scan, at + 1).filter(|(rest, _)| *rest >= 10)?;
    Some(((century * 100 + rest) as i32, end))
}

/// "six", "ninety-six", "ninety six".
fn below_hundred(scan: &Scan<'_>, at: usize) -> Option<(u32, usize)> {
    let first = scan.cardinal(at).filter(|number| *number < 100)?;
    if first < 20 || first % 10 != 0 {
        return Some((first, at + 1));
    }
    let next = at + 1 + usize::from(scan.hyphen(at + 1));
    match scan.cardinal(next).filter(|ones| *ones < 10) {
        Some(ones) => Some((first + ones, next + 1)),
        None => Some((first, at + 1)),
    }
}

/// A year of two digits after an apostrophe: "'98".
pub(super) fn short_year(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let (year, digits) = scan.number(at + 1)?;
    let fits = scan.mark(at, '\'') && scan.tight(at + 1) && digits == 2 && !scan.tight(at + 2);
    let full = if year < 30 { 2000 + year } else { 1900 + year };
    fits.then_some((full as i32, at + 2))
}

/// A year with its era before Christ: "490 BC".
pub(super) fn before_christ(scan: &Scan<'_>, at: usize) -> Option<(i32, usize)> {
    let (year, _) = scan
        .number(at)
        .filter(|(year, digits)| *year > 0 && *digits <= 4)?;
    era(scan, at + 1)
        .filter(|(christian, _)| !christian)
        .map(|(_, end)| (year as i32, end))
}

/// "BC", "B.C.", "BCE" (false), "AD", "CE" (true).
pub(super) fn era(scan: &Scan<'_>, at: usize) -> Option<(bool, usize)> {
    if scan.all_capitals(at) && scan.is_any(at, &["BC", "BCE", "AD", "CE"]) {
        return Some((scan.is_any(at, &["AD", "CE"]), at + 1));
    }
    let dotted = scan.mark(at + 1, '.') && scan.tight(at + 1) && scan.tight(at + 2);
    (dotted && scan.is(at, "B") && scan.is(at + 2, "C")).then(|| {
        (
            false,
            at + 3 + usize::from(scan.mark(at + 3, '.') && scan.tight(at + 3)),
        )
    })
}

/// "Two hundred thousand three hundred" has three; a row of hundreds is no amount.
const MULTIPLIERS: usize = 4;

/// An amount: "three", "72", "2 1/2", "twenty-five", "a", "several", "a couple of".
pub(super) fn count(scan: &Scan<'_>, at: usize) -> Option<(Count, usize)> {
    if let Some((value, _)) = scan.number(at) {
        return figures(scan, at, value);
    }
    if let Some(found) = vague(scan, at) {
        return Some(found);
    }
    if scan.is_any(at, &["a", "an"]) {
        if scan.is(at + 1, "dozen") {
            return Some((Count::whole(12), at + 2));
        }
        let hundred = scan.is_any(at + 1, &["hundred", "thousand"]);
        let value = if hundred {
            scan.cardinal(at + 1).unwrap_or(1)
        } else {
            1
        };
        return Some((Count::whole(value), at + 1 + usize::from(hundred)));
    }
    if scan.is(at, "half") && scan.is_any(at + 1, &["a", "an"]) {
        return Some((Count::Tenths(5), at + 2));
    }
    let (first, mut end) = below_hundred(scan, at)?;
    let mut value = first;
    for _ in 0..MULTIPLIERS {
        let times = scan.cardinal(end);
        let Some(times) = times.filter(|times| matches!(times, 100 | 1000)) else {
            break;
        };
        value = value.saturating_mul(times);
        end += 1;
        if let Some((rest, next)) = below_hundred(scan, end + usize::from(scan.is(end, "and"))) {
            value = value.saturating_add(rest);
            end = next;
        }
    }
    Some((Count::whole(value), end))
}

/// Digits, with groups of three, a decimal or a fraction.
fn figures(scan: &Scan<'_>, at: usize, value: u32) -> Option<(Count, usize)> {
    if continued(scan, at) {
        return None;
    }
    let half = |at: usize| {
        scan.number(at) == Some((1, 1))
            && scan.mark(at + 1, '/')
            && scan.number(at + 2) == Some((2, 1))
    };
    if half(at) {
        return Some((Count::Tenths(5), at + 3));
    }
    if half(at + 1) || scan.dash(at + 1) && half(at + 2) {
        let end = at + 4 + usize::from(scan.dash(at + 1));
        return Some((
            Count::Tenths(value.saturating_mul(10).saturating_add(5)),
            end,
        ));
    }
    if scan.mark(at + 1, '½') {
        return Some((
            Count::Tenths(value.saturating_mul(10).saturating_add(5)),
            at + 2,
        ));
    }
    if scan.mark(at + 1, '.')
        && scan.tight(at + 1)
        && scan.tight(at + 2)
        && let Some((tenths, 1)) = scan.number(at + 2)
    {
        return Some((
            Count::Tenths(value.saturating_mul(10).saturating_add(tenths)),
            at + 3,
        ));
    }
    let (mut value, mut end) = (value, at + 1);
    while scan.mark(end, ',') && continues(scan, end) {
        let (group, _) = scan.number(end + 1)?;
        value = value.saturating_mul(1000).saturating_add(group);
        end += 2;
    }
    (!continues(scan, end)).then_some((Count::whole(value), end))
}

/// "several", "a few", "a couple of", "many", "some".
fn vague(scan: &Scan<'_>, at: usize) -> Option<(Count, usize)> {
    let article = usize::from(scan.is_any(at, &["a", "the"]));
    let word = at + article;
    if !scan.has(word, Sense::Vague) {
        return None;
    }
    if scan.is(word, "couple") {
        let of = usize::from(scan.is(word + 1, "of"));
        return Some((Count::whole(2), word + 1 + of));
    }
    (article == 0 || scan.is(word, "few")).then_some((Count::Vague, word + 1))
}
