//! What a phrase says before anybody asks when: dates with holes, steps, amounts.
//!
//! The rules read text into a [`Meaning`]; `anchor` fills the holes from the context. Nothing here
//! knows the day of writing.

use std::ops::Range;

use super::grain::{Edge, Grain, Part, Reference, Season, Shift};
use super::model::{Mod, RuleId};
use crate::time::Weekday;

/// A phrase that may be a time expression, before the choice among its rivals.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// The tokens it covers.
    pub(crate) tokens: Range<usize>,
    pub(crate) meaning: Meaning,
    /// "early", "the end of".
    pub(crate) edge: Option<Edge>,
    /// "morning", "at 5 p.m.".
    pub(crate) time: Option<Time>,
    /// "about", "more than".
    pub(crate) modifier: Option<Mod>,
    /// More expressions that were read together with this one: "8" and "9" of "July 7, 8 and 9".
    pub(crate) rest: Vec<Self>,
    pub(crate) rule: RuleId,
}

impl Candidate {
    /// A phrase with nothing but a meaning.
    pub(crate) fn new(tokens: Range<usize>, meaning: Meaning, rule: RuleId) -> Self {
        Self {
            tokens,
            meaning,
            edge: None,
            time: None,
            modifier: None,
            rest: Vec::new(),
            rule,
        }
    }

    /// The token after the last one of it and of what was read with it.
    pub(crate) fn end(&self) -> usize {
        self.rest
            .last()
            .map_or(self.tokens.end, |last| last.tokens.end)
    }
}

/// What a phrase says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// A calendar date, at least a month or a year.
    Date(Partial),
    /// "last May", "this September": the month, by its step from this one.
    MonthBy(Partial, Shift),
    /// "March 16-17": from the one to the other, in one phrase.
    Span(Partial, Partial),
    /// "31st ultimo", "the 16th": a day of a month that is said by its step.
    DayOfMonth(u32, Shift),
    /// "Wednesday, the 13th": a day of a month that is not said.
    DayOfSomeMonth(u32, Weekday),
    /// "Friday", "last Friday", "the following Tuesday".
    Weekday(Weekday, Shift),
    /// "Friday last week": a day of the week so many weeks from this one.
    WeekdayIn(Weekday, i32),
    /// Days from the day of writing: "today" is 0.
    Deictic(i32),
    /// "this week", "last year", "the following month", "that day".
    Grain(Grain, Shift),
    /// "the week of March 6"; "the week of the 6th" has no month.
    WeekOf(Partial),
    /// "the last day of February", "the first Monday of May": a day of a month or a year by its rank,
    /// -1 the last one, or a day of the week by its rank among its like.
    NthOf(Box<Self>, i8, Option<Weekday>),
    /// "two years ago", "three days later".
    Offset(Count, Grain, Way),
    /// "six months ago today", "a year ago last May", "a week from Friday": so far from what is named.
    OffsetFrom(Count, Grain, Way, Box<Self>),
    /// The n-th quarter or half of a year.
    Period(Grain, u32, YearOf),
    /// "the year-ago quarter": what was last named, one year before.
    YearBefore,
    /// "the 1988 period": what is reported on, in that year.
    SamePeriod(i32),
    /// A fiscal year of the United States, of Japan, or of somebody not named.
    Fiscal(i32, Fiscal),
    /// A season.
    Season(Season, Shift, YearOf),
    /// 198 for the 1980s.
    Decade(i32),
    /// 19 for the 20th century; negative before Christ.
    Century(i32),
    /// A year before Christ.
    Bc(i32),
    /// The n-th day of `data/timex/days.toml`.
    Holiday(usize, Shift, YearOf),
    /// "three weeks": its TIMEX3 value.
    Duration(Box<str>),
    /// "every Friday".
    Set(Box<str>),
    /// "now", "recently".
    Reference(Reference),
    /// A time of day without a date.
    Clock,
    /// "03/04/2021": both readings, kept.
    Ambiguous {
        /// Read as month, day.
        american: Partial,
        /// Read as day, month.
        european: Partial,
    },
}

/// A calendar date with holes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Partial {
    pub(crate) year: YearOf,
    pub(crate) month: Option<u32>,
    pub(crate) day: Option<u32>,
    pub(crate) weekday: Option<Weekday>,
}

/// How a date says its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum YearOf {
    /// Not at all.
    #[default]
    Missing,
    /// By number.
    Known(i32),
    /// By number, before Christ.
    Bc(i32),
    /// "November last year", "July 25 of that year".
    Shifted(Shift),
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    /// So many, in tenths: "22.8 years" is 228.
    Tenths(u32),
    /// "several", "a few", or a bare plural.
    Vague,
}

impl Count {
    /// A whole number.
    pub(crate) fn whole(number: u32) -> Self {
        Self::Tenths(number.saturating_mul(10))
    }
}

/// Whose fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fiscal {
    /// From October of the year before to September.
    UnitedStates,
    /// From April to March of the year after.
    Japan,
    /// Nobody's that the text names.
    Unnamed,
}

/// To which side an amount is counted, and from what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Back from the day of writing.
    Ago,
    /// On from the day of writing: "in two days' time", "a week from now".
    Hence,
    /// Back from a date named before.
    Earlier,
    /// On from a date named before.
    Later,
    /// "one day after the call": the event is that far before the date just named.
    After,
    /// "two days before the summit".
    Before,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// "morning"
    Part(Part),
    /// "5 p.m. EST"
    Clock {
        /// 0 to 24.
        hour: u32,
        /// 0 to 59.
        minute: u32,
        /// Minutes east of Greenwich, if a zone is named.
        zone: Option<i32>,
    },
}
