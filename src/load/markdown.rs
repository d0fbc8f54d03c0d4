//! Markdown, read for its words.
//!
//! The text that is kept has no markup: wrapped lines are joined, links keep their words, headings
//! and code become blocks. One pass with bounded look-ahead, never a tree, so that no input is slow
//! and no nesting is deep.

use super::article::Draft;
use crate::document::{Block, BlockKind};
use crate::text::{Span, clean};

/// How far the closing bracket of a link is looked for, in bytes.
const LINK_REACH: usize = 1_000;

/// The words of a Markdown text without its front matter.
pub(super) fn read(text: &str) -> Draft {
    let mut reader = Reader::default();
    let mut code: Option<&str> = None;
    for line in text.lines() {
        let trimmed = line.trim_start();
        if let Some(fence) = ["```", "~~~"]
            .into_iter()
            .find(|fence| trimmed.starts_with(fence))
        {
            reader.flush();
            code = match code {
                Some(open) if open == fence => None,
                Some(open) => Some(open),
                None => Some(fence),
            };
        } else if code.is_some() {
            reader.push_block(line, Some(BlockKind::Boilerplate), "\n");
        } else {
            reader.line(line);
        }
    }
    reader.flush();
    Draft {
        text: reader.text,
        blocks: reader.blocks,
        ..Draft::default()
    }
}

#[derive(Default)]
struct Reader {
    text: String,
    blocks: Vec<Block>,
    /// The paragraph that goes on.
    paragraph: String,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let bare = line.trim().trim_start_matches(['>', ' ']).trim();
        if bare.is_empty() {
            return self.flush();
        }
        if let Some(heading) = atx_heading(bare) {
            self.flush();
            return self.push_block(&inline(heading), Some(BlockKind::Heading), "\n\n");
        }
        if bare.len() >= 3 && (bare.bytes().all(|b| b == b'=') || bare.bytes().all(|b| b == b'-')) {
            let heading = std::mem::take(&mut self.paragraph);
            if !heading.is_empty() && heading.len() < 2_000 && !heading.contains('\n') {
                return self.push_block(&heading, Some(BlockKind::Heading), "\n\n");
            }
            self.paragraph = heading;
            return self.flush();
        }
        if is_rule(bare) {
            return self.flush();
        }
        let (marker, words) = list_marker(bare);
        if marker || bare.starts_with('|') {
            self.flush();
        } else if !self.paragraph.is_empty() && !self.paragraph.ends_with('\n') {
            self.paragraph.push(' ');
        }
        if marker {
            self.paragraph.push_str("• ");
        }
        self.paragraph.push_str(&inline(words));
        if line.ends_with("  ") || line.ends_with('\\') {
            self.paragraph.push('\n');
        }
        if bare.starts_with('|') {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let list_item = paragraph.starts_with('•');
        self.push_block(
            paragraph.trim(),
            None,
            if list_item { "\n" } else { "\n\n" },
        );
    }

    fn push_block(&mut self, words: &str, kind: Option<BlockKind>, before: &str) {
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(before);
        }
        let start = self.text.len();
        self.text.push_str(&clean(words));
        if let Some(kind) = kind {
            let span = Span::new(start, self.text.len());
            self.blocks.push(Block { span, kind });
        }
    }
}

fn atx_heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with([' ', '\t']))
        .then(|| words.trim().trim_end_matches('#').trim_end())
}

/// `* * *`, `___`
fn is_rule(line: &str) -> bool {
    let mark = line.chars().next().unwrap_or(' ');
    matches!(mark, '*' | '_' | '-')
        && line.chars().all(|c| c == mark || c == ' ')
        && line.chars().filter(|&c| c == mark).count() >= 3
}

/// Whether the line is an item of a bullet list, and its words. Numbers of items stay.
fn list_marker(line: &str) -> (bool, &str) {
    match ["- ", "* ", "+ "]
        .into_iter()
        .find_map(|mark| line.strip_prefix(mark))
    {
        Some(words) => (true, words.trim_start()),
        None => (false, line),
    }
}

/// The words of a line: links without their targets, no emphasis, no tags, no escapes.
pub(super) fn inline(line: &str) -> String {
    if !line.contains(['[', '*', '_', '`', '\\', '<', '!', '&']) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    let mut previous = ' ';
    while let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = line.get(at..).unwrap_or_default();
        let next = rest.chars().nth(1).unwrap_or(' ');
        let word = |c: char| c.is_alphanumeric();
        match c {
            '\\' if next.is_ascii_punctuation() => {
                out.push(next);
                at += 2;
                previous = next;
                continue;
            }
            '`' => {}
            '*' if !(previous.is_whitespace() && next.is_whitespace()) => {}
            '_' if word(previous) != word(next) || next == '_' || previous == '_' => {}
            '!' if next == '[' => {}
            '[' => {
                if let Some((words, len)) = link(rest) {
                    out.push_str(&words.replace(['*', '`'], ""));
                    at += len;
                    previous = ']';
                    continue;
                }
                out.push(c);
            }
            '<' => {
                if let Some(len) = tag(rest) {
                    at += len;
                    previous = ' ';
                    continue;
                }
                out.push(c);
            }
            '&' => {
                if let Some((replaced, len)) = super::entities::entity(rest) {
                    out.push_str(&replaced);
                    at += len;
                    previous = ' ';
                    continue;
                }
                out.push(c);
            }
            _ => out.push(c),
        }
        previous = c;
        at += c.len_utf8();
    }
    out
}

/// `[words](target)`, `[words][name]`, `[^note]`: the words, and the length of the whole.
fn link(text: &str) -> Option<(&str, usize)> {
    let close = find_before(text, 1, b']', b'[')?;
    let words = text.get(1..close)?;
    let after = close + 1;
    let target = match text.as_bytes().get(after) {
        Some(b'(') => find_before(text, after + 1, b')', b'('),
        Some(b'[') => find_before(text, after + 1, b']', b'['),
        _ if words.starts_with('^') => return Some(("", after)),
        _ => None,
    }?;
    Some((words, target + 1))
}

/// A tag or comment at the beginning of the text: its length.
fn tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        let end = window(text, 4);
        return memchr::memmem::find(end, b"-->").map(|at| at + 4 + 3);
    }
    let second = text.chars().nth(1)?;
    let target = text.get(1..)?.starts_with("http");
    ((second.is_ascii_alphabetic() || second == '/') && !target)
        .then(|| find_before(text, 1, b'>', b'<').map(|at| at + 1))
        .flatten()
}

/// Where `wanted` stands, at or after `from` and within reach, if `stop` does not come first: what
/// opens again was not meant to close.
fn find_before(text: &str, from: usize, wanted: u8, stop: u8) -> Option<usize> {
    let at = from + memchr::memchr2(wanted, stop, window(text, from))?;
    (text.as_bytes().get(at) == Some(&wanted)).then_some(at)
}

fn window(text: &str, from: usize) -> &[u8] {
    let end = text.len().min(from + LINK_REACH);
    text.as_bytes().get(from..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        let draft = read(
            "# Talks in *Seoul*\n\nThe [minister](https://example.org/2021/03/16) met\nher **guest**.\n\n- one\n- two_words_\n\n\\###\n",
        );
        assert_eq!(
            draft.text,
            "Talks in Seoul\n\nThe minister met her guest.\n• one\n• two_words\n\n###"
        );
        assert_eq!(draft.blocks.len(), 1);
        assert_eq!(draft.blocks[0].span.of(&draft.text), "Talks in Seoul");
    }

    #[test]
    fn underlined_lines_are_headings_and_code_is_set_apart() {
        let draft = read("Title\n=====\nText\n```\n2021-03-16 x\n```\n");
        let kinds: Vec<BlockKind> = draft.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Heading, BlockKind::Boilerplate]);
    }
}
