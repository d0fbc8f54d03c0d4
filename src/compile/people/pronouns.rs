//! "he", "she", "I", "him", "her": led back to those named before.

use super::{FAR, Finder, Line, Naming, People};
use crate::compile::page::{Page, Sentence};

/// "he", "she", "I": the first person named in the sentence, or in the one before.
pub(super) fn pronoun(
    page: &Page<'_>,
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
    voice: Option<usize>,
) -> Option<(Naming, usize)> {
    match line.lower(at) {
        "he" | "she" => {}
        "him" => return him(line, people, within, at, voice),
        // Who meets her is named, or it could be the one who meets.
        "her" if is_object(line, at) && !within.is_empty() => {
            return him(line, people, within, at, voice);
        }
        "i" if line.surface(at) != "I" => return None,
        "i" | "me" => {
            let naming = Naming::of(line.span(at), voice?);
            return Some((naming, at + 1));
        }
        _ => return None,
    }
    // Who only speaks the words is not whom they are about.
    let label = |naming: &Naming| {
        let after = line.text.get(naming.span.end as usize..);
        after.is_some_and(|after| after.starts_with(':'))
    };
    // Nor does anybody call themselves "he".
    let speaks = |naming: &Naming| {
        let spoken = voice.filter(|_| people.author.is_none());
        let own = spoken.is_some_and(|voice| naming.entities.as_slice() == [voice]);
        own && matches!(
            naming.span.of(line.text),
            "I" | "me" | "I'll" | "I've" | "I'm"
        )
    };
    let silent =
        |naming: &Naming| label(naming) || speaks(naming) || is_owner(page, finder, naming);
    let told = |naming: &&Naming| naming.span.end <= line.span(at).start && !silent(naming);
    // "A called B, and C met D when she was in Tokyo": it is C who was.
    let breaks = (1..at).rev().filter(|&at| {
        line.lower(at - 1) == "," && matches!(line.lower(at), "and" | "but" | "while")
    });
    let mut mains = breaks.filter_map(|at| {
        let subject = |naming: &&Naming| naming.span.start == line.span(at + 1).start;
        within.iter().filter(told).find(subject)
    });
    let before = (mains.next()).or_else(|| within.iter().filter(told).min_by_key(|n| n.span));
    let naming = match before {
        Some(naming) => naming,
        None => people
            .namings
            .iter()
            .rev()
            .take(FAR)
            .find(|naming| !silent(naming))
            .and_then(|last| {
                // The first naming of the latest sentence that has one.
                let sentence = people
                    .namings
                    .iter()
                    .rev()
                    .take_while(|n| last.span.start.abs_diff(n.span.start) < 600);
                let named: Vec<&Naming> = sentence
                    .filter(|n| same_sentence(page, n, last) && !silent(n))
                    .collect();
                // "The spokesman said that A will go. There he will …": A, unless he says more.
                let said = |naming: &&&Naming| {
                    let mut entities = naming.entities.iter();
                    !says(line, at + 1) && entities.all(|&at| people.entities[at].speaks())
                };
                let mut told = named.iter().rev();
                told.find(|naming| !said(naming))
                    .or_else(|| named.last())
                    .copied()
            })?,
    };
    let naming = Naming::of(line.span(at), *naming.entities.first()?);
    Some((naming, at + 1))
}

/// Whether a verb of saying stands at a token: "he said", "she also told".
fn says(line: &Line<'_>, at: usize) -> bool {
    let adverb = usize::from(matches!(line.lower(at), "also" | "then" | "later"));
    matches!(
        line.lower(at + adverb),
        "said" | "told" | "added" | "noted" | "stressed" | "declined" | "says" | "called" | "urged"
    )
}

/// Whether somebody is only whose kin or servant another is: "Kim's sister A B", "Trump's envoy".
fn is_owner(page: &Page<'_>, finder: &Finder<'_>, naming: &Naming) -> bool {
    let Some(sentence) = page.sentence_around(naming.span) else {
        return false;
    };
    let line = Line::new(page, sentence);
    let behind = line.token_at(naming.span.end);
    let owns = matches!(line.lower(behind), "'s" | "'" | "’s" | "’");
    let proxy = |at: usize| {
        finder.lexicon.is_proxy(line.id(at))
            || line.lower(at) != "president" && finder.lexicon.is_head(line.id(at))
    };
    owns && (behind + 1..behind + OWNED)
        .take_while(|&at| !matches!(line.lower(at), "," | "." | "to" | "in" | "with"))
        .any(proxy)
}

/// How many words behind "'s" are asked whether somebody is owned.
const OWNED: usize = 5;

/// Whether "her" is somebody and not somebody's: "met her in Seoul", not "met her counterpart".
fn is_object(line: &Line<'_>, at: usize) -> bool {
    let next = line.lower(at + 1);
    !next.starts_with(char::is_alphanumeric)
        || matches!(
            next,
            "in" | "on"
                | "at"
                | "to"
                | "for"
                | "from"
                | "with"
                | "by"
                | "and"
                | "as"
                | "about"
                | "there"
                | "here"
                | "again"
                | "during"
                | "before"
                | "after"
                | "when"
                | "while"
                | "that"
                | "today"
                | "yesterday"
                | "tomorrow"
        )
}

/// "him" looks back so many bytes.
const REACH: u32 = 300;

/// "I spoke with him": whom the sentence before named last.
fn him(
    line: &Line<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
    voice: Option<usize>,
) -> Option<(Naming, usize)> {
    let start = line.span(at).start;
    let mut own = within.iter().filter(|naming| naming.span.end <= start);
    let subject = own.next();
    let last = people
        .namings
        .last()
        .filter(|last| start - last.span.end < REACH)?;
    let &[entity] = last.entities.as_slice() else {
        return None;
    };
    let is_subject = subject.is_some_and(|naming| naming.entities.contains(&entity));
    if own.next().is_some() || is_subject {
        return None;
    }
    let naming = Naming::of(line.span(at), entity);
    (Some(entity) != voice).then_some((naming, at + 1))
}

/// Whether two namings, of which `last` is not before `first`, stand in one sentence.
fn same_sentence(page: &Page<'_>, first: &Naming, last: &Naming) -> bool {
    let at = page
        .sentences
        .partition_point(|sentence| sentence.span.end <= last.span.start);
    let begins = |sentence: &Sentence| sentence.span.start <= first.span.start;
    page.sentences.get(at).is_some_and(begins)
}
