//! Mail: one message, or an mbox of many. Each message is a document, dated by its `Date` field.
//!
//! Of a message in several parts the plain text is read, or the page if there is none; attachments
//! are not opened.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::article;
use super::options::Limits;
use super::patterns::Patterns;
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::transfer::{base64, quoted_printable};
use super::{html, instant, plain};
use crate::document::{Dct, DctOrigin, Origin};

/// Parts within parts.
const DEEPEST: usize = 8;
/// Parts of one message.
const MOST_PARTS: usize = 200;

/// Whether a text begins with the fields of a message.
pub(super) fn looks_like_mail(text: &str) -> bool {
    let text = text
        .strip_prefix("From ")
        .and_then(|rest| rest.split_once('\n'))
        .map_or(text, |(_, rest)| rest);
    let known = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default();
        line.contains(':')
            && [
                "from",
                "to",
                "date",
                "subject",
                "received",
                "message-id",
                "mime-version",
                "return-path",
                "delivered-to",
            ]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    };
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .lines()
            .take(30)
            .take_while(|line| !line.is_empty())
            .filter(known)
            .count()
            >= 3
}

/// The messages of a file.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    patterns: &Patterns,
    limits: &Limits,
    warnings: &mut Warnings,
) -> Reading {
    let mut reading = Reading::named("mail");
    let several = text.starts_with("From ");
    for (index, message) in messages(text).enumerate() {
        if index >= limits.records {
            let most = limits.records;
            warnings.push(Notice::new(format!(
                "only the first {most} messages are read"
            )));
            break;
        }
        let number = index as u32 + 1;
        let part = Part::split(message);
        let (body, is_page) = part.body();
        let mut draft = if is_page {
            html::read(&body, patterns)
        } else {
            plain::read(&body)
        };
        draft.title = part.field("Subject").map(words).or(draft.title);
        draft.publisher = part.field("From").map(|from| sender(&words(from)));
        if let Some(value) = part.field("Date") {
            if let Some((date, _)) = instant::day_of(value, "") {
                draft.dct = Some(Dct {
                    date,
                    origin: DctOrigin::Metadata("Date".to_owned()),
                    evidence: None,
                });
            } else {
                warnings.push(Notice::new(format!(
                    "message {number}: \"{value}\" is not a date"
                )));
            }
        }
        let origin = if several {
            origin.item(number)
        } else {
            origin.clone()
        };
        reading
            .documents
            .push(article::finish(draft, origin, patterns));
    }
    reading
}

/// The messages of an mbox: each begins with a line `From …` after an empty one.
fn messages(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let body = match text.strip_prefix("From ") {
            Some(after) => after.split_once('\n').map_or("", |(_, body)| body),
            None => text,
        };
        let next = memchr::memmem::find(body.as_bytes(), b"\n\nFrom ");
        rest = next
            .and_then(|at| body.get(at + 2..))
            .filter(|_| text.starts_with("From "));
        match (next, rest) {
            (Some(at), Some(_)) => body.get(..at),
            _ => Some(body),
        }
    })
}

/// Fields and content of a message or of a part of one.
struct Part<'t> {
    fields: Vec<(&'t str, String)>,
    content: &'t str,
}

impl<'t> Part<'t> {
    fn split(text: &'t str) -> Self {
        let mut fields: Vec<(&str, String)> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            at += line.len();
            let bare = line.trim_end_matches(['\n', '\r']);
            if bare.is_empty() {
                break;
            }
            if bare.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(bare.trim());
                }
            } else if let Some((name, value)) = bare.split_once(':') {
                fields.push((name, value.trim().to_owned()));
            } else {
                // No field: the content begins without an empty line.
                at -= line.len();
                break;
            }
        }
        Self {
            fields,
            content: text.get(at..).unwrap_or_default(),
        }
    }

    fn field(&self, name: &str) -> Option<&str> {
        let (_, value) = self
            .fields
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    fn kind(&self) -> String {
        let kind = self.field("Content-Type").unwrap_or("text/plain");
        kind.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }

    /// A parameter of the content type.
    fn parameter(&self, name: &str) -> Option<&str> {
        let value = self
            .field("Content-Type")?
            .split(';')
            .skip(1)
            .find_map(|parameter| {
                let (key, value) = parameter.split_once('=')?;
                key.trim().eq_ignore_ascii_case(name).then_some(value)
            })?;
        Some(value.trim().trim_matches('"'))
    }

    /// The words of the message, and whether they are a page.
    fn body(&self) -> (Cow<'t, str>, bool) {
        let mut page = None;
        let mut waiting: Vec<(Part<'t>, usize)> = vec![(
            Part {
                fields: self.fields.clone(),
                content: self.content,
            },
            0,
        )];
        let mut seen = 0;
        while let Some((part, depth)) = waiting.pop() {
            seen += 1;
            if seen > MOST_PARTS {
                break;
            }
            let kind = part.kind();
            match part
                .parameter("boundary")
                .filter(|_| kind.starts_with("multipart/") && depth < DEEPEST)
            {
                Some(boundary) => {
                    let marker = format!("--{boundary}");
                    // The text before the first marker and after the last is no part.
                    let parts: Vec<&'t str> = part
                        .content
                        .split(marker.as_str())
                        .skip(1)
                        .take(MOST_PARTS)
                        .take_while(|part| !part.starts_with("--"))
                        .collect();
                    let parts = parts.into_iter().rev().map(|part| {
                        (
                            Part::split(part.trim_start_matches(['\r', '\n'])),
                            depth + 1,
                        )
                    });
                    waiting.extend(parts);
                }
                None if part
                    .field("Content-Disposition")
                    .is_some_and(|how| how.starts_with("attachment")) => {}
                None if kind == "text/html" => page = page.or_else(|| Some(part.decoded())),
                None if kind.starts_with("text/") => return (part.decoded(), false),
                None => {}
            }
        }
        page.map_or((Cow::Borrowed(""), false), |page| (page, true))
    }

    /// The content without its transfer encoding.
    fn decoded(&self) -> Cow<'t, str> {
        let bytes = match self
            .field("Content-Transfer-Encoding")
            .map(str::to_ascii_lowercase)
            .as_deref()
        {
            Some("base64") => base64(self.content),
            Some("quoted-printable") => quoted_printable(self.content, false),
            _ => return self.content.into(),
        };
        let charset = self
            .parameter("charset")
            .and_then(|label| Encoding::for_label(label.as_bytes()))
            .unwrap_or(UTF_8);
        charset.decode(&bytes).0.into_owned().into()
    }
}

/// The name of a sender without the address.
fn sender(from: &str) -> String {
    let name = from
        .split('<')
        .next()
        .unwrap_or_default()
        .trim()
        .trim_matches('"');
    if name.is_empty() {
        from.trim_matches(['<', '>']).to_owned()
    } else {
        name.to_owned()
    }
}

/// A field with its encoded words (RFC 2047) decoded.
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    let mut after_encoded = false;
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at(at);
        let mut pieces = from.get(2..).unwrap_or_default().splitn(4, '?');
        let decoded = match (pieces.next(), pieces.next(), pieces.next()) {
            (Some(label), Some(how), Some(text))
                if pieces.next().is_some_and(|end| end.starts_with('=')) =>
            {
                let bytes = if how.eq_ignore_ascii_case("b") {
                    base64(text)
                } else {
                    quoted_printable(text, true)
                };
                let charset = Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8);
                let len = 2 + label.len() + 1 + how.len() + 1 + text.len() + 2;
                Some((charset.decode(&bytes).0.into_owned(), len))
            }
            _ => None,
        };
        // White space between two encoded words is not part of the text.
        if !(after_encoded && decoded.is_some() && before.trim().is_empty()) {
            out.push_str(before);
        }
        if let Some((text, len)) = decoded {
            out.push_str(&text);
            rest = from.get(len..).unwrap_or_default();
            after_encoded = true;
        } else {
            out.push_str("=?");
            rest = from.get(2..).unwrap_or_default();
            after_encoded = false;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Vec<(String, String, String)> {
        let mut warnings = Warnings::default();
        let reading = read(
            text,
            &Origin::Stdin,
            Patterns::built_in(),
            &Limits::default(),
            &mut warnings,
        );
        let day = |document: &crate::document::Document| {
            document
                .dct
                .as_ref()
                .map(|dct| dct.date.to_string())
                .unwrap_or_default()
        };
        reading
            .documents
            .iter()
            .map(|document| {
                (
                    day(document),
                    document.title.clone(),
                    document.text.trim().to_owned(),
                )
            })
            .collect()
    }

    #[test]
    fn a_message_in_parts_gives_its_plain_text() {
        let text = "From: A <a@b.example>\nDate: Wed, 17 Mar 2021 09:00:00 +0900\nSubject: =?UTF-8?B?7ISc7Jq4?= =?utf-8?q?_talks?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary=\"x\"\n\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThe minister flew to Se=\noul.\n--x\nContent-Type: text/html\n\n<p>Page</p>\n--x--\n";
        assert!(looks_like_mail(text));
        assert_eq!(
            read_all(text),
            [(
                "2021-03-17".to_owned(),
                "서울 talks".to_owned(),
                "The minister flew to Seoul.".to_owned()
            )]
        );
    }

    #[test]
    fn an_mbox_has_several_messages() {
        let text = "From a@b Wed Mar 17\nFrom: a\nDate: 17 Mar 2021\nSubject: One\n\nFirst text.\n\nFrom c@d Thu Mar 18\nFrom: c\nDate: 18 Mar 2021\nSubject: Two\n\nSecond text.\n";
        let days: Vec<String> = read_all(text).into_iter().map(|(day, _, _)| day).collect();
        assert_eq!(days, ["2021-03-17", "2021-03-18"]);
    }
}
