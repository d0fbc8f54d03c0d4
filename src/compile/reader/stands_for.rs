//! Words that stand for states and people without naming them: "the North", "the Quad", "Congress", "the
//! foreign ministers' meeting", "Chinese leaders".

use super::cast::Cast;
use super::{Line, Reader};
use crate::compile::items::What;
use crate::gazetteer::CountryForm;
use crate::record::CountryRow;

impl Reader<'_> {
    /// What a plain word can mean for a cast: "the North", "the Quad".
    pub(super) fn gather_word(&self, line: &Line<'_>, at: usize, cast: &mut Cast) {
        let word = line.row.lower(at);
        let code = match word {
            "north" | "south" if self.dct.is_some_and(|dct| dct.last().year() < 1945) => "",
            "north" if line.row.before(at) == "the" && line.row.items[at].capital => "KP",
            "south" if line.row.before(at) == "the" && line.row.items[at].capital => "KR",
            _ => "",
        };
        let council = word == "council"
            && line.row.before(at) == "security"
            && (at < 2 || line.row.lower(at - 2) != "national");
        let koreas: &[&str] = match word {
            "koreas" => &["KR", "KP"],
            _ if council => &["UN"],
            _ => &[],
        };
        for code in koreas
            .iter()
            .copied()
            .chain(Some(code).filter(|code| !code.is_empty()))
        {
            cast.country(self.gazetteer.country_by_code(code));
        }
        cast.country(self.body(line, at));
        let before = at.checked_sub(1).map(|at| line.row.id(at));
        for code in self
            .lexicon
            .members(line.row.id(at), before.unwrap_or_default())
        {
            cast.country(self.gazetteer.country_by_code(code));
        }
    }

    /// The people of the document whom "the foreign ministers' meeting" of these countries means.
    pub(super) fn by_office(&self, line: &Line<'_>, from: usize, to: usize, cast: &mut Cast) {
        for at in from..to.min(line.row.len()) {
            let Some(head) = self.lexicon.singular(line.row.id(at)) else {
                continue;
            };
            let before = (at.saturating_sub(2)..at).map(|at| line.row.id(at));
            let kinds = self.lexicon.offices(before.chain([self.lexicon.id(head)]));
            let mut people: Vec<usize> = Vec::new();
            for country in &cast.countries {
                people.extend(self.incumbents(*country, kinds));
            }
            people.sort_unstable();
            for person in people {
                if !cast.people.contains(&person) {
                    cast.people.push(person);
                }
            }
        }
    }

    /// The state for which a body acts: "Congress", not "the congress of the party", "the Korean Senate".
    fn body(&self, line: &Line<'_>, at: usize) -> Option<CountryRow> {
        let row = &line.row;
        let code = self
            .lexicon
            .body(row.id(at))
            .filter(|_| row.items[at].capital)?;
        let party = row.lower(at + 1) == "of"
            || (at.saturating_sub(2)..at).any(|at| {
                matches!(row.what(at), Some(What::Country(..)))
                    || matches!(row.lower(at), "party" | "people's" | "national")
            });
        self.gazetteer.country_by_code(code).filter(|_| !party)
    }

    /// Whether a word before a verb is a subject of its own without a name: "Chinese leaders", "the four of
    /// us", "officials from both sides", "the ministers of the two countries".
    pub(super) fn is_group(&self, line: &Line<'_>, at: usize) -> bool {
        let row = &line.row;
        let state = matches!(
            row.what_before(at),
            Some(What::Country(_, CountryForm::Adjective))
        );
        let number = at + 2 + usize::from(row.lower(at + 2) == "the");
        let counted = matches!(row.lower(at + 1), "from" | "of")
            && matches!(row.lower(number), "both" | "two" | "three");
        row.lower(at) == "us" && row.before(at) == "of"
            || row.lower(at).ends_with('s')
                && (state || counted)
                && self.lexicon.is_human(row.id(at))
    }
}
