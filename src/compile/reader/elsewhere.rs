//! Days in the clause of a happening that stand with another word of it: "agreed on Sunday to hold an
//! exercise", "talks on the accord reached in September".

use super::Line;
use crate::compile::happenings::Happening;
use crate::compile::lexicon::Form;
use crate::record::Kind;

/// Whether a time is another word's of the clause.
pub(super) fn is_anothers(line: &Line<'_>, item: usize, happening: &Happening) -> bool {
    is_of_what_was_agreed(line, item, happening) || is_of_a_participle(line, item, happening)
}

/// "agreed on Sunday to hold an exercise": on that day they agreed.
fn is_of_what_was_agreed(line: &Line<'_>, item: usize, happening: &Happening) -> bool {
    let Some(at) = happening.verb else {
        return false;
    };
    let verb = &line.triggers[at];
    let infinitive = verb.form() == Some(Form::Base) && line.row.before(verb.from) == "to";
    let agreed = line.triggers[..at].iter().rev().find(|t| t.is_verb());
    infinitive
        && item < verb.from
        && agreed.is_some_and(|agreed| {
            let told = matches!(agreed.kind(), Some(Kind::Agreement | Kind::Announcement));
            told && agreed.form() == Some(Form::Past)
                && agreed.from >= line.clauses[happening.clause].from
        })
}

/// "the accord reached in September", "a deal signed on Monday": what was done to a noun of its own.
fn is_of_a_participle(line: &Line<'_>, item: usize, happening: &Happening) -> bool {
    let row = &line.row;
    let article = usize::from(row.before(item) == "the");
    let preposition = usize::from(matches!(row.before(item - article), "in" | "on"));
    let Some(participle) = item.checked_sub(article + preposition + 1) else {
        return false;
    };
    let done = matches!(
        row.lower(participle),
        "reached" | "signed" | "struck" | "concluded" | "adopted" | "issued"
    );
    if !done {
        return false;
    }
    let noun = (line.triggers.iter()).position(|t| !t.is_verb() && t.to == participle);
    let first = happening.nouns.iter().chain(&happening.verb).min();
    let earlier = first.is_some_and(|&first| line.triggers[first].to <= participle);
    earlier && noun.is_some_and(|noun| !happening.nouns.contains(&noun))
}
