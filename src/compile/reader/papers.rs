//! Papers that a text only names, by their day: "the Joint Statement of 19 September 2005", "the 2002
//! Pyongyang Declaration", "the treaty of 1965".

use super::cast::Cast;
use super::{Line, Reader, Telling};
use crate::compile::dct::has_year;
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::record::Kind;
use crate::time::Edtf;
use crate::timex::Timex3;

/// How many words may stand between a day and the paper that is named by it.
const NAME: usize = 3;

impl Reader<'_> {
    /// Whether a noun names a paper of states by its day.
    pub(super) fn is_named_paper(line: &Line<'_>, happening: &Happening) -> bool {
        let row = &line.row;
        let (None, Some(&noun)) = (happening.verb, happening.nouns.last()) else {
            return false;
        };
        let (from, to) = (line.triggers[noun].from, line.triggers[noun].to);
        let paper = match happening.kind {
            Kind::Agreement => true,
            Kind::Statement => matches!(
                row.lower(from),
                "joint" | "declaration" | "communique" | "communiqué"
            ),
            _ => false,
        };
        let time = |at: usize| matches!(row.what(at), Some(What::Time(_)));
        let behind = matches!(row.lower(to), "of" | "from" | "dated") && time(to + 1);
        let before = (from.saturating_sub(NAME)..from).find(|&at| time(at));
        let named = before.is_some_and(|day| {
            let article = matches!(row.before(day), "the" | "their" | "a");
            article && (day + 1..from).all(|at| row.items[at].capital || row.lower(at) == "joint")
        });
        paper && (behind || named)
    }

    /// The day of a paper that goes by its month and day: "the September 19 Joint Statement".
    pub(super) fn signed_on(
        &self,
        telling: &Telling<'_>,
        found: &Timex3,
        date: Edtf,
    ) -> Option<Edtf> {
        let happening = telling.happening;
        let written = matches!(happening.kind, Kind::Statement | Kind::Agreement);
        let noun = happening.nouns.last().filter(|_| written)?;
        let year = has_year(found.span.of(self.page.text()));
        let day = Some(date.range()).filter(|range| range.days() == 1 && !year)?;
        let now = self.dct.unwrap_or(day).last();
        let word = telling.line.row.lower(telling.line.triggers[*noun].to - 1);
        let signed = self.lexicon.paper_of(day.first(), word, now)?;
        Self::is_named_paper(telling.line, happening).then(|| Edtf::day(signed))
    }

    /// Whose a paper is that its own words do not tell: the group or the states of the sentence, or the
    /// two states that were named last.
    pub(super) fn whose_paper(&self, line: &Line<'_>, cast: &mut Cast) {
        if cast.countries.len() > 1 {
            return;
        }
        for at in 0..line.row.len() {
            if line.row.is_word(at) {
                self.gather_word(line, at, cast);
            }
        }
        if cast.countries.len() > 2 {
            return;
        }
        for item in &line.row.items {
            if let What::Country(row, _) = item.what {
                cast.country(Some(row));
            }
        }
        if cast.countries.is_empty() {
            cast.countries = self.two_before(line);
        }
    }
}
