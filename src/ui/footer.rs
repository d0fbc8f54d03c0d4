//! The keys that work here.

use super::answer;
use super::ink::Ink;
use crate::app::help;
use crate::app::model::Model;
use crate::app::role::Role;
use crate::text::cells;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let area = model.panes.footer;
    if area.is_empty() {
        return;
    }
    // On a screen without an answer strip, a notice goes before the keys.
    if model.panes.answer.is_empty() && model.notice.is_some() {
        let (role, text) = answer::sentence(model);
        ink.put(
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            role,
            &text,
        );
        return;
    }
    let mut x = area.x + 1;
    for (key, label) in help::hints(model) {
        let wanted = (cells(&key) + cells(label) + 1) as u16;
        if x + wanted > area.right() {
            break;
        }
        let role = Role::Key;
        x += ink.pieces(
            x,
            area.y,
            wanted,
            &[(role, &key), (Role::KeyHelp, " "), (Role::KeyHelp, label)],
        );
        x += 2;
    }
}
