//! Back and forward over what was searched for, how far out, and where the cursor stood.

mod common;

use common::{drive, keys, library, press};
use linchpin::app::Message;
use linchpin::app::found::Context;
use linchpin::app::timeline::Zoom;
use linchpin::ui::Theme;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn back_shows_the_search_and_the_event_before() {
    let back = press(SIZE, "gg/camp<enter>/hiroshima<enter>,");
    back.shows("/ camp").shows("only found");
    assert_eq!(back.selected(), "Trilateral summit at Camp David");
    let first = press(SIZE, "gg/camp<enter>/hiroshima<enter>,,");
    assert_eq!(first.selected(), "Working-level talks");
    assert!(first.model.search.found.is_none());
    let forward = press(SIZE, "gg/camp<enter>/hiroshima<enter>,,..");
    forward.shows("/ hiroshima");
    assert_eq!(forward.selected(), "The three leaders meet in Hiroshima");
    press(SIZE, ",").shows("nothing before this");
    press(SIZE, ".").shows("nothing further");
}

#[test]
fn back_takes_zoom_context_and_cursor_along() {
    let zoomed = press(SIZE, "gg-----jj+++++,,");
    assert_eq!(zoomed.model.timeline.zoom(), Zoom::Week);
    assert_eq!(press(SIZE, "gg--,,").model.timeline.zoom(), Zoom::Event);
    let context = press(SIZE, "/camp<enter>cc<esc>,");
    assert_eq!(context.model.search.context, Context::Mark);
    assert_eq!(context.selected(), "Trilateral summit at Camp David");
    let around = press(SIZE, "/camp<enter>c<esc>,");
    assert_eq!(around.model.search.context, Context::Around);
}

#[test]
fn back_returns_from_far_jumps_but_not_from_single_steps() {
    let title = "US–ROK 2+2";
    for jump in ["gg", "G", "T", "@2022<enter>"] {
        let seen = press(SIZE, &format!("@2021-03-17<enter>{jump},"));
        assert_eq!(seen.selected(), title, "{jump}\n{}", seen.text());
    }
    let related = press(SIZE, "@2023-08-18<enter>[p,");
    assert_eq!(related.selected(), "Trilateral summit at Camp David");
    let steps = press(SIZE, "@2021-03-17<enter>jjj,");
    assert_ne!(steps.selected(), title);
}

#[test]
fn back_works_after_a_reload() {
    let mut script = keys("/camp<enter>/hiroshima<enter>");
    script.push(Message::Opened(library().into()));
    script.extend(keys(","));
    let seen = drive(SIZE, library(), script, &Theme::default());
    assert_eq!(seen.selected(), "Trilateral summit at Camp David");
}
