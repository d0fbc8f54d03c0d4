//! Officials, places, documents and plots: which events they count, and what opens from their pages.

mod common;

use common::{drive, keys, library, press};
use linchpin::app::Message;
use linchpin::app::message::Mouse;
use linchpin::app::model::View;
use linchpin::ui::Theme;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn a_directory_counts_what_was_found() {
    press(SIZE, "3").shows("Places ─").shows("1 of 4");
    press(SIZE, "/tests<enter>3").shows("Places · of 1 found");
    // What a row opens is looked for among the events that were counted.
    press(SIZE, "/meet OR 2+2<enter>3/hiro<enter><enter>")
        .shows("/ (meet OR 2+2) where:Hiroshima")
        .shows("1 hit");
}

#[test]
fn the_period_of_a_directory_moves_and_goes() {
    press(SIZE, "3[").shows("Places · 2020s");
    press(SIZE, "3[[").shows("Places · 2010s");
    press(SIZE, "3[]").shows("Places ─");
    press(SIZE, "3[+").shows("Places · 2024");
    press(SIZE, "3[+-").shows("Places · 2020s");
    press(SIZE, "3[<esc>").shows("Places ─");
    // Nothing is before the first event.
    press(SIZE, "3[[[[").shows("Places · 2010s");
    press(SIZE, "3[/seoul<enter><enter>").shows("/ 2020..2029 where:Seoul");
    // What a period has nothing of opens nothing.
    press(SIZE, "3[[/seoul<enter><enter>")
        .shows("Seoul: no events to list")
        .shows("Places · 2010s");
}

#[test]
fn a_filter_knows_every_name_of_a_row_however_it_is_spelt() {
    for filter in ["yoon suk", "윤석열", "YOON", "yoon kr"] {
        press(SIZE, &format!("2/{filter}<enter>")).shows("Yoon Suk Yeol");
    }
}

#[test]
fn an_office_is_a_bar_over_time() {
    press(SIZE, "2/blinken<enter>")
        .shows("Offices")
        .shows("█")
        .shows("Secretary of State");
}

#[test]
fn lines_of_a_page_open_what_they_count() {
    let first = press(SIZE, "2/blinken<enter>lj<enter>");
    first.shows("1 Timeline").hides("Offices");
    assert_eq!(first.selected(), "US–Japan 2+2");
    press(SIZE, "2/blinken<enter>ljjj<enter>").shows("/ who:\"Antony Blinken\" where:Seoul");
    press(SIZE, "5lj<enter>").shows("/ 2024-02").shows("1 hit");
    press(SIZE, "5kkljj<enter>").shows("/ 2022 kind:summit");
}

#[test]
fn two_or_three_officials_have_a_page_together() {
    press(SIZE, "2/biden<enter>ljjj<enter>")
        .shows("Joe Biden & Yoon Suk Yeol")
        .shows("3 events")
        .shows("Camp David");
    press(SIZE, "2/biden<enter>ljjj<enter>jjj<enter>")
        .shows("Joe Biden & Yoon Suk Yeol & Fumio Kishida")
        .shows("2 events")
        .hides("With");
    press(SIZE, "2/biden<enter>ljjj<enter>jjj<enter><esc>")
        .shows("Joe Biden & Yoon Suk Yeol ─")
        .shows("3 events");
    press(SIZE, "2/biden<enter>ljjj<enter>h<enter>")
        .shows("/ who:\"Joe Biden\" with:\"Yoon Suk Yeol\"")
        .shows("3 hits");
    // Another row is somebody else, alone.
    press(SIZE, "2/i<enter>ljjj<enter>hjk").hides(" & ");
}

#[test]
fn the_event_of_a_line_tells_why() {
    press(SIZE, "2/blinken<enter>ljw")
        .shows("Why? ─")
        .shows("Told by 3 sources");
}

#[test]
fn a_list_is_full_again_after_a_small_screen() {
    let sizes = [Message::Resize(20, 5), Message::Resize(SIZE.0, SIZE.1)];
    let script = common::keys("5").into_iter().chain(sizes).collect();
    let resized = common::drive(SIZE, common::large_library(1000), script, &Theme::default());
    let never = common::drive(
        SIZE,
        common::large_library(1000),
        common::keys("5"),
        &Theme::default(),
    );
    assert_eq!(resized.text(), never.text());
}

#[test]
fn a_page_takes_the_whole_body_and_gives_it_back() {
    let full = press((80, 24), "3ll");
    full.hides("1 of ").shows("◉");
    press((80, 24), "3llh").shows("1 of ");
}

#[test]
fn the_mouse_chooses_a_row_and_scrolls_the_page_that_it_is_over() {
    let opened = press(SIZE, "2");
    let panes = &opened.model.panes;
    let (rows, page) = (panes.list.rows, panes.detail);
    let seen = |what: Mouse, column: u16, row: u16| {
        let mut messages = keys("2");
        messages.push(Message::Mouse(what, column, row));
        let seen = drive(SIZE, library(), messages, &Theme::default());
        let View::Directory(directory) = &seen.model.view else {
            panic!("a directory");
        };
        (directory.cursor, directory.scroll)
    };
    assert_eq!(seen(Mouse::Press, rows.x + 3, rows.y + 2), (2, 0));
    assert_eq!(seen(Mouse::WheelDown, rows.x + 3, rows.y), (3, 0));
    let (cursor, _) = seen(Mouse::WheelDown, page.x + 3, page.y + 3);
    assert_eq!(cursor, 0, "the page scrolls, not the list");
}
