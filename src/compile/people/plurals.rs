//! Several people at once, led back to those of the document: "the two ministers", "both leaders",
//! "the secretaries".

use super::{FAR, Finder, Line, Naming, People};
use crate::compile::page::{Page, Sentence};
use crate::record::OfficeKind;

/// "the two ministers", "both leaders", "the three officials".
pub(super) fn read(
    page: &Page<'_>,
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    let number = match line.lower(at) {
        "two" | "both" => 2,
        "three" => 3,
        "four" => 4,
        "they" => return they(page, line, finder, people, within, at),
        "the" => {
            return pair(page, line, people, within, at)
                .or_else(|| all_of(line, finder, people, within, at))
                .or_else(|| of_the_two(line, finder, people, within, at));
        }
        _ => return None,
    };
    let of_state = |head: usize| {
        line.lower(head) == "heads"
            && line.lower(head + 1) == "of"
            && matches!(line.lower(head + 2), "state" | "government")
    };
    let head = (at + 1..(at + 4).min(line.len())).find(|&head| {
        of_state(head)
            || finder.lexicon.singular(line.id(head)).is_some()
            || matches!(
                line.lower(head),
                "officials" | "men" | "diplomats" | "chiefs"
            )
    })?;
    // "two North Korean diplomats": any two.
    let those = at > 0
        && matches!(
            line.lower(at - 1),
            "the" | "these" | "those" | "all" | "both"
        );
    let described = finder.lexicon.singular(line.id(head)).is_none() && head > at + 1;
    if described && !those && line.lower(at) != "both" {
        return None;
    }
    let (singular, end) = if of_state(head) {
        ("leader", head + 3)
    } else {
        let singular = finder.lexicon.singular(line.id(head));
        (singular.unwrap_or_default(), head + 1)
    };
    let own = |entity: usize| is_one(finder, people, entity, singular);
    let anyone = |_| singular == "leader";
    let entities = last_of(people, within, number, &own)
        .or_else(|| last_of(people, within, number, &anyone))?;
    let naming = Naming {
        span: line.span_of(at, end),
        entities: entities.into(),
    };
    Some((naming, end))
}

/// The last so many people named who fit, in the order of the text.
fn last_of(
    people: &People,
    within: &[Naming],
    number: usize,
    fits: &dyn Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    let mut last: Vec<usize> = Vec::new();
    let back = within.iter().rev();
    for naming in back.chain(people.namings.iter().rev().take(FAR)) {
        for &entity in naming.entities.iter().rev() {
            if fits(entity) && !last.contains(&entity) && last.len() < number {
                last.push(entity);
            }
        }
    }
    last.reverse();
    (last.len() == number).then_some(last)
}

/// "the foreign ministers of the two countries", "the top diplomats of both sides": the last two of
/// that rank, each of another country.
fn of_the_two(
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    let mut heads = at + 1..(at + 4).min(line.len());
    let of = heads.find(|&head| line.lower(head + 1) == "of")? + 1;
    let singular = match line.lower(of - 1) {
        "ministers" | "diplomats" => "minister",
        "leaders" => "leader",
        "presidents" => "president",
        _ => return None,
    };
    let number = of + 1 + usize::from(line.lower(of + 1) == "the");
    let both = matches!(line.lower(number), "two" | "both");
    let sides = matches!(
        line.lower(number + 1),
        "countries" | "nations" | "sides" | "states" | "neighbors" | "neighbours" | "allies"
    );
    if !both || !sides {
        return None;
    }
    // The top diplomat of the United States is the Secretary of State.
    let ranked = |entity: usize| {
        is_one(finder, people, entity, singular)
            || singular == "minister" && is_one(finder, people, entity, "secretary")
    };
    // "Cho and his counterpart, Iwaya": of whom no title is told. Leaders are no ministers.
    let titled = |entity: usize| {
        let of_rank = singular != "minister" || !is_one(finder, people, entity, "leader");
        let entity = &people.entities[entity];
        of_rank && (entity.official.is_some() || entity.role.is_some())
    };
    let apart = |entities: &Vec<usize>| {
        let country = |at: usize| people.entities[entities[at]].country;
        country(0).is_some() && country(1).is_some() && country(0) != country(1)
    };
    let entities = last_of(people, within, 2, &ranked)
        .filter(apart)
        .or_else(|| last_of(people, within, 2, &titled).filter(apart))?;
    let naming = Naming {
        span: line.span_of(at, number + 2),
        entities: entities.into(),
    };
    Some((naming, number + 2))
}

/// Whether the title of a person is one of a plural: a minister of "the ministers".
fn is_one(finder: &Finder<'_>, people: &People, entity: usize, singular: &str) -> bool {
    let entity = &people.entities[entity];
    match singular {
        "secretary" | "minister" | "president" | "ambassador" => {
            let role = entity.role.as_deref().unwrap_or_default().to_lowercase();
            role.contains(singular) || role.contains("counterpart")
        }
        "leader" => {
            let heads = [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment];
            let held = entity.official.zip(finder.now).is_some_and(|(row, now)| {
                let tenure = finder.gazetteer.tenure(row, now);
                tenure
                    .is_some_and(|held| heads.contains(&finder.gazetteer.office(held.office).kind))
            });
            held || heads.iter().any(|head| entity.kinds.contains(head))
        }
        _ => true,
    }
}

/// Whether a word at a token is a verb of those who meet: "the two met", "they held".
fn acts(line: &Line<'_>, at: usize) -> bool {
    let next = line.lower(at);
    next.ends_with("ed") && next.len() > 4
        || matches!(
            next,
            "met"
                | "held"
                | "spoke"
                | "also"
                | "then"
                | "will"
                | "would"
                | "had"
                | "have"
                | "were"
                | "are"
                | "later"
                | "last"
                | "first"
                | "sat"
                | "shook"
                | "said"
                | "may"
        )
}

/// "they" before such a verb: the two who were named in the sentence so far, or in the one before, and
/// nobody else. Where others are told of in the plural it can be those.
fn they(
    page: &Page<'_>,
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    if !acts(line, at + 1) {
        return None;
    }
    let start = line.span(at).start;
    let own = line.sentence.span.start;
    let number = page.sentences.partition_point(|s| s.span.start < own);
    let before = page.sentences.get(number.checked_sub(1)?)?;
    let own = within.iter().filter(|naming| naming.span.end <= start);
    let mut entities: Vec<usize> = Vec::new();
    for naming in own {
        entities.extend(&naming.entities);
    }
    let many = |sentence: &Sentence| {
        let told = sentence
            .tokens
            .partition_point(|token| token.span.start < start);
        (0..told).any(|other| finder.lexicon.is_many(sentence.words.id(other)))
    };
    let mut others = many(line.sentence);
    if entities.is_empty() {
        entities.extend(
            people
                .namings_in(before.span)
                .iter()
                .flat_map(|n| &n.entities),
        );
        others |= many(before);
    }
    if others {
        return None;
    }
    let mut seen = Vec::new();
    entities.retain(|entity| {
        let new = !seen.contains(entity);
        seen.push(*entity);
        new
    });
    let naming = Naming {
        span: line.span(at),
        entities: entities.into(),
    };
    (naming.entities.len() == 2).then_some((naming, at + 1))
}

/// "the two", "the trio" where a verb and no noun follows: those of the latest sentences that name so
/// many between them, if they name nobody else.
fn pair(
    page: &Page<'_>,
    line: &Line<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    let of_them = line.lower(at + 2) == "of" && line.lower(at + 3) == "them";
    let end = at + if of_them { 4 } else { 2 };
    let acts = acts(line, end);
    let number = match line.lower(at + 1) {
        "two" | "pair" | "duo" | "men" => 2,
        "three" | "trio" => 3,
        _ => return None,
    };
    if !acts {
        return None;
    }
    let mut entities: Vec<usize> = Vec::new();
    let start = line.span(at).start;
    let mut add = |namings: &[Naming]| {
        let told = namings.iter().filter(|naming| naming.span.end <= start);
        for &entity in told.flat_map(|naming| &naming.entities) {
            if !entities.contains(&entity) {
                entities.push(entity);
            }
        }
        entities.len() >= number
    };
    let own = line.sentence.span.start;
    let before = page.sentences.partition_point(|s| s.span.start < own);
    let before = page.sentences.get(..before)?;
    let _ = add(within)
        || before
            .iter()
            .rev()
            .take(NEAR)
            .any(|sentence| add(people.namings_in(sentence.span)));
    let naming = Naming {
        span: line.span_of(at, end),
        entities: entities.into(),
    };
    (naming.entities.len() == number).then_some((naming, end))
}

/// So many sentences back are those whom "the two" means.
const NEAR: usize = 4;

/// "the ministers": all those of the sentence before, or of this one, at least two.
fn all_of(
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    let singular = finder.lexicon.singular(line.id(at + 1))?;
    let titled = matches!(singular, "secretary" | "minister" | "president");
    // A name or "of …" behind it makes it a title, or somebody else's.
    let alone = !matches!(
        line.lower(at + 2),
        "of" | "from" | "for" | "'s" | "'" | "and"
    ) && !line.is_capital(at + 2);
    if !titled || !alone {
        return None;
    }
    let start = line.span(at).start;
    let near = people
        .namings
        .iter()
        .rev()
        .take(FAR)
        .take_while(|naming| start - naming.span.end < 400)
        .chain(within);
    let mut entities: Vec<usize> = Vec::new();
    for &entity in near.flat_map(|naming| &naming.entities) {
        if is_one(finder, people, entity, singular) && !entities.contains(&entity) {
            entities.push(entity);
        }
    }
    let naming = Naming {
        span: line.span_of(at, at + 2),
        entities: entities.into(),
    };
    (2..=6)
        .contains(&naming.entities.len())
        .then_some((naming, at + 2))
}
