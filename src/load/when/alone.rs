//! Lines that are a date, or a time of day, and nothing else.

use super::{Found, find, month, weekday};
use crate::text::fold;

/// Whether the text is one date and nothing but what goes with it: weekday, time of day, zone.
pub(in crate::load) fn only_date(text: &str) -> Option<Found> {
    let found = find(text)?;
    let before = text.get(..found.span.start as usize)?;
    let after = text.get(found.span.end as usize..)?;
    // "02-Sep-1999 07:38 EDT (02-Sep-1999 1138 UTC)" tells its moment twice.
    let (after, again) = match find(after) {
        Some(other) if other.date == found.date => (
            after.get(..other.span.start as usize)?,
            after.get(other.span.end as usize..)?,
        ),
        _ => (after, ""),
    };
    let bare = |part: &str| {
        let mut words = part
            .split(|c: char| c.is_whitespace() || ",;|()[]·•–—-".contains(c))
            .peekable();
        let mut all = part.len() <= 40;
        while let Some(word) = words.next() {
            // "1138 UTC"
            let hours = word.len() == 4
                && word.bytes().all(|b| b.is_ascii_digit())
                && words.peek().is_some_and(|next| is_zone(next));
            all &= hours || goes_with_date(word);
        }
        all
    };
    (bare(before) && bare(after) && bare(again)).then_some(found)
}

/// Whether words are nothing but a time of day and its zone: ", 5 p.m.", "at 15:04 KST".
pub(in crate::load) fn only_time(text: &str) -> bool {
    text.len() <= 40
        && text
            .split(|c: char| c.is_whitespace() || ",;|()[]".contains(c))
            .all(|word| {
                goes_with_date(word) || word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
            })
}

/// Whether a word can be a zone of time: "KST", "UTC".
fn is_zone(word: &str) -> bool {
    (2..=4).contains(&word.len())
        && word.chars().all(|c| c.is_ascii_uppercase())
        && month(word).is_none()
}

/// Whether a word may stand beside a date in a line that is only a date.
fn goes_with_date(word: &str) -> bool {
    let word = word.trim_matches(['.', ':']);
    let digits = word
        .trim_start_matches('T')
        .trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .trim_start_matches("GMT");
    let clock = digits.contains(':')
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || ":+.".contains(c))
        || word.starts_with(['+', 'G'])
            && digits
                .trim_start_matches('+')
                .bytes()
                .all(|b| b.is_ascii_digit());
    let eastern = matches!(
        word.chars().next(),
        Some(
            '월' | '화'
                | '수'
                | '목'
                | '금'
                | '토'
                | '일'
                | '月'
                | '火'
                | '水'
                | '木'
                | '金'
                | '土'
                | '日'
        )
    ) && word.chars().count() <= 3;
    word.is_empty()
        || clock
        || is_zone(word)
        || eastern
        || weekday(word).is_some()
        || matches!(
            fold(word).as_str(),
            "at" | "on"
                | "am"
                | "pm"
                | "a.m"
                | "p.m"
                | "date"
                | "time"
                | "local"
                | "noon"
                | "midnight"
                | "hrs"
                | "eastern"
        )
}
