//! Who of a document holds which office, and for whom.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::Reader;
use crate::record::{CountryRow, OfficeKind};

/// A text that calls more people the foreign minister of one country does not say which it means.
const MOST: usize = 4;

/// People of a document, by number, in the order of their first naming.
#[derive(Debug, Default)]
pub(in crate::compile) struct Incumbents(
    BTreeMap<(CountryRow, OfficeKind), SmallVec<[usize; MOST]>>,
);

impl Reader<'_> {
    /// Those who hold an office of one of these kinds for a country, on the day of the document or
    /// as it calls them. Looked up once for a document: it can name thousands.
    pub(super) fn incumbents(&self, country: CountryRow, kinds: &[OfficeKind]) -> Vec<usize> {
        let Incumbents(held) = self.incumbents.get_or_init(|| self.all_incumbents());
        let of_kind = |kind: &OfficeKind| held.get(&(country, *kind)).into_iter().flatten();
        let mut found: Vec<usize> = kinds.iter().flat_map(of_kind).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn all_incumbents(&self) -> Incumbents {
        let mut held = Incumbents::default();
        for (person, entity) in self.people.entities.iter().enumerate() {
            let Some(country) = entity.country else {
                continue;
            };
            let on = entity.official.zip(self.dct);
            let tenure = on
                .and_then(|(row, on)| self.gazetteer.tenure(row, on))
                .map(|tenure| self.gazetteer.office(tenure.office).kind);
            // Who held it once, in an entry of years before, is not meant.
            let called = entity.kinds.iter().copied();
            let called = called.filter(|_| on.is_none() || tenure.is_some());
            for kind in tenure.into_iter().chain(called) {
                let people = held.0.entry((country, kind)).or_default();
                if people.len() < MOST && !people.contains(&person) {
                    people.push(person);
                }
            }
        }
        held
    }
}
