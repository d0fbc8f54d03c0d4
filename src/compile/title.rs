//! Headlines in our own style: "Blinken meets Chung Eui-yong in Seoul".

use smallvec::SmallVec;

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
    let actors: Names<'_> = draft
        .people
        .iter()
        .filter_map(|&at| people.get(at))
        .map(|e| short(e, gazetteer))
        .collect();
    let parties = parties(draft, gazetteer);
    let place = place(draft, gazetteer);
    let at = place.as_deref().unwrap_or_default();
    let within = if place.is_some() { " in " } else { "" };
    let many = actors.len() > 1 || actors.is_empty() && parties.len() != 1;
    let who = list(if actors.is_empty() { &parties } else { &actors });
    let who = who.as_str();
    let verb = |held: &'static str, held_many: &'static str, base: &'static str| match draft.status
    {
        Status::Planned => ["to ", base],
        Status::Possible => ["may ", base],
        _ if many => ["", held_many],
        _ => ["", held],
    };
    let does = |[mood, verb]: [&str; 2]| [who, " ", mood, verb, within, at].concat();
    let body = match draft.kind {
        Kind::Visit => {
            let [mood, verb] = verb("visits", "visit", "visit");
            let to = place.as_deref().unwrap_or("abroad");
            [who, " ", mood, verb, " ", to].concat()
        }
        Kind::Meeting => match (actors.as_slice(), &draft.group) {
            ([one, other], None) => {
                let meets = match draft.status {
                    Status::Planned => " to meet ",
                    Status::Possible => " may meet ",
                    _ => " meets ",
                };
                [one, meets, other, within, at].concat()
            }
            (_, Some(group)) => {
                let [mood, verb] = verb("meets", "meet", "meet");
                [who, " ", mood, verb, " ", group, within, at].concat()
            }
            _ => does(verb("holds a meeting", "meet", "meet")),
        },
        Kind::Call => {
            let [mood, verb] = verb("speaks by phone", "speak by phone", "speak by phone");
            [who, " ", mood, verb].concat()
        }
        Kind::Talks => does(verb("holds talks", "hold talks", "hold talks")),
        Kind::Summit => does(verb("holds a summit", "hold a summit", "hold a summit")),
        Kind::TwoPlusTwo => [&parties.join("–"), " 2+2", within, at].concat(),
        Kind::Conference => [&named_noun(sentence, words), within, at].concat(),
        Kind::Statement => does(verb("makes a statement", "make a statement", "speak")),
        Kind::Agreement => does(verb(
            "signs an agreement",
            "reach an agreement",
            "sign an agreement",
        )),
        Kind::Exercise => does(verb(
            "holds an exercise",
            "hold an exercise",
            "hold an exercise",
        )),
        Kind::Test => {
            let lower = words.to_lowercase();
            let what = if lower.contains("nuclear") || lower.contains("atomic") {
                " a nuclear device"
            } else if sentence.contains("satellite") {
                " a satellite launch"
            } else {
                " missiles"
            };
            let [mood, verb] = verb("tests", "tests", "test");
            let who = parties.first().copied().unwrap_or(who);
            [who, " ", mood, verb, what].concat()
        }
        Kind::Announcement | Kind::Other => cut(sentence),
    };
    if draft.status == Status::Cancelled {
        cut([body.as_str(), ": called off"].concat().trim())
    } else {
        cut(body.trim())
    }
}

/// What a headline calls people, countries or places.
type Names<'a> = SmallVec<[&'a str; 4]>;

/// A person as a headline calls them: Koreans and Chinese in full, others by family name.
fn short(entity: &Entity, gazetteer: Gazetteer) -> &str {
    let Some(row) = entity.official else {
        return &entity.name;
    };
    let official = gazetteer.official(row);
    let code = gazetteer.country(official.country).code.as_str();
    if matches!(code, "KR" | "KP" | "CN" | "KO") || official.family.is_empty() {
        &official.name
    } else {
        &official.family
    }
}

/// The countries of a draft as a headline calls them.
fn parties(draft: &Draft, gazetteer: Gazetteer) -> Names<'static> {
    let old = draft
        .range()
        .is_some_and(|range| range.last().year() < 1948);
    draft
        .countries
        .iter()
        .filter(|&&row| draft.is_party(row))
        .map(|&row| country(row, old, gazetteer))
        .collect()
}

/// A country as a headline calls it; there was one Korea before 1948.
fn country(row: CountryRow, old: bool, gazetteer: Gazetteer) -> &'static str {
    let country = gazetteer.country(row);
    match country.code.as_str() {
        "US" => "US",
        "KR" if old => "Korea",
        "KR" => "ROK",
        "KP" => "DPRK",
        _ => &country.name,
    }
}

fn place(draft: &Draft, gazetteer: Gazetteer) -> Option<String> {
    let name = |place| match place {
        &PlaceRef::Known(row) => {
            let place = gazetteer.place(row);
            let house = HOUSES.iter().any(|kind| place.kind.contains(kind));
            let article = if house { "the " } else { "" };
            [article, place.name.as_str()].concat()
        }
        PlaceRef::Named(name) => name.to_string(),
    };
    let names: Vec<String> = draft.places.iter().take(3).map(name).collect();
    let names: Names<'_> = names.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| list(&names))
}

/// Kinds of places that have an article: one meets in the White House, and in Washington.
const HOUSES: [&str; 4] = ["residence", "Department", "guest house", "building"];

/// "A", "A and B", "A, B and C", "A, B, C and others".
fn list(names: &[&str]) -> String {
    match names {
        [] => "Officials".to_owned(),
        [one] => (*one).to_owned(),
        [a, b] => [a, " and ", b].concat(),
        [a, b, c] => [a, ", ", b, " and ", c].concat(),
        [a, b, c, ..] => [a, ", ", b, ", ", c, " and others"].concat(),
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
    let mut line = String::with_capacity(WIDEST + 16);
    // So many signs it has; so many bytes of it leave room for the mark of what is cut.
    let (mut width, mut kept, mut open) = (0, 0, true);
    for word in text.split_whitespace() {
        let own = word.chars().count();
        open &= width + own + 2 <= WIDEST;
        if width > 0 {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += own;
        if open {
            kept = line.len();
        }
        if width > WIDEST {
            line.truncate(kept);
            line.push('…');
            return line;
        }
    }
    line.truncate(line.trim_end_matches('.').len());
    line
}
