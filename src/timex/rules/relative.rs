//! Dates by their step from another: "yesterday", "last week", "the following month", "that night".

use super::super::grain::{Grain, Part, Season, Shift};
use super::super::meaning::{Candidate, Meaning, Partial, Time, YearOf};
use super::super::parts;
use super::super::scan::Scan;
use super::weekday::{self, shifted};
use super::{Found, calendar, rule};

/// Words for this evening.
pub(super) const TONIGHT: &[&str] = &["tonight", "to-night"];

/// Proposes what is said by a step.
pub(super) fn propose(scan: &Scan<'_>, at: usize, found: &mut Found) {
    deictic(scan, at, found);
    week_of(scan, at, found);
    season(scan, at, Shift::Plain, at, found);
    let (shift, next) = shifted(scan, at);
    if shift == Shift::Plain {
        return the_unit(scan, at, found);
    }
    let with_article = scan.is(at, "the");
    unit(scan, at, (shift, next, with_article), found);
    season(scan, at, shift, next, found);
    part(scan, at, shift, next, found);
    month(scan, at, shift, next, found);
}

/// "today", "yesterday afternoon", "tonight", "the day before yesterday".
fn deictic(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = at + usize::from(scan.is(at, "the"));
    if scan.is(the, "day") && scan.is_any(the + 1, &["before", "after"]) {
        let (before, word) = (scan.is(the + 1, "before"), the + 2);
        if let Some(days) = scan
            .deictic(word)
            .filter(|days| before == (*days < 0) && *days != 0)
        {
            let days = Meaning::Deictic(2 * days);
            found.push(Candidate::new(at..word + 1, days, rule("day-word")));
        }
    }
    if the > at && scan.is(the, "day") && scan.is_any(the + 1, &["before", "after", "following"]) {
        let next = the + 2;
        let alone = scan.mark(next, ',') || scan.mark(next, '.') || scan.new_paragraph(next);
        if alone || scan.is(the + 1, "following") {
            let shift = if scan.is(the + 1, "before") {
                Shift::Previous
            } else {
                Shift::Following
            };
            let meaning = Meaning::Grain(Grain::Day, shift);
            found.push(Candidate::new(at..next, meaning, rule("anaphora")));
        }
    }
    let Some(days) = scan.deictic(at) else {
        return;
    };
    if scan.is(at + 1, "week") && weekday::is_over(scan, at + 2) && !scan.is_any(at, TONIGHT) {
        let on = if days < 0 { -7 } else { 7 };
        let week = Meaning::Deictic(days + on);
        found.push(Candidate::new(at..at + 2, week, rule("day-word")));
    }
    let mut candidate = Candidate::new(at..at + 1, Meaning::Deictic(days), rule("day-word"));
    if scan.is_any(at, TONIGHT) {
        candidate.time = Some(Time::Part(Part::Night));
    } else if let Some(part) = scan.part(at + 1) {
        candidate.tokens.end += 1;
        candidate.time = Some(Time::Part(part));
    }
    found.push(candidate);
}

/// "last year", "the following month", "that same day".
fn unit(
    scan: &Scan<'_>,
    at: usize,
    (shift, next, with_article): (Shift, usize, bool),
    found: &mut Found,
) {
    if shift == Shift::Latest && scan.is(next, "period") {
        let meaning = Meaning::Grain(Grain::Quarter, shift);
        return found.push(Candidate::new(at..next + 1, meaning, rule("shifted-unit")));
    }
    let fiscal = usize::from(scan.is_any(next, &["fiscal", "calendar", "business"]));
    let Some(unit) = scan.unit(next + fiscal).filter(|unit| *unit >= Grain::Day) else {
        return;
    };
    if scan.hyphen(next + fiscal + 1) || scan.hyphen(next) || scan.is_title(at, next + fiscal) {
        return;
    }
    let end = next + fiscal + 1;
    // "the next day but one" is another day.
    if scan.spells(end, &["but", "one"]) {
        return;
    }
    let end = end + 2 * usize::from(scan.spells(end, &["or", "so"]));
    if shift == Shift::That && !with_article && scan.is(at, "that") && at + 1 < next {
        return found.push(Candidate::new(
            at..end,
            Meaning::Grain(unit, shift),
            rule("anaphora"),
        ));
    }
    // "will stop there on the 11th and meet him next day": the morrow of writing is "tomorrow".
    let anaphoric = shift == Shift::Next && (with_article || unit == Grain::Day);
    let shift = if anaphoric { Shift::Following } else { shift };
    if unit == Grain::Day
        && matches!(
            shift,
            Shift::Last | Shift::Past | Shift::Latest | Shift::This
        )
    {
        return;
    }
    if with_article && matches!(shift, Shift::Past) {
        let value = super::duration::value(super::super::meaning::Count::whole(1), unit);
        return found.push(Candidate::new(
            at..end,
            Meaning::Duration(value),
            rule("past-unit"),
        ));
    }
    let name = if shift.is_anaphoric() {
        rule("anaphora")
    } else {
        rule("shifted-unit")
    };
    let before = shift == Shift::Previous && !with_article && !scan.sentence_starts(at);
    if !before {
        found.push(Candidate::new(at..end, Meaning::Grain(unit, shift), name));
    }
}

/// "the weekend", "the quarter"; "the year" where an amount of time is meant.
fn the_unit(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is(at, "the"));
    let fiscal = usize::from(scan.is(at + the, "fiscal"));
    let word = at + the + fiscal;
    if the == 0 || scan.hyphen(word + 1) {
        return;
    }
    let end = word + 1;
    match scan.unit(word) {
        Some(unit @ (Grain::Weekend | Grain::Quarter)) if fiscal == 0 => {
            let meaning = Meaning::Grain(unit, Shift::Plain);
            found.push(Candidate::new(at..end, meaning, rule("the-unit")));
        }
        Some(unit @ (Grain::Year | Grain::Month | Grain::Week))
            if fiscal == 0 && !scan.capital(word) && of_it(scan, at, end) =>
        {
            let meaning = Meaning::Grain(unit, Shift::Plain);
            found.push(Candidate::new(at..end, meaning, rule("the-unit")));
        }
        Some(Grain::Year) => {
            let whole = at > 0 && scan.is_any(at - 1, &["for", "throughout", "through"])
                || scan.is_any(end, &["ended", "ending"]);
            if whole {
                let meaning = Meaning::Duration("P1Y".into());
                found.push(Candidate::new(at..end, meaning, rule("whole-year")));
            }
        }
        _ => {}
    }
}

/// "the rest of the year", "the week's session": the one that is going on.
fn of_it(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    at >= 2
        && scan.is(at - 1, "of")
        && !scan.is_any(at - 2, &["time", "day", "times", "man", "person"])
        || parts::genitive(scan, end) && !scan.is(end + 1, "end")
}

/// "the week of March 6", "the week of the 14th of March", "the week ending March 6", "the week of the
/// 6th".
fn week_of(scan: &Scan<'_>, at: usize, found: &mut Found) {
    let the = usize::from(scan.is(at, "the"));
    let week = at + the;
    let of = &[
        "of",
        "beginning",
        "starting",
        "commencing",
        "ending",
        "ended",
    ];
    if !scan.is(week, "week") || !scan.is_any(week + 1, of) {
        return;
    }
    let the = usize::from(scan.is(week + 2, "the"));
    let date = week + 2 + the;
    let named = calendar::read(scan, date).filter(|(date, _)| date.day.is_some());
    let by_number = || {
        let (day, end) = parts::day(scan, date)?;
        let suffixed = the == 1 && end == date + 2;
        let day = Partial {
            day: Some(day),
            ..Partial::default()
        };
        suffixed.then_some((day, end))
    };
    if let Some((partial, end)) = named.or_else(by_number) {
        found.push(Candidate::new(
            at..end,
            Meaning::WeekOf(partial),
            rule("week-of"),
        ));
    }
}

/// "last fall", "the summer of 1955", "Summer 1962", "winter".
fn season(scan: &Scan<'_>, at: usize, shift: Shift, next: usize, found: &mut Found) {
    let the = usize::from(shift == Shift::Plain && scan.is(next, "the"));
    let Some(season) = scan.season(next + the) else {
        return;
    };
    let word = next + the;
    let (year, end) = season_year(scan, word + 1);
    let ambiguous = matches!(season, Season::Spring | Season::Autumn) && !scan.is(word, "autumn");
    let led = at > 0
        && scan.is_any(
            at - 1,
            &["in", "by", "during", "since", "until", "through", "this"],
        );
    let edged = at > 0 && scan.edge(at - 1).is_some();
    let sound = match (shift, year) {
        (Shift::Plain, YearOf::Missing) if ambiguous => {
            let campaign = scan.is_any(end, &["offensive", "offensives", "campaign", "session"]);
            let alone = the == 1 && led || edged || led && scan.capital(word);
            campaign || alone && !scan.is_any(end, &["of", "to", "in", "water"])
        }
        (Shift::Plain, YearOf::Missing) => {
            let games = [
                "Olympics",
                "Olympic",
                "Paralympics",
                "Paralympic",
                "Games",
                "Universiade",
                "residence",
                "palace",
                "house",
                "House",
                "Palace",
            ];
            !scan.is_any(end, &games)
        }
        (Shift::Plain, YearOf::Known(_) | YearOf::Bc(_)) => {
            !ambiguous
                || the == 1
                || led
                || scan.capital(word)
                || at > 0 && scan.edge(at - 1).is_some()
        }
        _ => !scan.is_any(end, &["of", "to"]),
    };
    let verb = ambiguous && scan.is_any(end, &["from", "into", "apart", "behind", "short", "up"]);
    if sound && !verb {
        let meaning = Meaning::Season(season, shift, year);
        found.push(Candidate::new(at..end, meaning, rule("season")));
    }
}

/// The year of a season: "of 1955", "1962", "of that year", "of next year".
fn season_year(scan: &Scan<'_>, at: usize) -> (YearOf, usize) {
    let of = usize::from(scan.is(at, "of"));
    let next = at + of + usize::from(of == 0 && scan.mark(at, ','));
    if let Some((year, end)) = parts::before_christ(scan, next) {
        return (YearOf::Bc(year), end);
    }
    if let Some((year, end)) = parts::year(scan, next) {
        return (YearOf::Known(year), end);
    }
    let the = usize::from(scan.is(at + of, "the"));
    if let Some(shift) = scan.shift(at + of + the).filter(|_| of == 1)
        && scan.is(at + of + the + 1, "year")
    {
        return (YearOf::Shifted(shift), at + of + the + 2);
    }
    (YearOf::Missing, at)
}

/// "this morning", "last night", "that afternoon", "the next morning".
fn part(scan: &Scan<'_>, at: usize, shift: Shift, next: usize, found: &mut Found) {
    let Some(part) = scan.part(next) else {
        return;
    };
    let with_article = scan.is(at, "the");
    let meaning = match shift {
        Shift::This | Shift::Current if !with_article => Meaning::Deictic(0),
        Shift::Last if !with_article => Meaning::Deictic(-1),
        Shift::Next => Meaning::Grain(Grain::Day, Shift::Following),
        other => Meaning::Grain(Grain::Day, other),
    };
    let mut candidate = Candidate::new(at..next + 1, meaning, rule("shifted-part"));
    candidate.time = Some(Time::Part(part));
    found.push(candidate);
}

/// "last May", "this September", "next March 3".
fn month(scan: &Scan<'_>, at: usize, shift: Shift, next: usize, found: &mut Found) {
    if let Some((partial, end)) = calendar::read(scan, next) {
        let shifted = partial.year == YearOf::Missing && partial.weekday.is_none();
        let led = !matches!(shift, Shift::That | Shift::Latest | Shift::Current);
        if shifted && led && !(scan.is(at, "the") && partial.day.is_some()) {
            let year = YearOf::Shifted(shift);
            let partial = Partial { year, ..partial };
            let date = Meaning::MonthBy(partial, shift);
            found.push(Candidate::new(at..end, date, rule("shifted-month")));
        }
    }
}
