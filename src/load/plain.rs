//! Plain text.
//!
//! Lines broken at a fixed column are joined to paragraphs, so that a sentence is one piece. Text
//! that has one line for a paragraph, and lists, stay as they are.

use super::article::Draft;
use super::when;
use crate::text::clean;

/// Lines broken by a program or a typewriter end between these columns.
const BROKEN_AT: std::ops::RangeInclusive<usize> = 50..=100;

/// Bytes of the longest day in words and figures.
const LONGEST_DAY: usize = 30;

/// The draft of a plain text.
pub(super) fn read(text: &str) -> Draft {
    Draft {
        text: joined(&clean(text)),
        ..Draft::default()
    }
}

fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            finish(&mut paragraph, &mut out);
            out.push_str(line);
        } else {
            paragraph.push(line);
        }
    }
    finish(&mut paragraph, &mut out);
    out
}

fn finish(paragraph: &mut Vec<&str>, out: &mut String) {
    let broken = is_broken(paragraph);
    let last = paragraph.len().saturating_sub(1);
    let longest = if broken { longest(paragraph) } else { 0 };
    let mut lines = paragraph.drain(..).enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        // A sentence that ends well before the column ends a paragraph, blank line or none; so does
        // what stands above "Source: …", and a day on a line of its own goes on with neither side.
        let words = line.trim_end();
        let ends =
            words.ends_with(['.', '!', '?', '"', '”']) && words.chars().count() * 10 < longest * 6;
        let above = !words.ends_with(|c: char| c.is_lowercase() || c == ',')
            && lines.peek().is_some_and(|(_, next)| is_labelled(next));
        let day = is_day(words) || lines.peek().is_some_and(|(_, next)| is_day(next));
        if broken && index < last && !ends && !above && !day {
            out.push_str(line.trim_end());
            out.push(' ');
        } else {
            out.push_str(line);
        }
    }
}

/// Whether a line is a day and nothing else: "October 12, 2000".
fn is_day(line: &str) -> bool {
    let line = line.trim();
    line.len() <= LONGEST_DAY
        && when::find(line).is_some_and(|found| found.span.len() == line.len())
}

/// Whether a line begins with a label: "Source: …".
fn is_labelled(line: &str) -> bool {
    let first = line.split_whitespace().next().unwrap_or_default();
    first.ends_with(':') && first.starts_with(char::is_uppercase)
}

/// The characters of the longest line.
fn longest(lines: &[&str]) -> usize {
    let lengths = lines.iter().map(|line| line.trim_end().chars().count());
    lengths.max().unwrap_or(0)
}

/// Whether every line but the last is about as long as the others and goes on in the next.
fn is_broken(lines: &[&str]) -> bool {
    let Some((_, all_but_last)) = lines.split_last().filter(|(_, rest)| !rest.is_empty()) else {
        return false;
    };
    let longest = longest(lines);
    if !BROKEN_AT.contains(&longest) {
        return false;
    }
    let full = |line: &&&str| line.trim_end().chars().count() * 10 >= longest * 7;
    let goes_on = lines
        .iter()
        .skip(1)
        .filter(|line| line.starts_with(char::is_lowercase))
        .count();
    let ends_mid = all_but_last
        .iter()
        .filter(|line| {
            !line
                .trim_end()
                .ends_with(['.', '!', '?', '。', ':', ';', ')'])
        })
        .count();
    all_but_last.iter().filter(full).count() * 10 >= all_but_last.len() * 8
        && goes_on * 10 >= all_but_last.len() * 4
        && ends_mid * 10 >= all_but_last.len() * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_broken_at_a_column_are_joined() {
        let text = "The two ministers of foreign affairs met at the palace and\nspoke for an hour about trade between the two countries,\nthen left for the airport.\n\nNext.\n";
        let draft = read(text);
        assert_eq!(draft.text.lines().count(), 3);
    }

    #[test]
    fn a_sentence_that_ends_short_of_the_column_ends_its_paragraph() {
        let text = "The two ministers of foreign affairs met at the palace and\nspoke for an hour about trade between the two countries,\nabout the duties on foreign rice and about the fish that\nthe boats of both sides catch in the straits in summer,\nthen left.\nOn the way to the airport their cars were stopped by some\nfarmers, who asked for higher duties on foreign rice and\nfor a word with one of the ministers before he was gone,\nthen for another with the second one, who was driving by\nand slowed down when he saw them standing in the road as\nif to wait.\n17-Mar-2021\n";
        let draft = read(text);
        assert_eq!(draft.text.lines().count(), 3);
    }

    #[test]
    fn a_day_on_a_line_of_its_own_stays_alone() {
        let text = "The Two States and Their Joint Statement on Trade\nOctober 12, 2000\nThe two ministers of foreign affairs met at the palace\nand spoke for an hour about trade between the states,\nabout the duties on foreign rice and about the fish\nthat the boats of both sides catch in the straits.\n";
        assert_eq!(read(text).text.lines().nth(1), Some("October 12, 2000"));
    }

    #[test]
    fn lists_and_headings_stay_as_they_are() {
        let text = "2021-03-16 talks\n2021-03-17 more talks\n";
        assert_eq!(read(text).text, text);
    }
}
