//! The loop of the browser and what surrounds it, when one of them ends.

use std::ops::ControlFlow;
use std::sync::mpsc::{self, Sender};

use linchpin::app::keymap::Keymap;
use linchpin::app::{Effect, Message, Model};
use linchpin::terminal::{Edge, browse};
use linchpin::ui::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

mod common;

/// Carries out nothing.
struct Idle;

impl Edge for Idle {
    fn perform(&mut self, _effect: Effect) {}
}

/// Cannot begin.
struct Broken;

impl Edge for Broken {
    fn perform(&mut self, _effect: Effect) {}

    fn begin(&mut self) -> ControlFlow<()> {
        ControlFlow::Break(())
    }
}

/// The browser with that edge, sent some keys by someone who keeps or drops the sender; what stands
/// on the screen when the loop has ended, and how many messages it left.
fn ended(edge: &mut dyn Edge, keys: &str, keep: bool) -> (String, usize) {
    let today = common::TODAY.parse().expect("a date");
    let mut model = Model::new(common::library(), Keymap::built_in(), today);
    let mut screen = Terminal::new(TestBackend::new(80, 24)).expect("a screen");
    let (sender, inbox) = mpsc::channel();
    for message in common::keys(keys) {
        sender.send(message).expect("a receiver");
    }
    let kept: Option<Sender<Message>> = keep.then_some(sender);
    let theme = Theme::default();
    browse(&mut screen, &mut model, &theme, &inbox, edge).expect("a screen that can be drawn on");
    drop(kept);
    let cells = screen.backend().buffer().content.iter();
    let drawn = cells.map(ratatui::buffer::Cell::symbol).collect();
    (drawn, inbox.try_iter().count())
}

#[test]
fn the_loop_ends_when_nobody_can_send_any_more() {
    let (drawn, left) = ended(&mut Idle, "/ca", false);
    assert!(drawn.contains("ca"), "{drawn}");
    assert_eq!(left, 0);
}

#[test]
fn what_cannot_begin_ends_after_the_first_frame_and_takes_no_key() {
    let (drawn, left) = ended(&mut Broken, "/ca", true);
    assert!(drawn.contains("linchpin"), "{drawn}");
    assert_eq!(left, 3);
}
