//! Signs of the day of publication that are worth having only where there is no other.

use super::when;
use crate::document::{Dct, DctOrigin};
use crate::time::{Edtf, Point, Precision, Qualifier};

/// The latest day that a description of a picture gives: an article is seldom older than its
/// pictures, and seldom much younger.
pub(super) fn from_pictures(descriptions: &[String]) -> Option<Dct> {
    let days = descriptions.iter().take(50).filter_map(|words| {
        let found = when::find(words)?;
        match found.date {
            Edtf::Point(Point {
                precision: Precision::Day(day),
                ..
            }) => Some(day),
            Edtf::Point(_) | Edtf::Interval(..) => None,
        }
    });
    let latest = days.max()?;
    Some(Dct {
        date: Edtf::Point(Point {
            precision: Precision::Day(latest),
            qualifier: Qualifier::Approximate,
        }),
        origin: DctOrigin::Inferred(format!("a picture in it is dated {}", latest.human())),
        evidence: None,
    })
}
