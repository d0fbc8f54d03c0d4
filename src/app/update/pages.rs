//! Pages over the body, the brief, and what goes to the clipboard or a file.

use std::sync::Arc;

use crate::app::action::Action;
use crate::app::detail::TextLine;
use crate::app::found::{Context, Likeness};
use crate::app::message::{Effect, Notice};
use crate::app::model::{Model, Overlay};
use crate::app::pages::{Draft, Kind, PageView, brief_text};
use crate::app::panes::WIDEST_PAGE;
use crate::app::timeline::Shown;
use crate::chronicle::EventId;
use crate::export::{EventJson, Format, citation, event_markdown, line};

/// A brief of more events than this is a mistake.
const MOST_EVENTS: usize = 5000;

impl Model {
    /// Cells of a line of a page.
    pub(super) fn page_width(&self) -> usize {
        usize::from(self.panes.body.width.min(WIDEST_PAGE))
            .saturating_sub(4)
            .max(1)
    }

    pub(super) fn open_page(&mut self, action: Action) -> Vec<Effect> {
        let event = self.event_of_line().or_else(|| self.timeline.selected());
        let kind = match (action, event) {
            (Action::Brief, _) => match self.draft() {
                Ok(draft) => Kind::Brief(draft, Format::Markdown),
                Err(reason) => {
                    self.notice = Some(Notice::failure(reason));
                    return Vec::new();
                }
            },
            (Action::About, _) => Kind::About,
            (Action::Why, Some(id)) => Kind::Why(id),
            (_, Some(id)) => Kind::Sources(id),
            (_, None) => return Vec::new(),
        };
        let page = PageView::new(kind, &self.library, self.page_width());
        self.overlay = Some(Overlay::Page(page));
        Vec::new()
    }

    /// The lines of an open page or card for a new width of the screen.
    pub(super) fn rewrap_page(&mut self) {
        let width = self.page_width();
        match &mut self.overlay {
            Some(Overlay::Page(page)) => {
                let scroll = page.scroll;
                *page = PageView::new(page.kind.clone(), &self.library, width);
                page.scroll = scroll.min(page.lines.len().saturating_sub(1));
            }
            Some(Overlay::Review(review)) => review.go_to(&self.library, review.cursor, width),
            _ => {}
        }
    }

    /// The marked events of those listed, or all that are listed.
    fn draft(&self) -> Result<Draft, String> {
        let shown = &self.timeline.shown;
        let listed = |id: &EventId| shown.rank_of(*id).is_some();
        let marked = self.kept.marked.iter().copied().filter(listed);
        let marked: Vec<EventId> = marked.collect();
        let many = if marked.is_empty() {
            shown.len()
        } else {
            marked.len()
        };
        if many > MOST_EVENTS {
            return Err(format!(
                "a brief of {} events is too long: search, or mark some with {}",
                many,
                self.keymap
                    .keys_for(self.mode(), Action::Mark)
                    .unwrap_or_default(),
            ));
        }
        let events = if marked.is_empty() {
            (0..many).filter_map(|rank| shown.id(rank)).collect()
        } else {
            marked
        };
        if events.is_empty() {
            return Err("there is no event to brief on".to_owned());
        }
        let query = self.search.line.text().trim();
        let title = match (&self.search.found, &self.timeline.shown) {
            (Some(_), Shown::Only(_)) if !query.is_empty() => query.to_owned(),
            _ => "Events".to_owned(),
        };
        let reach = self.search.found.as_ref().and_then(|found| found.reach);
        // Where no source tells how far it reaches: the last event that is not to come.
        let reach = reach.or_else(|| {
            let to_come = self.library.from_day(self.today.plus_days(1));
            let last = EventId(to_come.checked_sub(1)? as u32);
            self.library.first_day(last)
        });
        let coverage = reach.map_or_else(
            || "how far the sources reach is not known".to_owned(),
            |day| format!("sources reach {}", day.human()),
        );
        Ok(Draft {
            title,
            events: Arc::from(events),
            as_of: self.today,
            coverage,
        })
    }

    pub(super) fn act_on_page(&mut self, action: Action) -> Vec<Effect> {
        let width = self.page_width();
        let Some(Overlay::Page(page)) = &mut self.overlay else {
            return Vec::new();
        };
        match (action, &page.kind) {
            (Action::NextFormat, Kind::Brief(draft, format)) => {
                let at = Format::ALL
                    .iter()
                    .position(|other| other == format)
                    .unwrap_or(0);
                let next = Format::ALL[(at + 1) % Format::ALL.len()];
                *page = PageView::new(Kind::Brief(draft.clone(), next), &self.library, width);
                Vec::new()
            }
            (Action::Save, Kind::Brief(draft, format)) => vec![Effect::Save {
                name: format!("brief-{}.{format}", draft.as_of),
                text: brief_text(&self.library, draft, *format),
            }],
            (Action::CopyPage, Kind::Brief(draft, format)) => {
                let text = brief_text(&self.library, draft, *format);
                vec![Effect::Copy {
                    text,
                    what: "the brief",
                }]
            }
            (Action::CopyPage, _) => {
                let text: Vec<String> = page.lines.iter().map(TextLine::text).collect();
                vec![Effect::Copy {
                    text: text.join("\n"),
                    what: "the page",
                }]
            }
            _ => Vec::new(),
        }
    }

    /// Puts the event under the cursor into the clipboard.
    pub(super) fn copy_event(&mut self, action: Action) -> Vec<Effect> {
        let Some((_, event)) = self.selected() else {
            return Vec::new();
        };
        let chronicle = &self.library.chronicle;
        let (what, text) = match action {
            Action::CopyCitation => ("the citation", citation(chronicle, event)),
            Action::CopyMarkdown => ("the event as Markdown", event_markdown(chronicle, event)),
            Action::CopyJson => {
                let json = serde_json::to_string(&EventJson::new(chronicle, event));
                ("the event as JSON", json.unwrap_or_default())
            }
            _ => ("the event", line(chronicle, event)),
        };
        vec![Effect::Copy { text, what }]
    }

    /// Asks for the event before or after that is like this one.
    pub(super) fn relate(&mut self, likeness: Likeness, forward: bool) -> Vec<Effect> {
        let Some(id) = self.timeline.selected() else {
            return Vec::new();
        };
        self.relating = Some((likeness, forward));
        vec![Effect::Related(id, likeness, forward)]
    }

    /// The answer to that question. If the event is not listed, everything is shown.
    pub(super) fn related(&mut self, from: EventId, to: Option<EventId>) {
        let Some((likeness, forward)) = self.relating.take() else {
            return;
        };
        if self.timeline.selected() != Some(from) {
            return;
        }
        let Some(to) = to else {
            let which = if forward { "later" } else { "earlier" };
            let text = format!("there is no {which} event {}", likeness.name());
            self.notice = Some(Notice::info(text));
            return;
        };
        self.reveal(to);
    }

    /// Puts the cursor on an event, whatever is listed.
    pub(super) fn reveal(&mut self, id: EventId) {
        if self.timeline.shown.rank_of(id).is_none() {
            self.search.context = match self.search.found {
                Some(_) => Context::Mark,
                None => Context::Only,
            };
            self.show_events(None);
        }
        self.timeline.select(&self.library, id);
    }
}
