//! Words that mean a kind or a status of event, and words that mean nothing by themselves.

use crate::chronicle::{Kind, Status};

/// Words that are in nearly every text or only make a question of a query ("when did Blinken last
/// visit Seoul", "what happened between Ishiba and Lee"); no query depends on them.
const COMMON: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "attend", "attended", "attends", "been", "between", "by",
    "did", "do", "does", "event", "events", "for", "from", "had", "happen", "happened", "happens",
    "has", "have", "he", "her", "his", "how", "in", "is", "it", "its", "last", "many", "much",
    "of", "often", "on", "or", "place", "she", "take", "takes", "that", "the", "their", "there",
    "they", "this", "time", "times", "to", "took", "was", "were", "what", "when", "where", "which",
    "who", "whom", "whose", "will", "with",
];

/// Titles that stand before many names and tell nobody apart.
const TITLES: &[&str] = &[
    "admiral",
    "adviser",
    "advisor",
    "ambassador",
    "assistant",
    "chairman",
    "chancellor",
    "chief",
    "colonel",
    "deputy",
    "director",
    "dr",
    "emperor",
    "foreign",
    "gen",
    "general",
    "governor",
    "lieutenant",
    "lord",
    "lt",
    "minister",
    "mr",
    "mrs",
    "ms",
    "premier",
    "president",
    "prime",
    "prof",
    "representative",
    "secretary",
    "senator",
    "sir",
    "special",
    "under",
    "vice",
];

/// Spellings of the same word on the two sides of the Atlantic.
const SPELLINGS: &[(&str, &str)] = &[
    ("centre", "center"),
    ("defence", "defense"),
    ("denuclearisation", "denuclearization"),
    ("labour", "labor"),
    ("normalisation", "normalization"),
    ("programme", "program"),
];

/// Verbs and their nouns that tell one happening, where neither is made of the other by an ending,
/// and what is written in full or in its first letters.
const KIN: &[&[&str]] = &[
    &["abduct", "abducts", "abducted", "abduction", "abductions"],
    &["accord", "agreement", "deal", "pact"],
    &[
        "apologise",
        "apologises",
        "apologize",
        "apologizes",
        "apology",
    ],
    &["assassinate", "assassinated", "assassination"],
    &["declare", "declares", "declared", "declaration"],
    &["deploy", "deploys", "deployed", "deployment"],
    &[
        "assassinated",
        "assassination",
        "dead",
        "death",
        "die",
        "died",
        "dies",
    ],
    &["elect", "elected", "election"],
    &["fire", "fires", "fired", "launch", "launches", "launched"],
    &["free", "freed", "frees", "release", "released", "releases"],
    &["icbm", "icbms", "intercontinental"],
    &["impeach", "impeached", "impeaches", "impeachment"],
    &["invade", "invaded", "invades", "invasion"],
    &["invitation", "invite", "invited", "invites"],
    &["intermediaterange", "irbm", "irbms"],
    &["mediumrange", "mrbm", "mrbms"],
    &["meet", "meets", "meeting", "meetings", "met"],
    &[
        "normalisation",
        "normalise",
        "normalises",
        "normalization",
        "normalize",
        "normalizes",
    ],
    &["resign", "resigned", "resigns", "resignation"],
    &["return", "returned", "returns", "reversion"],
    &["slbm", "slbms", "submarinelaunched"],
    &["sank", "sink", "sinking", "sinks", "sunk"],
    &["suspend", "suspended", "suspends", "suspension"],
    &["withdraw", "withdrawal", "withdraws", "withdrew"],
];

/// The other words for the happening that a key names, if it names one.
pub fn kin(key: &str) -> impl Iterator<Item = &'static str> {
    let of = KIN.iter().filter(move |words| words.contains(&key));
    of.flat_map(|words| words.iter().copied())
}

/// For each length below 9 the first letters of the common words of that length, `a` the lowest bit:
/// most words are told apart from them without being compared.
const COMMON_BEGIN: [u32; 9] = {
    let mut letters = [0; 9];
    let mut at = 0;
    while at < COMMON.len() {
        let word = COMMON[at].as_bytes();
        letters[word.len()] |= 1 << (word[0] - b'a');
        at += 1;
    }
    letters
};

/// Whether a key is a word that no query depends on.
pub fn is_common(key: &str) -> bool {
    let letters = COMMON_BEGIN.get(key.len()).copied().unwrap_or(0);
    let first = key
        .as_bytes()
        .first()
        .map_or(0, |byte| byte.wrapping_sub(b'a'));
    first < 26 && letters >> first & 1 == 1 && COMMON.binary_search(&key).is_ok()
}

/// Whether a key is a title rather than a name.
pub(super) fn is_title(key: &str) -> bool {
    TITLES.binary_search(&key).is_ok()
}

/// The other spelling of a word, if it has one.
pub fn other_spelling(key: &str) -> Option<&'static str> {
    SPELLINGS.iter().find_map(|(british, american)| {
        if *british == key {
            Some(*american)
        } else {
            (*american == key).then_some(*british)
        }
    })
}

/// The kinds at which people meet: the words for that name each of them.
pub(super) const MET: (&[Kind], &[&str]) = (
    &[
        Kind::Visit,
        Kind::Meeting,
        Kind::Summit,
        Kind::TwoPlusTwo,
        Kind::Talks,
    ],
    &["meeting", "meetings", "meet", "meets", "met"],
);

/// The kinds, with the words that name each; the first is its name.
pub(super) const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Visit,
        &[
            "visit", "visits", "visited", "visiting", "trip", "trips", "travel", "방문", "訪問",
        ],
    ),
    (Kind::Meeting, &["meeting", "회담", "会談"]),
    (
        Kind::Summit,
        &["summit", "summits", "summitry", "정상회담", "首脳会談"],
    ),
    (
        Kind::TwoPlusTwo,
        &[
            "2+2",
            "two plus two",
            "2 plus 2",
            "security consultative committee",
            "foreign and defense ministers",
            "2x2",
        ],
    ),
    (
        Kind::Call,
        &[
            "call",
            "calls",
            "phone call",
            "telephone call",
            "phone",
            "telephone",
            "통화",
            "電話会談",
        ],
    ),
    (
        Kind::Talks,
        &[
            "talks",
            "talk",
            "negotiation",
            "negotiations",
            "dialogue",
            "협상",
            "協議",
        ],
    ),
    (
        Kind::Conference,
        &["conference", "conferences", "회의", "会議"],
    ),
    (
        Kind::Statement,
        &["statement", "statements", "joint statement", "성명", "声明"],
    ),
    (
        Kind::Announcement,
        &[
            "announcement",
            "announcements",
            "announces",
            "announced",
            "발표",
            "発表",
        ],
    ),
    (
        Kind::Agreement,
        &[
            "agreement",
            "agreements",
            "treaty",
            "treaties",
            "accord",
            "pact",
            "합의",
            "조약",
            "条約",
            "合意",
        ],
    ),
    (
        Kind::Exercise,
        &["exercise", "exercises", "drill", "drills", "훈련", "演習"],
    ),
    (
        Kind::Test,
        &[
            "test", "tests", "launch", "launches", "launched", "발사", "発射",
        ],
    ),
    (Kind::Other, &["other"]),
];

/// The statuses, with the words that name each.
pub(super) const STATUSES: &[(Status, &[&str])] = &[
    (Status::Held, &["held"]),
    (Status::Planned, &["planned", "scheduled", "upcoming"]),
    (Status::Possible, &["possible", "possibly"]),
    (
        Status::Cancelled,
        &["cancelled", "canceled", "called off", "postponed"],
    ),
    (
        Status::PastReference,
        &["past reference", "past-reference", "background"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted() {
        assert!(COMMON.is_sorted());
        assert!(TITLES.is_sorted());
    }

    #[test]
    fn kinds_and_statuses_stand_in_the_order_of_their_enums() {
        let kinds = KINDS.iter().enumerate();
        assert!(kinds.clone().all(|(at, (kind, _))| *kind as usize == at));
        let statuses = STATUSES.iter().enumerate();
        assert!(
            statuses
                .clone()
                .all(|(at, (status, _))| *status as usize == at)
        );
        assert_eq!(STATUSES.len(), Status::ALL.len());
    }
}
