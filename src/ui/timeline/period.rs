//! Rows that stand for many events: a period while zoomed out, the fold of a dense day.

use std::ops::Range;

use ratatui::layout::Rect;

use super::{plain, who};
use crate::app::role::Role;
use crate::app::timeline::{Density, Row, Zoom};
use crate::chronicle::EventId;
use crate::text::cells;
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

/// The columns of a period's row, by the width of the list and what its numbers can be.
struct Columns {
    name: u16,
    count: u16,
    bar: u16,
}

impl Columns {
    fn of(line: Rect, list: &ListView<'_>) -> Self {
        let timeline = list.timeline;
        let digits = cells(&grouped(timeline.most_of_a_row())) as u16;
        Self {
            name: name_width(timeline.zoom(), timeline.density() == Density::Dense),
            count: match list.search.marked() {
                Some(_) => 2 * digits + " of ".len() as u16,
                None => digits + "~".len() as u16,
            },
            bar: match line.width {
                ..46 => 0,
                46..70 => 6,
                _ => 12,
            },
        }
    }

    /// Where the event begins that stands for the period.
    fn event(&self, line: Rect) -> u16 {
        let bar = if self.bar > 0 { self.bar + 1 } else { 0 };
        line.x + 1 + self.name + self.count + 1 + bar
    }
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
    let columns = Columns::of(line, list);
    let dense = timeline.density() == Density::Dense;
    let name = match period.start {
        // Where the column is narrow the rows stand below headings, and one says "undated".
        None if columns.name < 8 => "–".to_owned(),
        None => "no date".to_owned(),
        Some(start) if dense => timeline.zoom().full_label(start),
        Some(start) => timeline.zoom().label(start),
    };
    let many = period.ranks.len();
    let count = match found {
        Some(found) => format!("{} of {}", grouped(found), grouped(many)),
        // Where a date says less than the period does, "about" as before a date.
        None if period.vague > 0 => format!("~{}", grouped(many)),
        None => grouped(many),
    };
    let sign = sign(list, selected, &period.ranks, found.unwrap_or(0));
    let mut x = line.x + ink.put(line.x, line.y, 1, role(Role::Mark), sign);
    let right = line.right();
    let room = |x: u16, most: u16| right.saturating_sub(x).min(most);
    ink.put(x, line.y, room(x, columns.name), role(Role::Date), &name);
    x += columns.name + columns.count;
    let count_room = room(x - columns.count, columns.count);
    ink.put_right(x, line.y, count_room, role(Role::Strong), &count);
    x += 1;
    if columns.bar > 0 {
        let most = timeline.most_of_a_period();
        let front = bar(found.unwrap_or(many), most, columns.bar);
        let behind = bar(many, most, columns.bar);
        if found.is_some() {
            let shade = "░".repeat(behind.chars().count());
            let bar_room = room(x, columns.bar);
            ink.put(x, line.y, bar_room, role(Role::BarBehind), &shade);
        }
        ink.put(x, line.y, room(x, columns.bar), role(Role::Bar), &front);
    }
    if let Some(event) = period.headline {
        headline(ink, line, columns.event(line), list, event, plain);
    }
}

/// The second row of a period: the event next in weight; where there is one event only, who took
/// part in it.
pub(super) fn also(ink: &mut Ink<'_>, line: Rect, list: &ListView<'_>, at: usize) {
    let period = list.timeline.period(&list.model.library, at);
    let x = Columns::of(line, list).event(line);
    let role = Some(Role::Dim);
    if let Some(event) = period.next {
        headline(ink, line, x, list, event, role);
    } else if let Some(event) = period
        .headline
        .and_then(|id| list.model.library.chronicle.get(id))
    {
        let room = line.right().saturating_sub(x + 2);
        ink.put(x + 2, line.y, room, Role::Dim, &who(list, event));
    }
}

/// An event in a word: its sign and its title.
fn headline(
    ink: &mut Ink<'_>,
    line: Rect,
    x: u16,
    list: &ListView<'_>,
    event: EventId,
    role: Option<Role>,
) {
    let Some(event) = list.model.library.chronicle.get(event) else {
        return;
    };
    let (kind_role, kind) = signs::of_kind(event.kind);
    let room = |x: u16| line.right().saturating_sub(x);
    ink.put(x, line.y, room(x).min(1), role.unwrap_or(kind_role), kind);
    let x = x + 2;
    ink.put(x, line.y, room(x), role.unwrap_or(Role::Text), &event.title);
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
    let x = line.x + 1 + inset;
    ink.put(
        x,
        line.y,
        line.right().saturating_sub(x),
        role,
        &facts.join(" · "),
    );
}
