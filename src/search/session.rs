//! Searches that follow one another, as keys are pressed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use super::expand::{self, Found, Scope};
use super::{Searcher, Tier};
use crate::index::{Index, TermId};

/// More words than this are not kept in mind.
const MOST_KEPT: usize = 1_000;

/// A searcher that remembers what the words of earlier queries stood for.
///
/// The next key press asks for mostly the same words; only what is new is looked up, and a longer
/// word only among the terms that fitted its beginning. Belongs to one thread.
#[derive(Debug)]
pub struct Session {
    searcher: Searcher,
    memory: RefCell<Memory>,
}

#[derive(Debug, Default)]
struct Memory {
    found: HashMap<(String, Scope, Tier), Arc<Found>>,
    candidates: HashMap<String, Arc<[TermId]>>,
}

impl Session {
    /// A session without memories.
    pub fn new(searcher: Searcher) -> Self {
        Self {
            searcher,
            memory: RefCell::default(),
        }
    }

    /// The searcher that answers.
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// The terms and names of a word in one tier. The key is not empty.
    pub(super) fn expand(&self, scope: Scope, key: &str, tier: Tier) -> Arc<Found> {
        let asked = (key.to_owned(), scope, tier);
        if let Some(known) = self.memory.borrow().found.get(&asked) {
            return Arc::clone(known);
        }
        let index = &*self.searcher.index;
        let found = match tier {
            Tier::Typo | Tier::Subsequence
                if is_right(index, key) || !self.kept.with_word(key, false).is_empty() =>
            {
                Found::default()
            }
            Tier::Exact => {
                let terms = expand::same(index, key);
                expand::found(index, scope, terms, |member| !member.alias)
            }
            Tier::Alias => expand::found(index, scope, expand::forms(index, key), |_| true),
            Tier::Prefix => {
                let run = index.dictionary().starting_with(key);
                let runs = (!run.is_empty()).then_some(run).into_iter().collect();
                expand::found(index, scope, runs, |_| true)
            }
            Tier::Substring | Tier::Typo | Tier::Subsequence => {
                let candidates = self.candidates(key);
                let terms = match tier {
                    Tier::Substring => expand::containing(index, key, &candidates),
                    Tier::Typo => expand::mistyped(index, key, &candidates),
                    _ => expand::in_order(index, key, &candidates),
                };
                expand::found(index, scope, terms, |_| true)
            }
        };
        let found = Arc::new(found);
        let mut memory = self.memory.borrow_mut();
        if memory.found.len() >= MOST_KEPT {
            memory.found.clear();
        }
        memory.found.insert(asked, Arc::clone(&found));
        found
    }

    /// Terms that might be the key with a letter changed, or have its letters.
    fn candidates(&self, key: &str) -> Arc<[TermId]> {
        let mut memory = self.memory.borrow_mut();
        if let Some(known) = memory.candidates.get(key) {
            return Arc::clone(known);
        }
        let mut shorter = key;
        let mut among = None;
        while let Some((last, _)) = shorter.char_indices().next_back() {
            shorter = shorter.get(..last).unwrap_or_default();
            among = memory.candidates.get(shorter);
            if among.is_some() {
                break;
            }
        }
        let found = expand::candidates(&self.searcher.index, key, among.map(|list| &**list));
        let found: Arc<[TermId]> = found.into();
        if memory.candidates.len() >= MOST_KEPT / 10 {
            memory.candidates.clear();
        }
        memory.candidates.insert(key.to_owned(), Arc::clone(&found));
        found
    }
}

/// Whether a word stands for itself: one that is known is neither mistyped nor cut short, and another
/// number is another thing.
fn is_right(index: &Index, key: &str) -> bool {
    index.dictionary().find(key).is_some() || key.bytes().any(|byte| byte.is_ascii_digit())
}

impl Deref for Session {
    type Target = Searcher;

    fn deref(&self) -> &Searcher {
        &self.searcher
    }
}
