//! Amounts counted from a date: "two years ago", "three days later". The result is as coarse as the
//! unit: "two years ago" is a year.

use super::super::anchors::{Anchor, Lean};
use super::super::grain::{Grain, Reference, Shift};
use super::super::meaning::{Candidate, Count, Meaning, Partial, Way, YearOf};
use super::super::rules::duration_value;
use super::super::when::When;
use super::{Context, Resolved, open, weekday};
use crate::time::Date;

impl Context<'_> {
    /// An amount of a unit, counted to one side.
    pub(super) fn offset(
        &self,
        candidate: &Candidate,
        count: Count,
        unit: Grain,
        way: Way,
    ) -> Resolved {
        if matches!(way, Way::After | Way::Before) {
            return self.beside_event(candidate, count, unit, way);
        }
        let sign = if matches!(way, Way::Ago | Way::Earlier) {
            -1
        } else {
            1
        };
        let Count::Tenths(tenths) = count else {
            let reference = if sign < 0 {
                Reference::PastRef
            } else {
                Reference::FutureRef
            };
            return Resolved::free(reference.code());
        };
        if let Some(quarter) = self.quarter_before(candidate, tenths, unit, sign) {
            return quarter;
        }
        let told = self.day_told(candidate, sign < 0);
        let told = match self.told.last {
            Some((when, span)) if unit > Grain::Week => {
                when.range().map(|range| (range.first(), span))
            }
            _ => told,
        };
        let to_dct = matches!(way, Way::Ago | Way::Hence) && !self.history;
        let before_christ = self.told.last.and_then(|(when, _)| when.bc_year());
        let untold = told.is_none() && before_christ.is_none();
        if untold && way == Way::Later && self.is_past(candidate) {
            return Resolved::open(open(unit));
        }
        let (base, anchor) = match (to_dct, told, self.dct) {
            (true, _, Some(dct)) | (false, None, Some(dct)) if !self.history => {
                (dct, Anchor::Dct(dct, Lean::Counted))
            }
            (_, Some((day, span)), _) => (day, Anchor::Previous(span, Lean::Counted)),
            _ => return Resolved::open(open(unit)),
        };
        let (counted, times) = unit.counted();
        let tenths_of_it = tenths.saturating_mul(times);
        if counted == Grain::Year
            && tenths_of_it % 10 == 0
            && !to_dct
            && let Some((When::Bc(year), span)) = self.told.last
        {
            let years = (tenths_of_it / 10).min(20_000) as i32;
            let year = When::Bc(year).plus(sign * years);
            return Resolved::at(year, Anchor::Previous(span, Lean::Counted));
        }
        Resolved::at(moved(base, tenths, unit, sign), anchor)
    }

    /// "six months ago today", "a week from Friday": from the day, week or month that is named.
    pub(super) fn offset_from(
        &self,
        candidate: &Candidate,
        count: Count,
        unit: Grain,
        way: Way,
        base: &Meaning,
    ) -> Resolved {
        let sign = if way == Way::Ago { -1 } else { 1 };
        let (grain, times) = unit.counted();
        let (Count::Tenths(tenths), false) = (count, self.history) else {
            return self.offset(candidate, count, unit, way);
        };
        let tenths = sign * tenths.saturating_mul(times).min(20_000) as i32;
        let dct = self.dct;
        let base = match (base, dct) {
            // "a year ago Monday" keeps the day of the Monday around the day of writing.
            (Meaning::Weekday(day, Shift::Plain), Some(dct)) => {
                let day = match (way, grain) {
                    (Way::Ago, Grain::Week) => weekday::before(dct, *day, 0),
                    (Way::Ago, _) => weekday::after(dct, *day, -3),
                    _ => weekday::after(dct, *day, 0),
                };
                Some(When::Day(day))
            }
            (Meaning::Date(date), Some(dct)) if tenths % 10 == 0 => {
                let known = YearOf::Known(dct.year() + tenths / 10);
                let date = Partial {
                    year: known,
                    ..*date
                };
                let resolved = self.date(candidate, date);
                let anchor = Anchor::Dct(dct, Lean::Counted);
                return Resolved { anchor, ..resolved };
            }
            (base, _) => {
                let named = Candidate::new(candidate.tokens.clone(), base.clone(), candidate.rule);
                self.resolve(&named).when
            }
        };
        match base.and_then(|base| stepped(base, tenths, grain)).zip(dct) {
            Some((when, dct)) => Resolved::at(when, Anchor::Dct(dct, Lean::Counted)),
            None => self.offset(candidate, count, unit, way),
        }
    }

    /// "a year earlier" in a report on a quarter: that quarter of the year before.
    fn quarter_before(
        &self,
        candidate: &Candidate,
        tenths: u32,
        unit: Grain,
        sign: i32,
    ) -> Option<Resolved> {
        let (when, span, end) = self.told.report?;
        let near = candidate.tokens.start.saturating_sub(end) <= 400 && tenths == 10;
        let fits = near && unit == Grain::Year && sign < 0 && !self.history;
        fits.then(|| Resolved::at(when.plus_years(-1), Anchor::Previous(span, Lean::Counted)))
    }

    /// "Thursday, one day after the call": the call lies that far before Thursday. Without a day right
    /// before it, it is a length and no more.
    fn beside_event(&self, candidate: &Candidate, count: Count, unit: Grain, way: Way) -> Resolved {
        let length = Resolved {
            is_length: true,
            ..Resolved::free(duration_value(count, unit))
        };
        let day = self
            .told
            .day
            .filter(|(_, _, end)| candidate.tokens.start.saturating_sub(*end) <= 1);
        let (Some((day, span, _)), Count::Tenths(tenths)) = (day, count) else {
            return length;
        };
        if unit < Grain::Day || unit > Grain::Week || tenths % 10 != 0 {
            return length;
        }
        let sign = if way == Way::After { -1 } else { 1 };
        let per = if unit == Grain::Day { 1 } else { 7 };
        let event = day.plus_days(sign * per * i64::from(tenths / 10));
        Resolved {
            when: Some(When::Day(event)),
            anchor: Anchor::Previous(span, Lean::Counted),
            ..length
        }
    }
}

/// A time so many tenths of a week, a month or a year from another, as fine as that one.
fn stepped(base: When, tenths: i32, unit: Grain) -> Option<When> {
    let (months, days) = match unit {
        Grain::Year => (tenths * 12, 0),
        Grain::Month => (tenths, 0),
        Grain::Week => (0, tenths * 7),
        Grain::Day => (0, tenths),
        _ => return None,
    };
    if months % 10 != 0 || days % 10 != 0 {
        return None;
    }
    let (months, days) = (months / 10, days / 10);
    let moved = |day: Date| day.plus_months(months).plus_days(i64::from(days));
    match base {
        When::Day(day) => Some(When::Day(moved(day))),
        // A week is where its Thursday is (ISO 8601).
        When::Week(monday) => Some(When::Week(moved(monday.plus_days(3)).monday())),
        When::Month(..) if days == 0 => Some(base.plus(months)),
        When::Season(..) if days == 0 && months % 12 == 0 => Some(base.plus(months / 12)),
        _ => None,
    }
}

/// So many tenths of a unit to one side, at the unit's grain; what is no whole number of it, at the
/// next finer one. Hours count as the days that they fill.
fn moved(base: Date, tenths: u32, unit: Grain, sign: i32) -> When {
    let (unit, times) = unit.counted();
    let tenths = tenths.saturating_mul(times).min(200_000) as i32;
    let (whole, rest) = (sign * (tenths / 10), sign * (tenths % 10));
    match unit {
        Grain::Second | Grain::Minute => When::Day(base),
        Grain::Hour => When::Day(base.plus_days(i64::from(whole / 24))),
        Grain::Year if rest != 0 => {
            When::containing(base, Grain::Month).plus(whole * 12 + rest * 12 / 10)
        }
        // Of a month, three days are a tenth; of a week, seven tenths of a day.
        Grain::Month if rest != 0 => {
            let day = base.plus_months(whole).plus_days(i64::from(rest * 3));
            When::containing(day, unit)
        }
        Grain::Week => {
            let day = base.plus_days(i64::from(whole * 7 + rest * 7 / 10));
            When::containing(day, unit)
        }
        _ => When::containing(base, unit).plus(whole),
    }
}
