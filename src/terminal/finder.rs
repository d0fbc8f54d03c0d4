//! Answers to the questions of the screen, from the searcher.

use std::sync::Arc;

use crate::app::facets::MOST_VALUES;
use crate::app::found::{Found, Likeness};
use crate::app::library::Library;
use crate::chronicle::EventId;
use crate::index::Index;
use crate::query::parse;
use crate::search::{Facets, Kept, Order, Same, Searcher, Session};
use crate::time::Date;

/// Answers questions about a library, and remembers what words of earlier ones stood for.
pub struct Finder {
    session: Session,
}

impl From<Searcher> for Finder {
    /// One that has looked for nothing yet.
    fn from(searcher: Searcher) -> Self {
        Self {
            session: Session::new(searcher),
        }
    }
}

impl Finder {
    /// Builds what answering needs. Today is what "last" counts from.
    pub fn new(library: &Library, today: Date) -> Self {
        let index = Arc::new(Index::build(&library.chronicle));
        Searcher::new(Arc::clone(&library.chronicle), index)
            .on(today)
            .into()
    }

    /// From now on these events are marked and noted.
    pub fn keep(&mut self, kept: Kept) {
        self.session = Session::new(self.session.searcher().clone().with_kept(kept));
    }

    /// Answers a question.
    pub fn find(&self, generation: u64, text: &str) -> Found {
        let (query, issues) = parse(text);
        let hits = self.session.search(&query, Order::Date);
        let ids: Vec<EventId> = hits.events().collect();
        let mut problems: Vec<_> = issues
            .into_iter()
            .map(|issue| (issue.span.range(), issue.message))
            .collect();
        problems.extend(hits.remarks.iter().map(|remark| (0..0, remark.clone())));
        let answer = self.session.answer(&query, &hits);
        let nothing = hits.is_empty().then(|| self.session.nothing(&query).text);
        Found {
            generation,
            best: hits.best,
            tier: hits.tier().map(crate::search::Tier::name),
            loose: hits.loose,
            issues: problems,
            reach: answer.reach,
            facets: self.session.facets(ids.iter().copied(), MOST_VALUES),
            ids: ids.into(),
            answer: Some(answer.text).filter(|text| !text.is_empty()),
            nothing,
        }
    }

    /// What all events are about.
    pub fn facets(&self) -> Facets {
        let ids = self.session.chronicle().ids();
        self.session.facets(ids, MOST_VALUES)
    }

    /// The event before or after that is like this one.
    pub fn related(&self, event: EventId, likeness: Likeness, forward: bool) -> Option<EventId> {
        let same = match likeness {
            Likeness::Participants => Same::Participants,
            Likeness::Level => Same::Level,
            Likeness::Place => Same::Place,
        };
        if forward {
            self.session.next_of(event, same)
        } else {
            self.session.previous_of(event, same)
        }
    }
}
