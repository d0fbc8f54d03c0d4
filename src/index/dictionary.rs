//! The distinct terms in order, and the names that each is part of.

use std::ops::Range;

use super::chars::mask;
use super::entity::EntityId;
use super::postings::Lists;

/// The rank of a term in the order of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

impl TermId {
    /// The rank as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A term as a part of an entity's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The term.
    pub term: TermId,
    /// The entity.
    pub entity: EntityId,
    /// Whether the name is another one than the one that is shown.
    pub alias: bool,
    /// Whether the term is all of the name, written as one word.
    pub whole: bool,
}

impl Member {
    /// The member that [`Dictionary`] keeps of a term as this number.
    const fn of(term: TermId, code: u32) -> Self {
        Self {
            term,
            entity: EntityId(code >> 2),
            alias: code & 2 != 0,
            whole: code & 1 != 0,
        }
    }
}

/// All distinct terms, sorted.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    text: String,
    ends: Vec<u32>,
    masks: Vec<u64>,
    /// For each term those that it is part of, as numbers in the order of entities, with `alias` and
    /// `whole` in the last two bits: the titles of a hundred thousand documents have a million.
    members: Lists,
}

impl Dictionary {
    /// How many terms.
    pub fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A term by rank; empty for a rank of another dictionary.
    pub fn term(&self, id: TermId) -> &str {
        let end = self.ends.get(id.index()).copied().unwrap_or(0);
        let start = match id.index().checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let range = start as usize..end as usize;
        self.text.get(range).unwrap_or_default()
    }

    /// All terms in order.
    pub fn terms(&self) -> impl Iterator<Item = (TermId, &str)> {
        (0..self.len()).map(|id| (TermId(id), self.term(TermId(id))))
    }

    /// [`mask`] of every term, by rank.
    pub fn masks(&self) -> &[u64] {
        &self.masks
    }

    /// The rank of a term.
    pub fn find(&self, term: &str) -> Option<TermId> {
        let at = self.first_from(term);
        (self.term(at) == term && at.0 < self.len()).then_some(at)
    }

    /// The terms that begin with a prefix: a run of ranks.
    pub fn starting_with(&self, prefix: &str) -> Range<u32> {
        let from = self.first_from(prefix).0;
        let (mut low, mut high) = (from, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.term(TermId(middle)).starts_with(prefix) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        from..low
    }

    fn first_from(&self, term: &str) -> TermId {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.term(TermId(middle)) < term {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        TermId(low)
    }

    /// The names that the terms of a run of ranks are part of, by term.
    pub fn members(&self, terms: Range<u32>) -> impl Iterator<Item = Member> {
        terms.map(TermId).flat_map(|term| self.members_of(term))
    }

    /// The names that a term is part of.
    pub fn members_of(&self, term: TermId) -> impl Iterator<Item = Member> + use<'_> {
        let codes = self.members.get(term.0);
        codes.map(move |code| Member::of(term, code))
    }

    /// Bytes of memory that it takes.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
            + self.ends.len() * size_of::<u32>()
            + self.masks.len() * size_of::<u64>()
            + self.members.bytes()
    }
}

/// Collects terms and names; numbers terms as they come.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    ends: Vec<u32>,
    /// Hash and number of each term, where its hash says or in a slot after that.
    slots: Vec<(u32, u32)>,
    /// For each thing the terms of its names, with `alias` and `whole` in the last two bits. As pairs of
    /// a term and a thing, the titles of a hundred thousand documents took five times as much.
    names: Lists,
    /// Those of the thing that is being named.
    own: Vec<u32>,
}

/// The number in a slot that holds none.
const FREE: u32 = u32::MAX;

impl Builder {
    /// The number of a term, new or not.
    pub(super) fn intern(&mut self, term: &str) -> u32 {
        if self.slots.len() < (self.ends.len() + 1) * 2 {
            self.grow();
        }
        let hash = hash(term.as_bytes());
        let wrap = self.slots.len() - 1;
        let mut slot = hash as usize & wrap;
        loop {
            let (known, number) = self.slots[slot];
            if number == FREE {
                break;
            }
            if known == hash && self.term(number) == term {
                return number;
            }
            slot = (slot + 1) & wrap;
        }
        let number = self.ends.len() as u32;
        self.slots[slot] = (hash, number);
        self.text.push_str(term);
        self.ends.push(self.text.len() as u32);
        number
    }

    fn term(&self, number: u32) -> &str {
        let end = self.ends[number as usize] as usize;
        let start = match number {
            0 => 0,
            _ => self.ends[number as usize - 1] as usize,
        };
        self.text.get(start..end).unwrap_or_default()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1 << 10);
        let full = std::mem::replace(&mut self.slots, vec![(0, FREE); size]);
        for (hash, number) in full.into_iter().filter(|(_, number)| *number != FREE) {
            let mut slot = hash as usize & (size - 1);
            while self.slots[slot].1 != FREE {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = (hash, number);
        }
    }

    /// Makes a term part of a name of the thing that is being named.
    pub(super) fn name(&mut self, term: &str, alias: bool, whole: bool) {
        if !term.is_empty() {
            let term = self.intern(term);
            self.own
                .push(term << 2 | u32::from(alias) << 1 | u32::from(whole));
        }
    }

    /// Ends the names of a thing; those of the next one follow.
    pub(super) fn named(&mut self) {
        // Of one term in several names of a thing, the shown name counts, and the whole.
        self.own.sort_unstable();
        self.own.dedup_by(|later, first| {
            let same = *later >> 2 == *first >> 2;
            if same {
                *first |= *later & 1;
            }
            same
        });
        self.names.push(&mut self.own);
        self.own.clear();
    }

    /// The dictionary, and the rank of each term by its number. `things` has for each entity the place of
    /// its thing among those that were named.
    pub(super) fn finish(mut self, things: &[u32]) -> (Dictionary, Vec<u32>) {
        self.slots = Vec::new();
        let mut order: Vec<u32> = (0..self.ends.len() as u32).collect();
        order.sort_unstable_by(|&a, &b| self.term(a).cmp(self.term(b)));
        let mut ranks = vec![0; order.len()];
        let mut dictionary = Dictionary {
            text: String::with_capacity(self.text.len()),
            ends: Vec::with_capacity(order.len()),
            masks: Vec::with_capacity(order.len()),
            members: Lists::default(),
        };
        for (rank, &number) in order.iter().enumerate() {
            let term = self.term(number);
            ranks[number as usize] = rank as u32;
            dictionary.text.push_str(term);
            dictionary.ends.push(dictionary.text.len() as u32);
            dictionary.masks.push(mask(term));
        }
        drop(self.text);
        let names = self.names;
        dictionary.members = Lists::gathered(order.len(), || {
            (0u32..)
                .zip(things)
                .flat_map(|(entity, &thing)| {
                    let told = names.get(thing);
                    told.map(move |told| (told >> 2, entity << 2 | told & 3))
                })
                .map(|(number, code)| (ranks[number as usize], code))
        });
        (dictionary, ranks)
    }
}

/// Multiplies and rotates eight bytes at a time: terms are short and nobody chooses them to collide
/// who could not as well send a longer text.
fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        state = (state.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    (state >> 32) as u32
}
