//! From what a phrase says to when it is: each candidate is worked out from the day of writing or
//! from the dates told before it.
//!
//! News leans on the day of writing (DCT), history on the last date; words like "that year" and
//! "the following month" lean on the last date of their grain in both.

mod offset;
mod partial;
mod weekday;

use super::anchors::{Anchor, Lean};
use super::grain::{Grain, Reference, Season, Shift};
use super::meaning::{Candidate, Fiscal, Meaning, Partial, YearOf};
use super::scan::Scan;
use super::tense::{self, Tense};
use super::when::When;
use crate::text::Span;
use crate::time::{Date, DateRange};

/// What a candidate was worked out to be.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    pub(super) when: Option<When>,
    /// The value where there is no `when`: under-specified, a length, a repetition, a reference.
    pub(super) open: Box<str>,
    pub(super) anchor: Anchor,
    pub(super) is_length: bool,
    pub(super) is_set: bool,
}

impl Resolved {
    fn at(when: When, anchor: Anchor) -> Self {
        Self {
            when: Some(when),
            open: "".into(),
            anchor,
            is_length: false,
            is_set: false,
        }
    }

    fn open(value: impl Into<Box<str>>) -> Self {
        let open = value.into();
        Self {
            when: None,
            open,
            anchor: Anchor::Unanchored,
            is_length: false,
            is_set: false,
        }
    }

    fn free(value: impl Into<Box<str>>) -> Self {
        Self {
            anchor: Anchor::Free,
            ..Self::open(value)
        }
    }
}

/// A date told before, and its words.
type Told = (When, Span);

/// What is known while reading along.
pub(super) struct Context<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) dct: Option<Date>,
    pub(super) history: bool,
    last: Option<Told>,
    /// The last date from which a day, week, month, quarter, year follows.
    day: Option<(Date, Span, usize)>,
    week: Option<Told>,
    month: Option<Told>,
    quarter: Option<(When, Span, usize)>,
    year: Option<Told>,
}

impl<'a> Context<'a> {
    /// Nothing told yet.
    pub(super) fn new(scan: &'a Scan<'a>, dct: Option<Date>, history: bool) -> Self {
        Self {
            scan,
            dct,
            history,
            last: None,
            day: None,
            week: None,
            month: None,
            quarter: None,
            year: None,
        }
    }

    /// Works out all candidates in order.
    pub(super) fn resolve_all(mut self, candidates: &[Candidate]) -> Vec<Resolved> {
        let mut resolved: Vec<Resolved> = Vec::with_capacity(candidates.len());
        for (index, candidate) in candidates.iter().enumerate() {
            let own = match candidate.meaning {
                Meaning::Clock => self.clock(candidate, candidates.get(index + 1)),
                _ => self.resolve(candidate),
            };
            if let Some(when) = own.when {
                self.remember(
                    when,
                    self.scan.span(&candidate.tokens),
                    candidate.tokens.end,
                );
            }
            resolved.push(own);
        }
        resolved
    }

    /// Keeps a date for those that lean on it.
    fn remember(&mut self, when: When, span: Span, end: usize) {
        self.last = Some((when, span));
        if let When::Day(day) = when {
            self.day = Some((day, span, end));
        }
        if let Some(range) = when.range() {
            let first = range.first();
            if when.grain() <= Grain::Week {
                self.week = Some((When::containing(first, Grain::Week), span));
            }
            if when.grain() <= Grain::Month {
                self.month = Some((When::containing(first, Grain::Month), span));
            }
            if when.grain() <= Grain::Year {
                let year = When::Year(when.year().unwrap_or_else(|| first.year()));
                self.year = Some((year, span));
            }
        } else if matches!(when, When::Bc(_)) {
            self.year = Some((when, span));
        }
        if matches!(when, When::Quarter(..)) {
            self.quarter = Some((when, span, end));
        }
    }

    /// Works out one candidate.
    fn resolve(&self, candidate: &Candidate) -> Resolved {
        match &candidate.meaning {
            Meaning::Date(date) => self.date(candidate, *date),
            Meaning::MonthBy(date, shift) => self.month_by(*date, *shift),
            Meaning::Span(first, last) => self.span(candidate, *first, *last),
            Meaning::DayOfMonth(day, shift) => self.day_of_month(*day, *shift),
            Meaning::Weekday(day, shift) => self.weekday(candidate, *day, *shift),
            Meaning::WeekdayIn(day, weeks) => self.weekday_in(*day, *weeks),
            Meaning::Deictic(days) => self.deictic(*days),
            Meaning::Grain(grain, shift) => self.grain(candidate, *grain, *shift),
            Meaning::WeekOf(date) => {
                let mut resolved = self.date(candidate, *date);
                if let Some(When::Day(day)) = resolved.when {
                    resolved.when = Some(When::Week(day.monday()));
                }
                resolved
            }
            Meaning::Offset(count, unit, way) => self.offset(candidate, *count, *unit, *way),
            Meaning::Period(grain, number, year) => self.period(*grain, *number, *year),
            Meaning::YearBefore => self.year_before(),
            Meaning::Fiscal(year, whose) => fiscal(*year, *whose),
            Meaning::Season(season, shift, year) => self.season(candidate, *season, *shift, *year),
            Meaning::Decade(decade) => Resolved::at(When::Decade(*decade), Anchor::Explicit),
            Meaning::Century(century) if *century < 0 => {
                Resolved::at(When::BcCentury(-century), Anchor::Explicit)
            }
            Meaning::Century(century) => Resolved::at(When::Century(*century), Anchor::Explicit),
            Meaning::Bc(year) => Resolved::at(When::Bc(*year), Anchor::Explicit),
            Meaning::Holiday(day, shift, year) => self.holiday(*day, *shift, *year),
            Meaning::Duration(value) => Resolved {
                is_length: true,
                ..Resolved::free(value.clone())
            },
            Meaning::Set(value) => Resolved {
                is_set: true,
                ..Resolved::free(value.clone())
            },
            Meaning::Reference(reference) => Resolved::free(reference.code()),
            Meaning::Clock => self.clock(candidate, None),
            Meaning::Ambiguous { american, .. } => match american.year {
                YearOf::Known(year) => Resolved::open(format!("{year:04}-XX-XX")),
                YearOf::Missing | YearOf::Shifted(_) => Resolved::open("XXXX-XX-XX"),
            },
        }
    }

    /// "today", "yesterday": from the day of writing; in history "today" is the reader's.
    fn deictic(&self, days: i32) -> Resolved {
        if self.history && days == 0 {
            return Resolved::free(Reference::PresentRef.code());
        }
        match self.dct.filter(|_| !self.history) {
            Some(dct) => {
                let day = dct.plus_days(i64::from(days));
                Resolved::at(When::Day(day), Anchor::Dct(dct, Lean::Counted))
            }
            None => Resolved::open("XXXX-XX-XX"),
        }
    }

    /// A period by its step.
    fn grain(&self, candidate: &Candidate, grain: Grain, shift: Shift) -> Resolved {
        let leans_back = shift.is_anaphoric()
            || grain == Grain::Quarter && matches!(shift, Shift::Plain | Shift::Latest)
            || self.history && shift == Shift::Plain;
        if leans_back && let Some((when, span)) = self.told(grain) {
            let anchor = Anchor::Previous(span, Lean::Counted);
            return Resolved::at(when.plus(shift.steps()), anchor);
        }
        let Some(dct) = self.dct.filter(|_| !self.history) else {
            return Resolved::open(open(grain));
        };
        let base = When::containing(dct, grain);
        let steps = match (grain, shift) {
            (Grain::Weekend, Shift::Plain) => {
                let ahead = tense::around(self.scan, candidate) == Tense::Future;
                let weekend = dct.weekday().from_monday() >= 5;
                if ahead || weekend { 0 } else { -1 }
            }
            (Grain::Quarter, Shift::Plain | Shift::Latest) => -1,
            _ => shift.steps(),
        };
        Resolved::at(base.plus(steps), Anchor::Dct(dct, Lean::Counted))
    }

    /// The last date from which a period of that grain follows.
    fn told(&self, grain: Grain) -> Option<Told> {
        match grain {
            Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => {
                self.day.map(|(day, span, _)| (When::Day(day), span))
            }
            Grain::Week | Grain::Weekend | Grain::Fortnight => {
                self.week.and_then(|(when, span)| {
                    let day = when.range()?.first();
                    Some((When::containing(day, grain), span))
                })
            }
            Grain::Month => self.month,
            Grain::Quarter => self.quarter.map(|(when, span, _)| (when, span)),
            Grain::Year => self.year,
            Grain::Half | Grain::Decade | Grain::Century | Grain::Millennium => {
                self.last.and_then(|(when, span)| match (when, grain) {
                    (When::BcCentury(_), Grain::Century) => Some((when, span)),
                    (When::Bc(year), Grain::Century) => {
                        Some((When::BcCentury((year + 99) / 100), span))
                    }
                    _ => Some((When::containing(when.range()?.first(), grain), span)),
                })
            }
        }
    }

    /// A quarter or half of a year.
    fn period(&self, grain: Grain, number: u32, year: YearOf) -> Resolved {
        let of = |year: i32| match grain {
            Grain::Half => When::Half(year, number),
            _ => When::Quarter(year, number),
        };
        let (year, anchor) = match self.year_of(year) {
            Some(found) => found,
            None => match (self.dct.filter(|_| !self.history), self.year) {
                (Some(dct), _) => {
                    let now = (dct.month() - 1) / 3 + 1;
                    let before = grain == Grain::Quarter && number > now + 1;
                    let year = dct.year() - i32::from(before);
                    (year, Anchor::Dct(dct, Lean::Nearest))
                }
                (None, Some((when, span))) => {
                    let year = when.year().unwrap_or_default();
                    (year, Anchor::Previous(span, Lean::Within))
                }
                (None, None) => return Resolved::open(format!("XXXX-Q{number}")),
            },
        };
        Resolved::at(of(year), anchor)
    }

    /// A year by number or by its step; `None` if it is not said.
    fn year_of(&self, year: YearOf) -> Option<(i32, Anchor)> {
        match year {
            YearOf::Missing => None,
            YearOf::Known(year) => Some((year, Anchor::Explicit)),
            YearOf::Shifted(shift) => {
                let resolved = self.shifted_year(shift)?;
                Some((resolved.0, resolved.1))
            }
        }
    }

    /// "last year", "that year".
    fn shifted_year(&self, shift: Shift) -> Option<(i32, Anchor)> {
        let told = self.year.filter(|_| shift.is_anaphoric() || self.history);
        if let Some((when, span)) = told {
            let year = when.year()? + shift.steps();
            return Some((year, Anchor::Previous(span, Lean::Counted)));
        }
        let dct = self.dct.filter(|_| !self.history)?;
        Some((dct.year() + shift.steps(), Anchor::Dct(dct, Lean::Counted)))
    }

    /// What was told last, one year before: the quarter if one was.
    fn year_before(&self) -> Resolved {
        if let Some((when, span, _)) = self.quarter {
            return Resolved::at(when.plus_years(-1), Anchor::Previous(span, Lean::Counted));
        }
        match self.dct {
            Some(dct) => Resolved::at(When::Year(dct.year() - 1), Anchor::Dct(dct, Lean::Counted)),
            None => Resolved::open("XXXX"),
        }
    }

    /// A season of a year that may have to be found.
    fn season(
        &self,
        candidate: &Candidate,
        season: Season,
        shift: Shift,
        year: YearOf,
    ) -> Resolved {
        if let Some((year, anchor)) = self.year_of(year) {
            return Resolved::at(When::Season(year, season), anchor);
        }
        let month = Partial {
            month: Some(season.middle()),
            ..Partial::default()
        };
        let resolved = match shift {
            Shift::Plain => self.date(candidate, month),
            other => self.month_by(month, other),
        };
        let winter = i32::from(season == Season::Winter);
        match resolved.when.and_then(When::year) {
            Some(year) => Resolved::at(When::Season(year - winter, season), resolved.anchor),
            None => Resolved::open(format!("XXXX-{}", season.code())),
        }
    }

    /// A named day of the year at hand.
    fn holiday(&self, index: usize, shift: Shift, year: YearOf) -> Resolved {
        let named = self.scan.days.get(index);
        let in_year = |year: i32| named.and_then(|day| day.in_year(year));
        if let Some(day) = named.and_then(|named| named.year).and_then(in_year) {
            return Resolved::at(When::Day(day), Anchor::Explicit);
        }
        if let Some((year, anchor)) = self.year_of(year) {
            return match in_year(year) {
                Some(day) => Resolved::at(When::Day(day), anchor),
                None => Resolved::open(format!("{year:04}-XX-XX")),
            };
        }
        let base = match self.dct.filter(|_| !self.history) {
            Some(dct) => Some((dct, Anchor::Dct(dct, Lean::Nearest))),
            None => self
                .base_day()
                .map(|(day, span)| (day, Anchor::Previous(span, Lean::Nearest))),
        };
        let Some((base, anchor)) = base else {
            return Resolved::open("XXXX-XX-XX");
        };
        let years = (-1..=1).filter_map(|step| in_year(base.year() + step));
        let found = match shift.steps() {
            -1 => years.filter(|day| *day < base).max(),
            1 => years.filter(|day| *day > base).min(),
            _ => years.min_by_key(|day| day.days_since(base).abs()),
        };
        found.map_or_else(
            || Resolved::open("XXXX-XX-XX"),
            |day| Resolved::at(When::Day(day), anchor),
        )
    }

    /// The first day of the last date told.
    fn base_day(&self) -> Option<(Date, Span)> {
        let (when, span) = self.last?;
        Some((when.range()?.first(), span))
    }

    /// A time of day without a date: of the day told in the same sentence, else of the day of
    /// writing.
    fn clock(&self, candidate: &Candidate, next: Option<&Candidate>) -> Resolved {
        let near = next.filter(|next| {
            let between = candidate.tokens.end..next.tokens.start;
            between.len() <= 6 && !between.clone().any(|at| self.scan.sentence_starts(at))
        });
        if let Some(next) = near.filter(|next| !matches!(next.meaning, Meaning::Clock)) {
            let resolved = self.resolve(next);
            if let Some(When::Day(_)) = resolved.when {
                let anchor = Anchor::Previous(self.scan.span(&next.tokens), Lean::Within);
                return Resolved { anchor, ..resolved };
            }
        }
        let same = self.day.filter(|(_, _, end)| {
            self.history || !(*end..=candidate.tokens.start).any(|at| self.scan.sentence_starts(at))
        });
        if let Some((day, span, _)) = same {
            return Resolved::at(When::Day(day), Anchor::Previous(span, Lean::Within));
        }
        match self.dct.filter(|_| !self.history) {
            Some(dct) => Resolved::at(When::Day(dct), Anchor::Dct(dct, Lean::Within)),
            None => Resolved::open("XXXX-XX-XX"),
        }
    }
}

/// What is written for a period that is not known.
fn open(grain: Grain) -> &'static str {
    match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => "XXXX-XX-XX",
        Grain::Week | Grain::Fortnight => "XXXX-WXX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        Grain::Half => "XXXX-HX",
        Grain::Year => "XXXX",
        Grain::Decade => "XXX",
        Grain::Century | Grain::Millennium => "XX",
    }
}

/// A fiscal year: of the United States from October (31 U.S.C. § 1102), of Japan from April (Public
/// Finance Act, art. 11).
fn fiscal(year: i32, whose: Fiscal) -> Resolved {
    let range = |from: Option<Date>, to: Option<Date>| DateRange::new(from?, to?);
    let range = match whose {
        Fiscal::UnitedStates => range(Date::new(year - 1, 10, 1), Date::new(year, 9, 30)),
        Fiscal::Japan => range(Date::new(year, 4, 1), Date::new(year + 1, 3, 31)),
        Fiscal::Unnamed => None,
    };
    Resolved::at(When::Fiscal(year, range), Anchor::Explicit)
}
