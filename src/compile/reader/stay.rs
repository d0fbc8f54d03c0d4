//! Journeys that say how long they last: "arrived on Tuesday for a three-day visit".

use super::counted::nth_day;
use super::days::Dated;
use super::{Reader, Telling};
use crate::compile::items::What;
use crate::record::Kind;
use crate::time::{Date, DateRange, Edtf};
use crate::timex::TimexType;

/// Longer ones are no single journey.
const LONGEST: i64 = 21;

impl Reader<'_> {
    /// The days of a journey of which one day and the length are told, with the words of the
    /// length: the day is its first, or its last where it ends.
    pub(super) fn stay(
        &self,
        telling: &Telling<'_>,
        dated: &Dated,
        day: Date,
    ) -> Option<(Edtf, String)> {
        let line = telling.line;
        let verb = telling.happening.verb.map(|at| &line.triggers[at]);
        if telling.happening.kind != Kind::Visit {
            return None;
        }
        let (days, at) =
            (0..line.row.len()).find_map(|at| Some((self.length(telling, at)?, at)))?;
        let word = verb.map_or("", |verb| line.row.lower(verb.from));
        let before = (at.saturating_sub(3)..at).map(|at| line.row.lower(at));
        let after = before
            .into_iter()
            .any(|word| matches!(word, "after" | "following"));
        let ends = after
            || [
                "end", "conclu", "wrap", "complet", "finish", "wound", "wind",
            ]
            .iter()
            .any(|stem| word.starts_with(stem));
        let leaves = ["left", "leav", "depart", "return"]
            .iter()
            .any(|stem| word.starts_with(stem));
        let goes = verb.is_some_and(|verb| line.row.lower(verb.to - 1) == "for");
        // "returned on Saturday from a three-day visit".
        let back = verb.is_some_and(|verb| line.row.lower(verb.to - 1) == "from");
        let ends = ends || back;
        if dated.shift.is_some_and(|days| days != 0) || leaves && !goes && !back {
            return None;
        }
        let nth = telling.happening.nouns.first().filter(|_| verb.is_none());
        let nth = nth.and_then(|&noun| nth_day(line, line.triggers[noun].from));
        let range = if let Some(nth) = nth {
            let first = day.plus_days(if nth == 0 { 1 - days } else { 1 - nth });
            DateRange::new(first, first.plus_days(days - 1))
        } else if ends {
            DateRange::new(day.plus_days(1 - days), day)
        } else {
            DateRange::new(day, day.plus_days(days - 1))
        };
        Some((Edtf::days(range?), format!("{days} days")))
    }

    /// The days of "three-day visit" whose length stands at an item.
    fn length(&self, telling: &Telling<'_>, at: usize) -> Option<i64> {
        let row = &telling.line.row;
        let Some(What::Time(timex)) = row.what(at) else {
            return None;
        };
        let found = &self.page.timexes[*timex];
        let days = found.value.as_str().strip_prefix('P')?.strip_suffix('D')?;
        let days: i64 = days
            .parse()
            .ok()
            .filter(|days| (2..=LONGEST).contains(days))?;
        let noun = (at + 1..at + 5).any(|at| {
            matches!(
                row.lower(at),
                "visit" | "trip" | "tour" | "stay" | "stop" | "swing" | "journey"
            )
        });
        let hyphen = found.span.of(telling.line.text).contains(['-', '–']);
        let told = noun && hyphen || row.before(at) == "for" && !hyphen;
        (found.kind == TimexType::Duration && told).then_some(days)
    }
}
