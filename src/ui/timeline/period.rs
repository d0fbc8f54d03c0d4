//! Rows that stand for many events: a period while zoomed out, the fold of a dense day.

use std::ops::Range;

use ratatui::layout::Rect;

use super::plain;
use crate::app::role::Role;
use crate::app::timeline::{Density, Row, Zoom};
use crate::chronicle::EventId;
use crate::ui::ink::Ink;
use crate::ui::list_view::ListView;
use crate::ui::numbers::{counted, grouped};
use crate::ui::signs;

/// A bar from the left, in eighths of a cell.
const EIGHTHS: [&str; 9] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// The sign before a row of many events.
fn sign(list: &ListView<'_>, selected: bool, ranks: &Range<usize>, hits: usize) -> &'static str {
    let marked = list
        .timeline
        .listed(&list.model.kept.marked, ranks)
        .next()
        .is_some();
    match (selected, marked) {
        (true, _) => "▶",
        (false, true) => "♦",
        (false, false) if hits > 0 => "•",
        (false, false) => " ",
    }
}

/// The events found among some ranks, where others are listed as well.
fn hits<'a>(list: &'a ListView<'_>, ranks: &Range<usize>) -> Option<&'a [EventId]> {
    let found = list.search.marked()?;
    Some(list.timeline.within(&found.ids, ranks))
}

/// A period: its name, how many events as a number and a bar, and one that stands for all.
pub(super) fn draw(ink: &mut Ink<'_>, line: Rect, list: &ListView<'_>, at: usize) {
    let timeline = list.timeline;
    let period = timeline.period(&list.model.library, at);
    let found = hits(list, &period.ranks).map(<[EventId]>::len);
    let selected = timeline.is_on(Row::Period(at));
    let plain = plain(list, selected, found == Some(0));
    let role = |own: Role| plain.unwrap_or(own);
    if selected {
        ink.wash(line, role(Role::Selection));
    }
    let zoom = timeline.zoom();
    let name = match period.start {
        None => "no date".to_owned(),
        Some(start) if timeline.density() == Density::Dense => zoom.full_label(start),
        Some(start) => zoom.label(start),
    };
    let name_width = name_width(zoom, timeline.density() == Density::Dense);
    let many = period.ranks.len();
    let count = match found {
        Some(found) => format!("{} of {}", grouped(found), grouped(many)),
        // Where a date says less than the period does, "about" as before a date.
        None if period.vague > 0 => format!("~{}", grouped(many)),
        None => grouped(many),
    };
    let count_width: u16 = if found.is_some() { 12 } else { 6 };
    let bar_width: u16 = match line.width {
        ..46 => 0,
        46..70 => 6,
        _ => 12,
    };
    let sign = sign(list, selected, &period.ranks, found.unwrap_or(0));
    let mut x = line.x + ink.put(line.x, line.y, 1, role(Role::Mark), sign);
    let right = line.right();
    let room = |x: u16, most: u16| right.saturating_sub(x).min(most);
    ink.put(x, line.y, room(x, name_width), role(Role::Date), &name);
    x += name_width;
    ink.put_right(
        x + count_width,
        line.y,
        room(x, count_width),
        role(Role::Strong),
        &count,
    );
    x += count_width + 1;
    if bar_width > 0 {
        let most = timeline.most_of_a_period();
        let front = bar(found.unwrap_or(many), most, bar_width);
        let behind = bar(many, most, bar_width);
        if found.is_some() {
            let cells = "░".repeat(behind.chars().count());
            ink.put(x, line.y, room(x, bar_width), role(Role::BarBehind), &cells);
        }
        ink.put(x, line.y, room(x, bar_width), role(Role::Bar), &front);
        x += bar_width + 1;
    }
    let Some(event) = period
        .headline
        .and_then(|id| list.model.library.chronicle.get(id))
    else {
        return;
    };
    let (kind_role, kind) = signs::of_kind(event.kind);
    ink.put(x, line.y, room(x, 1), role(kind_role), kind);
    x += 2;
    ink.put(x, line.y, room(x, u16::MAX), role(Role::Text), &event.title);
}

/// Cells of the longest name of a period, and one more.
const fn name_width(zoom: Zoom, with_year: bool) -> u16 {
    match (zoom, with_year) {
        (Zoom::Event | Zoom::Day, false) => 11,
        (Zoom::Event | Zoom::Day, true) | (Zoom::Week, false) => 16,
        (Zoom::Week, true) => 27,
        (Zoom::Month | Zoom::Quarter, false) => 4,
        (Zoom::Month | Zoom::Quarter, true) | (Zoom::Year | Zoom::Decade, _) => 9,
    }
}

/// A bar as long as its share of the most, at least the thinnest for any event.
fn bar(many: usize, most: usize, width: u16) -> String {
    let full = usize::from(width) * 8;
    let eighths = match many {
        0 => 0,
        _ => (many * full / most.max(1)).clamp(1, full),
    };
    let mut bar = "█".repeat(eighths / 8);
    bar.push_str(EIGHTHS[eighths % 8]);
    bar
}

/// The events of a dense day that are folded away.
pub(super) fn fold(
    ink: &mut Ink<'_>,
    line: Rect,
    inset: u16,
    list: &ListView<'_>,
    ranks: Range<usize>,
) {
    let timeline = list.timeline;
    let date = timeline
        .shown
        .id(ranks.start)
        .and_then(|id| list.model.library.chronicle.get(id))
        .and_then(|event| event.date);
    let Some(date) = date else { return };
    let on = if date.is_day_precise() { "on" } else { "in" };
    let found = hits(list, &ranks).map(<[EventId]>::len);
    let selected = timeline.is_on(Row::Fold(ranks.start, ranks.len()));
    let plain = plain(list, selected, found == Some(0));
    let role = plain.unwrap_or(Role::Dim);
    if selected {
        ink.wash(line, role);
    }
    let sign = sign(list, selected, &ranks, found.unwrap_or(0));
    ink.put(line.x, line.y, 1, plain.unwrap_or(Role::Mark), sign);
    let mut facts = vec![format!(
        "+{} more {on} {}",
        grouped(ranks.len()),
        date.human()
    )];
    if let Some(found @ 1..) = found {
        facts.push(counted(found, "hit"));
    }
    let marked = timeline.listed(&list.model.kept.marked, &ranks).count();
    if marked > 0 {
        facts.push(format!("{} marked", grouped(marked)));
    }
    let x = line.x + 1 + inset + 2;
    ink.put(
        x,
        line.y,
        line.right().saturating_sub(x),
        role,
        &facts.join(" · "),
    );
}
