//! Days of the week: mostly the one just past, the day of writing included.

use super::super::anchors::{Anchor, Lean};
use super::super::grain::Shift;
use super::super::lexicon::Sense;
use super::super::meaning::Candidate;
use super::super::tense;
use super::super::when::When;
use super::partial::day_in_month;
use super::{Context, Resolved};
use crate::time::{Date, Weekday};

/// From this zone on, in minutes, the evening of America and the afternoon of Europe are tomorrow.
const EAST: i32 = 420;

/// A dateline is looked for among so many words at the beginning.
const DATELINE: usize = 8;

impl Context<'_> {
    /// "Friday", "last Friday", "the following Tuesday".
    pub(super) fn weekday(&self, candidate: &Candidate, day: Weekday, shift: Shift) -> Resolved {
        let back = shift.is_anaphoric() || self.history;
        if let Some((base, span, _)) = self.told.day.filter(|_| back) {
            let (found, lean) = match shift {
                Shift::Previous | Shift::Last | Shift::Past => {
                    (before(base, day, 1), Lean::MostRecent)
                }
                Shift::Following | Shift::Next | Shift::Coming => {
                    (after(base, day, 1), Lean::Coming)
                }
                Shift::That | Shift::Same => (before(base, day, 0), Lean::MostRecent),
                Shift::Plain | Shift::This | Shift::Current | Shift::Latest => {
                    (after(base, day, 0), Lean::Coming)
                }
            };
            return Resolved::at(When::Day(found), Anchor::Previous(span, lean));
        }
        let Some(dct) = self.dct.filter(|_| !self.history) else {
            return Resolved::open(format!("XXXX-WXX-{}", day.from_monday() + 1));
        };
        let (found, lean) = match shift {
            Shift::Last | Shift::Past | Shift::Previous => (before(dct, day, 1), Lean::MostRecent),
            Shift::Next | Shift::Coming | Shift::Following => (after(dct, day, 1), Lean::Coming),
            Shift::This | Shift::Current => {
                let monday = dct.monday();
                (monday.plus_days(i64::from(day.from_monday())), Lean::Within)
            }
            Shift::Plain | Shift::Same | Shift::That | Shift::Latest => {
                let next = dct.plus_days(1);
                if tense::looks_ahead(self.scan, candidate) {
                    (after(dct, day, 0), Lean::Coming)
                } else if next.weekday() == day && self.is_ahead(candidate) {
                    (next, Lean::Within)
                } else {
                    (before(dct, day, 0), Lean::MostRecent)
                }
            }
        };
        Resolved::at(When::Day(found), Anchor::Dct(dct, lean))
    }

    /// "Wednesday, the 13th": the nearest 13th that is a Wednesday.
    pub(super) fn day_of_some_month(&self, day: u32, weekday: Weekday) -> Resolved {
        let told = || {
            let (day, span, _) = self.told.day?;
            Some((day, Anchor::Previous(span, Lean::Nearest)))
        };
        let dct = self.dct.filter(|_| !self.history);
        let base = dct.map(|dct| (dct, Anchor::Dct(dct, Lean::Nearest)));
        let Some((base, anchor)) = base.or_else(told) else {
            return Resolved::open(format!("XXXX-XX-{day:02}"));
        };
        let month = When::Month(base.year(), base.month());
        // Within a year every day of a month falls on each day of the week, but for some of the 31sts.
        let days = (-12..=12).filter_map(|step| day_in_month(month.plus(step), day));
        let found = days
            .filter(|found| found.weekday() == weekday)
            .min_by_key(|found| found.days_since(base).abs());
        found.map_or_else(
            || Resolved::open(format!("XXXX-XX-{day:02}")),
            |found| Resolved::at(When::Day(found), anchor),
        )
    }

    /// Whether a day is told by a clock so far east that there it was already tomorrow: "Thursday (Seoul
    /// time)" in a text written on Wednesday, unless that was written in the east as well.
    fn is_ahead(&self, candidate: &Candidate) -> bool {
        let scan = self.scan;
        let far = |minutes: i32| minutes >= EAST;
        let told = |at: usize| {
            scan.sense(at, |sense| match sense {
                Sense::Zone(minutes) => Some(far(minutes) && scan.all_capitals(at)),
                Sense::Clock(minutes) => Some(far(minutes)),
                _ => None,
            }) == Some(true)
        };
        let home = (0..DATELINE).any(|at| {
            let place = scan.sense(at, |sense| match sense {
                Sense::Clock(minutes) => Some(minutes),
                _ => None,
            });
            place.is_some_and(far)
                && (scan.mark(at + 1, ',') || scan.mark(at + 1, '(') || scan.dash(at + 1))
        });
        candidate.tokens.clone().any(told) && !home
    }

    /// "Friday last week".
    pub(super) fn weekday_in(&self, day: Weekday, weeks: i32) -> Resolved {
        match self.dct.filter(|_| !self.history) {
            Some(dct) => {
                let days = i64::from(day.from_monday()) + 7 * i64::from(weeks);
                let anchor = Anchor::Dct(dct, Lean::Counted);
                Resolved::at(When::Day(dct.monday().plus_days(days)), anchor)
            }
            None => Resolved::open(format!("XXXX-WXX-{}", day.from_monday() + 1)),
        }
    }
}

/// The last such day at least `least` days before a day.
pub(super) fn before(base: Date, day: Weekday, least: i64) -> Date {
    let base = base.plus_days(-least);
    let back = i64::from(base.weekday().from_monday()) - i64::from(day.from_monday());
    base.plus_days(-back.rem_euclid(7))
}

/// The first such day at least `least` days after a day.
pub(super) fn after(base: Date, day: Weekday, least: i64) -> Date {
    let base = base.plus_days(least);
    let on = i64::from(day.from_monday()) - i64::from(base.weekday().from_monday());
    base.plus_days(on.rem_euclid(7))
}
