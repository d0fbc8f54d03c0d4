//! Addresses on the screen that the terminal lets the user follow (OSC 8).
//!
//! ratatui's cells know no links, and a sequence inside a cell would be counted as width. So the
//! frame is drawn without them, and then the cells of each address are written once more, the same
//! signs in the same places, between the beginning and the end of a link. What is drawn does not
//! change, only where it leads. A cell that ratatui writes anew loses its link, but it writes only
//! cells that changed: an address that stands where it stood with the same look still has its
//! link, and nothing is written for it.

use std::io::Write;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};

use crate::text::{cells, fnv};
use crate::ui::Hyperlink;

/// Cursor and look are saved before and restored after.
const SAVE: &[u8] = b"\x1b7";
const RESTORE: &[u8] = b"\x1b8";
const END: &[u8] = b"\x1b]8;;\x1b\\";

/// What the terminal was told of links.
#[derive(Debug, Default)]
pub(super) struct Links {
    told: Vec<(Hyperlink, Vec<Cell>)>,
}

impl Links {
    /// What must be written after a frame so that just these cells lead where they should; empty
    /// if nothing. `anew` says that the whole screen was drawn again.
    pub(super) fn bytes(&mut self, frame: &Buffer, links: Vec<Hyperlink>, anew: bool) -> Vec<u8> {
        if anew {
            self.told.clear();
        }
        let now: Vec<(Hyperlink, Vec<Cell>)> = links
            .into_iter()
            .map(|link| {
                let area = link.area.intersection(frame.area);
                let cells = area.positions().map(|at| frame[at].clone());
                let cells = cells.collect();
                (link, cells)
            })
            .collect();
        let before = std::mem::replace(&mut self.told, now);
        let gone = before.iter().filter(|old| !self.told.contains(old));
        let new = self.told.iter().filter(|link| !before.contains(link));
        let mut out = Vec::new();
        // What leads nowhere now first, since an address may have come to stand there.
        for (old, _) in gone {
            put(&mut out, frame, old);
        }
        for (link, _) in new {
            // The same id makes the lines of a wrapped address one link.
            // A list takes all that is written.
            let _ = write!(out, "\x1b]8;id={:x};{}\x1b\\", id(link), link.link);
            put(&mut out, frame, link);
            out.extend_from_slice(END);
        }
        if out.is_empty() {
            return out;
        }
        [SAVE, &out, RESTORE].concat()
    }
}

fn put(out: &mut Vec<u8>, frame: &Buffer, link: &Hyperlink) {
    let area = link.area.intersection(frame.area);
    let seen = area.rows().flat_map(|row| {
        // A wide sign stands in its first cell and covers the next, where nothing is written.
        let mut free = row.x;
        row.positions().filter_map(move |at| {
            let cell = &frame[at];
            let covered = at.x < free;
            if !covered {
                let width = u16::try_from(cells(cell.symbol())).unwrap_or(u16::MAX);
                free = at.x.saturating_add(width.max(1));
            }
            (!covered).then_some((at.x, at.y, cell))
        })
    });
    // A list takes all that is written.
    let _ = CrosstermBackend::new(out).draw(seen);
}

/// One number for one address, so that its cells are one link.
fn id(link: &Hyperlink) -> u32 {
    fnv(link.link.as_str().bytes()) as u32
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::text::Link;

    fn frame(lines: &[&str]) -> Buffer {
        let mut buffer = Buffer::with_lines(lines.to_vec());
        let area = buffer.area;
        buffer.set_style(area, Style::new().fg(Color::Cyan));
        buffer
    }

    fn link(x: u16, y: u16, width: u16, url: &str) -> Hyperlink {
        Hyperlink {
            area: Rect::new(x, y, width, 1),
            link: Link::of(url).expect("an address"),
        }
    }

    /// The screen after bytes, without what was written before.
    fn shown(bytes: &[u8]) -> Vec<String> {
        let cells = |count: u16| count.try_into().expect("not zero");
        let mut screen = vt100::Parser::new(cells(3), cells(20), 0);
        screen.process(b"\x1b[2;5H");
        screen.process(bytes);
        assert_eq!(
            screen.screen().cursor_position(),
            (1, 4),
            "the cursor stays"
        );
        screen.screen().rows(0, 20).collect()
    }

    #[test]
    fn the_cells_of_an_address_are_written_again_as_they_stand() {
        let frame = frame(&["  https://e.org/한 x  ", "text"]);
        let mut links = Links::default();
        let bytes = links.bytes(&frame, vec![link(2, 0, 16, "https://e.org/한")], false);
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        assert!(text.contains(";https://e.org/%ED%95%9C\x1b\\"), "{text:?}");
        assert_eq!(text.matches("\x1b]8;").count(), 2);
        assert_eq!(shown(&bytes)[0].trim_end(), "  https://e.org/한");
    }

    #[test]
    fn wide_signs_within_an_address_stay_where_they_stand() {
        let row = "https://e.org/한/미|";
        let bytes = Links::default().bytes(
            &frame(&[row]),
            vec![link(0, 0, 19, "https://e.org/한/미")],
            false,
        );
        assert_eq!(shown(&bytes)[0].trim_end(), row.trim_end_matches('|'));
    }

    #[test]
    fn what_stands_as_it_stood_is_not_written_again_but_after_the_whole_screen_was() {
        let frame = frame(&["https://e.org/"]);
        let mut links = Links::default();
        let same = || vec![link(0, 0, 14, "https://e.org/")];
        assert!(!links.bytes(&frame, same(), false).is_empty());
        assert!(links.bytes(&frame, same(), false).is_empty());
        assert!(!links.bytes(&frame, same(), true).is_empty());
    }

    #[test]
    fn the_same_words_that_lead_elsewhere_or_nowhere_are_told_so() {
        let frame = frame(&["https://e.org/", "https://e.org/"]);
        let mut links = Links::default();
        let first = vec![
            link(0, 0, 14, "https://e.org/a"),
            link(0, 1, 14, "https://e.org/b"),
        ];
        links.bytes(&frame, first, false);
        let other = links.bytes(&frame, vec![link(0, 0, 14, "https://e.org/c")], false);
        let text = String::from_utf8(other.clone()).expect("UTF-8");
        assert!(text.contains("https://e.org/c\x1b\\") && !text.contains("https://e.org/b"));
        // The second row is written without a link: after the last end there is its text or none.
        assert_eq!(text.matches("\x1b]8;").count(), 2);
        assert_eq!(shown(&other), ["https://e.org/", "https://e.org/", ""]);
    }
}
