//! The words of time, read from `data/timex/words.toml`.
//!
//! Each word has one entry with all its senses; the tokenizer looks every word up once and the
//! rules ask the token. A table of first and last letters and lengths turns most words away unhashed.

use std::collections::HashMap;

use serde::Deserialize;

use super::grain::{Edge, Grain, Part, Reference, Season, Shift};
use super::groups::{Group, Groups};
use crate::text::WordMap;
use crate::time::Weekday;

/// The words, as they stand in the program.
const WORDS: &str = include_str!("../../data/timex/words.toml");

/// The longest word of the lexicon, in bytes; what is longer is not looked up.
const LONGEST: usize = 16;

/// An entry of the lexicon, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordId(u16);

impl WordId {
    /// Not a word of time.
    pub(crate) const NONE: Self = Self(u16::MAX);
}

/// One thing that a word can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Sense {
    Month(u32),
    MonthShort(u32),
    Weekday(Weekday),
    Weekdays(Weekday),
    WeekdayShort(Weekday),
    Unit(Grain),
    Units(Grain),
    Cardinal(u32),
    Ordinal(u32),
    Decade(u32),
    Part(Part),
    Parts(Part),
    Season(Season),
    Deictic(i32),
    Shift(Shift),
    Edge(Edge),
    Vague,
    Reference(Reference),
    Frequency(&'static str),
    Zone(i32),
    /// A place by whose clock a day can be told, in minutes east of Greenwich.
    Clock(i32),
    Future,
    Past,
    Preposition,
    Measure,
    Label,
    Article,
    Every,
    /// The first word of a day with a name, or the name of an era.
    Named(Group),
    /// A word that the rules of these groups know by its letters.
    Beginner(Groups),
    BehindArticle,
}

/// The file, table by table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    month: HashMap<String, u32>,
    month_short: HashMap<String, u32>,
    weekday: HashMap<String, usize>,
    weekdays: HashMap<String, usize>,
    weekday_short: HashMap<String, usize>,
    unit: HashMap<String, Grain>,
    units: HashMap<String, Grain>,
    cardinal: HashMap<String, u32>,
    ordinal: HashMap<String, u32>,
    decade: HashMap<String, u32>,
    part: HashMap<String, Part>,
    parts: HashMap<String, Part>,
    season: HashMap<String, Season>,
    deictic: HashMap<String, i32>,
    shift: HashMap<String, Shift>,
    edge: HashMap<String, Edge>,
    vague: HashMap<String, u8>,
    reference: HashMap<String, Reference>,
    frequency: HashMap<String, String>,
    zone: HashMap<String, i32>,
    clock: HashMap<String, i32>,
    future: HashMap<String, u8>,
    past: HashMap<String, u8>,
    preposition: HashMap<String, u8>,
    measure: HashMap<String, u8>,
    label: HashMap<String, u8>,
    article: HashMap<String, u8>,
    every: HashMap<String, u8>,
    beginner: HashMap<String, Vec<Group>>,
    behind_article: HashMap<String, u8>,
}

/// The words and their senses.
#[derive(Debug)]
pub(crate) struct Lexicon {
    ids: WordMap<Box<[u8]>, WordId>,
    senses: Vec<Vec<Sense>>,
    /// The rules that can begin with the word.
    opens: Vec<Groups>,
    /// By first and last letter: the lengths that occur, one bit each.
    lengths: [[u32; 26]; 26],
}

impl Lexicon {
    /// The lexicon that is compiled in, with the first words of names and their groups of rules.
    pub(crate) fn new<'a>(named: impl Iterator<Item = (&'a str, Group)>) -> Self {
        let tables: Tables =
            toml::from_str(WORDS).expect("data/timex/words.toml is compiled in and tested");
        let mut lexicon = Self {
            ids: WordMap::default(),
            senses: Vec::new(),
            opens: Vec::new(),
            lengths: [[0; 26]; 26],
        };
        lexicon.fill(tables);
        for (word, group) in named {
            lexicon.add_word(&word.to_ascii_lowercase(), Sense::Named(group));
        }
        let opens = |own: &Vec<Sense>| {
            own.iter()
                .fold(Groups::NONE, |all, sense| all.with(sense.opens()))
        };
        lexicon.opens = lexicon.senses.iter().map(opens).collect();
        lexicon
    }

    fn fill(&mut self, tables: Tables) {
        let day = |index: usize| Weekday::ALL[index % 7];
        self.add(tables.month, Sense::Month);
        self.add(tables.month_short, Sense::MonthShort);
        self.add(tables.weekday, |index| Sense::Weekday(day(index)));
        self.add(tables.weekdays, |index| Sense::Weekdays(day(index)));
        self.add(tables.weekday_short, |index| {
            Sense::WeekdayShort(day(index))
        });
        self.add(tables.unit, Sense::Unit);
        self.add(tables.units, Sense::Units);
        self.add(tables.cardinal, Sense::Cardinal);
        self.add(tables.ordinal, Sense::Ordinal);
        self.add(tables.decade, Sense::Decade);
        self.add(tables.part, Sense::Part);
        self.add(tables.parts, Sense::Parts);
        self.add(tables.season, Sense::Season);
        self.add(tables.deictic, Sense::Deictic);
        self.add(tables.shift, Sense::Shift);
        self.add(tables.edge, Sense::Edge);
        self.add(tables.vague, |_| Sense::Vague);
        self.add(tables.reference, Sense::Reference);
        self.add(tables.frequency, |code| Sense::Frequency(period(&code)));
        self.add(tables.zone, Sense::Zone);
        self.add(tables.clock, Sense::Clock);
        self.add(tables.future, |_| Sense::Future);
        self.add(tables.past, |_| Sense::Past);
        self.add(tables.preposition, |_| Sense::Preposition);
        self.add(tables.measure, |_| Sense::Measure);
        self.add(tables.label, |_| Sense::Label);
        self.add(tables.article, |_| Sense::Article);
        self.add(tables.every, |_| Sense::Every);
        self.add(tables.beginner, |groups| {
            Sense::Beginner(Groups::of(&groups))
        });
        self.add(tables.behind_article, |_| Sense::BehindArticle);
    }

    fn add<T>(&mut self, table: HashMap<String, T>, sense: impl Fn(T) -> Sense) {
        for (word, value) in table {
            self.add_word(&word, sense(value));
        }
    }

    fn add_word(&mut self, word: &str, sense: Sense) {
        let next = WordId(self.senses.len() as u16);
        let id = *self.ids.entry(word.as_bytes().into()).or_insert(next);
        if id == next {
            self.senses.push(Vec::new());
        }
        if let Some(senses) = self.senses.get_mut(usize::from(id.0))
            && !senses.contains(&sense)
        {
            senses.push(sense);
        }
        if let Some((first, last)) = ends(word.as_bytes()) {
            self.lengths[first][last] |= 1 << word.len().min(31);
        }
    }

    /// The entry of a word in whatever case.
    #[inline]
    pub(crate) fn word(&self, word: &[u8]) -> WordId {
        let Some((first, last)) = ends(word) else {
            return WordId::NONE;
        };
        if word.len() > LONGEST || self.lengths[first][last] & (1 << word.len()) == 0 {
            return WordId::NONE;
        }
        let mut small = [0; LONGEST];
        let Some(small) = small.get_mut(..word.len()) else {
            return WordId::NONE;
        };
        small.copy_from_slice(word);
        small.make_ascii_lowercase();
        self.ids.get(&*small).copied().unwrap_or(WordId::NONE)
    }

    /// The rules that can begin with a word.
    #[inline]
    pub(crate) fn opens(&self, word: WordId) -> Groups {
        self.opens
            .get(usize::from(word.0))
            .copied()
            .unwrap_or_default()
    }

    /// What a word can be; nothing for [`WordId::NONE`].
    #[inline]
    pub(crate) fn senses(&self, word: WordId) -> &[Sense] {
        self.senses
            .get(usize::from(word.0))
            .map_or(&[], Vec::as_slice)
    }
}

impl Sense {
    /// Whether a word of this sense means no time by itself, but may begin what does, or follow its article.
    pub(crate) fn only_begins(&self) -> bool {
        matches!(
            self,
            Self::Named(_) | Self::Beginner(_) | Self::BehindArticle
        )
    }

    /// The rules that can begin with a word of this sense.
    fn opens(self) -> Groups {
        use Group::{
            Calendar, Clock, Duration, Edges, Fiscal, Frequency, Holiday, Ordinal, Relative, Span,
            Weekday, Years,
        };
        match self {
            Self::Beginner(groups) => groups,
            Self::Named(group) => Groups::of(&[group]),
            Self::Shift(_) => Groups::of(&[
                Ordinal,
                Edges,
                Weekday,
                Relative,
                Fiscal,
                Holiday,
                Clock,
                Group::Reference,
                Duration,
            ]),
            Self::Month(_) | Self::MonthShort(_) => Groups::of(&[Calendar, Span]),
            Self::Weekday(_) => Groups::of(&[Calendar, Weekday, Clock, Frequency]),
            Self::WeekdayShort(_) => Groups::of(&[Calendar]),
            Self::Weekdays(_) | Self::Frequency(_) | Self::Every => Groups::of(&[Frequency]),
            Self::Unit(_) => Groups::of(&[Relative, Fiscal, Edges, Duration]),
            Self::Units(_) => Groups::of(&[Duration]),
            Self::Cardinal(_) => Groups::of(&[
                Calendar,
                Years,
                Fiscal,
                Group::Reference,
                Frequency,
                Duration,
                Span,
            ]),
            Self::Ordinal(_) => {
                Groups::of(&[Calendar, Ordinal, Years, Fiscal, Edges, Duration, Span])
            }
            Self::Decade(_) => Groups::of(&[Years]),
            Self::Part(_) => Groups::of(&[Clock]),
            Self::Season(_) | Self::Deictic(_) => Groups::of(&[Relative]),
            Self::Edge(_) => Groups::of(&[Clock, Edges]),
            Self::Vague => Groups::of(&[Frequency, Duration]),
            Self::Reference(_) => Groups::of(&[Group::Reference, Duration]),
            // These only stand within expressions or beside them.
            Self::Parts(_)
            | Self::Zone(_)
            | Self::Clock(_)
            | Self::Future
            | Self::Past
            | Self::Preposition
            | Self::Measure
            | Self::Label
            | Self::Article
            | Self::BehindArticle => Groups::NONE,
        }
    }
}

/// The first and the last letter of a word, from 0; `None` where one is not of ASCII.
#[inline]
fn ends(word: &[u8]) -> Option<(usize, usize)> {
    let letter = |byte: &u8| usize::from((byte | 0x20).wrapping_sub(b'a'));
    let (first, last) = (letter(word.first()?), letter(word.last()?));
    (first < 26 && last < 26).then_some((first, last))
}

/// The TIMEX3 duration of a frequency word.
fn period(code: &str) -> &'static str {
    [
        "PT1H", "P1D", "P2D", "P1W", "P2W", "P1M", "P2M", "P3M", "P6M", "P2Y",
    ]
    .into_iter()
    .find(|known| *known == code)
    .unwrap_or("P1Y")
}
