//! An answer as one line, and the same line where there is less room.

use super::Answer;
use crate::chronicle::{Chronicle, EventId};
use crate::query::Ask;
use crate::text::cells;

/// What stands between the parts of a line.
const BETWEEN: &str = " · ";
const REACH: &str = "sources reach ";

/// The answer as parts in the order of their weight.
pub(super) fn told(
    chronicle: &Chronicle,
    answer: &Answer,
    ask: Option<Ask>,
    titled: bool,
) -> String {
    let date = |id: EventId| {
        let date = chronicle.event(id).date;
        date.map_or_else(|| "undated".to_owned(), |date| date.human())
    };
    let end = |word: &str, id: EventId| {
        let title = if titled {
            title(chronicle, id)
        } else {
            String::new()
        };
        format!("{word} {}{title}", date(id))
    };
    let last = answer.last.map(|id| end("last", id));
    let first = answer.first.map(|id| end("first", id));
    let overdue = answer.unconfirmed.map(|id| {
        let day = date(id);
        format!("planned for {day}: no source says that it took place")
    });
    let next = answer.next.map(|id| format!("next planned {}", date(id)));
    let mut planned: Vec<String> = overdue.into_iter().chain(next).collect();
    let mut late = None;
    let mut parts: Vec<String> = Vec::new();
    match ask {
        Some(Ask::First) => {
            parts.extend(first);
            parts.push(count(answer));
            parts.extend(last.filter(|_| answer.count > 1));
        }
        Some(Ask::Count) => {
            parts.push(count(answer));
            parts.extend(last);
            parts.extend(first.filter(|_| answer.count > 1));
        }
        // Nothing has happened: what is planned says more than that it is none.
        Some(Ask::Last) | None if answer.count == 0 && !planned.is_empty() => {
            parts.append(&mut planned);
        }
        Some(Ask::Last) | None => {
            parts.extend(last);
            parts.push(count(answer));
            parts.extend(
                answer
                    .previous
                    .map(|id| format!("before that {}", date(id))),
            );
            late = answer.first.filter(|_| answer.count > 2);
        }
    }
    if answer.visits && answer.count == 0 && answer.mentions > 0 {
        parts.push(mentions(answer.mentions, "event"));
    }
    if let Some(reach) = answer.reach {
        parts.push(format!("{REACH}{} {}", reach.month_name(), reach.year()));
    }
    parts.append(&mut planned);
    parts.extend(late.map(|id| format!("first {}", date(id))));
    if let [first, second, others @ ..] = answer.people.as_slice() {
        parts.push(match others.len() {
            0 => format!("of {first} and {second}"),
            more => format!("of {first}, {second} and {more} more"),
        });
    }
    if answer.count > 0 && answer.mentions > 0 {
        parts.push(mentions(answer.mentions, "more"));
    }
    let line = parts.join(BETWEEN);
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// What happened, and where if the title does not say it.
fn title(chronicle: &Chronicle, id: EventId) -> String {
    let event = chronicle.event(id);
    let place = event
        .places
        .first()
        .map(|place| chronicle.place_name(place));
    match place.filter(|place| !event.title.contains(*place)) {
        Some(place) => format!(": {} ({place})", event.title),
        None => format!(": {}", event.title),
    }
}

fn count(answer: &Answer) -> String {
    let noun = match (answer.visits, answer.count) {
        (true, 1) => "visit",
        (true, _) => "visits",
        (false, 1) => "event",
        (false, _) => "events",
    };
    match (answer.count, answer.events) {
        (count, events) if count < events => format!("{count} {noun} ({events} events)"),
        (count, _) => format!("{count} {noun}"),
    }
}

fn mentions(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, noun) => format!("1 {noun} only mentions it"),
        (count, "event") => format!("{count} events only mention it"),
        (count, noun) => format!("{count} {noun} only mention it"),
    }
}

/// A line of an answer for so many cells: the last, how many, the one before and how far the sources
/// reach are kept as long as they fit, and the first part always.
pub fn fitted(text: &str, width: usize) -> String {
    let mut parts: Vec<String> = text.split(BETWEEN).map(str::to_owned).collect();
    let fits = |parts: &[String]| cells(&parts.join(BETWEEN)) <= width;
    let kept = parts.iter().position(|part| part.starts_with(REACH));
    let kept = kept.map_or(1, |at| at + 1);
    while parts.len() > kept && !fits(&parts) {
        parts.pop();
    }
    if !fits(&parts) {
        for part in &mut parts {
            if let Some((count, _)) = part.split_once(" (") {
                *part = count.to_owned();
            }
            if let Some(day) = part.strip_prefix("before that ") {
                *part = format!("before {day}");
            }
        }
    }
    while parts.len() > 1 && !fits(&parts) {
        parts.pop();
    }
    parts.join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_is_kept_where_there_is_little_room() {
        let line = "Last 6 Jan 2025 · 5 visits (8 events) · before that 17–18 Mar 2024 · sources reach \
                    Oct 2026 · first 19 Apr 2016 · 2 more only mention it";
        assert_eq!(fitted(line, 200), line);
        assert_eq!(
            fitted(line, 112),
            "Last 6 Jan 2025 · 5 visits (8 events) · before that 17–18 Mar 2024 · sources reach \
             Oct 2026 · first 19 Apr 2016"
        );
        assert_eq!(
            fitted(line, 78),
            "Last 6 Jan 2025 · 5 visits · before 17–18 Mar 2024 · sources reach Oct 2026"
        );
        let planned = "Planned for 14–20 Mar 2005: no source says that it took place · sources reach Mar 2005";
        assert_eq!(
            fitted(planned, 78),
            "Planned for 14–20 Mar 2005: no source says that it took place"
        );
        assert_eq!(fitted("", 10), "");
    }
}
