//! The least that a ratatui program does: enter, draw one line, wait for a key, leave. The benches
//! compare the start of linchpin with it.

use crossterm::event;
use ratatui::widgets::Paragraph;

fn main() -> std::io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    terminal.draw(|frame| frame.render_widget(Paragraph::new("hello"), frame.area()))?;
    while !event::read()?.is_key_press() {}
    ratatui::try_restore()
}
