//! A sentence as a row of items: words, marks, people, places, countries, days.

use super::lexicon::{Lexicon, Mark, Sense, WordId};
use super::page::{Page, Sentence, is_capital};
use super::people::{People, Whom};
use crate::gazetteer::CountryForm;
use crate::record::{CountryRow, PlaceRow};
use crate::text::{Span, Token};
use crate::timex::Timex3;

/// One item of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    pub(super) span: Span,
    /// The word in lower case; empty for what is no word or mark.
    pub(super) lower: &'a str,
    /// The number of the word or mark in the lexicon.
    pub(super) id: WordId,
    pub(super) what: What,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// A word without a meaning of its own here.
    Word,
    /// A mark.
    Mark,
    /// One or more people of the document.
    People(Whom),
    /// A place, and the country whose government it may stand for.
    Place(PlaceRow, Option<CountryRow>),
    /// A country.
    Country(CountryRow, CountryForm),
    /// A time expression, by number.
    Time(usize),
}

impl<'a> Item<'a> {
    /// A word or mark without a meaning of its own.
    fn plain(sentence: &'a Sentence, number: usize) -> Self {
        let (token, words) = (&sentence.tokens[number], &sentence.words);
        Self {
            span: token.span,
            lower: words.get(number),
            id: words.id(number),
            what: What::of(token),
            capital: words.is_capital(number),
        }
    }
}

impl What {
    /// What a token is where nothing is known of it.
    const fn of(token: &Token) -> Self {
        if token.word { Self::Word } else { Self::Mark }
    }
}

/// A sentence ready to be read.
pub(super) struct Row<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) items: Vec<Item<'a>>,
}

/// The words of a time expression, without the "after" of "one day after", which opens a clause.
fn until_preposition(timex: &Timex3, text: &str) -> Span {
    let (span, words) = (timex.span, timex.span.of(text));
    let bare = words
        .strip_suffix("after")
        .or_else(|| words.strip_suffix("before"));
    let bare = bare.map(str::trim_end).filter(|bare| !bare.is_empty());
    bare.map_or(span, |bare| {
        Span::new(span.start as usize, span.start as usize + bare.len())
    })
}

const KOREA: &str = "korea";

/// So many words behind a dash the brackets of a dateline may still be open.
const BRACKETS: usize = 8;

/// Whether a token is "Korea" alone, or before a hyphen: since 1948 the South for those who call it so.
/// "Bank of Korea" and "Korea Herald" are names of their own.
fn is_korea(sentence: &Sentence, at: usize) -> bool {
    let words = &sentence.words;
    if !words.is_capital(at) {
        return false;
    }
    let rest = words.get(at).strip_prefix(KOREA);
    let before = at.checked_sub(1).map_or("", |at| words.get(at));
    let alone = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let longer = words.is_capital(at + 1) && rest == Some("");
    alone && !longer && !matches!(before, "of" | "north" | "south" | "the")
}

/// Whether a token is the first of "North and South Korea".
fn is_other_korea(sentence: &Sentence, at: usize) -> bool {
    let words = &sentence.words;
    words.is_capital(at)
        && words.get(at) == "north"
        && words.get(at + 1) == "and"
        && words.get(at + 2) == "south"
        && words.get(at + 3).starts_with(KOREA)
}

/// The first of a list in order that a byte lies in. `next` is the first that had not ended before
/// the bytes that were asked for so far.
fn around<'l, T>(
    list: &'l [T],
    next: &mut usize,
    byte: u32,
    span: impl Fn(&T) -> Span,
) -> Option<&'l T> {
    while list.get(*next).is_some_and(|item| span(item).end <= byte) {
        *next += 1;
    }
    list.get(*next).filter(|item| span(item).start <= byte)
}

impl<'a> Row<'a> {
    /// The items of a sentence.
    pub(super) fn new(page: &'a Page<'_>, people: &People, sentence: &'a Sentence) -> Self {
        let text = page.text();
        let span = sentence.span;
        let (first_timex, timexes) = page.timexes_in(span);
        let namings = people.namings_in(span);
        let mentions = page.mentions_in(span);
        let mut items: Vec<Item<'a>> = Vec::with_capacity(sentence.tokens.len());
        let (mut named, mut timed, mut mentioned) = (0, 0, 0);
        // Up to `clear` nothing is found.
        let (mut skip_to, mut clear) = (0, 0);
        for (number, token) in sentence.tokens.iter().enumerate() {
            let at = token.span.start;
            if at < skip_to {
                continue;
            }
            let korea = page.korea.filter(|_| is_korea(sentence, number));
            let north = page.north.filter(|_| is_other_korea(sentence, number));
            if token.span.end <= clear && korea.is_none() && north.is_none() {
                items.push(Item::plain(sentence, number));
                continue;
            }
            let naming = around(namings, &mut named, at, |n| n.span);
            let timex = around(timexes, &mut timed, at, |t| t.span)
                .filter(|t| naming.is_none() && at < until_preposition(t, text).end);
            let mention = around(mentions, &mut mentioned, at, |m| m.span)
                .filter(|_| naming.is_none() && timex.is_none());
            let (span, what) = if let Some(naming) = naming {
                (naming.span, What::People(naming.entities.clone()))
            } else if let Some(timex) = timex {
                let number = first_timex + timed;
                (until_preposition(timex, text), What::Time(number))
            } else if let Some(mention) = mention {
                let meaning = mention.meaning;
                let government = meaning.country.map(|(row, _)| row);
                match (meaning.place, meaning.country) {
                    (Some(place), country)
                        if country.is_none_or(|(_, f)| f == CountryForm::Metonym) =>
                    {
                        (mention.span, What::Place(place, government))
                    }
                    (_, Some((row, form))) => (mention.span, What::Country(row, form)),
                    _ => (token.span, What::Word),
                }
            } else if let Some(row) = korea {
                let start = token.span.start as usize;
                let span = Span::new(start, start + KOREA.len());
                (span, What::Country(row, CountryForm::Name))
            } else if let Some(row) = north {
                (token.span, What::Country(row, CountryForm::Name))
            } else {
                (token.span, What::of(token))
            };
            skip_to = span.end.max(token.span.end);
            let (lower, id) = match what {
                What::Word | What::Mark => (sentence.words.get(number), sentence.words.id(number)),
                _ => ("", WordId::NONE),
            };
            let capital = if span.start == token.span.start {
                sentence.words.is_capital(number)
            } else {
                is_capital(span.of(text))
            };
            items.push(Item {
                span,
                lower,
                id,
                what,
                capital,
            });
            // "US-Japan": the second name within one word.
            if naming.is_none() && timex.is_none() {
                let begun = mentions.iter().skip(mentioned);
                let inner = begun
                    .take_while(|m| m.span.start < token.span.end)
                    .filter(|m| m.span.start > at && m.span.start >= span.end);
                for mention in inner {
                    if let Some((row, form)) = mention.meaning.country {
                        skip_to = skip_to.max(mention.span.end);
                        items.push(Item {
                            span: mention.span,
                            lower: "",
                            id: WordId::NONE,
                            what: What::Country(row, form),
                            capital: true,
                        });
                    }
                }
            }
            let begins = [
                namings.get(named).map(|naming| naming.span),
                timexes.get(timed).map(|timex| timex.span),
                mentions.get(mentioned).map(|mention| mention.span),
            ];
            let begins = begins.into_iter().flatten().map(|span| span.start);
            clear = begins.min().unwrap_or(u32::MAX);
        }
        let mut row = Self { sentence, items };
        row.drop_dateline();
        row
    }

    /// Leaves out "SEOUL, March 24 (Wire) —" before the first sentence.
    fn drop_dateline(&mut self) {
        // "Seoul, July 28 The minister …".
        if matches!(self.what(0), Some(What::Place(..)))
            && self.lower(1) == ","
            && matches!(self.what(2), Some(What::Time(_)))
            && self.items.get(3).is_some_and(|item| item.capital)
        {
            self.items.drain(..3);
            return;
        }
        let limit = self.items.len().min(14);
        let begins = self.items.first().is_some_and(|item| {
            matches!(item.what, What::Place(..))
                || item.capital && matches!(item.what, What::Word | What::Country(..))
        });
        let Some(mark) =
            (1..limit).find(|&at| matches!(self.lower(at), "—" | "–" | "-" | "--" | ":"))
        else {
            return;
        };
        // "MOSCOW (Wire / Agency - 28th July, 2023) The …": to the end of the brackets.
        let open = (1..mark).any(|at| self.lower(at) == "(");
        let close = (mark..limit.max(mark + BRACKETS)).find(|&at| self.lower(at) == ")");
        let mark = close.filter(|_| open).unwrap_or(mark);
        let place = self.items[..mark]
            .iter()
            .any(|item| matches!(item.what, What::Place(..)));
        let plain = (0..mark).all(|at| {
            !self.is_word(at)
                || self.items[at].capital
                || self.lower(at).chars().all(char::is_numeric)
        });
        let person = self.items[..mark]
            .iter()
            .any(|item| matches!(item.what, What::People(_)));
        let dashed = self.lower(mark) != ":"
            || self.items[..mark]
                .iter()
                .any(|item| matches!(item.what, What::Time(_)));
        if begins && place && plain && !person && dashed {
            self.items.drain(..=mark);
        }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// The word or mark at an index in lower case; empty for other items and beyond the ends.
    #[inline]
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| item.lower)
    }

    /// The number of that word or mark in the lexicon.
    #[inline]
    pub(super) fn id(&self, at: usize) -> WordId {
        self.items.get(at).map_or(WordId::NONE, |item| item.id)
    }

    /// The word before an index.
    #[inline]
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.lower(at))
    }

    #[inline]
    pub(super) fn what(&self, at: usize) -> Option<&What> {
        self.items.get(at).map(|item| &item.what)
    }

    /// What is before an index.
    pub(super) fn what_before(&self, at: usize) -> Option<&What> {
        self.what(at.checked_sub(1)?)
    }

    /// A capitalised word that is not the first of the sentence and means nothing that is known.
    pub(super) fn is_strange(&self, at: usize) -> bool {
        at > 0 && self.is_word(at) && self.items[at].capital
    }

    #[inline]
    pub(super) fn is_word(&self, at: usize) -> bool {
        matches!(self.what(at), Some(What::Word))
    }

    /// The phrases of the lexicon that begin at an index, the longest first.
    pub(super) fn phrases<'l>(
        &self,
        lexicon: &'l Lexicon,
        at: usize,
    ) -> impl Iterator<Item = (usize, &'l [Sense])> {
        let word = |at: usize| {
            if self.is_word(at) {
                self.id(at)
            } else {
                WordId::NONE
            }
        };
        lexicon.phrases(word(at), move |step| word(at + step))
    }

    /// Where marks of the lexicon stand from one index to before another: from, to, which.
    pub(super) fn marks(
        &self,
        lexicon: &Lexicon,
        from: usize,
        to: usize,
    ) -> impl Iterator<Item = (usize, usize, Mark)> {
        (from..to).flat_map(move |at| {
            lexicon
                .marks(self.id(at), move |step| self.id(at + step))
                .map(move |(len, mark)| (at, at + len, mark))
                .filter(move |&(_, end, _)| end <= to)
        })
    }

    /// Whether these words stand together from one index to before another.
    pub(super) fn has(&self, from: usize, to: usize, words: &[&str]) -> bool {
        let here = |at: usize| {
            let mut words = words.iter().enumerate();
            words.all(|(step, word)| self.lower(at + step) == *word)
        };
        (from..(to + 1).saturating_sub(words.len())).any(here)
    }

    /// The span from one index to before another.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self
            .items
            .get(from)
            .map_or_else(Span::default, |item| item.span);
        let end = self
            .items
            .get(to.saturating_sub(1))
            .map_or(start, |item| item.span);
        start.union(end)
    }
}
