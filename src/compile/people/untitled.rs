//! Full names without a title, told by what stands beside them: "A B said", "A B, a correspondent",
//! "A B, vice-minister of …", "a delegation led by A B", "C and A B".

use super::bearer::{full_name, name_end};
use super::titles::Title;
use super::{Finder, Line, Naming, People};
use crate::gazetteer::Mention;
use crate::text::fold;

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

/// How many words may stand between a name and the head of its office.
const OFFICE: usize = 7;

/// Whether an office without an article stands behind a name and a comma: "A B, vice-minister of …",
/// "A B, Chinese ambassador to …"; not "Seoul, President A", where it is the next one's.
fn holds_office(line: &Line<'_>, names: &[Mention<'_>], finder: &Finder<'_>, end: usize) -> bool {
    if line.surface(end) != "," {
        return false;
    }
    let lexicon = finder.lexicon;
    let from = end + 1;
    let is_head = |at: usize| lexicon.is_head(line.id(at)) || line.lower(at) == "member";
    let state = |at: usize| {
        let mut around = names.iter().filter(|n| n.span.overlaps(line.span(at)));
        around.any(|n| n.meaning.country.is_some())
    };
    let leads = |at: usize| {
        state(at)
            || lexicon.is_modifier(line.id(at))
            || line.is_capital(at) && lexicon.is_no_name(line.id(at))
            || matches!(
                line.lower(at),
                "'s" | "own" | "alternate" | "standing" | "-"
            )
    };
    let to = (from + OFFICE).min(line.len());
    let Some(mut head) = (from..to).find(|&at| is_head(at)) else {
        return false;
    };
    if !(from..head).all(leads) {
        return false;
    }
    while is_head(head + 1) {
        head += 1;
    }
    let whose = line.is_capital(head + 1) && !lexicon.is_no_name(line.id(head + 1));
    !(whose || line.surface(head + 1) == "," && line.is_capital(head + 2) && state(head + 2))
}

/// Whether somebody stands at the head of others, or beside them: "led by A B", "accompanied by A B".
fn leads_others(line: &Line<'_>, at: usize) -> bool {
    let Some(by) = at.checked_sub(1).filter(|&by| line.lower(by) == "by") else {
        return false;
    };
    let done = by.checked_sub(1).map_or("", |done| line.lower(done));
    matches!(
        done,
        "led" | "headed" | "accompanied" | "chaired" | "represented" | "joined"
    )
}

/// Whether a name is counted up behind somebody's: "C, A B and D", "C and A B".
fn is_counted_up(line: &Line<'_>, found: &[Naming], at: usize, end: usize) -> bool {
    let begin = line.sentence.span.start;
    let Some(before) = found.last().filter(|before| before.span.start >= begin) else {
        return false;
    };
    let from = line.token_at(before.span.end);
    let joined = from < at && (from..at).all(|at| matches!(line.lower(at), "," | "and"));
    let last = || line.lower(at - 1) == "and" || line.lower(end) == "and";
    joined && last() && matches!(line.surface(end), "," | "." | "and" | "in" | "on" | "at")
}

/// Whether the lexicon has somebody of another state of this very name.
fn is_other(finder: &Finder<'_>, words: &[&str]) -> bool {
    let of_family = |word: &&str| finder.lexicon.other(&fold(word));
    let named = [words.first(), words.last()];
    let mut found = named.into_iter().flatten().filter_map(of_family);
    found.any(|(name, _)| name.split(' ').eq(words.iter().copied()))
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
    // "The mother of one of them, A B, said".
    let between = at > 0
        && line.surface(at - 1) == ","
        && line.surface(end) == ","
        && matches!(
            line.lower(end + 1),
            "said" | "says" | "told" | "met" | "spoke"
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
    // "A B is the director of a program", "A B was a professor"; "A B was the editor" is the story's own.
    let office = |at: usize| finder.lexicon.is_head(line.id(at)) && line.lower(at) != "editor";
    let is_one = matches!(line.lower(end), "is" | "was")
        && matches!(line.lower(end + 1), "a" | "an" | "the")
        && (end + 2..(end + 6).min(line.len())).any(office);
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
    let words: Vec<&str> = (at..end).map(|at| line.surface(at)).collect();
    if !(speaks
        || is_other(finder, &words)
        || between
        || lives
        || described
        || is_one
        || employed
        || !line.is_capital(end)
            && (leads_others(line, at)
                || holds_office(line, names, finder, end)
                || is_counted_up(line, found, at, end))
        || is_met(line, at, end)
        || titled_below(line, finder, at, end))
    {
        return None;
    }
    let entity = full_name(finder, people, &words, &Title::default());
    found.push(Naming::of(line.span_of(at, end), entity));
    Some(end)
}
