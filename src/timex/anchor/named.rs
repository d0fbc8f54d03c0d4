//! Periods and days with names of their own: quarters, seasons, feasts.

use super::super::anchors::{Anchor, Lean};
use super::super::grain::{Grain, Season, Shift};
use super::super::meaning::{Candidate, Partial, YearOf};
use super::super::tense::{self, Tense};
use super::super::when::When;
use super::{Context, Resolved};

impl Context<'_> {
    /// A quarter or half of a year.
    pub(super) fn period(&self, grain: Grain, number: u32, year: YearOf) -> Resolved {
        let of = |year: i32| match grain {
            Grain::Half => When::Half(year, number),
            _ => When::Quarter(year, number),
        };
        let (year, anchor) = match self.year_of(year) {
            Some(found) => found,
            None => match (self.dct.filter(|_| !self.history), self.told.year) {
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

    /// The quarter that is reported on, in another year; the year itself if none is.
    pub(super) fn same_period(&self, year: i32) -> Resolved {
        match self.told.report {
            Some((When::Quarter(_, quarter), span, _)) => {
                let when = When::Quarter(year, quarter);
                Resolved::at(when, Anchor::Previous(span, Lean::Counted))
            }
            _ => Resolved::at(When::Year(year), Anchor::Explicit),
        }
    }

    /// What was told last, one year before: the quarter if one was.
    pub(super) fn year_before(&self) -> Resolved {
        if let Some((when, span, _)) = self.told.report {
            return Resolved::at(when.plus_years(-1), Anchor::Previous(span, Lean::Counted));
        }
        match self.dct {
            Some(dct) => Resolved::at(When::Year(dct.year() - 1), Anchor::Dct(dct, Lean::Counted)),
            None => Resolved::open("XXXX"),
        }
    }

    /// A season of a year that may have to be found.
    pub(super) fn season(
        &self,
        candidate: &Candidate,
        season: Season,
        shift: Shift,
        year: YearOf,
    ) -> Resolved {
        if let Some((year, anchor)) = self.year_of(year) {
            return Resolved::at(When::Season(year, season), anchor);
        }
        if let YearOf::Bc(year) = year {
            return Resolved::at(When::BcSeason(year, season), Anchor::Explicit);
        }
        let bc = self
            .told
            .story
            .and_then(|(when, span)| Some((when.bc_year()?, span)));
        if let Some((year, span)) = bc {
            let anchor = Anchor::Previous(span, Lean::Within);
            return Resolved::at(When::BcSeason(year, season), anchor);
        }
        if season == Season::Winter
            && let Some((year, anchor)) = self.winter(candidate, shift)
        {
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

    /// The year that "this winter", "next winter" begins in: a winter lies in two years, and in spring
    /// "this winter" is the one behind, unless the sentence looks ahead.
    fn winter(&self, candidate: &Candidate, shift: Shift) -> Option<(i32, Anchor)> {
        let dct = self.dct.filter(|_| !self.history)?;
        // From March to June the last winter is nearer than the next one.
        let over = (3..=6).contains(&dct.month());
        let behind = dct.month() <= 2 || over && !tense::looks_ahead(self.scan, candidate);
        let year = match shift {
            Shift::This | Shift::Current => dct.year() - i32::from(behind),
            Shift::Coming => dct.year(),
            // That of December has begun.
            Shift::Next => dct.year() + i32::from(dct.month() == 12),
            _ => return None,
        };
        Some((year, Anchor::Dct(dct, Lean::Counted)))
    }

    /// A named day: of the year that is told, or on the side of the day of writing that the tense
    /// before it says, else the nearest.
    pub(super) fn holiday(
        &self,
        candidate: &Candidate,
        index: usize,
        shift: Shift,
        year: YearOf,
    ) -> Resolved {
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
                .told
                .base_day()
                .map(|(day, span)| (day, Anchor::Previous(span, Lean::Nearest))),
        };
        let Some((base, anchor)) = base else {
            return Resolved::open("XXXX-XX-XX");
        };
        let years = (-1..=1).filter_map(|step| in_year(base.year() + step));
        let tense = (shift == Shift::Plain && !self.history)
            .then(|| self.side(candidate))
            .flatten();
        let found = match (shift.steps(), tense) {
            (-1, _) => years.filter(|day| *day < base).max(),
            (1, _) => years.filter(|day| *day > base).min(),
            (_, Some(Tense::Past)) => years.filter(|day| *day <= base).max(),
            (_, Some(Tense::Future)) => years.filter(|day| *day >= base).min(),
            _ => years.min_by_key(|day| day.days_since(base).abs()),
        };
        found.map_or_else(
            || Resolved::open("XXXX-XX-XX"),
            |day| Resolved::at(When::Day(day), anchor),
        )
    }

    /// On which side of the day of writing something lies: by a word of limit right before it, else by
    /// the nearest verb before it.
    fn side(&self, candidate: &Candidate) -> Option<Tense> {
        let before = candidate.tokens.start.checked_sub(1);
        let is_before = |words: &[&str]| before.is_some_and(|at| self.scan.is_any(at, words));
        if is_before(&["since"]) {
            Some(Tense::Past)
        } else if is_before(&["until", "till"]) {
            Some(Tense::Future)
        } else {
            tense::before(self.scan, candidate)
        }
    }
}
