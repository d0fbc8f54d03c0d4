//! Breaking a text into lines of at most so many cells, as spans, so that highlighting survives.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::width::{grapheme_cells, plain_cells};

/// The lines of the text when `width` cells are free, in order.
///
/// Lines break at white space (which then belongs to no line), after a hyphen or dash, between wide
/// characters, and inside a word only where the word alone is wider than the line. A line feed ends
/// a line; the empty text is one empty line. A line is never wider than `width`, except for a single
/// grapheme that alone is wider. What lies between two lines is white space.
pub fn wrap(text: &str, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, start, width, &mut lines);
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(paragraph: &str, offset: usize, width: usize, lines: &mut Vec<Span>) {
    let before = lines.len();
    let mut line = Line {
        start: 0,
        end: 0,
        cells: 0,
    };
    // The last place where the line may end, and where the next one would begin.
    let mut break_at: Option<(usize, usize)> = None;
    let plain = plain_cells(paragraph).is_some();
    let (mut from, mut rest) = (0, graphemes(paragraph, plain));
    while let Some((step, grapheme)) = rest.next() {
        let at = from + step;
        let is_space = grapheme.chars().all(char::is_whitespace);
        let cells = grapheme_cells(grapheme);
        if is_space {
            if line.end > line.start {
                break_at = Some((line.end, at + grapheme.len()));
                line.cells += cells;
            } else {
                line.start = at + grapheme.len();
                line.end = line.start;
                line.cells = 0;
            }
            continue;
        }
        if cells > 1 && line.end == at && line.end > line.start {
            break_at = Some((at, at));
        }
        if line.cells + cells > width && at > line.start {
            let (end, next) = break_at.take().unwrap_or((at, at));
            lines.push(Span::new(offset + line.start, offset + end));
            line = Line {
                start: next,
                end: next,
                cells: 0,
            };
            // What was read behind the break is read again: it begins the next line.
            let behind = paragraph.get(next..).unwrap_or_default();
            (from, rest) = (next, graphemes(behind, plain));
            continue;
        }
        line.cells += cells;
        line.end = at + grapheme.len();
        if cells > 1 || matches!(grapheme, "-" | "–" | "—" | "/") {
            break_at = Some((line.end, line.end));
        }
    }
    if line.end > line.start || lines.len() == before {
        lines.push(Span::new(offset + line.start, offset + line.end));
    }
}

/// The graphemes of a text with their places; of a plain one each character is one.
fn graphemes(text: &str, plain: bool) -> impl Iterator<Item = (usize, &str)> {
    let one = move |(at, c): (usize, char)| Some((at, text.get(at..at + c.len_utf8())?));
    let chars = plain.then(|| text.char_indices().filter_map(one));
    let others = (!plain).then(|| text.grapheme_indices(true));
    chars
        .into_iter()
        .flatten()
        .chain(others.into_iter().flatten())
}

struct Line {
    start: usize,
    end: usize,
    cells: usize,
}
