//! The two ends of a range, where one or both leave out what says which week or year: "from Monday to
//! Friday", "from November to February", "from March 2019 to June".

use super::super::anchors::{Anchor, Lean};
use super::super::grain::Shift;
use super::super::meaning::{Candidate, Meaning, YearOf};
use super::super::tense::{self, Tense};
use super::super::when::When;
use super::partial::day_in_month;
use super::{Context, Resolved, weekday};
use crate::time::Date;

impl Context<'_> {
    /// Brings the ends of a range in order: the end that says less follows the beginning.
    pub(super) fn close(
        &self,
        (opening, closing): (&Candidate, &Candidate),
        from: &mut Resolved,
        to: &mut Resolved,
    ) {
        let (Some(begin), Some(end)) = (from.when, to.when) else {
            return;
        };
        let anchor = Anchor::Previous(self.scan.span(&opening.tokens), Lean::RangeEnd);
        let follow = |when: When| Resolved::at(when, anchor);
        match (&opening.meaning, &closing.meaning) {
            (_, Meaning::Weekday(day, Shift::Plain)) => {
                if let When::Day(first) = begin {
                    *to = follow(When::Day(weekday::after(first, *day, 1)));
                }
            }
            (_, Meaning::DayOfMonth(day, Shift::Same)) => {
                let When::Day(first) = begin else {
                    return;
                };
                let month = When::Month(first.year(), first.month());
                let mut days = (0..=2).filter_map(|step| day_in_month(month.plus(step), *day));
                if let Some(last) = days.find(|day| *day >= first) {
                    *to = follow(When::Day(last));
                }
            }
            (Meaning::Date(first), Meaning::Date(last))
                if last.year == YearOf::Missing && last.month.is_some() =>
            {
                let (Some(year), YearOf::Known(_)) = (begin.year(), first.year) else {
                    return self.turn(opening, from, to);
                };
                let over = (last.month, last.day) < (first.month, first.day);
                if let Some(own) = end.year() {
                    *to = follow(end.plus_years(year + i32::from(over) - own));
                }
            }
            _ => {}
        }
    }

    /// Ends without a year that came out in the wrong order: either the beginning lies a year earlier
    /// or the end a year later, as the tense says; without one, what is nearer to the day of writing.
    fn turn(&self, opening: &Candidate, from: &mut Resolved, to: &mut Resolved) {
        let (Some(begin), Some(end), Some(dct)) = (from.when, to.when, self.dct) else {
            return;
        };
        let (Some(first), Some(last)) = (begin.range(), end.range()) else {
            return;
        };
        if first.first() <= last.first() {
            return;
        }
        let ahead = |day: Date| day.days_since(dct);
        let earlier = match tense::around(self.scan, opening) {
            Tense::Past => true,
            Tense::Future => ahead(last.last()) >= 0,
            Tense::Unknown => -ahead(last.last()) <= ahead(first.first()),
        };
        if earlier {
            from.when = Some(begin.plus_years(-1));
        } else {
            to.when = Some(end.plus_years(1));
        }
    }
}
