use proptest::prelude::*;

use super::*;
use crate::record;

/// Pieces of which texts are made that are hard to take apart.
const PIECES: [&str; 40] = [
    "Seoul",
    "seoul",
    "SEOUL",
    "Korea",
    "Koreans",
    "South",
    "North",
    "US",
    "U.S.",
    "us",
    "Moon",
    "Jae-in",
    "Kim",
    "Jong Un",
    "J.",
    "J",
    "W",
    "George",
    "Bush",
    "윤석열",
    "은",
    "서울",
    "岸田文雄",
    "東京",
    "’s",
    "'s",
    "“",
    "”",
    "—",
    "-",
    " ",
    "  ",
    "\n",
    "é",
    "™",
    "Tōkyō",
    "Ōhira",
    "2",
    "…",
    "\u{301}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_text_read_by_runs_names_the_same_as_read_at_once(
        picked in prop::collection::vec((0..PIECES.len(), prop::bool::ANY), 0..400)
    ) {
        let matcher = Matcher::new(Gazetteer::new(record::names()));
        let pieces = picked.iter().flat_map(|&(at, spaced)| [PIECES[at], if spaced { " " } else { "" }]);
        let text: String = pieces.collect();
        let mut whole = Vec::new();
        let normal = Normal::of(&text);
        matcher.names_in(&text, &normal, normal.text.len(), &mut whole);
        let spans = |found: &[Mention<'_>]| found.iter().map(|m| m.span).collect::<Vec<_>>();
        prop_assert_eq!(spans(&matcher.mentions(&text)), spans(&whole), "{}", text);
    }
}
