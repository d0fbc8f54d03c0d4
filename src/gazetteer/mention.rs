//! What a name in a text can mean.

use crate::record::{CountryRow, OfficialRow, PlaceRow};
use crate::text::Span;

/// A known name, found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention<'m> {
    /// Where it stands.
    pub span: Span,
    /// What it can mean.
    pub meaning: &'m Meaning,
}

/// Everything that one spelling can mean; "Seoul" is a place and a government.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meaning {
    /// The officials who are called so, by row.
    pub officials: Vec<OfficialRow>,
    /// The place.
    pub place: Option<PlaceRow>,
    /// The country, and how the spelling names it.
    pub country: Option<(CountryRow, CountryForm)>,
}

/// How a word names a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountryForm {
    /// "Japan", "ROK".
    Name,
    /// "Japanese".
    Adjective,
    /// "Seoul", "Foggy Bottom": its government.
    Metonym,
}
