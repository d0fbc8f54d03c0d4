//! Which events fit, in which order, and what is the answer?
//!
//! A [`Searcher`] matches the words of a query against the distinct terms and names of the index,
//! tier by tier, and intersects posting lists; it never reads through the events. A looser tier is
//! shown only where tighter ones found nothing, and counted otherwise. Today is given, never read
//! from the clock.

mod anchor;
mod answer;
mod bits;
mod cond;
mod eval;
mod expand;
mod facets;
mod kept;
mod named;
mod nothing;
mod plan;
mod question;
mod rank;
mod related;
mod screen;
mod session;
mod told;
mod trial;
mod understood;

use std::sync::Arc;

use crate::chronicle::{Chronicle, EventId};
use crate::index::Index;
use crate::query::Query;
use crate::time::{Date, DateRange};
use bits::Bits;
use named::Among;

pub use answer::Answer;
pub use facets::{FacetValue, Facets};
pub use kept::Kept;
pub use nothing::Nothing;
pub use related::Same;
pub use screen::Screen;
pub use session::Session;
pub use told::fitted;

/// How a word was found, the tightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The word itself, in a text or in the name as shown.
    Exact,
    /// Another name, spelling or script of the same thing.
    Alias,
    /// The beginning of a word.
    Prefix,
    /// A part of a word.
    Substring,
    /// One letter wrong, missing, too many, or two changed about.
    Typo,
    /// Its letters in order, others between.
    Subsequence,
}

impl Tier {
    /// All of them, the tightest first.
    pub const ALL: [Self; 6] = [
        Self::Exact,
        Self::Alias,
        Self::Prefix,
        Self::Substring,
        Self::Typo,
        Self::Subsequence,
    ];

    /// As shown and exported.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Alias => "alias",
            Self::Prefix => "prefix",
            Self::Substring => "substring",
            Self::Typo => "typo",
            Self::Subsequence => "subsequence",
        }
    }
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Order {
    /// As they happened, the undated last.
    #[default]
    Date,
    /// The best match first; of equals, the one that happened later.
    Relevance,
}

/// Whether looser tiers are shown beside tighter ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Fold {
    /// Only where tighter ones found nothing.
    #[default]
    Closed,
    /// All of them.
    Open,
}

/// An event that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The event.
    pub event: EventId,
    /// The loosest tier that one of the words needed.
    pub tier: Tier,
    /// How well it fits; means something only against other hits of the same query.
    pub score: u32,
}

/// The events that fit a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// The hits in the asked order, each event once.
    pub hits: Vec<Hit>,
    /// How many more events looser tiers would add.
    pub loose: usize,
    /// The best match; the later of equals.
    pub best: Option<EventId>,
    /// What the query was taken to mean, in plain words.
    pub understood: String,
    /// What of the query could not be resolved, one plain sentence each.
    pub remarks: Vec<String>,
}

impl Hits {
    /// How many events fit, those of looser tiers apart.
    pub fn total(&self) -> usize {
        self.hits.len()
    }

    /// Whether none fits.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty()
    }

    /// The loosest tier among the hits.
    pub fn tier(&self) -> Option<Tier> {
        self.hits.iter().map(|hit| hit.tier).max()
    }

    /// The events in the asked order.
    pub fn events(&self) -> impl ExactSizeIterator<Item = EventId> {
        self.hits.iter().map(|hit| hit.event)
    }
}

/// Answers queries over one chronicle.
#[derive(Debug, Clone)]
pub struct Searcher {
    chronicle: Arc<Chronicle>,
    index: Arc<Index>,
    today: Date,
    kept: Arc<Kept>,
}

impl Searcher {
    /// A searcher for which today is the day on which the last event begins; see [`Self::on`].
    pub fn new(chronicle: Arc<Chronicle>, index: Arc<Index>) -> Self {
        let last = chronicle.ranges().next_back();
        let today = last.map_or(Date::MIN, DateRange::first);
        Self {
            chronicle,
            index,
            today,
            kept: Arc::default(),
        }
    }

    /// The same, asked on that day.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.today = today;
        self
    }

    /// The same, with the user's marks and notes.
    #[must_use]
    pub fn with_kept(mut self, kept: Kept) -> Self {
        self.kept = Arc::new(kept);
        self
    }

    /// The events.
    pub fn chronicle(&self) -> &Chronicle {
        &self.chronicle
    }

    /// The index over them.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The day on which questions are asked.
    pub fn today(&self) -> Date {
        self.today
    }

    /// All hits, looser tiers only where tighter ones found nothing.
    pub fn search(&self, query: &Query, order: Order) -> Hits {
        Session::new(self.clone()).search(query, order)
    }

    /// The answer to a query, from its hits in any order.
    pub fn answer(&self, query: &Query, hits: &Hits) -> Answer {
        Session::new(self.clone()).answer(query, hits)
    }

    /// Explains a result without hits.
    pub fn nothing(&self, query: &Query) -> Nothing {
        Session::new(self.clone()).nothing(query)
    }
}

impl Session {
    /// All hits, looser tiers only where tighter ones found nothing.
    pub fn search(&self, query: &Query, order: Order) -> Hits {
        self.search_folded(query, order, Fold::Closed)
    }

    /// All hits, with looser tiers folded away or not.
    pub fn search_folded(&self, query: &Query, order: Order, fold: Fold) -> Hits {
        let plan = plan::plan(self, query);
        let found = self.levels(&plan, fold);
        let mut hits = Vec::with_capacity(found.shown.count());
        let leaves = rank::Leaves::of(self, &plan);
        let among = Among {
            hits: &found.shown,
            level: found.level(),
        };
        let named = self.asked(&plan, &among).counted;
        for event in found.shown.iter() {
            let tier = found.tier(event);
            let score = leaves.score(self, event, tier, named.has(event));
            hits.push(Hit { event, tier, score });
        }
        let best = hits.iter().max_by_key(|hit| (hit.score, hit.event));
        let best = best.map(|hit| hit.event);
        if order == Order::Relevance {
            hits.sort_by_key(|hit| std::cmp::Reverse((hit.score, hit.event)));
        }
        Hits {
            hits,
            loose: found.all - found.shown.count(),
            best: best.filter(|_| !query.is_empty()),
            understood: self.understood(&plan, &among),
            remarks: plan.remarks,
        }
    }

    /// Evaluates a plan tier by tier.
    fn levels(&self, plan: &cond::Plan, fold: Fold) -> Levels {
        let mut tiers: Vec<(Tier, Bits)> = Vec::new();
        let mut shown = Bits::new(self.index.len());
        let mut cut = None;
        let last = if plan.has_words() { Tier::ALL.len() } else { 1 };
        let mut all = 0;
        for &tier in Tier::ALL.iter().take(last) {
            let found = self.eval(&plan.root, tier);
            all = all.max(found.count());
            let open = match cut {
                None => true,
                Some(_) => fold == Fold::Open || tier <= plan.widest,
            };
            if open {
                tiers.push((tier, found.clone()));
                shown = found;
                let enough = tier >= Tier::Alias || last == 1;
                if enough && cut.is_none() && shown.any() {
                    cut = Some(tier);
                }
            }
        }
        Levels { tiers, shown, all }
    }
}

/// The events found at each tier, those of tighter ones included.
struct Levels {
    tiers: Vec<(Tier, Bits)>,
    shown: Bits,
    all: usize,
}

impl Levels {
    /// The loosest tier of those shown.
    fn level(&self) -> Tier {
        self.tiers.last().map_or(Tier::Exact, |(tier, _)| *tier)
    }

    fn tier(&self, event: EventId) -> Tier {
        let first = self.tiers.iter().find(|(_, found)| found.has(event));
        first.map_or(Tier::Exact, |(tier, _)| *tier)
    }
}
