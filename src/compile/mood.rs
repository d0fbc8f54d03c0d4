//! Whether it happened, was to happen, might happen, was called off.

use super::clauses::Clause;
use super::items::Row;
use super::lexicon::{Form, Lexicon};
use super::triggers::Trigger;
use crate::chronicle::Status;
use crate::time::DateRange;

/// What the grammar around a verb says of its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// It happened.
    Past,
    /// It had happened before what is told.
    Perfect,
    /// It is to happen.
    Planned,
    /// It may happen.
    Possible,
    /// It was called off.
    Cancelled,
    /// It did not happen, or is only wished, asked or denied.
    No,
    /// The verb does not tell: "to meet", "meeting".
    Open,
}

/// The mood of a verb in its clause. `heading` is for headings, which tell in the present.
pub(super) fn of_verb(
    row: &Row<'_>,
    clause: &Clause,
    verb: &Trigger,
    lexicon: &Lexicon,
    heading: bool,
) -> Mood {
    let from = clause.from.max(verb.from.saturating_sub(9));
    let window = row.window(from, verb.from);
    let near = row.window(verb.from.saturating_sub(5).max(clause.from), verb.from);
    let has = |marks: &[String], window: &str| marks.iter().any(|m| window.contains(m.as_str()));
    let form = verb.form().unwrap_or(Form::Base);
    let negated = has(lexicon.negated(), &near) || row.before(verb.from).ends_with("n't");
    let cancelled = [
        " called off ",
        " canceled ",
        " cancelled ",
        " scrapped ",
        " postponed ",
        " put off ",
    ]
    .iter()
    .any(|m| near.contains(m));
    if cancelled {
        return Mood::Cancelled;
    }
    let possible = has(lexicon.possible(), &window);
    let planned = has(lexicon.planned(), &window);
    if negated {
        // "nothing has been decided on …" leaves it open; "did not meet" does not.
        return if window.contains(" decided ") || window.contains(" decision ") {
            Mood::Possible
        } else {
            Mood::No
        };
    }
    match form {
        Form::Past | Form::Participle => {
            if row.before(verb.from) == "be"
                || near.contains(" will be ")
                || near.contains(" to be ")
            {
                return if possible {
                    Mood::Possible
                } else {
                    Mood::Planned
                };
            }
            if has(lexicon.perfect(), &near) {
                return Mood::Perfect;
            }
            if near.ends_with(" is ") || near.ends_with(" are ") {
                return Mood::Open;
            }
            if near.contains(" would have ")
                || near.contains(" could have ")
                || near.contains(" if ")
            {
                return Mood::No;
            }
            Mood::Past
        }
        Form::Third => Mood::Past,
        Form::Base | Form::Ing => {
            let to = row.before(verb.from) == "to" || near.contains(" to ");
            // "will travel to brief": the purpose of a plan, not one of its own.
            let purpose = row.before(verb.from) == "to"
                && form == Form::Base
                && !lexicon
                    .planned()
                    .iter()
                    .chain(lexicon.possible())
                    .any(|mark| mark.ends_with(" to ") && near.ends_with(mark.as_str()));
            if purpose && (planned || possible) && !heading {
                Mood::Open
            } else if possible {
                Mood::Possible
            } else if planned
                || heading && to && form == Form::Base
                || form == Form::Ing && progressive_plan(&near)
            {
                Mood::Planned
            } else if near.contains(" did ") {
                Mood::Past
            } else {
                Mood::Open
            }
        }
    }
}

/// "is visiting", "are meeting": a plan, or going on.
fn progressive_plan(near: &str) -> bool {
    [" is ", " are ", " am "]
        .iter()
        .any(|be| near.ends_with(be))
}

/// How a document of this day sees an event of these days.
pub(super) fn status(
    mood: Mood,
    range: Option<DateRange>,
    dct: Option<DateRange>,
    lead: bool,
) -> Status {
    let (Some(range), Some(dct)) = (range, dct) else {
        return match mood {
            Mood::Planned => Status::Planned,
            Mood::Possible => Status::Possible,
            Mood::Cancelled => Status::Cancelled,
            Mood::Perfect => Status::PastReference,
            Mood::Past | Mood::Open | Mood::No => Status::Held,
        };
    };
    let future = range.first() > dct.last();
    let age = dct.first().days_since(range.last());
    match mood {
        Mood::Cancelled => Status::Cancelled,
        Mood::Possible if (age <= 0) => Status::Possible,
        Mood::Planned if (age <= 0) => Status::Planned,
        _ if future => Status::Planned,
        Mood::Perfect if age > 3 => Status::PastReference,
        _ if age > 45 => Status::PastReference,
        // Letters and telegrams of old report what came weeks before as their news.
        _ if age > 9 && !lead && dct.first().year() >= 1990 => Status::PastReference,
        _ => Status::Held,
    }
}
