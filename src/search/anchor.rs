//! Happenings that name a time: "Yoon took office", "the Hanoi summit".

use std::cmp::Reverse;

use super::expand::Scope;
use super::plan::plan;
use super::{Hit, Order, Session, Tier};
use crate::chronicle::{Kind, OfficialRow};
use crate::gazetteer::Gazetteer;
use crate::index::{Class, EntityId, Thing, keys};
use crate::query::{Node, Query, Word};
use crate::record::{OfficeKind, Tenure};
use crate::time::DateRange;

/// The time that an anchor names.
#[derive(Debug, Clone)]
pub(super) struct Anchored {
    /// First and last day of it.
    pub(super) range: DateRange,
    /// What it was taken for, as a sentence.
    pub(super) said: String,
    /// Words behind it that it does not need.
    pub(super) rest: Vec<String>,
}

/// Verbs and nouns that mean the beginning of a tenure.
const BEGINNINGS: &[&[&str]] = &[
    &["took", "office"],
    &["takes", "office"],
    &["taking", "office"],
    &["came", "to", "power"],
    &["came", "into", "office"],
    &["became", "president"],
    &["became", "prime", "minister"],
    &["inaugurated"],
    &["inauguration"],
];

/// The time that the words name, if they name one.
pub(super) fn resolve(searcher: &Session, text: &str) -> Option<Anchored> {
    let words: Vec<&str> = text.split_whitespace().collect();
    beginning(searcher, &words).or_else(|| happening(searcher, &words))
}

fn beginning(searcher: &Session, words: &[&str]) -> Option<Anchored> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let (at, used) = BEGINNINGS.iter().find_map(|verb| {
        let at = lower
            .windows(verb.len())
            .position(|window| window == *verb)?;
        (at > 0).then_some((at, verb.len()))
    })?;
    let name = words.get(..at)?.join(" ");
    let gazetteer = searcher.chronicle.gazetteer();
    let first = people(searcher, &keys(&name))
        .into_iter()
        .filter_map(|row| weightiest(gazetteer, row).map(|tenure| (row, tenure)))
        .max_by_key(|(_, tenure)| (Reverse(rank(gazetteer, tenure)), tenure.range().first()))?;
    let (row, tenure) = first;
    let day = tenure.range().first();
    let (who, office) = (gazetteer.official(row), gazetteer.office(tenure.office));
    Some(Anchored {
        range: DateRange::day(day),
        said: format!("{} became {} on {}", who.name, office.full, day.human()),
        rest: words
            .get(at + used..)?
            .iter()
            .map(|word| (*word).to_owned())
            .collect(),
    })
}

/// Officials whose names have all the keys.
fn people(searcher: &Session, keys: &[String]) -> Vec<OfficialRow> {
    const PEOPLE: Scope = Scope::Names(&[Class::Person]);
    let index = &searcher.index;
    let mut found: Option<Vec<EntityId>> = None;
    for key in keys {
        let mut of_key: Vec<EntityId> = [Tier::Exact, Tier::Alias]
            .into_iter()
            .flat_map(|tier| searcher.expand(PEOPLE, key, tier).entities.clone())
            .collect();
        if let Some(before) = &found {
            of_key.retain(|entity| before.contains(entity));
        }
        found = Some(of_key);
    }
    let official = |entity: EntityId| match index.entity(entity).thing {
        Thing::Official(row) => Some(row),
        _ => None,
    };
    let mut rows: Vec<OfficialRow> = found.into_iter().flatten().filter_map(official).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// How much a tenure weighs; the less, the more.
fn rank(gazetteer: Gazetteer, tenure: &Tenure<'_>) -> u8 {
    let of_office = match gazetteer.office(tenure.office).kind {
        OfficeKind::HeadOfState | OfficeKind::HeadOfGovernment => 0,
        OfficeKind::ForeignMinister | OfficeKind::DefenceMinister | OfficeKind::Minister => 1,
        _ => 2,
    };
    if tenure.acting { 3 } else { of_office }
}

/// The latest tenure at the head of a country, or else at that of a ministry, or else of any office.
fn weightiest(gazetteer: Gazetteer, row: OfficialRow) -> Option<&'static Tenure<'static>> {
    let tenures = gazetteer.official(row).tenures.iter().rev();
    tenures.min_by_key(|tenure| rank(gazetteer, tenure))
}

/// The best match for as many of the words as there is one for.
fn happening(searcher: &Session, words: &[&str]) -> Option<Anchored> {
    // "the Hanoi summit kim" names the summit; "the summit in Hanoi" needs all of its words.
    let noun = words
        .iter()
        .skip(1)
        .position(|word| is_kind(searcher, word));
    let most = noun.map_or(words.len(), |at| at + 2);
    for used in (1..=most).rev() {
        let nodes = words
            .iter()
            .take(used)
            .map(|word| Node::Word(Word::loose(*word)));
        let query = Query {
            ask: None,
            root: Node::all(nodes),
        };
        let hits = searcher.search(&query, Order::Relevance);
        let mut close = hits.hits.iter().filter(|hit| hit.tier <= Tier::Prefix);
        let best = if is_place(searcher, &query) {
            let is_summit = |hit: &&Hit| searcher.chronicle().kind(hit.event) == Kind::Summit;
            close.max_by_key(|hit| (is_summit(hit), hit.score, hit.event))
        } else {
            close.next()
        };
        let event = best.map(|hit| searcher.chronicle.event(hit.event));
        let Some((event, range)) = event.and_then(|event| Some((event, event.range()?))) else {
            continue;
        };
        let name = words.get(..used).unwrap_or_default().join(" ");
        return Some(Anchored {
            range,
            said: format!(
                "\"{name}\" is taken for: {}, {}",
                event.title,
                range.human()
            ),
            rest: words
                .iter()
                .skip(used)
                .map(|word| (*word).to_owned())
                .collect(),
        });
    }
    None
}

/// Whether the words name a place and nothing else. It stands for its summit, if there was one:
/// "after Hanoi".
fn is_place(searcher: &Session, query: &Query) -> bool {
    let root = plan(searcher, query).root;
    let things = searcher.named(&root);
    let class = |id: &EntityId| searcher.index.entity(*id).class();
    !things.is_empty() && things.iter().all(|id| class(id) == Class::Place)
}

/// Whether a word says what kind of event is meant.
fn is_kind(searcher: &Session, word: &str) -> bool {
    const KINDS: Scope = Scope::Names(&[Class::Kind]);
    let keys = keys(word);
    let [key] = keys.as_slice() else {
        return false;
    };
    let kind = |tier| !searcher.expand(KINDS, key, tier).entities.is_empty();
    kind(Tier::Exact) || kind(Tier::Alias)
}
