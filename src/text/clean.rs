//! The one cleaning that every outside text goes through.
//!
//! A terminal obeys some characters instead of showing them, reorders text at others and hides a
//! few. Each of those becomes one visible mark: removing them would change what is read. Natural
//! right-to-left writing stays as it is. The result is in NFC, with `\n` as the only line end, and
//! half-width kana in full width, since terminals disagree about the width of their voicing marks.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands in the place of a character that must not reach a terminal.
const MARK: char = '\u{FFFD}';
/// More combining marks than this on one base are dropped: one cell of a screen can hold 200 kB.
const MOST_COMBINING: usize = 4;
/// A cluster of more bytes or cells is cut: letters that join without end are one cluster to Unicode
/// and would be one cell of any width to a terminal.
const LONGEST_CLUSTER: usize = 64;
const WIDEST_CLUSTER: usize = 8;
const ZERO_WIDTH_JOINER: char = '\u{200D}';
const EMOJI_SELECTOR: char = '\u{FE0F}';

/// The text with nothing in it that drives, reorders or hides; tabs and line feeds stay.
///
/// Cleaning twice gives the same as cleaning once. A byte-order mark at the beginning is dropped.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if is_plainly_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut combining = 0;
    let mut previous = '\0';
    let mut rest = text.nfc().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' {
            if rest.peek() != Some(&'\n') {
                out.push('\n');
            }
            previous = '\n';
            continue;
        }
        let c = match c {
            ZERO_WIDTH_JOINER => {
                let joins =
                    is_pictograph(previous) && rest.peek().copied().is_some_and(is_pictograph);
                if joins { c } else { MARK }
            }
            EMOJI_SELECTOR => {
                // A digit becomes an emoji only as a keycap.
                let keycap = !previous.is_ascii() || rest.peek() == Some(&'\u{20E3}');
                if is_emoji(previous) && keycap {
                    c
                } else {
                    continue;
                }
            }
            '\u{FF61}'..='\u{FF9F}' => {
                full_width(c, &mut out);
                previous = c;
                continue;
            }
            _ if is_unsafe(c) => MARK,
            _ => c,
        };
        combining = if is_combining(c) { combining + 1 } else { 0 };
        if combining <= MOST_COMBINING {
            out.push(c);
        }
        // What is worn by a picture leaves it the one that a joiner joins.
        if c != EMOJI_SELECTOR && !(is_modifier(c) && is_pictograph(previous)) {
            previous = c;
        }
    }
    if !is_nfc(&out) {
        out = out.nfc().collect();
    }
    Cow::Owned(cut_clusters(out))
}

/// The text with a mark wherever a cluster would grow too long or too wide.
fn cut_clusters(text: String) -> String {
    let endless = |cluster: &str| {
        cluster.len() > LONGEST_CLUSTER
            || (cluster.len() > WIDEST_CLUSTER && cluster.width() > WIDEST_CLUSTER)
    };
    if !text.graphemes(true).any(endless) {
        return text;
    }
    let mut out = String::with_capacity(text.len() * 2);
    for cluster in text.graphemes(true) {
        if !endless(cluster) {
            out.push_str(cluster);
            continue;
        }
        let (mut length, mut previous, mut picture) = (0, ' ', false);
        for c in cluster.chars() {
            // The mark itself takes a cell, and what follows may join it.
            let full = length >= (WIDEST_CLUSTER - 1) / 2;
            if c == ZERO_WIDTH_JOINER && (full || !picture) {
                out.push(MARK);
                length = 0;
                picture = false;
            } else {
                if full && c != EMOJI_SELECTOR && previous != ZERO_WIDTH_JOINER {
                    out.push(MARK);
                    length = 0;
                    picture = false;
                }
                out.push(c);
                length += 1;
                picture = is_pictograph(c) || picture && (is_modifier(c) || c == EMOJI_SELECTOR);
            }
            previous = c;
        }
    }
    out
}

/// Like [`clean`], for what must stay on one line: a title, a name, a message. Line feeds, tabs and
/// runs of white space become one space; none is left at the ends.
pub fn clean_line(text: &str) -> String {
    one_line(text).into_owned()
}

/// The same as [`clean_line`], borrowed where there is nothing to clean.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let line = text.trim_ascii();
    if is_plain_line(line) {
        return Cow::Borrowed(line);
    }
    let line = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    // What stood at the beginning of a line may join the space before it.
    match clean(&line) {
        Cow::Borrowed(_) => Cow::Owned(line),
        Cow::Owned(again) => Cow::Owned(again),
    }
}

/// Whether it is printable ASCII with no more than one space between words, as most names and titles
/// are. Neither look leaves early, so that each takes many bytes at a time.
pub fn is_plain_line(line: &str) -> bool {
    let bytes = line.as_bytes();
    let printed = bytes
        .iter()
        .fold(true, |all, b| all & matches!(b, b' '..=b'~'));
    let (Some((_, after)), Some((_, before))) = (bytes.split_first(), bytes.split_last()) else {
        return true;
    };
    let pairs = before.iter().zip(after);
    let doubled = pairs.fold(false, |any, pair| {
        let doubled = pair == (&b' ', &b' ');
        any | doubled
    });
    printed && !doubled
}

/// Whether [`clean`] would leave the text as it is.
pub fn is_clean(text: &str) -> bool {
    is_plainly_clean(text) || *clean(text) == *text
}

/// Whether a look at each character is enough to see that the text is clean. Plain ASCII is decided
/// without decoding; joiners of emoji need a closer look.
fn is_plainly_clean(text: &str) -> bool {
    if text.is_ascii() {
        return !text
            .bytes()
            .any(|b| (b < 0x20 && b != b'\n' && b != b'\t') || b == 0x7F);
    }
    let mut combining = 0;
    for c in text.chars() {
        combining = if is_combining(c) { combining + 1 } else { 0 };
        if !is_simple(c) || c == '\r' || combining > MOST_COMBINING || is_unsafe(c) {
            return false;
        }
    }
    is_nfc(text)
}

/// Whether the character is a cluster of its own or one of the few marks that are counted: letters of
/// Europe, Han, kana and whole syllables of Hangul are; what joins, and scripts that join, are not.
fn is_simple(c: char) -> bool {
    matches!(c,
        '\0'..='\u{5FF}' | '\u{1E00}'..='\u{200C}' | '\u{200E}'..='\u{2FFF}' | '\u{3000}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{E000}'..='\u{FE0E}' | '\u{FE10}'..='\u{FF60}'
        | '\u{FFA0}'..='\u{10FFF}' | '\u{12000}'..='\u{15FFF}' | '\u{17000}'..='\u{1CFFF}' | '\u{1F000}'..='\u{1F1E5}' | '\u{1F200}'..='\u{1F3FA}' | '\u{1F400}'..='\u{10FFFF}')
}

/// Half-width kana and punctuation in full width, with a voicing mark joined to its kana.
fn full_width(c: char, out: &mut String) {
    let voicing = match c {
        '\u{FF9E}' => Some('\u{3099}'),
        '\u{FF9F}' => Some('\u{309A}'),
        _ => None,
    };
    match (voicing, out.chars().next_back()) {
        (Some(mark), Some(base)) => {
            if let Some(joined) = unicode_normalization::char::compose(base, mark) {
                out.pop();
                out.push(joined);
            } else {
                out.push(if c == '\u{FF9E}' {
                    '\u{309B}'
                } else {
                    '\u{309C}'
                });
            }
        }
        (Some(_), None) => out.push(if c == '\u{FF9E}' {
            '\u{309B}'
        } else {
            '\u{309C}'
        }),
        (None, _) => out.extend(std::iter::once(c).nfkc()),
    }
}

fn is_combining(c: char) -> bool {
    c > '\u{2FF}' && c != '\n' && c.width() == Some(0) && !is_hangul_jamo(c)
}

/// Conjoining vowels and finals of a Hangul syllable are letters, though they add no width.
fn is_hangul_jamo(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}')
}

/// What a joiner may stand between: digits and signs of Latin-1 are emoji only by themselves. It must
/// join in segmentation, too: a text that is cut between two clusters would end in a joiner.
fn is_pictograph(c: char) -> bool {
    is_emoji(c) && c > '\u{2000}' && {
        let joined = String::from_iter([c, ZERO_WIDTH_JOINER, '\u{1F469}']);
        joined.graphemes(true).nth(1).is_none()
    }
}

/// The colours of skin, worn by the emoji before them.
const fn is_modifier(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// The blocks in which emoji live; a joiner or an emoji selector anywhere else is hidden data.
fn is_emoji(c: char) -> bool {
    matches!(c,
        '#' | '*' | '0'..='9' | '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}'
        | '\u{2139}' | '\u{2194}'..='\u{21AA}' | '\u{231A}'..='\u{23FF}' | '\u{24C2}'
        | '\u{25AA}'..='\u{27BF}' | '\u{2934}'..='\u{2B55}' | '\u{3030}' | '\u{303D}'
        | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Controls, bidi controls, invisible and tag characters, fillers, private use, noncharacters.
/// The list is that of Unicode's default-ignorable and format characters as of version 16.
fn is_unsafe(c: char) -> bool {
    let code = c as u32;
    if c.is_control() {
        return c != '\n' && c != '\t';
    }
    matches!(code,
        0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200C | 0x200E..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164
        | 0xFE00..=0xFE0E | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB | 0x600..=0x605 | 0x6DD | 0x70F
        | 0x890..=0x891 | 0x8E2 | 0x110BD | 0x110CD | 0x13430..=0x1343F | 0x1BCA0..=0x1BCA3
        | 0x1D173..=0x1D17A | 0xE000..=0xF8FF | 0xE0000..=0xE0FFF | 0xF0000..=0x0010_FFFF)
        || (code & 0xFFFE) == 0xFFFE
        || (0xFDD0..=0xFDEF).contains(&code)
}
