//! Who is named in a clause and takes no part in what it tells: whose envoy it is, whose government,
//! who is left out.

use super::Line;
use crate::compile::items::What;
use crate::compile::lexicon::Lexicon;

/// What somebody who is named has to do with a happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// They take part.
    Part,
    /// Others act for them, or are only told apart by them: their country takes part, they do not.
    Behind,
    /// They are left out: "not Kim", "instead of Kim".
    Out,
}

/// A label of who speaks begins its sentence, with so many titles before the name.
const LABEL: usize = 3;

/// The role of the people at an item.
pub(super) fn role(line: &Line<'_>, lexicon: &Lexicon, at: usize) -> Role {
    // "SEC. MATTIS: President Trump met …": who speaks; "SEC. MATTIS: We landed" tells of him.
    let we = (at + 2..at + 6).any(|at| line.row.lower(at) == "we");
    let label = line.row.lower(at + 1) == ":" && at < LABEL && !we;
    if label || is_left_out(line, at) {
        Role::Out
    } else if has_proxy(line, lexicon, at) || is_behind(line, lexicon, at) {
        Role::Behind
    } else {
        Role::Part
    }
}

/// "Kim's special envoy", "Kim's foreign minister, A B", "the Kim government".
fn has_proxy(line: &Line<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let row = &line.row;
    let owns = matches!(row.lower(at + 1), "'s" | "’s" | "'" | "’");
    if !owns {
        return lexicon.is_proxy(row.id(at + 1)) && !row.items[at + 1].capital;
    }
    for next in at + 2..at + 6 {
        let happens = line.triggers.iter().any(|t| t.from <= next && next < t.to);
        let proxy = lexicon.is_proxy(row.id(next))
            || lexicon.is_human(row.id(next))
            || lexicon.is_head(row.id(next))
            || lexicon.singular(row.id(next)).is_some();
        match row.what(next) {
            Some(What::People(_)) => return true,
            Some(What::Word) if proxy => return true,
            Some(What::Word) if !happens && !is_preposition(row.lower(next)) => {}
            Some(What::Country(..)) => {}
            _ if row.lower(next) == "-" => {}
            _ => return false,
        }
    }
    false
}

/// "an aide to Kim", "the sister of Kim", "sent by Kim", "on behalf of Kim".
fn is_behind(line: &Line<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let row = &line.row;
    let mut start = at;
    while start > 0
        && (matches!(row.what(start - 1), Some(What::Country(..)))
            || matches!(
                row.lower(start - 1),
                "the" | "both" | "then" | "former" | "late"
            ))
    {
        start -= 1;
    }
    let Some(noun) = start.checked_sub(2) else {
        return false;
    };
    let word = row.lower(noun);
    match row.lower(start - 1) {
        "of" if word == "behalf" => true,
        "by" => matches!(
            word,
            "sent" | "dispatched" | "appointed" | "named" | "nominated"
        ),
        "of" | "to" | "for" | "from"
            if lexicon.is_proxy(row.id(noun)) || is_aide(line, lexicon, noun) =>
        {
            // "a delegation of A, B and C" is made up of them.
            let listed = matches!(row.lower(at + 1), "and" | ",")
                && (at + 2..at + 4).any(|at| matches!(row.what(at), Some(What::People(_))));
            !(listed && row.lower(start - 1) == "of" && matches!(word, "delegation" | "team"))
        }
        _ => false,
    }
}

/// Whether a title alone that stands for somebody else ends in one who stands for another: "A, national
/// security adviser to Park".
fn is_aide(line: &Line<'_>, lexicon: &Lexicon, at: usize) -> bool {
    let title = match line.row.what(at) {
        Some(What::People(_)) => line.row.items[at].span.of(line.text),
        _ => return false,
    };
    let last = title.rsplit(' ').next().unwrap_or_default();
    lexicon.is_proxy(lexicon.id(last))
}

/// "not Kim", "without Kim or Moon", "instead of Kim", "unlike Kim"; a state that only tells which border, or
/// where a text was written.
pub(super) fn is_left_out(line: &Line<'_>, at: usize) -> bool {
    let row = &line.row;
    let state = matches!(row.what(at), Some(What::Country(..)));
    if state && (is_of_a_border(line, at) || is_dateline(line, at)) {
        return true;
    }
    let mut start = at;
    while start > 0
        && (matches!(
            row.what(start - 1),
            Some(What::People(_) | What::Country(..))
        ) || matches!(row.lower(start - 1), "or" | "nor" | "and" | "the" | "with"))
    {
        start -= 1;
    }
    let before = row.before(start);
    let further = start.checked_sub(2).map_or("", |at| row.lower(at));
    match before {
        "not" | "unlike" | "without" | "neither" | "except" => true,
        "of" => matches!(further, "instead" | "absence" | "lieu"),
        "than" => further == "rather",
        _ => false,
    }
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "at" | "to" | "of" | "and" | "with" | "for" | "by" | "from" | "that"
    )
}

/// Whether a state only tells which border it is: "the demilitarized zone between North and South Korea".
fn is_of_a_border(line: &Line<'_>, at: usize) -> bool {
    let near = at.saturating_sub(4)..at;
    let parts = |at: usize| matches!(line.row.lower(at), "between" | "separating" | "dividing");
    let border = |at: usize| {
        matches!(
            line.row.lower(at),
            "zone" | "border" | "boundary" | "line" | "dmz" | "frontier"
        )
    };
    near.rev()
        .find(|&at| parts(at))
        .is_some_and(|parts| (parts.saturating_sub(2)..parts).any(border))
}

/// Whether a sentence begins with where it was written: "SINGAPORE – The ministers …", "Singapore, June 2
/// (Agency) -- The ministers …".
fn is_dateline(line: &Line<'_>, at: usize) -> bool {
    let dash = |at: usize| matches!(line.row.lower(at), "-" | "--" | "–" | "—");
    let small = |at: usize| line.row.is_word(at) && !line.row.items[at].capital;
    let end = (1..DATELINE).find(|&at| dash(at));
    at == 0 && end.is_some_and(|end| !(1..end).any(small))
}

/// So many items stand in a dateline at most.
const DATELINE: usize = 10;

/// Whether something of somebody's is told of.
pub(super) fn is_owner(line: &Line<'_>, at: usize) -> bool {
    matches!(line.row.lower(at + 1), "'s" | "’s" | "‘s" | "'" | "’")
}

/// Behind the verb with which somebody asks others to do what begins at `first`: "invited A to visit".
pub(super) fn asked(line: &Line<'_>, from: usize, first: usize) -> Option<usize> {
    let person = |at: usize| matches!(line.row.what(at), Some(What::People(_)));
    if line.row.before(first) != "to" || !(from..first).any(person) {
        return None;
    }
    let verb = (from..first).rev().find(|&at| {
        matches!(
            line.row.lower(at),
            "invited" | "invites" | "invite" | "asked" | "asks" | "urged" | "urges"
        )
    })?;
    (verb..first).any(person).then_some(verb + 1)
}
