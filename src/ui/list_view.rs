//! A list as it is drawn: what it lists, and where it stands.

use crate::app::model::{Focus, Model};
use crate::app::panes::ListPane;
use crate::app::search::Search;
use crate::app::timeline::Timeline;

/// One of the timelines on the screen.
pub(super) struct ListView<'a> {
    pub(super) model: &'a Model,
    pub(super) timeline: &'a Timeline,
    pub(super) search: &'a Search,
    pub(super) pane: ListPane,
    /// Whether it has the keys, or would have them without what lies over it.
    pub(super) active: bool,
}

impl<'a> ListView<'a> {
    /// The list that has the keys.
    pub(super) fn active(model: &'a Model) -> Self {
        Self {
            model,
            timeline: &model.timeline,
            search: &model.search,
            pane: model.panes.list,
            active: model.focus != Focus::Detail,
        }
    }

    /// The other list, while two are shown.
    pub(super) fn other(model: &'a Model) -> Option<Self> {
        let split = model.split.as_ref()?;
        Some(Self {
            model,
            timeline: &split.timeline,
            search: &split.search,
            pane: model.panes.other,
            active: false,
        })
    }
}
