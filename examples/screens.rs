//! Draws the screens of `assets/screens/`: `cargo run --example screens`.
//!
//! The real model on the built-in record, driven by keys through the real loop, at three sizes, dark
//! and light. The same record gives the same bytes: today is a fixed day.

#[path = "../tests/common/terminal_colors.rs"]
mod terminal_colors;

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use linchpin::app::keymap::Keymap;
use linchpin::app::keypress::KeyPress;
use linchpin::app::library::{Library, Report};
use linchpin::app::{Effect, Message, Model};
use linchpin::open::open_record;
use linchpin::terminal::{Edge, Finder, browse, correct};
use linchpin::ui::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use terminal_colors::{Rgb, rgb};

const TODAY: &str = "2026-10-01";
/// Cells in SVG units.
const WIDTH: f32 = 8.4;
const HEIGHT: f32 = 18.0;

/// Name, columns and rows, keys.
const SCENES: &[(&str, (u16, u16), &str)] = &[
    ("timeline-80x24", (80, 24), "/camp david<enter>"),
    ("timeline-120x40", (120, 40), "/camp david<enter>"),
    ("timeline-200x50", (200, 50), "/camp david<enter>"),
    ("context-120x40", (120, 40), "/camp david<enter>c"),
    ("months-120x40", (120, 40), "---v"),
    ("detail-120x40", (120, 40), "/camp david<enter><enter>"),
    ("why-120x40", (120, 40), "/camp david<enter>w"),
    ("brief-120x40", (120, 40), "/yoon biden<enter>B"),
    ("officials-120x40", (120, 40), "2/blinken<enter>"),
    ("places-120x40", (120, 40), "3["),
    ("plots-120x40", (120, 40), "5"),
    ("palette-120x40", (120, 40), ":"),
    ("korean-120x40", (120, 40), "/윤석열"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens");
    std::fs::create_dir_all(&folder)?;
    for (name, size, keys) in SCENES {
        for look in ["dark", "light"] {
            let of_both = name.starts_with("timeline");
            if look == "light" && !of_both {
                continue;
            }
            let theme = Theme::built_in(look).ok_or("a theme")?;
            let buffer = drive(*size, keys, &theme)?;
            let path = folder.join(format!("{name}-{look}.svg"));
            std::fs::write(&path, svg(&buffer, look == "light"))?;
        }
    }
    Ok(())
}

/// The screen after keys, one at a time: characters, and names in angle brackets.
fn drive(
    size: (u16, u16),
    script: &str,
    theme: &Theme,
) -> Result<Buffer, Box<dyn std::error::Error>> {
    let mut left = VecDeque::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let key: KeyPress = if let Some((name, after)) = named {
            rest = after;
            name.parse()?
        } else {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            KeyPress::char(c)
        };
        left.push_back(Message::Key(key));
    }
    let library = Library::new(Arc::new(open_record()), Report::default());
    let mut model = Model::new(library, Keymap::built_in(), TODAY.parse()?);
    let (sender, inbox) = mpsc::channel();
    let mut keys = Keys {
        left: left.into(),
        finder: Finder::new(&model.library, TODAY.parse()?),
        sender,
    };
    let mut screen = Terminal::new(TestBackend::new(size.0, size.1))?;
    browse(&mut screen, &mut model, theme, &inbox, &mut keys)?;
    Ok(screen.backend().buffer().clone())
}

/// Presses the next key after each frame, then leaves.
struct Keys {
    left: std::cell::RefCell<VecDeque<Message>>,
    finder: Finder,
    sender: Sender<Message>,
}

impl Edge for Keys {
    fn perform(&mut self, effect: Effect) {
        let answer = match effect {
            Effect::Search { generation, query } => {
                Message::Found(self.finder.find(generation, &query).into())
            }
            Effect::Related(event, likeness, forward) => {
                Message::Related(event, self.finder.related(event, likeness, forward))
            }
            Effect::Correct(base, notes) => {
                let library = correct(&base, &notes);
                Message::Corrected(base, library)
            }
            _ => return,
        };
        // The loop listens until it is left.
        let _ = self.sender.send(answer);
    }

    fn may_draw(&self) -> bool {
        let leave = || {
            Message::Key(KeyPress::new(
                linchpin::app::keypress::Code::Char('c'),
                true,
                false,
                false,
            ))
        };
        let next = self.left.borrow_mut().pop_front().unwrap_or_else(leave);
        let _ = self.sender.send(next);
        true
    }
}

/// A frame as a picture: a rectangle for each run of a background, a text for each run of a look.
fn svg(buffer: &Buffer, light: bool) -> String {
    let (paper, ink) = if light {
        ("#ffffff", "#1c1c1c")
    } else {
        ("#16181d", "#d4d4d4")
    };
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let width = f32::from(columns).mul_add(WIDTH, 16.0);
    let height = f32::from(rows).mul_add(HEIGHT, 16.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         font-family=\"ui-monospace,'DejaVu Sans Mono','Noto Sans Mono CJK KR',monospace\" font-size=\"14\" \
         xml:space=\"preserve\"><rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{paper}\"/>\n"
    );
    let mut texts = String::new();
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let run = run(buffer, x, y);
            let (foreground, background) = colours(&buffer[(x, y)], paper, ink);
            let (left, top) = (
                f32::from(x).mul_add(WIDTH, 8.0),
                f32::from(y).mul_add(HEIGHT, 8.0),
            );
            let wide = f32::from(run.cells) * WIDTH;
            if background != paper {
                // Writing to a string cannot fail.
                let _ = writeln!(
                    out,
                    "<rect x=\"{left:.1}\" y=\"{top:.0}\" width=\"{wide:.1}\" height=\"{HEIGHT:.0}\" fill=\"{background}\"/>"
                );
            }
            if !run.text.trim().is_empty() {
                let style = style(&buffer[(x, y)]);
                let base = top + 13.5;
                let _ = writeln!(
                    texts,
                    "<text x=\"{left:.1}\" y=\"{base:.1}\" textLength=\"{wide:.1}\" \
                     lengthAdjust=\"spacingAndGlyphs\" fill=\"{foreground}\"{style}>{}</text>",
                    escaped(&run.text)
                );
            }
            x += run.cells;
        }
    }
    out.push_str(&texts);
    out.push_str("</svg>\n");
    out
}

struct Run {
    text: String,
    cells: u16,
}

/// Cells from one on that look the same. Signs beyond ASCII stand alone, unless the same one is
/// repeated: fonts differ about their width.
fn run(buffer: &Buffer, x: u16, y: u16) -> Run {
    let first = &buffer[(x, y)];
    let cells = |cell: &Cell| linchpin::text::cells(cell.symbol()).max(1) as u16;
    let mut run = Run {
        text: first.symbol().to_owned(),
        cells: cells(first),
    };
    let look = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    while x + run.cells < buffer.area.width {
        let next = &buffer[(x + run.cells, y)];
        let together = (first.symbol().is_ascii() && next.symbol().is_ascii())
            || (first.symbol() == next.symbol() && cells(first) == 1);
        if !together || look(first) != look(next) {
            break;
        }
        run.text.push_str(next.symbol());
        run.cells += 1;
    }
    run
}

fn colours(cell: &Cell, paper: &'static str, ink: &'static str) -> (String, String) {
    let foreground = colour(cell.fg).unwrap_or_else(|| ink.to_owned());
    let background = colour(cell.bg).unwrap_or_else(|| paper.to_owned());
    if cell.modifier.contains(Modifier::REVERSED) {
        (background, foreground)
    } else {
        (foreground, background)
    }
}

fn style(cell: &Cell) -> String {
    let looks = [
        (" font-style=\"italic\"", Modifier::ITALIC),
        (" font-weight=\"bold\"", Modifier::BOLD),
        (" opacity=\"0.7\"", Modifier::DIM),
        (" text-decoration=\"underline\"", Modifier::UNDERLINED),
    ];
    looks
        .into_iter()
        .filter(|(_, modifier)| cell.modifier.contains(*modifier))
        .map(|(text, _)| text)
        .collect()
}

/// The sixteen colours as a common terminal has them.
const SIXTEEN: [Rgb; 16] = [
    (0x00, 0x00, 0x00),
    (0xb3, 0x26, 0x1e),
    (0x2e, 0x7d, 0x32),
    (0x8a, 0x6d, 0x00),
    (0x1f, 0x5f, 0xbf),
    (0x8e, 0x3b, 0xa6),
    (0x00, 0x7c, 0x89),
    (0xb8, 0xb8, 0xb8),
    (0x6b, 0x70, 0x78),
    (0xf2, 0x77, 0x7a),
    (0x7e, 0xc7, 0x7e),
    (0xf0, 0xc6, 0x74),
    (0x7a, 0xa6, 0xda),
    (0xcf, 0x9b, 0xdc),
    (0x6f, 0xc7, 0xcf),
    (0xf5, 0xf5, 0xf5),
];

fn colour(color: Color) -> Option<String> {
    let (r, g, b) = rgb(color, &SIXTEEN)?;
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
