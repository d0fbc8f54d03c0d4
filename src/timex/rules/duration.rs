//! Lengths of time and what is counted with them: "three weeks", "a two-year boom", "the past six
//! months", "two years ago", "three days later".

mod plural;

use super::super::grain::{Grain, Shift};
use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Count, Meaning, Way};
use super::super::model::Mod;
use super::super::parts;
use super::super::scan::Scan;
use super::{Found, named_base, rule, weekday};

/// Words before an amount that belong to the expression.
const ABOUT: &[(&[&str], Mod)] = &[
    (&["no", "more", "than"], Mod::EqualOrLess),
    (&["no", "less", "than"], Mod::EqualOrMore),
    (&["not", "less", "than"], Mod::EqualOrMore),
    (&["more", "than"], Mod::MoreThan),
    (&["less", "than"], Mod::LessThan),
    (&["fewer", "than"], Mod::LessThan),
    (&["at", "least"], Mod::EqualOrMore),
    (&["at", "most"], Mod::EqualOrLess),
    (&["up", "to"], Mod::EqualOrLess),
    (&["nearly"], Mod::LessThan),
    (&["almost"], Mod::LessThan),
    (&["about"], Mod::Approx),
    (&["around"], Mod::Approx),
    (&["approximately"], Mod::Approx),
    (&["roughly"], Mod::Approx),
];

/// Words between an amount and its unit that do not change the length.
const BETWEEN: &[&str] = &[
    "more",
    "additional",
    "further",
    "consecutive",
    "straight",
    "successive",
    "full",
    "whole",
    "long",
    "short",
    "extra",
    "other",
    "calendar",
    "working",
    "business",
    "fiscal",
    "entire",
];

/// An amount of a unit, as it was read.
struct Amount {
    count: Count,
    unit: Grain,
    /// Before a unit in the singular without a hyphen: "three day".
    end: usize,
}

/// Proposes lengths of time.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let article = usize::from(is_article(scan, at) || scan.is(at, "the"));
    if let Some(unit) = scan.unit(at + article)
        && scan.hyphen(at + article + 1)
        && scan.is(at + article + 2, "long")
    {
        let start = at + usize::from(scan.is(at, "the"));
        let length = Meaning::Duration(value(Count::whole(1), unit));
        found.push(Candidate::new(
            start..at + article + 3,
            length,
            rule("duration"),
        ));
    }
    let many = scan.is_any(at, &["dozens", "hundreds", "thousands"]) && scan.is(at + 1, "of");
    if let Some(unit) = scan.units(at + 2).filter(|_| many) {
        let length = Meaning::Duration(value(Count::Vague, unit));
        found.push(Candidate::new(at..at + 3, length, rule("vague-duration")));
    }
    if scan.spells(at, &["a", "while"]) || scan.spells(at, &["a", "long", "time"]) {
        let end = at + 2 + usize::from(scan.is(at + 1, "long"));
        let length = Meaning::Duration("PXX".into());
        found.push(Candidate::new(at..end, length, rule("vague-duration")));
    }
    let (modifier, next) = about(scan, at);
    let shift = shift(scan, next);
    let amount_at = shift.map_or(next, |(_, after)| after);
    let mut end = 0;
    if let Some(amount) = amount(scan, amount_at) {
        end = amount.end;
        if shift.is_none() || !is_article(scan, amount_at) {
            counted(
                scan,
                (at, modifier, shift.map(|(shift, _)| shift)),
                &amount,
                found,
            );
        }
    }
    if end == 0 {
        plural::propose(scan, at, shift, found);
    }
}

/// "more than", "about": the modifier and the position after it.
fn about(scan: &Scan<'_>, at: usize) -> (Option<Mod>, usize) {
    let own = scan.word(at);
    ABOUT
        .iter()
        .find(|(words, _)| own.eq_ignore_ascii_case(words[0]) && scan.spells(at, words))
        .map_or((None, at), |(words, modifier)| {
            (Some(*modifier), at + words.len())
        })
}

/// "the past", "these last"; [`Shift::Plain`] for "the", "the first", "recent".
fn shift(scan: &Scan<'_>, at: usize) -> Option<(Shift, usize)> {
    let the = usize::from(scan.is_any(at, &["the", "these", "those"]));
    let mut next = at + the;
    let mut shift = None;
    while let Some(one) = scan.shift(next).filter(|_| next < at + 3) {
        shift = Some(one);
        next += 1;
    }
    if shift.is_none()
        && (scan.ordinal(next).is_some_and(|number| number == 1)
            || scan.is_any(
                next,
                &["final", "opening", "closing", "intervening", "recent"],
            ))
    {
        let plural = scan.cardinal(next + 1).is_some()
            || scan.number(next + 1).is_some()
            || scan.units(next + 1).is_some()
            || scan.is_any(next + 1, &["few", "several"]);
        next += usize::from(plural);
    }
    (next > at).then_some((shift.unwrap_or(Shift::Plain), next))
}

fn is_article(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_any(at, &["a", "an"])
}

/// Count and unit: "three weeks", "two-year", "2 1/2 years", "a minute and a half", "12 to 18 months".
fn amount(scan: &Scan<'_>, at: usize) -> Option<Amount> {
    let (mut count, mut next) = parts::count(scan, at)?;
    if let Some((_, after)) = alternative(scan, next) {
        (count, next) = (Count::Vague, after);
    }
    if scan.spells(next, &["and", "a", "half"]) {
        (count, next) = (with_half(count), next + 3);
    }
    let joined = scan.dash(next) && scan.tight(next) && scan.tight(next + 1);
    next += usize::from(joined);
    let mut words = 0;
    while !joined && words < 2 && scan.is_any(next, BETWEEN) {
        (next, words) = (next + 1, words + 1);
    }
    let adjective = !joined
        && words == 0
        && scan.is_word(next)
        && !scan.capital(next)
        && scan.senses(next).iter().all(Sense::only_begins)
        && !scan.word(next).ends_with('s')
        && scan.units(next + 1).is_some();
    next += usize::from(adjective && count != Count::Vague);
    let plural = scan.units(next);
    let unit = plural.or_else(|| scan.unit(next))?;
    let one = count == Count::whole(1) || count == Count::Tenths(5) || count == Count::Tenths(10);
    let fraction = unit == Grain::Quarter && count == Count::whole(3) && scan.is(next + 1, "of");
    if fraction || scan.is_title(at, next) {
        return None;
    }
    // "this twenty-second day of June"
    if joined && scan.is(next, "second") && scan.is_any(next + 1, &["day", "of"]) {
        return None;
    }
    let article = is_article(scan, at) && count == Count::whole(1);
    if plural.is_none() && unit == Grain::Second && !joined && !scan.is(at, "one") {
        return None;
    }
    if article && (plural.is_some() || !sound_article(scan, at, next)) {
        return None;
    }
    if scan.number(at).is_some() && plural.is_none() && !joined && !one && scan.new_paragraph(next)
    {
        return None;
    }
    let mut end = next + 1;
    if scan.spells(end, &["and", "a", "half"]) {
        (count, end) = (with_half(count), end + 3);
    }
    end += 2 * usize::from(scan.spells(end, &["or", "so"]));
    if scan.hyphen(end) && scan.is(end + 1, "old") {
        return None;
    }
    if plural.is_none() && scan.hyphen(end) && scan.is(end + 1, "long") {
        end += 2;
    }
    Some(Amount { count, unit, end })
}

/// "a year" is an amount after a preposition or before "ago" and the like, not in "10 dollars a year".
fn sound_article(scan: &Scan<'_>, at: usize, unit: usize) -> bool {
    let after = unit + 1;
    if scan.unit(unit) == Some(Grain::Quarter) || scan.unit(unit) == Some(Grain::Second) {
        return false;
    }
    let words = &[
        "ago", "earlier", "later", "hence", "before", "after", "or", "and", "long", "from",
    ];
    if scan.is_any(after, words) || scan.is_any(after, &["previously", "afterward", "afterwards"]) {
        return true;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    scan.is_any(
        before,
        &[
            "for", "in", "within", "after", "over", "than", "nearly", "almost", "about", "least",
            "under", "barely", "just", "lasted", "lasting", "last", "took", "takes", "take", "of",
            "only", "spent", "every", "by", "half", "another",
        ],
    )
}

/// The other amount of "12 to 18 months", "two or three years".
fn alternative(scan: &Scan<'_>, at: usize) -> Option<(Count, usize)> {
    let joined = scan.hyphen(at) && scan.is_any(at + 1, &["to", "or"]) && scan.hyphen(at + 2);
    if joined {
        return parts::count(scan, at + 3);
    }
    if scan.is_any(at, &["to", "or"]) || scan.dash(at) {
        return parts::count(scan, at + 1).filter(|(_, end)| {
            scan.units(*end).is_some() || scan.dash(*end) && scan.unit(*end + 1).is_some()
        });
    }
    None
}

fn with_half(count: Count) -> Count {
    match count {
        Count::Tenths(tenths) => Count::Tenths(tenths.saturating_add(5)),
        Count::Vague => Count::Vague,
    }
}

/// What an amount says with what stands after it.
fn counted(
    scan: &Scan<'_>,
    (at, modifier, shift): (usize, Option<Mod>, Option<Shift>),
    amount: &Amount,
    found: &mut Found,
) {
    let Amount { count, unit, end } = *amount;
    let adjective = scan.is(at, "the") && scan.hyphen(end - 2);
    let at = at + usize::from(adjective && shift == Some(Shift::Plain));
    let mut push = |end: usize, meaning: Meaning, name: &'static str| {
        let mut candidate = Candidate::new(at..end, meaning, rule(name));
        candidate.modifier = modifier;
        found.push(candidate);
    };
    let offset = |way: Way| Meaning::Offset(count, unit, way);
    let offset_from = |way: Way, base: Meaning| Meaning::OffsetFrom(count, unit, way, base.into());
    if shift.is_none() {
        if scan.is(end, "ago") {
            if let Some((base, end)) = named_base::after_ago(scan, end + 1, unit) {
                return push(end, offset_from(Way::Ago, base), "ago");
            }
            return push(end + 1, offset(Way::Ago), "ago");
        }
        if scan.spells(end, &["from", "now"]) {
            return push(end + 2, offset(Way::Hence), "from-now");
        }
        if scan.is(end, "from")
            && !scan.hyphen(end - 2)
            && let Some((base, end)) = named_base::after_from(scan, at, end + 1, unit)
        {
            return push(end, offset_from(Way::Hence, base), "from-now");
        }
        if scan.is(end, "hence") {
            return push(end + 1, offset(Way::Hence), "from-now");
        }
        if scan.is_any(end, &["later", "afterward", "afterwards"]) {
            return push(end + 1, offset(Way::Later), "later");
        }
        if scan.is_any(end, &["earlier", "previously"])
            || scan.is_any(end, &["before", "prior"]) && weekday::ends(scan, end + 1)
        {
            return push(end + 1, offset(Way::Earlier), "earlier");
        }
        if let Some(end) = of_time(scan, end) {
            return push(end, offset(Way::Hence), "from-now");
        }
        if after_day(scan, at) && scan.is(end, "after") && scan.is_word(end + 1) {
            push(end + 1, offset(Way::After), "after-event");
        } else if after_day(scan, at) && scan.is(end, "before") && scan.is_word(end + 1) {
            push(end + 1, offset(Way::Before), "before-event");
        }
    }
    let end = end + usize::from(scan.is(end, "old"));
    let name = if shift.is_some_and(|shift| shift != Shift::Plain) {
        "anchored-duration"
    } else {
        "duration"
    };
    push(end, Meaning::Duration(value(count, unit)), name);
}

/// The position after "time" of "in three days' time", "a week's time".
fn of_time(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let plural = scan.mark(at, '\'') && scan.tight(at);
    (plural || parts::genitive(scan, at))
        .then_some(at + 2)
        .filter(|end| scan.is(end - 1, "time"))
}

/// Whether a day stands right before a position: "Thursday (Seoul time), one day after".
fn after_day(scan: &Scan<'_>, at: usize) -> bool {
    at >= 2
        && scan.mark(at - 1, ',')
        && (scan.weekday(at - 2).is_some()
            || scan.deictic(at - 2).is_some()
            || scan.number(at - 2).is_some()
            || scan.mark(at - 2, ')'))
}

/// The TIMEX3 value of an amount: "P2Y", "PT72H", "P2Y6M", "PXD". Decades count as ten years.
pub(super) fn value(count: Count, unit: Grain) -> Box<str> {
    let Count::Tenths(tenths) = count else {
        let (before, after) = unit.code();
        return format!("{before}X{after}").into();
    };
    let (unit, times) = unit.counted();
    let (before, after) = unit.code();
    let tenths = u64::from(tenths) * u64::from(times);
    let (whole, rest) = (tenths / 10, tenths % 10);
    let smaller = match unit {
        Grain::Year => Some("6M"),
        Grain::Hour => Some("30M"),
        Grain::Minute => Some("30S"),
        _ => None,
    };
    match (rest, smaller) {
        (0, _) => format!("{before}{whole}{after}"),
        (5, Some(half)) if whole > 0 => format!("{before}{whole}{after}{half}"),
        (5, Some(half)) => format!("{before}{half}"),
        _ => format!("{before}{whole}.{rest}{after}"),
    }
    .into()
}
