//! Which verbs and nouns of a sentence tell which happenings.

use smallvec::{SmallVec, smallvec};

mod light;
mod nouns;
pub(super) mod parted;

use super::clauses::Clause;
use super::items::{Row, What};
use super::lexicon::{Act, Form, Lexicon, Need, Sense};
use super::needs::meets;
use super::triggers::{Trigger, need};
use crate::record::Kind;
use light::{antecedent, light};
use nouns::{carrier, is_listening, is_only_called, is_only_named, is_parliament};
use parted::{calls_off, leaves_for, leaves_to_visit, meets_to_talk, shakes_hands_at};

/// A happening in a sentence: a verb, a noun, or a verb that carries a noun.
#[derive(Debug, Clone)]
pub(super) struct Happening {
    pub(super) kind: Kind,
    /// The verb, by trigger number.
    pub(super) verb: Option<usize>,
    /// The nouns, by trigger number: "the 2+2 meeting" has two.
    pub(super) nouns: Chain,
    /// Its clause, by number.
    pub(super) clause: usize,
    /// Whether the verb calls it off.
    pub(super) off: bool,
    /// Whether the verb only wishes for it.
    pub(super) wished: bool,
    /// What must hold beyond the words: a date of its own.
    pub(super) own_date: bool,
}

impl Happening {
    /// The verb, or else the first noun, by trigger number.
    pub(super) fn anchor(&self) -> usize {
        let noun = || self.nouns.first().copied();
        self.verb.or_else(noun).unwrap_or(0)
    }

    /// The meeting at which somebody said something to somebody.
    pub(super) fn met(said: &Self) -> Self {
        Self {
            kind: Kind::Meeting,
            own_date: false,
            ..said.clone()
        }
    }
}

/// The nouns that name one happening; mostly one.
type Chain = SmallVec<[usize; 2]>;

/// The happenings of a row, by their first trigger.
pub(super) fn happenings(
    row: &Row<'_>,
    triggers: &[Trigger],
    clauses: &[Clause],
    lexicon: &Lexicon,
) -> Vec<Happening> {
    let mut found = Vec::with_capacity(triggers.len());
    let mut consumed = vec![false; triggers.len()];
    for at in 0..triggers.len() {
        let trigger = &triggers[at];
        if !trigger.is_verb()
            || leaves_to_visit(row, triggers, at)
            || meets_to_talk(row, triggers, at)
            || shakes_hands_at(row, triggers, at)
        {
            continue;
        }
        let clause = clause_of(clauses, trigger.from);
        let mut senses: SmallVec<[Sense; 4]> = smallvec![trigger.sense];
        senses.extend(trigger.others.iter().copied());
        if leaves_for(row, trigger) {
            let Sense::Verb(_, form, _) = trigger.sense else {
                continue;
            };
            senses.insert(0, Sense::Verb(Act::Tell(Kind::Visit), form, Need::Place));
        }
        // "open talks" before "open".
        senses.sort_by_key(|sense| match sense {
            // "reached a deal in Beijing" goes nowhere.
            Sense::Verb(_, _, Need::Paper | Need::Arms | Need::Penalty) => 0,
            Sense::Verb(Act::Tell(Kind::Other), ..) => 2,
            _ => 1,
        });
        for sense in senses {
            let Some(mut happening) = verb(row, triggers, clauses, lexicon, at, sense, &consumed)
            else {
                continue;
            };
            happening.clause = clause;
            for noun in &happening.nouns {
                consumed[*noun] = true;
            }
            found.push(happening);
            break;
        }
    }
    for at in 0..triggers.len() {
        if consumed[at]
            || triggers[at].is_verb()
            || is_parliament(row, &triggers[at])
            || is_listening(row, &triggers[at])
            || is_only_called(row, &triggers[at])
            || is_only_named(row, &triggers[at])
        {
            continue;
        }
        let nouns = chain(row, triggers, at);
        for noun in &nouns {
            consumed[*noun] = true;
        }
        let carrier = carrier(row, triggers, clauses, at);
        found.push(Happening {
            kind: best(triggers, &nouns),
            verb: carrier,
            nouns,
            clause: clause_of(clauses, triggers[at].from),
            off: false,
            wished: false,
            own_date: carrier.is_none(),
        });
    }
    found.sort_by_key(|h| {
        h.verb
            .unwrap_or(usize::MAX)
            .min(h.nouns.first().copied().unwrap_or(usize::MAX))
    });
    found
}

/// The number of the clause that an item stands in.
pub(super) fn clause_of(clauses: &[Clause], item: usize) -> usize {
    clauses
        .partition_point(|clause| clause.from <= item)
        .saturating_sub(1)
}

/// What a verb tells in one of its senses.
fn verb(
    row: &Row<'_>,
    triggers: &[Trigger],
    clauses: &[Clause],
    lexicon: &Lexicon,
    at: usize,
    sense: Sense,
    consumed: &[bool],
) -> Option<Happening> {
    let trigger = &triggers[at];
    let clause = clauses[clause_of(clauses, trigger.from)];
    let Sense::Verb(act, _, _) = sense else {
        return None;
    };
    let end = region_end(row, triggers, &clause, at);
    let act = if calls_off(row, triggers, at) {
        Act::Cancel
    } else {
        act
    };
    match act {
        Act::Light | Act::Cancel => light(
            row,
            triggers,
            clauses,
            at,
            act == Act::Cancel,
            end,
            consumed,
        )
        .map(|happening| Happening {
            wished: lexicon.is_wish(row.id(trigger.from)),
            ..happening
        }),
        Act::Idle => None,
        Act::Tell(kind) => {
            let met = meets(row, triggers, &clause, lexicon, at, sense, end);
            met.then(|| {
                let object = object_of(row, triggers, &clause, at, kind, end);
                let nouns = object.map_or_else(Chain::new, |noun| chain(row, triggers, noun));
                Happening {
                    kind: if nouns.is_empty() {
                        kind
                    } else {
                        best(triggers, &nouns)
                    },
                    verb: Some(at),
                    nouns,
                    clause: 0,
                    off: false,
                    wished: false,
                    own_date: matches!(
                        need(sense),
                        Some(Need::OwnDate | Need::PlaceAndDate | Need::Office)
                    ),
                }
            })
        }
    }
}

/// The words that lead up to a noun's phrase.
const PREPOSITIONS: [&str; 14] = [
    "at", "in", "for", "to", "on", "of", "with", "from", "by", "about", "since", "after", "before",
    "over",
];

/// The noun that a telling verb is about: "sign an agreement", "meet at the summit", "the pact that
/// they signed".
fn object_of(
    row: &Row<'_>,
    triggers: &[Trigger],
    clause: &Clause,
    verb: usize,
    kind: Kind,
    end: usize,
) -> Option<usize> {
    let trigger = &triggers[verb];
    let nouns = || {
        (verb + 1..triggers.len()).filter(|&next| {
            let other = &triggers[next];
            !other.is_verb() && other.from < end
        })
    };
    let signs = |kind| kind == Kind::Agreement;
    let same = || nouns().find(|&next| signs(kind) && triggers[next].kind().is_some_and(signs));
    let held_at = || {
        nouns().find(|&next| {
            let other = &triggers[next];
            let between =
                |words: &[&str]| (trigger.to..other.from).any(|at| words.contains(&row.lower(at)));
            // The preposition of the noun's own phrase: not that of "in Seoul to mark the summit".
            let near = (trigger.to..other.from)
                .rev()
                .map(|at| row.lower(at))
                .find(|word| PREPOSITIONS.contains(word));
            kind == Kind::Meeting
                && matches!(other.kind(), Some(Kind::Summit | Kind::TwoPlusTwo))
                && near.is_some_and(|word| matches!(word, "at" | "in" | "for"))
                && !between(&["margins", "sidelines", "during", "ahead", "before"])
        })
    };
    let signed = || {
        antecedent(row, triggers, clause, verb).filter(|&noun| triggers[noun].kind() == Some(kind))
    };
    same().or_else(held_at).or_else(signed)
}

/// Where what belongs to a trigger ends: at the next verb, or with the clause.
pub(super) fn region_end(row: &Row<'_>, triggers: &[Trigger], clause: &Clause, at: usize) -> usize {
    let next = triggers.iter().skip(at + 1).find(|t| {
        t.is_verb() && t.from < clause.to && t.form() != Some(Form::Participle) && !is_by(row, t)
    });
    next.map_or(clause.to, |t| t.from)
}

/// Whether a verb is one of those that go on with the same noun: "hosted by".
fn is_by(row: &Row<'_>, trigger: &Trigger) -> bool {
    let passive = matches!(row.lower(trigger.to), "by" | "in" | "on" | "at");
    passive
        && matches!(
            trigger.sense,
            Sense::Verb(Act::Light, Form::Past | Form::Participle, _)
        )
}

/// The nouns that name one happening from `first` on: "Security Consultative Committee ("2+2") meeting".
fn chain(row: &Row<'_>, triggers: &[Trigger], first: usize) -> Chain {
    let mut nouns: Chain = smallvec![first];
    let mut last = first;
    for next in first + 1..triggers.len() {
        let (gap_from, gap_to) = (triggers[last].to, triggers[next].from);
        let round = row.lower(gap_from - 1) == "round";
        let close = !triggers[next].is_verb()
            && gap_to - gap_from <= 4
            && (gap_from..gap_to).all(|at| {
                matches!(row.what(at), Some(What::Mark)) && !matches!(row.lower(at), "," | ";")
                    || row.is_word(at)
                        && matches!(
                            row.lower(at),
                            "ministers"
                                | "ministerial"
                                | "leaders"
                                | "special"
                                | "dialogue"
                                | "annual"
                                | "level"
                        )
                    || round && matches!(row.lower(at), "of" | "the" | "plenary")
            });
        if !close {
            break;
        }
        nouns.push(next);
        last = next;
    }
    nouns
}

/// The kind that names a happening best.
fn best(triggers: &[Trigger], nouns: &[usize]) -> Kind {
    let rank = |kind: &Kind| match kind {
        Kind::TwoPlusTwo => 0,
        Kind::Conference => 1,
        Kind::Summit => 2,
        Kind::Test => 3,
        Kind::Exercise => 4,
        Kind::Call => 5,
        Kind::Statement => 6,
        Kind::Talks => 7,
        Kind::Visit => 8,
        Kind::Meeting => 9,
        Kind::Agreement => 10,
        Kind::Announcement | Kind::Other => 11,
    };
    nouns
        .iter()
        .filter_map(|&at| triggers[at].kind())
        .min_by_key(rank)
        .unwrap_or(Kind::Other)
}
