//! A time that is worked out: its TIMEX3 value, its EDTF, its days, its neighbours.

use super::grain::{Edge, Grain, Season};
use crate::time::{self, Bound, Date, DateRange, Edtf, Point, Precision, Qualifier};

/// A day or a period of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Day(Date),
    /// The week that begins on this Monday.
    Week(Date),
    /// Saturday and Sunday of the week that begins on this Monday.
    Weekend(Date),
    Month(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    Season(i32, Season),
    Year(i32),
    /// A fiscal year by its number; the days only if it is known whose it is.
    Fiscal(i32, Option<DateRange>),
    /// 198 for the 1980s.
    Decade(i32),
    /// 19 for the 1900s.
    Century(i32),
    /// A year before Christ.
    Bc(i32),
    /// A month of a year before Christ.
    BcMonth(i32, u32),
    /// A season of a year before Christ.
    BcSeason(i32, Season),
    /// 48 for the 480s before Christ.
    BcDecade(i32),
    /// A century before Christ.
    BcCentury(i32),
    /// From one day to another.
    Days(DateRange),
}

impl When {
    /// The period of that grain which holds a day.
    pub(crate) fn containing(day: Date, grain: Grain) -> Self {
        let (year, month) = (day.year(), day.month());
        match grain {
            Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => Self::Day(day),
            Grain::Week | Grain::Fortnight => Self::Week(day.monday()),
            Grain::Weekend => Self::Weekend(day.monday()),
            Grain::Month => Self::Month(year, month),
            Grain::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Grain::Half => Self::Half(year, (month - 1) / 6 + 1),
            Grain::Year => Self::Year(year),
            Grain::Decade => Self::Decade(year.div_euclid(10)),
            Grain::Century | Grain::Millennium => Self::Century(year.div_euclid(100)),
        }
    }

    /// Its grain; seasons count as quarters, runs of days as weeks.
    pub(crate) fn grain(self) -> Grain {
        match self {
            Self::Day(_) => Grain::Day,
            Self::Week(_) | Self::Days(_) => Grain::Week,
            Self::Weekend(_) => Grain::Weekend,
            Self::Month(..) | Self::BcMonth(..) => Grain::Month,
            Self::Quarter(..) | Self::Season(..) | Self::BcSeason(..) => Grain::Quarter,
            Self::Half(..) => Grain::Half,
            Self::Year(_) | Self::Fiscal(..) | Self::Bc(_) => Grain::Year,
            Self::Decade(_) | Self::BcDecade(_) => Grain::Decade,
            Self::Century(_) | Self::BcCentury(_) => Grain::Century,
        }
    }

    /// So many periods of its own kind on (or back).
    pub(crate) fn plus(self, steps: i32) -> Self {
        let months = |year: i32, part: u32, per: i32| {
            let index = year * per + part as i32 - 1 + steps;
            (index.div_euclid(per), index.rem_euclid(per) as u32 + 1)
        };
        let days = |day: Date, each: i64| day.plus_days(each * i64::from(steps));
        match self {
            Self::Day(day) => Self::Day(days(day, 1)),
            Self::Week(day) => Self::Week(days(day, 7)),
            Self::Weekend(day) => Self::Weekend(days(day, 7)),
            Self::Month(year, month) => {
                let (year, month) = months(year, month, 12);
                Self::Month(year, month)
            }
            Self::Quarter(year, quarter) => {
                let (year, quarter) = months(year, quarter, 4);
                Self::Quarter(year, quarter)
            }
            Self::Half(year, half) => {
                let (year, half) = months(year, half, 2);
                Self::Half(year, half)
            }
            Self::Season(year, season) => Self::Season(year + steps, season),
            Self::Year(year) | Self::Fiscal(year, _) => Self::Year(year + steps),
            Self::Decade(decade) => Self::Decade(decade + steps),
            Self::Century(century) => Self::Century(century + steps),
            // No year 0 stands between the eras.
            Self::Bc(year) if steps >= year => Self::Year(steps - year + 1),
            Self::Bc(year) => Self::Bc(year - steps),
            Self::BcMonth(year, month) => Self::BcMonth((year - steps).max(1), month),
            Self::BcSeason(year, season) => Self::BcSeason((year - steps).max(1), season),
            Self::BcDecade(decade) => Self::BcDecade((decade - steps).max(0)),
            Self::BcCentury(century) => Self::BcCentury((century - steps).max(1)),
            Self::Days(range) => Self::Days(DateRange::spanning(
                range.first().plus_days(range.days() * i64::from(steps)),
                range.last().plus_days(range.days() * i64::from(steps)),
            )),
        }
    }

    /// The same a number of years on.
    pub(crate) fn plus_years(self, years: i32) -> Self {
        match self {
            Self::Day(day) => Self::Day(day.plus_months(12 * years)),
            Self::Month(year, month) => Self::Month(year + years, month),
            Self::Quarter(year, quarter) => Self::Quarter(year + years, quarter),
            Self::Half(year, half) => Self::Half(year + years, half),
            Self::Season(year, season) => Self::Season(year + years, season),
            other => Self::Year(other.year().unwrap_or_default() + years),
        }
    }

    /// The year it begins in.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Year(year) | Self::Fiscal(year, _) | Self::Season(year, _) => Some(year),
            other => other.range().map(|range| range.first().year()),
        }
    }

    /// The year before Christ that it lies in.
    pub(crate) fn bc_year(self) -> Option<i32> {
        match self {
            Self::Bc(year) | Self::BcMonth(year, _) | Self::BcSeason(year, _) => Some(year),
            _ => None,
        }
    }

    /// TIMEX3 VALUE.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(monday) => {
                let (year, week) = monday.iso_week();
                format!("{year:04}-W{week:02}")
            }
            Self::Weekend(monday) => {
                let (year, week) = monday.iso_week();
                format!("{year:04}-W{week:02}-WE")
            }
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{}", season.code()),
            Self::Year(year) | Self::Fiscal(year, _) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::Bc(year) => format!("BC{year:04}"),
            Self::BcMonth(year, month) => format!("BC{year:04}-{month:02}"),
            Self::BcSeason(year, season) => format!("BC{year:04}-{}", season.code()),
            Self::BcDecade(decade) => format!("BC{decade:03}"),
            Self::BcCentury(century) => format!("BC{:02}", century - 1),
            Self::Days(range) => format!("{}/{}", range.first(), range.last()),
        }
    }

    /// The first and last day, where the calendar reaches so far.
    pub(crate) fn range(self) -> Option<DateRange> {
        self.edtf().map(|edtf| edtf.range())
    }

    /// The date for a timeline.
    pub(crate) fn edtf(self) -> Option<Edtf> {
        let point = |precision| Some(Edtf::Point(Point::certain(precision)));
        let months = |year: i32, first: u32, last: u32| {
            Some(Edtf::Interval(
                bound(month(year, first)?),
                bound(month(year, last)?),
            ))
        };
        match self {
            Self::Day(day) => Some(Edtf::day(day)),
            Self::Week(monday) => Some(days(monday, monday.plus_days(6))),
            Self::Weekend(monday) => Some(days(monday.plus_days(5), monday.plus_days(6))),
            Self::Month(year, month) => Edtf::month(year, month),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, quarter * 3),
            Self::Half(year, half) => months(year, half * 6 - 5, half * 6),
            Self::Season(year, season) => point(Precision::Season(year, named(season))),
            Self::Year(year) => point(Precision::Year(year)),
            Self::Fiscal(year, range) => match range {
                Some(range) => months_of(range),
                None => Some(Edtf::Point(about(Precision::Year(year)))),
            },
            Self::Decade(decade) => point(Precision::Decade(decade)),
            Self::Century(century) => point(Precision::Century(century)),
            Self::Days(range) => Some(Edtf::days(range)),
            Self::Bc(_)
            | Self::BcMonth(..)
            | Self::BcSeason(..)
            | Self::BcDecade(_)
            | Self::BcCentury(_) => None,
        }
    }

    /// A part of it, for a timeline. "early March" is about 1 to 10 March, "mid-March" about 11 to
    /// 20, "late March" about 21 to 30; of a year the parts are four months each, its beginning and end
    /// one month. "Earlier" and
    /// "later" reach to and from `now`.
    pub(crate) fn part(self, edge: Edge, now: Option<Date>) -> Option<Edtf> {
        let third = match edge {
            Edge::Early | Edge::Beginning => 0,
            Edge::Mid | Edge::Middle => 1,
            Edge::Late | Edge::End => 2,
            Edge::Earlier | Edge::Later => return self.beside(edge, now),
            Edge::Week(_) | Edge::FirstHalf | Edge::LastHalf => return self.days_of_month(edge),
        };
        match self {
            Self::Month(year, month) => {
                let first = Date::new(year, month, 1)?;
                let last = first.last_of_month().day().min(10 * third + 10);
                let from = Date::new(year, month, 10 * third + 1)?;
                Some(roughly(
                    Precision::Day(from),
                    Precision::Day(Date::new(year, month, last)?),
                ))
            }
            Self::Year(year) if edge == Edge::Beginning => {
                Some(Edtf::Point(about(Precision::Month(year, 1))))
            }
            Self::Year(year) if edge == Edge::End => {
                Some(Edtf::Point(about(Precision::Month(year, 12))))
            }
            Self::Year(year) => Some(roughly(
                Precision::Month(year, third * 4 + 1),
                Precision::Month(year, third * 4 + 4),
            )),
            Self::Decade(decade) => {
                let (from, to) = [(0, 3), (4, 6), (7, 9)][third as usize];
                Some(roughly(
                    Precision::Year(decade * 10 + from),
                    Precision::Year(decade * 10 + to),
                ))
            }
            Self::Century(century) => {
                let (from, to) = [(0, 33), (34, 66), (67, 99)][third as usize];
                let year = |rest| Precision::Year(century * 100 + rest);
                Some(roughly(year(from), year(to)))
            }
            Self::Week(monday) => {
                let (from, to) = [(0, 2), (2, 4), (4, 6)][third as usize];
                let day = |days| Precision::Day(monday.plus_days(days));
                Some(roughly(day(from), day(to)))
            }
            other => other.edtf(),
        }
    }

    /// A week or a half of a month, about: its weeks are counted from the first, and the last one from
    /// the end.
    fn days_of_month(self, edge: Edge) -> Option<Edtf> {
        let (Self::Month(..), Some(month)) = (self, self.range()) else {
            return self.edtf();
        };
        let (first, last) = (month.first(), month.last());
        let half = if month.days() > 28 { 15 } else { 14 };
        let (from, to) = match edge {
            Edge::Week(0) => (last.plus_days(-6), last),
            Edge::Week(number) => {
                let from = first.plus_days(7 * (i64::from(number) - 1));
                (from, from.plus_days(6))
            }
            Edge::FirstHalf => (first, first.plus_days(half - 1)),
            _ => (first.plus_days(half), last),
        };
        Some(roughly(Precision::Day(from), Precision::Day(to)))
    }

    /// "Earlier this year": from its beginning to the month (or day) of `now`; "later": from there to
    /// its end.
    fn beside(self, edge: Edge, now: Option<Date>) -> Option<Edtf> {
        let now = now.filter(|now| self.range().is_some_and(|range| range.contains(*now)));
        let (Some(now), Some(range)) = (now, self.range()) else {
            return self.edtf();
        };
        let (from, to) = match edge {
            Edge::Earlier => (range.first(), now),
            _ => (now, range.last()),
        };
        if let Self::Year(year) = self {
            let months = (month(year, from.month())?, month(year, to.month())?);
            return Some(Edtf::Interval(bound(months.0), bound(months.1)));
        }
        Some(days(from, to))
    }
}

fn named(season: Season) -> time::Season {
    match season {
        Season::Spring => time::Season::Spring,
        Season::Summer => time::Season::Summer,
        Season::Autumn => time::Season::Autumn,
        Season::Winter => time::Season::Winter,
    }
}

fn days(first: Date, last: Date) -> Edtf {
    Edtf::days(DateRange::spanning(first, last))
}

fn month(year: i32, month: u32) -> Option<Point> {
    Date::new(year, month, 1).map(|_| Point::certain(Precision::Month(year, month)))
}

fn bound(point: Point) -> Bound {
    Bound::Point(point)
}

fn about(precision: Precision) -> Point {
    Point {
        precision,
        qualifier: Qualifier::Approximate,
    }
}

fn roughly(first: Precision, last: Precision) -> Edtf {
    Edtf::Interval(bound(about(first)), bound(about(last)))
}

/// Whole months from the first to the last day.
fn months_of(range: DateRange) -> Option<Edtf> {
    let (first, last) = (range.first(), range.last());
    let from = month(first.year(), first.month())?;
    Some(Edtf::Interval(
        bound(from),
        bound(month(last.year(), last.month())?),
    ))
}
