//! From what a phrase says to when it is: each candidate is worked out from the day of writing or
//! from the dates told before it.
//!
//! News leans on the day of writing (DCT), history on the last date; words like "that year" and
//! "the following month" lean on the last date of their grain in both.

mod memory;
mod named;
mod offset;
mod partial;
mod range;
mod weekday;

use memory::{Told, WEEK};

use super::anchors::{Anchor, Lean};
use super::grain::{Grain, Reference, Shift};
use super::meaning::{Candidate, Fiscal, Meaning, YearOf};
use super::scan::Scan;
use super::tense;
use super::when::When;
use crate::text::Span;
use crate::time::{Date, DateRange, Weekday};

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

/// What is known while reading along.
pub(super) struct Context<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) dct: Option<Date>,
    pub(super) history: bool,
    told: Told,
}

impl<'a> Context<'a> {
    /// Nothing told yet.
    pub(super) fn new(scan: &'a Scan<'a>, dct: Option<Date>, history: bool) -> Self {
        Self {
            scan,
            dct,
            history,
            told: Told::default(),
        }
    }

    /// Works out all candidates in order; `links` says which open a range that the next one closes.
    pub(super) fn resolve_all(mut self, candidates: &[Candidate], links: &[bool]) -> Vec<Resolved> {
        let mut resolved: Vec<Resolved> = Vec::with_capacity(candidates.len());
        for (index, candidate) in candidates.iter().enumerate() {
            let mut own = match candidate.meaning {
                Meaning::Clock => self.clock(candidate, candidates.get(index + 1)),
                _ => self.resolve(candidate),
            };
            let opening = index
                .checked_sub(1)
                .filter(|before| links.get(*before) == Some(&true));
            if let Some((opening, from)) = opening
                .and_then(|before| candidates.get(before))
                .zip(resolved.last_mut())
            {
                self.close((opening, candidate), from, &mut own);
            }
            self.told.remember(self.scan, candidate, &own, self.dct);
            resolved.push(own);
        }
        resolved
    }

    /// Works out one candidate.
    fn resolve(&self, candidate: &Candidate) -> Resolved {
        match &candidate.meaning {
            Meaning::Date(date) => self.date(candidate, *date),
            Meaning::MonthBy(date, shift) => self.month_by(*date, *shift),
            Meaning::Span(first, last) => self.span(candidate, *first, *last),
            Meaning::DayOfMonth(day, shift) => self.day_of_month(candidate, *day, *shift),
            Meaning::DayOfSomeMonth(day, weekday) => self.day_of_some_month(*day, *weekday),
            Meaning::Weekday(day, shift) => self.weekday(candidate, *day, *shift),
            Meaning::WeekdayIn(day, weeks) => self.weekday_in(*day, *weeks),
            Meaning::Deictic(days) => self.deictic(*days),
            Meaning::Grain(grain, shift) => self.grain(candidate, *grain, *shift),
            Meaning::NthOf(base, rank, weekday) => {
                let named =
                    Candidate::new(candidate.tokens.clone(), (**base).clone(), candidate.rule);
                let resolved = self.resolve(&named);
                let day = resolved.when.and_then(|when| nth(when, *rank, *weekday));
                day.map_or_else(
                    || Resolved::open("XXXX-XX-XX"),
                    |day| Resolved::at(When::Day(day), resolved.anchor),
                )
            }
            Meaning::WeekOf(date) => {
                let mut resolved = match (date.month, date.day) {
                    (None, Some(day)) => self.day_of_month(candidate, day, Shift::Same),
                    _ => self.date(candidate, *date),
                };
                if let Some(When::Day(day)) = resolved.when {
                    resolved.when = Some(When::Week(day.monday()));
                }
                resolved
            }
            Meaning::Offset(count, unit, way) => self.offset(candidate, *count, *unit, *way),
            Meaning::OffsetFrom(count, unit, way, base) => {
                self.offset_from(candidate, *count, *unit, *way, base)
            }
            Meaning::Period(grain, number, year) => self.period(*grain, *number, *year),
            Meaning::YearBefore => self.year_before(),
            Meaning::SamePeriod(year) => self.same_period(*year),
            Meaning::Fiscal(year, whose) => fiscal(*year, *whose),
            Meaning::Season(season, shift, year) => self.season(candidate, *season, *shift, *year),
            Meaning::Decade(decade) => Resolved::at(When::Decade(*decade), Anchor::Explicit),
            Meaning::Century(century) if *century < 0 => {
                Resolved::at(When::BcCentury(-century), Anchor::Explicit)
            }
            Meaning::Century(century) => Resolved::at(When::Century(*century), Anchor::Explicit),
            Meaning::Bc(year) => Resolved::at(When::Bc(*year), Anchor::Explicit),
            Meaning::Holiday(day, shift, year) => self.holiday(candidate, *day, *shift, *year),
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
                YearOf::Missing | YearOf::Shifted(_) | YearOf::Bc(_) => {
                    Resolved::open("XXXX-XX-XX")
                }
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
            || self.history
            || grain == Grain::Quarter && matches!(shift, Shift::Plain | Shift::Latest);
        let reported = self
            .told
            .report
            .filter(|_| shift == Shift::Latest && grain == Grain::Quarter);
        let told = reported.map(|(when, span, _)| (when, span));
        let told = told.or_else(|| self.same_day(candidate, grain, shift));
        let told = told.or_else(|| {
            let back = shift.steps() < 0;
            let day = grain == Grain::Day;
            let (day, span) = self.day_told(candidate, back).filter(|_| day)?;
            Some((When::Day(day), span))
        });
        if leans_back && let Some((when, span)) = told.or_else(|| self.told.of(grain)) {
            let anchor = Anchor::Previous(span, Lean::Counted);
            return Resolved::at(when.plus(shift.steps()), anchor);
        }
        let Some(dct) = self.dct.filter(|_| !self.history) else {
            return Resolved::open(open(grain));
        };
        if shift == Shift::Following && self.is_past(candidate) {
            return Resolved::open(open(grain));
        }
        let base = When::containing(dct, grain);
        let steps = match (grain, shift) {
            (Grain::Weekend, Shift::Plain) => {
                let ahead = tense::looks_ahead(self.scan, candidate);
                let weekend = dct.weekday().from_monday() >= 5;
                if ahead || weekend { 0 } else { -1 }
            }
            (Grain::Quarter, Shift::Plain | Shift::Latest) => -1,
            _ => shift.steps(),
        };
        Resolved::at(base.plus(steps), Anchor::Dct(dct, Lean::Counted))
    }

    /// The day that "the day before" counts from: the last that was told; but from an old day of another
    /// paragraph a story goes on, it does not step back. Letters tell what is weeks old as their news.
    fn day_told(&self, candidate: &Candidate, back: bool) -> Option<(Date, Span)> {
        let (day, span, end) = self.told.day?;
        let is_old = |dct: Date| dct.days_since(day) > WEEK && dct.year() >= 1990;
        let old = back && self.dct.is_some_and(is_old) && !self.history;
        let start = candidate.tokens.start;
        let apart = || {
            let near = end.max(start.saturating_sub(PARAGRAPH))..=start;
            start - end > PARAGRAPH || near.rev().any(|at| self.scan.new_paragraph(at))
        };
        let news = self.told.news.filter(|_| old && apart());
        Some(news.unwrap_or((day, span)))
    }

    /// Whether the clause tells of something past: then "the next day" is none after the day of writing,
    /// but one after a day that was not told.
    fn is_past(&self, candidate: &Candidate) -> bool {
        tense::around(self.scan, candidate) == tense::Tense::Past
    }

    /// "the same day", told of something past, is the last day that lay behind the day of writing:
    /// not the one that a plan between the two names.
    fn same_day(&self, candidate: &Candidate, grain: Grain, shift: Shift) -> Option<(When, Span)> {
        let named = grain == Grain::Day && matches!(shift, Shift::Same | Shift::That);
        let ahead = self
            .dct
            .zip(self.told.day)
            .is_some_and(|(dct, told)| told.0 > dct);
        let past = named && ahead && tense::around(self.scan, candidate) == tense::Tense::Past;
        let (day, span) = self.told.past.filter(|_| past)?;
        Some((When::Day(day), span))
    }

    /// A year by number or by its step; `None` if it is not said.
    fn year_of(&self, year: YearOf) -> Option<(i32, Anchor)> {
        match year {
            YearOf::Missing | YearOf::Bc(_) => None,
            YearOf::Known(year) => Some((year, Anchor::Explicit)),
            YearOf::Shifted(shift) => {
                let resolved = self.shifted_year(shift)?;
                Some((resolved.0, resolved.1))
            }
        }
    }

    /// "last year", "that year".
    fn shifted_year(&self, shift: Shift) -> Option<(i32, Anchor)> {
        let told = self
            .told
            .year
            .filter(|_| shift.is_anaphoric() || self.history);
        if let Some((when, span)) = told {
            let year = when.year()? + shift.steps();
            return Some((year, Anchor::Previous(span, Lean::Counted)));
        }
        let dct = self.dct.filter(|_| !self.history)?;
        Some((dct.year() + shift.steps(), Anchor::Dct(dct, Lean::Counted)))
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
        let same = self.told.day.filter(|(_, _, end)| {
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

/// No paragraph is so many words long.
const PARAGRAPH: usize = 400;

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

/// A day of a period by its rank, or a day of the week by its rank in a month; -1 is the last.
fn nth(when: When, rank: i8, weekday: Option<Weekday>) -> Option<Date> {
    let range = when.range()?;
    match (weekday, rank) {
        (Some(day), _) => {
            let first = range.first();
            Date::nth_weekday(first.year(), first.month(), day, i32::from(rank))
        }
        (None, 1) => Some(range.first()),
        (None, _) => Some(range.last()),
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
