//! Known names in a text, in one pass.

mod build;

use std::ops::Range;

use smallvec::SmallVec;

use super::Gazetteer;
use super::mention::{CountryForm, Meaning, Mention};
use super::normal::{Normal, initial};
use crate::text::{Span, WordMap};

/// Finds officials, places and countries by every spelling that the gazetteer knows.
///
/// Case and accents do not count, but a Latin name begins with a capital and a short name in
/// capitals ("US") must stand in capitals. Names stand at word boundaries; of overlapping names the
/// leftmost wins, then the longest. Names are found by their first word, or by their first
/// character where no spaces divide words. Made once; costs a few milliseconds.
#[derive(Debug)]
pub struct Matcher {
    gazetteer: Gazetteer,
    names: Vec<Name>,
    /// Names by their first word.
    by_word: WordMap<Box<str>, Group>,
    /// Names of scripts without spaces, by their first character.
    by_char: WordMap<char, Group>,
    /// Bytes of the longest name.
    widest: usize,
}

/// Names with the same beginning, the longest first.
type Group = SmallVec<[Member; 4]>;

/// A name in its group.
#[derive(Debug, Clone, Copy)]
struct Member {
    /// Its number.
    name: u32,
    /// Its byte behind the beginning and what follows that, which tells most names of a group apart
    /// without a look at them; `None` if it is not so long.
    next: Option<u8>,
}

/// One spelling, in its normal form.
#[derive(Debug)]
struct Name {
    text: Box<str>,
    meaning: Meaning,
    shape: Shape,
}

/// What a spelling demands of the text beyond its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A capital first.
    Capital,
    /// Capitals throughout.
    Capitals,
    /// A script without capitals and without spaces between words.
    Unspaced,
}

impl Matcher {
    /// The gazetteer whose names these are.
    pub fn gazetteer(&self) -> Gazetteer {
        self.gazetteer
    }

    /// The names in a text: disjoint, in order. Linear in the text.
    pub fn mentions(&self, text: &str) -> Vec<Mention<'_>> {
        let mut found = Vec::with_capacity(text.len() / 64);
        let mut normal = Normal::roomy();
        let mut at = 0;
        while let Some(run) = next_run(text, at) {
            at = run.end;
            let Some(beyond) = self.beyond(text, &run, &mut normal) else {
                continue;
            };
            let end = normal.read(text, run, beyond);
            at = self.names_in(text, &normal, end, &mut found);
        }
        found
    }

    /// How far beyond a run of letters one must read to tell a name that begins in it; `None` if none
    /// does. One without a capital in the text begins none, unless its script has no capitals.
    fn beyond(&self, text: &str, run: &Range<usize>, room: &mut Normal) -> Option<usize> {
        let own = text.get(run.clone())?;
        if !own.is_ascii() {
            return Some(self.widest);
        }
        let capital = own.starts_with(|first: char| first.is_ascii_uppercase());
        if !capital || own.len() == 1 && initial(text, run.start).is_some() {
            return None;
        }
        let word = room.lower(own);
        let group = |word: &str| self.by_word.get(word)?.first();
        let length = |member: &Member| self.names[member.name as usize].text.len();
        let bare = word.strip_suffix('s').and_then(group);
        let longest = group(word).into_iter().chain(bare).map(length).max()?;
        // An "s" may follow, and it counts what stands behind it.
        Some(longest.saturating_sub(own.len()) + 2)
    }

    /// Adds the names that begin before a byte of a normal form; gives the byte of the text behind
    /// them.
    fn names_in<'m>(
        &'m self,
        text: &str,
        normal: &Normal,
        limit: usize,
        found: &mut Vec<Mention<'m>>,
    ) -> usize {
        let mut at = 0;
        while let Some(&byte) = normal.text.as_bytes().get(at).filter(|_| at < limit) {
            if byte.is_ascii() && !byte.is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            let end = word_end(&normal.text, at).max(next_char(&normal.text, at));
            let word = at..end;
            at = end;
            if !may_begin(text, normal, &word) {
                continue;
            }
            for start in self.beginnings(&normal.text, word.clone()) {
                let Some(name) = self.longest(&normal.text, start, &word) else {
                    continue;
                };
                let hit = start..start + name.text.len();
                let meaning = &name.meaning;
                if let Some(span) = place_in(text, normal, hit.clone(), name.shape, meaning) {
                    found.push(Mention { span, meaning });
                    at = hit.end;
                }
                break;
            }
        }
        normal.origin.get(at).map_or(text.len(), |at| *at as usize)
    }

    /// Where in a word a name can begin: at its beginning; where no spaces divide words, anywhere.
    /// What goes on a name that was found is looked at as a word, but no spaced name begins in it.
    fn beginnings<'t>(
        &self,
        text: &'t str,
        word: Range<usize>,
    ) -> impl Iterator<Item = usize> + use<'t, '_> {
        let before = text
            .get(..word.start)
            .and_then(|text| text.chars().next_back());
        let whole = !before.is_some_and(char::is_alphanumeric);
        let all = text.get(word.clone()).unwrap_or_default();
        let chars = (!all.is_ascii()).then(|| all.char_indices());
        let wide = chars
            .into_iter()
            .flatten()
            .filter(move |(step, c)| (*step > 0 || !whole) && self.by_char.contains_key(c));
        whole
            .then_some(word.start)
            .into_iter()
            .chain(wide.map(move |(step, _)| word.start + step))
    }

    /// The longest name that begins at a byte of a word.
    fn longest(&self, text: &str, start: usize, word: &Range<usize>) -> Option<&Name> {
        let rest = text.get(start..)?;
        let first = |group: Option<&Group>, beginning: &str| {
            let next = rest.as_bytes().get(beginning.len() + 1).copied();
            let members = group.into_iter().flatten();
            let alike = members.filter(|member| member.next.is_none() || member.next == next);
            let mut names = alike.map(|member| &self.names[member.name as usize]);
            names.find(|name| rest.starts_with(&*name.text))
        };
        let own = text.get(start..word.end)?;
        let spaced = if start == word.start {
            first(self.by_word.get(own), own).or_else(|| {
                // "Koreans" is a form of "Korean".
                let bare = own.strip_suffix('s')?;
                first(self.by_word.get(bare), bare)
            })
        } else {
            None
        };
        let unspaced = || {
            let begin = own.chars().next()?;
            first(self.by_char.get(&begin), own.get(..begin.len_utf8())?)
        };
        let wide = if own.is_ascii() { None } else { unspaced() };
        match (spaced, wide) {
            (Some(a), Some(b)) if b.text.len() > a.text.len() => Some(b),
            (a, b) => a.or(b),
        }
    }
}

/// Where a hit stands in the text, if its surroundings and its case allow it.
fn place_in(
    text: &str,
    normal: &Normal,
    hit: Range<usize>,
    shape: Shape,
    meaning: &Meaning,
) -> Option<Span> {
    let before = normal.text.get(..hit.start)?.chars().next_back();
    let mut after = normal.text.get(hit.end..)?.chars();
    let mut next = after.next();
    let mut end = hit.end;
    let adjective = matches!(meaning.country, Some((_, CountryForm::Adjective)));
    if adjective && next == Some('s') {
        next = after.next();
        end += 1;
    }
    let start = *normal.origin.get(hit.start)? as usize;
    let last = *normal.origin.get(end.checked_sub(1)?)? as usize;
    let tail = text.get(last..)?.chars().next()?.len_utf8();
    let span = Span::new(start, last + tail);
    if shape == Shape::Unspaced {
        return Some(span);
    }
    let bounded = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let surface = span.of(text);
    let cased = match shape {
        Shape::Capitals => !surface.chars().any(char::is_lowercase),
        Shape::Capital | Shape::Unspaced => surface.chars().next().is_some_and(char::is_uppercase),
    };
    (bounded(before) && bounded(next) && cased).then_some(span)
}

/// Whether a name may begin in a word: one without a capital in the text holds none, unless its
/// script has no capitals.
fn may_begin(text: &str, normal: &Normal, word: &Range<usize>) -> bool {
    let origin = normal.origin.get(word.start).map(|at| *at as usize);
    let first = origin.and_then(|at| text.as_bytes().get(at));
    let small = first.is_some_and(|first| first.is_ascii() && !first.is_ascii_uppercase());
    let plain = || normal.text.get(word.clone()).is_some_and(str::is_ascii);
    !(small && plain())
}

/// The next run of letters and digits, and whatever else is outside ASCII but for punctuation, that has
/// a capital or anything outside ASCII.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_inner = |byte: &u8| byte.is_ascii_alphanumeric();
    let mut from = from;
    let marked = loop {
        let mut rest = bytes.get(from..)?.iter();
        let at = from + rest.position(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())?;
        if !is_punctuation(bytes, at) {
            break at;
        }
        from = at + 3;
    };
    let before = bytes.get(from..marked)?.iter().rev();
    let start = marked - before.take_while(|byte| is_inner(byte)).count();
    let mut end = marked + 1;
    while let Some(byte) = bytes.get(end)
        && (is_inner(byte) || !byte.is_ascii() && !is_punctuation(bytes, end))
    {
        end += 1;
    }
    Some(start..end)
}

/// Whether a character of U+2000 to U+203F begins at a byte: blanks, dashes, quotation marks.
fn is_punctuation(bytes: &[u8], at: usize) -> bool {
    bytes.get(at..at + 2) == Some(&[0xE2, 0x80])
}

/// The end of the letters and digits that stand at a byte.
fn word_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let plain = rest.bytes().position(|byte| !byte.is_ascii_alphanumeric());
    match plain.and_then(|plain| Some((plain, rest.get(plain..)?))) {
        Some((plain, tail)) if !tail.starts_with(|c: char| c.is_ascii()) => {
            let other = tail.find(|c: char| !c.is_alphanumeric());
            at + plain + other.unwrap_or(tail.len())
        }
        Some((plain, _)) => at + plain,
        None => text.len(),
    }
}

/// The byte after the character at `at`.
fn next_char(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests;
