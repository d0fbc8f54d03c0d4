//! About the program: what the record rests on, how far each source reaches, and whose terms hold.

use crate::app::detail::{Page, TextLine};
use crate::app::library::Library;
use crate::app::role::Role;

const LICENCE: &str = "The program may be used under the MIT licence or the Apache licence 2.0. \
    The record states facts in its own words; each event cites where it is from, and what has no \
    source is marked so.";
const THANKS: &str = "Coordinates of cities and towns are from GeoNames (geonames.org), Creative \
    Commons Attribution 4.0, selected and renamed. Dates, symbols and votes of Security Council \
    documents are from the United Nations. ATTRIBUTION.md names everyone.";

pub(super) fn lines(library: &Library, width: usize) -> Vec<TextLine> {
    let mut page = Page::new(width);
    let version = concat!("linchpin ", env!("CARGO_PKG_VERSION"));
    page.wrapped(&[(Role::Title, version)], 0);
    page.wrapped(&[(Role::Text, LICENCE)], 0);
    page.gap();
    page.wrapped(&[(Role::Text, THANKS)], 0);
    for source in library.chronicle.gazetteer().names().sources.iter() {
        page.heading(&source.title);
        let first = source.first.as_deref().unwrap_or("?");
        let last = source.last.as_deref().unwrap_or("?");
        let reach = format!("{first} to {last}");
        page.wrapped(
            &[
                (Role::Text, &source.publisher),
                (Role::Dim, " · "),
                (Role::Date, &reach),
            ],
            2,
        );
        page.wrapped(&[(Role::Dim, "covers "), (Role::Text, &source.covers)], 2);
        page.wrapped(
            &[(Role::Dim, "not "), (Role::Text, &source.does_not_cover)],
            2,
        );
        page.wrapped(&[(Role::Dim, "licence "), (Role::Text, &source.licence)], 2);
    }
    page.finish()
}
