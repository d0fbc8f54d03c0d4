//! The day of a happening: that of its time expression, moved by tense, counting and length of stay;
//! without one, the day that contains it.

use super::aside::long_past;
use super::days::Dated;
use super::scene::Scene;
use super::{Reader, Telling};
use crate::compile::draft::quoted;
use crate::compile::items::What;
use crate::compile::lexicon::Mark;
use crate::compile::mood::Mood;
use crate::record::Kind;
use crate::text::Span;
use crate::time::{Date, DateRange, Edtf};
use crate::timex::{Anchor, Lean, Timex3};

/// The day of a draft, and how it was found.
#[derive(Default)]
pub(super) struct When {
    pub(super) date: Option<Edtf>,
    pub(super) timex: Option<Span>,
    pub(super) own: bool,
    pub(super) guessed: bool,
    pub(super) reason: Option<String>,
}

/// What lies so many days behind the document is background.
const BACKGROUND: i64 = 20;

/// What is quoted was said at most so many days before.
const QUOTED: i64 = 3;

impl Reader<'_> {
    /// "A day earlier", which opens a sentence, is counted from the news and not from a look back just
    /// before it.
    fn of_the_news(&self, found: &Timex3, date: Edtf, scene: &Scene) -> Option<Edtf> {
        let Anchor::Previous(before, Lean::Counted) = found.anchor else {
            return None;
        };
        let base = self.page.timex(before)?.range?;
        let (dct, news) = (self.dct?, scene.told()?);
        let told = self.page.sentence_around(found.span);
        let opens = told.is_some_and(|sentence| sentence.span.start == found.span.start);
        let late = |day: Date| dct.first().days_since(day);
        let single = date.range().days() == 1 && base.days() == 1;
        let shift = date.range().first().days_since(base.first());
        let aside =
            late(base.last()) > BACKGROUND && (-1..=9).contains(&late(news.range().first()));
        (opens && single && aside && shift.abs() <= 7)
            .then(|| Edtf::day(news.range().first().plus_days(shift)))
    }

    /// "\"A spoke today with B,\" it said in a readout on Friday": the "today" of who is quoted.
    fn of_the_speaker(&self, found: &Timex3) -> Option<Edtf> {
        let text = self.page.text();
        if found.span.of(text) != "today" {
            return None;
        }
        let dct = self.dct?.first();
        let sentence = self.page.sentence_around(found.span)?.span;
        let quote = |c: char| matches!(c, '"' | '“' | '”');
        let before = text.get(sentence.start as usize..found.span.start as usize)?;
        let quoted = before.matches(quote).count() % 2 == 1;
        let rest = text.get(found.span.end as usize..sentence.end as usize)?;
        let end = found.span.end + rest.find(quote).filter(|_| quoted)? as u32;
        let (_, times) = self.page.timexes_in(sentence);
        let mut said = times
            .iter()
            .filter(|timex| timex.span.start > end)
            .filter_map(|timex| timex.edtf)
            .filter(|day| day.range().days() == 1);
        let day = said.next().filter(|_| said.next().is_none())?;
        (0..=QUOTED)
            .contains(&dct.days_since(day.range().first()))
            .then_some(day)
    }

    /// A day that was moved by so many days where it was told of another happening.
    fn moved_by(date: Edtf, days: i64) -> Edtf {
        if days == 0 || date.range().days() != 1 {
            date
        } else {
            Edtf::day(date.range().first().plus_days(days))
        }
    }

    /// Whether a plan is for a day that nobody names: "will visit Seoul as soon as possible".
    pub(super) fn is_someday(&self, telling: &Telling<'_>) -> bool {
        let clause = &telling.line.clauses[telling.happening.clause];
        let row = &telling.line.row;
        let mut marks = row.marks(self.lexicon, clause.from, clause.to);
        let some_time = |at: usize| match row.what(at) {
            Some(What::Time(timex)) => self.page.timexes[*timex].value.as_str() == "FUTURE_REF",
            _ => false,
        };
        matches!(telling.mood, Mood::Planned | Mood::Possible | Mood::Open)
            && (marks.any(|(_, _, mark)| mark == Mark::Someday)
                || (clause.from..clause.to).any(some_time))
    }

    /// The day of a happening that a time expression dates.
    fn dated(
        &self,
        telling: &Telling<'_>,
        dated: &Dated,
        until: Option<Date>,
        scene: &Scene,
    ) -> When {
        let found = &self.page.timexes[dated.timex];
        let now = self.dct.filter(|dct| dated.from_now && dct.days() == 1);
        let mut date = found
            .edtf
            .filter(|_| !dated.from_now)
            // A day that another verb has is moved by that verb's tense, not by this one's.
            .map(|date| match dated.shift {
                Some(_) => Self::moved_by(date, scene.moved(found.span)),
                None => self.agree(date, found, telling.mood, telling.present),
            });
        if let Anchor::Previous(before, Lean::Counted) = found.anchor
            && scene.moved(before) != 0
            && date == found.edtf
            && date.is_some_and(|date| date.range().days() == 1)
        {
            let days = scene.moved(before);
            date = date.map(|date| Edtf::day(date.range().first().plus_days(days)));
        }
        date = date.or_else(|| now.map(Edtf::days));
        if let Some(signed) = date.and_then(|date| self.signed_on(telling, found, date)) {
            date = Some(signed);
        }
        if let Some(day) = date.and_then(|date| self.of_the_news(found, date, scene)) {
            date = Some(day);
        }
        if let Some(day) = self.of_the_speaker(found) {
            date = Some(day);
        }
        if let Some(shift) = dated.shift.filter(|&shift| shift != 0) {
            date = date.map(|date| Edtf::day(date.range().first().plus_days(shift)));
        }
        if let Some(last) = until {
            // "meets … on Saturday and Sunday": the week to come for both.
            let behind = |first: Date| {
                if last < first {
                    last.plus_days(7)
                } else {
                    last
                }
            };
            date = date.map(|date| {
                let first = date.range().first();
                Edtf::days(DateRange::spanning(first, behind(first)))
            });
        }
        let words = quoted(found.span.of(self.page.text()));
        let day = date.map_or_else(|| "no day".to_owned(), |date| date.human());
        let leans = match found.anchor {
            Anchor::Explicit | Anchor::Free => String::new(),
            anchor => [" (", &anchor.explain(self.page.text()), ")"].concat(),
        };
        let mut reason = ["“", &words, "”, ", dated.how, ", is ", &day, &leans].concat();
        let single = date
            .map(|date| date.range())
            .filter(|range| range.days() == 1);
        if let Some((whole, length)) = single.and_then(|day| self.stay(telling, dated, day.first()))
        {
            reason = format!("{reason}; it lasts {length}: {}", whole.human());
            date = Some(whole);
        }
        When {
            date,
            timex: Some(found.span),
            own: dated.own,
            guessed: false,
            reason: Some(reason),
        }
    }

    /// The day of a happening.
    pub(super) fn when(
        &self,
        telling: &Telling<'_>,
        dated: Option<&Dated>,
        until: Option<Date>,
        people: &[usize],
        scene: &Scene,
    ) -> When {
        if let Some(dated) = dated {
            return self.dated(telling, dated, until, scene);
        }
        if let Some(past) = long_past(telling.line, self.page, telling.happening) {
            return When {
                timex: Some(self.page.timexes[past].span),
                ..When::default()
            };
        }
        let inherits = (telling.happening.verb.is_some()
            || Self::is_scene(telling)
            || Self::is_beside(telling))
            && !matches!(telling.mood, Mood::Perfect | Mood::Cancelled)
            && !telling.heading
            // "an envoy may visit": nobody knows who, nor when.
            && !(telling.mood == Mood::Possible && people.is_empty())
            && (told_by_heading(telling.happening.kind)
                || matches!(telling.happening.kind, Kind::Conference | Kind::Agreement));
        if let (Some((date, reason)), true) = (scene.that_day(telling.line, self.dct), inherits) {
            return When {
                date: Some(date),
                own: true,
                reason: Some(reason),
                ..When::default()
            };
        }
        if self.is_someday(telling) || is_recent(telling) {
            return When::default();
        }
        match scene.date(telling.mood, people, self.dct, telling.present) {
            Some((date, reason, guessed)) if inherits => When {
                date: Some(date),
                timex: None,
                own: false,
                guessed,
                reason: Some(reason),
            },
            _ => When::default(),
        }
    }
}

/// "In a recent conversation with A", "repeated conversations": not of the day on which it is told.
fn is_recent(telling: &Telling<'_>) -> bool {
    let noun = telling.happening.nouns.first();
    let before = noun.map(|&at| telling.line.row.before(telling.line.triggers[at].from));
    let often = |word| matches!(word, "repeated" | "frequent" | "numerous" | "several");
    telling.happening.verb.is_none() && before == Some("recent") || before.is_some_and(often)
}

/// Whether a heading alone, without a date, tells such a happening.
pub(super) fn told_by_heading(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Visit | Kind::Meeting | Kind::Call | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
    )
}
