//! Dates with holes: which year is "March 16" of, and which "March"?

use super::super::anchors::{Anchor, Lean};
use super::super::grain::Shift;
use super::super::meaning::{Candidate, Partial, YearOf};
use super::super::narrative::is_entry;
use super::super::tense::{self, Tense};
use super::super::when::When;
use super::{Context, Resolved};
use crate::text::Span;
use crate::time::{Date, DateRange};

/// A month so many months ahead is the coming one even without a word that looks ahead, or with one
/// that looks back.
const AHEAD_UNKNOWN: i32 = 3;
const AHEAD_PAST: i32 = 1;

/// So near to the day of writing, the day of the month counts and not the day of the week.
const SLIP: i64 = 10;

/// No sentence that tells two days of a year has so many words between them.
const SENTENCE: usize = 30;

/// So many days apart they are of one story: who was born in 1960 did not resign then.
const STORY: i64 = 62;

/// Between two days of a list stand a comma, "and" and "the" at most.
const BETWEEN_DAYS: usize = 3;

/// "through January": the coming one if it is not further off than the one just past.
const HALF_YEAR: i32 = 6;

impl Context<'_> {
    /// A calendar date; a missing year is found.
    pub(super) fn date(&self, candidate: &Candidate, date: Partial) -> Resolved {
        if let YearOf::Bc(year) = date.year {
            return Resolved::at(before_christ(date, year), Anchor::Explicit);
        }
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
        if let Some(resolved) = self.next_entry(candidate, date) {
            return resolved;
        }
        let Some(dct) = self.dct else {
            return Resolved::open(open(date));
        };
        if let Some(day) = self.listed(candidate, date) {
            return Resolved::at(When::Day(day), Anchor::Dct(dct, Lean::Nearest));
        }
        if let Some(resolved) = self.beside_a_year(candidate, date, dct) {
            return resolved;
        }
        let tense = tense::around(self.scan, candidate);
        if date.day.is_some() {
            let done = tense::is_done(self.scan, candidate);
            return nearest(date, dct, tense, done);
        }
        let limit = candidate.tokens.start.checked_sub(1);
        let is_before = |words: &[&str]| limit.is_some_and(|at| self.scan.is_any(at, words));
        let month = date.month.unwrap_or_default() as i32;
        let ahead = (month - dct.month() as i32).rem_euclid(12);
        let limit = is_before(&["by", "until"]) || is_before(&["through"]) && ahead <= HALF_YEAR;
        let tense = match tense {
            Tense::Past if limit => Tense::Unknown,
            _ if limit => Tense::Future,
            other => other,
        };
        let future = match tense {
            Tense::Future => ahead > 0,
            Tense::Unknown => (1..=AHEAD_UNKNOWN).contains(&ahead),
            Tense::Past => (1..=AHEAD_PAST).contains(&ahead),
        };
        let base = When::Month(dct.year(), dct.month());
        let (when, lean) = match future {
            true => (base.plus(ahead), Lean::Coming),
            false if ahead == 0 => (base, Lean::MostRecent),
            false => (base.plus(ahead - 12), Lean::MostRecent),
        };
        Resolved::at(when, Anchor::Dct(dct, lean))
    }

    /// "met on July 5, 2018, and again on July 7": of the year that the sentence has said, unless it is
    /// the news of the days around the day of writing.
    fn beside_a_year(&self, candidate: &Candidate, date: Partial, dct: Date) -> Option<Resolved> {
        let (before, span, end) = self.told.dated?;
        let start = candidate.tokens.start;
        let tense = tense::around(self.scan, candidate);
        let beside = start.saturating_sub(end) <= SENTENCE;
        let sentence = beside && !(end..=start).any(|at| self.scan.sentence_starts(at));
        let days = |base: Date| {
            let days = (-1..=1).filter_map(move |step| day_in(date, base.year() + step));
            days.min_by_key(move |day| day.days_since(base).abs())
        };
        let nearest = days(dct).map_or(0, |day| day.days_since(dct));
        // "… on March 3, 2018. He left on March 5": not one that is yet to come.
        let past = tense == Tense::Past
            && nearest > 0
            && beside
            && !(end..=start).any(|at| self.scan.new_paragraph(at));
        let told = (sentence || past) && tense != Tense::Future && nearest.abs() > SLIP;
        let near = |day: &Date| day.days_since(before).abs() <= STORY;
        let day = days(before).filter(|day| told && near(day))?;
        let anchor = Anchor::Previous(span, Lean::Nearest);
        Some(Resolved::at(When::Day(day), anchor))
    }

    /// "on July 7, 8 and 9": the days of a list are of one year, whatever stands before the later ones.
    fn listed(&self, candidate: &Candidate, date: Partial) -> Option<Date> {
        let (before, _, end) = self.told.day?;
        let beside = candidate.tokens.start.saturating_sub(end) <= BETWEEN_DAYS;
        let month = date.month == Some(before.month());
        (beside && month && candidate.rule.name() == "day-list").then_some(())?;
        day_in(date, before.year())
    }

    /// An entry of a chronology without a year is the next such day behind the entry before it.
    fn next_entry(&self, candidate: &Candidate, date: Partial) -> Option<Resolved> {
        let (before, span) = self.told.entry.filter(|_| is_entry(self.scan, candidate))?;
        let behind = |when: &When| {
            let first = when.range().map(DateRange::first);
            first.is_some_and(|day| day >= before && self.dct.is_none_or(|dct| day <= dct))
        };
        let when = (0..=1)
            .filter_map(|step| in_year(date, before.year() + step))
            .find(behind)?;
        Some(Resolved::at(when, Anchor::Previous(span, Lean::Nearest)))
    }

    /// In history: the year that puts the date nearest to where the story stands; in a year told
    /// since, unless the story goes on within two months.
    fn narrated(&self, date: Partial) -> Resolved {
        let open = || Resolved::open(open(date));
        let dated = |year: i32, span: Span| {
            let anchor = Anchor::Previous(span, Lean::Nearest);
            in_year(date, year).map_or_else(open, |when| Resolved::at(when, anchor))
        };
        let Some((story, span)) = self.told.story else {
            return match self.told.story_year {
                Some((year, span)) => dated(year, span),
                None => open(),
            };
        };
        if let Some(year) = story.bc_year() {
            let anchor = Anchor::Previous(span, Lean::Within);
            return Resolved::at(before_christ(date, year), anchor);
        }
        let Some(base) = story.range().map(DateRange::first) else {
            return open();
        };
        let near = (-1..=1).filter_map(|step| {
            let when = in_year(date, base.year() + step)?;
            Some((when.range()?.first().days_since(base), when))
        });
        let Some((days, when)) = near.min_by_key(|(days, _)| days.abs()) else {
            return open();
        };
        match self.told.story_year {
            Some((year, span)) if self.told.heads => dated(year, span),
            Some((year, span)) if when.year() != Some(year) && !(-10..=62).contains(&days) => {
                dated(year, span)
            }
            _ => Resolved::at(when, Anchor::Previous(span, Lean::Nearest)),
        }
    }

    /// "last May", "next March": by its step from this month, or from the last one told.
    pub(super) fn month_by(&self, date: Partial, shift: Shift) -> Resolved {
        let told = self
            .told
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
            YearOf::Missing | YearOf::Shifted(_) | YearOf::Bc(_) => {
                vec![begin.year(), begin.year() + 1]
            }
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
    pub(super) fn day_of_month(&self, candidate: &Candidate, day: u32, shift: Shift) -> Resolved {
        let told = self.told.month().filter(|_| shift.is_anaphoric());
        let current = self
            .dct
            .map(|dct| (dct, When::Month(dct.year(), dct.month())));
        let unnamed = shift == Shift::Same
            && told.is_none_or(|told| Some(told.0) == current.map(|now| now.1));
        if let (true, false, Some((dct, month))) = (unnamed, self.history, current) {
            return of_a_month_near(dct, month, day, tense::around(self.scan, candidate));
        }
        let (month, anchor) = match (told, current) {
            (Some((when, span)), _) => (when, Anchor::Previous(span, Lean::Counted)),
            (None, Some((dct, month))) => (month, Anchor::Dct(dct, Lean::Counted)),
            (None, None) => return Resolved::open(format!("XXXX-XX-{day:02}")),
        };
        day_in_month(month.plus(shift.steps()), day).map_or_else(
            || Resolved::open(format!("XXXX-XX-{day:02}")),
            |day| Resolved::at(When::Day(day), anchor),
        )
    }
}

/// "on the 28th", of no month that was named: the last one behind the day of writing or the next one
/// ahead of it, as the tense says; without a tense, the nearest.
fn of_a_month_near(dct: Date, month: When, day: u32, tense: Tense) -> Resolved {
    // Of three months in a row, one has a 31st.
    let mut days = (-2..=2).filter_map(|step| day_in_month(month.plus(step), day));
    let (found, lean) = match tense {
        Tense::Past => (days.rfind(|day| *day <= dct), Lean::MostRecent),
        Tense::Future => (days.find(|day| *day >= dct), Lean::Coming),
        Tense::Unknown => (
            days.min_by_key(|day| day.days_since(dct).abs()),
            Lean::Nearest,
        ),
    };
    found.map_or_else(
        || Resolved::open(format!("XXXX-XX-{day:02}")),
        |day| Resolved::at(When::Day(day), Anchor::Dct(dct, lean)),
    )
}

pub(super) fn day_in_month(month: When, day: u32) -> Option<Date> {
    let first = month.range()?.first();
    Date::new(first.year(), first.month(), day)
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

/// A date of a year before Christ; its day is not kept.
fn before_christ(date: Partial, year: i32) -> When {
    date.month
        .map_or(When::Bc(year), |month| When::BcMonth(year, month))
}

/// A month and day in the year that puts it nearest to the day of writing, a day behind rather than
/// one ahead unless the sentence looks ahead; with a day of the week, in the nearest year where the
/// two agree, if one of eleven does.
fn nearest(date: Partial, dct: Date, tense: Tense, done: bool) -> Resolved {
    let years =
        |reach: i32| (-reach..=reach).filter_map(move |step| day_in(date, dct.year() + step));
    let far = |day: &Date| {
        let days = day.days_since(dct);
        let (ahead, behind) = match tense {
            _ if done => (8, 2),
            Tense::Future => (2, 3),
            Tense::Unknown | Tense::Past => (3, 2),
        };
        if days > 0 {
            days * ahead
        } else {
            -days * behind
        }
    };
    let agreeing = date.weekday.and_then(|weekday| {
        years(5)
            .filter(|day| day.weekday() == weekday)
            .min_by_key(far)
    });
    // "Wednesday, March 19" in the week of a Friday, March 19, is a slip and no other year.
    let close = years(1).find(|day| day.days_since(dct).abs() <= SLIP);
    let found = close
        .or(agreeing)
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
        YearOf::Bc(year) => format!("BC{year:04}"),
    };
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (None, _) => year,
    }
}
