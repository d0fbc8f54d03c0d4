//! Reads the sentences of a document into drafts.

mod agree;
mod another_time;
mod aside;
mod back;
mod bounds;
mod bystander;
mod capitals;
mod cast;
mod counted;
mod days;
mod destinations;
mod drafting;
mod elsewhere;
mod implied;
mod incumbents;
mod legs;
mod moods;
mod nearby;
mod noun_days;
mod noun_subject;
mod ordinals;
mod papers;
mod photograph;
mod presence;
mod scene;
mod sequence;
mod speaks;
mod stands_for;
mod stay;
mod topic;
mod venue;
mod when;
mod whose;
mod worth;

use std::cell::OnceCell;

use super::clauses::{self, Clause};
use super::draft::Draft;
use super::happenings::{Happening, happenings};
use super::items::{Row, What};
use super::lexicon::{Form, Lexicon};
use super::mood::Mood;
use super::page::{Page, Sentence};
use super::people::People;
use super::triggers::{Trigger, finite, triggers};
use crate::document::BlockKind;
use crate::gazetteer::Gazetteer;
use crate::record::Kind;
use crate::text::Span;
use crate::time::DateRange;
use days::Days;
pub(super) use incumbents::Incumbents;
use scene::Scene;

/// So many sentences are taken apart before what they tell is drafted: each of the two has about as much
/// code as the nearest cache of a processor holds, and takes turns with the other only so often.
const AT_ONCE: usize = 32;

/// What reading needs.
pub(super) struct Reader<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) people: &'a People,
    pub(super) lexicon: &'a Lexicon,
    pub(super) gazetteer: Gazetteer,
    pub(super) dct: Option<DateRange>,
    /// Filled when it is first asked for.
    pub(super) incumbents: OnceCell<Incumbents>,
}

/// A sentence with all that was found in it.
struct Line<'r> {
    text: &'r str,
    row: Row<'r>,
    triggers: Vec<Trigger>,
    clauses: Vec<Clause>,
    happenings: Vec<Happening>,
}

impl Line<'_> {
    /// Whether it asks whether something is so: "Is there any plan to …?"
    fn is_question(&self) -> bool {
        let words = self.row.sentence.span.of(self.text).trim_end();
        let colon = (0..self.row.len().min(4)).find(|&at| self.row.lower(at) == ":");
        let first = self.row.lower(colon.map_or(0, |at| at + 1));
        // As they are printed of a parliament: "What discussions he has had …", "To ask the Secretary …".
        let printed = words.ends_with('.')
            && (first == "what" && self.row.has(0, self.row.len(), &["has", "had"])
                || first == "to" && self.row.lower(1) == "ask");
        printed
            || words.ends_with('?')
                && matches!(
                    first,
                    "is" | "are"
                        | "was"
                        | "were"
                        | "do"
                        | "does"
                        | "did"
                        | "will"
                        | "would"
                        | "can"
                        | "could"
                        | "has"
                        | "have"
                        | "should"
                        | "may"
                        | "might"
                        | "any"
                        | "if"
                )
    }
}

/// A happening as its sentence tells it.
#[derive(Clone, Copy)]
struct Telling<'t> {
    line: &'t Line<'t>,
    happening: &'t Happening,
    mood: Mood,
    heading: bool,
    /// Whether its verb tells no mood of its own: "to meet".
    bare: bool,
    /// Whether it is told in the present: "leaves on Friday".
    present: bool,
}

impl Reader<'_> {
    /// The drafts of the document, in the order of the text.
    pub(super) fn read(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut scene = Scene::of(self.page);
        for sentences in self.page.sentences.chunks(AT_ONCE) {
            let lines: Vec<Option<Line<'_>>> = sentences.iter().map(|s| self.line(s)).collect();
            for (sentence, line) in sentences.iter().zip(&lines) {
                scene.turn_to(self, sentence);
                if let Some(line) = line {
                    self.tell(line, &mut scene, &mut drafts);
                }
                scene.leave(self, sentence);
            }
        }
        drafts
    }

    /// A sentence with all that is found in it; `None` if it is quiet.
    fn line<'r>(&'r self, sentence: &'r Sentence) -> Option<Line<'r>> {
        if self.is_quiet(sentence) {
            return None;
        }
        let row = Row::new(self.page, self.people, sentence);
        let triggers = triggers(&row, self.lexicon);
        // Without a verb or noun that tells something, nobody asks for the clauses.
        let (clauses, happenings) = if triggers.is_empty() {
            (Vec::new(), Vec::new())
        } else {
            let clauses = clauses::clauses(&row, &triggers, self.lexicon);
            let happenings = happenings(&row, &triggers, &clauses, self.lexicon);
            (clauses, happenings)
        };
        Some(Line {
            text: self.page.text(),
            row,
            triggers,
            clauses,
            happenings,
        })
    }

    /// Drafts what a sentence tells.
    fn tell(&self, line: &Line<'_>, scene: &mut Scene, drafts: &mut Vec<Draft>) {
        let sentence = line.row.sentence;
        self.add_present(line, drafts);
        drafts.extend(self.counted_up(line, drafts));
        let days = Days::of(line, self.page);
        scene.enter(self, line, &days);
        let heading = sentence.block == Some(BlockKind::Heading);
        let asked = !line.happenings.is_empty() && line.is_question();
        let mut last_mood = Mood::Open;
        let mut told = Vec::new();
        for (at, happening) in line.happenings.iter().enumerate() {
            let (mood, bare) = if asked {
                (Mood::No, false)
            } else {
                self.mood(line, happening, heading, last_mood, scene)
            };
            if happening.verb.is_some() && mood != Mood::No {
                last_mood = mood;
            }
            if mood == Mood::No {
                continue;
            }
            let mut dated = days.of_happening(line, self.page, at);
            let mood = aside::of_aim(line, happening, mood, &mut dated);
            let mood = self.long_past(line, happening, mood, &mut dated);
            if dated.is_empty() && aside::is_no_news(line, self.page, happening) {
                continue;
            }
            // "announced it would suspend nuclear tests": no test of a day was called off.
            let own = |dated: &days::Dated| dated.how == days::SAME_CLAUSE;
            if mood == Mood::Cancelled && happening.kind == Kind::Test && !dated.iter().any(own) {
                continue;
            }
            if let (Some(timex), true) = (scene.label(), dated.is_empty()) {
                dated.push(days::Dated::label(timex));
            }
            if matches!(mood, Mood::Planned | Mood::Possible) {
                // "a briefing on his upcoming trip, October 16": no plan is of a day that is over, nor "said on
                // Tuesday that talks are under way to arrange a visit" of that Tuesday.
                let noun = happening.verb.is_none() && mood == Mood::Planned;
                dated.retain(|dated| {
                    if dated.own {
                        !noun || !self.is_over(dated)
                    } else {
                        self.is_ahead(dated)
                    }
                });
            }
            // "who is visiting Japan", "is making a visit": without a day, it goes on as they speak.
            let mood = match happening.verb {
                Some(verb)
                    if mood == Mood::Planned
                        && (dated.is_empty() || aside::is_aside(line, self.page, happening))
                        && aside::going_on(line, verb) =>
                {
                    Mood::Past
                }
                _ => mood,
            };
            let telling = Telling {
                line,
                happening,
                mood,
                heading,
                bare,
                present: self.is_present(line, happening, heading) && scene.label().is_none(),
            };
            for draft in self.drafts(&telling, &dated, scene) {
                drafts.push(draft);
                told.push((happening.clause, drafts.len() - 1));
                self.keep_order(line, &told, drafts);
                let Some(draft) = drafts.last() else {
                    continue;
                };
                if let Some((timex, days)) = self.moved(draft) {
                    scene.remember(timex, days);
                }
                scene.note(draft, sentence, heading);
            }
        }
    }

    /// Whether no word of a sentence can tell something, nor name a day for those that follow.
    fn is_quiet(&self, sentence: &Sentence) -> bool {
        let (_, times) = self.page.timexes_in(sentence.span);
        let tells = |at| self.lexicon.begins_phrase(sentence.words.id(at));
        times.is_empty() && !(0..sentence.tokens.len()).any(tells)
    }

    /// The time expression of a draft that is on another day of the same weekday, and how far off.
    fn moved(&self, draft: &Draft) -> Option<(Span, i64)> {
        let timex = draft.timex?;
        let found = self.page.timex(timex)?;
        let days = draft.range()?.first().days_since(found.range?.first());
        (days.abs() >= 7).then_some((timex, days))
    }

    /// Whether a sentence tells in the present what is to come, as a schedule does: "He leaves on
    /// Friday." Headings and the entries of a chronology tell so what was.
    fn is_present(&self, line: &Line<'_>, happening: &Happening, heading: bool) -> bool {
        let third = happening.verb.is_some_and(|at| {
            let verb = &line.triggers[at];
            verb.form() == Some(Form::Third) || finite(&line.row, verb)
        });
        let fronted = matches!(line.row.what(0), Some(What::Time(_)));
        let words = line.row.sentence.span.of(self.page.text()).trim_end();
        third && !heading && !fronted && words.ends_with(['.', '?', '!', '”', '"'])
    }

    /// Whether a day of another clause lies behind the document: no plan is of that day.
    fn is_over(&self, dated: &days::Dated) -> bool {
        let range = self.page.timexes[dated.timex].range;
        range
            .zip(self.dct)
            .is_some_and(|(range, dct)| range.last() < dct.first())
    }

    /// Whether a day lies ahead of the document, as far as is known when that was written.
    fn is_ahead(&self, dated: &days::Dated) -> bool {
        let range = self.page.timexes[dated.timex].range;
        range
            .zip(self.dct)
            .is_none_or(|(range, dct)| range.first() > dct.last())
    }
}
