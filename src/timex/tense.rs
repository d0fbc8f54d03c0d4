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
    if let Some(tense) = before(scan, candidate) {
        return tense;
    }
    let end = candidate.tokens.end;
    let mut after = (end..end + AHEAD).take_while(|at| !scan.sentence_starts(*at));
    after.find_map(|at| cue(scan, at)).unwrap_or(Tense::Unknown)
}

/// Whether the clause surely looks ahead: by the nearest cue before the candidate, by "will" right
/// after it, or because it is a term: "they have until Friday to answer".
pub(super) fn looks_ahead(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    if start > 0 && scan.is(start - 1, "until") && scan.is(end, "to") {
        return true;
    }
    before(scan, candidate).map_or_else(
        || (end..end + 3).any(|at| scan.is_any(at, &["will", "shall"])),
        |tense| tense == Tense::Future,
    )
}

/// The nearest cue before a candidate in its sentence.
pub(super) fn before(scan: &Scan<'_>, candidate: &Candidate) -> Option<Tense> {
    let start = candidate.tokens.start;
    let words = (start.saturating_sub(BACK)..start).rev();
    words
        .take_while(|at| !scan.sentence_starts(at + 1))
        .find_map(|at| cue(scan, at))
}

/// Whether a past verb stands right before a candidate: "ended March 31".
pub(super) fn is_done(scan: &Scan<'_>, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    let verb = start.checked_sub(1 + usize::from(start > 0 && scan.is(start - 1, "on")));
    verb.is_some_and(|at| cue(scan, at) == Some(Tense::Past))
}

/// Whether a participle belongs to a noun: "an expected visit", "its still unopened letter".
fn is_attribute(scan: &Scan<'_>, at: usize) -> bool {
    let article = |at: usize| scan.is_any(at, &["a", "an", "its", "their", "his", "her"]);
    let newly = at >= 1 && scan.is(at - 1, "newly");
    let still = at >= 2 && scan.is(at - 1, "still");
    newly || at >= 1 && article(at - 1) || still && article(at - 2)
}

/// What one word says about the tense.
fn cue(scan: &Scan<'_>, at: usize) -> Option<Tense> {
    if scan.has(at, Sense::Future) {
        let verb = scan.is_any(
            at,
            &["plan", "plans", "planning", "planned", "hopes", "expects"],
        );
        let object =
            scan.is_any(at, &["planned", "planning"]) && scan.is_any(at + 1, &["a", "an", "for"]);
        return (!verb || object || scan.is(at + 1, "to")).then_some(Tense::Future);
    }
    let ahead = if scan.is(at + 1, "to") {
        scan.is_any(at, &["is", "are", "set", "going"])
    } else {
        scan.spells(at, &["to", "be"])
            || scan.is(at, "as") && scan.is_any(at + 1, &["early", "soon"])
    };
    if ahead {
        return Some(Tense::Future);
    }
    // "would be held" says nothing of the past; "would" does of the future.
    if at > 0 && scan.is(at - 1, "be") {
        return None;
    }
    let word = scan.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !scan.capital(at);
    let regular = regular && !is_attribute(scan, at);
    (regular || scan.has(at, Sense::Past)).then_some(Tense::Past)
}
