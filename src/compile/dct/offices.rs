//! When the people of a text held the offices that it names them with.

use crate::compile::page::Page;
use crate::compile::people::{Naming, People};
use crate::gazetteer::Gazetteer;
use crate::record::{BuiltInEvents, OfficeKind, Tenure};
use crate::time::{Date, DateRange, Edtf, Weekday};

/// Years that a term is taken to last at most where the record knows no end of it.
const LONGEST: i64 = 4;

/// The terms of somebody whom the text names: of the offices that it gives them, or of all where it
/// calls them a counterpart of somebody.
fn terms(page: &Page<'_>, people: &People, number: usize, gazetteer: Gazetteer) -> Vec<DateRange> {
    let Some(entity) = people.entities.get(number) else {
        return Vec::new();
    };
    let any = || {
        names_as(page, people, number, "counterpart") || is_of_counterparts(page, people, number)
    };
    // What stands below a picture is not read for people.
    let below_a_picture = |title: &str| page.text().contains(&format!("{title} {}", entity.name));
    // A counterpart holds the office that somebody else of the text is named with.
    let shared = |kind| {
        people
            .entities
            .iter()
            .any(|other| other.kinds.contains(&kind))
    };
    let of_office = |tenure: &&Tenure<'_>| {
        let office = gazetteer.office(tenure.office);
        entity.kinds.contains(&office.kind)
            || entity.kinds.is_empty()
                && (shared(office.kind) && any() || below_a_picture(&office.title))
    };
    let official = entity.official.filter(|_| entity.named);
    official.map_or_else(Vec::new, |row| {
        let official = gazetteer.official(row);
        if names_as(page, people, number, "-elect") {
            let heads = official
                .tenures
                .iter()
                .filter(|tenure| gazetteer.office(tenure.office).kind == OfficeKind::HeadOfState);
            return heads.map(|tenure| before(tenure.range())).collect();
        }
        let held = official.tenures.iter().filter(of_office);
        held.map(Tenure::range)
            .filter(|term| !is_beginning(*term))
            .collect()
    })
}

/// Whether of a term no more is known than the day, month or year in which it began.
fn is_beginning(term: DateRange) -> bool {
    let first = term.first();
    let whole = [
        Edtf::month(first.year(), first.month()),
        Some(Edtf::year(first.year())),
    ];
    term.days() == 1
        || whole
            .into_iter()
            .flatten()
            .any(|whole| whole.range() == term)
}

/// The days between an election and the office: at most eleven weeks in the United States (3 U.S.C. 1, 20th
/// Amendment), fewer in Korea.
fn before(term: DateRange) -> DateRange {
    DateRange::spanning(term.first().plus_days(-78), term.first())
}

/// Whether somebody is named as "her counterpart Ann Lee", "President-elect Ann Lee": by their name with
/// this word in it or right before it.
fn names_as(page: &Page<'_>, people: &People, number: usize, word: &str) -> bool {
    let text = page.text();
    people.namings.iter().any(|naming| {
        let before = text
            .get(..naming.span.start as usize)
            .unwrap_or_default()
            .trim_end_matches([' ', ',']);
        let own = naming.span.of(text);
        let within = own.split(' ').any(|part| part.ends_with(word));
        naming.entities.contains(&number) && (within || before.ends_with(word))
    })
}

/// Whether somebody is one of several counterparts: "his counterparts A B from China and C D from Korea".
fn is_of_counterparts(page: &Page<'_>, people: &People, number: usize) -> bool {
    let text = page.text();
    let own = |naming: &&Naming| naming.entities.contains(&number);
    people.namings.iter().filter(own).any(|naming| {
        let before = text.get(..naming.span.start as usize).unwrap_or_default();
        let from = text.floor_char_boundary(before.len().saturating_sub(LIST));
        let list = before
            .get(from..)
            .and_then(|near| near.rsplit_once("counterparts"));
        let small = |word: &str| {
            !word.starts_with(char::is_lowercase) || matches!(word, "from" | "of" | "and" | "the")
        };
        list.is_some_and(|(_, names)| !names.contains('.') && names.split_whitespace().all(small))
    })
}

/// Bytes of a list of names at most.
const LIST: usize = 80;

/// The days on which all who are named with an office held it.
pub(super) fn shared(
    page: &Page<'_>,
    people: &People,
    gazetteer: Gazetteer,
) -> Option<(DateRange, String)> {
    let mut spans: Vec<(String, Vec<DateRange>)> = Vec::new();
    for (number, entity) in people.entities.iter().enumerate() {
        let terms = terms(page, people, number, gazetteer);
        if !terms.is_empty() {
            spans.push((entity.name.clone(), terms));
        }
    }
    // The window that most of them share; former titles lose.
    let mut edges: Vec<Date> = spans
        .iter()
        .flat_map(|(_, t)| t.iter().map(|r| r.first()))
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let holding = |day: Date| {
        spans
            .iter()
            .filter(|(_, t)| t.iter().any(|r| r.contains(day)))
            .count()
    };
    let best = edges
        .iter()
        .copied()
        .max_by_key(|&day| (holding(day), day))?;
    if holding(best) < 2 {
        return None;
    }
    let mut range = DateRange::ALL;
    let mut names = Vec::new();
    for (name, terms) in &spans {
        if let Some(term) = terms.iter().find(|term| term.contains(best)) {
            range = range.intersection(*term)?;
            names.push(name.as_str());
        }
    }
    let reason = format!(
        "{} held the offices that they are named with, all of them only from {} to {}",
        names.join(", "),
        range.first().human(),
        range.last().human()
    );
    Some((range, reason))
}

/// A term that the record knows no end of, as long as terms are; one that begins longer ago than that
/// tells nothing of when it was held.
fn so_far(term: DateRange) -> Option<DateRange> {
    let most = term.first().plus_days(366 * LONGEST);
    if term.last() != DateRange::ALL.last() {
        return Some(term);
    }
    let events = BuiltInEvents;
    let known_to = events.range(events.count().checked_sub(1)?).last();
    (known_to <= most).then(|| DateRange::spanning(term.first(), most))
}

/// The years of some terms, in order.
pub(super) fn years(terms: &[DateRange]) -> Vec<i32> {
    let mut years: Vec<i32> = terms
        .iter()
        .flat_map(|term| term.first().year()..=term.last().year())
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The days of a month within some terms that were on a day of the week, in order.
pub(super) fn days_on(terms: &[DateRange], month: u32, day: u32, weekday: Weekday) -> Vec<Date> {
    let days = years(terms).into_iter();
    days.filter_map(|year| Date::new(year, month, day))
        .filter(|date| date.weekday() == weekday)
        .filter(|date| terms.iter().any(|term| term.contains(*date)))
        .collect()
}

/// The terms of whoever of the text held the office that it names them with for the shortest while.
pub(super) fn shortest(page: &Page<'_>, people: &People, gazetteer: Gazetteer) -> Vec<DateRange> {
    let all = (0..people.entities.len()).filter_map(|number| {
        let terms: Vec<DateRange> = terms(page, people, number, gazetteer)
            .into_iter()
            .filter_map(so_far)
            .collect();
        (!terms.is_empty()).then_some(terms)
    });
    let length = |terms: &Vec<DateRange>| terms.iter().map(|term| term.days()).sum::<i64>();
    all.min_by_key(length).unwrap_or_default()
}
