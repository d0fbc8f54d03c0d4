//! What a sentence tells of a time that is not the document's: recited in old letters, or counted from a day
//! that nobody told.

use super::when::When;
use super::{Reader, Telling};
use crate::compile::mood::Mood;
use crate::record::Kind;
use crate::timex::{Anchor, Lean};

/// Days ahead of the document from which on what is told as past cannot be a slip of its weekday.
const TENSE_AHEAD: i64 = 20;
/// Before this year documents are mostly letters and dispatches.
const LETTERS: i32 = 1930;

impl Reader<'_> {
    /// Whether a happening is left out for its time.
    pub(super) fn is_of_another_time(&self, telling: &Telling<'_>, when: &When) -> bool {
        self.is_recital(telling, when) || self.is_counted_ahead(telling, when)
    }

    /// "Two months later they met", where nobody knows later than what: told as past, and counted to a
    /// day that is still to come.
    fn is_counted_ahead(&self, telling: &Telling<'_>, when: &When) -> bool {
        let found = when.timex.and_then(|span| self.page.timex(span));
        let counted = found.is_some_and(|timex| match timex.anchor {
            Anchor::Dct(_, Lean::Counted) => true,
            // The line that tells the day of the document.
            Anchor::Previous(before, Lean::Counted) => {
                let base = self.page.timex(before).and_then(|timex| timex.range);
                base.is_some() && base == self.dct
            }
            _ => false,
        });
        let month_ahead = when
            .date
            .zip(self.dct)
            .is_some_and(|(date, dct)| date.range().first().days_since(dct.last()) > TENSE_AHEAD);
        counted && month_ahead && telling.mood == Mood::Past && !telling.heading
    }

    /// Whether an old letter recites what somebody did in some month or year: a case, not news.
    fn is_recital(&self, telling: &Telling<'_>, when: &When) -> bool {
        let old = self.dct.is_some_and(|dct| dct.last().year() < LETTERS);
        let vague = when.date.is_some_and(|date| date.range().days() > 27);
        let act = !matches!(
            telling.happening.kind,
            Kind::Agreement | Kind::Conference | Kind::Summit
        );
        old && vague && act
    }
}
