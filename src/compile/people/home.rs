//! Whose document it is: in a press release of the Department of State "the Secretary" is its own,
//! and "the President" that of the United States.

use super::Finder;
use crate::compile::page::Page;
use crate::record::{CountryRow, OfficeKind};

/// How many lines make the head of a document, and how long they may be, in bytes.
const LINES: usize = 12;
const LONGEST: usize = 110;

/// Whose document it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    pub(super) country: CountryRow,
    minister: Option<OfficeKind>,
}

impl Home {
    /// The offices that a title alone means at home; none for titles of other ranks.
    pub(super) fn office(self, title: &str) -> Option<Vec<OfficeKind>> {
        let kind = match title.to_lowercase().as_str() {
            "secretary" | "minister" => self.minister?,
            "president" => OfficeKind::HeadOfState,
            "prime minister" => OfficeKind::HeadOfGovernment,
            _ => return None,
        };
        Some(vec![kind])
    }
}

/// The institution that the short lines in the head of a page name.
pub(super) fn of(page: &Page<'_>, finder: &Finder<'_>) -> Option<Home> {
    let lines = page.text().lines().map(str::trim);
    let head = lines
        .filter(|line| !line.is_empty())
        .take(LINES)
        .filter(|line| line.len() <= LONGEST && !line.ends_with('.'));
    let institution = head
        .into_iter()
        .find_map(|line| finder.lexicon.institution(line))?;
    Some(Home {
        country: finder.gazetteer.country_by_code(&institution.country)?,
        minister: institution.minister,
    })
}
