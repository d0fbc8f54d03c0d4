//! One line of text being typed, with its caret.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::text::{cells, clean_line};

/// What is typed longer than this is cut: no query needs more.
const MOST_BYTES: usize = 4096;

/// A line of text with a caret that always stands between two graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    caret: usize,
    /// Whether all of it is chosen: what is typed takes its place.
    chosen: bool,
}

impl Line {
    /// A line with the caret at its end.
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            caret: text.len(),
            chosen: false,
        }
    }

    /// Chooses all that stands on it until a key is pressed: a character takes its place.
    pub fn choose(&mut self) {
        self.caret = self.text.len();
        self.chosen = !self.text.is_empty();
    }

    /// Leaves what stands on it as it is.
    pub fn keep(&mut self) {
        self.chosen = false;
    }

    /// Whether all of it is chosen.
    pub fn is_chosen(&self) -> bool {
        self.chosen
    }

    /// What stands on it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands on it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The caret, as a byte offset.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Cells of the text before the caret.
    pub fn caret_cells(&self) -> usize {
        cells(self.before())
    }

    fn before(&self) -> &str {
        self.text.get(..self.caret).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.caret..).unwrap_or_default()
    }

    /// Puts text at the caret. White space becomes one space; controls become visible marks.
    pub fn insert(&mut self, text: &str) {
        let clean = if text == " " {
            " ".to_owned()
        } else {
            clean_line(text)
        };
        if self.chosen {
            self.clear();
        }
        if self.text.len() + clean.len() > MOST_BYTES {
            return;
        }
        self.text.insert_str(self.caret, &clean);
        self.caret += clean.len();
        self.settle();
    }

    /// A character typed may join the grapheme before it; the caret goes behind the whole.
    fn settle(&mut self) {
        let mut cursor = GraphemeCursor::new(self.caret, self.text.len(), true);
        while !cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            match cursor.next_boundary(&self.text, 0) {
                Ok(Some(at)) => self.caret = at,
                _ => break,
            }
        }
    }

    /// Takes away everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes away the grapheme before the caret, or what is chosen.
    pub fn erase(&mut self) {
        if self.chosen {
            self.clear();
        }
        let start = self.left_of();
        self.cut(start, self.caret);
    }

    /// Takes away the grapheme after the caret.
    pub fn erase_forward(&mut self) {
        let end = self.right_of();
        self.cut(self.caret, end);
    }

    /// Takes away the word before the caret.
    pub fn erase_word(&mut self) {
        let start = self.word_left_of();
        self.cut(start, self.caret);
    }

    /// Takes away everything before the caret.
    pub fn erase_to_start(&mut self) {
        self.cut(0, self.caret);
    }

    /// Takes away everything after the caret.
    pub fn erase_to_end(&mut self) {
        self.cut(self.caret, self.text.len());
    }

    fn cut(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.caret = start;
        self.settle();
    }

    /// Moves the caret one grapheme to the left.
    pub fn left(&mut self) {
        self.caret = self.left_of();
    }

    /// Moves the caret one grapheme to the right.
    pub fn right(&mut self) {
        self.caret = self.right_of();
    }

    /// Moves the caret to the beginning of the word.
    pub fn word_left(&mut self) {
        self.caret = self.word_left_of();
    }

    /// Moves the caret to the end of the word.
    pub fn word_right(&mut self) {
        let after = self.after();
        let word = after.trim_start();
        let skipped = after.len() - word.len();
        self.caret += skipped + word.find(char::is_whitespace).unwrap_or(word.len());
        self.settle();
    }

    /// Moves the caret to the beginning.
    pub fn home(&mut self) {
        self.caret = 0;
    }

    /// Moves the caret to the end.
    pub fn end(&mut self) {
        self.caret = self.text.len();
    }

    fn left_of(&self) -> usize {
        self.before()
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn right_of(&self) -> usize {
        self.caret + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_left_of(&self) -> usize {
        let word = self.before().trim_end();
        // A space under a mark is no end of a word: the two are one grapheme.
        let mut graphemes = word.grapheme_indices(true).rev();
        let space = graphemes.find(|(_, grapheme)| grapheme.trim().is_empty());
        space.map_or(0, |(at, space)| at + space.len())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn erasing_takes_whole_graphemes_and_words() {
        let mut line = Line::new("윤석열 👨‍👩‍👧");
        line.erase();
        assert_eq!(line.text(), "윤석열 ");
        line.erase_word();
        assert_eq!(line.text(), "");
    }

    #[test]
    fn words_do_not_end_within_a_grapheme() {
        let mut line = Line::new("a \u{301}b");
        line.word_left();
        assert_eq!(line.caret(), 0);
        line.word_right();
        assert_eq!(line.caret(), 1);
    }

    #[test]
    fn the_caret_counts_cells() {
        let mut line = Line::new("윤석열");
        line.left();
        assert_eq!(line.caret_cells(), 4);
        line.insert("x");
        assert_eq!((line.text(), line.caret_cells()), ("윤석x열", 5));
    }

    proptest! {
        #[test]
        fn the_caret_stands_between_graphemes(steps in proptest::collection::vec((0..9u8, "\\PC?"), 0..30)) {
            let mut line = Line::default();
            for (step, text) in steps {
                match step {
                    0 => line.left(),
                    1 => line.right(),
                    2 => line.erase(),
                    3 => line.erase_forward(),
                    4 => line.word_left(),
                    5 => line.word_right(),
                    6 => line.erase_word(),
                    _ => line.insert(&text),
                }
                let caret = line.caret();
                let at_boundary = caret == line.text().len()
                    || line.text().grapheme_indices(true).any(|(at, _)| at == caret);
                prop_assert!(at_boundary, "{line:?}");
            }
        }
    }
}
