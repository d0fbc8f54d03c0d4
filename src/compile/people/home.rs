//! Whose document it is: in a press release of the Department of State "the Secretary" is its own,
//! and "the President" that of the United States; in a telegram of its embassy in Korea he is Korea's.

use smallvec::SmallVec;

use super::Finder;
use crate::compile::page::Page;
use crate::record::{CountryRow, OfficeKind};
use crate::text::{Span, find};

/// How many lines make the head of a document, and how long they may be, in bytes.
const LINES: usize = 12;
const LONGEST: usize = 110;

/// Whose document it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home {
    country: CountryRow,
    minister: Option<OfficeKind>,
    /// The country where the post is that wrote it: its president is "the President".
    host: Option<CountryRow>,
}

impl Home {
    /// The offices that a title alone means, and in which country; none for titles of other ranks.
    pub(super) fn office(self, title: &str) -> Option<(CountryRow, Vec<OfficeKind>)> {
        let there = self.host.unwrap_or(self.country);
        let (country, kind) = match title.to_lowercase().as_str() {
            "secretary" => (self.country, self.minister?),
            "minister" => (there, self.minister?),
            "president" => (there, OfficeKind::HeadOfState),
            "prime minister" | "premier" | "primin" | "pm" => (there, OfficeKind::HeadOfGovernment),
            "foreign minister" | "fonmin" | "formin" => (self.host?, OfficeKind::ForeignMinister),
            _ => return None,
        };
        Some((country, vec![kind]))
    }
}

/// The institution that the short lines in the head of a page name.
pub(super) fn of(page: &Page<'_>, finder: &Finder<'_>) -> Option<Home> {
    let lines = page.text().lines().map(str::trim);
    let head: SmallVec<[&str; LINES]> = lines
        .filter(|line| !line.is_empty())
        .take(LINES)
        .filter(|line| line.len() <= LONGEST && !line.ends_with('.'))
        .collect();
    let posted = head.iter().find_map(|line| host(line, page, finder));
    let mut head = head.iter();
    let institution = head.find_map(|line| finder.lexicon.institution(line));
    let filed = is_filed(page);
    let (code, minister) = match (institution, posted) {
        (Some(institution), _) => (institution.country.as_str(), institution.minister),
        (None, Some(_)) => ("US", Some(OfficeKind::ForeignMinister)),
        (None, None) if filed => ("US", Some(OfficeKind::ForeignMinister)),
        (None, None) => return None,
    };
    Some(Home {
        country: finder.gazetteer.country_by_code(code)?,
        minister,
        host: posted,
    })
}

/// Whether a page begins with the number of a file of the Department of State: "711.94/2162" (National
/// Archives, Record Group 59, Central Decimal Files).
fn is_filed(page: &Page<'_>) -> bool {
    let first = page
        .text()
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty());
    let number = first.and_then(|line| line.split([':', ' ']).next());
    number.is_some_and(|number| {
        let class = number.split('/').next().unwrap_or_default();
        let digits = class.bytes().take_while(u8::is_ascii_digit).count();
        digits == 3 && class.contains('.') && number.contains('/')
    })
}

/// Where the post is that writes to Washington: "Telegram From the Embassy in Korea to the Department of
/// State", "The Ambassador in Japan (Grew) to the Secretary of State".
fn host(line: &str, page: &Page<'_>, finder: &Finder<'_>) -> Option<CountryRow> {
    let to = find(line, " to ")?;
    let (from, addressee) = line.split_at_checked(to)?;
    let home = ["Secretary of State", "Department of State"];
    if !home.iter().any(|home| addressee.contains(home)) {
        return None;
    }
    let posts = [
        "Embassy in ",
        "Legation in ",
        "Ambassador in ",
        "Minister in ",
        "Chargé in ",
        "Ambassador to ",
    ];
    let (_, post) = posts.iter().find_map(|post| from.split_once(post))?;
    let start = find(page.text(), line)? + from.len() - post.len();
    let span = Span::new(start, start + post.len());
    let named = page.mentions_in(span);
    let known = named.iter().find_map(|mention| mention.meaning.country);
    let korea = || {
        post.starts_with("Korea")
            .then(|| finder.gazetteer.country_by_code("KR"))?
    };
    known.map(|(row, _)| row).or_else(korea)
}
