//! From byte offsets to lines, for messages.

/// Counts lines as offsets grow, so that a thousand messages cost one pass over the text.
#[derive(Debug, Clone)]
pub(super) struct Lines<'t> {
    bytes: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line of the byte at `at`, from 1; a smaller offset than the last gives the last line.
    pub(super) fn line(&mut self, at: usize) -> usize {
        if let Some(passed) = self.bytes.get(self.at..at) {
            self.line += memchr::memchr_iter(b'\n', passed).count();
            self.at = at;
        }
        self.line
    }
}
