//! The real screen: crossterm's, with a size that can be trusted.
//!
//! crossterm starts the program `tput` where the kernel does not tell a size, and a terminal may
//! claim 65,535 columns and rows. Here the kernel is asked, a size of zero is 80×24, and no more than
//! a million cells are drawn.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::life::Tty;
use crate::text::cells;

/// Cells of the largest frame.
const MOST_CELLS: u32 = 1_000_000;
/// Bytes gathered before they are written: more than a frame of a large screen.
const BUFFER: usize = 64 * 1024;
/// What stands behind a sign that went.
static BLANK: Cell = Cell::EMPTY;
const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

/// Standard output as a screen.
pub(super) struct Screen {
    inner: CrosstermBackend<BufWriter<Tty>>,
    /// Where the cursor was put last.
    cursor: Position,
    joined: Joined,
}

/// Where signs of several characters stand: flags, families. Some terminals give each of the
/// characters a cell of its own, so that the cell behind is not emptied when the sign goes; what was
/// drawn before knows nothing of that, and leaves the cell out.
#[derive(Default)]
struct Joined(BTreeSet<(u16, u16)>);

impl Joined {
    /// Takes note of a cell that is drawn; where a sign went whose second cell is to be emptied.
    fn behind(&mut self, x: u16, y: u16, symbol: &str) -> Option<u16> {
        let width = cells(symbol).max(1) as u16;
        let gone = (x..x + width).filter(|at| self.0.remove(&(*at, y))).last();
        if width > 1 && symbol.chars().nth(1).is_some() {
            self.0.insert((x, y));
        }
        gone.map(|at| at + 1).filter(|behind| *behind >= x + width)
    }
}

impl Screen {
    pub(super) fn stdout() -> Self {
        let out = BufWriter::with_capacity(BUFFER, Tty);
        Self {
            inner: CrosstermBackend::new(out),
            cursor: Position::ORIGIN,
            joined: Joined::default(),
        }
    }
}

/// The size that is drawn, for what the terminal claims.
fn drawn(columns: u16, rows: u16) -> Size {
    let (width, height) = if columns == 0 || rows == 0 {
        (80, 24)
    } else {
        (columns, rows)
    };
    let most_rows = MOST_CELLS / u32::from(width);
    Size {
        width,
        height: u32::from(height).min(most_rows) as u16,
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        self.inner.write_all(BEGIN_UPDATE)?;
        let joined = &mut self.joined;
        let content = content.flat_map(|(x, y, cell)| {
            let behind = joined.behind(x, y, cell.symbol());
            let blank = behind.map(|behind| (behind, y, &BLANK));
            std::iter::once((x, y, cell)).chain(blank)
        });
        self.inner.draw(content)?;
        self.inner.write_all(END_UPDATE)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // The terminal is never asked: its answer would come among the keys.
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        self.inner.set_cursor_position(self.cursor)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.joined = Joined::default();
        self.inner.clear()
    }

    fn clear_region(&mut self, what: ClearType) -> io::Result<()> {
        self.inner.clear_region(what)
    }

    fn size(&self) -> io::Result<Size> {
        let told = rustix::termios::tcgetwinsize(rustix::stdio::stdout());
        Ok(told.map_or_else(|_| drawn(0, 0), |told| drawn(told.ws_col, told.ws_row)))
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size()?,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_flag_is_emptied_when_it_goes() {
        let mut joined = Joined::default();
        assert_eq!(joined.behind(4, 1, "🇰🇷"), None);
        assert_eq!(joined.behind(4, 2, "a"), None);
        assert_eq!(joined.behind(4, 1, "a"), Some(5));
        assert_eq!(joined.behind(4, 1, "b"), None);
        // A wide sign covers both cells, or the first of them alone.
        joined.behind(4, 1, "🇰🇷");
        assert_eq!(joined.behind(4, 1, "한"), None);
        joined.behind(4, 1, "🇰🇷");
        assert_eq!(joined.behind(3, 1, "한"), Some(5));
        joined.behind(4, 1, "👩‍👧");
        assert_eq!(joined.behind(4, 1, "🇰🇷"), None);
    }

    #[test]
    fn no_claimed_size_is_too_large_or_nothing() {
        for (columns, rows) in [
            (0, 0),
            (0, 50),
            (1, 1),
            (80, 24),
            (2000, 1000),
            (u16::MAX, u16::MAX),
        ] {
            let size = drawn(columns, rows);
            assert!(size.width > 0 && size.height > 0);
            assert!(u32::from(size.width) * u32::from(size.height) <= MOST_CELLS);
        }
    }
}
