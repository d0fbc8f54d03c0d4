//! Days that belong to a noun and to no verb beside it: "his June 10 talks with Bush", "the meeting
//! between A and B in Pyongyang on Friday".

use super::Line;
use crate::compile::clauses::Clause;
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::compile::page::Page;
use crate::compile::triggers::{Trigger, owned};
use crate::gazetteer::CountryForm;
use crate::record::Kind;

/// Whether a time is a year in digits.
fn is_a_year(line: &Line<'_>, page: &Page<'_>, item: usize) -> bool {
    match line.row.what(item) {
        Some(What::Time(timex)) => {
            let words = page.timexes[*timex].span.of(line.text);
            words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}

/// Years that only say which: "the 1910-1945 rule", "its 1950-53 war"; or by when something is to be done:
/// "out of the city by 2006".
pub(super) fn says_which(line: &Line<'_>, page: &Page<'_>, item: usize) -> bool {
    let row = &line.row;
    let years = match row.what(item) {
        Some(What::Time(timex)) => page.timexes[*timex].range,
        _ => None,
    };
    if row.before(item) == "by" && years.is_some_and(|range| range.days() > 364) {
        return true;
    }
    // "the 1950-53 Korean War".
    let theirs = matches!(
        row.what(item + 1),
        Some(What::Country(_, CountryForm::Adjective))
    );
    let next = item + 1 + usize::from(theirs);
    let noun = row.is_word(next)
        && row.lower(next).len() > 2
        && !line
            .triggers
            .iter()
            .any(|t| (next..next + 3).contains(&t.from))
        && !matches!(
            row.lower(next),
            "and"
                | "when"
                | "that"
                | "which"
                | "who"
                | "where"
                | "was"
                | "were"
                | "with"
                | "for"
                | "from"
                | "while"
                | "but"
                | "after"
                | "before"
                | "during"
        );
    // "Trump's historic 2024 victory".
    let described = row.is_word(item.saturating_sub(1)) && owned(row, item.saturating_sub(1));
    let longer = years.is_some_and(|range| range.days() > 366);
    let year = years.is_some_and(|range| range.days() > 364) && is_a_year(line, page, item);
    noun && (owned(row, item) && longer || (owned(row, item) || described) && year)
}

/// The noun that a time stands right before, as a part of its name: "the March 3 summit", "Friday's
/// talks". By trigger number.
pub(super) fn named_by(line: &Line<'_>, item: usize) -> Option<usize> {
    let row = &line.row;
    // "the Joint Statement of 19 September": of the paper alone.
    let of = item
        .checked_sub(1)
        .filter(|&at| matches!(row.lower(at), "of" | "dated"));
    let paper = |noun: &Trigger| {
        let kind = matches!(noun.kind(), Some(Kind::Statement | Kind::Agreement));
        !noun.is_verb() && kind && Some(noun.to) == of
    };
    if let Some(noun) = line.triggers.iter().position(paper) {
        return Some(noun);
    }
    let possessive = matches!(row.lower(item + 1), "'s" | "’s" | "'" | "’");
    if !possessive && !owned(row, item) {
        return None;
    }
    // "the March 3, 2005, statement".
    let start = item + 1 + usize::from(row.lower(item + 1) == ",");
    line.triggers.iter().position(|noun| {
        let gap = start..noun.from;
        !noun.is_verb()
            && noun.from >= start
            && noun.from <= start + 4
            && gap.clone().all(|at| {
                matches!(
                    row.what(at),
                    Some(What::Word | What::Country(..) | What::Place(..))
                ) || matches!(row.lower(at), "-" | "–" | "'" | "’")
            })
            && !gap.into_iter().any(|at| {
                matches!(
                    row.lower(at),
                    "and" | "of" | "in" | "at" | "to" | "with" | "on" | "by" | "that"
                )
            })
    })
}

/// Whether a time tells when somebody did what a verb of praise or blame is about: "condemned their
/// attempt on May 27 to launch a satellite".
pub(super) fn of_what_is_judged(line: &Line<'_>, verb: usize, item: usize) -> bool {
    let row = &line.row;
    let verb = &line.triggers[verb];
    let judges = JUDGES
        .iter()
        .any(|stem| row.lower(verb.from).starts_with(stem));
    let whose = |at: usize| matches!(row.lower(at), "'s" | "’s" | "'" | "’" | "their" | "its");
    judges && (verb.to..item).any(whose) && matches!(row.before(item), "on" | "of" | "in")
}

/// How verbs of praise and blame begin.
const JUDGES: [&str; 8] = [
    "condemn", "denounc", "deplor", "protest", "criticiz", "welcom", "prais", "regret",
];

/// The noun whose own words lead up to a time: "the meeting between A and B in P on Friday". By
/// trigger number.
pub(super) fn told_of(line: &Line<'_>, item: usize) -> Option<usize> {
    let row = &line.row;
    let mut at = item;
    let (mut parties, mut place) = (false, false);
    while at > 0 {
        if let Some(noun) = line.triggers.iter().position(|t| t.to == at) {
            let noun_of = &line.triggers[noun];
            let test = !noun_of.is_verb() && noun_of.kind() == Some(Kind::Test);
            return (test || gathers(noun_of) && (parties || place)).then_some(noun);
        }
        at -= 1;
        let small = matches!(
            row.lower(at),
            "and"
                | "in"
                | "at"
                | "the"
                | "of"
                | "on"
                | "'s"
                | "’s"
                | "late"
                | "early"
                | "held"
                | "("
                | "here"
                | "by"
                | "last"
                | "south"
                | "north"
        );
        let arms = matches!(
            row.lower(at),
            "missile"
                | "missiles"
                | "ballistic"
                | "intercontinental"
                | "nuclear"
                | "rocket"
                | "rockets"
                | "satellite"
                | "two"
                | "a"
                | "an"
        );
        match row.what(at) {
            Some(What::People(_) | What::Country(..) | What::Time(_)) => {}
            _ if arms => {}
            Some(What::Place(..)) => place |= matches!(row.before(at), "in" | "at"),
            _ if matches!(row.lower(at), "with" | "between" | "among") => parties = true,
            _ if row.lower(at) == "to" => place = true,
            _ if small => {}
            _ => return None,
        }
    }
    None
}

/// Whether a noun names something that people gather for.
fn gathers(trigger: &Trigger) -> bool {
    let kind = trigger.kind();
    !trigger.is_verb()
        && matches!(
            kind,
            Some(
                Kind::Meeting
                    | Kind::Talks
                    | Kind::Summit
                    | Kind::TwoPlusTwo
                    | Kind::Call
                    | Kind::Visit
                    | Kind::Conference
            )
        )
}

/// Whether a time is that for which something had been set before it came otherwise: "originally set for
/// Monday", "that was to be held on Monday".
pub(super) fn was_set(line: &Line<'_>, item: usize) -> bool {
    let row = &line.row;
    let mut at = item;
    let mut set = false;
    while at > 0 {
        at -= 1;
        match row.lower(at) {
            "originally" | "initially" | "previously" => return true,
            "was" | "were" => return set,
            "to" | "set" | "scheduled" | "slated" | "planned" | "due" | "supposed" | "expected" => {
                set = true;
            }
            "been" | "had" | "on" | "for" | "in" | "be" | "held" | "take" | "place" | "begin"
            | "start" | "meet" | "the" | "early" | "late" | "next" | "last" => {}
            _ => return false,
        }
    }
    false
}

/// "met on the sidelines of the June meetings": the day of what they met beside is theirs.
pub(super) fn met_beside(line: &Line<'_>, happening: &Happening, item: usize, noun: usize) -> bool {
    let verb = happening.verb.map(|at| &line.triggers[at]);
    let beside = |verb: &Trigger| {
        (verb.to..item).any(|at| {
            matches!(
                line.row.lower(at),
                "sidelines" | "margins" | "occasion" | "during"
            )
        })
    };
    let meets = matches!(
        happening.kind,
        Kind::Meeting | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
    );
    meets && gathers(&line.triggers[noun]) && verb.is_some_and(beside)
}

/// "will be the first summit held there since 2005, when A met B", "their first talks since the autumn": the
/// time is that of another one. A test of arms since then was one of arms then.
pub(super) fn since_then(line: &Line<'_>, item: usize) -> bool {
    let row = &line.row;
    let comma = usize::from(row.lower(item + 1) == ",");
    let when = row.lower(item + 1 + comma) == "when";
    let article = usize::from(row.before(item) == "the");
    let since = row.before(item - article) == "since";
    let counted = || {
        let test = (line.triggers.iter()).any(|t| t.kind() == Some(Kind::Test) && t.to <= item);
        let ordinal = |at: usize| matches!(row.lower(at), "first" | "second" | "third" | "fourth");
        !test && (item.saturating_sub(FIRST)..item).any(ordinal)
    };
    since && (when || counted())
}

/// So many words stand between "the first" and the "since" that it is counted from.
const FIRST: usize = 14;

/// "is in Japan until Sunday, and met": the day on which a stay ends is that of nothing short.
pub(super) fn ends_another(line: &Line<'_>, item: usize, happening: &Happening) -> bool {
    let short = matches!(
        happening.kind,
        Kind::Meeting | Kind::Call | Kind::Statement | Kind::Announcement | Kind::Test
    );
    short && matches!(line.row.before(item), "until" | "till") && !lasts(line, happening)
}

/// Whether a verb tells how long something goes on: "the meeting lasted until Friday".
fn lasts(line: &Line<'_>, happening: &Happening) -> bool {
    let verb = happening
        .verb
        .map_or("", |verb| line.row.lower(line.triggers[verb].from));
    [
        "last", "run", "ran", "continu", "postpon", "put", "suspend", "adjourn",
    ]
    .iter()
    .any(|stem| verb.starts_with(stem))
}

/// Whether a time stands in brackets: "February 12 (February 13 in Tokyo)".
pub(super) fn bracketed(line: &Line<'_>, item: usize) -> bool {
    let row = &line.row;
    let mut marks = (item.saturating_sub(6)..item).rev();
    let open = marks.find(|&at| matches!(row.lower(at), "(" | ")"));
    open.filter(|&at| row.lower(at) == "(").is_some_and(|open| {
        (open.saturating_sub(4)..open).any(|at| matches!(row.what(at), Some(What::Time(_))))
    })
}

/// Whether a verb only says of a noun before it what was done to it: "met citizens abducted by the
/// North".
pub(super) fn is_reduced(line: &Line<'_>, happening: &Happening) -> bool {
    let Some(verb) = happening.verb.filter(|_| happening.kind == Kind::Other) else {
        return false;
    };
    let trigger = &line.triggers[verb];
    let clause = &line.clauses[happening.clause];
    let earlier = line.triggers[..verb]
        .iter()
        .any(|t| t.is_verb() && t.from >= clause.from);
    let be = matches!(
        line.row.before(trigger.from),
        "was" | "were" | "been" | "be" | "is" | "are"
    );
    let noun = line.row.is_word(trigger.from.saturating_sub(1))
        && line.row.before(trigger.from).ends_with('s');
    let after = line.row.lower(trigger.to);
    earlier && !be && (after == "by" || noun && matches!(after, "to" | "from" | "in"))
}

/// Whether a clause is what "It was … that" brings.
pub(super) fn is_cleft(line: &Line<'_>, clause: &Clause) -> bool {
    let row = &line.row;
    row.lower(clause.from) == "that"
        && (clause.from.saturating_sub(6)..clause.from)
            .any(|at| row.lower(at) == "it" && matches!(row.lower(at + 1), "was" | "is"))
}
