//! Whether the clause around a time expression looks ahead.
//!
//! Cues must be few and precise: most days of the week and months in news lie behind.

use super::lexicon::Sense;
use super::meaning::Candidate;
use super::scan::Scan;

/// How many tokens before an expression are asked.
const BACK: usize = 14;

/// Where the clause puts its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No cue.
    Unknown,
}

/// The tense of the clause around a candidate, by the nearest cue before it; if there is none, by
/// "will" right after it.
pub(super) fn around(scan: &Scan<'_>, candidate: &Candidate) -> Tense {
    let start = candidate.tokens.start;
    for step in 1..=BACK {
        let Some(at) = start.checked_sub(step) else {
            break;
        };
        if scan.sentence_starts(at + 1) {
            break;
        }
        if let Some(tense) = cue(scan, at) {
            return tense;
        }
    }
    let end = candidate.tokens.end;
    let ahead = (end..end + 3).any(|at| scan.is_any(at, &["will", "shall"]));
    if ahead { Tense::Future } else { Tense::Unknown }
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
