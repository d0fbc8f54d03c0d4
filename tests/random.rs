//! Laws that hold whatever is done, in whatever order, at whatever size.
//!
//! Two thousand sequences of two hundred actions in each run of the tests, looked at every few actions;
//! `LINCHPIN_LONG=1 cargo test --release --test random -- --nocapture` makes a hundred thousand and tells each thousand
//! that holds, so that a run that is cut short still says how far it came.

mod common;
#[path = "torture/forbidden.rs"]
mod forbidden;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

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
use linchpin::index::Index;
use linchpin::search::Searcher;
use linchpin::terminal::Finder;
use linchpin::text::cells;
use linchpin::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Sequences.
const USUAL: u64 = 2_000;
const LONG: u64 = 100_000;
/// Actions of a sequence, and after how many of them the screen is looked at.
const ACTIONS: usize = 200;
const LOOKS: usize = 5;

/// What there is to browse.
static LIBRARIES: LazyLock<[Arc<Library>; 4]> = LazyLock::new(|| {
    [
        library(),
        dense_library(),
        large_library(0),
        large_library(300),
    ]
    .map(Arc::new)
});

/// What answers questions about them. Only what was corrected in a sequence is indexed in it.
static SEARCHERS: LazyLock<[Searcher; 4]> = LazyLock::new(|| {
    LIBRARIES.each_ref().map(|library| {
        let index = Arc::new(Index::build(&library.chronicle));
        let today = TODAY.parse().expect("a date");
        Searcher::new(Arc::clone(&library.chronicle), index).on(today)
    })
});

static KEYMAP: LazyLock<Keymap> = LazyLock::new(Keymap::built_in);
static THEME: LazyLock<Theme> = LazyLock::new(Theme::default);

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
    /// Made when something is looked for.
    finder: Option<Finder>,
    /// The keys of the modes that it was in.
    keys: Vec<(Mode, Vec<Vec<KeyPress>>)>,
}

impl Walk {
    fn new(seed: u64) -> Self {
        // Seeds that are close together must not begin alike.
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let library = dice.of(&*LIBRARIES);
        let today = TODAY.parse().expect("a date");
        let model = Model::new(Library::clone(&library), KEYMAP.clone(), today);
        Self {
            dice,
            model,
            finder: None,
            keys: Vec::new(),
        }
    }

    fn finder(&mut self) -> &mut Finder {
        let (library, today) = (&self.model.library, self.model.today);
        self.finder.get_or_insert_with(|| {
            let known = LIBRARIES.iter().position(|own| Arc::ptr_eq(own, library));
            known.map_or_else(
                || Finder::new(library, today),
                |known| SEARCHERS[known].clone().into(),
            )
        })
    }

    /// The keys that do something now.
    fn keys(&mut self) -> &[Vec<KeyPress>] {
        let mode = self.model.mode();
        let known = self.keys.iter().position(|(known, _)| *known == mode);
        let known = known.unwrap_or_else(|| {
            self.keys.push((mode, bound_keys(&KEYMAP, mode)));
            self.keys.len() - 1
        });
        &self.keys[known].1
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
                let count = self.keys().len();
                let at = self.dice.below(count);
                let keys = &self.keys()[at];
                keys.iter().copied().map(Message::Key).collect()
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
            _ => vec![Message::Opened(self.dice.of(&*LIBRARIES))],
        }
    }

    /// Does it, and what the edge would do for it.
    fn fold(&mut self, message: Message) {
        let mut left = vec![message];
        while let Some(message) = left.pop() {
            for effect in update(&mut self.model, message) {
                left.extend(match effect {
                    Effect::Search { generation, query } => Some(Message::Found(
                        self.finder().find(generation, &query).into(),
                    )),
                    Effect::Related(event, likeness, forward) => {
                        let related = self.finder().related(event, likeness, forward);
                        Some(Message::Related(event, related))
                    }
                    Effect::Facets(edition) => {
                        Some(Message::Facets(edition, self.finder().facets().into()))
                    }
                    Effect::Index(_) => {
                        self.finder = None;
                        None
                    }
                    Effect::Known(kept) => {
                        self.finder().keep(kept);
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
        for (at, cell) in drawn.content.iter().enumerate() {
            let symbol = cell.symbol();
            if symbol == " " {
                continue;
            }
            let position = Position::from(drawn.pos_of(at));
            assert!(
                panes.iter().any(|pane| pane.contains(position)),
                "{done}: drawn outside, at {position}\n{}",
                text(drawn)
            );
            if symbol.len() > 1 {
                let unclean = forbidden::first(symbol, false);
                assert_eq!(unclean, None, "{done}: at {position}");
                let over = usize::from(position.x) + cells(symbol) > drawn.area.width.into();
                assert!(!over, "{done}: {symbol:?} leaves the screen at {position}");
            }
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

/// Plays one sequence.
fn play(seed: u64) {
    let mut walk = Walk::new(seed);
    let mut screen = Terminal::new(TestBackend::new(1, 1)).expect("a screen");
    let (width, height) = walk.dice.of(&[(80, 24), (120, 40), (40, 12)]);
    walk.fold(Message::Resize(width, height));
    for at in 0..ACTIONS {
        let messages = walk.messages();
        let looked_at = at % LOOKS == LOOKS - 1;
        let done = if looked_at {
            let size = walk.model.size;
            format!("seed {seed}, action {at}, {messages:.60?} at {size}")
        } else {
            String::new()
        };
        for message in messages {
            walk.fold(message);
        }
        if looked_at {
            let size = walk.model.size;
            let area = Rect::new(0, 0, size.width, size.height);
            screen.resize(area).expect("a size");
            screen.current_buffer_mut().reset();
            // Drawn, and not compared with the last frame: that is ratatui's part.
            let mut frame = screen.get_frame();
            view(&walk.model, &THEME, &mut frame);
            walk.check(&done, frame.buffer_mut());
        }
    }
}

#[test]
fn whatever_is_done_the_cursor_is_in_view_and_nothing_is_drawn_outside_its_pane() {
    let long = std::env::var_os("LINCHPIN_LONG").is_some();
    let sequences = if long { LONG } else { USUAL };
    let (next, held) = (AtomicU64::new(0), AtomicU64::new(0));
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= sequences {
                        break;
                    }
                    play(seed);
                    let held = held.fetch_add(1, Ordering::Relaxed) + 1;
                    if long && held.is_multiple_of(1_000) {
                        println!("{held} sequences hold");
                    }
                }
            });
        }
    });
    println!("{sequences} sequences of {ACTIONS} actions");
}

/// Memory of this program, in KiB.
#[cfg(target_os = "linux")]
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

/// `cargo test --release --test random -- --ignored`: what two hours bring at thirty events a second.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes"]
fn two_hours_of_events_need_no_more_memory_than_a_few_minutes() {
    const EVENTS: u64 = 2 * 60 * 60 * 30;
    const MOST: u64 = 8 << 10;
    let mut walk = Walk::new(0);
    let mut screen = Terminal::new(TestBackend::new(1, 1)).expect("a screen");
    let mut early = 0;
    for at in 0..EVENTS {
        for message in walk.messages() {
            walk.fold(message);
        }
        if at % 10 == 0 {
            let size = walk.model.size;
            screen.backend_mut().resize(size.width, size.height);
            screen
                .draw(|frame| view(&walk.model, &Theme::default(), frame))
                .expect("a frame");
        }
        if at == EVENTS / 10 {
            early = resident();
        }
    }
    let late = resident();
    println!("{EVENTS} events: {early} KiB after a tenth, {late} at the end");
    assert!(late < early + MOST, "{early} KiB grew to {late}");
}
