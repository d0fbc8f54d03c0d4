//! Words and keys.

use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let mut found = Vec::new();
    words(text, &mut String::new(), &mut |key| {
        found.push(key.to_owned());
    });
    let expected: Vec<String> = expected.iter().map(|word| key(word)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn texts_are_cut_into_words() {
    check(
        "Blinken meets Chung Eui-yong",
        &["blinken", "meets", "chung", "eui", "yong", "euiyong"],
    );
    check("U.S.-Japan 2+2", &["us", "japan", "usjapan", "2+2"]);
    check("Korea's, O'Brien’s", &["korea", "obrien"]);
    check("Ōhira at ＴＯＫＹＯ", &["ohira", "at", "tokyo"]);
    check("윤석열 대통령, 岸田総理", &["윤석열", "대통령", "岸田総理"]);
    check(
        "end.Start 3.5 a-b-c-d-e",
        &["end", "start", "35", "a", "b", "c", "d", "e"],
    );
    check(" -- ' . ", &[]);
}

#[test]
fn keys_join_what_is_written_apart() {
    assert_eq!(squash("Yoon Suk-yeol"), "yoonsukyeol");
    assert_eq!(key("ㅂㅈ"), "\u{1107}\u{110C}");
    assert!(key("박진").starts_with(&key("바")));
    assert_eq!(key("\u{1107}\u{1161}\u{11A8}"), key("박"));
}
