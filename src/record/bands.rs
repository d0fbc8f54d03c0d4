//! Who led which country when: the bands of the timeline.

use super::schema::{OfficialRow, Record};
use crate::time::DateRange;

/// A band of the timeline: one office and who held it, by first day.
#[derive(Clone, Debug, PartialEq)]
pub struct Band<'r> {
    /// "Prime Minister of Japan".
    pub name: &'r str,
    /// The holders, in order.
    pub spans: Vec<BandSpan>,
}

/// One holder of the office of a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandSpan {
    /// Who.
    pub official: OfficialRow,
    /// From when to when.
    pub range: DateRange,
    /// For the time being.
    pub acting: bool,
}

/// The bands that the offices of the record ask for, in the order of their countries.
pub fn bands<'r>(record: &'r Record<'_>) -> Vec<Band<'r>> {
    let mut bands: Vec<(_, Band<'r>)> = Vec::new();
    for (office, row) in (0..).zip(&record.offices) {
        let Some(name) = row.band.as_deref() else {
            continue;
        };
        let mut spans = Vec::new();
        for (number, official) in (0..).zip(&record.officials) {
            for tenure in official
                .tenures
                .iter()
                .filter(|tenure| tenure.office.0 == office)
            {
                spans.push(BandSpan {
                    official: OfficialRow(number),
                    range: tenure.range(),
                    acting: tenure.acting,
                });
            }
        }
        spans.sort_by_key(|span| span.range);
        bands.push((row.country.of(record).code.as_str(), Band { name, spans }));
    }
    bands.sort_by_key(|(code, _)| match *code {
        "US" => 0,
        "KR" => 1,
        "JP" => 2,
        _ => 3,
    });
    bands.into_iter().map(|(_, band)| band).collect()
}
