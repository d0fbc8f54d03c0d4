//! One loop, one writer: take a message, then all that wait, then draw once.

use std::ops::ControlFlow;
use std::sync::mpsc::Receiver;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;

use super::{life, panics};
use crate::app::{Effect, Message, Model, update};
use crate::ui::{Theme, view};

/// What carries out effects.
pub trait Edge {
    /// Carries out an effect without waiting for its outcome, which comes back as a message.
    fn perform(&mut self, effect: Effect);

    /// The first frame is on the screen: what it did not need may begin. Breaks where it cannot, and
    /// there is nothing to go on for.
    fn begin(&mut self) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    /// Whether the screen is ours to draw on.
    fn may_draw(&self) -> bool {
        true
    }

    /// A frame was drawn; `anew` if every cell of it was. A screen that takes no more tells so at
    /// the next frame.
    fn drawn(&mut self, _frame: &Buffer, _model: &Model, _anew: bool) {}
}

/// Runs the browser on any screen until it is left or nobody sends any more.
///
/// # Errors
/// If the screen cannot be drawn on.
pub fn browse<B: Backend>(
    screen: &mut Terminal<B>,
    model: &mut Model,
    theme: &Theme,
    inbox: &Receiver<Message>,
    edge: &mut dyn Edge,
) -> Result<(), B::Error> {
    draw(screen, model, theme, edge, false)?;
    if edge.begin().is_break() {
        return Ok(());
    }
    loop {
        let Ok(first) = inbox.recv() else {
            return Ok(());
        };
        let mut anew = false;
        for message in std::iter::once(first).chain(inbox.try_iter()) {
            if matches!(message, Message::Key(_)) {
                panics::when_asked("event");
            }
            for effect in update(model, message) {
                match effect {
                    Effect::Quit => return Ok(()),
                    Effect::Redraw => anew = true,
                    effect => edge.perform(effect),
                }
            }
        }
        draw(screen, model, theme, edge, anew)?;
    }
}

fn draw<B: Backend>(
    screen: &mut Terminal<B>,
    model: &mut Model,
    theme: &Theme,
    edge: &mut dyn Edge,
    mut anew: bool,
) -> Result<(), B::Error> {
    let _writing = life::lock();
    if !edge.may_draw() {
        return Ok(());
    }
    let size = screen.size()?;
    if size != model.size {
        anew = true;
        for effect in update(model, Message::Resize(size.width, size.height)) {
            edge.perform(effect);
        }
    }
    if anew {
        screen.clear()?;
    }
    let drawn = screen.draw(|frame| {
        view(model, theme, frame);
        panics::when_asked("draw");
    })?;
    edge.drawn(drawn.buffer, model, anew);
    Ok(())
}
