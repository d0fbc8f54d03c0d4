//! Building a clean text piece by piece, with a block for each piece that is not prose.

use super::article::Draft;
use crate::document::{Block, BlockKind};
use crate::text::{Span, clean};

/// A text that grows by paragraphs.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    blocks: Vec<Block>,
}

impl Prose {
    /// Adds a paragraph: its white space becomes single spaces, an empty one is left out.
    pub(super) fn push(&mut self, words: &str, kind: Option<BlockKind>) {
        let mut words = words.split_whitespace().peekable();
        if words.peek().is_none() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        let mut paragraph = String::new();
        for word in words {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(word);
        }
        self.text.push_str(&clean(&paragraph));
        if let Some(kind) = kind {
            let span = Span::new(start, self.text.len());
            self.blocks.push(Block { span, kind });
        }
    }

    /// Whether nothing was added.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text as a draft without metadata.
    pub(super) fn into_draft(self) -> Draft {
        Draft {
            text: self.text,
            blocks: self.blocks,
            ..Draft::default()
        }
    }
}
