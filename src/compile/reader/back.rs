//! Nouns that lead back to what was told before: "the meeting", "this visit", "attended the talks".

use super::Line;
use crate::compile::happenings::Happening;
use crate::record::Kind;

/// Whether people only attend what was told before: "A, B and others attended the meeting".
pub(super) fn attends(line: &Line<'_>, happening: &Happening) -> bool {
    let verb = happening
        .verb
        .map_or("", |at| line.row.lower(line.triggers[at].from));
    let meets = matches!(
        happening.kind,
        Kind::Meeting | Kind::Talks | Kind::Summit | Kind::Call
    );
    meets
        && ["attend", "join", "participat"]
            .iter()
            .any(|stem| verb.starts_with(stem))
}

/// Whether "the" or "this" stands before a noun, with at most one small word between.
pub(super) fn known_before(line: &Line<'_>, noun: usize) -> bool {
    let definite = |word: &str| matches!(word, "the" | "this" | "that" | "these" | "those");
    let row = &line.row;
    definite(row.before(noun))
        || noun >= 2
            && definite(row.lower(noun - 2))
            && row.is_word(noun - 1)
            && !row.items[noun - 1].capital
}
