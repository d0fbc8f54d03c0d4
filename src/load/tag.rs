//! A start tag and its attributes, read when they are asked for.

use std::borrow::Cow;

use super::entities;

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// The name as written.
    pub(super) name: &'t str,
    /// What stands between the name and the end of the tag.
    pub(super) body: &'t str,
    /// Whether the element ends with this tag.
    pub(super) closed: bool,
}

impl<'t> Tag<'t> {
    /// Whether it has this name, whatever the case and the prefix.
    pub(super) fn is(&self, name: &str) -> bool {
        local(self.name).eq_ignore_ascii_case(name)
    }

    /// The value of the first attribute of that name (whatever the case), with its references
    /// replaced.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'t, str>> {
        let (_, value) = self
            .attributes()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))?;
        Some(entities::unescape(value))
    }

    /// Names and raw values, in order.
    pub(super) fn attributes(&self) -> Attributes<'t> {
        Attributes { rest: self.body }
    }
}

/// The attributes of a tag.
pub(super) struct Attributes<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Attributes<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<(&'t str, &'t str)> {
        let rest = self
            .rest
            .trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let len = rest
            .find(|c: char| c.is_whitespace() || c == '=' || c == '/')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(len);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
            self.rest = after;
            return (!name.is_empty()).then_some((name, ""));
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, rest) = match quote {
            Some(quote) => {
                let inner = value.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// A name without its namespace prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::super::markup::{Dialect, Token, Tokenizer};

    #[test]
    fn attributes_are_read_with_and_without_quotation_marks() {
        let Some(Token::Start(tag)) =
            Tokenizer::new("<a x=1 y = \"2 &amp; 3\" z>", Dialect::Html).next()
        else {
            panic!("a start tag");
        };
        assert_eq!(tag.get("x").as_deref(), Some("1"));
        assert_eq!(tag.get("Y").as_deref(), Some("2 & 3"));
        assert_eq!(tag.get("z").as_deref(), Some(""));
        assert_eq!(tag.get("w"), None);
    }
}
