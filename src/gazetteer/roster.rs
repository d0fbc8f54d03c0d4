//! Who can be meant by a family name or an office on a day.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Gazetteer;
use crate::record::{CountryRow, OfficeKind, OfficialRow};
use crate::text::{WordMap, fold};
use crate::time::DateRange;

/// Officials by family name and by sort of office.
#[derive(Debug)]
pub struct Roster {
    gazetteer: Gazetteer,
    families: WordMap<String, Vec<OfficialRow>>,
    /// By sort of office: country, days, official, in this order.
    holders: HashMap<OfficeKind, Vec<(CountryRow, DateRange, OfficialRow)>>,
    /// By row: the folded words of name and aliases, made when somebody is first asked for.
    spellings: Vec<OnceLock<Vec<Spelling>>>,
}

/// The folded words of a name, without initials.
pub(crate) type Spelling = Vec<Box<str>>;

impl Roster {
    /// The roster of a gazetteer.
    pub fn new(gazetteer: Gazetteer) -> Self {
        let mut families: WordMap<String, Vec<OfficialRow>> = WordMap::default();
        let mut holders: HashMap<_, Vec<(CountryRow, DateRange, OfficialRow)>> = HashMap::new();
        let mut spellings = Vec::new();
        for (row, official) in gazetteer.officials() {
            let mut names = vec![fold(&official.family)];
            // Spellings of the family name: what stands beside the given name in an alias.
            for alias in &official.aliases {
                let mut words = alias.split(' ');
                if let (Some(first), Some(_), None) = (words.next(), words.next(), words.next()) {
                    let family = fold(&official.family);
                    let first = fold(first);
                    if first.starts_with(family.get(..1).unwrap_or("?")) {
                        names.push(first);
                    }
                }
            }
            names.sort();
            names.dedup();
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                families.entry(name).or_default().push(row);
            }
            for tenure in &official.tenures {
                let office = gazetteer.office(tenure.office);
                let held = (office.country, tenure.range(), row);
                holders.entry(office.kind).or_default().push(held);
            }
            spellings.push(OnceLock::new());
        }
        for list in holders.values_mut() {
            list.sort_unstable();
        }
        Self {
            gazetteer,
            families,
            holders,
            spellings,
        }
    }

    /// Officials of a family name, by row. The name is given folded.
    pub fn of_family(&self, name: &str) -> &[OfficialRow] {
        self.families.get(name).map_or(&[], Vec::as_slice)
    }

    /// The name and the aliases of an official as folded words, cut at blanks and hyphens, without
    /// initials.
    pub(crate) fn spellings(&self, row: OfficialRow) -> &[Spelling] {
        let Some(kept) = self.spellings.get(row.0 as usize) else {
            return &[];
        };
        kept.get_or_init(|| {
            let official = self.gazetteer.official(row);
            let names = std::iter::once(&official.name).chain(&official.aliases);
            names
                .map(|name| {
                    fold(name)
                        .split([' ', '-'])
                        .filter(|word| word.chars().count() > 1 && !word.ends_with('.'))
                        .map(Into::into)
                        .collect()
                })
                .collect()
        })
    }

    /// Who held an office of these kinds on these days, for a country if one is given.
    pub fn holders(
        &self,
        kinds: &[OfficeKind],
        country: Option<CountryRow>,
        on: DateRange,
    ) -> Vec<OfficialRow> {
        let mut found = Vec::new();
        for kind in kinds {
            let all = self.holders.get(kind).map_or(&[][..], Vec::as_slice);
            let first = country.map_or(0, |c| all.partition_point(|held| held.0 < c));
            let own = all.iter().skip(first);
            for (_, days, row) in own.take_while(|held| country.is_none_or(|c| held.0 == c)) {
                if days.overlaps(on) && !found.contains(row) {
                    found.push(*row);
                }
            }
        }
        found
    }

    /// Whether an official held an office of these kinds on these days; any office if no kind is
    /// given.
    pub fn held(&self, row: OfficialRow, kinds: &[OfficeKind], on: DateRange) -> bool {
        self.gazetteer.official(row).offices(on).any(|tenure| {
            kinds.is_empty() || kinds.contains(&self.gazetteer.office(tenure.office).kind)
        })
    }

    /// Days from the nearest tenure of such an office to these days; `None` without one.
    pub fn distance(&self, row: OfficialRow, kinds: &[OfficeKind], on: DateRange) -> Option<i64> {
        let official = self.gazetteer.official(row);
        official
            .tenures
            .iter()
            .filter(|tenure| {
                kinds.is_empty() || kinds.contains(&self.gazetteer.office(tenure.office).kind)
            })
            .map(|tenure| {
                let days = tenure.range();
                let before = on.first().days_since(days.last());
                let after = days.first().days_since(on.last());
                before.max(after).max(0)
            })
            .min()
    }
}
