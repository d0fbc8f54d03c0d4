//! The user's own files: config, keymap, theme and notes.

use std::sync::OnceLock;

use linchpin::app::keymap::{Keymap, Mode};
use linchpin::app::keypress::{KeyPress, parse_sequence};
use linchpin::config::{Chosen, Fault, Flags, Settings, Source};
use linchpin::notes::{Act, Log, Notes};
use linchpin::text::{Link, is_clean};
use linchpin::ui::Theme;

use super::{folder, forbidden, lossy};

/// Each fault names a place in the file, in clean words.
fn checked(text: &str, faults: &[Fault]) {
    let lines = text.split('\n').count();
    for fault in faults {
        assert!(
            (1..=lines).contains(&fault.line) && fault.column >= 1,
            "{fault:?}"
        );
        let said = fault.to_string();
        assert_eq!(forbidden::first(&said, false), None, "{said:?}");
    }
}

/// Any file is a config with faults, and what holds of it is clean; an address is what may stand in
/// one and nothing else.
pub(crate) fn config(bytes: &[u8]) {
    let text = lossy(bytes);
    let (chosen, faults) = Chosen::read(Source {
        file: "config.toml",
        text: &text,
    });
    checked(&text, &faults);
    let variable = |_: &str| Some(text.clone());
    let (settings, wrong) = Settings::of("config.toml", chosen, &variable, &Flags::default());
    for said in wrong.iter().chain(settings.searches.keys()) {
        assert_eq!(forbidden::first(said, false), None, "{said:?}");
    }
    for query in settings.searches.values() {
        assert_eq!(forbidden::first(&query.value, false), None, "{query:?}");
    }
    for url in [text.as_str(), &format!("https://a{text}")] {
        if let Some(link) = Link::of(url) {
            assert!(link.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }
}

/// Any file is a keymap with faults; keys that parse print as keys that parse to the same.
pub(crate) fn keymap(bytes: &[u8]) {
    static BUILT_IN: OnceLock<Keymap> = OnceLock::new();
    let text = lossy(bytes);
    let mut keymap = BUILT_IN.get_or_init(Keymap::built_in).clone();
    let faults = keymap.lay_over(Source {
        file: "keymap.toml",
        text: &text,
    });
    checked(&text, &faults);
    if let Ok(keys) = parse_sequence(&text) {
        let printed: Vec<String> = keys.iter().map(KeyPress::to_string).collect();
        let again = parse_sequence(&printed.join(" "));
        assert_eq!(
            again.ok(),
            Some(keys.clone()),
            "{text:?} prints {printed:?}"
        );
        for mode in Mode::ALL {
            keymap.resolve(mode, &keys);
        }
    }
}

/// Any file is a theme with faults.
pub(crate) fn theme(bytes: &[u8]) {
    let text = lossy(bytes);
    let (_, faults) = Theme::read(Source {
        file: "theme.toml",
        text: &text,
    });
    checked(&text, &faults);
}

/// Any file is a log with problems; what is kept and what is said of it is clean; an act that is
/// added to it is there when it is read again, unless the log is of a newer version.
pub(crate) fn notes(bytes: &[u8]) {
    let log = Log::at(folder().join("notes.jsonl"));
    std::fs::write(log.path(), bytes).expect("a written file");
    let clean_notes = |notes: &Notes| {
        for (_, kept) in notes.iter() {
            assert!(is_clean(&kept.note) && kept.tags.iter().all(|tag| is_clean(tag)));
        }
    };
    let before = log.read().expect("a log that can be read");
    clean_notes(&before.notes);
    for problem in &before.problems {
        assert_eq!(forbidden::first(problem, false), None, "{problem:?}");
    }
    let act = Act::Mark {
        event: "x".to_owned(),
    };
    if log.append(&act).is_ok() {
        let after = log.read().expect("a log that can be read");
        clean_notes(&after.notes);
        assert!(after.notes.is_marked("x"));
        assert_eq!(after.problems.len(), before.problems.len());
    } else {
        assert!(before.newer);
    }
}
