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
mod named_base;
mod nth;
mod numeric;
mod ordinal;
mod reference;
mod relative;
mod span;
mod table;
mod weekday;
mod years;

use super::groups::{Group, Groups};
use super::meaning::Candidate;
use super::model::RuleId;
use super::scan::Scan;

pub use table::{RULES, Rule};

/// Where candidates are put.
pub(super) type Found = Vec<Candidate>;

/// A group of rules, and what proposes its candidates.
type Proposer = (Group, fn(&Scan<'_>, usize, &mut Found));

/// Those whose candidates an edge ("early") can stand before.
const SIMPLE: [Proposer; 9] = [
    (Group::Numeric, numeric::propose),
    (Group::Calendar, calendar::propose),
    (Group::Ordinal, ordinal::propose),
    (Group::Years, years::propose),
    (Group::Weekday, weekday::propose),
    (Group::Relative, relative::propose),
    (Group::Fiscal, fiscal::propose),
    (Group::Holiday, holiday::propose),
    (Group::Clock, clock::propose),
];

/// The others.
const COMPOSED: [Proposer; 5] = [
    (Group::Edges, edges::propose),
    (Group::Reference, reference::propose),
    (Group::Frequency, frequency::propose),
    (Group::Duration, duration::propose),
    (Group::Span, span::propose),
];

/// All candidates that begin at a position, of the groups that can begin there.
pub(super) fn propose(scan: &Scan<'_>, at: usize, opens: Groups, found: &mut Found) {
    for (group, propose) in SIMPLE.iter().chain(&COMPOSED) {
        if opens.has(*group) {
            propose(scan, at, found);
        }
    }
}

/// Candidates without an edge ("early") before them: what an edge can stand before.
fn simple(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let opens = scan.opens(at);
    for (group, propose) in &SIMPLE {
        if opens.has(*group) {
            propose(scan, at, found);
        }
    }
}

/// The identity of a rule; the table must know it, and a test says so.
const fn rule(name: &'static str) -> RuleId {
    RuleId(name)
}

/// The TIMEX3 value of an amount of a unit.
pub(super) fn duration_value(count: super::meaning::Count, unit: super::grain::Grain) -> Box<str> {
    duration::value(count, unit)
}

/// The names of the eras.
pub(super) fn eras() -> impl Iterator<Item = &'static str> {
    fiscal::eras()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::TemporalTagger;

    #[test]
    fn no_rule_is_left_out_that_could_begin() {
        let tagger = TemporalTagger::default();
        let examples = RULES.iter().flat_map(|rule| [rule.example, rule.counter]);
        let sentences = include_str!("../../tests/timex_sentences.txt").lines();
        let edges = include_str!("../../tests/timex_edges.txt").lines();
        for text in examples.chain(sentences).chain(edges) {
            let scan = Scan::new(text, &tagger.lexicon, &tagger.days);
            for at in 0..scan.tokens.len() {
                let propose = |groups| {
                    let mut found = Vec::new();
                    propose(&scan, at, groups, &mut found);
                    format!("{found:?}")
                };
                let opens = scan.opens(at);
                if opens != Groups::NONE {
                    let word = scan.word(at);
                    assert_eq!(propose(opens), propose(Groups::ALL), "{word:?} of {text}");
                }
            }
        }
    }
}
