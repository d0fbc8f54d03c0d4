//! Where a document was written: "TOKYO, Oct. 8 (Wire) --", "Legation of the United States, Seoul,
//! Korea, April 20, 1893."

use crate::gazetteer::Mention;
use crate::record::PlaceRow;
use crate::text::{Span, within};
use crate::timex::Timex3;

/// How far into a text its dateline is looked for, in bytes, and how long a line it may stand in
/// where other words stand before the place.
const REACH: usize = 2_000;
const LINE: usize = 140;

/// The place of the first dateline of a text; names and times are those found in it, in order.
pub(super) fn place(text: &str, names: &[Mention<'_>], times: &[Timex3]) -> Option<PlaceRow> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > REACH {
            return None;
        }
        let lead = line.len() - line.trim_start().len();
        let span = Span::new(start + lead, start + line.trim_end().len().max(lead));
        if let Some(place) = in_line(text, span, names, times) {
            return Some(place);
        }
        start += line.len();
    }
    None
}

/// The place of a line that is a dateline, or begins with one.
fn in_line(text: &str, line: Span, names: &[Mention<'_>], times: &[Timex3]) -> Option<PlaceRow> {
    let is_place = |mention: &&Mention<'_>| mention.meaning.place.is_some();
    let mentions = within(names, line, |mention| mention.span);
    let times = within(times, line, |timex| timex.span);
    let day = times.first().map(|timex| timex.span);
    let gap = |from: u32, to: u32| text.get(from as usize..to as usize).unwrap_or_default();
    let first = mentions.iter().find(is_place)?;
    let after = text.get(first.span.end as usize..).unwrap_or_default();
    let dashed = ["—", "–", "--", "- "]
        .iter()
        .any(|dash| after.trim_start().starts_with(dash));
    let opens = first.span.start == line.start;
    let dated = day.is_some_and(|day| {
        day.start >= first.span.end
            && gap(first.span.end, day.start).len() <= 24
            && after.starts_with(',')
    });
    if opens && (dashed || dated) {
        return first.meaning.place;
    }
    let day = day.filter(|_| line.len() <= LINE)?;
    let titled = gap(line.start, day.start)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and" | "s")
        });
    let last = mentions
        .iter()
        .rfind(|m| m.span.end <= day.start && m.meaning.place.is_some())?;
    let near = gap(last.span.end, day.start);
    (titled && near.starts_with(',') && near.len() <= 24)
        .then_some(last.meaning.place)
        .flatten()
}
