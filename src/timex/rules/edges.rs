//! "early March", "mid-1996", "the end of the year", "the second week of May", "later this month": a
//! part of a period.

use super::super::grain::{Edge, Grain, Shift};
use super::super::meaning::{Candidate, Meaning};
use super::super::scan::Scan;
use super::{Found, nth, rule, simple};

/// Proposes a part of what stands after it.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is_any(at, &["the", "a"]));
    year_end(scan, at, the, found);
    let Some((edge, next)) = edge(scan, at + the) else {
        return;
    };
    let deictic = matches!(edge, Edge::Earlier | Edge::Later);
    if deictic && the == 1 {
        return;
    }
    let first = found.len();
    simple(scan, next, found);
    the_period(scan, next, found);
    let inner: Vec<_> = found.drain(first..).collect();
    for mut candidate in inner {
        if !fits(&candidate, edge) {
            continue;
        }
        candidate.tokens.start = at;
        candidate.edge = Some(edge);
        candidate.rule = if deictic {
            rule("earlier-later")
        } else {
            rule("edge")
        };
        found.push(candidate);
    }
}

/// Whether a part of that can be spoken of.
fn fits(candidate: &Candidate, edge: Edge) -> bool {
    let deictic = matches!(edge, Edge::Earlier | Edge::Later);
    let early = matches!(edge, Edge::Early | Edge::Late | Edge::Mid);
    if candidate.edge.is_some() || !candidate.rest.is_empty() {
        return false;
    }
    if matches!(edge, Edge::Week(_) | Edge::FirstHalf | Edge::LastHalf) {
        return nth::is_month(&candidate.meaning);
    }
    match &candidate.meaning {
        Meaning::Date(date) => date.day.is_none() || deictic || early && date.weekday.is_some(),
        Meaning::MonthBy(date, _) => date.day.is_none(),
        Meaning::Grain(..)
        | Meaning::Deictic(_)
        | Meaning::Weekday(..)
        | Meaning::WeekdayIn(..)
        | Meaning::Period(..)
        | Meaning::Season(..)
        | Meaning::Fiscal(..) => true,
        Meaning::Decade(_) | Meaning::Century(_) | Meaning::Bc(_) => !deictic,
        Meaning::Span(..)
        | Meaning::DayOfMonth(..)
        | Meaning::DayOfSomeMonth(..)
        | Meaning::WeekOf(_)
        | Meaning::NthOf(..)
        | Meaning::Offset(..)
        | Meaning::OffsetFrom(..)
        | Meaning::YearBefore
        | Meaning::SamePeriod(_)
        | Meaning::Holiday(..)
        | Meaning::Duration(_)
        | Meaning::Set(_)
        | Meaning::Reference(_)
        | Meaning::Clock
        | Meaning::Ambiguous { .. } => false,
    }
}

/// The word for the part, with its hyphen or "of".
fn edge(scan: &Scan<'_>, at: usize) -> Option<(Edge, usize)> {
    let own = scan.edge(at).or_else(|| {
        let word = [("earlier", Edge::Earlier), ("later", Edge::Later)];
        word.into_iter()
            .find(|(word, _)| scan.is(at, word))
            .map(|(_, edge)| edge)
    });
    if let Some(edge) = own {
        let next = at + 1;
        return match edge {
            Edge::Early | Edge::Mid | Edge::Late => {
                let joined = usize::from(scan.hyphen(next) || scan.mark(next, '–'));
                let to =
                    usize::from(joined == 1 && scan.is(next + 1, "to") && scan.hyphen(next + 2));
                if to == 1 {
                    let (_, end) = edge_word(scan, next + 3)?;
                    return Some((edge, end));
                }
                let part = usize::from(
                    scan.is_any(next, &["part", "days", "months", "years"])
                        && scan.is(next + 1, "of"),
                ) * 2;
                let of = usize::from(joined + part == 0 && scan.is_any(next, &["in", "on"]));
                Some((edge, next + joined + part + of))
            }
            Edge::Beginning | Edge::Middle | Edge::End => {
                (scan.is(next, "of")).then_some((edge, next + 1))
            }
            Edge::Week(_) | Edge::FirstHalf | Edge::LastHalf => None,
            Edge::Earlier | Edge::Later => {
                let led = usize::from(scan.is_any(next, &["in", "on"]));
                let yesterday = scan.deictic(next).is_some_and(|days| days != 0);
                let sound = led == 1 || scan.shift(next).is_some() || yesterday;
                sound.then_some((edge, next + led))
            }
        };
    }
    if let Some(part) = nth::part(scan, at) {
        return Some(part);
    }
    let few = usize::from(scan.is(at + 1, "few"));
    let (unit, of) = (at + 1 + few, scan.is(at + 2 + few, "of"));
    let brief = scan.is_any(unit, &["days", "weeks"]);
    let ends = scan.is_any(at, &["final", "closing", "last"]);
    let long = few == 0 && scan.is_any(unit, &["part", "half", "months"]);
    let edge = if brief && ends {
        Edge::End
    } else if brief && scan.is_any(at, &["first", "opening"]) {
        Edge::Beginning
    } else if (brief || long) && scan.is_any(at, &["latter", "final", "closing"]) {
        Edge::Late
    } else {
        return None;
    };
    of.then_some((edge, unit + 2))
}

/// "early" of "mid-to-early".
fn edge_word(scan: &Scan<'_>, at: usize) -> Option<(Edge, usize)> {
    let edge = scan.edge(at)?;
    Some((edge, at + 1 + usize::from(scan.hyphen(at + 1))))
}

/// "the year", "the month" after "the end of", "later in".
fn the_period(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is(at, "the"));
    let unit = scan
        .unit(at + the)
        .filter(|unit| *unit >= Grain::Week && the == 1);
    if let Some(unit) = unit.filter(|unit| !matches!(unit, Grain::Quarter | Grain::Weekend)) {
        let meaning = Meaning::Grain(unit, Shift::Plain);
        found.push(Candidate::new(at..at + the + 1, meaning, rule("edge")));
    }
}

/// "year-end", "year's end", "year end", "month-end".
fn year_end(scan: &Scan<'_>, at: usize, the: usize, found: &mut Found) {
    let word = at + the;
    let Some(unit @ (Grain::Year | Grain::Month)) = scan.unit(word) else {
        return;
    };
    let next = word + 1;
    let genitive = super::super::parts::genitive(scan, next);
    let end = next + usize::from(genitive || scan.hyphen(next));
    if scan.is(end, "end") && !scan.is(end + 1, "of") {
        let meaning = Meaning::Grain(unit, Shift::Plain);
        let mut candidate = Candidate::new(at..end + 1, meaning, rule("year-end"));
        candidate.edge = Some(Edge::End);
        found.push(candidate);
    }
}
