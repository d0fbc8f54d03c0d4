//! What a frame costs while scrolling: ours, and the plainest widgets that show the same cells.
//!
//! `cargo bench --bench draw [-- ROWS…]` prints CPU time of the thread. A library has so many events,
//! and the same ones last: where rows are events, one every nine days; where they are months or
//! years, one in each. So the two screens between which the scrolling goes hold rows of the same
//! kinds in libraries of any size, and what differs is the number alone. The last table is of
//! libraries whose events are spread over eighty years: there, more events are other rows.
//! The cases take turns, and the median of their rounds counts.

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Duration;

use linchpin::app::keymap::Keymap;
use linchpin::app::library::Library;
use linchpin::app::{Message, Model, update};
use linchpin::terminal::Finder;
use linchpin::time::Date;
use linchpin::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::widgets::{List, Paragraph};

const SIZE: (u16, u16) = (200, 60);
const SIZES: [usize; 3] = [100, 10_000, 1_000_000];
/// Each case is measured so many times, so many frames each time.
const ROUNDS: usize = 41;
const FRAMES: usize = 20;

/// What a row stands for, the keys that zoom out so far, and the days between the last events.
const ROWS: [(&str, &str, i32); 4] = [
    ("events", "", 9),
    ("days", "-", 9),
    ("months", "---", 31),
    ("years", "-----", 366),
];

/// A library of so many events: a hundred that are so many days apart, the others in the eighty
/// years before them.
fn same_at_the_end(events: usize, apart: i32) -> Library {
    let last = common::TODAY.parse::<Date>().expect("a date").ordinal();
    let first_of_the_end = last - 100 * apart;
    let others = events - 100;
    let before = (0..others).map(|at| {
        let back = (others - at) as i64 * 29_000 / others as i64;
        first_of_the_end - 1 - back as i32
    });
    common::library_of(before.chain((0..100).map(|at| first_of_the_end + at * apart)))
}

/// A browser, the facets counted, after some keys.
fn model(library: Library, keys: &str) -> Model {
    let today = common::TODAY.parse().expect("a date");
    let mut model = Model::new(library, Keymap::built_in(), today);
    let finder = Finder::new(&model.library, today);
    let facets = Message::Facets(0, finder.facets().into());
    let resize = Message::Resize(SIZE.0, SIZE.1);
    for message in [resize, facets].into_iter().chain(common::keys(keys)) {
        update(&mut model, message);
    }
    model
}

fn screen() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a screen")
}

/// A browser that scrolls a page up and down, and the plain widgets that show the same.
struct Case {
    model: Model,
    theme: Theme,
    ours: Terminal<TestBackend>,
    plain: Terminal<TestBackend>,
    /// The lines of the two screens.
    shown: [Vec<String>; 2],
    back: bool,
    times: [Vec<Duration>; 2],
}

impl Case {
    fn new(model: Model) -> Self {
        let mut case = Self {
            model,
            theme: Theme::default(),
            ours: screen(),
            plain: screen(),
            shown: Default::default(),
            back: false,
            times: Default::default(),
        };
        for at in 0..2 {
            case.scroll();
            let buffer = case.ours.backend().buffer();
            let line = |y| (0..SIZE.0).map(|x| buffer[(x, y)].symbol()).collect();
            case.shown[at] = (0..SIZE.1).map(line).collect();
        }
        case
    }

    fn scroll(&mut self) {
        self.back = !self.back;
        let key = if self.back { "pgup" } else { "pgdn" };
        update(&mut self.model, Message::Key(key.parse().expect("a key")));
        let frame = |frame: &mut ratatui::Frame<'_>| view(&self.model, &self.theme, frame);
        self.ours.draw(frame).expect("a frame");
    }

    fn plain(&mut self) {
        self.back = !self.back;
        let lines = &self.shown[usize::from(!self.back)];
        let frame = |frame: &mut ratatui::Frame<'_>| {
            let (head, body) = lines.split_at(8);
            let area = frame.area();
            let above = Rect { height: 8, ..area };
            let below = Rect {
                y: 8,
                height: area.height - 8,
                ..area
            };
            frame.render_widget(Paragraph::new(head.join("\n")), above);
            frame.render_widget(List::new(body.iter().map(String::as_str)), below);
        };
        self.plain.draw(frame).expect("a frame");
    }

    fn measure(&mut self) {
        for (at, draw) in [Self::scroll, Self::plain].into_iter().enumerate() {
            let began = cpu();
            for _ in 0..FRAMES {
                draw(self);
            }
            self.times[at].push(cpu().saturating_sub(began) / FRAMES as u32);
        }
    }

    /// Microseconds a frame: ours, plain.
    fn medians(&mut self) -> [f64; 2] {
        std::array::from_fn(|at| {
            self.times[at].sort_unstable();
            self.times[at][ROUNDS / 2].as_secs_f64() * 1e6
        })
    }
}

/// CPU time of this thread, which other programs on the machine do not change.
fn cpu() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

/// A line for each kind of rows: every size, and the first against the last.
fn table(library: impl Fn(usize, i32) -> Library, asked: &[String]) {
    let wanted = |name: &str| asked.is_empty() || asked.iter().any(|asked| asked == name);
    for (name, keys, apart) in ROWS.into_iter().filter(|(name, _, _)| wanted(name)) {
        let case = |events| Case::new(model(library(events, apart), keys));
        let mut cases = SIZES.map(case);
        for _ in 0..ROUNDS {
            for case in &mut cases {
                case.measure();
            }
        }
        let medians: Vec<[f64; 2]> = cases.iter_mut().map(Case::medians).collect();
        print!("{name:<8}");
        for [ours, plain] in &medians {
            print!(" {ours:>7.0} µs {:>5.2} ×", ours / plain);
        }
        println!(" {:>9.3}", medians[2][0] / medians[0][0]);
    }
}

fn main() {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    println!("a frame at 200×60 while scrolling, and against the plainest widgets (≤ 1.30 ×)");
    println!("rows           1e2 events         1e4 events         1e6 events   1e6/1e2");
    println!("the same rows at the end (1e6/1e2 from 0.90 to 1.10):");
    table(same_at_the_end, &asked);
    println!("events over eighty years, other rows for other numbers:");
    table(|events, _| common::large_library(events), &asked);
}
