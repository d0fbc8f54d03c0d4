//! What does the model look like?
//!
//! [`view`] draws a model and changes nothing. One file draws one pane, each within the area that
//! `app::panes` gives it:
//!
//! ```text
//! header    linchpin                                1,934 events · 1945–2026
//! ribbon    ▁▂▁▁▁▁▂▁▁▁▁▁▂▁▁▁▂▂▁▂▂▂▂▃▂▂▂▃▃▂▂▃▂▃▃▄▃▃▄▃▃▃▅▄▅▆▄▅▇▆▅█▇▆
//! axis      1945      1955      1965      1975      1985      ▲
//! bands     US Truman    Eisenhower  Kennedy …
//! list     ┌ 2021 ─────────────────────┐┌──────────────────────┐  detail
//!          │  12 Mar  ◇ Quad call      ││ US–Japan 2+2         │
//!          └───────────────────────────┘└──────────────────────┘
//! answer    Last 16–17 Mar 2021 · 1 of 14 · previous 19 Apr 2019
//! search    / blinken tokyo▏                                    4 · exact
//! footer    enter open  c context  ? help
//! ```

mod answer;
mod bands;
mod detail;
mod directory;
mod facets;
mod footer;
mod header;
mod help;
mod ink;
mod links;
mod list_view;
mod load;
mod numbers;
mod page;
mod review;
mod ribbon;
mod scrollbar;
mod search;
mod signs;
pub mod theme;
mod timeline;
mod tour;

use ratatui::Frame;

use crate::app::model::{Model, Overlay, View};
use crate::app::role::Role;
use ink::Ink;
pub use links::{Hyperlink, links};
use list_view::ListView;
pub use theme::Theme;

/// Draws the model. The same model draws the same cells.
pub fn view(model: &Model, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let mut ink = Ink::new(frame.buffer_mut(), theme);
    ink.wash(area, Role::Text);
    header::draw(&mut ink, model);
    ribbon::draw(&mut ink, model);
    bands::draw(&mut ink, model);
    let mut caret = match &model.view {
        View::Timeline => {
            let lists = ListView::other(model).into_iter();
            for list in lists.chain([ListView::active(model)]) {
                timeline::draw(&mut ink, &list);
                scrollbar::draw(&mut ink, &list);
            }
            detail::draw(&mut ink, model);
            search::draw(&mut ink, model)
        }
        View::Directory(directory) => {
            directory::draw(&mut ink, model, directory);
            directory::filter(&mut ink, model, directory)
        }
    };
    answer::draw(&mut ink, model);
    footer::draw(&mut ink, model);
    facets::draw(&mut ink, model);
    match &model.overlay {
        Some(Overlay::Help {
            scroll,
            filter,
            typing,
        }) => {
            let at = help::draw(&mut ink, model, *scroll, filter);
            caret = if *typing { at } else { None };
        }
        Some(Overlay::Load { scroll }) => load::draw(&mut ink, model, *scroll),
        Some(Overlay::Page(view)) => page::page(&mut ink, model, view),
        Some(Overlay::Edit { what, line, .. }) => caret = page::edit(&mut ink, model, *what, line),
        Some(Overlay::Palette { line, cursor }) => {
            caret = page::palette(&mut ink, model, line, *cursor);
        }
        Some(Overlay::Review(review)) => review::draw(&mut ink, model, review),
        Some(Overlay::Split {
            sources, cursor, ..
        }) => review::split(&mut ink, model, sources, *cursor),
        Some(Overlay::Facets { .. }) | None => {}
    }
    tour::draw(&mut ink, model);
    if let Some(position) = caret.filter(|at| area.contains(*at)) {
        frame.set_cursor_position(position);
    }
}
