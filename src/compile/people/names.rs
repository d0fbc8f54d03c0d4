//! Full names and titles with names: they found the entities of a document.

use super::bearer::{full_name, name_end, surname};
use super::titles::{self, Title};
use super::{Entity, FAR, Finder, Line, Naming, People, untitled};
use crate::compile::page::{Page, Sentence};
use crate::document::BlockKind;
use crate::gazetteer::{CountryForm, Mention};
use crate::record::{CountryRow, OfficeKind, OfficialRow};
use crate::text::{find, fold};

/// How far into a text a name is looked for that a heading has, in bytes.
const BODY: usize = 20_000;

/// Reads the full names of a sentence into `people` and `found`.
pub(super) fn read(
    page: &Page<'_>,
    sentence: &Sentence,
    finder: &Finder<'_>,
    people: &mut People,
    found: &mut Vec<Naming>,
) {
    let line = Line::new(page, sentence);
    let names = page.mentions_in(sentence.span);
    let officials = names.iter().filter(|n| !n.meaning.officials.is_empty());
    let mut starts = officials.map(|n| n.span.start).peekable();
    let mut at = 0;
    while at < line.len() {
        let start = line.span(at).start;
        while starts.next_if(|before| *before < start).is_some() {}
        if starts.peek() == Some(&start)
            && let Some(end) = known(&line, names, finder, at, None, people, found)
        {
            at = end;
            continue;
        }
        if !line.calls(at) {
            at += 1;
            continue;
        }
        if let Some(title) = titles::at(&line, finder, names, at)
            && !continues(&line, finder, at)
            && let Some(end) = titled(&line, names, finder, &title, people, found)
        {
            at = end;
            continue;
        }
        if let Some(end) = untitled::read(&line, names, finder, at, people, found) {
            at = end;
            continue;
        }
        at += 1;
    }
}

/// Whether the head at a token is itself followed by a head: "Secretary" in "Secretary General".
fn continues(line: &Line<'_>, finder: &Finder<'_>, at: usize) -> bool {
    finder.lexicon.is_head(line.id(at + 1)) && line.is_capital(at + 1) == line.is_capital(at)
}

/// A name of the gazetteer that begins at a token.
fn known(
    line: &Line<'_>,
    names: &[Mention<'_>],
    finder: &Finder<'_>,
    at: usize,
    title: Option<&Title<'_>>,
    people: &mut People,
    found: &mut Vec<Naming>,
) -> Option<usize> {
    if names.is_empty() {
        return None;
    }
    let start = line.span(at).start;
    let mention = names
        .iter()
        .find(|n| n.span.start == start && !n.meaning.officials.is_empty())?;
    let row = choose(finder, &mention.meaning.officials, title);
    let end = line.token_at(mention.span.end);
    if title.is_none() && is_of_a_body(line, finder, end) {
        return Some(end.max(at + 1));
    }
    let bare = title.and_then(|title| bare_bearer(line, finder, people, row, title));
    let entity = match bare {
        Some(at) => people.become_official(at, row, finder.gazetteer),
        None => people.official(row, finder.gazetteer, true),
    };
    people.spelt(entity, row, mention.span.of(line.text), finder.gazetteer);
    let mut span = mention.span;
    if let Some(title) = title {
        span = span.union(line.span(title.from));
        note_title(&mut people.entities[entity], title, line);
    }
    found.push(Naming::of(span, entity));
    Some(end.max(at + 1))
}

/// Whom the document has called by the family name of an official and by the same title: "Vice Minister
/// Lee" in a heading is the "Vice Minister Lee Sung-ho" of the text.
fn bare_bearer(
    line: &Line<'_>,
    finder: &Finder<'_>,
    people: &People,
    row: OfficialRow,
    title: &Title<'_>,
) -> Option<usize> {
    if people.called.of_official(row).is_some() {
        return None;
    }
    let official = finder.gazetteer.official(row);
    let bearers = people.called.of_name(&fold(&official.family)).iter();
    let words = title.words(line).to_lowercase();
    let own = |at: &&usize| {
        let entity = &people.entities[**at];
        let role = entity.role.as_deref().unwrap_or_default().to_lowercase();
        let foreign = entity.country.is_some_and(|own| own != official.country);
        entity.official.is_none() && !foreign && role.starts_with(&words)
    };
    bearers.take(FAR).find(own).copied()
}

/// Whether what follows a name makes it that of a house: "the John F. Kennedy Presidential Library".
fn is_of_a_body(line: &Line<'_>, finder: &Finder<'_>, end: usize) -> bool {
    let kind = matches!(
        line.lower(end),
        "presidential" | "memorial" | "international" | "national" | "research"
    );
    let last = end + usize::from(kind);
    let adjoins = end > 0 && line.span(last).start <= line.span(last - 1).end + 1;
    adjoins
        && (end..=last).all(|at| line.is_capital(at))
        && finder.lexicon.is_named_for(line.id(last))
}

/// Of several bearers of a name, the one in an office that fits the title and the day.
fn choose(finder: &Finder<'_>, rows: &[OfficialRow], title: Option<&Title<'_>>) -> OfficialRow {
    let kinds: &[OfficeKind] = title.map_or(&[], |title| title.kinds);
    let country = title.and_then(|title| title.country);
    let far = 1_000_000;
    rows.iter()
        .copied()
        .min_by_key(|&row| {
            let own = finder.gazetteer.official(row).country;
            let foreign = country.is_some_and(|country| country != own);
            let days = finder.now.map_or(0, |now| {
                let fitting = finder.roster.distance(row, kinds, now);
                fitting.unwrap_or_else(|| {
                    finder
                        .roster
                        .distance(row, &[], now)
                        .map_or(far, |days| days + 4_000)
                })
            });
            (foreign, days, row)
        })
        .expect("a meaning with officials has one")
}

fn note_title(entity: &mut Entity, title: &Title<'_>, line: &Line<'_>) {
    if entity.role.is_none() && !titles::is_polite(title.head) {
        entity.role = Some(line.joined(title.from, title.to.max(title.head_end)));
    }
    for kind in title.kinds {
        if !entity.kinds.contains(kind) {
            entity.kinds.push(*kind);
        }
    }
    entity.country = entity.country.or(title.country);
}

/// A title and the names behind it. Gives the token after them.
fn titled(
    line: &Line<'_>,
    names: &[Mention<'_>],
    finder: &Finder<'_>,
    title: &Title<'_>,
    people: &mut People,
    found: &mut Vec<Naming>,
) -> Option<usize> {
    let lower_head = !line.is_capital(title.head_end - 1);
    if lower_head && !finder.lexicon.is_loose(finder.lexicon.id(title.head)) {
        return None;
    }
    let mut at = title.to;
    let comma = |at: usize| matches!(line.surface(at), "," | ":" | "(");
    let before = title.from.checked_sub(1).map_or("", |at| line.lower(at));
    // "A Major Threat": a heading's capitals, nobody's title.
    if !lower_head && matches!(before, "a" | "an") {
        return None;
    }
    if comma(at) && (lower_head || title.to > title.head_end || in_apposition(line, title, at)) {
        at += 1;
        // "Minister for Foreign Affairs of Japan, Mr. A B".
        at += usize::from(titles::is_polite(line.lower(at)));
    }
    let first = found.len();
    let mut end = one(line, names, finder, title, at, people, found)?;
    if title.plural {
        // "Presidents Moon and Biden", "Ministers A, B and C".
        loop {
            let mut next = end;
            while matches!(line.lower(next), "," | "and" | "&") {
                next += 1;
            }
            if next == end || next > end + 2 {
                break;
            }
            let Some(after) = one(line, names, finder, title, next, people, found) else {
                break;
            };
            end = after;
        }
    }
    // "Prime Minister A of Japan".
    if let (Some(own), Some(last)) = (state_behind(line, names, end), found.last()) {
        let entity = &mut people.entities[last.entities[0]];
        entity.country = entity.country.or(Some(own));
    }
    // The title belongs to the first name.
    if let Some(naming) = found.get_mut(first) {
        naming.span = naming.span.union(line.span(title.from));
    }
    Some(end)
}

/// The country behind "of" at a token.
fn state_behind(line: &Line<'_>, names: &[Mention<'_>], of: usize) -> Option<CountryRow> {
    let at = of + 1 + usize::from(line.lower(of + 1) == "the");
    let start = line.span(at).start;
    let state = names.iter().find(|n| n.span.start == start)?;
    let own = state.meaning.country.filter(|_| line.lower(of) == "of")?;
    (own.1 == CountryForm::Name).then_some(own.0)
}

/// "The North Korean Vice-Foreign Minister, A B, visited": a name of two or three words between the
/// commas behind somebody's title.
fn in_apposition(line: &Line<'_>, title: &Title<'_>, comma: usize) -> bool {
    let closing = (comma + 3..comma + 5).find(|&at| line.surface(at) == ",");
    title.country.is_some()
        && line.surface(comma) == ","
        && closing.is_some_and(|closing| (comma + 1..closing).all(|at| line.is_capital(at)))
}

/// Whether a name that nobody knows stands only in a heading, where every word has a capital: "Envoy
/// Tries Again".
fn is_only_heading(line: &Line<'_>, finder: &Finder<'_>, words: &[&str]) -> bool {
    if line.sentence.block != Some(BlockKind::Heading) {
        return false;
    }
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let bears = |word: &str| !finder.roster.of_family(&fold(word)).is_empty();
    let end = line.text.floor_char_boundary(BODY);
    let after = line.text.get(line.sentence.span.end as usize..end);
    let named = find(after.unwrap_or_default(), last).is_some();
    !bears(first) && !bears(last) && !named
}

/// One name behind a title, beginning at a token.
fn one(
    line: &Line<'_>,
    names: &[Mention<'_>],
    finder: &Finder<'_>,
    title: &Title<'_>,
    at: usize,
    people: &mut People,
    found: &mut Vec<Naming>,
) -> Option<usize> {
    if let Some(end) = known(line, names, finder, at, Some(title), people, found) {
        return Some(end);
    }
    let end = name_end(line, names, finder, at)?;
    let span = line.span_of(at, end);
    let words: Vec<&str> = (at..end)
        .map(|at| line.surface(at))
        .filter(|word| word.chars().count() > 1 && !word.ends_with('.'))
        .collect();
    // "vice chairman of the Asia-Pacific Peace Committee": a body.
    let adjoins = line.span(end).start <= line.span(end - 1).end + 1;
    let body = line.is_capital(end) && finder.lexicon.is_named_for(line.id(end)) && adjoins;
    if body && words.len() > 1 {
        return None;
    }
    // "Mr. Foote to Mr. Frelinghuysen" heads a letter.
    let letter =
        finder.lexicon.never_bare(finder.lexicon.id(title.head)) && title.head.starts_with('m');
    if !letter && is_only_heading(line, finder, &words) {
        return None;
    }
    let entity = match words.as_slice() {
        [] => return None,
        [single] => surname(line, finder, people, single, title),
        full => full_name(finder, people, full, title),
    };
    note_title(&mut people.entities[entity], title, line);
    found.push(Naming::of(span, entity));
    Some(end)
}
