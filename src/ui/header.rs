//! The first row: the program, how much there is.

use super::ink::Ink;
use super::numbers::counted;
use crate::app::model::Model;
use crate::app::role::Role;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let area = model.panes.header;
    if area.is_empty() {
        return;
    }
    let taken = ink.put(
        area.x + 1,
        area.y,
        area.width.saturating_sub(1),
        Role::Accent,
        "linchpin",
    );
    let library = &model.library;
    let mut facts = vec![counted(library.len(), "event")];
    if let Some((first, last)) = library.years() {
        facts.push(format!("{first}–{last}"));
    }
    let undated = library.len() - library.dated();
    if undated > 0 {
        facts.push(format!("{undated} undated"));
    }
    let documents = library.chronicle.documents().len();
    if documents > 0 {
        facts.push(counted(documents, "document"));
    }
    let room = area.width.saturating_sub(taken + 4);
    ink.put_right(
        area.right().saturating_sub(1),
        area.y,
        room,
        Role::Dim,
        &facts.join(" · "),
    );
}
