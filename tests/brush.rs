//! A range chosen on the ribbon becomes part of the search.

mod common;

use common::{Seen, drive, keys, large_library, press};
use linchpin::app::Message;
use linchpin::app::message::Mouse;
use linchpin::ui::Theme;

const SIZE: (u16, u16) = (120, 40);

/// Keys in a library of 1945 to 2024.
fn press_long(script: &str) -> Seen {
    drive(SIZE, large_library(800), keys(script), &Theme::default())
}

#[test]
fn keys_choose_a_range_and_enter_asks_for_it() {
    let choosing = press_long("@1970-06-01<enter>r<right><right>");
    choosing.shows("┗━▲").shows("events");
    let asked = press_long("@1970-06-01<enter>r<right><right><enter>");
    let query = asked.model.search.line.text().to_owned();
    assert!(query.starts_with("1970") && query.contains(".."), "{query}");
    let found = asked.model.search.found.as_ref().expect("an answer");
    assert!(!found.ids.is_empty() && found.issues.is_empty());
    let days = |id| asked.model.library.first_day(id).expect("a date").year();
    assert!(
        found
            .ids
            .iter()
            .all(|id| (1970..=1973).contains(&days(*id)))
    );
    asked.shows(&format!("/ {query}"));
}

#[test]
fn the_range_goes_both_ways_and_by_years() {
    let left = press_long("@1970-06-01<enter>r<left><left><enter>");
    assert!(
        left.model.search.line.text().ends_with("1970"),
        "{}",
        left.text()
    );
    let years = press_long("@1970-06-01<enter>r]]]]][<enter>");
    let query = years.model.search.line.text();
    assert!(
        query.starts_with("1970") && query.ends_with("1974"),
        "{query}"
    );
    let other = press_long("@1970-06-01<enter>r]]o[[<enter>");
    let query = other.model.search.line.text();
    assert!(
        query.starts_with("1968") && query.ends_with("1972"),
        "{query}"
    );
    let whole = press_long("r<home>o<end><enter>");
    assert_eq!(whole.model.search.line.text(), "1945..2024");
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let before = press_long("/camp<enter>");
    let after = press_long("/camp<enter>r<left><left><esc>");
    assert_eq!(before.text(), after.text());
}

#[test]
fn another_range_takes_the_place_of_the_first() {
    let seen = press_long("/camp<enter>r[[<enter>");
    let first = seen.model.search.line.text().to_owned();
    assert!(first.starts_with("camp "), "{first}");
    let seen = press_long("/camp<enter>r[[<enter>r[[[[<enter>");
    assert_eq!(seen.model.search.line.text().split(' ').count(), 2);
    assert_ne!(seen.model.search.line.text(), first);
}

#[test]
fn the_mouse_drags_a_range_and_a_click_jumps() {
    let mouse = |script: &[(Mouse, u16)]| {
        let ribbon = press(SIZE, "").model.panes.ribbon;
        let messages = script
            .iter()
            .map(|(what, x)| Message::Mouse(*what, ribbon.x + x, ribbon.y))
            .collect();
        drive(SIZE, large_library(800), messages, &Theme::default())
    };
    let click = mouse(&[(Mouse::Press, 40), (Mouse::Release, 40)]);
    assert!(click.model.search.line.is_empty() && click.model.search.found.is_none());
    let year = click
        .model
        .selected()
        .and_then(|(_, e)| e.range())
        .expect("a date");
    assert!((1970..1978).contains(&year.first().year()));
    let dragged = mouse(&[
        (Mouse::Press, 40),
        (Mouse::Drag, 44),
        (Mouse::Drag, 50),
        (Mouse::Release, 50),
    ]);
    assert!(
        dragged.model.search.line.text().contains(".."),
        "{}",
        dragged.text()
    );
    assert!(dragged.model.search.found.is_some() && dragged.model.brush.is_none());
    let choosing = mouse(&[(Mouse::Press, 40), (Mouse::Drag, 50)]);
    choosing.shows("┗━━━━━━━━━▲");
}

#[test]
fn a_range_outlives_another_width() {
    let mut script = keys("@1970-06-01<enter>r]]]");
    script.extend([Message::Resize(60, 20), Message::Resize(200, 60)]);
    script.extend(keys("<enter>"));
    let seen = drive(SIZE, large_library(800), script, &Theme::default());
    let query = seen.model.search.line.text();
    assert!(
        query.starts_with("1970") && query.contains("..1973"),
        "{query}"
    );
}

#[test]
fn the_range_holds_for_every_choice_of_a_search() {
    let asked = press_long("/seoul OR tokyo<enter>@1970-06-01<enter>r<right><enter>");
    let query = asked.model.search.line.text();
    assert!(query.starts_with("(seoul OR tokyo) 19"), "{query}");
}
