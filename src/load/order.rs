//! Dates in digits: is `03/04/2021` in March or in April?
//!
//! One row may not tell; the column does, if one of its dates has a number that is no month. Where
//! none has, or some say the one and some the other, the day and the month are not known.

use crate::time::{Date, Edtf};

/// What stands first in dates of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// `16/03/2021`
    DayMonth,
    /// `03/16/2021`
    MonthDay,
    /// Nothing tells.
    #[default]
    Unknown,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::DayMonth, Self::MonthDay, Self::Unknown];

    /// As written in a mapping.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DayMonth => "day-month",
            Self::MonthDay => "month-day",
            Self::Unknown => "unknown",
        }
    }
}

/// What a column of dates tells of its order.
#[derive(Debug, Default)]
pub(super) struct Column {
    /// The first value that only one order can have, for each order.
    day_first: Option<String>,
    month_first: Option<String>,
    /// Values that both orders can have.
    open: usize,
    /// Values of digits.
    pub(super) seen: usize,
}

impl Column {
    /// Takes a value into account.
    pub(super) fn see(&mut self, value: &str) {
        let Some((first, second, _)) = digits(value) else {
            return;
        };
        self.seen += 1;
        let kept = || Some(value.trim().to_owned());
        match (first > 12, second > 12) {
            (true, false) if self.day_first.is_none() => self.day_first = kept(),
            (false, true) if self.month_first.is_none() => self.month_first = kept(),
            (false, false) if first != second => self.open += 1,
            _ => {}
        }
    }

    /// The order of the column.
    pub(super) fn order(&self) -> Order {
        match (&self.day_first, &self.month_first) {
            (Some(_), None) => Order::DayMonth,
            (None, Some(_)) => Order::MonthDay,
            _ => Order::Unknown,
        }
    }

    /// What a reader should know of the order, as a clause.
    pub(super) fn remark(&self) -> Option<String> {
        match (&self.day_first, &self.month_first) {
            _ if self.open == 0 => None,
            (Some(value), None) => Some(format!("days stand before months, as \"{value}\" shows")),
            (None, Some(value)) => Some(format!("months stand before days, as \"{value}\" shows")),
            (Some(day), Some(month)) => Some(format!(
                "in \"{day}\" the day stands first and in \"{month}\" the month; of dates like 03/04 the year is kept"
            )),
            (None, None) => Some(
                "nothing tells whether 03/04 is in March or in April; of such dates the year is kept, and a mapping can say it"
                    .to_owned(),
            ),
        }
    }
}

/// The date of digits in an order; without one that tells, its year: `2021-XX-XX`.
pub(super) fn date(value: &str, order: Order) -> Option<Edtf> {
    let (first, second, year) = digits(value)?;
    let (month, day) = match order {
        Order::DayMonth => (second, first),
        Order::MonthDay => (first, second),
        Order::Unknown if first > 12 => (second, first),
        Order::Unknown if second > 12 || first == second => (first, second),
        Order::Unknown => return format!("{year:04}-XX-XX").parse().ok(),
    };
    Date::new(year, month, day).map(Edtf::day)
}

/// Two numbers and a year between strokes, dots or dashes; what follows may be a time of day.
fn digits(value: &str) -> Option<(u32, u32, i32)> {
    let value = value.split_whitespace().next()?;
    let separator = ['/', '.', '-'].into_iter().find(|c| value.contains(*c))?;
    let mut parts = value.split(separator);
    let mut part = |lengths: &[usize]| {
        let part = parts.next()?;
        let number = part.bytes().all(|b| b.is_ascii_digit()) && lengths.contains(&part.len());
        number.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (first, second) = (part(&[1, 2])?, part(&[1, 2])?);
    let year = i32::try_from(part(&[4])?).ok()?;
    let possible = |n: u32| (1..=31).contains(&n);
    (parts.next().is_none() && possible(first) && possible(second)).then_some((first, second, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: &[&str]) -> Column {
        let mut column = Column::default();
        for value in values {
            column.see(value);
        }
        column
    }

    #[test]
    fn one_row_decides_for_the_column() {
        let decided = column(&["03/04/2021", "16/04/2021", "words"]);
        assert_eq!((decided.order(), decided.seen), (Order::DayMonth, 2));
        assert_eq!(
            date("03/04/2021", decided.order())
                .map(|d| d.to_string())
                .as_deref(),
            Some("2021-04-03")
        );
        assert_eq!(
            column(&["03.04.2021", "04.16.2021 10:00"]).order(),
            Order::MonthDay
        );
    }

    #[test]
    fn what_nothing_decides_is_not_known() {
        let open = column(&["03/04/2021", "05/06/2021"]);
        assert_eq!(open.order(), Order::Unknown);
        assert!(open.remark().is_some());
        assert_eq!(
            date("03/04/2021", Order::Unknown)
                .map(|d| d.to_string())
                .as_deref(),
            Some("2021-XX-XX")
        );
        assert_eq!(
            date("05/05/2021", Order::Unknown)
                .map(|d| d.to_string())
                .as_deref(),
            Some("2021-05-05")
        );
        assert_eq!(
            column(&["13/04/2021", "04/13/2021", "03/04/2021"]).order(),
            Order::Unknown
        );
        assert_eq!(date("32/01/2021", Order::Unknown), None);
    }
}
