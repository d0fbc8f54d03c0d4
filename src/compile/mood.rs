//! Whether it happened, was to happen, might happen, was called off.

use super::clauses::Clause;
use super::items::{Row, What};
use super::lexicon::{Act, Form, Lexicon, Mark, Sense};
use super::triggers::{Trigger, finite};
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

/// What stands before a verb that was called off.
const CANCELLED: [&[&str]; 6] = [
    &["called", "off"],
    &["canceled"],
    &["cancelled"],
    &["scrapped"],
    &["postponed"],
    &["put", "off"],
];

/// The mood of a verb in its clause. `heading` is for headings, which tell in the present.
pub(super) fn of_verb(
    row: &Row<'_>,
    clause: &Clause,
    verb: &Trigger,
    lexicon: &Lexicon,
    heading: bool,
) -> Mood {
    let to = verb.from;
    let from = reach(row, clause, verb);
    let near = clause.from.max(to.saturating_sub(5));
    let has = |words: &[&str]| row.has(near, to, words);
    let before = if near < to { row.before(to) } else { "" };
    let form = verb.form().unwrap_or(Form::Base);
    if CANCELLED.into_iter().any(has) {
        return Mood::Cancelled;
    }
    let light = matches!(verb.sense, Sense::Verb(Act::Light, ..));
    let wish = light && lexicon.is_wish(row.id(verb.from));
    let plans = |at: usize| matches!(row.lower(at), "plans" | "preparations" | "arrangements");
    // "plans have been made for a summit".
    let made = light && row.lower(verb.from) == "made" && (clause.from..to).any(plans);
    let plan = made || light && lexicon.is_plan(row.id(verb.from));
    let mut possible = wish;
    let mut planned = plan;
    // "met neither A nor B".
    let neither = (verb.to..verb.to + 2).any(|at| row.lower(at) == "neither");
    let mut negated = neither || row.before(to).ends_with("n't");
    let mut perfect = false;
    // "expected to" right before the verb.
    let mut leads = false;
    for (start, end, mark) in row.marks(lexicon, from, to) {
        match mark {
            Mark::Someday => {}
            Mark::Possible => possible = true,
            Mark::Planned => planned = true,
            Mark::Negated => negated |= start >= near && !leaves_out(row, start, end),
            Mark::Perfect => perfect |= start >= near,
        }
        leads |= matches!(mark, Mark::Possible | Mark::Planned)
            && (end == to || is_asked(row, end, to))
            && (start >= near && before == "to");
    }
    if negated {
        // "nothing has been decided on …" leaves it open; "did not meet" does not.
        return if row.has(from, to, &["decided"]) || row.has(from, to, &["decision"]) {
            Mood::Possible
        } else {
            Mood::No
        };
    }
    match form {
        Form::Past | Form::Participle => {
            if row.before(to) == "be" || has(&["will", "be"]) || has(&["to", "be"]) {
                return if possible {
                    Mood::Possible
                } else {
                    Mood::Planned
                };
            }
            // "was to have met": it came to nothing.
            if has(&["to", "have"]) {
                return Mood::Cancelled;
            }
            if wish {
                return Mood::Possible;
            }
            if plan {
                return Mood::Planned;
            }
            if perfect {
                return Mood::Perfect;
            }
            if matches!(before, "is" | "are") {
                return Mood::Open;
            }
            if has(&["would", "have"]) || has(&["could", "have"]) || has(&["if"]) {
                return Mood::No;
            }
            Mood::Past
        }
        Form::Third if wish => Mood::Possible,
        Form::Third if plan => Mood::Planned,
        Form::Third => Mood::Past,
        Form::Base if !possible && !planned && finite(row, verb) => Mood::Past,
        Form::Base | Form::Ing => {
            // "will travel to brief": the purpose of a plan, not one of its own.
            let purpose = row.before(to) == "to" && form == Form::Base && !leads;
            if purpose && (is_headline(row, to - 1) || is_of_an_office(row, lexicon, to - 1)) {
                return Mood::Planned;
            }
            // "is visiting", "are meeting": a plan, or going on.
            if form == Form::Ing && is_only_named(row, to) {
                return Mood::No;
            }
            let going_on = form == Form::Ing && matches!(before, "is" | "are" | "am");
            let wished = form == Form::Base && !heading && !planned && is_wished(row, near, to);
            if purpose && (planned || possible) && !(heading || plan || wish) {
                Mood::Open
            } else if wished || possible {
                Mood::Possible
            } else if planned
                || heading && form == Form::Base && (row.before(to) == "to" || has(&["to"]))
                || going_on
            {
                Mood::Planned
            } else if has(&["did"]) {
                Mood::Past
            } else {
                Mood::Open
            }
        }
    }
}

/// "invited A to visit": nothing but whom stands between the invitation and what it is for.
fn is_asked(row: &Row<'_>, end: usize, to: usize) -> bool {
    let whom = |at: usize| {
        matches!(row.what(at), Some(What::People(_) | What::Country(..)))
            || matches!(row.lower(at), "and" | "him" | "her" | "them" | "the" | "of")
    };
    row.before(end) == "invited" && end + 1 < to && (end..to - 1).all(whom)
}

/// How far back the words stand that tell the mood of a verb.
fn reach(row: &Row<'_>, clause: &Clause, verb: &Trigger) -> usize {
    let to = verb.from;
    // "was ready to forget it and meet Kim": two infinitives, one mood.
    let joined = verb.form() == Some(Form::Base)
        && to == clause.from
        && matches!(row.before(to), "and" | "or");
    if joined {
        to.saturating_sub(14)
    } else {
        clause.from.max(to.saturating_sub(9))
    }
}

/// "A to visit B", "A, B to meet": nothing but who stands before "to".
fn is_headline(row: &Row<'_>, to: usize) -> bool {
    let who = |at: usize| {
        matches!(row.what(at), Some(What::People(_) | What::Country(..)))
            || matches!(row.lower(at), "," | "and" | "&")
    };
    to > 0 && (0..to).all(who)
}

/// "Foreign minister to meet B", "US envoy to visit Seoul": nothing but an office before "to".
fn is_of_an_office(row: &Row<'_>, lexicon: &Lexicon, to: usize) -> bool {
    let plain = |at: usize| {
        let word = row.lower(at);
        row.is_word(at) && !matches!(word, "the" | "a" | "an") && !word.ends_with("ed")
            || matches!(row.what(at), Some(What::Country(..)))
    };
    (1..=OFFICE).contains(&to) && (0..to).all(plain) && lexicon.is_human(row.id(to - 1))
}

/// So many words name an office in a headline at most.
const OFFICE: usize = 4;

/// Whether a negation is of somebody, not of the verb: "A, not B, met C".
fn leaves_out(row: &Row<'_>, start: usize, end: usize) -> bool {
    matches!(row.lower(start), "not" | "without") && matches!(row.what(end), Some(What::People(_)))
}

/// "suggested that the minister visit", "have the envoy come": asked for, not told.
fn is_wished(row: &Row<'_>, near: usize, verb: usize) -> bool {
    let one = matches!(row.what_before(verb), Some(What::People(people)) if people.len() == 1);
    one && !row.has(near, verb, &["and"]) && !row.has(near, verb, &["did"])
}

/// Whether what stands before an -ing form makes a name of it: "ways of resuming talks"; "had the
/// pleasure of receiving" tells.
fn is_only_named(row: &Row<'_>, verb: usize) -> bool {
    let hoped = || {
        matches!(
            row.lower(verb.saturating_sub(2)),
            "way"
                | "ways"
                | "possibility"
                | "idea"
                | "prospect"
                | "means"
                | "hope"
                | "chance"
                | "aim"
                | "goal"
                | "importance"
                | "necessity"
                | "need"
        )
    };
    match row.before(verb) {
        "on" | "at" | "about" | "toward" | "towards" | "against" => true,
        "of" => hoped(),
        _ => false,
    }
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
        // Whether what was hoped for came about is not told.
        Mood::Possible if (age <= 45) => Status::Possible,
        Mood::Planned if (age <= 0) => Status::Planned,
        _ if future => Status::Planned,
        Mood::Perfect if age > 3 => Status::PastReference,
        _ if age > 45 => Status::PastReference,
        // Letters and telegrams of old report what came weeks before as their news.
        _ if age > 9 && !lead && dct.first().year() >= 1990 => Status::PastReference,
        _ => Status::Held,
    }
}
