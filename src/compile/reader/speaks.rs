//! Who says something to whom: a state, where the sentence is about a day of its own; the writer of a
//! telegram, who tells of meeting whom he told something.

use super::cast::Cast;
use super::days::Dated;
use super::{Line, Reader, Telling};
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::compile::mood::Mood;
use crate::record::Kind;

/// Whether a state says something in a sentence that opens with its day: "June 2001: Japan warns …",
/// "In April, Seoul said …". Elsewhere "Seoul said" only tells who says so.
pub(super) fn state_speaks(line: &Line<'_>, happening: &Happening) -> bool {
    opens_with_a_day(line) && said_by_a_state(line, happening, usize::MAX)
}

/// Whether a state stands right before a verb of saying, "Seoul said in August", and what it said, in so
/// many clauses behind, is no event of its own.
fn said_by_a_state(line: &Line<'_>, happening: &Happening, behind: usize) -> bool {
    let Some(verb) = happening.verb.map(|at| &line.triggers[at]) else {
        return false;
    };
    let state = |at: usize| {
        matches!(
            line.row.what(at),
            Some(What::Country(..) | What::Place(_, Some(_)))
        )
    };
    let clause = &line.clauses[happening.clause];
    let mut near = clause.from.max(verb.from.saturating_sub(3))..verb.from;
    // "January 2003: North Korea says it will withdraw from …": that is told by itself.
    let announced = line
        .happenings
        .iter()
        .filter(|other| other.kind == Kind::Announcement)
        .any(|other| (1..=behind).contains(&other.clause.saturating_sub(happening.clause)));
    near.any(state) && !announced
}

/// Whether the press says so: "its news agency reported".
pub(super) fn told_by_the_press(line: &Line<'_>, happening: &Happening) -> bool {
    let press = |at: usize| match line.row.lower(at) {
        "agency" => line.row.before(at) == "news",
        "media" | "newspaper" | "daily" => true,
        _ => false,
    };
    let verb = happening.verb.map_or(0, |at| line.triggers[at].from);
    (verb.saturating_sub(2)..verb).any(press)
}

/// Days behind the document from which on what a state said is history, and no mere source.
const LONG_AGO: i64 = 20;

/// Whether a day opens a sentence, with at most a small word before it.
pub(super) fn opens_with_a_day(line: &Line<'_>) -> bool {
    let row = &line.row;
    let small = |at: usize| {
        matches!(
            row.lower(at),
            "in" | "on" | "early" | "late" | "by" | "–" | "-"
        )
    };
    let first = (0..3).find(|&at| !small(at));
    first.is_some_and(|at| matches!(row.what(at), Some(What::Time(_))))
}

impl Reader<'_> {
    /// Whether a sentence looks back to what a state said long ago: "Seoul said in August it would not".
    pub(super) fn said_long_ago(&self, telling: &Telling<'_>, dated: Option<&Dated>) -> bool {
        let own = dated.filter(|dated| dated.own);
        let range = own.and_then(|dated| self.page.timexes[dated.timex].range);
        let ago = range
            .zip(self.dct)
            .is_some_and(|(range, dct)| dct.first().days_since(range.last()) > LONG_AGO);
        let line = telling.line;
        ago && !opens_with_a_day(line) && said_by_a_state(line, telling.happening, 1)
    }

    /// Whether the writer of a letter or telegram told somebody of another state something: "I told the
    /// Foreign Minister that …", "I said to the President that …". They met.
    pub(super) fn told_in_person(&self, telling: &Telling<'_>, cast: &Cast) -> bool {
        let (Some(writer), Some(verb)) = (self.people.author, telling.happening.verb) else {
            return false;
        };
        let row = &telling.line.row;
        let verb = &telling.line.triggers[verb];
        let to = match row.lower(verb.from) {
            "told" | "informed" => verb.to,
            "said" if row.lower(verb.to) == "to" => verb.to + 1,
            _ => return false,
        };
        let [first, others @ ..] = cast.people.as_slice() else {
            return false;
        };
        let right_behind = (to..to + 2).any(|at| {
            matches!(row.what(at), Some(What::People(people)) if people.iter().any(|p| others.contains(p)))
        });
        let country = |at: usize| self.people.entities[at].country;
        // "The Prime Minister told me on June 25 that".
        let me = row.lower(verb.from) == "told"
            && cast.people.contains(&writer)
            && matches!(row.what(to), Some(What::People(people)) if people.contains(&writer));
        if me && telling.mood == Mood::Past {
            return cast
                .people
                .iter()
                .all(|&at| at == writer || country(at) != country(writer));
        }
        telling.mood == Mood::Past
            && *first == writer
            && right_behind
            && others.iter().all(|&at| country(at) != country(writer))
    }
}
