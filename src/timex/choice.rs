//! Which candidates stand: from left to right, the longest; rivals of one length by the order of the
//! rules.

use super::groups::Groups;
use super::meaning::Candidate;
use super::rules;
use super::scan::Scan;

/// The time expressions of a text in order, disjoint.
pub(super) fn choose(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut chosen = Vec::with_capacity(scan.tokens.len() / 16);
    let mut found = Vec::with_capacity(16);
    let mut at = 0;
    while at < scan.tokens.len() {
        let opens = scan.opens(at);
        if opens == Groups::NONE {
            at += 1;
            continue;
        }
        rules::propose(scan, at, opens, &mut found);
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
