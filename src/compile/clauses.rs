//! Where one clause ends and the next begins.

mod lists;
mod saying;

use super::items::{Row, What};
use super::lexicon::{Form, Lexicon};
use super::triggers::Trigger;
use crate::record::Kind;

use lists::{ends_a_subject, is_of_a_pair, is_of_company};
pub(super) use saying::is_saying;
use saying::{after_saying, has_object, told_before};

/// A clause, by item numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether it goes on with the subject of the clause before it.
    pub(super) inherits: bool,
    /// Whether it hangs on another: "after …", "which …".
    pub(super) subordinate: bool,
    /// Whether it only says who says so.
    pub(super) attribution: bool,
}

/// The clauses of a row: disjoint, in order, covering it.
pub(super) fn clauses(row: &Row<'_>, triggers: &[Trigger], lexicon: &Lexicon) -> Vec<Clause> {
    let mut starts: Vec<Clause> = Vec::with_capacity(8);
    starts.push(Clause {
        from: 0,
        to: 0,
        inherits: false,
        subordinate: false,
        attribution: false,
    });
    let latest = std::cell::Cell::new(0);
    // Within ", who …": a comma and a verb take the first clause up again.
    let aside = std::cell::Cell::new(false);
    // The "who" of "officials who met Kim": they, without a comma, are the subject of what follows.
    let mut described = None;
    // Whether a comma has come; and whether the sentence begins with a clause that leads up to it:
    // "After meeting Kang in Seoul on Friday, Biegun flew …".
    let comma = std::cell::Cell::new(false);
    let opening = lexicon.opens_clause(row.id(0))
        || row.is_word(0) && row.lower(0).ends_with("ing") && row.lower(0).len() > 5;
    let mut cut = |from: usize, inherits: bool, subordinate: bool, attribution: bool| {
        latest.set(latest.get().max(from));
        starts.push(Clause {
            from,
            to: 0,
            inherits,
            subordinate,
            attribution,
        });
    };
    for at in 0..row.len() {
        let word = row.lower(at);
        match word {
            ";" | "—" => cut(at + 1, false, false, false),
            ":" if !list_of_people(row, at + 1) => cut(at + 1, false, false, false),
            "“" | "”" | "\"" if opens_anew(row, at) => cut(at + 1, false, false, false),
            "and" | "but" | "then" | "or"
                if !ends_a_subject(row, latest.get(), at)
                    && !is_of_company(row, latest.get(), at)
                    && {
                        let from = latest.get().max(told_before(row, triggers, lexicon, at));
                        resumes(row, triggers, at + 1, has_verb(row, triggers, from, at))
                    } =>
            {
                cut(at + 1, true, false, false);
            }
            "," if at > 0 && participle(row, triggers, at + 1) => cut(at + 1, true, true, false),
            "," if aside.get() && goes_on(row, triggers, at + 1) => {
                aside.set(false);
                cut(at + 1, true, false, false);
            }
            // "In their talks, which lasted two hours, Kim told Obuchi …".
            "," if aside.get()
                && matches!(row.what(at + 1), Some(What::People(_)))
                && resumes(row, triggers, at + 1, true) =>
            {
                aside.set(false);
                cut(at + 1, false, false, false);
            }
            "," if opening && !comma.get() && resumes(row, triggers, at + 1, true) => {
                comma.set(true);
                cut(at + 1, false, false, false);
            }
            "," => comma.set(true),
            _ if at > 0 && lexicon.opens_clause(row.id(at)) && opener(row, triggers, at) => {
                let relative = matches!(word, "who" | "which" | "where" | "whom" | "whose");
                aside.set(row.before(at) == "," || !relative && comma.get());
                described = (word == "who" && row.before(at) != ",").then_some(at);
                cut(at, relative || !has_subject(row, at + 1), true, false);
            }
            _ if described.is_some_and(|who| taken_up(row, triggers, who, at)) => {
                described = None;
                cut(at, true, false, false);
            }
            _ => {}
        }
    }
    // "…, the ministry said on Wednesday": from the comma; "He said on Wednesday | …".
    for trigger in triggers.iter().filter(|t| is_saying(row, t)) {
        let mut begin = trigger.from;
        let limit = trigger.from.saturating_sub(14);
        while begin > limit
            && row.lower(begin - 1) != ","
            && row.lower(begin - 1) != "”"
            && !triggers
                .iter()
                .any(|t| t.from + 1 == begin && t.from < trigger.from)
        {
            begin -= 1;
        }
        // "In December, the ministry said": what stands before tells nothing, so nothing trails.
        let quoted = (0..begin).any(|at| matches!(row.lower(at), "“" | "”" | "\""));
        let trailing = begin > 0
            && matches!(row.lower(begin - 1), "," | "”")
            && (quoted || has_verb(row, triggers, 0, begin));
        if trailing {
            cut(begin, false, false, true);
        }
        let end = after_saying(row, lexicon, trigger.to);
        if !has_object(row, triggers, lexicon, trigger, end) {
            cut(end, false, false, false);
        }
    }
    bounded(starts, row.len())
}

/// Clauses that begin where they begin, each up to the next; an attribution before another that
/// begins with it.
fn bounded(mut starts: Vec<Clause>, end: usize) -> Vec<Clause> {
    starts.sort_by_key(|clause| (clause.from, !clause.attribution));
    starts.dedup_by_key(|clause| clause.from);
    let mut next = end;
    for clause in starts.iter_mut().rev() {
        clause.to = std::mem::replace(&mut next, clause.from);
    }
    starts.retain(|clause| clause.from < clause.to);
    starts
}

/// Whether a verb stands between two items.
fn has_verb(row: &Row<'_>, triggers: &[Trigger], from: usize, to: usize) -> bool {
    triggers
        .iter()
        .any(|t| t.is_verb() && t.from >= from && t.from < to)
        || (from..to).any(|at| {
            row.is_word(at)
                && (matches!(
                    row.lower(at),
                    "is" | "are" | "was" | "were" | "will" | "has" | "have" | "had" | "would"
                ) || row.lower(at).ends_with("ed")
                    && row.lower(at).len() > 4
                    && !matches!(row.before(at), "a" | "an" | "the" | "newly"))
        })
}

/// Whether someone stands just behind a colon: a list, not a clause of its own.
fn list_of_people(row: &Row<'_>, at: usize) -> bool {
    (at..at + 4).any(|at| matches!(row.what(at), Some(What::People(_))))
        && !(at..at + 6).any(|at| matches!(row.lower(at), "will" | "is" | "was"))
}

/// Whether a quotation mark belongs to a few quoted words: ("2+2").
fn short_quote(row: &Row<'_>, at: usize) -> bool {
    let mark = |at: usize| matches!(row.lower(at), "“" | "”" | "\"");
    let near = |at: usize| (1..=7).any(|step| mark(at + step) || at >= step && mark(at - step));
    near(at)
}

/// Whether a quotation mark opens a clause: not that of a few quoted words, ("2+2"), and not where the
/// predicate has begun before it: 'will "hold a meeting with …"'.
fn opens_anew(row: &Row<'_>, at: usize) -> bool {
    let begun = matches!(
        row.before(at),
        "will" | "would" | "to" | "may" | "might" | "could" | "shall" | "should" | "cannot"
    );
    !begun && !short_quote(row, at)
}

/// Whether a new clause begins after "and": an auxiliary or a verb, or a subject and then one.
/// Without a verb before it, "and" joins two subjects.
fn resumes(row: &Row<'_>, triggers: &[Trigger], at: usize, after_verb: bool) -> bool {
    if !after_verb || is_of_a_pair(row, triggers, at.saturating_sub(1)) {
        return false;
    }
    let verb = |at: usize| {
        triggers.iter().any(|t| t.from == at && t.is_verb())
            || matches!(
                row.lower(at),
                "will"
                    | "would"
                    | "is"
                    | "was"
                    | "are"
                    | "were"
                    | "has"
                    | "had"
                    | "have"
                    | "may"
                    | "could"
                    | "discussed"
                    | "reaffirmed"
                    | "thanked"
                    | "emphasized"
                    | "underscored"
                    | "expressed"
                    | "stressed"
                    | "exchanged"
                    | "follows"
                    | "marks"
                    | "comes"
            )
            || row.is_word(at) && row.lower(at).ends_with("ed") && row.lower(at).len() > 5
    };
    if verb(at) {
        return true;
    }
    // "A and newly appointed Minister B": no verb of theirs.
    if row.lower(at) == "newly" {
        return false;
    }
    let mut next = at;
    let limit = at + 5;
    let mut subject = false;
    while next < limit {
        match row.what(next) {
            Some(What::People(_) | What::Country(..) | What::Place(..)) => subject = true,
            Some(What::Word) if matches!(row.lower(next), "he" | "she" | "they" | "it") => {
                subject = true;
            }
            Some(What::Word)
                if matches!(
                    row.lower(next),
                    "also"
                        | "then"
                        | "later"
                        | "both"
                        | "the"
                        | "'s"
                        | "leaders"
                        | "officials"
                        | "said"
                ) || row.lower(next).ends_with("ly") => {}
            // "and on January 10, it announced".
            Some(What::Time(_)) if matches!(row.before(next), "on" | "in") => {}
            Some(What::Word | What::Mark)
                if matches!(row.lower(next), "on" | "in" | ",")
                    && (matches!(row.what(next + 1), Some(What::Time(_)))
                        || matches!(row.what_before(next), Some(What::Time(_)))) => {}
            _ => break,
        }
        next += 1;
        if verb(next) {
            return subject || !matches!(row.what(at), Some(What::Country(..) | What::Place(..)));
        }
    }
    false
}

/// Whether a verb follows an aside: "A, who had spoken on Monday, agreed".
fn goes_on(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let verb = triggers.iter().any(|t| {
        t.from == at && matches!(t.form(), Some(Form::Past | Form::Third | Form::Participle))
    });
    verb || resumes_with_a_day(row, at)
        || matches!(
            row.lower(at),
            "will" | "is" | "was" | "are" | "were" | "has" | "had" | "have"
        )
}

/// Whether the verb at an index belongs to those whom a "who" without a comma describes: "officials who
/// met Kim on Monday | will fly to Tokyo". What follows a verb of saying is what they said.
fn taken_up(row: &Row<'_>, triggers: &[Trigger], who: usize, at: usize) -> bool {
    let theirs = triggers
        .iter()
        .find(|t| t.is_verb() && t.from > who && t.from < at);
    theirs.is_some_and(|verb| {
        verb.from <= who + 3
            && !matches!(verb.kind(), Some(Kind::Statement | Kind::Announcement))
            && at > verb.to
            && (matches!(
                row.lower(at),
                "will" | "would" | "is" | "are" | "was" | "were"
            ) || (triggers.iter())
                .any(|t| t.from == at && matches!(t.form(), Some(Form::Past | Form::Third))))
            && !(verb.to..at).any(|at| matches!(row.lower(at), "," | "and" | "that" | "who"))
    })
}

/// Whether a day between commas follows an aside: "Bolton, who is in Seoul, on the morning of July 24,
/// and agreed".
fn resumes_with_a_day(row: &Row<'_>, at: usize) -> bool {
    let time = (at..at + 5).find(|&at| matches!(row.what(at), Some(What::Time(_))));
    let small = |at: usize| {
        matches!(
            row.lower(at),
            "on" | "in" | "at" | "the" | "morning" | "evening" | "afternoon" | "of"
        )
    };
    time.is_some_and(|time| {
        time > at && (at..time).all(small) && matches!(row.lower(time + 1), "," | "and")
    })
}

/// Whether a participle begins after a comma: ", adding that", ", following a meeting".
fn participle(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    let word = row.lower(at);
    row.is_word(at)
        && (word.ends_with("ing")
            && word.len() > 5
            && !matches!(
                word,
                "including" | "during" | "morning" | "evening" | "meeting"
            )
            && !triggers.iter().any(|t| t.from == at && !t.is_verb()))
}

/// Whether an opener opens a clause where it stands.
fn opener(row: &Row<'_>, triggers: &[Trigger], at: usize) -> bool {
    match row.lower(at) {
        // "before the end of April", "after Monday": no clause.
        "since" | "until" | "before" | "after" => {
            let article = usize::from(row.lower(at + 1) == "the");
            !matches!(row.what(at + 1 + article), Some(What::Time(_)))
        }
        "as" => {
            matches!(row.what(at + 1), Some(What::People(_)))
                && !triggers.iter().any(|t| t.to == at)
                || row.lower(at + 1) == "the"
        }
        "including" => triggers.iter().any(|t| t.from > at && t.from < at + 6),
        "that" => !matches!(row.before(at), "of" | "in" | "on"),
        "than" => row.before(at) != "rather",
        // "A, once secretary of the party, arrived": what A was.
        "once" => has_subject(row, at + 1),
        _ => true,
    }
}

/// Whether a person, country or pronoun stands at an index or just after an article.
fn has_subject(row: &Row<'_>, at: usize) -> bool {
    (at..at + 3).any(|at| {
        matches!(
            row.what(at),
            Some(What::People(_) | What::Country(..) | What::Place(..))
        ) || matches!(row.lower(at), "he" | "she" | "they" | "it")
    })
}
