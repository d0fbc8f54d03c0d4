//! Who is meant: full names, titles with names, titles alone, family names, pronouns, groups.
//!
//! A document is read twice. First every full name and every title with a name founds an
//! [`Entity`]; then each family name, title alone, pronoun and "the two ministers" is led back to
//! the entities of the document, and to the gazetteer by office and day where there is none.

mod apposition;
mod bearer;
mod called;
mod groups;
mod home;
mod names;
mod plurals;
mod pronouns;
mod spelling;
mod titles;
mod untitled;
mod voices;

use called::Called;
use smallvec::SmallVec;
use titles::Title;
use voices::Voices;

use super::lexicon::{Lexicon, WordId};
use super::page::{Page, Sentence};
use crate::document::Part;
use crate::gazetteer::{Gazetteer, Roster};
use crate::record::{CountryRow, OfficeKind, OfficialRow};
use crate::text::{Span, WordSet, fold, within};
use crate::time::DateRange;

/// A title alone, or a plural, looks back over so many namings at most.
const FAR: usize = 200;

/// A person of a document.
#[derive(Debug, Clone)]
pub(super) struct Entity {
    /// The official, if the gazetteer has them.
    pub(super) official: Option<OfficialRow>,
    /// The name, in the gazetteer's spelling or as the document first has it in full.
    pub(super) name: String,
    /// Whom they act for.
    pub(super) country: Option<CountryRow>,
    /// The title that the document gives.
    pub(super) role: Option<String>,
    /// The kinds of office that the title can mean.
    pub(super) kinds: Vec<OfficeKind>,
    /// Whether the text says the name; otherwise office and day told it.
    pub(super) named: bool,
    /// Why it is who it is, where that is not plain.
    pub(super) because: Option<String>,
}

/// People of a document by number; mostly one.
pub(super) type Whom = SmallVec<[usize; 2]>;

/// A place in the text that means one or more persons.
#[derive(Debug, Clone)]
pub(super) struct Naming {
    /// Title and name, or the pronoun.
    pub(super) span: Span,
    /// Whom, by number.
    pub(super) entities: Whom,
}

impl Naming {
    /// What means one person.
    fn of(span: Span, entity: usize) -> Self {
        Self {
            span,
            entities: smallvec::smallvec![entity],
        }
    }
}

/// Everyone in a document.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) entities: Vec<Entity>,
    called: Called,
    /// In order, disjoint.
    pub(super) namings: Vec<Naming>,
    /// Who says "I" in a letter.
    pub(super) author: Option<usize>,
    /// Whose document it is.
    home: Option<home::Home>,
    /// Family names, folded, that the markup of the document calls those of people.
    marked: WordSet<String>,
}

/// What finding people needs.
pub(super) struct Finder<'a> {
    pub(super) gazetteer: Gazetteer,
    pub(super) roster: &'a Roster,
    pub(super) lexicon: &'a Lexicon,
    /// When the document was written, as far as known.
    pub(super) now: Option<DateRange>,
}

impl Entity {
    /// Whether they speak for others.
    pub(super) fn speaks(&self) -> bool {
        let role = self.role.as_deref().unwrap_or_default().to_lowercase();
        role.contains("spokes")
            || role.contains("press secretary")
            || role.contains("cabinet secretary")
            || self.kinds.contains(&OfficeKind::Spokesperson)
    }
}

impl People {
    /// The namings within a span.
    pub(super) fn namings_in(&self, span: Span) -> &[Naming] {
        within(&self.namings, span, |naming| naming.span)
    }

    /// The states of some, each once.
    pub(super) fn states(&self, people: &[usize]) -> Vec<CountryRow> {
        let mut states = Vec::new();
        for state in people
            .iter()
            .filter_map(|&at| self.entities.get(at)?.country)
        {
            if !states.contains(&state) {
                states.push(state);
            }
        }
        states
    }

    /// The entity of an official, made if it is new.
    fn official(&mut self, row: OfficialRow, gazetteer: Gazetteer, named: bool) -> usize {
        if let Some(at) = self.called.of_official(row) {
            self.entities[at].named |= named;
            return at;
        }
        let official = gazetteer.official(row);
        let given = fold(&official.given);
        let code = gazetteer.country(official.country).code.as_str();
        let first = given.split(' ').next().filter(|first| !first.is_empty());
        let first = first.filter(|_| !matches!(code, "KR" | "KP" | "KO" | "CN"));
        let words = std::iter::once(fold(&official.family)).chain(first.map(str::to_owned));
        let entity = Entity {
            official: Some(row),
            name: official.name.to_string(),
            country: Some(official.country),
            role: None,
            kinds: Vec::new(),
            named,
            because: None,
        };
        self.add(entity, words)
    }

    /// Makes somebody whom the document has called by the family name alone the official who bears it.
    fn become_official(&mut self, at: usize, row: OfficialRow, gazetteer: Gazetteer) -> usize {
        let official = gazetteer.official(row);
        self.rename(at, &official.name);
        self.called.bear(at, row);
        let entity = &mut self.entities[at];
        entity.official = Some(row);
        entity.country = Some(official.country);
        at
    }

    /// Takes up an entity, and the folded words by which the document may call it.
    fn add(&mut self, entity: Entity, words: impl IntoIterator<Item = String>) -> usize {
        let at = self.entities.len();
        self.called.add(at, &entity);
        if !self.called.is_closed() {
            for word in words {
                self.called.call(at, word);
            }
        }
        self.entities.push(entity);
        at
    }

    /// Takes up how the document spells an official whose family name it writes in another way: in a text of
    /// "Yi Tong-won" it is "Yi" whom the record calls Lee Dong-won.
    fn spelt(&mut self, at: usize, row: OfficialRow, words: &str, gazetteer: Gazetteer) {
        let family = &gazetteer.official(row).family;
        // Nearly always, and not folded for nothing.
        if words.contains(&**family) {
            return;
        }
        let family = fold(family);
        let words = fold(words);
        let other = !self.called.is_closed() && !words.split(' ').any(|word| word == family);
        if let (true, Some((first, _))) = (other, words.split_once(' ')) {
            self.called.call(at, first.to_owned());
            self.called.name(at, &words);
        }
    }

    /// Somebody whom only the markup makes a person, by their family name.
    fn marked(&mut self, name: &str) -> usize {
        let entity = Entity {
            official: None,
            name: name.to_owned(),
            country: None,
            role: None,
            kinds: Vec::new(),
            named: true,
            because: None,
        };
        self.add(entity, [])
    }

    /// Takes up those whom the markup names: by their full names, or by a family name that can then stand alone.
    fn take_marked(&mut self, page: &Page<'_>, finder: &Finder<'_>) {
        for name in page.document.people(Part::Mentioned) {
            let words: Vec<&str> = name
                .split(' ')
                .filter(|word| word.chars().nth(1).is_some() && !word.ends_with('.'))
                .collect();
            let is_name = |word: &&str| word.starts_with(char::is_uppercase);
            match words.as_slice() {
                [single] if is_name(single) => {
                    self.marked.insert(fold(single));
                }
                [_, _] | [_, _, _] if words.iter().all(is_name) => {
                    bearer::full_name(finder, self, &words, &Title::default());
                }
                _ => {}
            }
        }
    }

    /// Gives an entity the name that the document has in full.
    fn rename(&mut self, at: usize, name: &str) {
        let old = std::mem::replace(&mut self.entities[at].name, name.to_owned());
        self.called.rename(at, &old, name);
    }
}

/// Reads everyone out of a page.
pub(super) fn find(page: &Page<'_>, finder: &Finder<'_>) -> People {
    let mut people = People {
        home: home::of(page, finder),
        ..People::default()
    };
    let mut full = Vec::new();
    for sentence in &page.sentences {
        names::read(page, sentence, finder, &mut people, &mut full);
    }
    let mut aside = Vec::new();
    for sentence in &page.asides {
        names::read(page, sentence, finder, &mut people, &mut aside);
    }
    full.sort_by_key(|naming: &Naming| naming.span);
    people.take_marked(page, finder);
    people.called.close();
    let voices = Voices::of(page, &full, &mut people, finder);
    people.author = voices.author;
    let mut voice = voices.author;
    for sentence in &page.sentences {
        let mut named = within(&full, sentence.span, |naming| naming.span).to_vec();
        voice = voices::next(page, sentence, &named, &people, voice, &voices);
        groups::read(page, sentence, finder, &mut people, &mut named, voice);
        named.sort_by_key(|naming| naming.span);
        people.namings.extend(named);
    }
    people
}

/// The words of a sentence as the rules for names see them.
struct Line<'a> {
    text: &'a str,
    sentence: &'a Sentence,
}

impl<'a> Line<'a> {
    fn new(page: &Page<'a>, sentence: &'a Sentence) -> Self {
        let text = page.text();
        Self { text, sentence }
    }

    fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    #[inline]
    fn surface(&self, at: usize) -> &'a str {
        self.sentence
            .tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    #[inline]
    fn lower(&self, at: usize) -> &'a str {
        self.sentence.words.get(at)
    }

    /// The number of a token in the lexicon.
    #[inline]
    fn id(&self, at: usize) -> WordId {
        self.sentence.words.id(at)
    }

    #[inline]
    fn span(&self, at: usize) -> Span {
        self.sentence
            .tokens
            .get(at)
            .map_or_else(Span::default, |token| token.span)
    }

    /// Whether a name, a title or a word for people may begin with a token.
    #[inline]
    fn calls(&self, at: usize) -> bool {
        self.sentence.words.calls(at)
    }

    #[inline]
    fn is_capital(&self, at: usize) -> bool {
        let words = &self.sentence.words;
        words.is_capital(at) || words.get(at).starts_with("al-")
    }

    /// Words from one token to before another, as one string.
    fn joined(&self, from: usize, to: usize) -> String {
        let words: Vec<&str> = (from..to).map(|at| self.surface(at)).collect();
        words.join(" ")
    }

    fn span_of(&self, from: usize, to: usize) -> Span {
        self.span(from)
            .union(self.span(to.saturating_sub(1).max(from)))
    }

    /// The first token that begins at or after a byte.
    fn token_at(&self, byte: u32) -> usize {
        self.sentence
            .tokens
            .partition_point(|token| token.span.start < byte)
    }
}
