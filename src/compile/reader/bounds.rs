//! From where to where what belongs to a happening stands in its sentence.

use super::Line;
use crate::compile::clauses::Clause;
use crate::compile::happenings::{Happening, region_end};
use crate::compile::items::What;
use crate::compile::lexicon::Lexicon;
use crate::gazetteer::CountryForm;
use crate::record::Kind;

/// Whether "to" at an index begins an infinitive: "to reaffirm …", not "to the Republic of Korea".
pub(super) fn is_infinitive(line: &Line<'_>, at: usize) -> bool {
    line.row.is_word(at + 1)
        && !line.row.is_strange(at + 1)
        && !matches!(
            line.row.lower(at + 1),
            "the" | "a" | "both" | "two" | "three"
        )
}

/// From where to where what belongs to a happening stands.
pub(super) fn bounds(
    line: &Line<'_>,
    happening: &Happening,
    clause: &Clause,
    anchor: usize,
) -> (usize, usize) {
    let trigger = &line.triggers[anchor];
    let previous = line.triggers[..anchor].iter().rev().find(|t| {
        t.is_verb()
            && t.from >= clause.from
            && !happening
                .nouns
                .iter()
                .any(|&n| line.triggers[n].from <= t.from)
    });
    let from = previous.map_or(clause.from, |t| {
        if happening.verb.is_some() {
            t.to
        } else {
            clause.from.max(t.to)
        }
    });
    let to = region_end(&line.row, &line.triggers, clause, anchor).max(trigger.to);
    (from.min(trigger.from), to)
}

/// Whether a noun is where its clause happens: "in a call on Monday, A and B discussed …".
pub(super) fn scene_of_clause(line: &Line<'_>, first: usize) -> bool {
    let article = (first.saturating_sub(5)..first)
        .rev()
        .find(|&at| matches!(line.row.lower(at), "a" | "an" | "their" | "his" | "her"));
    let within = |at: usize| {
        let near = matches!(line.row.before(at), "in" | "during" | "via" | "by");
        // "The ministers agreed at a meeting in Singapore".
        let agreed = line.row.before(at) == "at"
            && (line.triggers.iter())
                .any(|t| t.is_verb() && t.to + 1 == at && t.kind() == Some(Kind::Agreement));
        near || agreed || at == 1 && matches!(line.row.lower(0), "at")
    };
    let meal = matches!(line.row.lower(first), "lunch" | "dinner" | "breakfast")
        && matches!(line.row.before(first), "at" | "over" | "during");
    // "in bilateral talks": many have no article.
    let bare = |at: usize| {
        matches!(
            line.row.lower(at),
            "bilateral"
                | "trilateral"
                | "separate"
                | "two-way"
                | "three-way"
                | "telephone"
                | "phone"
        )
    };
    let plural = line.row.lower(first) == "talks"
        && line
            .row
            .before(first - usize::from(first > 0 && bare(first - 1)))
            == "in";
    meal || plural || article.is_some_and(within)
}

/// What belongs to a noun that no verb carries: names right before it ("Blinken's call", "US-Japan
/// talks"), and those behind it after "with", "between", "of" or "in".
pub(super) fn noun_bounds(
    line: &Line<'_>,
    first: usize,
    last: usize,
    from: usize,
    to: usize,
) -> (usize, usize) {
    let mut start = first;
    while start > from {
        let near = !matches!(line.row.what(start - 1), Some(What::Word | What::Mark))
            || matches!(
                line.row.lower(start - 1),
                "'s" | "'"
                    | "-"
                    | "–"
                    | "trilateral"
                    | "bilateral"
                    | "and"
                    | "ballistic"
                    | "recent"
                    | "latest"
                    | "nuclear"
                    | "long-range"
                    | "first"
                    | "joint"
                    | "special"
                    | "military"
                    | "annual"
                    | "third"
                    | "second"
                    | "fourth"
                    | "intercontinental"
                    | "missile"
                    | "underground"
                    | "artillery"
                    | "torpedo"
                    | "terrorist"
                    | "rocket"
                    | "deadly"
                    | "surprise"
                    | "naval"
                    | "high-level"
                    | "working-level"
                    | "fifth"
                    | "sixth"
            );
        if !near {
            break;
        }
        start -= 1;
    }
    let mut end = last;
    let limit = to.min(last + 14);
    while end < limit {
        let word = line.row.lower(end);
        // "After the launch by the North on Monday, Inada called Han": the sentence goes on there.
        if word == "," && matches!(line.row.what_before(end), Some(What::Time(_))) {
            break;
        }
        // "to the United States" goes on as "to Japan" does.
        let article = usize::from(line.row.lower(end + 1) == "the");
        if matches!(word, "," | ";" | "to" | "that" | "which" | "on")
            && !matches!(
                line.row.what(end + 1 + article),
                Some(What::People(_) | What::Country(..) | What::Place(..) | What::Time(_))
            )
        {
            break;
        }
        end += 1;
    }
    (start, end)
}

/// Whether nobody stands between two items.
pub(super) fn pronoun_or_empty(line: &Line<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| {
        !matches!(
            line.row.what(at),
            Some(What::People(_) | What::Country(_, CountryForm::Name | CountryForm::Metonym))
        )
    })
}

/// The subject that a clause goes on with: what stands before the first verb of the clause, or of
/// the clauses before it.
pub(super) fn subject_of(
    line: &Line<'_>,
    lexicon: &Lexicon,
    clause: usize,
    before: usize,
) -> Option<(usize, usize)> {
    if let Some(found) = of_who(line, line.clauses[clause].from) {
        return Some(found);
    }
    let own = clause;
    for at in (0..=clause).rev() {
        let clause = line.clauses[at];
        // Within "A, who is on a visit to B, met C" the aside is not the subject.
        let aside = matches!(
            line.row.lower(clause.from),
            "who" | "which" | "whose" | "whom"
        );
        if aside && at != own {
            continue;
        }
        let verb = line
            .triggers
            .iter()
            .find(|t| t.is_verb() && t.from >= clause.from && t.from < clause.to);
        let end = verb.map_or(clause.to, |t| t.from).min(before);
        let has = (clause.from..end).any(|at| {
            // "Two South Korean officials, who met Kim on Monday, will …".
            let theirs = matches!(
                line.row.what(at),
                Some(What::Country(_, CountryForm::Adjective))
            );
            if theirs && lexicon.calls_people(line.row.id(at + 1)) {
                return true;
            }
            let side = matches!(line.row.lower(at), "north" | "south" | "council");
            side && line.row.items[at].capital && line.row.before(at) == "the"
                || matches!(
                    line.row.what(at),
                    Some(
                        What::People(_)
                            | What::Country(_, CountryForm::Name | CountryForm::Metonym)
                            | What::Place(_, Some(_))
                    )
                )
        });
        if has {
            return Some((clause.from, end));
        }
    }
    None
}

/// How far a "who" looks back for whom it follows.
const WHO: usize = 12;

/// Whom "who" at an index follows: "A and B, who", "Chinese officials who", "A, the head of the agency
/// who".
fn of_who(line: &Line<'_>, who: usize) -> Option<(usize, usize)> {
    let row = &line.row;
    if row.lower(who) != "who" {
        return None;
    }
    let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
    let mut end = who.checked_sub(usize::from(row.before(who) == ","))?;
    // "spoke with A on Sunday, who": A.
    if matches!(row.what_before(end), Some(What::Time(_))) {
        end -= 1;
        end -= usize::from(end > 0 && matches!(row.before(end), "on" | "in"));
    }
    let last = end.checked_sub(1)?;
    if person(last) {
        let mut from = last;
        while from >= 2 && matches!(row.before(from), "and" | ",") && person(from - 2) {
            from -= 2;
        }
        return Some((from, end));
    }
    let state = |at: usize| {
        matches!(
            row.what(at),
            Some(What::Country(..) | What::Place(_, Some(_)))
        )
    };
    // "Moon's special envoys, who": those, and for their country.
    let owner = (end.saturating_sub(5)..last)
        .rev()
        .find(|&at| person(at) && matches!(row.lower(at + 1), "'s" | "’s" | "'"));
    if row.lower(last).ends_with('s')
        && let Some(owner) = owner
    {
        return Some((owner, end));
    }
    if row.lower(last).ends_with('s') && (end.saturating_sub(3)..last).any(state) {
        return Some((end.saturating_sub(3), end));
    }
    let near = end.saturating_sub(WHO)..last;
    let described = near.rev().find(|&at| person(at))?;
    (row.lower(described + 1) == ",").then_some((described, described + 1))
}

/// The subject of the main clause that an opening clause leads up to: "After meeting Kang in Seoul,
/// Biegun flew on".
pub(super) fn subject_ahead(line: &Line<'_>, clause: usize) -> Option<(usize, usize)> {
    let main = (clause + 1..line.clauses.len()).find(|&at| !line.clauses[at].subordinate)?;
    let clause = line.clauses[main];
    let verb = line
        .triggers
        .iter()
        .find(|t| t.is_verb() && t.from >= clause.from);
    let end = verb.map_or(clause.to, |t| t.from).min(clause.from + 12);
    let person = |at: usize| matches!(line.row.what(at), Some(What::People(_)));
    let first = (clause.from..end).find(|&at| person(at))?;
    let early = first <= clause.from + 3;
    early.then_some((clause.from, end))
}

/// The words for people without names behind a happening that ends at `from`: "with business leaders",
/// and behind a verb, "met business leaders".
pub(super) fn group(
    line: &Line<'_>,
    from: usize,
    to: usize,
    is_verb: bool,
    lexicon: &Lexicon,
) -> Option<String> {
    let with = (from.saturating_sub(1)..to.min(from + 4)).find(|&at| line.row.lower(at) == "with");
    let first = match with {
        Some(with) => with + 1,
        None => Some(from).filter(|_| is_verb)?,
    };
    let mut words = Vec::new();
    for at in first..to.min(first + 8) {
        let word = line.row.lower(at);
        if line.row.is_word(at)
            && !matches!(word, "to" | "on" | "in" | "and" | "at" | "during" | "for")
        {
            // A headline has no article: "meets officials", "meets official".
            if !matches!(word, "a" | "an") {
                words.push(word.to_owned());
            }
            if lexicon.calls_people(line.row.id(at)) {
                return Some(words.join(" "));
            }
        } else if !matches!(line.row.what(at), Some(What::Country(..))) {
            break;
        }
    }
    None
}
