//! Words in a text, for who asks every document: a search of many bytes at a time.

/// Where `words` stand first in a text, as a byte offset.
pub(crate) fn find(text: &str, words: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), words.as_bytes())
}
