//! Which candidates stand: from left to right, the longest; rivals of one length by the order of the
//! rules.

use super::meaning::Candidate;
use super::rules;
use super::scan::Scan;

/// The time expressions of a text in order, disjoint.
pub(super) fn choose(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut chosen = Vec::new();
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.tokens.len() {
        if !may_begin(scan, at) {
            at += 1;
            continue;
        }
        rules::propose(scan, at, &mut found);
        let best = longest(&mut found);
        found.clear();
        match best {
            Some(mut candidate) => {
                at = candidate.end().max(at + 1);
                let rest = std::mem::take(&mut candidate.rest);
                chosen.push(candidate);
                chosen.extend(rest);
            }
            None => at += 1,
        }
    }
    chosen
}

/// Whether a rule could begin here: a word of time, a number, or an apostrophe before one.
fn may_begin(scan: &Scan<'_>, at: usize) -> bool {
    scan.number(at).is_some()
        || !scan.senses(at).is_empty()
        || scan.mark(at, '\'')
        || scan.capital(at)
        || scan.is_any(at, BEGINNERS)
}

/// Words that begin an expression without being words of time themselves.
const BEGINNERS: &[&str] = &[
    "half",
    "more",
    "less",
    "at",
    "up",
    "nearly",
    "almost",
    "about",
    "approximately",
    "roughly",
    "these",
    "those",
    "earlier",
    "later",
    "latter",
    "final",
    "fiscal",
    "recent",
    "near",
    "foreseeable",
    "circa",
    "twice",
    "once",
    "right",
    "present",
    "fewer",
    "not",
    "opening",
    "closing",
    "intervening",
    "in",
];

/// Takes the candidate that ends last; the first proposed among equals.
fn longest(found: &mut Vec<Candidate>) -> Option<Candidate> {
    let mut best = 0;
    for (index, candidate) in found.iter().enumerate() {
        if found
            .get(best)
            .is_none_or(|other| candidate.end() > other.end())
        {
            best = index;
        }
    }
    (!found.is_empty()).then(|| found.swap_remove(best))
}
