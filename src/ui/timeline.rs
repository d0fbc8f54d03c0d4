//! The list of events: the rows in view and nothing else.

mod period;

use ratatui::layout::Rect;

use super::ink::Ink;
use super::list_view::ListView;
use super::numbers::{duration, grouped};
use super::signs;
use crate::app::found::Context;
use crate::app::panes::WIDE;
use crate::app::role::Role;
use crate::app::timeline::{Row, Zoom};
use crate::chronicle::Event;
use crate::text::cells;
use crate::time::Date;

pub(super) fn draw(ink: &mut Ink<'_>, list: &ListView<'_>) {
    let frame = list.pane.frame;
    if frame.is_empty() {
        return;
    }
    let boxed = list.model.panes.body.width >= WIDE;
    let (left, right) = titles(list);
    ink.frame(
        frame,
        boxed,
        list.active && list.model.overlay.is_none(),
        (&left, &right),
    );
    let area = list.pane.rows;
    if list.timeline.shown.is_empty() {
        let text = if list.search.found.is_some() {
            "Nothing was found. Esc shows everything again."
        } else {
            "There are no events. Open files: linchpin PATH…"
        };
        ink.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            Role::Dim,
            text,
        );
        return;
    }
    let columns = Columns::of(area);
    let rows = list.timeline.rows(&list.model.library, area.height.into());
    for (row, y) in rows.into_iter().zip(area.top()..area.bottom()) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        match row {
            Row::Year(year) => heading(ink, line, year),
            Row::Gap(days) => gap(ink, line, list, days),
            Row::Event(rank) => event(ink, line, &columns, list, rank),
            Row::More(rank) => more(ink, line, &columns, list, rank),
            Row::Fold(rank, many) => {
                period::fold(ink, line, columns.date, list, rank..rank + many);
            }
            Row::Period(at) => period::draw(ink, line, list, at),
            Row::Also(at) => period::also(ink, line, list, at),
        }
    }
}

fn titles(list: &ListView<'_>) -> (String, String) {
    let shown = &list.timeline.shown;
    let in_view = list.timeline.first_in_view();
    let year = shown
        .id(in_view)
        .and_then(|id| list.model.library.first_day(id))
        .map(Date::year);
    let name = year.map_or_else(|| "Undated".to_owned(), |year| year.to_string());
    let context = match (list.search.context, &list.search.found) {
        (Context::Around, _) => format!(" · ± {} days", list.search.around.1),
        (Context::Mark, Some(_)) => " · all, found ones bright".to_owned(),
        (Context::Only, Some(_)) => " · only found".to_owned(),
        _ => String::new(),
    };
    let zoom = match list.timeline.zoom() {
        Zoom::Event => String::new(),
        zoom => format!(" · by {}", zoom.name()),
    };
    let (at, of) = list.timeline.position();
    let at = if shown.is_empty() { 0 } else { at + 1 };
    let what = match list.timeline.zoom() {
        Zoom::Event => String::new(),
        zoom => format!(" {}{}", zoom.name(), if of == 1 { "" } else { "s" }),
    };
    let position = format!("{} of {}{what}", grouped(at), grouped(of));
    // Of two lists, each says what it searches for; one alone has the search bar for it.
    let query = match &list.model.split {
        Some(_) if !list.search.line.is_empty() => format!(" · {}", list.search.line.text()),
        _ => String::new(),
    };
    (format!("{name}{zoom}{context}{query}"), position)
}

fn heading(ink: &mut Ink<'_>, line: Rect, year: Option<i32>) {
    let name = year.map_or_else(|| "undated".to_owned(), |year| year.to_string());
    let taken = ink.put(
        line.x + 1,
        line.y,
        line.width.saturating_sub(1),
        Role::Heading,
        &name,
    );
    let rest = Rect {
        x: line.x + taken + 2,
        width: line.width.saturating_sub(taken + 3),
        ..line
    };
    ink.rule(rest, Role::Border, '─');
}

fn gap(ink: &mut Ink<'_>, line: Rect, list: &ListView<'_>, days: i64) {
    let searched = list.search.found.is_some() && list.search.context == Context::Only;
    let without = if searched { " without one" } else { "" };
    let text = format!("┄ {}{without} ┄", duration(days));
    ink.put(
        line.x + 2,
        line.y,
        line.width.saturating_sub(2),
        Role::Dim,
        &text,
    );
}

/// The columns of a row, by the width of the list.
struct Columns {
    /// The date, and the sign of what lasts where the date leaves room for it.
    date: u16,
    countries: u16,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let width = area.width;
        Self {
            date: match width {
                ..46 => 12,
                46..WIDE => 13,
                _ => 17,
            },
            countries: if width >= 60 { 9 } else { 0 },
        }
    }
}

/// The role of a whole row, where the cursor or the search sets one.
fn plain(list: &ListView<'_>, selected: bool, dimmed: bool) -> Option<Role> {
    match (selected, dimmed) {
        (true, _) if list.active => Some(Role::Selection),
        (true, _) => Some(Role::SelectionIdle),
        (false, true) => Some(Role::Dim),
        (false, false) => None,
    }
}

fn event(ink: &mut Ink<'_>, line: Rect, columns: &Columns, list: &ListView<'_>, rank: usize) {
    let Some(id) = list.timeline.shown.id(rank) else {
        return;
    };
    let Some(event) = list.model.library.chronicle.get(id) else {
        return;
    };
    let selected = rank == list.timeline.cursor;
    let plain = plain(list, selected, list.search.dims(id));
    let role = |own: Role| plain.unwrap_or(own);
    if selected {
        ink.wash(line, role(Role::Selection));
    }
    let found = list.search.marked();
    let sign = match (
        selected,
        list.model.is_marked(id),
        found.is_some_and(|found| found.has(id)),
    ) {
        (true, false, _) => "▶",
        (_, true, _) => "♦",
        (false, false, true) => "•",
        (false, false, false) => " ",
    };
    let right = line.right();
    let mut x = line.x;
    let mut put = |ink: &mut Ink<'_>, width: u16, own: Role, text: &str| {
        let room = right.saturating_sub(x).min(width);
        let taken = ink.put(x, line.y, room, role(own), text);
        x += width;
        taken
    };
    put(ink, 1, Role::Mark, sign);
    let room = columns.date - 1;
    let date = event.date.map_or_else(
        || "no date".to_owned(),
        |date| date.human_within(room.into()),
    );
    let taken = put(ink, room, Role::Date, &date);
    // A date that takes all the room tells by its dash that it lasts.
    let mark = if lasts(event) && taken + 2 <= room {
        "▬"
    } else {
        ""
    };
    ink.put(line.x + room, line.y, 1, role(Role::Date), mark);
    put(ink, 1, Role::Date, "");
    let (kind_role, kind) = signs::of_kind(event.kind);
    put(ink, 2, kind_role, kind);
    if columns.countries > 0 {
        put(
            ink,
            columns.countries,
            Role::Country,
            &countries(list, event),
        );
    }
    let chronicle = &list.model.library.chronicle;
    let (own, status) = signs::of_status(event.status).unwrap_or((Role::Text, ""));
    let count = if chronicle.is_unsourced(event) {
        "?".to_owned()
    } else {
        signs::of_count(event.attestations.len())
    };
    let mut room = right.saturating_sub(x);
    if line.width >= 39 && !count.is_empty() {
        let count_role = if count == "?" {
            Role::Warning
        } else {
            Role::Dim
        };
        ink.put_right(right, line.y, 2, role(count_role), &count);
    }
    room = room.saturating_sub(if line.width >= 39 { 3 } else { 0 });
    // A place is told where the title leaves room for it.
    let title = cells(status) + cells(&event.title);
    let place = event
        .places
        .first()
        .map(|place| chronicle.place_name(place));
    if let Some(place) = place.filter(|place| title + 2 + cells(place) <= usize::from(room)) {
        ink.put_right(x + room, line.y, room, role(Role::Place), place);
    }
    let taken = ink.put(x, line.y, room, role(own), status);
    ink.put(x + taken, line.y, room - taken, role(own), &event.title);
}

fn more(ink: &mut Ink<'_>, line: Rect, columns: &Columns, list: &ListView<'_>, rank: usize) {
    let Some(event) = list
        .timeline
        .shown
        .id(rank)
        .and_then(|id| list.model.library.chronicle.get(id))
    else {
        return;
    };
    let text = who(list, event);
    let inset = 1 + columns.date + 2 + columns.countries;
    ink.put(
        line.x + inset,
        line.y,
        line.width.saturating_sub(inset),
        Role::Dim,
        &text,
    );
}

/// Who took part; what happened where nobody is named.
fn who(list: &ListView<'_>, event: &Event) -> String {
    let names = list.model.library.chronicle.people(event);
    if names.is_empty() {
        event.summary.to_string()
    } else {
        names.join(", ")
    }
}

fn lasts(event: &Event) -> bool {
    event.date.is_some_and(|date| date.is_day_precise())
        && event.range().is_some_and(|range| range.days() > 1)
}

fn countries(list: &ListView<'_>, event: &Event) -> String {
    let codes: Vec<&str> = list.model.library.chronicle.country_codes(event).collect();
    match codes.as_slice() {
        [a, b, _, _, ..] => format!("{a}·{b}+{}", codes.len() - 2),
        _ => codes.join("·"),
    }
}
