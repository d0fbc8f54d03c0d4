//! Answers to the questions of the screen, from the searcher.

use std::sync::Arc;

use crate::app::found::{Coverage, Found, Likeness};
use crate::app::library::Library;
use crate::chronicle::EventId;
use crate::index::Index;
use crate::query::parse;
use crate::search::{Facets, Kept, Order, Same, Searcher};
use crate::time::Date;

/// Answers questions about a library.
pub struct Finder {
    searcher: Searcher,
}

impl Finder {
    /// Builds what answering needs. Today is what "last" counts from.
    pub fn new(library: &Library, today: Date) -> Self {
        let index = Arc::new(Index::build(&library.chronicle));
        let searcher = Searcher::new(Arc::clone(&library.chronicle), index).on(today);
        Self { searcher }
    }

    /// From now on these events are marked and noted.
    pub fn keep(&mut self, kept: Kept) {
        self.searcher = self.searcher.clone().with_kept(kept);
    }

    /// Answers a question.
    pub fn find(&self, generation: u64, text: &str) -> Found {
        let (query, issues) = parse(text);
        let hits = self.searcher.search(&query, Order::Date);
        let ids: Vec<EventId> = hits.events().collect();
        let mut problems: Vec<_> = issues
            .into_iter()
            .map(|issue| (issue.span.range(), issue.message))
            .collect();
        problems.extend(hits.remarks.iter().map(|remark| (0..0, remark.clone())));
        let answer = self.searcher.answer(&query, &hits);
        let nothing = hits.is_empty().then(|| self.searcher.nothing(&query).text);
        Found {
            generation,
            best: hits.best,
            tier: hits.tier().map(crate::search::Tier::name),
            loose: hits.loose,
            issues: problems,
            coverage: Coverage {
                reach: self.searcher.reach(&ids),
            },
            facets: self.searcher.facets(ids.iter().copied()),
            ids: ids.into(),
            answer: Some(answer.text).filter(|text| !text.is_empty()),
            nothing,
            understood: hits.understood,
        }
    }

    /// What all events are about.
    pub fn facets(&self) -> Facets {
        self.searcher.facets(self.searcher.chronicle().ids())
    }

    /// The event before or after that is like this one.
    pub fn related(&self, event: EventId, likeness: Likeness, forward: bool) -> Option<EventId> {
        let same = match likeness {
            Likeness::Participants => Same::Participants,
            Likeness::Level => Same::Level,
            Likeness::Place => Same::Place,
            Likeness::Kind => Same::CountriesAndKind,
        };
        if forward {
            self.searcher.next_of(event, same)
        } else {
            self.searcher.previous_of(event, same)
        }
    }
}
