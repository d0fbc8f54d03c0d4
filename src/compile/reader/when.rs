//! The day of a happening: that of its time expression, moved by tense, counting and length of stay;
//! without one, the day that contains it.

use super::days::Dated;
use super::scene::Scene;
use super::{Reader, Telling};
use crate::compile::mood::Mood;
use crate::record::Kind;
use crate::text::Span;
use crate::time::{Date, DateRange, Edtf};
use crate::timex::{Anchor, Lean};

/// The day of a draft, and how it was found.
#[derive(Default)]
pub(super) struct When {
    pub(super) date: Option<Edtf>,
    pub(super) timex: Option<Span>,
    pub(super) own: bool,
    pub(super) guessed: bool,
    pub(super) reason: Option<String>,
}

impl Reader<'_> {
    /// The day of a happening.
    pub(super) fn when(
        &self,
        telling: &Telling<'_>,
        dated: Option<&Dated>,
        until: Option<Date>,
        scene: &Scene,
    ) -> When {
        if let Some(dated) = dated {
            let found = &self.page.timexes[dated.timex];
            let mut date = found
                .edtf
                .map(|date| self.agree(date, found, telling.mood, telling.present));
            if let Anchor::Previous(before, Lean::Counted) = found.anchor
                && scene.moved(before) != 0
                && date == found.edtf
                && date.is_some_and(|date| date.range().days() == 1)
            {
                let days = scene.moved(before);
                date = date.map(|date| Edtf::day(date.range().first().plus_days(days)));
            }
            if dated.shift != 0 {
                date = date.map(|date| Edtf::day(date.range().first().plus_days(dated.shift)));
            }
            if let Some(last) = until {
                date = date.map(|date| Edtf::days(DateRange::spanning(date.range().first(), last)));
            }
            let words = found.span.of(self.page.text()).replace('\n', " ");
            let day = date.map_or_else(|| "no day".to_owned(), |date| date.human());
            let leans = match found.anchor {
                Anchor::Explicit | Anchor::Free => String::new(),
                anchor => format!(" ({})", anchor.explain(self.page.text())),
            };
            let mut reason = format!("“{words}”, {}, is {day}{leans}", dated.how);
            let single = date
                .map(|date| date.range())
                .filter(|range| range.days() == 1);
            if let Some((whole, length)) =
                single.and_then(|day| self.stay(telling, dated, day.first()))
            {
                reason = format!("{reason}; it lasts {length}: {}", whole.human());
                date = Some(whole);
            }
            return When {
                date,
                timex: Some(found.span),
                own: dated.own,
                guessed: false,
                reason: Some(reason),
            };
        }
        let inherits = telling.happening.verb.is_some()
            && !matches!(telling.mood, Mood::Perfect | Mood::Cancelled)
            && !telling.heading
            && (told_by_heading(telling.happening.kind)
                || matches!(telling.happening.kind, Kind::Conference | Kind::Agreement));
        match scene.date(telling.mood, self.dct) {
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

/// Whether a heading alone, without a date, tells such a happening.
pub(super) fn told_by_heading(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Visit | Kind::Meeting | Kind::Call | Kind::Talks | Kind::Summit | Kind::TwoPlusTwo
    )
}
