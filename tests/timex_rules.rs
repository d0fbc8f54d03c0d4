//! Every rule of the grammar reads its example and leaves its counter-example alone.

use linchpin::time::Date;
use linchpin::timex::{RULES, TemporalTagger, Timex3};

/// The text without its brackets, and the bracketed pieces.
fn unbracket(marked: &str) -> (String, Vec<String>) {
    let text = marked.replace(['[', ']'], "");
    let pieces = marked
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']').map(|(piece, _)| piece.to_owned()))
        .collect();
    (text, pieces)
}

fn tag(text: &str) -> Vec<Timex3> {
    TemporalTagger::default().tag(text, Date::new(2021, 3, 10))
}

#[test]
fn every_rule_reads_its_example() {
    for rule in RULES {
        let (text, pieces) = unbracket(rule.example);
        let found = tag(&text);
        let own: Vec<_> = found
            .iter()
            .filter(|timex| timex.rule.name() == rule.name)
            .map(|timex| timex.span.of(&text).to_owned())
            .collect();
        assert_eq!(own, pieces, "{}: {text}: {found:?}", rule.name);
    }
}

#[test]
fn every_rule_leaves_its_counter_example_alone() {
    for rule in RULES {
        let found = tag(rule.counter);
        let own = found.iter().find(|timex| timex.rule.name() == rule.name);
        assert!(own.is_none(), "{}: {}: {own:?}", rule.name, rule.counter);
    }
}

#[test]
fn names_of_rules_are_distinct() {
    let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}
