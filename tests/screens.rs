//! What the screen looks like, at several sizes, through the real loop.

mod common;

use common::{drive, keys, library, press};
use linchpin::ui::Theme;
use ratatui::style::Modifier;

#[test]
fn opens_at_80_by_24() {
    insta::assert_snapshot!(press((80, 24), "").text());
}

#[test]
fn opens_at_120_by_40() {
    insta::assert_snapshot!(press((120, 40), "").text());
}

#[test]
fn opens_at_200_by_50() {
    insta::assert_snapshot!(press((200, 50), "jk").text());
}

#[test]
fn is_of_use_at_40_by_12() {
    insta::assert_snapshot!(press((40, 12), "").text());
}

#[test]
fn a_search_shows_what_it_found() {
    insta::assert_snapshot!(press((120, 40), "/yoon").text());
}

#[test]
fn the_help_shows_every_key() {
    insta::assert_snapshot!(press((100, 70), "?").text());
}

#[test]
fn wide_text_stays_in_its_columns() {
    let seen = press((100, 30), "/岸田");
    for y in 0..seen.buffer.area.height {
        let line: usize = seen
            .text()
            .lines()
            .nth(y.into())
            .map_or(0, linchpin::text::cells);
        assert!(line <= 100, "line {y} is {line} cells wide");
    }
    // The frame between list and detail is in one column, whatever the text beside it.
    let panes = seen.model.panes;
    for y in panes.list.frame.top() + 1..panes.list.frame.bottom() - 1 {
        let symbol = seen.buffer[(panes.detail.x, y)].symbol();
        assert_eq!(symbol, "│", "row {y} of\n{}", seen.text());
    }
}

#[test]
fn the_caret_stands_behind_what_is_typed() {
    let seen = press((80, 24), "/윤석");
    let search = seen.model.panes.search;
    assert_eq!(seen.caret, Some((search.x + 3 + 4, search.y)));
    assert_eq!(press((80, 24), "/윤석<enter>").caret, None);
}

#[test]
fn the_cursor_is_told_without_colour() {
    let mono = Theme::built_in("mono").expect("a theme");
    let seen = drive((80, 24), library(), keys(""), &mono);
    let row = seen
        .text()
        .lines()
        .position(|line| line.contains('▶'))
        .expect("a cursor");
    let cell = &seen.buffer[(4, row as u16)];
    assert!(cell.modifier.contains(Modifier::REVERSED));
    for cell in &seen.buffer.content {
        assert_eq!(
            (cell.fg, cell.bg),
            (ratatui::style::Color::Reset, ratatui::style::Color::Reset)
        );
    }
}

#[test]
fn draws_sense_at_every_size() {
    for width in [1, 2, 3, 7, 20, 45, 99, 100, 250] {
        for height in [1, 2, 3, 4, 5, 8, 11, 14, 33, 60] {
            for script in ["", "/yo", "?", "L", "<enter>", "@2021", "v", "c"] {
                let seen = press((width, height), script);
                assert_eq!(seen.buffer.area.width, width);
                if script.is_empty() {
                    assert!(
                        !seen.text().trim().is_empty(),
                        "nothing at {width}×{height}"
                    );
                }
            }
        }
    }
}
