//! Headlines in our own style: "Blinken meets Chung Eui-yong in Seoul".

use super::draft::Draft;
use super::people::Entity;
use crate::chronicle::{PlaceRef, Status};
use crate::gazetteer::Gazetteer;
use crate::record::{CountryRow, Kind};

/// No headline is longer, in characters.
const WIDEST: usize = 90;

/// The headline of a draft; `words` is its trigger as the text has it, `sentence` its sentence.
pub(super) fn title(
    draft: &Draft,
    people: &[Entity],
    gazetteer: Gazetteer,
    words: &str,
    sentence: &str,
) -> String {
    let actors: Vec<String> = draft
        .people
        .iter()
        .filter_map(|&at| people.get(at))
        .map(|e| short(e, gazetteer))
        .collect();
    let parties = || parties(draft, gazetteer);
    let place = place(draft, gazetteer);
    let at = place
        .as_ref()
        .map_or_else(String::new, |p| format!(" in {p}"));
    let many = actors.len() > 1 || actors.is_empty() && draft.countries.len() > 1;
    let who = if actors.is_empty() {
        list(&parties())
    } else {
        list(&actors)
    };
    let verb = |held: &str, held_many: &str, base: &str| match draft.status {
        Status::Planned => format!("to {base}"),
        Status::Possible => format!("may {base}"),
        _ if many => held_many.to_owned(),
        _ => held.to_owned(),
    };
    let body = match draft.kind {
        Kind::Visit => {
            let to = place.clone().unwrap_or_else(|| "abroad".to_owned());
            format!("{who} {} {to}", verb("visits", "visit", "visit"))
        }
        Kind::Meeting => match (actors.as_slice(), &draft.group) {
            ([one, other], None) => {
                let meets = match draft.status {
                    Status::Planned => "to meet",
                    Status::Possible => "may meet",
                    _ => "meets",
                };
                format!("{one} {meets} {other}{at}")
            }
            (_, Some(group)) => format!("{who} {} {group}{at}", verb("meets", "meet", "meet")),
            _ => format!("{who} {}{at}", verb("holds a meeting", "meet", "meet")),
        },
        Kind::Call => format!(
            "{who} {}",
            verb("speaks by phone", "speak by phone", "speak by phone")
        ),
        Kind::Talks => format!(
            "{who} {}{at}",
            verb("holds talks", "hold talks", "hold talks")
        ),
        Kind::Summit => format!(
            "{who} {}{at}",
            verb("holds a summit", "hold a summit", "hold a summit")
        ),
        Kind::TwoPlusTwo => format!("{} 2+2{at}", parties().join("–")),
        Kind::Conference => format!("{}{at}", named_noun(sentence, words)),
        Kind::Statement => format!(
            "{who} {}{at}",
            verb("makes a statement", "make a statement", "speak")
        ),
        Kind::Agreement => format!(
            "{who} {}{at}",
            verb(
                "signs an agreement",
                "reach an agreement",
                "sign an agreement"
            )
        ),
        Kind::Exercise => format!(
            "{who} {}{at}",
            verb("holds an exercise", "hold an exercise", "hold an exercise")
        ),
        Kind::Test => {
            let nuclear =
                words.to_lowercase().contains("nuclear") || words.to_lowercase().contains("atomic");
            let what = if nuclear {
                "a nuclear device"
            } else if sentence.contains("satellite") {
                "a satellite launch"
            } else {
                "missiles"
            };
            format!(
                "{} {} {what}",
                parties().into_iter().next().unwrap_or(who),
                verb("tests", "tests", "test")
            )
        }
        Kind::Announcement | Kind::Other => cut(sentence),
    };
    let body = if draft.status == Status::Cancelled {
        format!("{body}: called off")
    } else {
        body
    };
    cut(body.trim())
}

/// A person as a headline calls them: Koreans and Chinese in full, others by family name.
fn short(entity: &Entity, gazetteer: Gazetteer) -> String {
    let Some(row) = entity.official else {
        return entity.name.clone();
    };
    let official = gazetteer.official(row);
    let code = gazetteer.country(official.country).code.as_str();
    if matches!(code, "KR" | "KP" | "CN" | "KO") || official.family.is_empty() {
        official.name.to_string()
    } else {
        official.family.to_string()
    }
}

/// The countries of a draft as a headline calls them.
fn parties(draft: &Draft, gazetteer: Gazetteer) -> Vec<String> {
    let old = draft
        .range()
        .is_some_and(|range| range.last().year() < 1948);
    draft
        .countries
        .iter()
        .map(|&row| country(row, old, gazetteer))
        .collect()
}

/// A country as a headline calls it; there was one Korea before 1948.
fn country(row: CountryRow, old: bool, gazetteer: Gazetteer) -> String {
    let country = gazetteer.country(row);
    match country.code.as_str() {
        "US" => "US".to_owned(),
        "KR" if old => "Korea".to_owned(),
        "KR" => "ROK".to_owned(),
        "KP" => "DPRK".to_owned(),
        _ => country.name.to_string(),
    }
}

fn place(draft: &Draft, gazetteer: Gazetteer) -> Option<String> {
    let names: Vec<String> = draft
        .places
        .iter()
        .take(3)
        .map(|place| match place {
            PlaceRef::Known(row) => gazetteer.place(*row).name.to_string(),
            PlaceRef::Named(name) => name.to_string(),
        })
        .collect();
    (!names.is_empty()).then(|| list(&names))
}

/// "A", "A and B", "A, B and C", "A, B, C and others".
fn list(names: &[String]) -> String {
    match names {
        [] => "Officials".to_owned(),
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [a, b, c] => format!("{a}, {b} and {c}"),
        [a, b, c, ..] => format!("{a}, {b}, {c} and others"),
    }
}

/// A noun with the capitalised words before it: "NATO Summit".
fn named_noun(sentence: &str, noun: &str) -> String {
    let Some((before, _)) = sentence.split_once(noun) else {
        return noun.to_owned();
    };
    let mut words: Vec<&str> = Vec::new();
    for word in before.split_whitespace().rev().take(5) {
        if word.chars().next().is_some_and(char::is_uppercase)
            && !matches!(word, "The" | "At" | "In" | "On")
        {
            words.push(word);
        } else {
            break;
        }
    }
    words.reverse();
    words.push(noun);
    let name = words.join(" ");
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + chars.as_str()
    })
}

/// At most as long as a headline may be, cut after a word.
fn cut(text: &str) -> String {
    let bytes = text.as_bytes();
    let single = bytes.windows(2).all(|two| two != b"  ");
    if text.len() <= WIDEST && single && bytes.iter().all(|byte| (b' '..0x7F).contains(byte)) {
        return text.trim().trim_end_matches('.').to_owned();
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= WIDEST {
        return line.trim_end_matches('.').to_owned();
    }
    let mut short = String::new();
    for word in line.split(' ') {
        if short.chars().count() + word.chars().count() + 2 > WIDEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.push('…');
    short
}
