//! Whether the clause around a time expression looks ahead.
//!
//! Cues must be few and precise: most days of the week and months in news lie behind.

use super::lexicon::Sense;
use super::meaning::Candidate;
use super::scan::Scan;

/// How many tokens before an expression are asked.
const BACK: usize = 14;

/// How many tokens after it.
const AHEAD: usize = 9;

/// Where the clause puts its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No cue.
    Unknown,
}

/// The tense of the clause around a candidate: by the nearest cue before it, else by the first one
/// after it.
pub(super) fn around(scan: &Scan<'_>, candidate: &Candidate) -> Tense {
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    for at in (start.saturating_sub(BACK)..start).rev() {
        if scan.sentence_starts(at + 1) {
            break;
        }
        if let Some(tense) = cue(scan, at) {
            return tense;
        }
    }
    for at in end..end + AHEAD {
        if scan.sentence_starts(at) {
            break;
        }
        if let Some(tense) = cue(scan, at) {
            return tense;
        }
    }
    Tense::Unknown
}

/// Whether a past verb stands right before a candidate: "ended March 31".
pub(super) fn is_done(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    let verb = start.checked_sub(1 + usize::from(start > 0 && scan.is(start - 1, "on")));
    verb.is_some_and(|at| cue(scan, at) == Some(Tense::Past))
}

/// What one word says about the tense.
fn cue(scan: &Scan<'_>, at: usize) -> Option<Tense> {
    if scan.has(at, Sense::Future) {
        return Some(Tense::Future);
    }
    let to_be = scan.spells(at, &["to", "be"]) || scan.spells(at, &["set", "to"]);
    let soon = scan.spells(at, &["as", "early"]) || scan.spells(at, &["as", "soon"]);
    if to_be || soon || scan.spells(at, &["going", "to"]) {
        return Some(Tense::Future);
    }
    let word = scan.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !scan.capital(at);
    (regular || scan.has(at, Sense::Past)).then_some(Tense::Past)
}
