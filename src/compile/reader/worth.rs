//! Whether a happening is told at all: somebody takes part, a day is given where one is needed, and it
//! is more than who says so.

use super::back::leads_back;
use super::bounds::scene_of_clause;
use super::cast::Cast;
use super::days::Dated;
use super::speaks::{opens_with_a_day, state_speaks, told_by_the_press};
use super::when::told_by_heading;
use super::{Line, Reader, Telling};
use crate::compile::clauses::is_saying;
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::compile::lexicon::{Form, Mark};
use crate::compile::mood::Mood;
use crate::record::Kind;

/// So many words of a name may stand between "the sidelines of" and "meeting".
const MARGIN: usize = 10;

impl Reader<'_> {
    /// Whether a happening is told at all: somebody takes part, and a day is given where one is
    /// needed.
    pub(super) fn tells(&self, telling: &Telling<'_>, cast: &Cast, dated: Option<&Dated>) -> bool {
        let happening = telling.happening;
        let headline = telling.heading && told_by_heading(happening.kind);
        let base = |at: usize| telling.line.triggers[at].form() == Some(Form::Base);
        let journey = happening.kind == Kind::Visit && dated.is_none();
        // "went out to meet the envoy": on which day, and who, nobody tells.
        let unnamed = cast.people.len() < 2 && cast.group.is_none();
        let row = &telling.line.row;
        let headline_of = |at: usize| {
            let to = telling.line.triggers[at].from.saturating_sub(1);
            matches!(row.what_before(to), Some(What::People(_)))
        };
        let alone = Self::gathers(happening.kind)
            && dated.is_none()
            && unnamed
            && !happening.verb.is_some_and(headline_of);
        let infinitive = telling.bare
            && (happening.own_date || journey || alone)
            && happening.verb.is_some_and(base)
            && !telling.heading;
        // "they called off the meeting": which one was told before.
        let known = happening.off && leads_back(telling.line, happening, true, false);
        let nobody = cast.people.is_empty() && cast.countries.is_empty() && cast.places.is_empty();
        let nobody = nobody && !known;
        // "on the margins of a meeting in Spain": nobody's meeting.
        let faceless = happening.verb.is_none()
            && matches!(happening.kind, Kind::Meeting | Kind::Talks | Kind::Call)
            && cast.people.is_empty()
            && cast.countries.len() < 2
            && (cast.places.is_empty()
                || !dated.is_some_and(|dated| dated.own)
                || Self::is_margin(telling));
        let nameless = happening.kind == Kind::Statement
            && cast.people.is_empty()
            && (!cast.speaker || happening.verb.is_none())
            && !Self::issues(telling.line, happening, cast)
            && !state_speaks(telling.line, happening)
            && !self.said_long_ago(telling, dated)
            && !Self::is_named_paper(telling.line, happening);
        // "will end his journey in Normandy": on another day than the sentence tells.
        let ends = happening.kind == Kind::Visit
            && !dated.is_some_and(|dated| dated.own)
            && happening.verb.is_some_and(|at| {
                let verb = telling.line.row.lower(telling.line.triggers[at].from);
                ["end", "conclude", "wrap", "wind"]
                    .iter()
                    .any(|stem| verb.starts_with(stem))
            });
        // "At a September 17 briefing A said": A's statement, told by its verb.
        let briefing = happening.kind == Kind::Statement
            && happening.verb.is_none()
            && Self::spoke(telling.line)
            && happening.nouns.first().is_some_and(|&noun| {
                let noun = &telling.line.triggers[noun];
                let heard = matches!(row.lower(noun.to - 1), "briefing" | "conference");
                let near = noun.from.saturating_sub(4)..noun.from;
                heard
                    && near
                        .into_iter()
                        .any(|at| matches!(row.lower(at), "at" | "in" | "during"))
            });
        // "Before leaving on Saturday": who left is not told.
        let leaves = happening.kind == Kind::Other
            && cast.people.is_empty()
            && happening
                .verb
                .is_some_and(|at| row.lower(telling.line.triggers[at].from) == "leaving");
        let dated = dated.is_some();
        let scene = (Self::is_scene(telling) || Self::is_beside(telling)) && cast.people.len() > 1;
        (!happening.own_date || dated || headline || scene)
            && !infinitive
            && !nobody
            && !nameless
            && !ends
            && !leaves
            && !briefing
            && !faceless
    }

    /// Whether a noun only says beside what something else was: "on the margins of the … meeting in Lima".
    fn is_margin(telling: &Telling<'_>) -> bool {
        let row = &telling.line.row;
        telling.happening.nouns.first().is_some_and(|&noun| {
            let first = telling.line.triggers[noun].from;
            (first.saturating_sub(MARGIN)..first).any(|at| {
                matches!(row.lower(at), "margins" | "sidelines") && row.lower(at + 1) == "of"
            })
        })
    }

    /// Whether states issue a paper together: "the two sides issued a joint statement".
    fn issues(line: &Line<'_>, happening: &Happening, cast: &Cast) -> bool {
        let verb = happening.verb.map(|at| &line.triggers[at]);
        let paper = |from: usize| (from..from + 4).any(|at| line.row.lower(at) == "joint");
        cast.countries.len() > 1 && verb.is_some_and(|verb| paper(verb.to))
    }

    /// Whether a pronoun is its subject: "tomorrow we will travel", "who arrived", "he'll go".
    pub(super) fn has_pronoun(line: &Line<'_>, happening: &Happening) -> bool {
        let from = line.clauses[happening.clause].from;
        let verb = happening.verb.map_or(from, |at| line.triggers[at].from);
        (from..verb.max(from + 1)).any(|at| {
            let word = line.row.lower(at).split(['\'', '’']).next();
            word.is_some_and(|word| matches!(word, "who" | "he" | "she" | "they" | "we" | "i"))
        })
    }

    /// Whether somebody without a name does it: "another special envoy will depart for China".
    pub(super) fn has_envoy(&self, line: &Line<'_>, happening: &Happening) -> bool {
        let human =
            |from: usize, to: usize| (from..to).any(|at| self.lexicon.is_human(line.row.id(at)));
        // "The envoy who met Kim will depart for China": who goes stands before the first aside.
        let own = &line.clauses[happening.clause];
        let goes_on = own.inherits && !own.subordinate;
        let aside = |at: &usize| matches!(line.row.lower(*at), "," | "who");
        let verb = happening.verb.map_or(own.from, |at| line.triggers[at].from);
        human(own.from, verb) || goes_on && human(0, (0..own.from).find(aside).unwrap_or(own.from))
    }

    /// Whether people come together for such a happening.
    fn gathers(kind: Kind) -> bool {
        matches!(
            kind,
            Kind::Meeting | Kind::Talks | Kind::Call | Kind::Summit
        )
    }

    /// Whether a noun is where the clause happens: "In their talks A told B …".
    pub(super) fn is_scene(telling: &Telling<'_>) -> bool {
        let noun = telling.happening.nouns.first();
        telling.happening.verb.is_none()
            && Self::gathers(telling.happening.kind)
            && noun.is_some_and(|&at| scene_of_clause(telling.line, telling.line.triggers[at].from))
    }

    /// Whether somebody spoke after it: "told reporters after his meeting with A".
    pub(super) fn is_beside(telling: &Telling<'_>) -> bool {
        let (line, happening) = (telling.line, telling.happening);
        let Some(&noun) = happening.nouns.first() else {
            return false;
        };
        let from = line.triggers[noun].from;
        let after = (from.saturating_sub(4)..from)
            .any(|at| matches!(line.row.lower(at), "after" | "following"));
        happening.verb.is_none() && Self::gathers(happening.kind) && after && Self::spoke(line)
    }

    /// Whether a sentence tells that somebody said something.
    pub(super) fn spoke(line: &Line<'_>) -> bool {
        line.triggers.iter().any(|trigger| {
            trigger.form() == Some(Form::Past)
                && matches!(trigger.kind(), Some(Kind::Statement | Kind::Announcement))
        })
    }

    /// Whether an event without a date is worth a place in the lane of the undated.
    pub(super) fn worth_undated(&self, telling: &Telling<'_>, cast: &Cast) -> bool {
        // "During a phone call, A and B agreed".
        let clause = &telling.line.clauses[telling.happening.clause];
        let mut marks = (telling.line.row).marks(self.lexicon, clause.from, clause.to);
        let scene = Self::is_scene(telling)
            && cast.people.len() > 1
            && !marks.any(|(_, _, mark)| matches!(mark, Mark::Planned | Mark::Possible));
        let told = telling.happening.verb.is_some() || telling.heading || scene;
        let official = |&at: &usize| self.people.entities[at].official.is_some();
        told && cast.people.iter().any(official)
            && told_by_heading(telling.happening.kind)
            && telling.mood != Mood::Possible
            && !self.is_someday(telling)
    }

    /// "…, the ministry said on Friday": nobody in particular, and only who says so. It counts where
    /// another sentence tells who spoke.
    pub(super) fn is_hearsay(line: &Line<'_>, happening: &Happening) -> bool {
        let says = |at: usize| is_saying(&line.row, &line.triggers[at]);
        happening.kind == Kind::Statement
            && happening.verb.is_some_and(says)
            && (told_by_the_press(line, happening)
                || !state_speaks(line, happening) && !opens_with_a_day(line))
    }
}
