//! Zooming, folding, and what the cursor keeps.

mod common;

use common::{Seen, dense_library, drive, keys, large_library, press};
use linchpin::app::Message;
use linchpin::app::library::Library;
use linchpin::app::message::Mouse;
use linchpin::app::timeline::{Row, Zoom};
use linchpin::ui::Theme;

const SIZE: (u16, u16) = (120, 40);

fn press_in(library: Library, script: &str) -> Seen {
    drive(SIZE, library, keys(script), &Theme::default())
}

/// The row under the cursor, as it stands on the screen.
fn row(seen: &Seen) -> String {
    let text = seen.text();
    let row = text.lines().find(|line| line.contains('▶'));
    row.unwrap_or_default().to_owned()
}

#[test]
fn each_level_tells_its_period() {
    let levels = [
        ("@2023-08-18<enter>-", "Fri 18 Aug"),
        ("@2023-08-18<enter>--", "14–20 Aug"),
        ("@2023-08-18<enter>---", "Aug"),
        ("@2023-08-18<enter>----", "Q3"),
        ("@2023-08-18<enter>-----", "2023"),
        ("@2023-08-18<enter>------", "2020s"),
    ];
    for (script, label) in levels {
        let seen = press(SIZE, script);
        assert!(row(&seen).contains(label), "{label} in\n{}", seen.text());
        assert!(
            row(&seen).contains("Trilateral summit") || script.len() > 22,
            "{}",
            seen.text()
        );
        assert_eq!(seen.selected(), "Trilateral summit at Camp David");
    }
    press(SIZE, "-------").shows("no further out");
    press(SIZE, "+").shows("these are the single events");
}

#[test]
fn periods_count_and_bar_their_events() {
    let seen = press(SIZE, "gg-----");
    let text = seen.text();
    let year = text.lines().find(|line| line.contains(" 2021  "));
    let year = year.expect("a row of 2021");
    assert!(year.contains("▏") || year.contains("█"), "{text}");
    let listed: usize = (0..seen.model.timeline.position().1)
        .map(|at| {
            seen.model
                .timeline
                .period(&seen.model.library, at)
                .ranks
                .len()
        })
        .sum();
    assert_eq!(listed, seen.model.library.len());
}

#[test]
fn going_in_and_out_comes_back_to_the_event() {
    let there = "@2023-08-18<enter>";
    let title = "Trilateral summit at Camp David";
    assert_eq!(
        press(SIZE, &format!("{there}------++++++")).selected(),
        title
    );
    let seen = press(
        SIZE,
        &format!("{there}------<enter><enter><enter><enter><enter><enter>"),
    );
    assert_eq!(seen.selected(), title);
    assert_eq!(seen.model.timeline.zoom(), Zoom::Event);
    assert_eq!(
        press(SIZE, &format!("{there}----<left><right>"))
            .model
            .timeline
            .zoom(),
        Zoom::Quarter
    );
    // Another period: its first event.
    assert_eq!(
        press(SIZE, "G-----kk+").model.timeline.zoom(),
        Zoom::Quarter
    );
    assert_eq!(
        press(SIZE, "gg-----j+++++").selected(),
        "Four leaders speak by video"
    );
}

#[test]
fn the_cursor_keeps_its_event_through_every_change() {
    let title = "Trilateral summit at Camp David";
    for zoom in ["", "--", "-----"] {
        let there = format!("@2023-08-18<enter>{zoom}");
        for change in [
            "v",
            "vv",
            "/camp<enter>",
            "/camp<enter><esc>",
            "/camp<enter>c",
            "/camp<enter>cc",
            "c>",
            "2q",
            "<enter>q",
            "?<esc>",
            "mu",
            "-",
            "+",
        ] {
            let seen = press(SIZE, &format!("{there}{change}"));
            assert_eq!(seen.selected(), title, "{zoom} {change}\n{}", seen.text());
        }
        let mut script = keys(&there);
        script.extend([
            Message::Resize(40, 12),
            Message::Resize(7, 3),
            Message::Resize(200, 60),
            Message::Opened(common::library().into()),
        ]);
        let seen = drive(SIZE, common::library(), script, &Theme::default());
        assert_eq!(seen.selected(), title);
        assert!(seen.text().contains('▶'), "{}", seen.text());
    }
}

#[test]
fn a_search_narrows_the_periods_and_marks_them() {
    let only = press(SIZE, "-----/yoon<enter>");
    only.shows("only found").shows("by year");
    let marked = press(SIZE, "-----/yoon<enter>cc");
    marked.shows(" of ").shows("░");
    let next = press(SIZE, "gg-----/yoon<enter>ccgg")
        .model
        .timeline
        .position()
        .0;
    let after = press(SIZE, "gg-----/yoon<enter>ccggn")
        .model
        .timeline
        .position()
        .0;
    assert!(after > next);
}

#[test]
fn escape_leaves_the_search_then_the_zoom() {
    let seen = press(SIZE, "---/camp<enter><esc>");
    assert_eq!(seen.model.timeline.zoom(), Zoom::Month);
    assert!(seen.model.search.found.is_none());
    assert_eq!(press(SIZE, "---<esc>").model.timeline.zoom(), Zoom::Event);
    assert_eq!(press(SIZE, "---q").model.timeline.zoom(), Zoom::Event);
}

#[test]
fn the_keys_for_periods_go_by_decades_where_rows_are_years() {
    let first = press_in(large_library(400), "gg-----");
    let next = press_in(large_library(400), "gg-----]");
    assert!(
        row(&first).contains("1945") && row(&next).contains("1950"),
        "{}",
        next.text()
    );
}

#[test]
fn a_dense_day_is_folded_and_opened() {
    let closed = press_in(dense_library(), "gg");
    closed.shows("+7 more on 18 Aug 2023");
    let folded = press_in(dense_library(), "ggjjjjjj");
    assert!(row(&folded).contains("+7 more"), "{}", folded.text());
    // One row further is the day after.
    let beyond = press_in(dense_library(), "ggjjjjjjj");
    assert_eq!(beyond.model.timeline.cursor, 13);
    for open in ["z", "<right>", "<enter>", "l"] {
        let seen = press_in(dense_library(), &format!("ggjjjjjj{open}"));
        seen.hides("more on");
        assert_eq!(seen.model.timeline.cursor, 6);
        assert!(!seen.model.detail.full);
    }
    for close in ["z", "<left>", "h"] {
        let seen = press_in(dense_library(), &format!("ggjjjjjjzjj{close}"));
        seen.shows("+7 more");
        assert_eq!(seen.model.timeline.cursor, 8, "the event is kept");
        assert!(row(&seen).contains("+7 more"));
    }
    press_in(dense_library(), "ggz").shows("nothing is folded away");
}

#[test]
fn what_leads_into_a_fold_opens_it() {
    let title = |seen: &Seen| seen.selected().to_owned();
    let hidden = press_in(dense_library(), "ggjjjjjjzjj");
    let name = title(&hidden);
    let searched = press_in(dense_library(), &format!("gg/\"{name}\"<enter><esc>"));
    assert_eq!(title(&searched), name);
    searched.hides("more on");
    let walked = press_in(dense_library(), "ggnnnnnnnn");
    assert_eq!(title(&walked), name);
    walked.hides("more on");
    assert!(row(&walked).contains("18 Aug"));
}

#[test]
fn a_day_of_very_many_events_costs_a_row() {
    let seen = press_in(common::library_of_one_day(5_000), "G");
    seen.shows("+4,995 more");
    let rows = seen.model.timeline.rows(&seen.model.library, 30);
    assert!(rows.contains(&Row::Fold(5, 4_995)));
}

#[test]
fn marked_and_noted_events_are_a_key_apart() {
    let seen = press(SIZE, "ggjmjjMask<enter>gg)");
    assert_eq!(seen.selected(), "Leaders meet at the border village");
    let seen = press(SIZE, "ggjmjjMask<enter>gg))");
    assert_eq!(seen.model.timeline.cursor, 3);
    assert_eq!(press(SIZE, "ggjmjjMask<enter>G((").model.timeline.cursor, 1);
    press(SIZE, ")").shows("no later event is marked");
}

/// The right edge of the list, from top to bottom.
fn bar(seen: &Seen) -> String {
    let area = seen.model.panes.list.bar;
    (area.top()..area.bottom())
        .map(|y| seen.buffer[(area.x, y)].symbol())
        .collect()
}

#[test]
fn the_right_edge_shows_view_marks_notes_and_hits_by_shape() {
    let plain = bar(&press_in(large_library(400), "gg"));
    assert!(plain.starts_with('┃') && plain.ends_with('│'), "{plain}");
    let kept = bar(&press_in(large_library(400), "ggmGMask<enter>gg"));
    assert!(kept.starts_with('♦') && kept.ends_with('✎'), "{kept}");
    let only = bar(&press_in(large_library(400), "gg/camp<enter>"));
    assert!(!only.contains('•'), "{only}");
    let marked = bar(&press_in(
        large_library(400),
        "gg/\"camp david 10\"<enter>ccG",
    ));
    assert_eq!(marked.matches('•').count(), 1, "{marked}");
    let marked = bar(&press_in(large_library(400), "/\"camp david 10\"<enter>cc"));
    assert_eq!(marked.matches('╋').count(), 1, "{marked}");
    let zoomed = bar(&press_in(large_library(400), "ggmG---"));
    assert!(zoomed.starts_with('♦') && zoomed.ends_with('┃'), "{zoomed}");
    let narrow = drive(
        (80, 24),
        large_library(400),
        keys("ggmG"),
        &Theme::default(),
    );
    assert!(bar(&narrow).starts_with('♦') && bar(&narrow).ends_with('┃'));
}

#[test]
fn a_period_is_told_in_the_detail() {
    press(SIZE, "@2023-08-18<enter>-----")
        .shows("Period")
        .shows("summit 1")
        .shows("All of them")
        .shows("Going in leads to: Trilateral summit at Camp");
    press_in(large_library(6_000), "gg------").shows("The weightiest");
}

#[test]
fn what_is_known_by_its_month_alone_is_not_told_as_of_a_day() {
    for zoom in ["-", "--"] {
        let seen = press(SIZE, &format!("G{zoom}"));
        assert!(row(&seen).contains("~1"), "{}", seen.text());
        seen.shows("1 known by month, year or less");
    }
    let month = press(SIZE, "G---");
    assert!(!row(&month).contains('~'), "{}", month.text());
}

#[test]
fn events_of_a_month_alone_are_folded_apart_from_those_of_its_first_day() {
    let (day, month) = ((0..8).map(|_| "2023-08-01"), (0..9).map(|_| "2023-08"));
    let seen = press_in(common::library_of_dates(day.chain(month)), "");
    seen.shows("+3 more on 1 Aug 2023")
        .shows("+4 more in Aug 2023");
}

#[test]
fn the_mouse_goes_to_a_row_into_it_and_along_the_right_edge() {
    let click = |script: &str, place: &dyn Fn(&Seen) -> (u16, u16)| {
        let at = place(&press_in(large_library(400), script));
        let mut messages = keys(script);
        messages.push(Message::Mouse(Mouse::Press, at.0, at.1));
        drive(SIZE, large_library(400), messages, &Theme::default())
    };
    let cursor = |seen: &Seen| {
        let area = seen.model.panes.list.rows;
        let row = seen.model.timeline.cursor_row(&seen.model.library);
        (area.x + 3, area.y + row as u16)
    };
    let into = click("-----", &cursor);
    assert_eq!(into.model.timeline.zoom(), Zoom::Quarter);
    let above = click("-----", &|seen| {
        let (x, y) = cursor(seen);
        (x, y - 1)
    });
    assert_eq!(above.model.timeline.zoom(), Zoom::Year);
    let top = click("G", &|seen| {
        let bar = seen.model.panes.list.bar;
        (bar.x, bar.y)
    });
    assert_eq!(top.model.timeline.cursor, 0);
}
