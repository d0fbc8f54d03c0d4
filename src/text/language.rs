//! Which language is a text in?
//!
//! By script, and among those in Latin letters by their small words. Enough to say why a text is not
//! read, and to leave out the parts of a mixed text that are not English; no more is needed here.

use std::sync::LazyLock;

use smallvec::SmallVec;

use super::hash::WordMap;

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English prose.
    English,
    /// Another language, by its English name.
    Other(&'static str),
    /// Too short to tell, or no prose: a table, code, a list of names.
    Unknown,
}

/// So many words of a text are looked at.
const SAMPLE: usize = 600;
/// So many are looked at first, and so many common ones among them are enough: most texts need no more.
const SAMPLE_PLAIN: usize = 60;
const FEW: usize = 6;
/// So many letters tell the script of a text.
const LETTERS: usize = 4_000;
/// Fewer words tell no Latin language.
const LEAST: usize = 8;
/// Of a hundred words, so many are small ones in prose.
const SHARE: usize = 9;

/// So many different small words tell a language besides English.
const DIFFERENT: usize = 3;

/// Small words that are frequent in their language and rare in the others.
const SMALL: [(&str, &[&str]); 9] = [
    (
        "English",
        &[
            "the", "of", "and", "to", "in", "a", "on", "for", "with", "that", "is", "was", "by",
            "at", "will", "he", "his", "has", "from", "said", "as", "be", "it", "their", "i", "we",
            "had", "an", "this", "are", "were", "have", "been", "not", "but", "which", "who",
            "they", "after", "met", "its", "she",
        ],
    ),
    (
        "French",
        &[
            "le", "la", "les", "des", "du", "et", "est", "une", "un", "dans", "pour", "que", "qui",
            "sur", "au", "aux", "avec", "par", "ce", "son", "sa", "il", "à", "a", "de", "en",
            "pas", "été",
        ],
    ),
    (
        "Spanish",
        &[
            "el", "la", "los", "las", "del", "y", "es", "una", "un", "en", "para", "que", "con",
            "por", "su", "al", "de", "se", "como", "fue", "más", "sobre", "ha",
        ],
    ),
    (
        "German",
        &[
            "der", "die", "das", "und", "den", "dem", "des", "ist", "ein", "eine", "einen", "mit",
            "von", "zu", "im", "auf", "für", "nicht", "sich", "hat", "wurde", "am", "bei", "nach",
        ],
    ),
    (
        "Italian",
        &[
            "il", "lo", "gli", "della", "del", "di", "che", "e", "è", "una", "un", "per", "con",
            "nel", "alla", "dei", "sono", "si", "ha", "non", "da",
        ],
    ),
    (
        "Portuguese",
        &[
            "o", "os", "da", "do", "das", "dos", "e", "é", "uma", "um", "para", "que", "com",
            "por", "em", "no", "na", "ao", "não", "foi", "de",
        ],
    ),
    (
        "Dutch",
        &[
            "de", "het", "een", "en", "van", "is", "dat", "op", "te", "met", "voor", "zijn",
            "niet", "aan", "door", "werd", "bij",
        ],
    ),
    (
        "Indonesian",
        &[
            "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "pada", "ini", "itu", "akan",
            "telah", "dalam", "oleh", "juga", "tidak",
        ],
    ),
    (
        "Vietnamese",
        &[
            "của", "và", "các", "là", "có", "được", "cho", "trong", "với", "những", "đã", "không",
            "này", "một", "tại",
        ],
    ),
];

/// The language of a text, by its first some hundred words.
pub fn language(text: &str) -> Language {
    if let Some(name) = by_script(text) {
        return Language::Other(name);
    }
    let mut tally = Tally::default();
    for word in words_of(text).take(SAMPLE) {
        tally.add(word);
        if tally.is_soon_english() {
            return Language::English;
        }
    }
    tally.language()
}

/// The small words of a text, counted as far as it was read.
#[derive(Default)]
struct Tally {
    /// All its words.
    words: usize,
    /// By language: its small words, and how many different ones; of English the former alone.
    counts: [usize; SMALL.len()],
    different: [usize; SMALL.len()],
    seen: SmallVec<[SmallWord; 32]>,
}

impl Tally {
    fn add(&mut self, word: &str) {
        self.words += 1;
        let Some(small) = small_word(word) else {
            return;
        };
        let (_, mut own) = small;
        if own == ENGLISH {
            self.counts[0] += 1;
            return;
        }
        // One word that an English text says again and again ("met", "Van") makes no Dutch.
        let new = !self.seen.contains(&small);
        if new {
            self.seen.push(small);
        }
        while own != 0 {
            let language = own.trailing_zeros() as usize;
            self.counts[language] += 1;
            self.different[language] += usize::from(new);
            own &= own - 1;
        }
    }

    /// Whether the first words are those of English prose: a quarter of them small ones of English as
    /// soon as there are a few. No other language has half as many of them.
    fn is_soon_english(&self) -> bool {
        let small = self.counts[0];
        let few = small >= FEW && small * 4 >= self.words;
        self.words <= SAMPLE_PLAIN && few || self.words == SAMPLE_PLAIN && self.is_mostly_english()
    }

    /// Whether a fifth of the words are small ones of English.
    fn is_mostly_english(&self) -> bool {
        self.words >= LEAST && self.counts[0] * 5 >= self.words
    }

    /// The language of a text that was read to its end, or as far as it is looked at.
    fn language(&self) -> Language {
        let words = self.words;
        if words < SAMPLE_PLAIN && self.is_mostly_english() {
            return Language::English;
        }
        let best = self
            .counts
            .iter()
            .zip(SMALL)
            .enumerate()
            .filter(|(at, _)| *at == 0 || self.different[*at] >= DIFFERENT)
            .max_by_key(|(at, (count, _))| (**count, std::cmp::Reverse(*at)));
        match best {
            Some((0, (count, _))) if *count * 100 >= words * SHARE && *count > 0 => {
                Language::English
            }
            Some((_, (count, (name, _)))) if words >= LEAST && *count * 100 >= words * SHARE => {
                Language::Other(name)
            }
            _ => Language::Unknown,
        }
    }
}

/// A small word as a [`key`], with a bit for each language that has it.
type SmallWord = (u64, u16);

/// The bit of the first language.
const ENGLISH: u16 = 1;

/// The small words of all languages.
static BY_KEY: LazyLock<WordMap<u64, u16>> = LazyLock::new(|| {
    let mut all = WordMap::default();
    for (at, (_, small)) in SMALL.iter().enumerate() {
        for key in small.iter().filter_map(|word| key(word)) {
            *all.entry(key).or_default() |= ENGLISH << at;
        }
    }
    all
});

/// A word of at most eight bytes as a number, whatever the case of its ASCII letters.
fn key(word: &str) -> Option<u64> {
    let small = word.bytes().map(|byte| byte.to_ascii_lowercase());
    (word.len() <= 8).then(|| small.fold(0, |key, byte| key << 8 | u64::from(byte)))
}

/// The small word that a word is, in whatever case.
fn small_word(word: &str) -> Option<SmallWord> {
    let small = if word.is_ascii() {
        key(word)
    } else {
        key(&word.to_lowercase())
    }?;
    Some((small, *BY_KEY.get(&small)?))
}

/// The words of a text that have a letter, without the marks around them.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            // A clean text has no controls but those that are blanks.
            let bytes = rest.as_bytes();
            let mut start = 0;
            while *bytes.get(start)? <= b' ' {
                start += 1;
            }
            let (mut end, mut all) = (start, 0);
            while let Some(&byte @ b'!'..) = bytes.get(end) {
                all |= byte;
                end += 1;
            }
            let (mut word, mut after) = (rest.get(start..end)?, rest.get(end..)?);
            if !all.is_ascii() {
                // Other scripts have blanks of their own.
                if let Some((end, blank)) = word.char_indices().find(|(_, c)| c.is_whitespace()) {
                    word = word.get(..end)?;
                    after = rest.get(start + end + blank.len_utf8()..)?;
                }
            }
            rest = after;
            let letter = word.bytes().any(|byte| byte.is_ascii_alphabetic());
            if letter || !all.is_ascii() && word.chars().any(char::is_alphabetic) {
                return Some(bare(word));
            }
        }
    })
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    match word.as_bytes() {
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => word,
        _ => word.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// Whether a text is in Latin letters as far as its bytes tell: at least a quarter of the first ones
/// are, and no more belong to other letters, each of which takes two bytes or, in East Asia, three.
fn is_latin(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let begun = text.as_bytes();
    let begun = begun.get(..LETTERS).unwrap_or(begun);
    let plain = begun.iter().filter(|byte| byte.is_ascii_alphabetic());
    let wide = begun.iter().filter(|byte| !byte.is_ascii());
    plain.count() >= wide.count().max(begun.len() / 4)
}

/// The language of a text that is mostly in another script than the Latin one.
fn by_script(text: &str) -> Option<&'static str> {
    if is_latin(text) {
        return None;
    }
    let (mut latin, mut hangul, mut kana, mut han) = (0_u32, 0_u32, 0_u32, 0_u32);
    let (mut cyrillic, mut arabic, mut others) = (0_u32, 0_u32, 0_u32);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS) {
        match c {
            '\u{0000}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => latin += 1,
            '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7AF}' => {
                hangul += 1;
            }
            '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => {
                kana += 1;
            }
            '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}' => {
                han += 1;
            }
            '\u{0400}'..='\u{052F}' => cyrillic += 1,
            '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' => arabic += 1,
            _ => others += 1,
        }
    }
    // A syllable or a character of East Asia says as much as two or three letters.
    let east = hangul + kana + han;
    if latin >= 2 * east + cyrillic + arabic + others {
        return None;
    }
    let ranked = [
        (hangul * 2 + han.min(hangul), "Korean"),
        (
            if kana * 20 > han {
                kana * 2 + han * 2
            } else {
                0
            },
            "Japanese",
        ),
        (han * 2, "Chinese"),
        (cyrillic, "Russian"),
        (arabic, "Arabic"),
        (others, "a language in another script"),
    ];
    let (most, name) = ranked.into_iter().rev().max_by_key(|(count, _)| *count)?;
    (most > 0).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_by_script_and_by_small_words() {
        for (text, wanted) in [
            (
                "The minister met his counterpart in Seoul on Monday and left.",
                Language::English,
            ),
            (
                "외교부 장관은 월요일 서울에서 회담을 했다.",
                Language::Other("Korean"),
            ),
            (
                "外務大臣は東京で会談を行いました。",
                Language::Other("Japanese"),
            ),
            (
                "外交部长星期一在北京会见了韩国代表团。",
                Language::Other("Chinese"),
            ),
            (
                "Министр встретился с коллегой в Москве.",
                Language::Other("Russian"),
            ),
            (
                "Le ministre a rencontré mardi son homologue japonais à Tokyo pour parler de la péninsule.",
                Language::Other("French"),
            ),
            (
                "El ministro se reunió el martes con su homólogo en Tokio para hablar de la península.",
                Language::Other("Spanish"),
            ),
            (
                "Der Minister traf am Dienstag in Tokio mit dem Kollegen zusammen und sprach über die Lage.",
                Language::Other("German"),
            ),
            (
                "x = 1; y = 2; z = 3; w = 4; q = 5; r = 6; s = 7; t = 8",
                Language::Unknown,
            ),
        ] {
            assert_eq!(language(text), wanted, "{text}");
        }
    }

    #[test]
    fn one_small_word_of_another_language_makes_none() {
        let text = "Minister Alan Bosch met General James Van Fleet. ".repeat(30);
        assert_eq!(language(&text), Language::English);
        let text = "Van Dyke, Van Fleet, De Gaulle, Du Pont; ".repeat(30);
        assert_eq!(language(&text), Language::Unknown);
    }

    #[test]
    fn english_with_names_in_other_scripts_is_english() {
        let text = "President Yoon (윤석열) met Prime Minister Kishida (岸田文雄) in Tokyo, and they spoke of the talks.";
        assert_eq!(language(text), Language::English);
    }
}
