//! From the text of one document to a [`Document`]: title, date of publication, frame.
//!
//! The text is clean when it comes here and stays as it is. What is not prose (headings, bylines,
//! captions, stamps, footers) is marked as a block; the rest of the program reads events from what
//! no block covers.

use super::patterns::Patterns;
use super::stamps::{self, Line};
use super::{columns, instant};
use crate::document::{Block, BlockKind, Dct, DctOrigin, Document, Named, Origin};
use crate::text::{Span, clean_line, fit};

/// A title made from the first sentence is cut to so many cells.
const LEAD_CELLS: usize = 96;
/// A longer line is no heading.
const LONGEST_TITLE: usize = 240;

/// What a format knows of a document before its text was looked at.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Clean text.
    pub(super) text: String,
    /// Parts that the markup tells apart, in order.
    pub(super) blocks: Vec<Block>,
    /// The title in the metadata.
    pub(super) title: Option<String>,
    /// The publisher in the metadata.
    pub(super) publisher: Option<String>,
    /// The address in the metadata.
    pub(super) url: Option<String>,
    /// The language in the metadata.
    pub(super) language: Option<String>,
    /// Those whom the markup names.
    pub(super) people: Vec<Named>,
    /// The date in the metadata.
    pub(super) dct: Option<Dct>,
    /// A weaker sign of the date, for where the text has no stamp.
    pub(super) weak_dct: Option<Dct>,
}

impl Draft {
    /// The host of its address; empty without one.
    pub(super) fn host(&self) -> &str {
        self.url.as_deref().map(instant::host).unwrap_or_default()
    }

    /// The day of publication in a field of the metadata, as it was for this publisher.
    pub(super) fn day_in(&self, field: &str, value: &str) -> Option<Dct> {
        let (date, told) = instant::day_of(value, self.host())?;
        Some(Dct {
            date,
            origin: DctOrigin::Metadata(
                told.map_or_else(|| field.to_owned(), |told| format!("{field}, {told}")),
            ),
            evidence: None,
        })
    }

    /// An author as a publisher: with the site, if the address tells it.
    pub(super) fn author(&self, name: String) -> String {
        match self.host() {
            "" => name,
            host => format!("{name}, {host}"),
        }
    }
}

/// The document that the draft describes.
pub(super) fn finish(draft: Draft, origin: Origin, patterns: &Patterns) -> Document {
    let Draft {
        text,
        mut blocks,
        title,
        publisher,
        url,
        language,
        people,
        dct,
        weak_dct,
    } = draft;
    let has_title = title.is_some() || blocks.iter().any(|block| block.kind == BlockKind::Heading);
    let lines = lines(&text, &blocks);
    let stamps = stamps::find(&lines, patterns);
    blocks.extend(stamps.blocks.iter().copied());
    let heading = if has_title {
        None
    } else {
        heading(&lines, &stamps.blocks, patterns)
    };
    if let Some(heading) = &heading {
        blocks.extend(heading.blocks.iter().copied());
    }
    mark_frame(&lines, patterns, &mut blocks);
    blocks.extend(columns::rows(&lines));
    let blocks = disjoint(blocks);
    let heading = heading.map(|heading| heading.title);
    let title = title
        .map(|title| clean_line(&title))
        .filter(|title| !title.is_empty())
        .or(heading)
        .or_else(|| first_heading(&text, &blocks))
        .or_else(|| lead(&lines, &blocks))
        .unwrap_or_else(|| file_name(&origin));
    let mut document = Document {
        dct: dct
            .or(stamps.dct)
            .or_else(|| stamps::from_file_name(&origin))
            .or(weak_dct),
        language: language.or_else(|| language_of(&text)),
        publisher: publisher
            .map(|publisher| clean_line(&publisher))
            .filter(|publisher| !publisher.is_empty())
            .or_else(|| stamps::publisher(&lines, patterns)),
        origin,
        title,
        url,
        people,
        blocks,
        text,
    };
    document.fit();
    document
}

/// Lines that say something, without those that the markup already told apart.
fn lines<'t>(text: &'t str, blocks: &[Block]) -> Vec<Line<'t>> {
    let mut blocks = blocks.iter().peekable();
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        let (from, to) = (start, start + line.len());
        start = to + 1;
        if line.trim().is_empty() {
            continue;
        }
        while blocks
            .next_if(|block| block.span.end as usize <= from)
            .is_some()
        {}
        let taken = blocks
            .peek()
            .is_some_and(|block| (block.span.start as usize) < to);
        found.push(Line {
            text: line,
            at: from,
            taken,
        });
    }
    found
}

struct Heading {
    title: String,
    blocks: Vec<Block>,
}

/// The heading of a text without markup: a short line before the first paragraph that is neither
/// stamp nor frame. A line given twice is surely the heading; of several, the first of four words.
fn heading(lines: &[Line<'_>], stamps: &[Block], patterns: &Patterns) -> Option<Heading> {
    let is_stamp = |line: &Line<'_>| stamps.iter().any(|block| block.span.overlaps(line.span()));
    let head: Vec<&Line<'_>> = lines
        .iter()
        .take(12)
        .filter(|line| !is_stamp(line))
        .take_while(|line| is_short(line.text))
        .filter(|line| patterns.kind_of(line.text).is_none())
        .collect();
    // With nothing after it, a line is the text and not its heading.
    let last_is_prose = lines.len() > 1;
    let twice = head.iter().find(|line| {
        head.iter()
            .any(|other| other.at != line.at && other.text.trim() == line.text.trim())
    });
    let words = |line: &&&Line<'_>| line.text.split_whitespace().take(4).count() == 4;
    let chosen = twice
        .or_else(|| head.iter().find(words))
        .or_else(|| head.first())
        .filter(|_| last_is_prose)?;
    let mut blocks = Vec::new();
    // "Title – Name of the site" above "Title".
    let long_enough = |text: &str| text.split_whitespace().count() > 3;
    let again = |text: &str| {
        let chosen = chosen.text.trim();
        text == chosen
            || long_enough(text) && chosen.starts_with(text)
            || long_enough(chosen) && text.starts_with(chosen)
    };
    for line in &head {
        if again(line.text.trim()) {
            blocks.push(line.block(BlockKind::Heading));
        } else if line.at < chosen.at {
            blocks.push(line.block(BlockKind::Boilerplate));
        }
    }
    Some(Heading {
        title: clean_line(chosen.text),
        blocks,
    })
}

/// Whether a line can be a heading: no long paragraph and no sentence.
fn is_short(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LONGEST_TITLE && !line.ends_with(['.', '。', ',', ';', ':', '”', '"'])
}

fn mark_frame(lines: &[Line<'_>], patterns: &Patterns, blocks: &mut Vec<Block>) {
    let stamps = blocks.iter().filter(|block| block.kind == BlockKind::Stamp);
    let mut stamps: Vec<Span> = stamps.map(|block| block.span).collect();
    stamps.sort_unstable();
    for line in lines.iter().filter(|line| !line.taken) {
        // What follows a stamp on its line may be a caption.
        let span = line.span();
        let before_end = stamps.partition_point(|stamp| stamp.start < span.end);
        let stamp = stamps.get(..before_end).and_then(<[_]>::last);
        let rest = stamp
            .filter(|stamp| span.covers(**stamp))
            .map_or(span, |stamp| Span {
                start: stamp.end,
                end: span.end,
            });
        let text = line.slice(rest);
        if let Some(kind) = patterns.kind_of(text) {
            blocks.push(Block { span: rest, kind });
        } else if let Some(tail) = stamps::agency_tail(text, patterns) {
            let end = rest.start as usize + text.trim_end().len();
            blocks.push(Block {
                span: Span::new(end - tail.len(), end),
                kind: BlockKind::Boilerplate,
            });
        }
    }
}

/// The blocks in order; of two that overlap, the one that begins first.
fn disjoint(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.sort_by_key(|block| (block.span, block.kind));
    let mut end = 0;
    blocks.retain(|block| {
        let free = block.span.start >= end && !block.span.is_empty();
        if free {
            end = block.span.end;
        }
        free
    });
    blocks
}

fn first_heading(text: &str, blocks: &[Block]) -> Option<String> {
    let heading = blocks
        .iter()
        .find(|block| block.kind == BlockKind::Heading)?;
    let title = clean_line(heading.span.of(text));
    (!title.is_empty()).then_some(title)
}

/// The first sentence of prose, cut to the length of a title; the blocks are in order and apart.
fn lead(lines: &[Line<'_>], blocks: &[Block]) -> Option<String> {
    let mut blocks = blocks.iter().peekable();
    for line in lines {
        let mut start = line.at as u32;
        while let Some(block) = blocks.next_if(|block| block.span.start <= start) {
            start = start.max(block.span.end);
        }
        let span = Span {
            start,
            end: line.span().end.max(start),
        };
        let rest = line.slice(span).trim();
        if rest.chars().filter(|c| c.is_alphanumeric()).take(8).count() < 8 {
            continue;
        }
        let beginning: String = rest.chars().take(4 * LEAD_CELLS).collect();
        return Some(fit(&clean_line(&beginning), LEAD_CELLS).into_owned());
    }
    None
}

fn file_name(origin: &Origin) -> String {
    match origin {
        Origin::File(path, item) => {
            let name = path
                .file_name()
                .unwrap_or(path.as_os_str())
                .to_string_lossy();
            let name = clean_line(&name);
            item.map_or_else(|| name.clone(), |item| format!("{name}, item {item}"))
        }
        Origin::Stdin => "standard input".to_owned(),
        Origin::BuiltIn(name) => name.clone(),
    }
}

/// Korean and Japanese by their scripts; a Latin text may be in any language and gets none.
fn language_of(text: &str) -> Option<String> {
    let (mut hangul, mut kana, mut letters) = (0_u32, 0_u32, 0_u32);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(2_000) {
        letters += 1;
        match c {
            '\u{AC00}'..='\u{D7A3}' => hangul += 1,
            '\u{3041}'..='\u{30FF}' => kana += 1,
            _ => {}
        }
    }
    let share = |count: u32| letters > 0 && count * 5 > letters;
    match (share(hangul), share(kana)) {
        (true, _) => Some("ko".to_owned()),
        (false, true) => Some("ja".to_owned()),
        (false, false) => None,
    }
}
