//! The mood in which a sentence tells a happening: of its verb, or of the words before its noun.

use super::days::{Dated, SAME_CLAUSE};
use super::scene::Scene;
use super::{Line, Reader, aside};
use crate::compile::happenings::Happening;
use crate::compile::lexicon::Form;
use crate::compile::mood::{self, Mood};
use crate::compile::triggers::Trigger;

impl Reader<'_> {
    /// The mood of a happening; a bare infinitive takes that of the verb before it.
    pub(super) fn mood(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        heading: bool,
        last: Mood,
        scene: &Scene,
    ) -> (Mood, bool) {
        if aside::is_recalled(line, happening) {
            return (Mood::No, false);
        }
        let Some(verb) = happening.verb else {
            return (Self::noun_mood(line, happening), false);
        };
        if happening.off {
            return (Mood::Cancelled, false);
        }
        let clause = &line.clauses[happening.clause];
        let mood = mood::of_verb(
            &line.row,
            clause,
            &line.triggers[verb],
            self.lexicon,
            heading,
        );
        // "He made the comment before meeting Kim": as past as what stands before it.
        let past = |t: &Trigger| t.form() == Some(Form::Past) && t.to <= clause.from;
        let told = matches!(line.row.lower(clause.from), "before" | "after")
            && line.triggers.iter().any(past)
            || line.row.lower(clause.from) == "since";
        let mood = match mood {
            Mood::Open if told && line.triggers[verb].form() == Some(Form::Ing) => Mood::Past,
            Mood::Open => match last {
                // "will split up to visit": what a plan is for is planned.
                Mood::Open
                    if line
                        .row
                        .has(clause.from, line.triggers[verb].from, &["will"]) =>
                {
                    Mood::Planned
                }
                Mood::Open => scene.mood().unwrap_or(Mood::Open),
                other => other,
            },
            other => return (other, false),
        };
        (mood, true)
    }

    /// "announced during his visit", "launched at the summit": a noun that says when something was
    /// done is as past as what was done, whatever the sentence plans.
    fn is_when(line: &Line<'_>, noun: usize) -> bool {
        let row = &line.row;
        let done = |at: usize| {
            let word = row.lower(at);
            row.is_word(at) && word.len() > 4 && word.ends_with("ed")
                || matches!(word, "made" | "held" | "begun" | "met")
        };
        (noun.saturating_sub(7)..noun).any(|at| {
            matches!(row.lower(at), "during" | "at" | "after" | "following")
                && at > 0
                && done(at - 1)
        })
    }

    /// The mood of a noun without a verb: what the words right before it say.
    fn noun_mood(line: &Line<'_>, happening: &Happening) -> Mood {
        let Some(&noun) = happening.nouns.first() else {
            return Mood::Open;
        };
        let from = line.triggers[noun].from;
        let near = from.saturating_sub(5)..from;
        let has = |marks: &[&str]| near.clone().any(|at| marks.contains(&line.row.lower(at)));
        // "during his last meeting with Lee": one that is only looked back to, unless a day tells which.
        let recalled = matches!(line.row.before(from), "last" | "previous" | "earlier")
            && matches!(
                line.row.lower(from.saturating_sub(2)),
                "his" | "her" | "their" | "'s"
            );
        // "a freeze in exchange for talks".
        let price = near.clone().any(|at| {
            matches!(line.row.lower(at), "exchange" | "return") && line.row.lower(at + 1) == "for"
        });
        let open = has(&["possibility", "prospect", "future", "every"]);
        if recalled || price || open || has(&["no", "without", "any", "such"]) {
            Mood::No
        } else if has(&["cancelled", "canceled", "postponed", "scrapped"]) {
            Mood::Cancelled
        } else if Self::is_when(line, from) {
            Mood::Past
        } else if has(&["possible", "potential", "proposed", "likely"]) {
            Mood::Possible
        } else if has(&[
            "upcoming",
            "plans",
            "planned",
            "scheduled",
            "next",
            "forthcoming",
            "coming",
        ]) {
            Mood::Planned
        } else {
            Mood::Open
        }
    }

    /// The mood of a happening, which is background if it lies back "a few months ago": then no day of
    /// another clause is its own.
    pub(super) fn long_past(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        mood: Mood,
        dated: &mut Vec<Dated>,
    ) -> Mood {
        let Some(past) = aside::long_past(line, self.page, happening) else {
            return mood;
        };
        dated.retain(|dated| dated.how == SAME_CLAUSE);
        let ago = self.page.timexes[past].span.of(line.text).ends_with("ago");
        if ago && dated.is_empty() && mood == Mood::Past {
            Mood::Perfect
        } else {
            mood
        }
    }
}
