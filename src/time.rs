//! Which days?
//!
//! Dates as the sources give them: a [`Date`] is one day, an [`Edtf`] is what a text supports (a
//! day, a month, an interval, "about 1953"), a [`DateRange`] is the first and the last day that it
//! can mean. Nothing here knows the clock but [`Date::today`]. This module is the only one that
//! uses chrono.

mod date;
mod edtf;
mod human;
mod parse;
mod range;

pub use date::{Date, Weekday};
pub use edtf::{Bound, Edtf, Point, Precision, Qualifier, Season};
pub use human::is_month;
pub use human::{MONTH_NAMES, WEEKDAY_NAMES};
pub use parse::EdtfError;
pub use range::DateRange;

#[cfg(test)]
mod tests;
