//! Laws that hold whatever is done, in whatever order, at whatever size.
//!
//! Some hundred actions in each run of the tests; ten thousand with `LINCHPIN_LONG=1`.

mod common;

use common::{TODAY, dense_library, large_library, library};
use linchpin::app::action::Action;
use linchpin::app::keymap::{Keymap, Mode};
use linchpin::app::keypress::{Code, KeyPress};
use linchpin::app::library::Library;
use linchpin::app::message::Mouse;
use linchpin::app::model::View;
use linchpin::app::panes::{ListPane, Rect, WIDE};
use linchpin::app::timeline::Timeline;
use linchpin::app::{Effect, Message, Model, update};
use linchpin::terminal::Finder;
use linchpin::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

const USUAL: usize = 1_200;
const LONG: usize = 10_000;

/// Numbers that look random and are the same in each run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end.max(1)
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

/// The keys that do something in a mode, but for those that leave the program.
fn bound_keys(keymap: &Keymap, mode: Mode) -> Vec<Vec<KeyPress>> {
    let leaves = |action| matches!(action, Action::Leave | Action::Suspend | Action::Quit);
    mode.chain()
        .flat_map(|mode| keymap.of_mode(mode))
        .filter(|binding| !leaves(binding.action))
        .map(|binding| binding.keys.clone())
        .collect()
}

struct Walk {
    dice: Dice,
    model: Model,
    finder: Finder,
}

impl Walk {
    fn new(seed: u64, library: Library) -> Self {
        let today = TODAY.parse().expect("a date");
        let model = Model::new(library, Keymap::built_in(), today);
        Self {
            dice: Dice(seed),
            finder: Finder::new(&model.library, today),
            model,
        }
    }

    /// What is done next.
    fn messages(&mut self) -> Vec<Message> {
        let (width, height) = (self.model.size.width, self.model.size.height);
        let typed = [
            "camp",
            "2+2",
            "yoon ",
            "한",
            "seoul",
            "2021",
            "\"",
            "-",
            "é👩‍💻",
            "2019..2021",
        ];
        match self.dice.below(40) {
            0..25 => {
                let keys = bound_keys(&self.model.keymap, self.model.mode());
                self.dice.of(&keys).into_iter().map(Message::Key).collect()
            }
            25..29 => {
                let text = self.dice.of(&typed);
                text.chars()
                    .map(|c| Message::Key(KeyPress::plain(Code::Char(c))))
                    .collect()
            }
            29 | 30 => {
                let key = self.dice.of(&["esc", "-", "-", "+", "|"]);
                vec![Message::Key(key.parse().expect("a key"))]
            }
            31..36 => {
                let what = self.dice.of(&[
                    Mouse::Press,
                    Mouse::Drag,
                    Mouse::Release,
                    Mouse::WheelDown,
                    Mouse::WheelUp,
                ]);
                let (x, y) = (
                    self.dice.below(width.into()),
                    self.dice.below(height.into()),
                );
                vec![Message::Mouse(what, x as u16, y as u16)]
            }
            36 => vec![Message::Paste("camp\u{1b}[2J\u{202e}david\n".to_owned())],
            37 | 38 => {
                // As often small as large.
                let most = self.dice.of(&[(12, 8), (60, 20), (130, 45), (250, 80)]);
                let (width, height) = (1 + self.dice.below(most.0), 1 + self.dice.below(most.1));
                vec![Message::Resize(width as u16, height as u16)]
            }
            _ => {
                let library = match self.dice.below(4) {
                    0 => library(),
                    1 => dense_library(),
                    2 => large_library(0),
                    _ => large_library(300),
                };
                vec![Message::Opened(library.into())]
            }
        }
    }

    /// Does it, and what the edge would do for it.
    fn fold(&mut self, message: Message) {
        let mut left = vec![message];
        while let Some(message) = left.pop() {
            for effect in update(&mut self.model, message) {
                left.extend(match effect {
                    Effect::Search { generation, query } => {
                        Some(Message::Found(self.finder.find(generation, &query).into()))
                    }
                    Effect::Related(event, likeness, forward) => {
                        let related = self.finder.related(event, likeness, forward);
                        Some(Message::Related(event, related))
                    }
                    Effect::Facets(edition) => {
                        Some(Message::Facets(edition, self.finder.facets().into()))
                    }
                    Effect::Index(library) => {
                        self.finder = Finder::new(&library, self.model.today);
                        None
                    }
                    Effect::Known(kept) => {
                        self.finder.keep(kept);
                        None
                    }
                    _ => None,
                });
            }
        }
    }

    /// What must hold.
    fn check(&self, done: &str, drawn: &Buffer) {
        let model = &self.model;
        let lists = [
            Some((&model.timeline, model.panes.list)),
            model
                .split
                .as_ref()
                .map(|split| (&split.timeline, model.panes.other)),
        ];
        for (timeline, pane) in lists.into_iter().flatten() {
            assert!(
                cursor_in_view(model, timeline, pane),
                "{done}: the cursor is out of view"
            );
        }
        if matches!(model.view, View::Timeline) && model.overlay.is_none() {
            for frame in [
                model.panes.list.frame,
                model.panes.other.frame,
                model.panes.detail,
                model.panes.rail,
            ] {
                assert!(
                    frame_is_whole(model, drawn, frame),
                    "{done}: something is over the frame {frame}\n{}",
                    text(drawn)
                );
            }
        }
        let panes = [
            model.panes.header,
            model.panes.ribbon,
            model.panes.axis,
            model.panes.bands,
            model.panes.body,
            model.panes.answer,
            model.panes.search,
            model.panes.footer,
        ];
        for position in drawn.area.positions() {
            let outside = !panes.iter().any(|pane| pane.contains(position));
            assert!(
                !outside || drawn[position].symbol() == " ",
                "{done}: drawn outside, at {position}\n{}",
                text(drawn)
            );
        }
    }
}

fn cursor_in_view(model: &Model, timeline: &Timeline, pane: ListPane) -> bool {
    let rows = timeline.rows(&model.library, pane.rows.height.into());
    pane.rows.is_empty() || timeline.shown.is_empty() || rows.iter().any(|row| timeline.is_on(*row))
}

/// On wide screens, frames have four sides that nothing may be drawn over.
fn frame_is_whole(model: &Model, drawn: &Buffer, frame: Rect) -> bool {
    if model.panes.body.width < WIDE || frame.height < 3 || frame.width < 3 {
        return true;
    }
    let (left, right) = (frame.left(), frame.right() - 1);
    let bar = frame == model.panes.list.frame || frame == model.panes.other.frame;
    (frame.top() + 1..frame.bottom() - 1).all(|y| {
        let edge = drawn[(right, y)].symbol();
        drawn[(left, y)].symbol() == "│" && (edge == "│" || bar && "┃✎♦•╋".contains(edge))
    }) && drawn[(left, frame.top())].symbol() == "┌"
        && drawn[(right, frame.bottom() - 1)].symbol() == "┘"
}

fn text(drawn: &Buffer) -> String {
    let row = |y| {
        (0..drawn.area.width)
            .map(move |x| drawn[(x, y)].symbol())
            .collect::<String>()
    };
    (0..drawn.area.height)
        .map(row)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn whatever_is_done_the_cursor_is_in_view_and_nothing_is_drawn_outside_its_pane() {
    let actions = if std::env::var_os("LINCHPIN_LONG").is_some() {
        LONG
    } else {
        USUAL
    };
    let mut walk = Walk::new(0x9E37_79B9_7F4A_7C15, large_library(300));
    let mut screen = Terminal::new(TestBackend::new(1, 1)).expect("a screen");
    walk.fold(Message::Resize(120, 40));
    for at in 0..actions {
        let messages = walk.messages();
        let done = format!("action {at}, {messages:.60?} at {}", walk.model.size);
        for message in messages {
            walk.fold(message);
        }
        let size = walk.model.size;
        screen.backend_mut().resize(size.width, size.height);
        let drawn = screen
            .draw(|frame| view(&walk.model, &Theme::default(), frame))
            .expect("a frame");
        walk.check(&done, drawn.buffer);
    }
}
