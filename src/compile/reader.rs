//! Reads the sentences of a document into drafts.

mod cast;
mod days;
mod scene;

use super::clauses::{self, Clause};
use super::draft::{Draft, rule};
use super::happenings::{Happening, happenings};
use super::items::Row;
use super::lexicon::Lexicon;
use super::mood::{self, Mood};
use super::page::{Page, Sentence};
use super::people::People;
use super::triggers::{Trigger, triggers};
use crate::chronicle::{PlaceRef, Status};
use crate::document::BlockKind;
use crate::gazetteer::Gazetteer;
use crate::record::Kind;
use crate::time::{DateRange, Edtf};
use days::{Dated, Days};
use scene::Scene;

/// What reading needs.
pub(super) struct Reader<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) people: &'a People,
    pub(super) lexicon: &'a Lexicon,
    pub(super) gazetteer: Gazetteer,
    pub(super) dct: Option<DateRange>,
}

/// A sentence with all that was found in it.
struct Line<'r> {
    row: Row<'r>,
    triggers: Vec<Trigger>,
    clauses: Vec<Clause>,
    happenings: Vec<Happening>,
}

impl Reader<'_> {
    /// The drafts of the document, in the order of the text.
    pub(super) fn read(&self) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        let mut scene = Scene::default();
        for sentence in &self.page.sentences {
            self.sentence(sentence, &mut scene, &mut drafts);
        }
        drafts
    }

    fn sentence(&self, sentence: &Sentence, scene: &mut Scene, drafts: &mut Vec<Draft>) {
        let row = Row::new(self.page, self.people, sentence);
        let triggers = triggers(&row, self.lexicon);
        let clauses = clauses::clauses(&row, &triggers, self.lexicon);
        let happenings = happenings(&row, &triggers, &clauses, self.lexicon);
        let line = Line {
            row,
            triggers,
            clauses,
            happenings,
        };
        let days = Days::of(&line, self.page);
        scene.enter(self, &line, &days);
        let heading = sentence.block == Some(BlockKind::Heading);
        let mut last_mood = Mood::Open;
        for (at, happening) in line.happenings.iter().enumerate() {
            let mood = self.mood(&line, happening, heading, last_mood, scene);
            if happening.verb.is_some() && mood != Mood::No {
                last_mood = mood;
            }
            if mood == Mood::No {
                continue;
            }
            let dated = days.of_happening(&line, at);
            for draft in self.drafts(&line, happening, mood, &dated, scene, heading) {
                scene.note(&draft, sentence, heading);
                drafts.push(draft);
            }
        }
        scene.leave(sentence);
    }

    /// The mood of a happening; a bare infinitive takes that of the verb before it.
    fn mood(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        heading: bool,
        last: Mood,
        scene: &Scene,
    ) -> Mood {
        let Some(verb) = happening.verb else {
            return Self::noun_mood(line, happening);
        };
        if happening.off {
            return Mood::Cancelled;
        }
        let clause = &line.clauses[happening.clause];
        let mood = mood::of_verb(
            &line.row,
            clause,
            &line.triggers[verb],
            self.lexicon,
            heading,
        );
        match mood {
            Mood::Open => match last {
                Mood::Open => scene.mood().unwrap_or(Mood::Open),
                other => other,
            },
            other => other,
        }
    }

    /// The mood of a noun without a verb: what the words right before it say.
    fn noun_mood(line: &Line<'_>, happening: &Happening) -> Mood {
        let Some(&noun) = happening.nouns.first() else {
            return Mood::Open;
        };
        let from = line.triggers[noun].from;
        let window = line.row.window(from.saturating_sub(5), from);
        let has = |marks: &[&str]| marks.iter().any(|m| window.contains(&format!(" {m} ")));
        if has(&["no", "without", "any", "such", "every", "future"]) {
            Mood::No
        } else if has(&["cancelled", "canceled", "postponed", "scrapped"]) {
            Mood::Cancelled
        } else if has(&["possible", "potential", "proposed", "likely"]) {
            Mood::Possible
        } else if has(&[
            "upcoming",
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

    /// The drafts of a happening: one for each day that the sentence counts up, or none.
    fn drafts(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        mood: Mood,
        dated: &[Dated],
        scene: &Scene,
        heading: bool,
    ) -> Vec<Draft> {
        let mut found = Vec::new();
        let several = dated.len() > 1
            && happening.nouns.iter().any(|&at| {
                matches!(
                    line.triggers[at].sense,
                    super::lexicon::Sense::Noun(_, true)
                )
            });
        let dates: Vec<Option<&Dated>> = match dated {
            [] => vec![None],
            [first, ..] if !several => vec![Some(first)],
            all => all.iter().map(Some).collect(),
        };
        for date in dates {
            found.extend(self.draft(line, happening, mood, date, scene, heading));
        }
        found
    }

    fn draft(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        mood: Mood,
        dated: Option<&Dated>,
        scene: &Scene,
        heading: bool,
    ) -> Option<Draft> {
        let cast = self.cast(line, happening);
        if happening.own_date && dated.is_none() && !(heading && told_by_heading(happening.kind)) {
            return None;
        }
        if cast.people.is_empty() && cast.countries.is_empty() {
            return None;
        }
        if happening.kind == Kind::Statement && cast.people.is_empty() && !cast.speaker {
            return None;
        }
        let mut because = Vec::new();
        let mut timex = None;
        let mut date: Option<Edtf> = None;
        let own_date = dated.is_some_and(|d| d.own);
        if let Some(dated) = dated {
            let found = &self.page.timexes[dated.timex];
            date = found.edtf;
            timex = Some(found.span);
            because.push(self.day_reason(found.span, found.edtf, dated.how));
        } else if let Some((inherited, reason)) =
            self.inherited(line, happening, mood, scene, heading)
        {
            date = Some(inherited);
            because.push(reason);
        }
        let lead = scene.is_lead(line.row.sentence);
        let status = mood::status(mood, date.map(|d| d.range()), self.dct, lead);
        because.push(status_reason(status, mood));
        let mut places = cast.places;
        if places.is_empty()
            && happening.kind != Kind::Call
            && matches!(status, Status::Held | Status::Planned | Status::Possible)
        {
            places = scene.places(
                line.row.sentence,
                dated.is_some() && !own_date || dated.is_none(),
            );
        }
        for &person in &cast.people {
            if let Some(reason) = &self.people.entities[person].because
                && !because.contains(reason)
            {
                because.push(reason.clone());
            }
        }
        let mut countries = cast.countries;
        for place in &places {
            if let PlaceRef::Known(row) = place
                && let Some(country) = self.gazetteer.place(*row).country
                && !countries.contains(&country)
            {
                countries.push(country);
            }
        }
        let verb = happening.verb.map(|at| &line.triggers[at]);
        let noun = happening.nouns.first().map(|&at| &line.triggers[at]);
        let trigger = noun.or(verb)?;
        let told_by_verb = verb.is_some() && noun.is_none();
        Some(Draft {
            kind: happening.kind,
            status,
            date,
            own_date,
            timex,
            people: cast.people,
            countries,
            places,
            group: cast.group,
            sentence: line.row.sentence.span,
            trigger: line.row.span(trigger.from, trigger.to),
            rule: rule(happening.kind, told_by_verb),
            because,
            weak: heading || verb.is_none(),
            also: Vec::new(),
        })
    }

    fn day_reason(&self, span: crate::text::Span, date: Option<Edtf>, how: &str) -> String {
        let words = span.of(self.page.text()).replace('\n', " ");
        let date = date.map_or_else(|| "no day".to_owned(), |date| date.human());
        format!("“{words}”, {how}, is {date}")
    }

    /// The date of a happening that its sentence does not date.
    fn inherited(
        &self,
        line: &Line<'_>,
        happening: &Happening,
        mood: Mood,
        scene: &Scene,
        heading: bool,
    ) -> Option<(Edtf, String)> {
        if happening.verb.is_none() || mood == Mood::Perfect {
            return None;
        }
        let inheriting = matches!(
            happening.kind,
            Kind::Visit
                | Kind::Meeting
                | Kind::Summit
                | Kind::TwoPlusTwo
                | Kind::Call
                | Kind::Talks
                | Kind::Conference
                | Kind::Agreement
        );
        if !inheriting || heading {
            return None;
        }
        scene.date(line.row.sentence, mood, self.dct)
    }
}

/// Whether a heading alone, without a date, tells such a happening.
fn told_by_heading(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Visit | Kind::Meeting | Kind::Call | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
    )
}

fn status_reason(status: Status, mood: Mood) -> String {
    match (status, mood) {
        (Status::Planned, _) => "told as something to come".to_owned(),
        (Status::Possible, _) => "told as something that may be".to_owned(),
        (Status::Cancelled, _) => "told as called off".to_owned(),
        (Status::PastReference, Mood::Perfect) => {
            "told as earlier than the rest (had …)".to_owned()
        }
        (Status::PastReference, _) => "long before the document was written: background".to_owned(),
        (Status::Held, _) => "told as past, near the day of the document".to_owned(),
    }
}
