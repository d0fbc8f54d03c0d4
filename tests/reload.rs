//! Files change while the browser is open: what is new appears, and nothing the user looks at moves.

mod common;

use std::sync::Arc;

use common::{drive, keys, large_library};
use linchpin::app::library::Library;
use linchpin::app::{Effect, Message, Model, update};
use linchpin::chronicle::{Chronicle, EventId};
use linchpin::document::Copies;
use linchpin::load::LoadOptions;
use linchpin::open::{With, open};
use linchpin::ui::Theme;
use proptest::prelude::*;

/// The same library without each event whose rank `leaves` names.
fn without(library: &Library, leaves: impl Fn(usize) -> bool) -> Library {
    let chronicle = &library.chronicle;
    let events = chronicle.events().enumerate();
    let kept = events
        .filter(|(rank, _)| !leaves(*rank))
        .map(|(_, event)| event.into_owned());
    let chronicle = Chronicle::new(chronicle.gazetteer(), kept.collect(), Vec::new());
    Library::new(Arc::new(chronicle), library.report.clone())
}

fn opened(library: Library) -> Message {
    Message::Opened(Arc::new(library))
}

#[test]
fn new_and_removed_events_move_neither_cursor_nor_scroll_nor_filter() {
    let library = large_library(600);
    let mut kept = 0;
    // Away from the end of the list, where the view may not leave rows empty.
    for script in [
        "[[[[kkkkkkkkkkkkkkkjjjjjj",
        "gg]]jjjjjjjjjjjjjkkkkkk",
        "[[[[/seoul",
        "[[[[/seoul<enter>[[kkkkkkkkkkkkkkkkkkkjjjj",
        "[[[[/seoul<enter>cckkkkkkkkkkkkkkkjjjjjj",
        "[[[[vkkkkkkkkkkkkjjj",
    ] {
        let before = drive((100, 30), library.clone(), keys(script), &Theme::default());
        let selected = before.selected().to_owned();
        let key = before.model.selected().map(|(_, event)| event.key.clone());
        for leaves in [2, 3, 7] {
            // The cursor's own event stays.
            let chronicle = Arc::clone(&library.chronicle);
            let own = key.clone();
            let changed = without(&library, |rank| {
                rank % leaves == 0
                    && Some(&chronicle.event(EventId(rank as u32)).key) != own.as_ref()
            });
            let mut messages = keys(script);
            messages.push(opened(changed));
            let after = drive((100, 30), library.clone(), messages, &Theme::default());
            assert_eq!(after.selected(), selected, "{script}");
            assert_eq!(
                after.model.selected().map(|(_, event)| event.key.clone()),
                key,
                "{script}"
            );
            // Where the list begins or ends in view, or the cursor stands at an edge of the view,
            // other rows than before may have to be shown around it.
            let view = after.model.in_view();
            let at_edge = |row: Option<usize>| row.is_none_or(|row| !(8..22).contains(&row));
            let row = |seen: &common::Seen| seen.text().lines().position(|line| line.contains('▶'));
            let inside = !at_edge(row(&before))
                && view.start > 0
                && view.end < after.model.timeline.shown.len();
            assert!(
                row(&after) == row(&before) || !inside,
                "{script}\n{}\n{}",
                before.text(),
                after.text()
            );
            kept += usize::from(inside);
            assert_eq!(
                after.model.search.line.text(),
                before.model.search.line.text()
            );
            assert_eq!(after.model.focus, before.model.focus);
        }
    }
    assert!(kept >= 8, "{kept} views were inside their lists");
}

#[test]
fn an_event_that_is_gone_leaves_the_cursor_near_its_day() {
    let library = large_library(500);
    let before = drive(
        (100, 30),
        library.clone(),
        keys("gg<pgdn>"),
        &Theme::default(),
    );
    let (id, event) = before.model.selected().expect("an event");
    let day = event.range().expect("a date").first();
    let mut messages = keys("gg<pgdn>");
    messages.push(opened(without(&library, |rank| rank == id.index())));
    let after = drive((100, 30), library, messages, &Theme::default());
    let (_, event) = after.model.selected().expect("an event");
    let days = event.range().expect("a date").first().days_since(day);
    assert!((0..200).contains(&days), "{days} days away");
}

#[test]
fn an_open_page_goes_over_to_the_same_event() {
    let library = large_library(500);
    let mut messages = keys("ggjjw");
    messages.push(opened(without(&library, |rank| rank == 0)));
    let before = drive((100, 40), library.clone(), keys("ggjjw"), &Theme::default());
    let after = drive((100, 40), library, messages, &Theme::default());
    assert_eq!(before.text().lines().nth(20), after.text().lines().nth(20));
    after.shows("Why?");
}

#[test]
fn a_change_on_the_disk_asks_for_a_load_unless_the_user_stopped_the_last() {
    let mut model = model(large_library(10));
    assert!(matches!(
        update(&mut model, Message::Changed(1))[..],
        [Effect::Load(Copies::Folded)]
    ));
    let mut stopped = large_library(10);
    Arc::make_mut(&mut stopped.report).stopped = true;
    update(&mut model, opened(stopped));
    assert!(update(&mut model, Message::Changed(2)).is_empty());
    let notice = model.notice.as_ref().expect("a sentence");
    assert_eq!(notice.text, "2 files have changed: f5 reads everything");
}

#[test]
fn a_stopped_load_is_told_until_everything_is_read() {
    let mut stopped = large_library(10);
    Arc::make_mut(&mut stopped.report).stopped = true;
    let said = "the load was stopped";
    let mut messages = vec![opened(stopped)];
    messages.extend(keys("jj"));
    drive(
        (100, 40),
        large_library(10),
        messages.clone(),
        &Theme::default(),
    )
    .shows(said);
    messages.push(opened(large_library(10)));
    messages.extend(keys("j"));
    let after = drive((100, 40), large_library(10), messages, &Theme::default());
    assert!(!after.text().contains(said), "{}", after.text());
}

#[test]
fn one_key_shows_copies_apart_and_folds_them_again() {
    let mut model = model(large_library(10));
    let press = |model: &mut Model| update(model, keys("&").remove(0));
    assert!(matches!(
        press(&mut model)[..],
        [Effect::Load(Copies::Apart)]
    ));
    assert!(matches!(
        press(&mut model)[..],
        [Effect::Load(Copies::Folded)]
    ));
}

fn model(library: Library) -> Model {
    let today = common::TODAY.parse().expect("a date");
    Model::new(library, linchpin::app::keymap::Keymap::built_in(), today)
}

#[test]
fn a_text_that_three_published_is_one_source_with_three_places_and_can_be_shown_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let story = "Secretary of State Antony Blinken met South Korean Foreign Minister Park Jin in \
                 Seoul on May 22, 2022. The two discussed supply chains, the drills that both armies \
                 hold in late summer, and how to answer the launches of the weeks before. Officials \
                 of both ministries said that working groups would meet every second month, that a \
                 list of parts and minerals would be kept in common, and that neither side would wait \
                 for the other when a shipment is late. They left through the eastern gate shortly \
                 before nine.\n";
    for (name, publisher) in [
        ("a", "Harbour Daily"),
        ("b", "Evening Lamp"),
        ("c", "Third Post"),
    ] {
        let text = format!(
            "---\ntitle: Talks in Seoul\npublisher: {publisher}\ndate: 2022-05-23\n---\n\n{story}"
        );
        std::fs::write(folder.path().join(format!("{name}.md")), text).expect("a file");
    }
    let roots = [linchpin::load::Root::Path(folder.path().to_owned())];
    let read = |copies| {
        let options = LoadOptions {
            copies,
            ..LoadOptions::default()
        };
        open(&roots, With::DocumentsOnly, &options, &())
    };
    let sources = |chronicle: &Chronicle| {
        let dated = chronicle.run(0..chronicle.dated());
        dated
            .map(|event| event.attestations.len())
            .max()
            .unwrap_or(0)
    };
    let apart = read(Copies::Apart);
    let folded = read(Copies::Folded);
    assert_eq!(
        (sources(&apart.chronicle), apart.chronicle.folded()),
        (3, 0)
    );
    assert_eq!(
        (sources(&folded.chronicle), folded.chronicle.folded()),
        (1, 2)
    );
    let keys = |chronicle: &Chronicle| -> Vec<String> {
        chronicle
            .events()
            .map(|event| event.key.to_string())
            .collect()
    };
    assert_eq!(
        keys(&apart.chronicle),
        keys(&folded.chronicle),
        "no event is lost"
    );
    let counts = folded.report.counts();
    assert_eq!((counts.events, folded.report.files().count()), (3, 3));
    let library = Library::new(
        Arc::new(folded.chronicle),
        linchpin::app::library::Report::default(),
    );
    let seen = drive((120, 40), library, keys_of("gg"), &Theme::default());
    seen.shows("also in Evening Lamp")
        .shows("also in Third Post");
}

fn keys_of(script: &str) -> Vec<Message> {
    keys(script)
}

#[test]
fn a_load_that_is_stopped_keeps_what_it_has_and_accounts_for_the_rest() {
    struct Stop;
    impl linchpin::load::Progress for Stop {
        fn cancelled(&self) -> bool {
            UNDERSTANDING.with(std::cell::Cell::get)
        }
        fn understanding(&self, _documents: usize) {
            UNDERSTANDING.with(|now| now.set(true));
        }
    }
    thread_local!(static UNDERSTANDING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) });
    let folder = tempfile::tempdir().expect("a folder");
    for name in 0..5 {
        let text = "Blinken met Park Jin in Seoul on May 22, 2022.\n";
        std::fs::write(folder.path().join(format!("{name}.txt")), text).expect("a file");
    }
    let roots = [linchpin::load::Root::Path(folder.path().to_owned())];
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread();
    let pool = pool.build().expect("a pool");
    let opened = pool.install(|| open(&roots, With::DocumentsOnly, &LoadOptions::default(), &Stop));
    assert!(opened.report.cancelled);
    let counts = opened.report.counts();
    assert_eq!((counts.skipped, opened.report.files().count()), (5, 5));
    assert_eq!(opened.chronicle.documents().len(), 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_leaves_the_cursor_is_in_view(seed in any::<u64>(), script in "[jkGg\\[\\]{}v]{0,12}") {
        let library = large_library(300);
        let changed = without(&library, |rank| (seed >> (rank % 64)) & 1 == 1);
        let mut messages = keys(&script);
        messages.push(opened(changed.clone()));
        messages.push(opened(library.clone()));
        messages.push(opened(changed));
        let seen = drive((90, 20), library, messages, &Theme::default());
        prop_assert!(seen.model.timeline.shown.is_empty() || seen.text().contains('▶'), "{}", seen.text());
    }
}

#[test]
fn what_is_marked_is_found_after_files_were_read_again() {
    let library = large_library(60);
    let mut messages = keys("ggm");
    messages.push(opened(library.clone()));
    messages.extend(keys("/is:marked"));
    drive((100, 30), library, messages, &Theme::default()).shows("1 hit");
}
