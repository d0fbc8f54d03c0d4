//! Verbs of saying, and where what is said begins.

use super::has_verb;
use crate::compile::items::{Row, What};
use crate::compile::lexicon::{Act, Form, Lexicon, Sense};
use crate::compile::triggers::Trigger;
use crate::record::Kind;

/// Whether a verb of saying: "said", "told", "announced".
pub(in crate::compile) fn is_saying(row: &Row<'_>, trigger: &Trigger) -> bool {
    matches!(
        trigger.sense,
        Sense::Verb(
            Act::Tell(Kind::Statement | Kind::Announcement),
            Form::Past | Form::Third,
            _
        )
    ) && matches!(
        row.lower(trigger.from),
        "said" | "says" | "told" | "tells" | "reported" | "announced" | "stated"
    )
}

/// "announced sanctions on Thursday": a thing is told, and no clause with a verb of its own.
pub(super) fn has_object(
    row: &Row<'_>,
    triggers: &[Trigger],
    lexicon: &Lexicon,
    trigger: &Trigger,
    from: usize,
) -> bool {
    let announced = matches!(row.lower(trigger.from), "announced" | "reported");
    let ends =
        |at: usize| matches!(row.lower(at), "," | ";" | ":") || lexicon.opens_clause(row.id(at));
    let to = (from..row.len()).find(|&at| ends(at)).unwrap_or(row.len());
    announced
        && row.lower(from) != "that"
        && !has_verb(row, triggers, from, to)
        && (from..to).any(|at| matches!(row.what(at), Some(What::Time(_))))
}

/// Where what is told begins before an "and" between two subjects: "the agency said A and B met".
/// Zero if more than names stands between the verb of saying and "and".
pub(super) fn told_before(
    row: &Row<'_>,
    triggers: &[Trigger],
    lexicon: &Lexicon,
    and: usize,
) -> usize {
    let saying = triggers
        .iter()
        .rev()
        .find(|t| t.to <= and && is_saying(row, t));
    let Some(saying) = saying else {
        return 0;
    };
    let from = after_saying(row, lexicon, saying.to);
    let named = |at: usize| match row.what(at) {
        Some(What::People(_) | What::Country(..) | What::Place(..)) => true,
        _ => matches!(row.lower(at), "that" | "," | "the" | "his" | "her" | "both"),
    };
    let people = (from..and).any(|at| !matches!(row.what(at), Some(What::Word | What::Mark)));
    if people && (from..and).all(named) {
        from
    } else {
        0
    }
}

/// After "said": on which day, where and to whom.
pub(super) fn after_saying(row: &Row<'_>, lexicon: &Lexicon, from: usize) -> usize {
    let mut at = from;
    while at < row.len() {
        let small = lexicon.is_behind_saying(row.id(at));
        // "told President Hu in Bangkok on October 20 that …".
        let tells = matches!(row.before(from), "told" | "tells" | "informed");
        let to = usize::from(row.lower(from) == "to");
        let person = matches!(row.what(at), Some(What::People(_)));
        let whom = (tells || to == 1) && person && at <= from + 1 + to
            || matches!(row.what(at), Some(What::Place(..) | What::Country(..)))
                && matches!(row.before(at), "in" | "at");
        if small || whom || matches!(row.what(at), Some(What::Time(_))) {
            at += 1;
        } else {
            break;
        }
    }
    at
}
