//! The keys that work: all of them for the help, the useful ones for the footer.
//!
//! Both are made from the table of actions and the keymap.

use super::action::Action;
use super::keymap::{Keymap, Mode};
use super::keypress::show_sequence;
use super::model::{Focus, Model, Overlay, View};
use super::pages::Kind;
use super::timeline::Zoom;

/// A line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// The keys that follow work here.
    Section(&'static str),
    /// Keys and what they do.
    Keys {
        /// As pressed, several alternatives apart by two spaces.
        keys: String,
        /// One line.
        help: &'static str,
        /// The name for keymaps and the palette.
        name: &'static str,
    },
}

const fn section(mode: Mode) -> &'static str {
    match mode {
        Mode::Everywhere => "Everywhere",
        Mode::List => "In lists and pages",
        Mode::Timeline => "In the timeline",
        Mode::Detail => "In the detail",
        Mode::Directory => "In officials, places, documents and plots",
        Mode::Ribbon => "On the ribbon, while choosing a range",
        Mode::Page => "In a page: why, sources, brief",
        Mode::Facets => "In the facets",
        Mode::Review => "In the review",
        Mode::Text => "While typing",
    }
}

/// Where an action is of use, if it is not here: it has keys, but none for this mode.
pub fn elsewhere(keymap: &Keymap, here: Mode, action: Action) -> Option<String> {
    let has_keys = |mode: &Mode| keymap.keys_for(*mode, action).is_some();
    // The detail shows the event under the timeline's cursor: what one can do, the other can.
    let near: &[Mode] = match here {
        Mode::Timeline | Mode::Detail => &[Mode::Timeline, Mode::Detail],
        _ => &[here],
    };
    if near.iter().any(has_keys) {
        return None;
    }
    let there = section(Mode::ALL.into_iter().find(has_keys)?);
    let mut words = there.chars();
    let first = words.next()?.to_lowercase();
    Some(format!("{} works {first}{}", action.name(), words.as_str()))
}

/// All keys, those with `filter` in their key, name or help.
pub fn lines(keymap: &Keymap, filter: &str) -> Vec<HelpLine> {
    let filter = filter.trim().to_lowercase();
    let mut lines = Vec::new();
    for mode in Mode::ALL {
        let bindings = keymap.of_mode(mode);
        let mut rows: Vec<(Action, String)> = Vec::new();
        for binding in bindings {
            let keys = show_sequence(&binding.keys);
            match rows.last_mut() {
                Some((action, shown)) if *action == binding.action => {
                    shown.push_str("  ");
                    shown.push_str(&keys);
                }
                _ => rows.push((binding.action, keys)),
            }
        }
        let fits = |(action, keys): &(Action, String)| {
            filter.is_empty()
                || keys.to_lowercase().contains(&filter)
                || action.name().contains(&filter)
                || action.help().to_lowercase().contains(&filter)
        };
        let mut rows = rows.into_iter().filter(fits).peekable();
        if rows.peek().is_some() {
            lines.push(HelpLine::Section(section(mode)));
        }
        lines.extend(rows.map(|(action, keys)| HelpLine::Keys {
            keys,
            help: action.help(),
            name: action.name(),
        }));
    }
    lines
}

/// What the footer offers, the most useful first.
fn offered(model: &Model) -> &'static [Action] {
    match (&model.overlay, model.focus) {
        (Some(Overlay::Help { typing: true, .. } | Overlay::Edit { .. }), _)
        | (None, Focus::Jump) => &[Action::Submit, Action::Back],
        (Some(Overlay::Help { .. }), _) => {
            &[Action::Back, Action::Search, Action::Down, Action::PageDown]
        }
        (Some(Overlay::Palette { .. }), _) => &[
            Action::Submit,
            Action::NextChoice,
            Action::PreviousChoice,
            Action::Back,
        ],
        (Some(Overlay::Page(page)), _) if matches!(page.kind, Kind::Brief(..)) => &[
            Action::Save,
            Action::CopyPage,
            Action::NextFormat,
            Action::Back,
            Action::PageDown,
        ],
        (Some(Overlay::Page(_)), _) => &[
            Action::Back,
            Action::CopyPage,
            Action::Down,
            Action::PageDown,
        ],
        (Some(Overlay::Review(_)), _) => &[
            Action::Accept,
            Action::Reject,
            Action::CorrectDate,
            Action::SplitOff,
            Action::Undo,
            Action::Down,
            Action::Up,
            Action::Back,
        ],
        (Some(Overlay::Split { .. }), _) => {
            &[Action::Accept, Action::Down, Action::Up, Action::Back]
        }
        (Some(Overlay::Facets { .. }), _) => {
            &[Action::Include, Action::Exclude, Action::Down, Action::Back]
        }
        (Some(_), _) => &[Action::Back, Action::Down, Action::PageDown, Action::Help],
        (None, Focus::Detail) if matches!(model.view, View::Directory(_)) => &[
            Action::Out,
            Action::Down,
            Action::Open,
            Action::Why,
            Action::PageDown,
            Action::In,
            Action::PreviousPeriod,
            Action::Help,
            Action::Quit,
        ],
        (None, _) if matches!(model.view, View::Directory(_)) => &[
            Action::Open,
            Action::Search,
            Action::In,
            Action::PreviousPeriod,
            Action::ShowTimeline,
            Action::ShowOfficials,
            Action::ShowPlaces,
            Action::ShowDocuments,
            Action::ShowPlots,
            Action::Help,
            Action::Quit,
        ],
        (None, Focus::Search) => &[
            Action::Submit,
            Action::Back,
            Action::EraseToStart,
            Action::PreviousChoice,
        ],
        (None, Focus::Detail) => &[
            Action::Out,
            Action::Open,
            Action::Down,
            Action::Note,
            Action::Why,
            Action::Sources,
            Action::OpenLink,
            Action::CorrectDate,
            Action::Hide,
            Action::NextPane,
            Action::Help,
            Action::Quit,
        ],
        (None, Focus::Ribbon) => &[
            Action::Submit,
            Action::Back,
            Action::BrushEarlier,
            Action::BrushLater,
            Action::PreviousPeriod,
            Action::NextPeriod,
            Action::BrushOtherEnd,
        ],
        (None, Focus::List) => offered_in_list(model),
    }
}

/// The same while the keys go to the timeline.
fn offered_in_list(model: &Model) -> &'static [Action] {
    if model.split.is_some() {
        &[
            Action::NextPane,
            Action::Search,
            Action::Open,
            Action::Back,
            Action::Split,
            Action::ZoomOut,
            Action::ZoomIn,
            Action::Context,
            Action::Help,
        ]
    } else if model.timeline.zoom() != Zoom::Event {
        &[
            Action::ZoomIn,
            Action::ZoomOut,
            Action::Search,
            Action::Back,
            Action::Help,
            Action::NextPeriod,
            Action::Context,
            Action::Facets,
            Action::Density,
            Action::Today,
            Action::Quit,
        ]
    } else if model.search.found.is_some() {
        &[
            Action::Open,
            Action::Search,
            Action::Context,
            Action::Back,
            Action::Help,
            Action::Brief,
            Action::Facets,
            Action::Mark,
            Action::PreviousSame,
            Action::Why,
            Action::NextHit,
            Action::NextPeriod,
            Action::Quit,
        ]
    } else {
        &[
            Action::Open,
            Action::Search,
            Action::Jump,
            Action::Help,
            Action::Quit,
            Action::ZoomOut,
            Action::NextPeriod,
            Action::NextBurst,
            Action::Mark,
            Action::Facets,
            Action::Why,
            Action::Context,
            Action::Today,
            Action::Palette,
            Action::LoadReport,
            Action::Review,
        ]
    }
}

/// Keys with the word for what they do here, the most useful first. While a sequence has begun,
/// how it can go on.
pub fn hints(model: &Model) -> Vec<(String, &'static str)> {
    let mode = model.mode();
    if !model.pending.is_empty() {
        return model
            .keymap
            .continuations(mode, &model.pending)
            .map(|binding| (show_sequence(&binding.keys), binding.action.label()))
            .collect();
    }
    let loading = model.progress.iter().map(|_| &Action::StopLoading);
    let fold = mode == Mode::Timeline && model.timeline.fold(&model.library).is_some();
    let fold = fold.then_some(&Action::Fold);
    let mouse = (!model.mouse).then_some(&Action::Mouse);
    loading
        .chain(mouse)
        .chain(fold)
        .chain(offered(model))
        .filter_map(|action| Some((model.keymap.keys_for(mode, *action)?, action.label())))
        .collect()
}
