//! What a photograph shows: "A and B shake hands before their talks in Osaka on June 15".

use super::Line;
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::compile::triggers::Trigger;
use crate::record::Kind;

/// So many words stand between "before" or "during" and its noun at most.
const NEAR: usize = 5;

/// So many items stand before what people do in a photograph at most.
const SHOWN: usize = 24;

/// From where to where those stand whom a photograph shows before, during or after what a noun tells.
pub(super) fn shown(
    line: &Line<'_>,
    happening: &Happening,
    first: usize,
) -> Option<(usize, usize)> {
    let row = &line.row;
    let gathers = |kind: Kind| {
        matches!(
            kind,
            Kind::Meeting | Kind::Talks | Kind::Summit | Kind::Statement
        )
    };
    if happening.verb.is_some() || !gathers(happening.kind) {
        return None;
    }
    let beside = (first.saturating_sub(NEAR)..first).rev().find(|&at| {
        matches!(
            row.lower(at),
            "before" | "during" | "prior" | "ahead" | "at" | "after"
        )
    })?;
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    let first = (0..beside.min(SHOWN)).find(|&at| person(at))?;
    let verb = (first + 1..beside.min(SHOWN)).find(|&at| is_shown(row.lower(at)))?;
    let told = |t: &&Trigger| t.is_verb() && t.from < beside && t.from != verb;
    let tells = line.triggers.iter().find(told);
    tells.is_none().then_some((0, beside))
}

/// Whether a verb says what people do in a photograph, in the present.
fn is_shown(verb: &str) -> bool {
    matches!(
        verb,
        "shake"
            | "shakes"
            | "pose"
            | "poses"
            | "greet"
            | "greets"
            | "talk"
            | "talks"
            | "speak"
            | "speaks"
            | "smile"
            | "smiles"
            | "walk"
            | "walks"
            | "stand"
            | "stands"
            | "sit"
            | "sits"
            | "look"
            | "looks"
            | "listen"
            | "listens"
            | "wave"
            | "waves"
    )
}
