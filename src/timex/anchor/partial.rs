//! Dates with holes: which year is "March 16" of, and which "March"?

use super::super::anchors::{Anchor, Lean};
use super::super::grain::Shift;
use super::super::meaning::{Candidate, Partial, YearOf};
use super::super::tense::{self, Tense};
use super::super::when::When;
use super::{Context, Resolved};
use crate::time::{Date, DateRange};

impl Context<'_> {
    /// A calendar date; a missing year is found.
    pub(super) fn date(&self, candidate: &Candidate, date: Partial) -> Resolved {
        if let Some((year, anchor)) = self.year_of(date.year) {
            return in_year(date, year).map_or_else(
                || Resolved::open(open(date)),
                |when| Resolved::at(when, anchor),
            );
        }
        if date.month.is_none() {
            return Resolved::open("XXXX");
        }
        if self.history || self.dct.is_none() {
            return self.narrated(date);
        }
        let Some(dct) = self.dct else {
            return Resolved::open(open(date));
        };
        if date.day.is_some() {
            return nearest(date, dct);
        }
        let ahead = tense::around(self.scan, candidate) == Tense::Future;
        let own = (dct.year(), dct.month());
        let month = date.month.unwrap_or_default();
        let (year, lean) = match (ahead, month > own.1) {
            (true, false) if month < own.1 => (own.0 + 1, Lean::Coming),
            (true, _) => (own.0, Lean::Coming),
            (false, true) => (own.0 - 1, Lean::MostRecent),
            (false, false) => (own.0, Lean::MostRecent),
        };
        let anchor = Anchor::Dct(dct, lean);
        in_year(date, year).map_or_else(
            || Resolved::open(open(date)),
            |when| Resolved::at(when, anchor),
        )
    }

    /// In history: the year that puts the date nearest to the last one, rather on than back.
    fn narrated(&self, date: Partial) -> Resolved {
        let Some((when, span)) = self.last_calendar() else {
            return Resolved::open(open(date));
        };
        let anchor = Anchor::Previous(span, Lean::Nearest);
        let year = when.year().unwrap_or_default();
        let coarse = matches!(when, When::Year(_) | When::Fiscal(..) | When::Decade(_));
        if coarse {
            return in_year(date, year).map_or_else(
                || Resolved::open(open(date)),
                |when| Resolved::at(when, anchor),
            );
        }
        let Some(base) = when.range().map(DateRange::first) else {
            return Resolved::open(open(date));
        };
        let best = (-1..=1)
            .filter_map(|step| {
                let when = in_year(date, base.year() + step)?;
                let days = when.range()?.first().days_since(base);
                Some((if days < 0 { -days } else { days }, when))
            })
            .min_by_key(|(cost, _)| *cost);
        best.map_or_else(
            || Resolved::open(open(date)),
            |(_, when)| Resolved::at(when, anchor),
        )
    }

    /// The last date told that has a place in the calendar.
    fn last_calendar(&self) -> Option<(When, crate::text::Span)> {
        self.last.filter(|(when, _)| when.range().is_some())
    }

    /// "last May", "next March": by its step from this month, or from the last one told.
    pub(super) fn month_by(&self, date: Partial, shift: Shift) -> Resolved {
        let told = self
            .base_day()
            .filter(|_| shift.is_anaphoric() || self.history);
        let dct = self.dct.filter(|_| !self.history);
        let (base, anchor) = match (told, dct) {
            (Some((day, span)), _) => (day, Anchor::Previous(span, Lean::Counted)),
            (None, Some(dct)) => (dct, Anchor::Dct(dct, Lean::Counted)),
            (None, None) => return Resolved::open(open(date)),
        };
        let month = date.month.unwrap_or_default();
        let year = match shift {
            Shift::Last | Shift::Past | Shift::Previous => {
                base.year() - i32::from(month >= base.month())
            }
            Shift::Next | Shift::Coming | Shift::Following => {
                base.year() + i32::from(month <= base.month())
            }
            Shift::Plain
            | Shift::This
            | Shift::Current
            | Shift::Same
            | Shift::That
            | Shift::Latest => base.year(),
        };
        in_year(date, year).map_or_else(
            || Resolved::open(open(date)),
            |when| Resolved::at(when, anchor),
        )
    }

    /// "March 16-17": the first day leans on what it can, the last follows it.
    pub(super) fn span(&self, candidate: &Candidate, first: Partial, last: Partial) -> Resolved {
        let from = self.date(candidate, first);
        let Some(When::Day(begin)) = from.when else {
            return Resolved::open(format!("{}/{}", open(first), open(last)));
        };
        let ends = match last.year {
            YearOf::Known(year) => vec![year],
            YearOf::Missing | YearOf::Shifted(_) => vec![begin.year(), begin.year() + 1],
        };
        let end = ends
            .into_iter()
            .filter_map(|year| day_in(last, year))
            .find(|end| *end >= begin);
        let range = end.and_then(|end| DateRange::new(begin, end));
        match range {
            Some(range) => Resolved::at(When::Days(range), from.anchor),
            None => from,
        }
    }

    /// "31st ultimo": of last month; "the 16th of that month": of the month told.
    pub(super) fn day_of_month(&self, day: u32, shift: Shift) -> Resolved {
        let told = self.month.filter(|_| shift.is_anaphoric());
        let (month, anchor) = match (told, self.dct) {
            (Some((when, span)), _) => (when, Anchor::Previous(span, Lean::Counted)),
            (None, Some(dct)) => {
                let month = When::Month(dct.year(), dct.month());
                (month, Anchor::Dct(dct, Lean::Counted))
            }
            (None, None) => return Resolved::open(format!("XXXX-XX-{day:02}")),
        };
        let first = month.plus(shift.steps()).range().map(DateRange::first);
        let found = first.and_then(|first| Date::new(first.year(), first.month(), day));
        found.map_or_else(
            || Resolved::open(format!("XXXX-XX-{day:02}")),
            |day| Resolved::at(When::Day(day), anchor),
        )
    }
}

/// The date in a year; `None` for 29 February of a common year.
fn in_year(date: Partial, year: i32) -> Option<When> {
    match (date.month, date.day) {
        (Some(_), Some(_)) => day_in(date, year).map(When::Day),
        (Some(month), None) => Some(When::Month(year, month)),
        (None, _) => Some(When::Year(year)),
    }
}

fn day_in(date: Partial, year: i32) -> Option<Date> {
    Date::new(year, date.month?, date.day?)
}

/// A month and day in the year that puts it nearest to the day of writing; with a day of the week,
/// in the nearest year where the two agree, if one of eleven does.
fn nearest(date: Partial, dct: Date) -> Resolved {
    let years =
        |reach: i32| (-reach..=reach).filter_map(move |step| day_in(date, dct.year() + step));
    let far = |day: &Date| day.days_since(dct).abs();
    let agreeing = date.weekday.and_then(|weekday| {
        years(5)
            .filter(|day| day.weekday() == weekday)
            .min_by_key(far)
    });
    let found = agreeing
        .or_else(|| years(1).min_by_key(far))
        .or_else(|| years(4).min_by_key(far));
    match found {
        Some(day) => Resolved::at(When::Day(day), Anchor::Dct(dct, Lean::Nearest)),
        None => Resolved::open(open(date)),
    }
}

/// The value with its holes: `XXXX-03-16`.
fn open(date: Partial) -> String {
    let year = match date.year {
        YearOf::Known(year) => format!("{year:04}"),
        YearOf::Missing | YearOf::Shifted(_) => "XXXX".to_owned(),
    };
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    }
}
