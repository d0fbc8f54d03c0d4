//! Nouns that lead back to what was told before: "the meeting", "this visit", "attended the talks".

use super::{Line, Reader};
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::record::Kind;
use crate::time::DateRange;

/// So many days are news.
const NEWS: i64 = 9;

/// Whether a happening is one that was told before. `nobody` is whether it names nobody, `own` whether it
/// has a day of its own.
pub(super) fn leads_back(line: &Line<'_>, happening: &Happening, nobody: bool, own: bool) -> bool {
    let noun = happening.nouns.first().map(|&at| &line.triggers[at]);
    let known = noun.is_some_and(|noun| known_before(line, noun.from));
    known && (nobody || happening.off || attends(line, happening) && !own)
        || meets_the_delegation(line, happening)
        || !own && with_them(line, happening)
}

impl Reader<'_> {
    /// Whether a happening is one that was told before, to which what is said of it applies. What was
    /// called off well before the day of writing may be on again.
    pub(super) fn is_anaphor(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        nobody: bool,
        own: bool,
    ) -> bool {
        leads_back(line, happening, nobody, own) && !(happening.off && self.names_an_old_day(line))
    }

    fn names_an_old_day(&self, line: &Line<'_>) -> bool {
        let old = |range: DateRange| {
            (self.dct).is_some_and(|dct| dct.first().days_since(range.last()) > NEWS)
        };
        line.row.items.iter().any(|item| match item.what {
            What::Time(timex) => self.page.timexes[timex].range.is_some_and(old),
            _ => false,
        })
    }
}

/// "He had a talk with them": those whom he met already.
fn with_them(line: &Line<'_>, happening: &Happening) -> bool {
    let Some(&noun) = happening.nouns.last() else {
        return false;
    };
    let to = line.triggers[noun].to;
    let talk = matches!(happening.kind, Kind::Meeting | Kind::Talks);
    talk && line.row.lower(to) == "with" && line.row.lower(to + 1) == "them"
}

/// Whether people only attend what was told before: "A, B and others attended the meeting".
fn attends(line: &Line<'_>, happening: &Happening) -> bool {
    let verb = happening
        .verb
        .map_or("", |at| line.row.lower(line.triggers[at].from));
    let meets = matches!(
        happening.kind,
        Kind::Meeting | Kind::Talks | Kind::Summit | Kind::Call
    );
    meets
        && ["attend", "join", "participat"]
            .iter()
            .any(|stem| verb.starts_with(stem))
}

/// Whether "the" or "this" stands before a noun, with at most one small word between, or whose day it
/// is: "Saturday's encounter".
fn known_before(line: &Line<'_>, noun: usize) -> bool {
    let definite = |word: &str| matches!(word, "the" | "this" | "that" | "these" | "those");
    let row = &line.row;
    let of_a_day = noun >= 2
        && matches!(row.before(noun), "'s" | "’s")
        && matches!(row.what(noun - 2), Some(What::Time(_)));
    of_a_day
        || definite(row.before(noun))
        || noun >= 2
            && definite(row.lower(noun - 2))
            && row.is_word(noun - 1)
            && !row.items[noun - 1].capital
}

/// "met with members of the delegation": those who were received already.
fn meets_the_delegation(line: &Line<'_>, happening: &Happening) -> bool {
    let row = &line.row;
    let Some(verb) = happening.verb.map(|at| &line.triggers[at]) else {
        return false;
    };
    happening.kind == Kind::Meeting
        && (verb.to..verb.to + 5)
            .any(|at| row.lower(at) == "the" && row.lower(at + 1) == "delegation")
        && !matches!(row.lower(verb.to + 6), "led" | "headed")
}
