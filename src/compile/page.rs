//! A document taken apart: its sentences, names and time expressions.

use super::dateline;
use super::lexicon::{Lexicon, WordId};
use crate::document::{BlockKind, Document};
use crate::gazetteer::Mention;
use crate::record::{CountryRow, PlaceRow};
use crate::text::{Language, Span, Token, language, paragraphs, sentences_of, tokens, within};
use crate::timex::Timex3;

/// A document with what the annotators found in it.
pub(super) struct Page<'a> {
    pub(super) document: &'a Document,
    pub(super) sentences: Vec<Sentence>,
    /// Lines about the text that name people: "attributable to Spokesperson A B".
    pub(super) asides: Vec<Sentence>,
    pub(super) mentions: Vec<Mention<'a>>,
    pub(super) timexes: Vec<Timex3>,
    /// Where it was written, if a dateline tells.
    pub(super) dateline: Option<PlaceRow>,
    /// The state that "Korea" alone means.
    pub(super) korea: Option<CountryRow>,
    /// The state that "North" means in "North and South Korea".
    pub(super) north: Option<CountryRow>,
}

/// A sentence that may tell something.
pub(super) struct Sentence {
    pub(super) span: Span,
    pub(super) tokens: Vec<Token>,
    /// The tokens in lower case.
    pub(super) words: Words,
    /// The number of its paragraph.
    pub(super) paragraph: usize,
    /// A heading or the words below a picture, if it is not prose.
    pub(super) block: Option<BlockKind>,
}

/// The tokens of a sentence in lower case, with every apostrophe straight, and the number that the
/// lexicon has for each.
pub(super) struct Words {
    /// The sentence in lower case, and behind it the tokens that have other letters than ASCII's.
    text: String,
    tokens: Vec<Word>,
}

/// One token of a sentence.
struct Word {
    /// Where it stands in the text of [`Words`].
    span: Span,
    id: WordId,
    /// Whether it begins with a capital.
    capital: bool,
    /// Whether a name, a title or a word for people may begin with it: nothing else is asked of others.
    calls: bool,
}

impl Words {
    fn new(text: &str, span: Span, tokens: &[Token], lexicon: &Lexicon) -> Self {
        let mut lower = String::with_capacity(span.len() + 16);
        lower.push_str(span.of(text));
        lower.make_ascii_lowercase();
        let plain = lower.is_ascii();
        let mut found = Vec::with_capacity(tokens.len());
        for token in tokens {
            let (mut start, mut end) = (
                (token.span.start - span.start) as usize,
                (token.span.end - span.start) as usize,
            );
            let wide = if plain { "" } else { token.span.of(text) };
            let capital = if wide.is_ascii() {
                let first = text.as_bytes().get(token.span.start as usize);
                first.is_some_and(u8::is_ascii_uppercase)
            } else {
                start = lower.len();
                let straight = wide.chars().map(|c| if c == '’' { '\'' } else { c });
                lower.extend(straight.flat_map(char::to_lowercase));
                end = lower.len();
                is_capital(wide)
            };
            let word = lower.get(start..end).unwrap_or_default();
            let id = lexicon.id(word);
            found.push(Word {
                span: Span::new(start, end),
                id,
                capital,
                calls: capital || lexicon.calls(id) || word.starts_with("al-"),
            });
        }
        Self {
            text: lower,
            tokens: found,
        }
    }

    /// The number of a token in the lexicon, by its number in the sentence.
    #[inline]
    pub(super) fn id(&self, at: usize) -> WordId {
        self.tokens.get(at).map_or(WordId::NONE, |word| word.id)
    }

    /// Whether a token begins with a capital.
    #[inline]
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|word| word.capital)
    }

    /// Whether a name, a title or a word for people may begin with a token.
    #[inline]
    pub(super) fn calls(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|word| word.calls)
    }

    /// A token by number; empty beyond the last.
    #[inline]
    pub(super) fn get(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |word| word.span.of(&self.text))
    }
}

/// Whether a word begins with a capital.
#[inline]
pub(super) fn is_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.starts_with(char::is_uppercase),
    }
}

/// A sentence longer than this tells nothing that can be read.
const MAX_SENTENCE: usize = 4_000;

impl<'a> Page<'a> {
    /// Takes a document apart; boilerplate, bylines, captions and stamps are left out.
    pub(super) fn new(
        document: &'a Document,
        mentions: Vec<Mention<'a>>,
        timexes: Vec<Timex3>,
        lexicon: &Lexicon,
    ) -> Self {
        let text = &document.text;
        let bounds = paragraphs(text);
        let mut paragraph = 0;
        let mut kept = Vec::new();
        let mut asides = Vec::new();
        let mut foreign = Foreign::default();
        for span in sentences_of(text, &bounds) {
            while bounds.get(paragraph).is_some_and(|p| p.end < span.end) {
                paragraph += 1;
            }
            if foreign.is(text, &bounds, paragraph) {
                continue;
            }
            let middle = span.start + (span.end - span.start) / 2;
            let block = document.block_at(middle);
            let silent = matches!(
                block,
                Some(
                    BlockKind::Boilerplate
                        | BlockKind::Byline
                        | BlockKind::Caption
                        | BlockKind::Stamp
                )
            );
            if silent && span.len() < 300 && span.of(text).contains("attributable to") {
                let tokens = tokens(text, span);
                asides.push(Sentence {
                    span,
                    words: Words::new(text, span, &tokens, lexicon),
                    tokens,
                    paragraph,
                    block,
                });
            }
            if silent || span.len() > MAX_SENTENCE {
                continue;
            }
            let Some(span) = outside_blocks(document, span) else {
                continue;
            };
            let tokens = tokens(text, span);
            if looks_like_prose(text, &tokens) {
                kept.push(Sentence {
                    span,
                    words: Words::new(text, span, &tokens, lexicon),
                    tokens,
                    paragraph,
                    block,
                });
            }
        }
        // "Park Jin-ho" is not Park Jin.
        let whole = |mention: &Mention<'_>| {
            let mut after = text
                .get(mention.span.end as usize..)
                .unwrap_or_default()
                .chars();
            let goes_on =
                after.next() == Some('-') && after.next().is_some_and(char::is_alphabetic);
            mention.meaning.officials.is_empty() || !goes_on
        };
        let mut mentions = mentions;
        mentions.retain(whole);
        Self {
            document,
            sentences: kept,
            asides,
            dateline: dateline::place(text, &mentions, &timexes),
            mentions,
            timexes,
            korea: None,
            north: None,
        }
    }

    /// The text.
    pub(super) fn text(&self) -> &'a str {
        &self.document.text
    }

    /// The sentence that a span lies in.
    pub(super) fn sentence_around(&self, span: Span) -> Option<&Sentence> {
        let sentences = &self.sentences;
        let after = sentences.partition_point(|sentence| sentence.span.start <= span.start);
        let last = sentences.get(after.checked_sub(1)?)?;
        last.span.covers(span).then_some(last)
    }

    /// The names within a span.
    pub(super) fn mentions_in(&self, span: Span) -> &[Mention<'a>] {
        within(&self.mentions, span, |mention| mention.span)
    }

    /// The time expression that a span covers.
    pub(super) fn timex(&self, span: Span) -> Option<&Timex3> {
        let (_, found) = self.timexes_in(span);
        found.iter().find(|timex| timex.span == span)
    }

    /// The time expressions within a span, with the number of the first.
    pub(super) fn timexes_in(&self, span: Span) -> (usize, &[Timex3]) {
        let first = self
            .timexes
            .partition_point(|timex| timex.span.start < span.start);
        (first, within(&self.timexes, span, |timex| timex.span))
    }
}

/// Whether the paragraph at hand is in another language; asked once for each.
#[derive(Default)]
struct Foreign {
    paragraph: Option<usize>,
    found: bool,
}

impl Foreign {
    fn is(&mut self, text: &str, bounds: &[Span], paragraph: usize) -> bool {
        if self.paragraph != Some(paragraph) {
            self.paragraph = Some(paragraph);
            let words = bounds.get(paragraph).map_or("", |span| span.of(text));
            self.found = matches!(language(words), Language::Other(_));
        }
        self.found
    }
}

/// A sentence without the stamp or byline that it runs on from; `None` if it is nothing else.
fn outside_blocks(document: &Document, span: Span) -> Option<Span> {
    let mut rest = span;
    let first = document
        .blocks
        .partition_point(|block| block.span.end <= span.start);
    let touching = document.blocks.iter().skip(first);
    for block in touching.take_while(|block| block.span.start < span.end) {
        let quiet = matches!(
            block.kind,
            BlockKind::Boilerplate | BlockKind::Byline | BlockKind::Stamp
        );
        if quiet && block.span.overlaps(rest) && block.span.start <= rest.start {
            rest = Span::new(block.span.end.min(rest.end) as usize, rest.end as usize);
        }
    }
    let skipped = rest.of(&document.text);
    let lead = skipped.len() - skipped.trim_start().len();
    let rest = Span::new(rest.start as usize + lead, rest.end as usize);
    (!rest.is_empty()).then_some(rest)
}

/// Whether tokens read like a sentence: mostly words of letters, not a table, code or base64.
fn looks_like_prose(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.word).count();
    if words < 2 {
        return false;
    }
    let marks = tokens.len() - words;
    let of_code = |mark: &str| matches!(mark, "{" | "}" | "=" | "<" | ">" | "|" | "\\" | "_" | ";");
    let is_odd = |token: &&Token| {
        let len = token.span.len();
        len > 40 || len == 1 && of_code(token.span.of(text))
    };
    let odd = tokens.iter().filter(is_odd).count();
    marks <= words && odd * 6 <= tokens.len()
}
