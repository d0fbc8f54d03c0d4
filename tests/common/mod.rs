//! A small chronicle and a browser that a script drives through the real loop.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part")]

mod record;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use linchpin::app::keymap::Keymap;
use linchpin::app::keypress::{Code, KeyPress};
use linchpin::app::library::{Library, Report};
use linchpin::app::{Effect, Message, Model};
use linchpin::compile;
use linchpin::gazetteer::Gazetteer;
use linchpin::terminal::{Edge, Finder, browse};
use linchpin::time::{Date, Edtf};
use linchpin::ui::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use record::record;

/// What "today" is in tests.
pub const TODAY: &str = "2024-06-01";

/// A library of the dozen events.
pub fn library() -> Library {
    let record = record();
    let events = record.events.iter().cloned();
    let chronicle = compile::from_record(Gazetteer::new(&record.names), events);
    Library::new(Arc::new(chronicle), Report::default())
}

/// A library of so many events, a few a month.
pub fn large_library(events: usize) -> Library {
    let first = "1945-01-01".parse::<Date>().expect("a date").ordinal();
    library_of((0..events).map(|at| first + (at as i64 * 29_000 / events as i64) as i32))
}

/// A library with twelve events on 18 August 2023, and one on the days before and after.
pub fn dense_library() -> Library {
    let day = "2023-08-18".parse::<Date>().expect("a date").ordinal();
    library_of([day - 1].into_iter().chain([day; 12]).chain([day + 1]))
}

/// A library of so many events on 18 August 2023.
pub fn library_of_one_day(events: usize) -> Library {
    let day = "2023-08-18".parse::<Date>().expect("a date").ordinal();
    library_of((0..events).map(|_| day))
}

/// A library of one event for each day given, in order.
pub fn library_of(days: impl Iterator<Item = i32>) -> Library {
    library_of_dates(days.map(|day| Date::from_ordinal(day).expect("a day").to_string()))
}

/// A library of one event for each date given.
pub fn library_of_dates(dates: impl Iterator<Item = impl ToString>) -> Library {
    let record = record();
    let template = &record.events;
    let events = (0..).zip(dates).map(|(at, date)| {
        let date = date.to_string();
        let range = date.parse::<Edtf>().expect("a date").range();
        let mut event = template[at % template.len()].clone();
        event.days = (range.first().ordinal(), range.last().ordinal());
        event.date = date.into();
        event.id = format!("e{at:07}").into();
        event.title = format!("{} {}", event.title, at + 1).into();
        event
    });
    let chronicle = compile::from_record(Gazetteer::new(&record.names), events);
    Library::new(Arc::new(chronicle), Report::default())
}

/// What a script of keys leaves on the screen.
pub struct Seen {
    pub model: Model,
    pub buffer: Buffer,
    pub caret: Option<(u16, u16)>,
}

impl Seen {
    /// The screen as lines of text.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        for y in 0..self.buffer.area.height {
            let mut line = String::new();
            let mut hidden = 0;
            for x in 0..self.buffer.area.width {
                let symbol = self.buffer[(x, y)].symbol();
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                hidden = linchpin::text::cells(symbol).saturating_sub(1);
                line.push_str(symbol);
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    /// Asserts that something is on the screen.
    #[track_caller]
    pub fn shows(&self, text: &str) -> &Self {
        assert!(
            self.text().contains(text),
            "no “{text}” on\n{}",
            self.text()
        );
        self
    }

    /// Asserts that something is not on the screen.
    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text), "“{text}” on\n{}", self.text());
        self
    }

    /// The title of the event under the cursor.
    pub fn selected(&self) -> &str {
        self.model
            .selected()
            .map_or("", |(_, event)| event.title.as_str())
    }
}

/// Keys as text: characters, and `<enter>`, `<ctrl-d>` in angle brackets; `<lt>` is `<`.
pub fn keys(script: &str) -> Vec<Message> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|after| after.split_once('>'));
        let key = if let Some((name, after)) = named {
            rest = after;
            if name == "lt" {
                KeyPress::char('<')
            } else {
                name.parse().expect("a key")
            }
        } else {
            rest = rest.strip_prefix(c).expect("its first character");
            KeyPress::plain(Code::Char(c))
        };
        keys.push(Message::Key(key));
    }
    keys
}

/// Presses keys in a browser on the dozen events.
pub fn press(size: (u16, u16), script: &str) -> Seen {
    drive(size, library(), keys(script), &Theme::default())
}

/// Sends messages to a browser through the real loop: each after the one before was drawn.
pub fn drive(size: (u16, u16), library: Library, script: Vec<Message>, theme: &Theme) -> Seen {
    let today = TODAY.parse().expect("a date");
    let mut model = Model::new(library, Keymap::built_in(), today);
    let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("a screen");
    let (sender, inbox) = mpsc::channel();
    let finder = Finder::new(&model.library, today);
    let mut edge = Script {
        left: RefCell::new(script.into()),
        sender,
        finder,
        given: Vec::new(),
    };
    browse(&mut screen, &mut model, theme, &inbox, &mut edge)
        .expect("a screen that can be drawn on");
    let visible = screen.backend().cursor_visible();
    let at = screen.backend().cursor_position();
    let caret = visible.then_some((at.x, at.y));
    Seen {
        model,
        buffer: screen.backend().buffer().clone(),
        caret,
    }
}

struct Script {
    left: RefCell<VecDeque<Message>>,
    sender: Sender<Message>,
    finder: Finder,
    /// What was copied or saved.
    given: Vec<String>,
}

impl Edge for Script {
    fn perform(&mut self, effect: Effect) {
        let answer = match effect {
            Effect::Search { generation, query } => {
                Message::Found(self.finder.find(generation, &query).into())
            }
            Effect::Facets(edition) => Message::Facets(edition, self.finder.facets().into()),
            Effect::Related(event, likeness, forward) => {
                Message::Related(event, self.finder.related(event, likeness, forward))
            }
            Effect::Correct(base, notes) => {
                let library = linchpin::terminal::correct(&base, &notes);
                Message::Corrected(base, library)
            }
            Effect::Known(kept) => return self.finder.keep(kept),
            Effect::Index(library) => {
                let today = TODAY.parse().expect("a date");
                self.finder = Finder::new(&library, today);
                return;
            }
            Effect::Copy { text, .. } | Effect::Save { text, .. } => return self.given.push(text),
            _ => return,
        };
        self.sender.send(answer).expect("the loop listens");
    }

    /// Asked before each frame: the next message comes after it, at last the key that leaves.
    fn may_draw(&self) -> bool {
        let leave = || Message::Key("ctrl-c".parse().expect("a key"));
        let next = self.left.borrow_mut().pop_front().unwrap_or_else(leave);
        self.sender.send(next).expect("the loop listens");
        true
    }
}
