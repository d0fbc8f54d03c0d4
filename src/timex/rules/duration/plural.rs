//! A unit in the plural without an amount: "for years", "in recent months", "the days ahead".

use super::super::super::grain::{Grain, Shift};
use super::super::super::meaning::{Candidate, Count, Meaning, Way};
use super::super::super::scan::Scan;
use super::super::{Found, rule};
use super::value;

/// Words that make "hours" a part of the day and no length.
const HOURS: &[&str] = &[
    "early", "small", "wee", "late", "morning", "evening", "office", "business", "opening",
    "waking",
];

/// Proposes a unit in the plural; `shift` is what stands before it, and the position after that.
pub(super) fn propose(
    scan: &Scan<'_>,
    at: usize,
    shift: Option<(Shift, usize)>,
    found: &mut Found,
) {
    let next = shift.map_or(at, |(_, next)| next);
    let Some(unit) = scan.units(next) else {
        return;
    };
    let (mut end, mut unit) = (next + 1, unit);
    let of_day = unit == Grain::Hour && at > 0 && scan.is_any(at - 1, HOURS);
    let idiom = at > 1 && scan.spells(at - 2, &["matter", "of"]);
    if unit == Grain::Second || scan.hyphen(next) || of_day || idiom {
        return;
    }
    if scan.is_any(end, &["or", "and"]) && scan.units(end + 1).is_some() {
        unit = unit.min(scan.units(end + 1).unwrap_or(unit));
        end += 2;
    }
    let led = at > 0
        && scan.is_any(
            at - 1,
            &[
                "for", "in", "within", "over", "after", "of", "by", "took", "taken", "lasted",
                "spent", "take",
            ],
        );
    let followed = scan.is_any(
        end,
        &["of", "ago", "earlier", "later", "before", "after", "ahead"],
    );
    let bare = shift.is_none();
    if bare && unit == Grain::Quarter {
        return;
    }
    let sound = if bare {
        led || followed || matches!(unit, Grain::Month | Grain::Week)
    } else {
        let the_only = scan.is_any(at, &["the", "these", "those"]) && next == at + 1;
        !the_only || scan.is_any(end, &["ahead", "before", "after", "following"])
    };
    if !sound {
        return;
    }
    let ahead = usize::from(scan.is(end, "ahead") && !bare);
    let way = match scan.word(end) {
        "ago" if bare => Some(Way::Ago),
        "earlier" if bare => Some(Way::Earlier),
        "later" if bare => Some(Way::Later),
        _ => None,
    };
    let candidate = if let Some(way) = way {
        let meaning = Meaning::Offset(Count::Vague, unit, way);
        Candidate::new(at..end + 1, meaning, rule("vague-offset"))
    } else {
        let meaning = Meaning::Duration(value(Count::Vague, unit));
        Candidate::new(at..end + ahead, meaning, rule("vague-duration"))
    };
    found.push(candidate);
}
