//! Time expressions as JSON lines and as coloured text.

use std::fmt::Write;

use serde::Serialize;

use super::model::{Timex3, TimexType};

/// In what offsets are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offsets {
    /// UTF-8 bytes.
    Bytes,
    /// Unicode scalar values.
    #[default]
    Chars,
}

/// One line of `linchpin timex --jsonl`.
#[derive(Serialize)]
struct Line<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<[String; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phrase: Option<&'a str>,
    rule: &'static str,
    anchor: &'static str,
    why: String,
}

/// One JSON object a line for each expression: `start`, `end`, `text`, `type`, `value`, `mod`, `edtf`,
/// `range`, `phrase`, `rule`, `anchor`, `why`.
///
/// # Panics
/// Never: strings and numbers are always JSON.
pub fn json_lines(text: &str, timexes: &[Timex3], offsets: Offsets) -> String {
    let mut out = String::new();
    let (mut bytes, mut chars) = (0_usize, 0_usize);
    let mut count = |to: u32| {
        if offsets == Offsets::Bytes {
            return to as usize;
        }
        let to = to as usize;
        chars += text
            .get(bytes..to)
            .map_or(0, |between| between.chars().count());
        bytes = to;
        chars
    };
    for timex in timexes {
        let (start, end) = (count(timex.span.start), count(timex.span.end));
        let line = Line {
            start,
            end,
            text: timex.span.of(text),
            kind: timex.kind.name(),
            value: timex.value.as_str(),
            modifier: timex.modifier.map(super::Mod::name),
            edtf: timex.edtf.map(|edtf| edtf.to_string()),
            range: timex
                .range
                .map(|range| [range.first().to_string(), range.last().to_string()]),
            phrase: (timex.phrase != timex.span).then(|| timex.phrase.of(text)),
            rule: timex.rule.name(),
            anchor: timex.anchor.name(),
            why: timex.anchor.explain(text),
        };
        let json = serde_json::to_string(&line).expect("strings and numbers are always JSON");
        out.push_str(&json);
        out.push('\n');
    }
    out
}

/// The text with each expression set off and its value after it in brackets: in colour by type, or
/// between `[` and `]` without.
///
/// # Panics
/// Never: writing to a string cannot fail.
pub fn inline(text: &str, timexes: &[Timex3], colour: bool) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for timex in timexes {
        let before = crate::text::Span::new(at, timex.span.start as usize);
        out.push_str(before.of(text));
        let words = timex.span.of(text);
        let value = &timex.value;
        let written = if colour {
            let code = colour_of(timex.kind);
            write!(
                out,
                "\u{1b}[{code};4m{words}\u{1b}[0m\u{1b}[2m⟨{value}⟩\u{1b}[0m"
            )
        } else {
            write!(out, "[{words}]⟨{value}⟩")
        };
        written.expect("writing to a string cannot fail");
        at = timex.span.end as usize;
    }
    out.push_str(crate::text::Span::new(at, text.len()).of(text));
    out
}

/// An ANSI colour for each type.
fn colour_of(kind: TimexType) -> u8 {
    match kind {
        TimexType::Date => 36,
        TimexType::Time => 34,
        TimexType::Duration => 33,
        TimexType::Set => 35,
    }
}
