//! Candidates and what they were worked out to be, put together as TIMEX3.

use super::anchor::Resolved;
use super::anchors::{Anchor, Lean};
use super::grain::Edge;
use super::meaning::{Candidate, Meaning, Time};
use super::model::{Mod, Timex3, TimexType, Value};
use super::scan::Scan;
use super::when::When;
use crate::time::{Bound, Date, Edtf};

/// The time expressions of a text; the three slices run in parallel.
pub(super) fn assemble(
    scan: &Scan<'_>,
    candidates: &[Candidate],
    resolved: &[Resolved],
    links: &[bool],
    dct: Option<Date>,
) -> Vec<Timex3> {
    let mut all: Vec<Timex3> = candidates
        .iter()
        .zip(resolved)
        .map(|(candidate, resolved)| one(scan, candidate, resolved, dct))
        .collect();
    for index in 0..all.len().saturating_sub(1) {
        if links.get(index).copied().unwrap_or_default() {
            join(&mut all, index);
        }
    }
    all
}

fn one(scan: &Scan<'_>, candidate: &Candidate, resolved: &Resolved, dct: Option<Date>) -> Timex3 {
    let span = scan.span(&candidate.tokens);
    let kind = match (resolved.is_length, resolved.is_set, candidate.time) {
        (true, ..) => TimexType::Duration,
        (_, true, _) => TimexType::Set,
        (.., Some(_)) => TimexType::Time,
        (.., None) => TimexType::Date,
    };
    let mut value = match resolved.when {
        Some(when) if !resolved.is_length => when.value(),
        _ => resolved.open.to_string(),
    };
    if let Some(time) = candidate.time.filter(|_| resolved.anchor != Anchor::Free) {
        value.push_str(&clock(time));
    }
    let edtf = match (resolved.when, candidate.edge) {
        (Some(when), Some(edge)) => when.part(edge, dct),
        (Some(when), None) => when.edtf(),
        (None, _) => ambiguous(candidate),
    };
    let modifier = candidate.modifier.or_else(|| candidate.edge.map(edge_mod));
    let range = edtf.map(|edtf| edtf.range());
    Timex3 {
        span,
        phrase: span,
        kind,
        value: Value::new(value),
        modifier,
        range,
        edtf,
        anchor: resolved.anchor,
        rule: candidate.rule,
    }
}

/// "03/04/2021" is one of two days: all that is sure is the year.
fn ambiguous(candidate: &Candidate) -> Option<Edtf> {
    match candidate.meaning {
        Meaning::Ambiguous { american, .. } => match american.year {
            super::meaning::YearOf::Known(year) => When::Year(year).edtf(),
            _ => None,
        },
        _ => None,
    }
}

/// The first date of a range carries the whole, the second none.
fn join(all: &mut [Timex3], index: usize) {
    let Some([first, second]) = all.get_mut(index..index + 2) else {
        return;
    };
    let (Some(from), Some(to)) = (first.edtf, second.edtf) else {
        return;
    };
    let whole = Edtf::Interval(bound(from, true), bound(to, false));
    if from.range().first() > to.range().last() {
        return;
    }
    first.edtf = Some(whole);
    first.range = Some(whole.range());
    first.phrase = first.span.union(second.span);
    second.edtf = None;
    second.range = None;
    second.anchor = match second.anchor {
        Anchor::Explicit => Anchor::Explicit,
        _ => Anchor::Previous(first.span, Lean::RangeEnd),
    };
}

/// One end of an interval out of a date.
fn bound(edtf: Edtf, first: bool) -> Bound {
    match edtf {
        Edtf::Point(point) => Bound::Point(point),
        Edtf::Interval(from, to) => {
            if first {
                from
            } else {
                to
            }
        }
    }
}

fn edge_mod(edge: Edge) -> Mod {
    match edge {
        Edge::Early | Edge::Beginning | Edge::Week(1) | Edge::FirstHalf => Mod::Start,
        Edge::Mid | Edge::Middle | Edge::Week(2 | 3) => Mod::Mid,
        Edge::Late | Edge::End | Edge::Week(_) | Edge::LastHalf => Mod::End,
        Edge::Earlier => Mod::Before,
        Edge::Later => Mod::After,
    }
}

/// What follows the date in a TIMEX3 value.
fn clock(time: Time) -> String {
    match time {
        Time::Part(part) => format!("T{}", part.code()),
        Time::Clock { hour, minute, .. } => format!("T{hour:02}:{minute:02}"),
    }
}
