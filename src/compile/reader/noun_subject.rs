//! Nouns that are what their verb tells of: "the talks would resume", "the dialogue that took place".

use super::Line;
use super::bounds::noun_bounds;
use crate::compile::happenings::{Happening, clause_of};

/// "confirmed that the talks would resume": the noun is the subject, whoever confirmed it.
pub(super) fn is_told_of_noun(line: &Line<'_>, happening: &Happening) -> bool {
    let from = line.clauses[happening.clause].from;
    let nouns = happening.nouns.iter().map(|&at| line.triggers[at].from);
    let (Some(noun), Some(verb)) = (nouns.min(), happening.verb) else {
        return false;
    };
    let told = match line.row.lower(from) {
        "that" => true,
        // "progress since the North-South Summit had taken place".
        "since" | "after" | "before" => line.row.lower(from + 1) == "the",
        _ => false,
    };
    from < noun && noun < line.triggers[verb].from && told
}

/// What belongs to the noun that a "that" or "which" takes up as its subject: "A and B welcomed the
/// two sides' dialogue that resumed" is about the two sides, and not about A and B.
pub(super) fn leading_noun(line: &Line<'_>, happening: &Happening) -> Option<(usize, usize)> {
    let from = line.clauses[happening.clause].from;
    let verb = line.triggers[happening.verb?].from;
    let nouns = happening.nouns.iter().map(|&at| &line.triggers[at]);
    let noun = nouns.min_by_key(|noun| noun.from)?;
    let by_itself = |at: usize| {
        line.row.is_word(at)
            && !matches!(
                line.row.lower(at),
                "he" | "she" | "they" | "it" | "we" | "i"
            )
    };
    let relative = matches!(line.row.lower(from), "that" | "which");
    if !relative || noun.from >= from || !(from + 1..verb).all(by_itself) {
        return None;
    }
    let own = &line.clauses[clause_of(&line.clauses, noun.from)];
    Some(noun_bounds(line, noun.from, noun.to, own.from, from))
}

/// Where a sentence begins behind its opening: "Based on A's visit, | this dialogue will be held".
pub(super) fn behind_opening(line: &Line<'_>, noun: usize) -> Option<usize> {
    let article = noun.checked_sub(1)?;
    let definite = matches!(line.row.lower(article), "this" | "the" | "that");
    (definite && line.row.before(article) == ",").then_some(article)
}
