//! The grammar: which runs of tokens are time expressions, and what they say.
//!
//! Each rule group reads forward from a position and proposes candidates; `choice` picks among
//! them. A rule has a name, an example and a counter-example in [`RULES`]; a test holds every rule
//! to both. No rule looks further than a few tokens, so that reading stays linear.

mod calendar;
mod clock;
mod duration;
mod edges;
mod fiscal;
mod frequency;
mod holiday;
mod numeric;
mod ordinal;
mod reference;
mod relative;
mod span;
mod table;
mod weekday;
mod years;

use super::meaning::Candidate;
use super::model::RuleId;
use super::scan::Scan;

pub use table::{RULES, Rule};

/// Where candidates are put.
pub(super) type Found = Vec<Candidate>;

/// All candidates that begin at a position.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    simple(scan, at, found);
    edges::propose(scan, at, found);
    reference::propose(scan, at, found);
    frequency::propose(scan, at, found);
    duration::propose(scan, at, found);
    span::propose(scan, at, found);
}

/// Candidates without an edge ("early") before them: what an edge can stand before.
fn simple(scan: &Scan<'_>, at: usize, found: &mut Found) {
    numeric::propose(scan, at, found);
    calendar::propose(scan, at, found);
    ordinal::propose(scan, at, found);
    years::propose(scan, at, found);
    weekday::propose(scan, at, found);
    relative::propose(scan, at, found);
    fiscal::propose(scan, at, found);
    holiday::propose(scan, at, found);
    clock::propose(scan, at, found);
}

/// The identity of a rule; the table must know it, and a test says so.
const fn rule(name: &'static str) -> RuleId {
    RuleId(name)
}

/// The TIMEX3 value of an amount of a unit.
pub(super) fn duration_value(count: super::meaning::Count, unit: super::grain::Grain) -> Box<str> {
    duration::value(count, unit)
}

/// The names of the eras: words that begin an expression only for `fiscal`.
pub(super) fn eras() -> Vec<&'static str> {
    fiscal::eras().collect()
}
