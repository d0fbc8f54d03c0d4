//! Who says "I": the writer of a letter, the speaker of a transcript.

use super::{Naming, People};
use crate::compile::page::{Page, Sentence};

/// The writer of a letter or telegram: "Mr. Foote to Mr. Frelinghuysen", "The Ambassador in Korea
/// (Muccio) to the Secretary of State"; or who signs at its end.
pub(super) fn author(page: &Page<'_>, full: &[Naming], people: &People) -> Option<usize> {
    let text = page.text();
    let begin = page.sentences.iter().take(6).find_map(|sentence| {
        let words = sentence.span.of(text);
        let (first, _) = words.split_once(" to ")?;
        let naming = full.iter().find(|n| sentence.span.covers(n.span))?;
        let short = sentence.tokens.len() <= 24;
        let before = naming.span.start as usize <= sentence.span.start as usize + first.len();
        let verb = [
            " will ", " met ", " said ", " has ", " is ", " was ", " spoke ",
        ];
        let plain = !verb.iter().any(|verb| words.contains(verb));
        (short && before && plain).then(|| naming.entities.first().copied())?
    });
    begin.or_else(|| {
        let last = page.sentences.last()?;
        if last.tokens.len() > 6 {
            return None;
        }
        let signed = full.iter().find(|n| last.span.covers(n.span));
        signed
            .and_then(|naming| naming.entities.first().copied())
            .or_else(|| {
                let word = last
                    .span
                    .of(text)
                    .trim_matches(|c: char| !c.is_alphanumeric());
                let key = crate::text::fold(word.rsplit(' ').next()?);
                people.entities.iter().position(|e| e.short.contains(&key))
            })
    })
}

/// Whose voice a sentence is in: "SECRETARY BLINKEN: …" changes it, "QUESTION: …" takes it away.
pub(super) fn next(
    page: &Page<'_>,
    sentence: &Sentence,
    within: &[Naming],
    voice: Option<usize>,
    author: Option<usize>,
) -> Option<usize> {
    let text = page.text();
    let words = sentence.span.of(text);
    if let Some(first) = within
        .first()
        .filter(|n| n.span.start == sentence.span.start)
    {
        let after = text.get(first.span.end as usize..).unwrap_or_default();
        if after.starts_with(':') {
            return first.entities.first().copied();
        }
    }
    if words.starts_with("QUESTION:")
        || words.starts_with("Q ")
        || words.starts_with("Q:")
        || words.starts_with("MODERATOR:")
    {
        return author;
    }
    voice
}
