//! The real screen: crossterm's, with a size that can be trusted.
//!
//! crossterm starts the program `tput` where the kernel does not tell a size, and a terminal may
//! claim 65,535 columns and rows. Here the kernel is asked, a size of zero is 80×24, and no more than
//! a million cells are drawn.

use std::io::{self, BufWriter, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::life::Tty;

/// Cells of the largest frame.
const MOST_CELLS: u32 = 1_000_000;
/// Bytes gathered before they are written: more than a frame of a large screen.
const BUFFER: usize = 64 * 1024;
const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

/// Standard output as a screen.
pub(super) struct Screen {
    inner: CrosstermBackend<BufWriter<Tty>>,
    /// Where the cursor was put last.
    cursor: Position,
}

impl Screen {
    pub(super) fn stdout() -> Self {
        let out = BufWriter::with_capacity(BUFFER, Tty);
        Self {
            inner: CrosstermBackend::new(out),
            cursor: Position::ORIGIN,
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
