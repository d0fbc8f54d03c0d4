//! Offices by date: who held what on a day, and who was in power.

use std::borrow::Cow;

use super::Gazetteer;
use crate::record::{OfficeKind, OfficeRow, OfficialRow, Str, Tenure};
use crate::time::{Date, DateRange};

/// An office of which one holder at a time is shown along the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// As the record names it: "President of the US".
    pub name: &'static str,
    /// Its holders by first day, one a day: who was stood in for is there before and after.
    pub terms: Vec<Term>,
}

/// One holder of a [`Band`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Who.
    pub official: OfficialRow,
    /// From which to which day.
    pub days: DateRange,
}

impl Band {
    /// Who held it on a day; the later one on a day of change.
    pub fn holder(&self, on: Date) -> Option<OfficialRow> {
        let after = self.terms.partition_point(|term| term.days.first() <= on);
        let term = self.terms.get(after.checked_sub(1)?)?;
        term.days.contains(on).then_some(term.official)
    }
}

impl Gazetteer {
    /// The title of the office that someone held on these days, if any: "President", or "Acting
    /// President" for who only stood in.
    ///
    /// Of several, the one that covers more of the days wins, then the weightier office, then the
    /// later one: a president who is also a party leader is the president.
    pub fn role(self, official: OfficialRow, on: DateRange) -> Option<Cow<'static, str>> {
        let tenure = self.tenure(official, on)?;
        let title = self.office(tenure.office).title.as_str();
        Some(if tenure.acting {
            format!("Acting {title}").into()
        } else {
            title.into()
        })
    }

    /// The tenure that [`Gazetteer::role`] speaks of.
    pub fn tenure(self, official: OfficialRow, on: DateRange) -> Option<&'static Tenure<'static>> {
        let shared =
            |tenure: &Tenure<'_>| tenure.range().intersection(on).map_or(0, DateRange::days);
        self.official(official).offices(on).max_by_key(|tenure| {
            let weight = std::cmp::Reverse(weight(self.office(tenure.office).kind));
            (shared(tenure), weight, tenure.range().first())
        })
    }

    /// Who held an office on any of these days, by first day.
    pub fn holders(self, office: OfficeRow, on: DateRange) -> Vec<OfficialRow> {
        let mut found: Vec<(Date, OfficialRow)> = self
            .tenures()
            .filter(|(_, tenure)| tenure.office == office && tenure.range().overlaps(on))
            .map(|(official, tenure)| (tenure.range().first(), official))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, official)| official).collect()
    }

    /// The bands of the timeline, in the order of the offices.
    pub fn bands(self) -> Vec<Band> {
        let mut bands: Vec<Band> = Vec::new();
        for (office_row, office) in self.offices() {
            let Some(name) = office.band.as_ref().and_then(Str::borrowed) else {
                continue;
            };
            let holders = self.names().in_bands.iter();
            let terms = holders
                .flat_map(|row| self.official(*row).tenures.iter().map(move |t| (*row, t)))
                .filter(|(_, tenure)| tenure.office == office_row)
                .map(|(official, tenure)| Term {
                    official,
                    days: tenure.range(),
                });
            match bands.iter_mut().find(|band| band.name == name) {
                Some(band) => band.terms.extend(terms),
                None => bands.push(Band {
                    name,
                    terms: terms.collect(),
                }),
            }
        }
        for band in &mut bands {
            band.terms.sort_by_key(|term| (term.days, term.official));
            band.terms = apart(&band.terms);
        }
        bands
    }
}

/// The terms as stretches that do not overlap: of several holders of one day the later one counts,
/// and who was stood in for goes on afterwards.
fn apart(terms: &[Term]) -> Vec<Term> {
    let mut stretches: Vec<Term> = Vec::new();
    for term in terms {
        let cut = |earlier: Term| {
            let (own, later) = (earlier.days, term.days);
            let before = DateRange::new(own.first(), own.last().min(later.first().plus_days(-1)));
            let after = DateRange::new(own.first().max(later.last().plus_days(1)), own.last());
            let piece = move |days| Term { days, ..earlier };
            before.into_iter().chain(after).map(piece)
        };
        stretches = stretches.into_iter().flat_map(cut).collect();
        stretches.push(*term);
    }
    stretches.sort_by_key(|term| (term.days, term.official));
    stretches
}

/// Smaller is weightier.
fn weight(kind: OfficeKind) -> u8 {
    match kind {
        OfficeKind::HeadOfState => 0,
        OfficeKind::HeadOfGovernment => 1,
        OfficeKind::Vice => 2,
        OfficeKind::ForeignMinister | OfficeKind::DefenceMinister => 3,
        OfficeKind::SecurityAdviser => 4,
        OfficeKind::Minister => 5,
        OfficeKind::Deputy | OfficeKind::Intelligence | OfficeKind::Military => 6,
        OfficeKind::Ambassador | OfficeKind::Envoy => 7,
        OfficeKind::Spokesperson | OfficeKind::Legislator => 8,
        OfficeKind::Other => 9,
    }
}
