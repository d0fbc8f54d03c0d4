//! Family names, titles alone and pronouns, led back to the people of the document.

use std::borrow::Cow;

use super::pronouns::pronoun;
use super::spelling::by_family;
use super::{Entity, FAR, Finder, Line, Naming, People};
use super::{apposition, bearer, plurals, titles};
use crate::compile::page::{Page, Sentence};
use crate::document::BlockKind;
use crate::record::{OfficeKind, OfficialRow};
use crate::text::{Span, fold};

/// Offices whose holders a text may call by family name alone from the first.
const WELL_KNOWN: [OfficeKind; 4] = [
    OfficeKind::HeadOfState,
    OfficeKind::HeadOfGovernment,
    OfficeKind::ForeignMinister,
    OfficeKind::DefenceMinister,
];

/// Adds what a sentence says without full names to `within`, which holds the full ones.
pub(super) fn read(
    page: &Page<'_>,
    sentence: &Sentence,
    finder: &Finder<'_>,
    people: &mut People,
    within: &mut Vec<Naming>,
    voice: Option<usize>,
) {
    let line = Line::new(page, sentence);
    let names = page.mentions_in(sentence.span);
    let full = within.len();
    let taken = |within: &[Naming], at: usize| {
        let span = line.span(at);
        within.iter().take(full).any(|n| n.span.overlaps(span))
    };
    let mut at = 0;
    while at < line.len() {
        if !line.calls(at) || taken(within, at) {
            at += 1;
            continue;
        }
        let found = family(&line, finder, names, people, within, at)
            .or_else(|| plurals::read(page, &line, finder, people, within, at))
            .or_else(|| bare(&line, finder, names, people, within, at))
            .or_else(|| pronoun(page, &line, finder, people, within, at, voice));
        match found {
            Some((naming, end)) if !(at..end).any(|at| taken(within, at)) => {
                within.push(naming);
                at = end;
            }
            _ => at += 1,
        }
    }
}

/// A single capitalised word that is a family or given name of someone in the document, or of
/// someone whom everyone knew then.
fn family(
    line: &Line<'_>,
    finder: &Finder<'_>,
    names: &[crate::gazetteer::Mention<'_>],
    people: &mut People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    if !line.is_capital(at) || names.iter().any(|n| n.span.overlaps(line.span(at))) {
        return None;
    }
    let word = line.surface(at);
    let key = if word.is_ascii() {
        Cow::Borrowed(line.lower(at))
    } else {
        Cow::Owned(fold(word))
    };
    if key.chars().nth(1).is_none()
        || matches!(
            key.as_ref(),
            "will" | "may" | "mark" | "in" | "no" | "an" | "he" | "so" | "do" | "on" | "to" | "the"
        )
    {
        return None;
    }
    // Part of another name: "Kim Il-sung University".
    let beside = |other: usize| {
        line.is_capital(other)
            && !finder.lexicon.is_no_name(line.id(other))
            && !names.iter().any(|n| n.span.overlaps(line.span(other)))
    };
    let entity = if let entities @ [_, ..] = people.called.of_word(&key) {
        let entity = latest(entities, people, within)?;
        let unknown = beside(at + 1) && line.sentence.block != Some(BlockKind::Heading);
        if longer_name(line, finder, &people.entities[entity], at, unknown) {
            return None;
        }
        entity
    } else {
        if finder.lexicon.is_no_name(finder.lexicon.id(&key))
            || beside(at + 1)
            || at > 0 && beside(at - 1)
        {
            return None;
        }
        finder.now?;
        let marked = people.marked.contains(key.as_ref());
        let kinds: &[OfficeKind] = if marked { &[] } else { &WELL_KNOWN };
        let entity = match by_family(finder, &key, kinds, None) {
            Some(row) => people.official(row, finder.gazetteer, true),
            None if marked => people.marked(word),
            None if finder.now?.first().year() < OUR_DAYS => return None,
            None => bearer::other(finder, people, &key).filter(|_| !common(&key))?,
        };
        people.called.call(entity, key.into_owned());
        entity
    };
    let naming = Naming::of(line.span(at), entity);
    Some((naming, at + 1))
}

/// Whether the capitals beside a family name make it the name of something else: "Capitol Hill", "Park
/// Avenue", "Kim Il-sung University". `unknown` is whether nobody knows the capital behind it.
fn longer_name(
    line: &Line<'_>,
    finder: &Finder<'_>,
    entity: &Entity,
    at: usize,
    unknown: bool,
) -> bool {
    let lexicon = finder.lexicon;
    let own = |other: usize| {
        let word = fold(line.surface(other));
        let start = word.get(..3).unwrap_or(&word);
        let name = fold(&entity.name);
        name.split([' ', '-']).any(|part| part.starts_with(start))
    };
    let named_for = line.is_capital(at + 1) && lexicon.is_named_for(line.id(at + 1));
    if named_for || unknown && !own(at + 1) && !lexicon.tells(line.id(at + 1)) {
        return true;
    }
    let Some(before) = at.checked_sub(1).filter(|&at| line.is_capital(at)) else {
        return false;
    };
    let first = before == 0 || !line.lower(before - 1).starts_with(char::is_alphanumeric);
    let plain = !first && !own(before) && !lexicon.is_no_name(line.id(before));
    lexicon.is_named_with(line.id(before)) || plain && lexicon.is_landmark(line.id(at))
}

/// The first year in which those were in office whom the lexicon has of other states.
const OUR_DAYS: i32 = 1978;

/// Of several people who are called so, the one named last before, else the first of the document.
fn latest(entities: &[usize], people: &People, within: &[Naming]) -> Option<usize> {
    let [_, _, ..] = entities else {
        return entities.first().copied();
    };
    within
        .iter()
        .rev()
        .chain(people.namings.iter().rev().take(FAR))
        .flat_map(|naming| &naming.entities)
        .find(|entity| entities.binary_search(entity).is_ok())
        .or_else(|| entities.first())
        .copied()
}

/// Family names that are as well others', or words: they need a title.
fn common(family: &str) -> bool {
    family.len() < 5
        || matches!(
            family,
            "johnson"
                | "howard"
                | "blair"
                | "cameron"
                | "truss"
                | "payne"
                | "bishop"
                | "singh"
                | "morrison"
                | "carney"
                | "cleverly"
                | "starmer"
                | "marles"
                | "jiang"
                | "zhang"
        )
}

/// A title without a name: "the Secretary", "the Japanese foreign minister".
fn bare(
    line: &Line<'_>,
    finder: &Finder<'_>,
    names: &[crate::gazetteer::Mention<'_>],
    people: &mut People,
    within: &[Naming],
    at: usize,
) -> Option<(Naming, usize)> {
    let title = titles::at(line, finder, names, at)?;
    if title.plural
        || finder.lexicon.never_bare(finder.lexicon.id(title.head))
        || title.head_end != at + 1
    {
        return None;
    }
    let before = title
        .from
        .checked_sub(1)
        .map_or("", |before| line.lower(before));
    let counterpart = title.head == "counterpart";
    let capital = line.is_capital(at);
    // "a South Korean president" is none in particular.
    let any = (title.from.saturating_sub(3)..title.from).any(|at| {
        matches!(
            line.lower(at),
            "a" | "an" | "any" | "no" | "every" | "another"
        )
    });
    let definite =
        matches!(before, "the" | "his" | "her" | "their") || title.country.is_some() && !any;
    if !counterpart && let Some(found) = apposition::read(line, &title, people, within) {
        return Some(found);
    }
    if !definite {
        return None;
    }
    let span = line.span_of(title.from, title.to.max(title.head_end));
    let kinds = if counterpart {
        let subject = within.first().or_else(|| people.namings.last())?;
        let entity = &people.entities[*subject.entities.first()?];
        let held = entity
            .official
            .zip(finder.now)
            .and_then(|(row, now)| finder.gazetteer.tenure(row, now));
        match held {
            Some(tenure) => vec![finder.gazetteer.office(tenure.office).kind],
            None => entity.kinds.clone(),
        }
    } else {
        title.kinds.to_vec()
    };
    // Someone of the document first, the latest before this.
    let head = title.head;
    let fits = |at: &&usize| {
        let entity = &people.entities[**at];
        let role = entity.role.as_deref().unwrap_or_default().to_lowercase();
        let same_country =
            title.country.is_none() || entity.country.is_none() || title.country == entity.country;
        let same_title = !counterpart && role.contains(head) && plain(&title.words(line), &role);
        // "the top diplomat" is a foreign minister by another word.
        let same_office = (counterpart && title.country.is_some() || head == "diplomat")
            && kinds.iter().any(|kind| entity.kinds.contains(kind));
        same_country && (same_title || same_office)
    };
    let start = line.span(at).start;
    let alone = title.from == at && title.to == title.head_end && title.country.is_none();
    if before == "the"
        && capital
        && alone
        && let Some(row) = at_home(people, finder, &title.words(line))
    {
        return Some((told_by_office(people, finder, row, span), title.to));
    }
    // "A called the President": not A.
    let object = before == "the" && title.from > 1 && is_met(line.lower(title.from - 2));
    let recent = within
        .iter()
        .rev()
        .filter(|naming| naming.span.end <= start && !object)
        .chain(people.namings.iter().rev().take(FAR))
        .flat_map(|naming| &naming.entities)
        .find(fits)
        .copied();
    let Some(entity) = recent else {
        if !capital && title.country.is_none() || kinds.is_empty() {
            return None;
        }
        let now = finder.now?;
        // Who the counterpart of a lesser office is, no record tells for sure.
        if counterpart && !kinds.iter().all(|kind| WELL_KNOWN.contains(kind)) {
            return None;
        }
        let (country, kinds) = match (title.country, people.home) {
            (Some(country), _) => (country, kinds),
            (None, Some(home)) if before == "the" => home.office(&title.words(line))?,
            _ => return None,
        };
        let holders = finder.roster.holders(&kinds, Some(country), now);
        let [row] = holders.as_slice() else {
            return None;
        };
        return Some((
            told_by_office(people, finder, *row, span),
            title.to.max(title.head_end),
        ));
    };
    let naming = Naming::of(span, entity);
    Some((naming, title.to.max(title.head_end)))
}

/// Whether what follows a verb is another than its subject: "called the President".
fn is_met(verb: &str) -> bool {
    matches!(
        verb,
        "called" | "telephoned" | "phoned" | "met" | "told" | "informed" | "invited" | "thanked"
    )
}

/// Who holds the office that a title alone means where the document comes from.
fn at_home(people: &People, finder: &Finder<'_>, title: &str) -> Option<OfficialRow> {
    let home = people.home?;
    let (country, kinds) = home.office(title)?;
    let holders = finder.roster.holders(&kinds, Some(country), finder.now?);
    match holders.as_slice() {
        [row] => Some(*row),
        _ => None,
    }
}

/// The naming of whom an office alone means.
fn told_by_office(
    people: &mut People,
    finder: &Finder<'_>,
    row: OfficialRow,
    span: Span,
) -> Naming {
    let at = people.official(row, finder.gazetteer, false);
    let name = finder.gazetteer.official(row).name.as_str();
    if !people.entities[at].named {
        people.entities[at]
            .because
            .get_or_insert_with(|| format!("no name in the text; {name} held that office then"));
    }
    Naming::of(span, at)
}

/// Whether the words of a short title all stand in a fuller one: "Deputy Secretary" in "Deputy
/// Secretary of State", but not "Secretary" in "Deputy Secretary".
fn plain(short: &str, full: &str) -> bool {
    let short = short.to_lowercase();
    let ranks = [
        "deputy",
        "vice",
        "assistant",
        "under",
        "prime",
        "first",
        "special",
    ];
    let all = short.split(' ').all(|word| full.contains(word));
    all && ranks
        .iter()
        .all(|rank| full.contains(rank) == short.contains(rank) || *rank == "first")
}
