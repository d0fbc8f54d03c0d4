//! What the pages have in common: how many events, which names most often, bars.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::app::detail::{Opens, Page};
use crate::app::role::Role;
use crate::chronicle::{Event, EventId};
use crate::text::cells;
use crate::time::DateRange;

/// Names beyond these are left out.
const MOST: usize = 8;

/// How many events there are, the first and the last of them.
pub(super) fn told(page: &mut Page, events: &[(EventId, Cow<'_, Event>)]) {
    let many = events.len();
    let count = format!("{many} event{}", if many == 1 { "" } else { "s" });
    page.wrapped(
        &[(Role::Text, &count), (Role::Dim, " · Enter lists them")],
        0,
    );
    let ends = [("first ", events.first()), ("last  ", events.last())];
    for (label, (id, event)) in ends
        .into_iter()
        .filter_map(|(label, end)| Some((label, end?)))
    {
        let date = event
            .date
            .map_or_else(|| "no date".to_owned(), |date| date.human());
        let at = page.len();
        page.wrapped(
            &[
                (Role::Dim, label),
                (Role::Date, &date),
                (Role::Text, "  "),
                (Role::Text, &event.title),
            ],
            2 + label.len(),
        );
        page.opens(at, Opens::Event(*id));
    }
}

/// The most frequent with bars, each of which opens what `opens` says for its name.
pub(super) fn counted(
    page: &mut Page,
    heading: &str,
    counts: &BTreeMap<&str, usize>,
    role: Role,
    width: usize,
    opens: impl Fn(&str) -> Opens,
) {
    let mut counts: Vec<(&str, usize)> =
        counts.iter().map(|(name, count)| (*name, *count)).collect();
    counts.sort_by_key(|(name, count)| (Reverse(*count), *name));
    counts.truncate(MOST);
    let Some(most) = counts.first().map(|(_, count)| *count) else {
        return;
    };
    page.heading(heading);
    let widest = counts
        .iter()
        .map(|(name, _)| cells(name))
        .max()
        .unwrap_or(0)
        .min(width / 2);
    for (name, count) in counts {
        let number = format!("{count:>5} ");
        let padding = " ".repeat(widest.saturating_sub(cells(name)));
        let room = width.saturating_sub(widest + 8).min(30);
        let at = page.len();
        page.wrapped(
            &[
                (role, name),
                (Role::Text, &padding),
                (Role::Dim, &number),
                (Role::Bar, &bar(count, most, room)),
            ],
            2,
        );
        page.opens(at, opens(name));
    }
}

/// A bar of at most `width` cells, in eighths.
pub(super) fn bar(part: usize, of: usize, width: usize) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (part * width * 8).div_ceil(of.max(1));
    let mut bar = "█".repeat(eighths / 8);
    bar.push_str(EIGHTHS[eighths % 8]);
    bar
}

/// The years of a stretch of time as they are told of an office: the end of the calendar is open.
pub(super) fn stretch(days: DateRange) -> String {
    let open = days.last() == crate::time::Date::MAX;
    if open {
        format!("since {}", days.first().human())
    } else {
        days.human()
    }
}
