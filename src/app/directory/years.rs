//! Plots: events by year, and in a year by kind, country and month.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::tables::{bar, counted};
use super::{Entry, Scope, Thing};
use crate::app::detail::{Opens, Page};
use crate::app::library::Library;
use crate::app::role::Role;
use crate::chronicle::{Event, Kind};
use crate::query::{Field, condition};
use crate::time::Date;

/// Cells of the bar beside a year.
const BAR: usize = 24;

pub(super) fn entries(library: &Library, scope: &Scope) -> Vec<Entry> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for id in scope.ids(library) {
        if let Some(day) = library.first_day(id) {
            *counts.entry(day.year()).or_default() += 1;
        }
    }
    let most = counts.values().copied().max().unwrap_or(1);
    counts
        .into_iter()
        .map(|(year, count)| {
            let bar = bar(count, most, BAR);
            Entry::new(Thing::Year(year), &year.to_string(), bar, count, [])
        })
        .collect()
}

/// Meetings of any sort, as against tests.
fn is_meeting(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Visit
            | Kind::Meeting
            | Kind::Summit
            | Kind::TwoPlusTwo
            | Kind::Talks
            | Kind::Call
            | Kind::Conference
    )
}

pub(super) fn page(page: &mut Page, library: &Library, scope: &Scope, year: i32) {
    let width = page.width();
    let scope = scope.of_year(year);
    let events: Vec<Cow<'_, Event>> = scope.events(library).map(|(_, event)| event).collect();
    let many = events.len();
    let title = format!("{year}: {many} event{}", if many == 1 { "" } else { "s" });
    page.wrapped(
        &[(Role::Title, &title), (Role::Dim, " · Enter lists them")],
        0,
    );
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
    let mut months = [(0usize, 0usize); 12];
    for event in events {
        *kinds.entry(event.kind.name()).or_default() += 1;
        for code in library.chronicle.country_codes(&event) {
            *countries.entry(code).or_default() += 1;
        }
        let month = event.range().map_or(1, |range| range.first().month()) as usize - 1;
        if let Some((meetings, tests)) = months.get_mut(month) {
            *meetings += usize::from(is_meeting(event.kind));
            *tests += usize::from(event.kind == Kind::Test);
        }
    }
    against(page, year, &months, width);
    let kind = |name: &str| Opens::Search(format!("{year} {}", condition(Field::Kind, name)));
    let country = |code: &str| Opens::Search(format!("{year} {}", condition(Field::Country, code)));
    counted(page, "By kind", &kinds, Role::Kind, width, kind);
    counted(
        page,
        "By country",
        &countries,
        Role::Country,
        width,
        country,
    );
}

/// Meetings against tests, month by month, numbers beside the bars.
fn against(page: &mut Page, year: i32, months: &[(usize, usize); 12], width: usize) {
    let most = months.iter().map(|(a, b)| (*a).max(*b)).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    page.heading("Meetings against tests");
    let room = (width.saturating_sub(16) / 2).min(24);
    for (month, (meetings, tests)) in (1..).zip(months) {
        let name = Date::new(year, month, 1).map_or("", Date::month_name);
        let left = bar(*meetings, most, room);
        let padding = " ".repeat(room.saturating_sub(crate::text::cells(&left)));
        let left_number = format!(" {meetings:>3} ");
        let right_number = format!(" {tests:>3} ");
        let at = page.len();
        page.wrapped(
            &[
                (Role::Date, name),
                (Role::Dim, &left_number),
                (Role::Bar, &left),
                (Role::Text, &padding),
                (Role::Dim, &right_number),
                (Role::Alarm, &bar(*tests, most, room)),
            ],
            0,
        );
        if meetings + tests > 0 {
            page.opens(at, Opens::Search(format!("{year}-{month:02}")));
        }
    }
}
