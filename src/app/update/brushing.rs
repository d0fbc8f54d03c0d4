//! Choosing a range of days on the ribbon, by keys or with the mouse, and searching in it.

use crate::app::action::Action;
use crate::app::brush::{self, Brush};
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Model};

impl Model {
    /// Gives the keys to the ribbon; the range begins where the cursor is.
    pub(super) fn begin_brush(&mut self) {
        let day = self
            .timeline
            .selected()
            .and_then(|id| self.library.first_day(id));
        let column = match day {
            Some(day) => self.ribbon.column(day),
            // From the undated: the end of the ribbon.
            None => self.ribbon.all.len().checked_sub(1),
        };
        let days = column.and_then(|column| self.ribbon.days(column));
        let Some(days) = days.filter(|_| !self.panes.ribbon.is_empty()) else {
            self.notice = Some(Notice::info("there is no room here for the ribbon"));
            return;
        };
        self.focus = Focus::Ribbon;
        self.detail.full = false;
        let at = day
            .filter(|day| days.contains(*day))
            .unwrap_or_else(|| days.first());
        self.brush = Some(Brush {
            anchor: at,
            end: at,
        });
    }

    /// An action while the ribbon has the keys.
    pub(super) fn act_on_ribbon(&mut self, action: Action) {
        let Some(brush) = &mut self.brush else { return };
        let last = self.ribbon.all.len().saturating_sub(1);
        let at = self.ribbon.column(brush.end).unwrap_or(last);
        let by_a_year = match action {
            Action::NextPeriod => Some(brush.end.plus_months(12)),
            Action::PreviousPeriod => Some(brush.end.plus_months(-12)),
            _ => None,
        };
        if let Some(day) = by_a_year
            && self
                .ribbon
                .starts
                .first()
                .is_some_and(|first| *first <= day)
            && self.ribbon.column(day).is_some_and(|column| column != at)
        {
            // The very day: by the column's first day, many years would lose some.
            brush.end = day;
            return;
        }
        let to = match action {
            Action::BrushLater | Action::NextPeriod => at + 1,
            Action::BrushEarlier | Action::PreviousPeriod => at.saturating_sub(1),
            Action::First => 0,
            Action::Last => last,
            Action::BrushOtherEnd => {
                std::mem::swap(&mut brush.anchor, &mut brush.end);
                return;
            }
            _ => return,
        };
        if let Some(days) = self.ribbon.days(to.min(last)) {
            brush.end = days.first();
        }
    }

    /// The range becomes a part of the search.
    pub(super) fn apply_brush(&mut self) -> Vec<Effect> {
        let days = self.brush.and_then(|brush| brush.days(&self.ribbon));
        self.brush = None;
        self.focus = Focus::List;
        let Some(days) = days else { return Vec::new() };
        let query = brush::with_term(self.search.line.text(), &brush::term(days));
        self.search.line = Line::new(&query);
        let effects = self.ask();
        self.end_search();
        effects
    }

    /// The mouse is at a column of the screen while its button is down, from the ribbon on.
    pub(super) fn drag_brush(&mut self, column: u16) {
        let last = self.ribbon.all.len().saturating_sub(1);
        let at = usize::from(column.saturating_sub(self.panes.ribbon.x)).min(last);
        if let (Some(days), Some(anchor)) = (self.ribbon.days(at), self.drag) {
            let end = days.first();
            if self.brush.is_some() || end != anchor {
                self.focus = Focus::Ribbon;
                self.brush = Some(Brush { anchor, end });
            }
        }
    }
}
