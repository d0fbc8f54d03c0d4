//! Full names without a title, told by what stands behind them: "A B said", "A B, a correspondent".

use super::bearer::{full_name, name_end};
use super::titles::Title;
use super::{Finder, Line, Naming, People};
use crate::gazetteer::Mention;

/// Whether the words before a name tell that somebody met its bearer: "met A B in", "talks with A B,".
fn is_met(line: &Line<'_>, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let meets = |word: &str| matches!(word, "met" | "meet" | "meets" | "meeting");
    let speaks = |word: &str| {
        meets(word)
            || matches!(
                word,
                "talks"
                    | "talk"
                    | "spoke"
                    | "call"
                    | "summit"
                    | "conversation"
                    | "lunch"
                    | "dinner"
                    | "confer"
                    | "confers"
                    | "conferred"
                    | "discussions"
                    | "consultations"
            )
    };
    let with = line.lower(before) == "with"
        && (before.saturating_sub(4)..before).any(|at| speaks(line.lower(at)));
    let goes_on = matches!(
        line.surface(end),
        "," | "."
            | "in"
            | "on"
            | "at"
            | "and"
            | "for"
            | "to"
            | "during"
            | "("
            | "last"
            | "this"
            | "over"
            | "from"
            | "here"
            | "there"
            | "again"
    );
    (with || meets(line.lower(before))) && goes_on
}

/// Whether a name fills a line and the next begins with its title: "Philip J. Crowley", "Assistant
/// Secretary of State".
fn titled_below(line: &Line<'_>, finder: &Finder<'_>, at: usize, end: usize) -> bool {
    let (first, last) = (line.span(at), line.span(end - 1));
    let text = line.text;
    let before = text.get(..first.start as usize).unwrap_or_default();
    let after = text.get(last.end as usize..).unwrap_or_default();
    let alone = before.trim_end_matches([' ', '\t']).ends_with('\n') || before.trim().is_empty();
    let below = after.trim_start_matches([' ', '\t', ',']).starts_with('\n');
    alone
        && below
        && (end..end + 5).any(|at| line.is_capital(at) && finder.lexicon.is_head(line.id(at)))
}

/// A full name without a title before it, told by what follows: "A B, a correspondent", "A B said".
pub(super) fn read(
    line: &Line<'_>,
    names: &[Mention<'_>],
    finder: &Finder<'_>,
    at: usize,
    people: &mut People,
    found: &mut Vec<Naming>,
) -> Option<usize> {
    if !line.is_capital(at) {
        return None;
    }
    // A capital before it makes it part of a longer name of something else.
    if at > 0 && line.is_capital(at - 1) && line.span(at - 1).end + 1 == line.span(at).start {
        return None;
    }
    let end = name_end(line, names, finder, at)?;
    if !(at + 2..=at + 3).contains(&end) {
        return None;
    }
    let speaks = matches!(
        line.lower(end),
        "said" | "says" | "told" | "added" | "warned" | "argued" | "wrote" | "noted"
    );
    let lives = line.surface(end) == "," && line.lower(end + 1) == "who"
        || matches!(line.lower(end), "was" | "were")
            && matches!(
                line.lower(end + 1),
                "arrested" | "released" | "detained" | "convicted" | "sentenced" | "sworn" | "born"
            );
    let described = line.surface(end) == ","
        && matches!(
            line.lower(end + 1),
            "a" | "an" | "the" | "who" | "former" | "then"
        )
        && (end + 2..(end + 9).min(line.len())).any(|at| finder.lexicon.is_head(line.id(at)));
    let employed =
        line.lower(end) == "of" && line.lower(end + 1) == "the" && line.is_capital(end + 2) && {
            let far = line.lower(end + 3);
            matches!(
                far,
                "institute"
                    | "university"
                    | "corporation"
                    | "council"
                    | "ministry"
                    | "embassy"
                    | "center"
            )
        };
    if !(speaks
        || lives
        || described
        || employed
        || is_met(line, at, end)
        || titled_below(line, finder, at, end))
    {
        return None;
    }
    let words: Vec<&str> = (at..end).map(|at| line.surface(at)).collect();
    let title = Title {
        from: at,
        head_end: at,
        to: at,
        head: "",
        plural: false,
        country: None,
        kinds: &[],
    };
    let entity = full_name(finder, people, &words, &title);
    found.push(Naming::of(line.span_of(at, end), entity));
    Some(end)
}
