//! Lines of a calendar: unfolded, and taken apart into name, parameters and value.

use super::lines::Lines;

/// A value is read up to so many bytes.
const LONGEST: usize = 1 << 20;

/// Lines with the number of the first physical line of each, folds joined.
pub(super) fn unfold(text: &str) -> impl Iterator<Item = (usize, String)> {
    let mut lines = text.split(['\n', '\r']).peekable();
    let mut at = 0;
    let mut counter = Lines::new(text);
    std::iter::from_fn(move || {
        let first = lines.next()?;
        let line = counter.line(at);
        at += first.len() + 1;
        let mut content = first.to_owned();
        loop {
            // CR LF leaves an empty piece between the two; a fold may follow it.
            match lines.peek() {
                Some(next) if next.starts_with([' ', '\t']) => {
                    if content.len() < LONGEST {
                        content.extend(next.chars().skip(1));
                    }
                    at += next.len() + 1;
                    lines.next();
                }
                Some(next)
                    if next.is_empty() && text.as_bytes().get(at - 1..=at) == Some(b"\r\n") =>
                {
                    at += 1;
                    lines.next();
                }
                _ => return Some((line, content)),
            }
        }
    })
}

/// `NAME;PARAMETERS:VALUE`.
pub(super) struct Property {
    pub(super) name: String,
    parameters: String,
    pub(super) value: String,
}

impl Property {
    /// `NAME;PARAMETERS:VALUE`; a colon in a quoted parameter does not end it.
    pub(super) fn parse(content: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = content.char_indices().find_map(|(at, c)| {
            quoted ^= c == '"';
            (c == ':' && !quoted).then_some(at)
        });
        // A quotation that does not end ends with the first colon after all.
        let colon = colon.or_else(|| content.find(':'))?;
        let (head, value) = content.split_at(colon);
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        let name = name.trim();
        let named = !name.is_empty()
            && name.len() <= 64
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        named.then(|| Self {
            name: name.to_ascii_uppercase(),
            parameters: parameters.to_owned(),
            value: value.get(1..).unwrap_or_default().to_owned(),
        })
    }

    /// The value of a parameter, without its quotation marks; names have no case (RFC 5545, 2).
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let mut named = parameters(&self.parameters).filter_map(|part| part.split_once('='));
        let (_, value) = named.find(|(own, _)| own.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"'))
    }

    /// The value as text: escapes undone.
    pub(super) fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The texts of a list: a comma that is escaped stands in one of them.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        let mut escaped = false;
        let parts = self.value.split(move |c: char| {
            let between = c == ',' && !escaped;
            escaped = c == '\\' && !escaped;
            between
        });
        parts.map(unescaped)
    }

    /// Whether it gives a day and no time of day.
    pub(super) fn is_day(&self) -> bool {
        let day = self.parameter("VALUE");
        day.is_some_and(|kind| kind.eq_ignore_ascii_case("DATE")) && !self.value.contains('T')
            || self.value.trim().len() == 8
    }
}

/// The parameters of a property; a semicolon in a quotation parts none.
fn parameters(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |c: char| {
        quoted ^= c == '"';
        c == ';' && !quoted
    })
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}
