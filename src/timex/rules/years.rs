//! Years by number, decades and centuries.

use super::super::lexicon::Sense;
use super::super::meaning::{Candidate, Meaning, Partial, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::calendar::measured;
use super::{Found, rule};

/// Proposes years, decades, centuries.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is_any(at, &["the", "circa"]));
    let the = the + usize::from(the == 1 && scan.is(at + 1, "year"));
    if let Some((year, end)) = parts::before_christ(scan, at + the.min(1)).filter(|_| the < 2) {
        let start = if scan.is(at, "circa") { at } else { at + the };
        found.push(Candidate::new(
            start..end,
            Meaning::Bc(year),
            rule("year-before-christ"),
        ));
    }
    if the == 2
        && let Some((year, end)) = parts::year(scan, at + 2)
    {
        found.push(Candidate::new(at..end, known(year), rule("year")));
    }
    if let Some((meaning, end)) = decade(scan, at + usize::from(scan.is(at, "the"))) {
        found.push(Candidate::new(at..end, meaning, rule("decade")));
    }
    if let Some((meaning, end)) = century(scan, at) {
        found.push(Candidate::new(at..end, meaning, rule("century")));
    }
    if let Some((year, end)) = parts::year(scan, at).filter(|(_, end)| is_year(scan, at, *end)) {
        let end = parts::era(scan, end)
            .filter(|(christian, _)| *christian)
            .map_or(end, |era| era.1);
        found.push(Candidate::new(at..end, known(year), rule("year")));
    }
}

fn known(year: i32) -> Meaning {
    Meaning::Date(Partial {
        year: YearOf::Known(year),
        ..Partial::default()
    })
}

/// Whether a number that could be a year is one. After a label ("Resolution 1874") or before a
/// measure ("2010 people") it is not; years before 1900 want a preposition, a bracket or a range.
fn is_year(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    if measured(scan, end) || scan.mark(end, '/') && scan.tight(end) {
        return false;
    }
    if super::clock::four_figures(scan, at).is_some() {
        return false;
    }
    if scan.is(at, "two") && !stands_alone(scan, at, end) {
        return false;
    }
    if at == 0 {
        return !scan.is_word(end) || scan.new_paragraph(end) || scan.capital(end);
    }
    let before = at - 1;
    let dotted = scan.mark(before, '.') && scan.tight(before) && at >= 2;
    let label = scan.has(before, Sense::Label) || dotted && scan.has(at - 2, Sense::Label);
    if label || scan.tight(at) && scan.mark(before, '/') {
        return false;
    }
    let range = scan.dash(before)
        && at >= 2
        && scan
            .number(at - 2)
            .is_some_and(|(year, digits)| digits == 4 && year < 2050)
        && scan.number(at).is_some_and(|(year, _)| year < 2050);
    let joined_on = scan.dash(end) && scan.tight(end) && scan.tight(end + 1);
    if joined_on && scan.number(end + 1).is_some_and(|(_, digits)| digits != 4) {
        return false;
    }
    let code = scan.tight(at) && scan.mark(before, '-') && !range && !is_prefix(scan, at);
    if code {
        return false;
    }
    let modern = scan
        .number(at)
        .is_none_or(|(year, _)| (1900..2050).contains(&year));
    let led = scan.has(before, Sense::Preposition) || scan.mark(before, '(') || range;
    let led = led || scan.edge(before).is_some() || is_prefix(scan, at);
    let led = led || scan.mark(before, ',') && at >= 2 && scan.number(at - 2).is_some();
    let plural = is_plural_noun(scan, end);
    if !modern {
        let round = scan.number(at).is_some_and(|(year, _)| year % 100 == 0);
        return led && !plural && !(round && scan.is_word(end) && !scan.capital(end));
    }
    led || !plural
}

/// Whether "two thousand" counts nothing: no noun can follow it.
fn stands_alone(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    let round = end == at + 2;
    let pronoun = scan.is_any(end, &["it", "he", "she", "they", "we", "i", "there"]);
    let link = scan.has(end, Sense::Preposition) && !scan.is(end, "of") || scan.capital(end);
    let word = pronoun || scan.has(end, Sense::Article) || !round && link;
    !scan.is_word(end) || scan.new_paragraph(end) || word
}

/// "post-1959", "pre-1945", "mid-1996".
fn is_prefix(scan: &Scan<'_>, at: usize) -> bool {
    at >= 2 && (scan.is_any(at - 2, &["post", "pre"]) || scan.edge(at - 2).is_some())
}

/// Whether a small word that looks like a plural follows: what a number counts.
fn is_plural_noun(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    scan.is_word(at)
        && !scan.new_paragraph(at)
        && !scan.capital(at)
        && word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !parts::genitive(scan, at)
        && !scan.is_any(at, &["sales", "results", "elections", "was", "has"])
}

/// "1980s", "1980's", "'80s", "eighties" after "nineteen": the number of the decade.
fn decade(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    if let Some(found) = spelled_decade(scan, at) {
        return Some(found);
    }
    let apostrophe = usize::from(scan.mark(at, '\''));
    let (number, digits) = scan.number(at + apostrophe)?;
    let next = at + apostrophe + 1;
    let plural = scan.tight(next) && (scan.is(next, "s") || parts::genitive(scan, next));
    let own = match digits {
        4 if apostrophe == 0 && number % 10 == 0 && (1000..2200).contains(&number) => number / 10,
        2 if number % 10 == 0 && number >= 20 && scan.is(next, "s") => 190 + number / 10,
        _ => return None,
    };
    // "the 1960s and 70s"
    let second = at > 1 && scan.is_any(at - 1, &["and", "to", "or"]) && scan.is(at - 2, "s");
    let part = at > 1 && scan.hyphen(at - 1) && scan.edge(at - 2).is_some();
    let led = part || at > 0 && scan.is_any(at - 1, &["the", "mid"]);
    let sound = digits == 4 || apostrophe == 1 || led || second;
    (plural && sound).then_some((Meaning::Decade(own as i32), next + 1))
}

/// "the sixties", "the nineteen-sixties".
fn spelled_decade(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    let century = scan.cardinal(at).filter(|own| (16..=20).contains(own));
    let word = match century {
        Some(_) => at + 1 + usize::from(scan.hyphen(at + 1)),
        None => at,
    };
    let decade = scan.sense(word, |sense| match sense {
        Sense::Decade(decade) => Some(decade),
        _ => None,
    })?;
    let before = at.checked_sub(1)?;
    let led = scan.is(before, "the") || scan.edge(before).is_some() || scan.dash(before);
    let decade = century.unwrap_or(19) * 10 + decade;
    (century.is_some() || led).then_some((Meaning::Decade(decade as i32), word + 1))
}

/// "20th century", "the fifth century BC".
fn century(scan: &Scan<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (number, next) = parts::spelled_day(scan, at).or_else(|| {
        scan.ordinal(at)
            .map(|number| (number, at + 1))
            .or_else(|| parts::day(scan, at))
    })?;
    let next = next + usize::from(scan.hyphen(next));
    let suffixed = scan.number(at).is_none() || next > at + 1;
    if !suffixed || !scan.is_any(next, &["century", "centuries"]) || number > 21 {
        return None;
    }
    match parts::era(scan, next + 1) {
        Some((false, end)) => Some((Meaning::Century(-(number as i32)), end)),
        Some((true, end)) => Some((Meaning::Century(number as i32 - 1), end)),
        None => Some((Meaning::Century(number as i32 - 1), next + 1)),
    }
}
