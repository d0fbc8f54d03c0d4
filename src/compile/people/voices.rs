//! Who says "I": the writer of a letter, the speaker of a transcript.

use super::spelling::by_family;
use super::{Entity, FAR, Finder, Line, Naming, People};
use crate::compile::page::{Page, Sentence};
use crate::document::BlockKind;
use crate::record::OfficeKind;
use crate::text::{find, fold};

/// Who writes home from a post, or to it.
const WRITERS: [OfficeKind; 6] = [
    OfficeKind::Ambassador,
    OfficeKind::Envoy,
    OfficeKind::Deputy,
    OfficeKind::ForeignMinister,
    OfficeKind::DefenceMinister,
    OfficeKind::Military,
];

/// How many lines at the beginning and at the end of a text are asked who wrote it.
const LINES: usize = 12;

/// The longest line that tells who writes to whom, in bytes.
const LETTER: usize = 140;

/// A label is shorter than so many bytes.
const LABEL: usize = 30;
/// The longest title before the name of who speaks, in bytes.
const TITLE: usize = 60;

/// How many notes may stand below who signs.
const NOTES: usize = 60;

/// Those who can say "I" without being named right before.
pub(super) struct Voices {
    /// Who wrote the text.
    pub(super) author: Option<usize>,
    /// Whom the label "The President." of American papers means.
    president: Option<usize>,
}

impl Voices {
    /// The voices of a page.
    pub(super) fn of(
        page: &Page<'_>,
        full: &[Naming],
        people: &mut People,
        finder: &Finder<'_>,
    ) -> Self {
        let author = author(page, full, people, finder);
        let labelled = page
            .sentences
            .iter()
            .any(|sentence| is_president(page, sentence));
        let holder = || {
            let america = finder.gazetteer.country_by_code("US");
            let kinds = [OfficeKind::HeadOfState];
            match finder
                .roster
                .holders(&kinds, america, finder.now?)
                .as_slice()
            {
                [row] => Some(*row),
                _ => None,
            }
        };
        let row = labelled.then(holder).flatten();
        Self {
            author,
            president: row.map(|row| people.official(row, finder.gazetteer, true)),
        }
    }
}

/// Whether a sentence is the label of a president's words, as the Public Papers of the Presidents print
/// it: "The President. I have been pleased …".
fn is_president(page: &Page<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.len() == 3 && sentence.span.of(page.text()).trim_end() == "The President."
}

/// The writer of a letter or telegram: "Mr. Foote to Mr. Frelinghuysen", "The Ambassador in Korea
/// (Muccio) to the Secretary of State"; or who signs at its end.
fn author(
    page: &Page<'_>,
    full: &[Naming],
    people: &mut People,
    finder: &Finder<'_>,
) -> Option<usize> {
    let text = page.text();
    let begin = page.sentences.iter().take(6).find_map(|sentence| {
        if sentence.tokens.len() > 24 {
            return None;
        }
        let words = sentence.span.of(text);
        let naming = full.iter().find(|n| sentence.span.covers(n.span))?;
        let to = find(words, " to ")?;
        let before = naming.span.start as usize <= sentence.span.start as usize + to;
        let verb = [
            " will ", " met ", " said ", " has ", " is ", " was ", " spoke ",
        ];
        let plain = || !verb.iter().any(|verb| find(words, verb).is_some());
        let to_whom = || is_addressed(page, sentence, naming, full, finder);
        (before && plain() && to_whom()).then(|| naming.entities.first().copied())?
    });
    begin
        .or_else(|| bracketed(text, people, finder))
        .or_else(|| secretary(text, people, finder))
        .or_else(|| signed(page, full, people, finder))
}

/// The Secretary of State of the day, where a heading names the writer by that office alone: "Memorandum by the
/// Secretary of State", "The Secretary of State to the Ambassador in Japan (Grew)".
fn secretary(text: &str, people: &mut People, finder: &Finder<'_>) -> Option<usize> {
    let own = |line: &str| {
        line.len() <= LETTER
            && (line.starts_with("The Secretary of State to ")
                || line.trim_end().ends_with(" by the Secretary of State"))
    };
    text.lines()
        .take(LINES)
        .map(str::trim)
        .find(|line| own(line))?;
    let america = finder.gazetteer.country_by_code("US");
    let kinds = [OfficeKind::ForeignMinister];
    match (finder.roster)
        .holders(&kinds, america, finder.now?)
        .as_slice()
    {
        [row] => Some(people.official(*row, finder.gazetteer, true)),
        _ => None,
    }
}

/// Whether "to" stands right behind a name, or behind what is told of its bearer, and somebody or an
/// office behind it: "Mr. Foote to Mr. Frelinghuysen", not "Blinken to Visit Seoul" or "Kim Talks to Moon".
fn is_addressed(
    page: &Page<'_>,
    sentence: &Sentence,
    from: &Naming,
    full: &[Naming],
    finder: &Finder<'_>,
) -> bool {
    let line = Line::new(page, sentence);
    let behind = line.token_at(from.span.end);
    let Some(to) = (behind..line.len()).find(|&at| line.lower(at) == "to") else {
        return false;
    };
    let described = matches!(line.lower(behind), "," | "(" | ")" | "in" | "at" | "to");
    let office = |at: usize| {
        finder.lexicon.is_head(line.id(at))
            || matches!(
                line.lower(at),
                "department" | "embassy" | "legation" | "consulate" | "ministry"
            )
    };
    let named = |at: usize| full.iter().any(|n| n.span.covers(line.span(at)));
    let article = matches!(line.lower(to + 1), "the" | "his" | "her");
    let titled = (to + 2..to + 6).any(|at| line.lower(at) == "of") && office(to + 1);
    described && (named(to + 1) || titled || article && (to + 2..to + 6).any(office))
}

/// "The Ambassador in Korea (Muccio) to the Secretary of State".
fn bracketed(text: &str, people: &mut People, finder: &Finder<'_>) -> Option<usize> {
    const TO: &str = ") to ";
    // Of a text that has this nowhere the lines need not be asked one by one.
    find(text, TO)?;
    text.lines().take(LINES).find_map(|line| {
        let from = line.get(..find(line, TO)?)?;
        let (post, name) = from.rsplit_once('(')?;
        let known = family(name, people, finder);
        known.or_else(|| at_a_post(post, name.trim(), line, people, finder))
    })
}

/// Somebody at an American post whom the gazetteer does not have: "The Chargé in Japan (Dooman) to the
/// Secretary of State".
fn at_a_post(
    post: &str,
    name: &str,
    line: &str,
    people: &mut People,
    finder: &Finder<'_>,
) -> Option<usize> {
    let is_name = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
    let is_name = is_name && name.chars().any(char::is_lowercase);
    let home = ["Secretary of State", "Department of State"];
    let posts = [
        "Ambassador",
        "Minister",
        "Chargé",
        "Consul",
        "Embassy",
        "Legation",
        "Adviser",
    ];
    let said = |words: &[&str], part: &str| words.iter().any(|word| part.contains(word));
    if !is_name || line.len() > LETTER || !said(&home, line) || !said(&posts, post) {
        return None;
    }
    let entity = Entity {
        official: None,
        name: name.to_owned(),
        country: finder.gazetteer.country_by_code("US"),
        role: Some(post.trim().to_owned()),
        kinds: Vec::new(),
        named: true,
        because: None,
    };
    Some(people.add(entity, [fold(name)]))
}

/// Who signs: a line of its own with nothing but a name, below the text.
fn signed(
    page: &Page<'_>,
    full: &[Naming],
    people: &mut People,
    finder: &Finder<'_>,
) -> Option<usize> {
    let last = page.sentences.last()?;
    let whole = full.iter().find(|n| last.span.covers(n.span));
    if let Some(naming) = whole.filter(|_| last.tokens.len() <= 6) {
        return naming.entities.first().copied();
    }
    let line = last_line(page)?;
    let word = line
        .trim_matches(|c: char| !c.is_alphanumeric())
        .rsplit(' ')
        .next()?;
    let capitals = line.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let short = line.split(' ').count() <= 3;
    // A telegram is signed with the family name alone.
    let telegram = || line == word && is_telegram(page.text());
    if short && word.len() > 2 && (capitals || telegram()) {
        return family(word, people, finder);
    }
    let key = fold(word);
    let known = people.called.of_word(&key).first().copied();
    known.filter(|_| short)
}

/// The last line of a page that is no note below it.
fn last_line<'a>(page: &Page<'a>) -> Option<&'a str> {
    let mut rest = page.text().trim_end();
    for _ in 0..NOTES {
        let start = rest.rfind('\n').map_or(0, |at| at + 1);
        let line = rest.get(start..)?.trim();
        let at = u32::try_from(start).ok()?;
        if !line.is_empty() && page.document.block_at(at) != Some(BlockKind::Boilerplate) {
            return Some(line);
        }
        rest = rest.get(..start)?.trim_end();
    }
    None
}

/// Whether the head of a text calls it a telegram, or a letter that went between a post and its
/// department.
fn is_telegram(text: &str) -> bool {
    let words = ["Telegram", "telegram", "TELEGRAM", "Airgram", "Despatch"];
    let mut head = text.lines().take(LINES);
    head.any(|line| words.iter().any(|word| line.contains(word)))
}

/// The person whom a family name in any case means where letters are written.
fn family(name: &str, people: &mut People, finder: &Finder<'_>) -> Option<usize> {
    let key = fold(name);
    if key.is_empty() || key.contains(' ') {
        return None;
    }
    if let Some(&at) = people.called.of_word(&key).first() {
        return Some(at);
    }
    let row = by_family(finder, &key, &WRITERS, None)?;
    Some(people.official(row, finder.gazetteer, true))
}

/// Whose voice a sentence is in: "SECRETARY BLINKEN: …" changes it, "QUESTION: …" takes it away.
pub(super) fn next(
    page: &Page<'_>,
    sentence: &Sentence,
    within: &[Naming],
    people: &People,
    voice: Option<usize>,
    voices: &Voices,
) -> Option<usize> {
    let text = page.text();
    let words = sentence.span.of(text);
    // "SECRETARY BLINKEN:", "A/S Hill:".
    let titled = |naming: &&Naming| {
        let lead = naming.span.start.saturating_sub(sentence.span.start) as usize;
        let title = words.get(..lead).unwrap_or_default();
        lead <= TITLE
            && title
                .split_whitespace()
                .all(|word| word.starts_with(char::is_uppercase))
    };
    if let Some(first) = within.first().filter(titled) {
        let after = text.get(first.span.end as usize..).unwrap_or_default();
        if after.starts_with(':') {
            return first.entities.first().copied();
        }
    }
    if is_president(page, sentence) {
        return voices.president.or(voice);
    }
    if let Some(speaker) = by_title(words, people) {
        return Some(speaker);
    }
    if words.starts_with("QUESTION:")
        || words.starts_with("Q ")
        || words.starts_with("Q:")
        || words.starts_with("MODERATOR:")
    {
        return voices.author;
    }
    voice
}

/// "Minister:", "Foreign Minister:": the first person of the text with that title, one of those who are
/// named early.
fn by_title(words: &str, people: &People) -> Option<usize> {
    let (label, _) = words.split_once(':')?;
    let label = label.trim();
    // No label is a sentence: those are not made small only to be left.
    if label.len() > LABEL {
        return None;
    }
    let title = label.to_lowercase();
    let short = title.len() < LABEL && title.chars().all(|c| c.is_alphabetic() || c == ' ');
    let titles = ["minister", "secretary", "president", "premier"];
    if !short || !titles.iter().any(|head| title.ends_with(head)) {
        return None;
    }
    people.entities.iter().take(FAR).position(|entity| {
        let role = entity.role.as_deref().unwrap_or_default().to_lowercase();
        entity.named && title.split(' ').all(|word| role.contains(word))
    })
}
