//! Who bears a name: where a run of name words ends, and the entity of the document that it means or founds.

use super::spelling::{by_family, misspelt};
use super::titles::Title;
use super::{Entity, FAR, Finder, Line, People};
use crate::gazetteer::Mention;
use crate::record::{OfficeKind, OfficialRow};
use crate::text::{fold, folds_to};

/// The token after a run of name words that begins at a token.
pub(super) fn name_end(
    line: &Line<'_>,
    names: &[Mention<'_>],
    finder: &Finder<'_>,
    at: usize,
) -> Option<usize> {
    let mut end = at;
    while end < line.len() && end < at + 5 {
        let word = line.surface(end);
        let lower = line.lower(end);
        if end > at && breaks(line, end) {
            break;
        }
        let taken = names.iter().any(|n| n.span.overlaps(line.span(end)));
        let particle = end > at && is_particle(lower);
        let length = word.chars().count();
        let free = line.is_capital(end) && !taken;
        let initial = length <= 2 && free;
        // "Dana W. White": whatever stands behind an initial is a name.
        let behind = end >= at + 2 && line.surface(end - 1).trim_end_matches('.').len() <= 1;
        let plain = free
            && (behind || !finder.lexicon.is_no_name(line.id(end)))
            && (length > 2 || word.chars().any(char::is_lowercase));
        if initial && end > at && length == 1 && line.surface(end + 1) == "." {
            end += 2;
        } else if plain
            || particle
            || initial && word.ends_with('.')
            || initial && lower.chars().count() == 2 && !finder.lexicon.is_no_name(line.id(end))
        {
            end += 1;
        } else {
            break;
        }
    }
    while end > at && is_particle(line.lower(end - 1)) {
        end -= 1;
    }
    (end > at).then_some(end)
}

/// Whether another title begins on a line of its own at a token: "South Korean President Roh" above "Grand
/// Hotel Sydney".
fn breaks(line: &Line<'_>, at: usize) -> bool {
    let (end, start) = (line.span(at - 1).end as usize, line.span(at).start as usize);
    let between = line.text.get(end..start).unwrap_or_default();
    let rest = line.text.get(start..).unwrap_or_default();
    let next = rest.split('\n').next().unwrap_or_default();
    between.contains('\n')
        && !next
            .split(' ')
            .any(|word| word.starts_with(char::is_lowercase))
}

/// Whether a word in small letters can stand within a name: "von der", "bin".
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "del"
            | "della"
            | "der"
            | "den"
            | "di"
            | "da"
            | "du"
            | "la"
            | "van"
            | "von"
            | "bin"
            | "al"
    )
}

/// The entity of a title with a family name: one of the document, or who held such an office then.
pub(super) fn surname(
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &mut People,
    name: &str,
    title: &Title<'_>,
) -> usize {
    let key = fold(name);
    let fits = |entity: &Entity| {
        (title.country.is_none() || entity.country.is_none() || entity.country == title.country)
            && (title.kinds.is_empty()
                || entity.kinds.is_empty()
                || entity.kinds.iter().any(|kind| title.kinds.contains(kind)))
    };
    let bearers = people.called.of_word(&key).iter().rev().take(FAR);
    let mut bearers = bearers.map(|&at| (at, &people.entities[at]));
    if let Some((at, _)) = bearers.find(|(_, entity)| fits(entity)) {
        return at;
    }
    if let Some(row) = by_family(finder, &key, title.kinds, title.country) {
        let at = people.official(row, finder.gazetteer, true);
        let entity = &mut people.entities[at];
        if entity.because.is_none() {
            let role = finder.now.and_then(|now| finder.gazetteer.role(row, now));
            entity.because = Some(format!(
                "{} {name} is {}, {} at the time",
                title.words(line),
                entity.name,
                role.as_deref().unwrap_or("in office")
            ));
        }
        return at;
    }
    if let Some(row) = former_head(finder, name, title) {
        return people.official(row, finder.gazetteer, true);
    }
    let own = |(_, code): &(&str, &str)| {
        let is_theirs = |row| finder.gazetteer.country(row).code == *code;
        title.country.is_none_or(is_theirs)
    };
    if finder.lexicon.other(&key).as_ref().is_some_and(own)
        && let Some(at) = other(finder, people, &key)
    {
        return at;
    }
    let own =
        |at: &&usize| title.country.is_none() || people.entities[**at].country == title.country;
    let mut bearers = people.called.of_word(&key).iter().rev().take(FAR);
    if let Some(&at) = bearers.find(own) {
        return at;
    }
    found_entity(people, name.to_owned(), vec![key], title)
}

/// The only head of a state or government who ever had a family name: "President Eisenhower".
fn former_head(finder: &Finder<'_>, name: &str, title: &Title<'_>) -> Option<OfficialRow> {
    let heads = [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment];
    let kinds: Vec<OfficeKind> = heads
        .into_iter()
        .filter(|kind| title.kinds.contains(kind))
        .collect();
    let held = |row: &&OfficialRow| {
        let own = finder.gazetteer.official(**row).country;
        title.country.is_none_or(|country| country == own)
            && finder
                .roster
                .distance(**row, &kinds, crate::time::DateRange::ALL)
                .is_some()
    };
    let mut bearers = finder.roster.of_family(name).iter().filter(held);
    let first = bearers.next().filter(|_| !kinds.is_empty())?;
    bearers.next().is_none().then_some(*first)
}

/// The entity of someone of another state whom a folded family name means.
pub(super) fn other(finder: &Finder<'_>, people: &mut People, family: &str) -> Option<usize> {
    let (name, code) = finder.lexicon.other(family)?;
    let is_called = |row: &&OfficialRow| {
        let official = finder.gazetteer.official(**row);
        *official.name == *name || official.aliases.iter().any(|alias| **alias == *name)
    };
    if let Some(&row) = finder.roster.of_family(family).iter().find(is_called) {
        return Some(people.official(row, finder.gazetteer, true));
    }
    let mut bearers = people.called.of_name(&fold(name)).iter();
    if let Some(&at) = bearers.find(|at| people.entities[**at].name == name) {
        return Some(at);
    }
    let entity = Entity {
        official: None,
        name: name.to_owned(),
        country: finder.gazetteer.country_by_code(code),
        role: None,
        kinds: Vec::new(),
        named: true,
        because: None,
    };
    Some(people.add(entity, [family.to_owned()]))
}

/// The entity of a full name that the gazetteer does not spell so.
pub(super) fn full_name(
    finder: &Finder<'_>,
    people: &mut People,
    words: &[&str],
    title: &Title<'_>,
) -> usize {
    let name = words.join(" ");
    let key = fold(&name);
    if let Some(&at) = people.called.of_name(&key).first() {
        return at;
    }
    if let Some(row) = misspelt(finder, words, title) {
        let at = people.official(row, finder.gazetteer, true);
        for word in words {
            people.called.call(at, fold(word));
        }
        let entity = &mut people.entities[at];
        entity.because = Some(format!(
            "“{name}” is taken for {}, by spelling and office",
            entity.name
        ));
        return at;
    }
    let mut short: Vec<String> = Vec::new();
    // "Chang Ho-jin": in Korea and China the family name stands first.
    let last = words
        .last()
        .filter(|word| !word.contains('-'))
        .or_else(|| words.first());
    let family = last.map(|word| fold(word)).unwrap_or_default();
    let bare = |at: &&usize| {
        let e = &people.entities[**at];
        e.official.is_none()
            && (title.country.is_none() || e.country.is_none() || e.country == title.country)
    };
    let mut bearers = people.called.of_name(&family).iter().take(FAR);
    if let Some(&at) = bearers.find(bare) {
        people.rename(at, &name);
        return at;
    }
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        // After "the first lady, A B" it is still her husband whom "B" means.
        if !finder.lexicon.is_kin(finder.lexicon.id(title.head)) {
            short.push(fold(last));
        }
        short.push(fold(first));
    }
    let code = short
        .iter()
        .filter_map(|word| finder.lexicon.other(word))
        .find(|(known, _)| folds_to(known, &key))
        .map(|(_, code)| code);
    let at = found_entity(people, name, short, title);
    let own = code.and_then(|code| finder.gazetteer.country_by_code(code));
    people.entities[at].country = own.or(title.country);
    at
}

fn found_entity(people: &mut People, name: String, short: Vec<String>, title: &Title<'_>) -> usize {
    let entity = Entity {
        official: None,
        name,
        country: title.country,
        role: None,
        kinds: title.kinds.to_vec(),
        named: true,
        because: None,
    };
    people.add(entity, short)
}
