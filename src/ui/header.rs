//! The first row: the program, how much there is.

use super::ink::Ink;
use super::numbers::counted;
use crate::app::directory::What;
use crate::app::model::{Model, View};
use crate::app::role::Role;
use crate::text::cells;

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
    let mut x = area.x + 1 + taken + 3;
    if area.width >= 80 {
        let shown = match &model.view {
            View::Timeline => None,
            View::Directory(directory) => Some(directory.what),
        };
        let names = std::iter::once(("Timeline", None))
            .chain(What::ALL.into_iter().map(|what| (what.name(), Some(what))));
        for ((name, what), number) in names.zip(1..) {
            let role = if what == shown {
                Role::Accent
            } else {
                Role::Dim
            };
            let number = number.to_string();
            let room = area.right().saturating_sub(x);
            x += ink.pieces(
                x,
                area.y,
                room,
                &[(Role::Key, &number), (Role::Dim, " "), (role, name)],
            );
            x += 2;
        }
    }
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
    let room = area.right().saturating_sub(x);
    // The least important go first where there is no room.
    while !facts.is_empty() && cells(&facts.join(" · ")) > usize::from(room) {
        facts.pop();
    }
    ink.put_right(area.right(), area.y, room, Role::Dim, &facts.join(" · "));
}
