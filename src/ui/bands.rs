//! Who was in power, along the ribbon.

use super::ink::Ink;
use crate::app::model::Model;
use crate::app::role::Role;
use crate::text::{cells, take_cells};
use crate::time::Date;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let area = model.panes.bands;
    let ribbon = model.panes.ribbon;
    let gazetteer = model.library.chronicle.gazetteer();
    let cursor = model
        .timeline
        .selected()
        .and_then(|id| model.library.first_day(id));
    for (band, y) in model.library.bands.iter().zip(area.top()..area.bottom()) {
        if let Some(term) = band.terms.first() {
            let country = gazetteer.official(term.official).country;
            let code = gazetteer.country(country).code.as_str();
            ink.put(
                area.x,
                y,
                ribbon.x.saturating_sub(area.x),
                Role::Country,
                code,
            );
        }
        let column = |day: Date| model.ribbon.column(day).map(|c| ribbon.x + c as u16);
        let now = cursor.and_then(|day| band.holder(day));
        for term in &band.terms {
            let end = column(term.days.last().plus_days(1)).unwrap_or_else(|| ribbon.right());
            let Some(begin) = column(term.days.first()).filter(|begin| *begin < end) else {
                continue;
            };
            let holds =
                now == Some(term.official) && cursor.is_some_and(|day| term.days.contains(day));
            let role = if holds { Role::Viewport } else { Role::Dim };
            let room = (end - begin).saturating_sub(1);
            let name = gazetteer.official(term.official).family.as_str();
            if usize::from(room) >= cells(name).min(4) {
                ink.put(begin, y, 1, Role::Border, "▏");
                // A name cut short is still known; a mark of the cut would take its place.
                ink.put(begin + 1, y, room, role, take_cells(name, room.into()).0);
            } else if holds {
                ink.put(begin, y, room.max(1), role, "▏");
            }
        }
    }
}
