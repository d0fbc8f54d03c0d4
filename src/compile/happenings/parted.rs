//! Verbs with something of the sentence within: "called the meeting off", "departs on Monday for
//! Tokyo".

use crate::compile::items::{Row, What};
use crate::compile::lexicon::Lexicon;
use crate::compile::triggers::Trigger;
use crate::record::Kind;

/// "departs on Monday for Tokyo", "left here today for Moscow", "left Pyongyang for Beijing": the day, or
/// where from, stands within the verb.
pub(super) fn leaves_for(row: &Row<'_>, verb: &Trigger) -> bool {
    let leaves = ["leave", "left", "leaving", "depart"];
    let leaves = leaves
        .iter()
        .any(|stem| row.lower(verb.to - 1).starts_with(stem));
    let home = row.lower(verb.to) == "here"
        || matches!(row.what(verb.to), Some(What::Place(..) | What::Country(..)));
    let mut to = verb.to + usize::from(home);
    to += usize::from(row.lower(to) == "on");
    let day = matches!(row.what(to), Some(What::Time(_)));
    leaves && (home || day) && row.lower(to + usize::from(day)) == "for"
}

/// "met and had a talk with A": one meeting, told by its talk.
pub(super) fn meets_to_talk(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let verb = &triggers[at];
    let talks = |kind| matches!(kind, Kind::Meeting | Kind::Talks | Kind::Call);
    let next = triggers
        .get(at + 1)
        .filter(|next| row.lower(verb.to) == "and" && next.is_verb() && next.from == verb.to + 1);
    let Some(next) = next.filter(|_| verb.kind() == Some(Kind::Meeting)) else {
        return false;
    };
    let carried = triggers
        .get(at + 2)
        .filter(|noun| next.kind().is_none() && !noun.is_verb() && noun.from <= next.to + CARRIED);
    next.kind().or_else(|| carried?.kind()).is_some_and(talks)
}

/// How many words may stand between a verb and the talk that it carries: "had a friendly".
const CARRIED: usize = 4;

/// "left here on Monday to visit China": one journey, told by its visit.
pub(super) fn leaves_to_visit(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let verb = &triggers[at];
    let word = row.lower(verb.from);
    let leaves = word.starts_with("lea") || word == "left" || word.starts_with("depart");
    let visit = triggers.get(at + 1).filter(|next| {
        next.is_verb() && next.kind() == Some(Kind::Visit) && row.before(next.from) == "to"
    });
    leaves && visit.is_some_and(|visit| visit.from <= verb.to + VISIT)
}

/// "A and B shake hands before their talks": the talks are what is told.
pub(super) fn shakes_hands_at(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let verb = &triggers[at];
    let shakes = row.lower(verb.from).starts_with("sh") && row.lower(verb.from + 1) == "hands";
    let gathers = |kind| matches!(kind, Kind::Meeting | Kind::Talks | Kind::Summit);
    shakes && (triggers[at + 1..].iter()).any(|t| !t.is_verb() && t.kind().is_some_and(gathers))
}

/// How many words may stand between leaving and the visit.
const VISIT: usize = 8;

/// "became the first woman to be foreign minister", "became Japan's prime minister": what somebody took
/// is an office.
pub(in crate::compile) fn takes_office(row: &Row<'_>, lexicon: &Lexicon, verb: &Trigger) -> bool {
    let becomes = row.lower(verb.from).starts_with("bec");
    let mut after =
        (verb.to..verb.to + OFFICE).take_while(|&at| !matches!(row.lower(at), "," | "." | ";"));
    becomes
        && after
            .any(|at| lexicon.is_head(row.id(at)) || matches!(row.what(at), Some(What::People(_))))
}

/// How many words may stand between "became" and the office.
const OFFICE: usize = 8;

/// "called the meeting off": the noun stands within the verb.
pub(super) fn calls_off(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let verb = &triggers[at];
    let calls = matches!(
        row.lower(verb.from),
        "call" | "calls" | "called" | "calling" | "put" | "puts" | "putting"
    );
    let noun = triggers
        .get(at + 1)
        .filter(|next| !next.is_verb() && next.from <= verb.to + 5);
    calls && noun.is_some_and(|noun| (noun.to..noun.to + 7).any(|at| row.lower(at) == "off"))
}
