//! The one way in which text reaches a cell.
//!
//! Texts were cleaned when they were loaded; they are looked at again here, because one that was
//! forgotten must not drive the terminal. Nothing is drawn outside the area that was given.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Theme;
use crate::app::detail::TextLine;
use crate::app::role::Role;
use crate::text::{agreed, cells, clean, fit, is_clean, plain_cells};

/// A buffer with a theme.
pub(super) struct Ink<'a> {
    buffer: &'a mut Buffer,
    /// How roles look.
    pub(super) theme: &'a Theme,
}

impl<'a> Ink<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme }
    }

    /// Puts text into at most `most` cells from `x` on; what does not fit ends with `…`. Returns the
    /// cells taken.
    pub(super) fn put(&mut self, x: u16, y: u16, most: u16, role: Role, text: &str) -> u16 {
        self.put_styled(x, y, most, self.theme.style(role), text)
    }

    /// The same in a style.
    #[expect(
        clippy::disallowed_methods,
        reason = "the text is clean: this is the sink"
    )]
    pub(super) fn put_styled(
        &mut self,
        x: u16,
        y: u16,
        most: u16,
        style: Style,
        text: &str,
    ) -> u16 {
        let area = self.buffer.area;
        if y < area.y || y >= area.bottom() || x < area.x || x >= area.right() {
            return 0;
        }
        let most = usize::from(most.min(area.right() - x));
        let plain = plain_cells(text).is_some();
        let checked;
        let text = if plain || is_clean(text) {
            text
        } else {
            checked = clean(text);
            &checked
        };
        let fitted = fit(text, most);
        if plain {
            let mut end = x;
            for c in fitted.chars() {
                self.buffer[(end, y)].set_char(c).set_style(style);
                end += 1;
            }
            return end - x;
        }
        let drawn = agreed(&fitted);
        let (end, _) = self.buffer.set_stringn(x, y, &drawn, most, style);
        end.saturating_sub(x)
    }

    /// Puts text so that it ends before `right`. Returns the cells taken.
    pub(super) fn put_right(
        &mut self,
        right: u16,
        y: u16,
        most: u16,
        role: Role,
        text: &str,
    ) -> u16 {
        let width = u16::try_from(cells(text)).unwrap_or(u16::MAX).min(most);
        self.put(right.saturating_sub(width), y, width, role, text)
    }

    /// Puts pieces of text one after the other. Returns the cells taken.
    pub(super) fn pieces(&mut self, x: u16, y: u16, most: u16, pieces: &[(Role, &str)]) -> u16 {
        let mut taken = 0;
        for (role, text) in pieces {
            if taken >= most {
                break;
            }
            taken += self.put(x + taken, y, most - taken, *role, text);
        }
        taken
    }

    /// Lines from the first in view on, one of them perhaps chosen.
    pub(super) fn lines(
        &mut self,
        area: Rect,
        lines: &[TextLine],
        first: usize,
        chosen: Option<usize>,
    ) {
        let rows = area.top()..area.bottom();
        for ((at, line), y) in lines.iter().enumerate().skip(first).zip(rows) {
            let plain = (chosen == Some(at)).then_some(Role::Selection);
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            if let Some(plain) = plain {
                self.wash(row, plain);
            }
            let mut x = area.x;
            for (role, text) in &line.pieces {
                let room = area.right().saturating_sub(x);
                x += self.put(x, y, room, plain.unwrap_or(*role), text);
            }
        }
    }

    /// Lays a style over the cells of an area.
    pub(super) fn wash(&mut self, area: Rect, role: Role) {
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, self.theme.style(role));
    }

    /// Empties an area.
    pub(super) fn clear(&mut self, area: Rect) {
        let style = self.theme.style(Role::Text);
        for position in area.intersection(self.buffer.area).positions() {
            let cell = &mut self.buffer[position];
            cell.reset();
            cell.set_style(style);
        }
    }

    /// One sign of our own, a cell wide, in every cell of an area.
    #[expect(clippy::disallowed_methods, reason = "the sign is one of ours")]
    pub(super) fn rule(&mut self, area: Rect, role: Role, sign: char) {
        let style = self.theme.style(role);
        for position in area.intersection(self.buffer.area).positions() {
            self.buffer[position].set_char(sign).set_style(style);
        }
    }

    /// A frame with a title at the left and one at the right: four sides where `boxed`, else a line
    /// above.
    pub(super) fn frame(&mut self, area: Rect, boxed: bool, focus: bool, titles: (&str, &str)) {
        if area.height < 2 || area.width == 0 {
            return;
        }
        let role = if focus {
            Role::BorderFocus
        } else {
            Role::Border
        };
        let top = Rect { height: 1, ..area };
        self.rule(top, role, '─');
        if boxed && area.height >= 3 && area.width >= 3 {
            let bottom = area.bottom() - 1;
            self.rule(Rect { y: bottom, ..top }, role, '─');
            for x in [area.left(), area.right() - 1] {
                let side = Rect {
                    x,
                    y: area.y + 1,
                    width: 1,
                    height: area.height - 2,
                };
                self.rule(side, role, '│');
            }
            for (x, y, corner) in [
                (area.left(), area.top(), "┌"),
                (area.right() - 1, area.top(), "┐"),
                (area.left(), area.bottom() - 1, "└"),
                (area.right() - 1, area.bottom() - 1, "┘"),
            ] {
                self.put(x, y, 1, role, corner);
            }
        }
        let (left, right) = titles;
        let room = area.width.saturating_sub(4);
        let mut taken = 0;
        if !left.is_empty() {
            let role = if focus {
                Role::BorderFocus
            } else {
                Role::Title
            };
            taken = self.put(area.x + 2, area.y, room, role, &format!(" {left} "));
        }
        let wanted = u16::try_from(cells(right) + 2).unwrap_or(u16::MAX);
        if !right.is_empty() && taken + wanted < room {
            let end = area.right() - 2;
            self.put_right(end, area.y, wanted, Role::Dim, &format!(" {right} "));
        }
    }
}

/// How many lines there are above and below those in view, as a title tells it.
pub(super) fn beyond(lines: usize, first: usize, area: Rect) -> String {
    match (
        first,
        lines.saturating_sub(first + usize::from(area.height)),
    ) {
        (0, 0) => String::new(),
        (above, 0) => format!("↑ {above}"),
        (0, below) => format!("↓ {below}"),
        (above, below) => format!("↑ {above} ↓ {below}"),
    }
}
