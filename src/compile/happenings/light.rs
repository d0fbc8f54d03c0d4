//! Verbs that carry a noun: "hold a meeting", "talks were held", "the exercise that they held", and
//! those that call one off.

use super::{Happening, best, chain, clause_of};
use crate::compile::clauses::Clause;
use crate::compile::items::Row;
use crate::compile::lexicon::Form;
use crate::compile::triggers::{Trigger, passive};
use crate::record::Kind;

/// "invited me to lunch yesterday": who was asked to a meal came; to a summit he is only asked.
fn invites_to(row: &Row<'_>, verb: &Trigger, noun: &Trigger) -> bool {
    let meal = matches!(
        row.lower(noun.to - 1),
        "lunch" | "luncheon" | "dinner" | "breakfast"
    );
    let to = |at: usize| row.lower(at) == "to";
    !row.lower(verb.from).starts_with("invit") || meal && (verb.to..noun.from).any(to)
}

/// How many items may stand between a noun and the verb of which it is the subject: it may count up six
/// states.
const FAR: usize = 28;

/// What a verb tells by the noun that it carries; `off` if it calls the noun off. The verb has the
/// number `at`, what belongs to it ends at `end`, and what is `consumed` is carried already.
pub(super) fn light(
    row: &Row<'_>,
    triggers: &[Trigger],
    clauses: &[Clause],
    at: usize,
    off: bool,
    end: usize,
    consumed: &[bool],
) -> Option<Happening> {
    let trigger = &triggers[at];
    let clause = clauses[clause_of(clauses, trigger.from)];

    // "the countdown continues to the deadline for dialogue": what goes on is no dialogue.
    let goes_on = row.lower(trigger.from).starts_with("continue")
        && (row.lower(trigger.to) == "to" || row.lower(trigger.to - 1) == "to");
    let right = (at + 1..triggers.len()).filter(|_| !goes_on).find(|&next| {
        let other = &triggers[next];
        !other.is_verb()
            && other.from < end
            && other.from < trigger.to + 14
            && !of_something_else(row, trigger, other)
            && invites_to(row, trigger, other)
    });
    // "The talks, the first since he took office, were held": of the clause that is taken up.
    let number = clause_of(clauses, trigger.from);
    let resumed =
        clause.inherits && row.before(clause.from) == "," && clauses[number - 1].subordinate;
    let main = if resumed {
        let mains = clauses[..number].iter().rev();
        mains
            .take(4)
            .find(|c| !c.subordinate)
            .map_or(clause.from, |c| c.from)
    } else {
        clause.from
    };
    let left = || {
        let passive = passive(row, trigger) || intransitive(row, trigger);
        let first = (0..at).rev().find(|&before| {
            let other = &triggers[before];
            !other.is_verb() && other.from >= main && trigger.from - other.from < FAR
        });
        first.filter(|_| passive)
    };
    let left = || left().or_else(|| antecedent(row, triggers, &clause, at));
    let backward = right.is_none();
    let occurs = row.lower(trigger.to - 1) == "place"
        || matches!(
            row.lower(trigger.from),
            "be" | "occur" | "occurs" | "occurred"
        );
    let noun = if occurs {
        left().or(right)
    } else {
        right.or_else(left)
    }?;
    // "ended without an agreement".
    let near = triggers[noun].from.saturating_sub(3)..triggers[noun].from;
    if consumed[noun] || near.into_iter().any(|at| row.lower(at) == "without") {
        return None;
    }
    let nouns = chain(row, triggers, noun);
    let kind = best(triggers, &nouns);
    // "makes a statement", "leads talks" are told; "have an agreement" is not.
    let state = matches!(
        row.lower(trigger.from),
        "have" | "has" | "had" | "give" | "gives" | "plan" | "plans"
    ) && matches!(kind, Kind::Agreement | Kind::Other);
    (!state).then_some(Happening {
        kind,
        verb: Some(at),
        nouns,
        clause: 0,
        off,
        wished: false,
        own_date: backward
            && trigger.form() == Some(Form::Base)
            && row.before(trigger.from) == "to"
            || matches!(
                kind,
                Kind::Statement | Kind::Other | Kind::Exercise | Kind::Test | Kind::Agreement
            ),
    })
}

/// "gave an account of his trip": what a verb that can take any object carries is another thing.
fn of_something_else(row: &Row<'_>, verb: &Trigger, noun: &Trigger) -> bool {
    let any = matches!(
        row.lower(verb.from),
        "give"
            | "gives"
            | "gave"
            | "given"
            | "giving"
            | "make"
            | "makes"
            | "made"
            | "making"
            | "take"
            | "takes"
            | "took"
            | "taken"
            | "taking"
            | "have"
            | "has"
            | "had"
            | "having"
    );
    let parts = [
        "series", "round", "rounds", "couple", "pair", "days", "number", "set", "string", "kind",
    ];
    // "the planned expiration of an accord": the participle describes another noun.
    let described = matches!(
        row.before(verb.from),
        "the" | "a" | "an" | "its" | "their" | "'s" | "’s"
    ) && matches!(verb.form(), Some(Form::Past | Form::Participle));
    (any || described)
        && verb.to == verb.from + 1
        && (verb.to..noun.from).any(|at| {
            matches!(row.lower(at), "of" | "about" | "on")
                && row.is_word(at - 1)
                && !parts.contains(&row.before(at))
        })
}

/// The noun that "that" or "which" leads back to as the object of a verb with a subject of its own:
/// "the exercise that the two navies held".
pub(super) fn antecedent(
    row: &Row<'_>,
    triggers: &[Trigger],
    clause: &Clause,
    verb: usize,
) -> Option<usize> {
    let relative = matches!(row.lower(clause.from), "that" | "which");
    // "that the two navies held", or "which runs from Monday".
    let auxiliary = |at: usize| {
        row.is_word(at)
            && matches!(
                row.lower(at),
                "is" | "are"
                    | "was"
                    | "were"
                    | "will"
                    | "would"
                    | "to"
                    | "expected"
                    | "scheduled"
                    | "set"
                    | "due"
                    | "be"
                    | "likely"
                    | "also"
                    | "has"
                    | "had"
                    | "been"
            )
    };
    let own = !(clause.from + 1..triggers[verb].from).all(auxiliary);
    let runs = !own && intransitive(row, &triggers[verb]);
    let subject = own || runs;
    let back = clause.from.saturating_sub(8);
    (0..verb)
        .rev()
        .find(|&at| triggers[at].to <= clause.from)
        .filter(|&at| {
            let noun = &triggers[at];
            let unbroken = runs || (noun.to..clause.from).all(|at| row.lower(at) != ",");
            relative && subject && !noun.is_verb() && noun.to >= back && unbroken
        })
}

fn intransitive(row: &Row<'_>, trigger: &Trigger) -> bool {
    matches!(
        row.lower(trigger.from),
        "take"
            | "takes"
            | "took"
            | "taking"
            | "begin"
            | "begins"
            | "began"
            | "start"
            | "starts"
            | "started"
            | "open"
            | "opens"
            | "opened"
            | "resume"
            | "resumes"
            | "resumed"
            | "end"
            | "ends"
            | "ended"
            | "conclude"
            | "concludes"
            | "concluded"
            | "be"
            | "is"
            | "was"
            | "occur"
            | "occurs"
            | "occurred"
            | "run"
            | "runs"
            | "ran"
            | "last"
            | "lasts"
            | "lasted"
            | "come"
            | "comes"
            | "came"
            | "stall"
            | "stalled"
            | "collapse"
            | "collapsed"
            | "break"
            | "broke"
    )
}
