//! Moving the cursor: by rows, pages, periods, bursts, hits, marks and dates.

use crate::app::action::Action;
use crate::app::jump;
use crate::app::line::Line;
use crate::app::message::{Effect, Notice};
use crate::app::model::{Focus, Jump, Model};
use crate::app::timeline::Zoom;
use crate::time::Date;

impl Model {
    /// Moves in the pane that has the keys.
    pub(super) fn scroll(&mut self, action: Action) {
        let in_detail = self.focus == Focus::Detail;
        let pane = if in_detail {
            self.panes.lines
        } else {
            self.panes.list.rows
        };
        let by = action.rows(pane.height);
        if in_detail {
            self.scroll_detail(by);
        } else {
            self.timeline.step(&self.library, by);
        }
    }

    /// Scrolls the detail, whichever pane has the keys.
    pub(super) fn scroll_detail(&mut self, by: isize) {
        self.detail.scroll_by(by, self.panes.lines.height.into());
    }

    /// Goes to another event of the list.
    pub(super) fn go(&mut self, action: Action) {
        let (rank, missing) = match action {
            Action::NextHit => (self.hit(true), "no later event was found"),
            Action::PreviousHit => (self.hit(false), "no earlier event was found"),
            Action::NextPeriod => (self.next_period(), "no later period has events"),
            Action::PreviousPeriod => (self.previous_period(), "no earlier period has events"),
            Action::NextBurst => (self.timeline.burst(&self.library, true), "no gap follows"),
            Action::PreviousBurst => (
                self.timeline.burst(&self.library, false),
                "no gap comes before",
            ),
            Action::NextKept => (
                self.kept_rank(action),
                "no later event is marked or has a note",
            ),
            Action::PreviousKept => (
                self.kept_rank(action),
                "no earlier event is marked or has a note",
            ),
            Action::Today => {
                self.go_to_today();
                return;
            }
            _ => return,
        };
        match rank {
            Some(rank) => self.timeline.go_to(&self.library, rank),
            None => self.notice = Some(Notice::info(missing)),
        }
    }

    /// The rank of the next or previous event that was found; of any event without a search.
    fn hit(&self, forward: bool) -> Option<usize> {
        let here = self.timeline.under_cursor();
        let shown = &self.timeline.shown;
        let Some(found) = &self.search.found else {
            return if forward {
                Some(here.end).filter(|rank| *rank < shown.len())
            } else {
                here.start.checked_sub(1)
            };
        };
        // Where only some days are listed, none beyond them counts.
        if forward {
            let from = shown.id(here.end)?;
            let at = found.ids.partition_point(|id| *id < from);
            found.ids.get(at).and_then(|id| shown.rank_of(*id))
        } else {
            let to = shown.id(here.start)?;
            let at = found.ids.partition_point(|id| *id < to);
            found
                .ids
                .get(at.checked_sub(1)?)
                .and_then(|id| shown.rank_of(*id))
        }
    }

    fn cursor_day(&self) -> Option<Date> {
        self.library.first_day(self.timeline.selected()?)
    }

    /// The periods that the keys for periods go by: years, or decades where rows are years.
    fn stride(&self) -> Zoom {
        match self.timeline.zoom() {
            Zoom::Year | Zoom::Decade => Zoom::Decade,
            _ => Zoom::Year,
        }
    }

    fn next_period(&self) -> Option<usize> {
        let stride = self.stride();
        let next = stride.after(stride.start(self.cursor_day()?));
        let rank = self.timeline.rank_from_day(&self.library, next);
        (rank < self.timeline.shown.len()).then_some(rank)
    }

    /// The first event of this year, or from there of the year before.
    fn previous_period(&self) -> Option<usize> {
        let Some(day) = self.cursor_day() else {
            // From the undated back to the last that is dated.
            return self
                .timeline
                .rank_from_day(&self.library, Date::MAX)
                .checked_sub(1);
        };
        let stride = self.stride();
        let first_of = |day: Date| {
            self.timeline
                .rank_from_day(&self.library, stride.start(day))
        };
        let first = first_of(day);
        if first < self.timeline.under_cursor().start {
            return Some(first);
        }
        let before = self.timeline.shown.id(first.checked_sub(1)?)?;
        Some(first_of(self.library.first_day(before)?))
    }

    /// Puts the cursor on the last event that has begun by today.
    pub(in crate::app) fn go_to_today(&mut self) {
        let after = self
            .timeline
            .rank_from_day(&self.library, self.today.plus_days(1));
        self.timeline.rest_on(after.saturating_sub(1));
    }

    /// Puts the cursor on the first event that begins on that day or later.
    pub(super) fn go_to_day(&mut self, day: Date) {
        let rank = self.timeline.rank_from_day(&self.library, day);
        self.timeline.go_to(&self.library, rank);
    }

    /// Opens the line in which a date is typed.
    pub(super) fn begin_jump(&mut self) -> Vec<Effect> {
        self.jump = Jump {
            line: Line::default(),
            from: self.timeline.selected(),
        };
        self.focus = Focus::Jump;
        Vec::new()
    }

    /// Follows what is typed as far as it can be read.
    pub(super) fn follow_jump(&mut self) {
        match jump::parse(self.jump.line.text(), self.today) {
            Some(days) => self.go_to_day(days.first()),
            None => self.return_from_jump(),
        }
    }

    /// Stays where the typed date has led.
    pub(super) fn submit_jump(&mut self) {
        let text = self.jump.line.text();
        if jump::parse(text, self.today).is_none() && !text.trim().is_empty() {
            let message =
                format!("“{text}” is no date; try 2021-03, 16 mar 2021, aug 2023, 2023q3");
            self.notice = Some(Notice::failure(message));
            return;
        }
        self.jumped = true;
        self.focus = Focus::List;
    }

    /// Goes back to where the cursor stood.
    pub(super) fn cancel_jump(&mut self) {
        self.return_from_jump();
        self.focus = Focus::List;
    }

    fn return_from_jump(&mut self) {
        if let Some(id) = self.jump.from {
            self.timeline.select(&self.library, id);
        }
    }
}
