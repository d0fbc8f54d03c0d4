//! Tags and text, of HTML and XML alike, in one pass.
//!
//! Nothing is nested here and no tree is built, so that no input is deep and none is slow: a search
//! that once found no end of a comment, a quotation or a section is never made again. HTML has no
//! faults: what is no tag is text. XML stops at the first fault and says where it is.

use super::tag::Tag;

/// Whose rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Html,
    Xml,
}

/// A piece of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// `<name …>` or `<name …/>`
    Start(Tag<'t>),
    /// `</name>`
    End(&'t str),
    /// Text with references.
    Text(&'t str),
    /// Text without references: a CDATA section, a script, a style sheet.
    Raw(&'t str),
    /// What stands in a comment.
    Comment(&'t str),
    /// What stands in `<!…>` or `<?…>`.
    Declaration(&'t str),
}

/// Why a text is not well-formed, and at which byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) why: &'static str,
}

/// Reads tokens from a text.
#[derive(Debug)]
pub(super) struct Tokenizer<'t> {
    text: &'t str,
    at: usize,
    /// Where the last token began.
    began: usize,
    dialect: Dialect,
    /// The element whose text is raw until its end tag.
    raw: Option<&'static str>,
    /// Ends (and elements of raw text whose end tags) are known not to come any more.
    gone: Vec<&'static str>,
    fault: Option<Fault>,
}

impl<'t> Tokenizer<'t> {
    pub(super) fn new(text: &'t str, dialect: Dialect) -> Self {
        Self {
            text,
            at: 0,
            began: 0,
            dialect,
            raw: None,
            gone: Vec::new(),
            fault: None,
        }
    }

    /// The byte at which the last token began.
    pub(super) fn began(&self) -> usize {
        self.began
    }

    /// The byte after the last token.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Why there was no further token, if not because the text is over.
    pub(super) fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The part of the rest before `end`, and everything with it is taken.
    fn until(&mut self, start: usize, end: &'static str) -> Option<&'t str> {
        if self.gone.contains(&end) {
            return None;
        }
        let from = self.text.get(self.at + start..)?;
        let Some(len) = memchr::memmem::find(from.as_bytes(), end.as_bytes()) else {
            self.gone.push(end);
            return None;
        };
        self.at += start + len + end.len();
        from.get(..len)
    }

    fn fail(&mut self, why: &'static str) -> Option<Token<'t>> {
        self.fault = Some(Fault {
            at: self.began,
            why,
        });
        self.at = self.text.len();
        None
    }

    fn text(&mut self, at_least: usize) -> Token<'t> {
        let rest = self.rest();
        let from = rest.as_bytes().get(at_least..).unwrap_or_default();
        let len = memchr::memchr(b'<', from).map_or(rest.len(), |len| at_least + len);
        self.at += len;
        Token::Text(rest.get(..len).unwrap_or_default())
    }

    /// What is between the tags of an element that holds no markup.
    fn raw_text(&mut self, name: &'static str) -> Token<'t> {
        let rest = self.rest();
        let mut from = if self.gone.contains(&name) {
            rest.len()
        } else {
            0
        };
        while let Some(at) =
            memchr::memmem::find(rest.as_bytes().get(from..).unwrap_or_default(), b"</")
        {
            let at = from + at;
            let found = rest.as_bytes().get(at + 2..at + 2 + name.len());
            if found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes())) {
                self.at += at;
                return Token::Raw(rest.get(..at).unwrap_or_default());
            }
            from = at + 2;
        }
        // Without its end it is taken to end with its line: the rest of the page is worth more.
        self.gone.push(name);
        let len = rest.find("\n<").unwrap_or(rest.len());
        self.at += len;
        Token::Raw(rest.get(..len).unwrap_or_default())
    }

    fn markup(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        let strict = self.dialect == Dialect::Xml;
        let second = rest.as_bytes().get(1).copied().unwrap_or(b' ');
        if rest.starts_with("<!--") {
            if let Some(comment) = self.until(4, "-->") {
                return Some(Token::Comment(comment));
            }
            if strict {
                return self.fail("a comment begins here and does not end");
            }
            // What was meant for a comment ends with the next tag, or begins with it.
            let len = memchr::memchr2(b'<', b'>', rest.as_bytes().get(4..).unwrap_or_default())
                .map_or(rest.len(), |len| len + 4);
            self.at += len + usize::from(rest.as_bytes().get(len) == Some(&b'>'));
            return Some(Token::Comment(rest.get(4..len).unwrap_or_default()));
        }
        if rest.starts_with("<![CDATA[") && (strict || !self.gone.contains(&"]]>")) {
            if let Some(section) = self.until(9, "]]>") {
                return Some(Token::Raw(section));
            }
            if strict {
                return self.fail("a CDATA section begins here and does not end");
            }
        }
        match second {
            b'?' if strict => match self.until(2, "?>") {
                Some(body) => Some(Token::Declaration(body)),
                None => self.fail("a processing instruction begins here and does not end"),
            },
            b'!' if strict => self.doctype(),
            b'!' | b'?' => self
                .until(1, ">")
                .map(Token::Declaration)
                .or_else(|| Some(self.text(1))),
            b'/' => {
                let name_from = 2;
                let named = rest
                    .as_bytes()
                    .get(2)
                    .is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_' || *b >= 0x80);
                if !named && strict {
                    return self.fail("\"</\" is not followed by a name");
                }
                match self.until(name_from, ">") {
                    Some(name) => Some(Token::End(
                        name.split_whitespace().next().unwrap_or_default(),
                    )),
                    None if strict => self.fail("an end tag begins here and does not end"),
                    None => Some(self.text(1)),
                }
            }
            _ if second.is_ascii_alphabetic() || (strict && (second == b'_' || second >= 0x80)) => {
                self.start_tag()
            }
            _ if strict => self.fail("\"<\" is not followed by a name"),
            _ => Some(self.text(1)),
        }
    }

    /// `<!DOCTYPE …>` with an internal subset in brackets, which is passed over unread.
    fn doctype(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        if !rest
            .get(2..9)
            .is_some_and(|word| word.eq_ignore_ascii_case("doctype"))
        {
            return self.fail("\"<!\" is followed neither by a comment nor by DOCTYPE");
        }
        let open = memchr::memchr2(b'[', b'>', rest.as_bytes());
        let has_subset = open.is_some_and(|at| rest.as_bytes().get(at) == Some(&b'['));
        let body = if has_subset {
            self.until(2, "]>").or_else(|| self.until(2, "]"))
        } else {
            self.until(2, ">")
        };
        match body {
            Some(body) => Some(Token::Declaration(body)),
            None => self.fail("a DOCTYPE begins here and does not end"),
        }
    }

    fn start_tag(&mut self) -> Option<Token<'t>> {
        let rest = self.rest();
        let Some(len) = self.tag_length(rest) else {
            if self.dialect == Dialect::Xml {
                return self.fail("a tag begins here and does not end");
            }
            // No later tag is searched to the end of the text again for the same reasons.
            let no_quotations = self.gone.contains(&"\"") && self.gone.contains(&"'");
            self.gone.extend(["\"", "'"]);
            if no_quotations {
                self.gone.push(">");
            }
            return Some(self.text(1));
        };
        self.at += len;
        let inner = rest.get(1..len - 1).unwrap_or_default();
        let (inner, closed) = match inner.strip_suffix('/') {
            Some(inner) => (inner, true),
            None => (inner, false),
        };
        let name_len = inner
            .find(|c: char| c.is_whitespace() || c == '/')
            .unwrap_or(inner.len());
        let (name, body) = inner.split_at(name_len);
        let raw = ["script", "style", "noscript", "template", "svg", "math"];
        if self.dialect == Dialect::Html && !closed {
            self.raw = raw
                .into_iter()
                .find(|known| name.eq_ignore_ascii_case(known));
        }
        Some(Token::Start(Tag { name, body, closed }))
    }

    /// The length of a start tag; a `>` in a quotation does not end it.
    fn tag_length(&mut self, rest: &str) -> Option<usize> {
        if self.gone.contains(&">") {
            return None;
        }
        let bytes = rest.as_bytes();
        let mut at = 1;
        loop {
            let found = at + memchr::memchr3(b'>', b'"', b'\'', bytes.get(at..)?)?;
            let quote = match bytes.get(found)? {
                b'>' => return Some(found + 1),
                b'"' => "\"",
                _ => "'",
            };
            // A quotation mark that follows no `=` is a stray in HTML.
            let after_equals = rest.get(..found)?.trim_end().ends_with('=');
            let stray = self.dialect == Dialect::Html && !after_equals;
            let close = if stray || self.gone.contains(&quote) {
                None
            } else {
                memchr::memchr(*quote.as_bytes().first()?, bytes.get(found + 1..)?)
            };
            if let Some(close) = close {
                at = found + 1 + close + 1;
            } else {
                if !stray && !self.gone.contains(&quote) {
                    self.gone.push(if quote == "\"" { "\"" } else { "'" });
                }
                if self.dialect == Dialect::Xml {
                    return None;
                }
                at = found + 1;
            }
        }
    }
}

impl<'t> Iterator for Tokenizer<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        self.began = self.at;
        if self.rest().is_empty() {
            return None;
        }
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(name));
        }
        if self.rest().starts_with('<') {
            self.markup()
        } else {
            Some(self.text(0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str, dialect: Dialect) -> Vec<Token<'_>> {
        Tokenizer::new(text, dialect).collect()
    }

    #[test]
    fn html_has_no_faults() {
        let text = "<p class='a>b'>5 < 6 <!-- x -- <script>if (a</b>)</script> end";
        let found = tokens(text, Dialect::Html);
        assert!(
            matches!(found[0], Token::Start(tag) if tag.get("class").as_deref() == Some("a>b"))
        );
        assert!(found.contains(&Token::Raw("if (a</b>)")));
        assert_eq!(found.last(), Some(&Token::Text(" end")));
    }

    #[test]
    fn xml_names_its_faults() {
        let fault = |text: &str| {
            let mut tokenizer = Tokenizer::new(text, Dialect::Xml);
            tokenizer.by_ref().count();
            tokenizer.fault().cloned()
        };
        assert_eq!(fault("<a><![CDATA[x]]></a><!-- b --><?c d?>"), None);
        assert_eq!(fault("<a>< b").map(|fault| fault.at), Some(3));
        assert_eq!(fault("<a><!-- b").map(|fault| fault.at), Some(3));
        assert_eq!(fault("<a b='c>").map(|fault| fault.at), Some(0));
    }
}
