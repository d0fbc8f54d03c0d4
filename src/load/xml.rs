//! Well-formed XML, as events.
//!
//! On top of the tokens: end tags match, everything that was opened is closed, no attribute is given
//! twice, attributes have a limit. A breach of these ends the file, with its line. A reference that
//! nobody defined, or text after the root, is a warning. So is nesting below its limit: what is deeper
//! is read flat, as text of the deepest element that counts. Declarations of types are passed over, so
//! no entity is ever expanded and nothing outside the file is ever asked for.

use std::borrow::Cow;

use super::entities;
use super::lines::Lines;
use super::markup::{Dialect, Token, Tokenizer};
use super::options::Limits;
use super::report::{Notice, Warnings};
use super::tag::Tag;

/// What happens next in a well-formed text. An empty element has a start and an end.
#[derive(Debug)]
pub(super) enum Event<'t> {
    /// An element begins.
    Start(Tag<'t>),
    /// The innermost element ends.
    End(&'t str),
    /// Text, with its references replaced.
    Text(Cow<'t, str>),
}

/// Reads events from a text.
pub(super) struct Xml<'t, 'w> {
    tokens: Tokenizer<'t>,
    text: &'t str,
    lines: Lines<'t>,
    limits: &'w Limits,
    warnings: &'w mut Warnings,
    /// Open elements with the byte where each begins.
    open: Vec<(&'t str, usize)>,
    /// How many elements are open below the limit of nesting; of these nothing else is kept.
    deeper: usize,
    flattened: bool,
    /// The empty element that must end next.
    ending: Option<&'t str>,
    roots: u32,
    /// Where the content of the last started element begins, and where the last ended one's ends.
    inner: usize,
    outer: usize,
}

impl<'t, 'w> Xml<'t, 'w> {
    pub(super) fn new(text: &'t str, limits: &'w Limits, warnings: &'w mut Warnings) -> Self {
        Self {
            tokens: Tokenizer::new(text, Dialect::Xml),
            text,
            lines: Lines::new(text),
            limits,
            warnings,
            open: Vec::new(),
            deeper: 0,
            flattened: false,
            ending: None,
            roots: 0,
            inner: 0,
            outer: 0,
        }
    }

    /// How many elements are open, up to the limit of nesting.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// The byte after the start tag that was read last.
    pub(super) fn inner(&self) -> usize {
        self.inner
    }

    /// The byte before the end tag that was read last.
    pub(super) fn outer(&self) -> usize {
        self.outer
    }

    /// The line that is being read, from 1.
    pub(super) fn line(&mut self) -> usize {
        let at = self.tokens.began();
        self.lines.line(at)
    }

    /// Adds a warning at the line that is being read.
    pub(super) fn warn(&mut self, why: impl AsRef<str>) {
        let line = self.line();
        self.warnings.push(Notice::at_line(why, line));
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'t>>, Notice> {
        if let Some(name) = self.ending.take() {
            self.open.pop();
            self.outer = self.inner;
            return Ok(Some(Event::End(name)));
        }
        loop {
            let Some(token) = self.tokens.next() else {
                return self.finish();
            };
            match token {
                Token::Start(tag) if self.open.len() >= self.limits.depth => self.flatten(&tag),
                Token::End(_) if self.deeper > 0 => self.deeper -= 1,
                Token::Start(tag) => return self.start(tag).map(Some),
                Token::End(name) => {
                    self.outer = self.tokens.began();
                    return self.end(name).map(Some);
                }
                Token::Text(text) if self.open.is_empty() => {
                    if !text.trim_start_matches('\u{FEFF}').trim().is_empty() {
                        let place = if self.roots == 0 {
                            "before the first"
                        } else {
                            "after the last"
                        };
                        let skipped = text.len() - text.trim_start().len();
                        let line = self.lines.line(self.tokens.began() + skipped);
                        self.warnings.push(Notice::at_line(
                            format!("there is text {place} element"),
                            line,
                        ));
                    }
                }
                Token::Text(text) => {
                    self.check_references(text);
                    return Ok(Some(Event::Text(entities::unescape(text))));
                }
                Token::Raw(text) if !self.open.is_empty() => {
                    return Ok(Some(Event::Text(text.into())));
                }
                Token::Raw(_) | Token::Comment(_) | Token::Declaration(_) => {}
            }
        }
    }

    fn at_line(&mut self, why: impl AsRef<str>) -> Notice {
        let line = self.line();
        Notice::at_line(why, line)
    }

    fn start(&mut self, tag: Tag<'t>) -> Result<Event<'t>, Notice> {
        if self.open.is_empty() {
            self.roots += 1;
            if self.roots == 2 {
                self.warn("a second outermost element begins here; XML has one");
            }
        }
        self.check_attributes(&tag)?;
        self.open.push((tag.name, self.tokens.began()));
        self.inner = self.tokens.position();
        if tag.closed {
            self.ending = Some(tag.name);
        }
        Ok(Event::Start(tag))
    }

    /// Passes over the start of an element that is too deep; its text stays.
    fn flatten(&mut self, tag: &Tag<'t>) {
        if !std::mem::replace(&mut self.flattened, true) {
            let most = self.limits.depth;
            self.warn(format!(
                "elements are nested more than {most} deep; those below are read as their text"
            ));
        }
        self.deeper += usize::from(!tag.closed);
    }

    fn end(&mut self, name: &'t str) -> Result<Event<'t>, Notice> {
        match self.open.pop() {
            Some((open, _)) if open == name => Ok(Event::End(name)),
            Some((open, began)) => {
                let line = Lines::new(self.text).line(began);
                Err(self.at_line(format!(
                    "</{name}> stands where <{open}> of line {line} should end"
                )))
            }
            None => Err(self.at_line(format!("</{name}> ends what never began"))),
        }
    }

    fn finish(&mut self) -> Result<Option<Event<'t>>, Notice> {
        if let Some(fault) = self.tokens.fault() {
            let line = Lines::new(self.text).line(fault.at);
            return Err(Notice::at_line(fault.why, line));
        }
        if let Some((open, began)) = self.open.last() {
            let line = Lines::new(self.text).line(*began);
            let last = Lines::new(self.text).line(self.text.trim_end().len());
            return Err(Notice::at_line(
                format!("the file ends before <{open}> of line {line} does"),
                last,
            ));
        }
        if self.roots == 0 {
            return Err(Notice::new("there is no element in it"));
        }
        Ok(None)
    }

    fn check_attributes(&mut self, tag: &Tag<'t>) -> Result<(), Notice> {
        if tag.body.trim().is_empty() {
            return Ok(());
        }
        let most = self.limits.attributes;
        let mut names: Vec<&str> = tag
            .attributes()
            .map(|(name, _)| name)
            .take(most + 1)
            .collect();
        if names.len() > most {
            return Err(self.at_line(format!("<{}> has more than {most} attributes", tag.name)));
        }
        names.sort_unstable();
        if let Some([twice, ..]) = names.windows(2).find(|pair| pair.first() == pair.last()) {
            return Err(self.at_line(format!("<{}> has the attribute {} twice", tag.name, twice)));
        }
        Ok(())
    }

    /// Warns of references that stand for nothing.
    fn check_references(&mut self, text: &str) {
        if !text.contains('&') {
            return;
        }
        let began = self.tokens.began();
        for (at, _) in text.match_indices('&') {
            let rest = text.get(at..).unwrap_or_default();
            let known = entities::entity(rest);
            if known
                .as_ref()
                .is_some_and(|(value, _)| !rest.starts_with("&#") || !value.contains(is_forbidden))
            {
                continue;
            }
            if self.warnings.count_if_full() {
                continue;
            }
            let why = if let Some((_, len)) = known {
                let reference = rest.get(..len).unwrap_or_default();
                format!("{reference} stands for no character of XML")
            } else {
                let name: String = rest
                    .chars()
                    .take(20)
                    .take_while(|c| !c.is_whitespace() && *c != ';')
                    .collect();
                format!("the reference {name} is not defined; it stays as it is")
            };
            let line = self.lines.line(began + at);
            self.warnings.push(Notice::at_line(why, line));
        }
    }
}

/// Characters that no reference may stand for (XML 1.0, production 2).
fn is_forbidden(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{FFFD}'..='\u{FFFF}')
}
