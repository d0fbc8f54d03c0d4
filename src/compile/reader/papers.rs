//! Papers that a text only names, by their day: "the Joint Statement of 19 September 2005", "the 2002
//! Pyongyang Declaration", "the treaty of 1965".

use super::cast::Cast;
use super::{Line, Reader};
use crate::compile::happenings::Happening;
use crate::compile::items::What;
use crate::record::Kind;

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
