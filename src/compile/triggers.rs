//! Which words of a sentence can tell events, as verbs or as nouns.

mod nominal;
mod several;

use super::items::{Row, What};
use super::lexicon::{Act, Form, Lexicon, Need, Sense};
use crate::record::Kind;
pub(super) use nominal::owned;
use nominal::{bare_test, determined, in_a_name, mostly_noun, nominal, of_arms};
pub(super) use several::finite;
use several::{lasts_for, plural_verb};

/// A word or phrase that can tell an event, by item numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trigger {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) sense: Sense,
    /// Other events that the same verb may tell, when its first need is not met.
    pub(super) others: Vec<Sense>,
}

impl Trigger {
    /// The kind it tells, if it tells one by itself.
    pub(super) fn kind(&self) -> Option<Kind> {
        match self.sense {
            Sense::Verb(Act::Tell(kind), ..) | Sense::Noun(kind, _) => Some(kind),
            Sense::Verb(..) => None,
        }
    }

    pub(super) fn is_verb(&self) -> bool {
        matches!(self.sense, Sense::Verb(..))
    }

    pub(super) fn form(&self) -> Option<Form> {
        match self.sense {
            Sense::Verb(_, form, _) => Some(form),
            Sense::Noun(..) => None,
        }
    }
}

/// Whether a verb stands in the passive.
pub(super) fn passive(row: &Row<'_>, trigger: &Trigger) -> bool {
    let past = matches!(trigger.form(), Some(Form::Past | Form::Participle));
    let be = (trigger.from.saturating_sub(3)..trigger.from).any(|at| {
        matches!(
            row.lower(at),
            "be" | "been" | "was" | "were" | "is" | "are" | "being" | "," | "has" | "have" | "had"
        )
    });
    past && (be
        || row.lower(trigger.to) == "by"
        || matches!(row.what(trigger.to), Some(What::Time(_)))
        || matches!(
            row.lower(trigger.to),
            "on" | "in" | "at" | "between" | "among"
        ))
}

/// The triggers of a row, in order, disjoint.
pub(super) fn triggers(row: &Row<'_>, lexicon: &Lexicon) -> Vec<Trigger> {
    let mut found = Vec::with_capacity(8);
    let is_sentence = row.lower(row.len().saturating_sub(1)) == ".";
    let mut at = 0;
    while at < row.len() {
        // "a ministerial meeting", "a dialogue meeting": one noun.
        if let Some(last) = found.last_mut().filter(|last: &&mut Trigger| last.to == at)
            && let Sense::Noun(kind @ (Kind::Talks | Kind::Conference | Kind::TwoPlusTwo), _) =
                last.sense
            && matches!(row.lower(at), "meeting" | "meetings")
        {
            let own = if kind == Kind::TwoPlusTwo {
                kind
            } else {
                Kind::Meeting
            };
            last.sense = Sense::Noun(own, row.lower(at) == "meetings");
            at += 1;
            last.to = at;
            continue;
        }
        let named = is_sentence && row.is_strange(at);
        // "a joint meeting with" is no verb: then "meeting" alone.
        let picked = row.phrases(lexicon, at).find_map(|(len, senses)| {
            if lasts_for(row, at + len) {
                return None;
            }
            // "Human Rights Issues": a verb has no capital within a sentence.
            let picked = pick(row, lexicon, at, at + len, senses);
            let told = picked.filter(|(sense, _)| !named || matches!(sense, Sense::Noun(..)));
            told.map(|(sense, others)| (len, sense, others))
        });
        match picked {
            Some((len, sense, others)) => {
                found.push(Trigger {
                    from: at,
                    to: at + len,
                    sense,
                    others,
                });
                at += len;
            }
            None => at += 1,
        }
    }
    found
}

/// Which of its senses a phrase has where it stands; `None` if none.
fn pick(
    row: &Row<'_>,
    lexicon: &Lexicon,
    from: usize,
    to: usize,
    senses: &[Sense],
) -> Option<(Sense, Vec<Sense>)> {
    let noun = senses
        .iter()
        .copied()
        .find(|s| matches!(s, Sense::Noun(..)));
    let mut verbs = senses
        .iter()
        .copied()
        .filter(|s| matches!(s, Sense::Verb(..)));
    let first = verbs.next();
    let form = match first {
        Some(Sense::Verb(_, form, _)) => Some(form),
        _ => None,
    };
    // "newly appointed Minister A".
    let described =
        row.before(from) == "newly" && matches!(form, Some(Form::Past | Form::Participle));
    // "A, left, and B": where they stand in a picture.
    let beside = matches!(row.before(from), "," | "(")
        && row.lower(from) == "left"
        && matches!(row.lower(to), "," | ")");
    if beside || described || in_a_name(row, from, to, form) {
        return None;
    }
    let as_noun = match (noun, form) {
        (Some(_), None) => true,
        (None, Some(Form::Base | Form::Third)) => nominal(row, from) || mostly_noun(row, from),
        (None, Some(Form::Ing)) => nominal(row, from) && row.before(from) != "of",
        // "the said property".
        (None, Some(Form::Past)) if row.lower(from) == "said" => {
            nominal(row, from) && row.is_word(to)
        }
        (None, Some(form)) => form == Form::Participle && determined(row, from),
        (Some(_), Some(Form::Past | Form::Participle)) => determined(row, from),
        (Some(_), Some(Form::Base)) => !after_verbal(row, from) && !plural_verb(row, from, to),
        (Some(_), Some(Form::Third)) => !third(row, from, to),
        (Some(_), Some(Form::Ing)) => !progressive(row, from),
        (None, None) => return None,
    };
    if as_noun {
        let noun =
            noun.filter(|noun| !bare_test(*noun, to - from) || of_arms(row, lexicon, from, to));
        // "a call on the minister" is no call by telephone.
        let person = |at: usize| matches!(row.what(at), Some(What::People(_)));
        let called_on = row.lower(to) == "on" && (to + 1..to + 4).any(person);
        let noun = noun.map(|sense| match sense {
            Sense::Noun(Kind::Call, several) if called_on => Sense::Noun(Kind::Meeting, several),
            sense => sense,
        });
        return noun.map(|sense| (sense, Vec::new()));
    }
    first.map(|sense| (sense, verbs.collect()))
}

/// Whether "to", a modal or an adverb after one stands before: "will visit", "to also meet".
fn after_verbal(row: &Row<'_>, at: usize) -> bool {
    let before = row.before(at);
    let modal = |word: &str| {
        matches!(
            word,
            "to" | "will"
                | "'ll"
                | "would"
                | "may"
                | "might"
                | "could"
                | "can"
                | "shall"
                | "should"
                | "must"
                | "not"
                | "n't"
                | "did"
                | "does"
                | "do"
                | "cannot"
                | "won't"
                | "didn't"
        )
    };
    if modal(before) {
        // "during a trip to visit": still a verb; "to talks" has no base form before it.
        return true;
    }
    let adverb = before.ends_with("ly")
        || matches!(
            before,
            "also" | "then" | "soon" | "again" | "later" | "first" | "jointly" | "and"
        );
    adverb && (0..4).any(|back| at >= 2 + back && modal(row.lower(at - 2 - back)))
}

/// Whether a word like "visits" or "calls" is a verb: someone stands right before it.
fn third(row: &Row<'_>, from: usize, to: usize) -> bool {
    let object = || {
        matches!(
            row.what(to),
            Some(What::People(_) | What::Place(..) | What::Country(..))
        ) || matches!(row.lower(to), "to" | "with")
            && matches!(row.lower(to + 1), "reporters" | "journalists" | "media")
    };
    let subject = match row.what_before(from) {
        Some(What::People(_)) => true,
        // "Perry, the policy coordinator, visits Pyongyang".
        Some(What::Mark) => row.before(from) == "," && object(),
        Some(
            What::Place(_, Some(_))
            | What::Country(
                _,
                crate::gazetteer::CountryForm::Name | crate::gazetteer::CountryForm::Metonym,
            ),
        ) => {
            // "Japan visits" is a noun more often than not; an object makes it a verb.
            object()
                || matches!(
                    row.lower(to),
                    "a" | "an"
                        | "two"
                        | "three"
                        | "new"
                        | "on"
                        | "missile"
                        | "missiles"
                        | "ballistic"
                )
        }
        _ => false,
    };
    subject || matches!(row.before(from), "he" | "she" | "also" | "who")
}

/// Whether a form of "be" stands before: "is visiting", "will be meeting".
fn progressive(row: &Row<'_>, at: usize) -> bool {
    matches!(
        row.before(at),
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "am"
            | "while"
            | "by"
            | "and"
            | "to"
            | ","
            | "before"
            | "after"
            | "without"
            | "forward"
    ) && !(row.before(at) == "to" && row.lower(at.saturating_sub(2)) != "forward")
        && !(matches!(row.before(at), "," | "and" | "after" | "before" | "by")
            && !matches!(row.lower(at + 1), "with")
            && !matches!(row.what(at + 1), Some(What::People(_))))
}

/// Whether a need can be met at all by a sense.
pub(super) fn need(sense: Sense) -> Option<Need> {
    match sense {
        Sense::Verb(_, _, need) => Some(need),
        Sense::Noun(..) => None,
    }
}
