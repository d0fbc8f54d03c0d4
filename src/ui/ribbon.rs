//! Events over time: solid bars for this result, dots for all behind it, years and the part that is
//! in view below.

use super::ink::Ink;
use crate::app::model::Model;
use crate::app::ribbon::viewport;
use crate::app::role::Role;
use ratatui::layout::Rect;

/// Solid, from empty to full: the result.
const SOLID: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// Dotted, from empty to full: what lies behind.
const DOTS: [&str; 9] = [" ", "⡀", "⣀", "⣄", "⣤", "⣦", "⣶", "⣷", "⣿"];

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    bars(ink, model);
    axis(ink, model);
}

fn bars(ink: &mut Ink<'_>, model: &Model) {
    let area = model.panes.ribbon;
    let ribbon = &model.ribbon;
    let most = ribbon.all.iter().copied().max().unwrap_or(0).max(1);
    let levels = u32::from(area.height) * 8;
    // By square root: a busy year does not flatten all others.
    let level = |count: u32| match count {
        0 => 0,
        _ => (((f64::from(count) / f64::from(most)).sqrt() * f64::from(levels)).round() as u32)
            .max(1),
    };
    for (x, (all, front)) in (area.left()..area.right()).zip(ribbon.all.iter().zip(&ribbon.front)) {
        for row in 0..area.height {
            let below = u32::from(row) * 8;
            let part = |count: u32| level(count).saturating_sub(below).min(8) as usize;
            let y = area.bottom() - 1 - row;
            match (part(*front), part(*all)) {
                (0, 0) => {}
                (0, behind) => {
                    ink.put(x, y, 1, Role::BarBehind, DOTS[behind]);
                }
                // Where it counts, even one event is to be seen among hundreds.
                (solid, behind) => {
                    let solid = if behind > solid { solid.max(3) } else { solid };
                    ink.put(x, y, 1, Role::Bar, SOLID[solid]);
                }
            }
        }
    }
}

/// The range being chosen: the columns it covers, between brackets below.
fn brushed(ink: &mut Ink<'_>, model: &Model, (from, to): (usize, usize)) {
    let bars = model.panes.ribbon;
    let axis = model.panes.axis;
    let x = bars.x.saturating_add(from as u16);
    let width = (to - from + 1) as u16;
    ink.wash(Rect { x, width, ..bars }, Role::Selection);
    let line = Rect { x, width, ..axis };
    ink.rule(line, Role::Selection, '━');
    let end = model.brush.and_then(|brush| model.ribbon.column(brush.end));
    for column in [from, to] {
        let sign = match column {
            _ if end == Some(column) => "▲",
            _ if column == from => "┗",
            _ => "┛",
        };
        ink.put(axis.x + column as u16, axis.y, 1, Role::Selection, sign);
    }
}

fn axis(ink: &mut Ink<'_>, model: &Model) {
    let area = model.panes.axis;
    let ribbon = &model.ribbon;
    let Some((first, last)) = model.library.main_years().filter(|_| !area.is_empty()) else {
        return;
    };
    let years = (last - first + 1).max(1);
    let room = i32::from(area.width) / 8;
    let every = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|every| years / every <= room.max(1))
        .unwrap_or(500);
    for year in (first..=last).filter(|year| *year == first || year % every == 0) {
        let Some(day) = crate::time::Date::new(year, 1, 1) else {
            continue;
        };
        let Some(column) = ribbon.column(day) else {
            continue;
        };
        let x = area.x + column as u16;
        let near_first = year != first && i32::from(column as u16) < 6;
        if !near_first && x + 4 <= area.right() {
            ink.put(x, area.y, 4, Role::Dim, &year.to_string());
        }
    }
    if let Some(columns) = model.brush.and_then(|brush| brush.columns(ribbon)) {
        brushed(ink, model, columns);
        return;
    }
    let shown = viewport(&model.library, &model.timeline.shown, model.in_view());
    let cursor = model
        .timeline
        .selected()
        .and_then(|id| model.library.first_day(id));
    if let Some(days) = shown {
        let (Some(from), Some(to)) = (ribbon.column(days.first()), ribbon.column(days.last()))
        else {
            return;
        };
        for column in from..=to {
            let sign = match column {
                _ if cursor.and_then(|day| ribbon.column(day)) == Some(column) => "▲",
                _ if column == from => "╰",
                _ if column == to => "╯",
                _ => "─",
            };
            ink.put(area.x + column as u16, area.y, 1, Role::Viewport, sign);
        }
    }
}
