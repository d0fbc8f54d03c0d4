//! Papers that go by their day without a year: "the September 19 Joint Statement".

use super::Lexicon;
use crate::time::Date;

impl Lexicon {
    /// The day of the paper of this kind ("statement", "declaration") that goes by a month and a day, the
    /// latest that was signed by `now`.
    pub(in crate::compile) fn paper_of(&self, day: Date, kind: &str, now: Date) -> Option<Date> {
        let signed = self.papers.iter().filter(|(_, word)| word == kind);
        signed
            .map(|(signed, _)| *signed)
            .filter(|signed| (signed.month(), signed.day()) == (day.month(), day.day()))
            .filter(|signed| *signed <= now)
            .max()
    }
}
