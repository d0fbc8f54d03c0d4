//! Whose document it is: in a press release of the Department of State "the Secretary" is its own,
//! and "the President" that of the United States.

use super::Finder;
use crate::compile::page::Page;
use crate::record::{CountryRow, OfficeKind};

/// Institutions in the head of a document: the words, the country, whom "the Secretary" or "the
/// Minister" means there.
const INSTITUTIONS: [(&str, &str, OfficeKind); 15] = [
    ("Department of State", "US", OfficeKind::ForeignMinister),
    ("Department of Defense", "US", OfficeKind::DefenceMinister),
    (
        "Pentagon Press Secretary",
        "US",
        OfficeKind::DefenceMinister,
    ),
    ("Secretary of Defense", "US", OfficeKind::DefenceMinister),
    ("The White House", "US", OfficeKind::HeadOfState),
    (
        "Office of the Press Secretary",
        "US",
        OfficeKind::HeadOfState,
    ),
    (
        "Department Press Briefing",
        "US",
        OfficeKind::ForeignMinister,
    ),
    ("Daily Press Briefing", "US", OfficeKind::ForeignMinister),
    ("Office of the Spokes", "US", OfficeKind::ForeignMinister),
    (
        "Embassy of the United States",
        "US",
        OfficeKind::ForeignMinister,
    ),
    ("U.S. Embassy", "US", OfficeKind::ForeignMinister),
    (
        "Ministry of Foreign Affairs of Japan",
        "JP",
        OfficeKind::ForeignMinister,
    ),
    (
        "Ministry of Defense of Japan",
        "JP",
        OfficeKind::DefenceMinister,
    ),
    (
        "Republic of Korea Ministry of Foreign Affairs",
        "KR",
        OfficeKind::ForeignMinister,
    ),
    (
        "Ministry of Foreign Affairs, Republic of Korea",
        "KR",
        OfficeKind::ForeignMinister,
    ),
];

/// How many lines make the head of a document, and how long they may be, in bytes.
const LINES: usize = 12;
const LONGEST: usize = 110;

/// Whose document it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    pub(super) country: CountryRow,
    minister: OfficeKind,
}

impl Home {
    /// The offices that a title alone means at home; none for titles of other ranks.
    pub(super) fn office(self, title: &str) -> Option<Vec<OfficeKind>> {
        let kind = match title.to_lowercase().as_str() {
            "secretary" | "minister" if self.minister != OfficeKind::HeadOfState => self.minister,
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
    let (_, code, minister) = head
        .into_iter()
        .find_map(|line| INSTITUTIONS.iter().find(|(words, ..)| line.contains(words)))?;
    let country = finder.gazetteer.country_by_code(code)?;
    Some(Home {
        country,
        minister: *minister,
    })
}
