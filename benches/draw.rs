//! What a frame costs while scrolling: ours, and the plainest widgets that show the same cells.
//!
//! `cargo bench --bench draw`. The cost must not follow the number of events, and stay within 1.3
//! times that of the plain widgets in the same run.

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use linchpin::app::keymap::Keymap;
use linchpin::app::{Message, Model, update};
use linchpin::terminal::Finder;
use linchpin::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::widgets::{List, Paragraph};

const SIZE: (u16, u16) = (200, 60);

/// A browser on so many events, the facets counted, after some keys.
fn model(events: usize, keys: &str) -> Model {
    let today = common::TODAY.parse().expect("a date");
    let mut model = Model::new(common::large_library(events), Keymap::built_in(), today);
    let finder = Finder::new(&model.library, today);
    let facets = Message::Facets(0, finder.facets().into());
    let resize = Message::Resize(SIZE.0, SIZE.1);
    for message in [resize, facets].into_iter().chain(common::keys(keys)) {
        update(&mut model, message);
    }
    model
}

/// Keys that zoom out, and what a row stands for then.
const ZOOMS: [(&str, &str); 4] = [
    ("", "events"),
    ("-", "days"),
    ("---", "months"),
    ("-----", "years"),
];

fn scrolling(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scroll");
    group.sample_size(40);
    group.warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(2));
    let up = || Message::Key("pgup".parse().expect("a key"));
    let down = || Message::Key("pgdn".parse().expect("a key"));
    for events in [100, 10_000, 1_000_000] {
        let all = model(events, "");
        for (keys, name) in ZOOMS {
            let mut model = all.clone();
            for message in common::keys(keys) {
                update(&mut model, message);
            }
            let theme = Theme::default();
            let mut screen = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a screen");
            let mut back = false;
            group.bench_function(BenchmarkId::new(name, events), |bencher| {
                bencher.iter(|| {
                    back = !back;
                    update(&mut model, if back { up() } else { down() });
                    screen
                        .draw(|frame| view(&model, &theme, frame))
                        .expect("a frame");
                });
            });
        }
    }
    // The lines of two frames, as the plainest widgets show them.
    let mut shown = Vec::new();
    let mut model = model(10_000, "");
    for message in [up(), down()] {
        update(&mut model, message);
        let mut screen = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a screen");
        screen
            .draw(|frame| view(&model, &Theme::default(), frame))
            .expect("a frame");
        let buffer = screen.backend().buffer();
        let lines: Vec<String> = (0..SIZE.1)
            .map(|y| (0..SIZE.0).map(|x| buffer[(x, y)].symbol()).collect())
            .collect();
        shown.push(lines);
    }
    let mut screen = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a screen");
    let mut at = 0;
    group.bench_function("plain widgets", |bencher| {
        bencher.iter(|| {
            at = 1 - at;
            let lines: &[String] = &shown[at];
            screen
                .draw(|frame| {
                    let area = frame.area();
                    let (head, body) = lines.split_at(8);
                    let head_area = ratatui::layout::Rect { height: 8, ..area };
                    let body_area = ratatui::layout::Rect {
                        y: 8,
                        height: area.height - 8,
                        ..area
                    };
                    frame.render_widget(Paragraph::new(head.join("\n")), head_area);
                    frame.render_widget(List::new(body.iter().map(String::as_str)), body_area);
                })
                .expect("a frame");
        });
    });
    group.finish();
}

criterion_group!(benches, scrolling);
criterion_main!(benches);
