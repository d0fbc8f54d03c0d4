//! Two timelines locked in time, and facets at the left of wide screens.

mod common;

use common::{drive, keys, large_library, library, press};
use linchpin::app::Message;
use linchpin::app::message::Mouse;
use linchpin::app::panes::Half;
use linchpin::ui::Theme;

const SIZE: (u16, u16) = (120, 40);

#[test]
fn the_second_keeps_a_search_of_its_own() {
    let seen = press(SIZE, "/camp<enter>|/hiroshima<enter>");
    seen.shows("only found · camp")
        .shows("only found · hiroshima")
        .shows("/ hiroshima");
    assert_eq!(seen.selected(), "The three leaders meet in Hiroshima");
    let back = press(SIZE, "/camp<enter>|/hiroshima<enter><tab>");
    back.shows("/ camp");
    assert_eq!(back.selected(), "Trilateral summit at Camp David");
}

#[test]
fn the_other_follows_to_the_day_and_stays_when_the_keys_change() {
    let followed = |script: &str| {
        let seen = drive(SIZE, large_library(400), keys(script), &Theme::default());
        let library = &seen.model.library;
        let split = seen.model.split.as_ref().expect("two timelines");
        let day = |id| library.first_day(id).expect("a date");
        let here = seen.model.timeline.selected().map(day).expect("an event");
        (here, split.timeline.selected().map(day).expect("an event"))
    };
    let (here, other) = followed("|/camp<enter>gg");
    assert_eq!(here, other, "an event that both list");
    let (here, other) = followed("/hiroshima<enter>|/camp<enter>ggjjjj");
    assert!(other <= here && here.days_since(other) < 1200);
    let before = followed("/hiroshima<enter>|/camp<enter>ggjjjj");
    let after = followed("/hiroshima<enter>|/camp<enter>ggjjjj<tab>");
    assert_eq!((before.1, before.0), after, "nothing moves with the keys");
    let (here, other) = followed("/hiroshima<enter>|/camp<enter>ggjjjj<tab>k");
    assert!(other <= here);
}

#[test]
fn closing_leaves_the_first_as_it_was_and_the_same_key_keeps_this_one() {
    for close in ["q", "<esc>"] {
        let seen = press(SIZE, &format!("/camp<enter>|/hiroshima<enter>{close}"));
        assert!(seen.model.split.is_none());
        seen.shows("/ camp").hides("hiroshima");
    }
    press(SIZE, "/camp<enter>|/hiroshima<enter>|")
        .shows("/ hiroshima")
        .hides("· camp");
}

#[test]
fn both_outlive_a_reload_and_every_size() {
    let mut script = keys("/camp<enter>|/hiroshima<enter>");
    script.push(Message::Opened(library().into()));
    let sizes = [
        (1, 1),
        (30, 9),
        (60, 20),
        (99, 40),
        (100, 12),
        (159, 40),
        (200, 50),
    ];
    script.extend(sizes.map(|(width, height)| Message::Resize(width, height)));
    script.extend(keys("<tab><tab>"));
    let seen = drive((200, 50), library(), script, &Theme::default());
    assert_eq!(seen.selected(), "Trilateral summit at Camp David");
    seen.shows("1 of 1").shows("· hiroshima");
    let split = seen.model.split.as_ref().expect("two timelines");
    assert_eq!(split.timeline.shown.len(), 1);
    assert!(split.search.found.is_some());
}

#[test]
fn the_keys_go_around_both_and_the_detail() {
    let at = |tabs: usize| {
        let seen = press((200, 50), &format!("|{}", "<tab>".repeat(tabs)));
        let half = seen.model.split.as_ref().map(|split| split.active);
        format!("{half:?} {:?}", seen.model.focus)
    };
    assert_eq!(at(0), "Some(Second) List");
    assert_eq!(at(1), "Some(Second) Detail");
    assert_eq!(at(2), "Some(First) List");
    assert_eq!(at(3), at(0));
}

#[test]
fn facets_stand_at_the_left_of_wide_screens_and_follow_each_key() {
    let wide = press((200, 50), "jk");
    wide.shows("Facets").shows("Countries");
    assert!(press((199, 50), "").model.panes.rail.is_empty());
    let everything = wide.text();
    let typed = press((200, 50), "/yo");
    assert_ne!(everything, typed.text());
    assert!(typed.model.search.found.is_some() && typed.text().contains("Facets"));
    let chosen = press((200, 50), "fj<enter>");
    assert!(
        chosen.model.search.line.text().starts_with("who:"),
        "{}",
        chosen.text()
    );
    chosen.shows("│ + ");
    press((200, 50), "fjx").hides("  Joe Biden              5 ");
    press((200, 50), "f<esc>").shows("Facets");
}

#[test]
fn the_mouse_chooses_a_facet_and_a_timeline() {
    let mut script = keys("jk");
    let rail = press((200, 50), "").model.panes.rail;
    script.push(Message::Mouse(Mouse::Press, rail.x + 4, rail.y + 2));
    let seen = drive((200, 50), library(), script, &Theme::default());
    assert!(
        seen.model.search.line.text().starts_with("who:"),
        "{}",
        seen.text()
    );
    let mut script = keys("|");
    let other = press(SIZE, "|").model.panes.other.frame;
    script.push(Message::Mouse(Mouse::Press, other.x + 4, other.y + 4));
    let seen = drive(SIZE, library(), script, &Theme::default());
    let split = seen.model.split.as_ref().expect("two timelines");
    assert_eq!(split.active, Half::First);
}
