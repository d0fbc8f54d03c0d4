//! A title: its words, whose it is, which offices it can mean.

use super::{Finder, Line};
use crate::gazetteer::{CountryForm, Mention};
use crate::record::{CountryRow, OfficeKind};

/// A title in a sentence, by token numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Title<'t> {
    /// Its first word.
    pub(super) from: usize,
    /// After its head.
    pub(super) head_end: usize,
    /// After the whole of it, "of …" included.
    pub(super) to: usize,
    /// The head, in lower case and singular.
    pub(super) head: &'t str,
    /// Whether it is in the plural.
    pub(super) plural: bool,
    /// Whose, if the words beside it tell.
    pub(super) country: Option<CountryRow>,
    /// The offices it can mean.
    pub(super) kinds: &'t [OfficeKind],
}

impl Title<'_> {
    /// The words before "of …": "Foreign Minister".
    pub(super) fn words(&self, line: &Line<'_>) -> String {
        line.joined(self.from, self.head_end)
    }
}

/// The title whose head stands at a token, if one does. `names` are the names in the sentence.
#[inline]
pub(super) fn at<'t>(
    line: &Line<'t>,
    finder: &Finder<'t>,
    names: &[Mention<'_>],
    head: usize,
) -> Option<Title<'t>> {
    let singular = finder.lexicon.singular(line.id(head));
    let is_head = singular.is_some() || finder.lexicon.is_head(line.id(head));
    // "6:41 PM EST" is a time of day.
    let clock = || {
        let before = head.checked_sub(1).map_or("", |at| line.lower(at));
        line.lower(head) == "pm" && before.ends_with(|c: char| c.is_ascii_digit())
    };
    let is_head = is_head && !clock();
    is_head.then(|| around(line, finder, names, head, singular))
}

/// The title around a head, which is the plural of `singular` if there is one.
fn around<'t>(
    line: &Line<'t>,
    finder: &Finder<'t>,
    names: &[Mention<'_>],
    head: usize,
    singular: Option<&'t str>,
) -> Title<'t> {
    let lexicon = finder.lexicon;
    // "Secretary of State": a head that goes on is not a modifier of a later head.
    let mut from = head;
    while from > 0 && lexicon.is_modifier(line.id(from - 1)) && line.lower(from - 1) != "the" {
        let is_name = names
            .iter()
            .any(|n| n.span.overlaps(line.span(from - 1)) && n.meaning.country.is_none());
        if is_name {
            break;
        }
        from -= 1;
    }
    let (to, of_country) = tail(line, finder, names, head + 1);
    let word = |at: usize| match singular {
        Some(name) if line.id(at) == line.id(head) => lexicon.id(name),
        _ => line.id(at),
    };
    let mut kinds = lexicon.offices((from..to).map(word));
    if kinds.is_empty() {
        kinds = lexicon.offices((from..head).map(|at| line.id(at)));
    }
    let country = country_before(line, names, from)
        .or(of_country)
        .or_else(|| national(line, finder, (from, head, to)));
    if kinds.is_empty() && country.is_some() && ranked(line, names, from) {
        kinds = lexicon.offices([lexicon.id("top"), word(head)].into_iter());
    }
    Title {
        from,
        head_end: head + 1,
        to,
        head: singular.unwrap_or_else(|| line.lower(head)),
        plural: singular.is_some(),
        country,
        kinds,
    }
}

/// The state that alone has such an office: only the United States has Under Secretaries of State who are
/// not parliamentary, and a Secretary of Defense.
fn national(
    line: &Line<'_>,
    finder: &Finder<'_>,
    (from, head, to): (usize, usize, usize),
) -> Option<CountryRow> {
    let secretary = line.lower(head) == "secretary" && line.lower(head + 1) == "of";
    let before = |word: &str| (from..head).any(|at| line.lower(at) == word);
    let lesser = before("under") || before("assistant") || before("deputy");
    let american = match line.lower(head + 2) {
        "state" => lesser && !before("parliamentary"),
        "defense" => true,
        _ => false,
    };
    (secretary && head + 2 < to && american)
        .then(|| finder.gazetteer.country_by_code("US"))
        .flatten()
}

/// Whether "top" stands before the country whose title begins at a token: "the top Japanese diplomat".
fn ranked(line: &Line<'_>, names: &[Mention<'_>], from: usize) -> bool {
    let Some(before) = from.checked_sub(1).map(|at| line.span(at)) else {
        return false;
    };
    let state = names.iter().rev().find(|n| n.span.overlaps(before));
    state.is_some_and(|state| {
        let first = line.token_at(state.span.start);
        first > 0 && line.lower(first - 1) == "top"
    })
}

/// What "of …" or "for …" behind a head belongs to the title: where it ends, and a country in it.
fn tail(
    line: &Line<'_>,
    finder: &Finder<'_>,
    names: &[Mention<'_>],
    from: usize,
) -> (usize, Option<CountryRow>) {
    if !matches!(line.lower(from), "of" | "for" | "to") {
        return (from, None);
    }
    let mut to = from + 1;
    let mut country = None;
    let mut end = from;
    while to < line.len() && to < from + 14 {
        let span = line.span(to);
        let mention = names.iter().find(|n| n.span.overlaps(span));
        let known = mention.and_then(|n| n.meaning.country);
        if mention.is_some_and(|n| !n.meaning.officials.is_empty()) {
            break;
        }
        let word = line.lower(to);
        let capital = line.is_capital(to);
        // "the envoy of President A", "the spokesman for Foreign Minister B": a title of its own.
        if capital && finder.lexicon.is_head(line.id(to)) && !articled(line, finder, to) {
            return (from, None);
        }
        if let Some((row, form)) = known {
            if form == CountryForm::Metonym && line.lower(from) != "to" {
                break;
            }
            country.get_or_insert(row);
        } else if capital && finder.lexicon.is_no_name(line.id(to))
            || is_field(word) && (capital || to == from + 1)
        {
            // "State", "Foreign Affairs", "East Asian and Pacific Affairs".
        } else if word == "," && goes_on(line, finder, to) {
            to += 1;
            continue;
        } else if matches!(
            word,
            "and" | "of" | "for" | "the" | "'s" | "’s" | "(" | ")" | "&"
        ) {
            // Counts only if more of the title follows.
            to += 1;
            continue;
        } else {
            break;
        }
        to += 1;
        end = to;
    }
    if end == from {
        (from, None)
    } else {
        (end, country)
    }
}

/// Whether the fields of an office are counted up behind a comma: "for Arms Control, Verification and
/// Compliance".
fn goes_on(line: &Line<'_>, finder: &Finder<'_>, comma: usize) -> bool {
    let field = |at: usize| {
        line.is_capital(at) && (is_field(line.lower(at)) || finder.lexicon.is_no_name(line.id(at)))
    };
    field(comma + 1) && (comma + 2..comma + 5).any(|at| line.lower(at) == "and" && field(at + 1))
}

/// Whether "the" stands before a head and its modifiers: "to the President", "for the Prime Minister".
fn articled(line: &Line<'_>, finder: &Finder<'_>, head: usize) -> bool {
    let mut words = (0..head).rev();
    let before = words.find(|&at| !finder.lexicon.is_modifier(line.id(at)));
    before.is_some_and(|at| line.lower(at) == "the")
}

/// Whether a word names what an office is for.
fn is_field(word: &str) -> bool {
    matches!(
        word,
        "unification"
            | "peace"
            | "oceanian"
            | "oceania"
            | "reunification"
            | "human"
            | "rights"
            | "political"
            | "arms"
            | "control"
            | "democracy"
            | "labor"
            | "disarmament"
            | "management"
            | "democratic"
            | "people"
            | "peninsula"
            | "staff"
            | "war"
            | "education"
            | "planning"
            | "secretariat"
            | "strategy"
            | "nonproliferation"
            | "non-proliferation"
            | "negotiations"
            | "program"
            | "programs"
            | "compliance"
            | "missile"
            | "programmes"
            | "initiatives"
            | "operations"
            | "assistance"
            | "verification"
            | "implementation"
            | "threat"
            | "reduction"
            | "resources"
            | "growth"
            | "issues"
            | "communications"
            | "cyber"
            | "industry"
            | "cooperation"
            | "science"
            | "technology"
            | "transportation"
            | "veterans"
            | "legislative"
            | "economy"
            | "counterterrorism"
            | "plenipotentiary"
            | "extraordinary"
            | "commission"
            | "workers"
            | "party"
            | "secretaries"
            | "joint"
            | "chiefs"
            | "eurasian"
            | "international"
            | "organization"
            | "organizations"
    )
}

/// The country whose name or adjective stands just before a title: "Japanese Foreign Minister",
/// "Japan's Minister", "Republic of Korea (ROK) Foreign Minister".
pub(super) fn country_before(
    line: &Line<'_>,
    names: &[Mention<'_>],
    from: usize,
) -> Option<CountryRow> {
    let mut at = from;
    for _ in 0..4 {
        let before = at.checked_sub(1)?;
        let span = line.span(before);
        if let Some(mention) = names.iter().rev().find(|n| n.span.overlaps(span)) {
            return mention.meaning.country.map(|(row, _)| row);
        }
        if !matches!(
            line.lower(before),
            "'s" | "’s" | ")" | "(" | "own" | "’" | "'" | "new" | "newly" | "elected" | "top"
        ) {
            return None;
        }
        at = before;
    }
    None
}

/// Whether a word in small letters stands before anybody's name: "Mr.", "Dr".
pub(super) fn is_polite(word: &str) -> bool {
    matches!(
        word,
        "mr." | "mrs." | "ms." | "dr." | "mr" | "mrs" | "ms" | "dr"
    )
}
