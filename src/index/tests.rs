//! Words, keys, and that both directions of the postings say the same.

use super::*;
use crate::compile;
use crate::gazetteer::Gazetteer;
use crate::record;

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

#[test]
fn kinds_and_statuses_stand_in_the_order_of_their_enums() {
    use crate::chronicle::Status;
    let kinds = lexicon::KINDS.iter().enumerate();
    assert!(kinds.clone().all(|(at, (kind, _))| *kind as usize == at));
    let statuses = lexicon::STATUSES.iter().enumerate();
    assert!(
        statuses
            .clone()
            .all(|(at, (status, _))| *status as usize == at)
    );
    assert_eq!(lexicon::STATUSES.len(), Status::ALL.len());
}

#[test]
fn postings_say_the_same_in_both_directions() {
    let chronicle = compile::from_record(Gazetteer::new(record::builtin()));
    let index = Index::build(&chronicle);
    let mut pairs = 0;
    for event in chronicle.ids() {
        let features: Vec<Feature> = index.postings().features(event).collect();
        assert!(features.is_sorted());
        pairs += features.len();
        for feature in features {
            assert!(index.postings().events(feature).any(|other| other == event));
        }
    }
    let features = index.entities().len() as u32 + index.dictionary().len();
    let counted = (0..features).map(Feature);
    let total: usize = counted
        .map(|feature| {
            let events: Vec<_> = index.postings().events(feature).collect();
            assert!(events.is_sorted());
            assert_eq!(events.len(), index.postings().count(feature) as usize);
            events.len()
        })
        .sum();
    assert_eq!(total, pairs);
}

#[test]
fn every_entity_is_found_by_its_name() {
    let chronicle = compile::from_record(Gazetteer::new(record::builtin()));
    let index = Index::build(&chronicle);
    for (id, entity) in (0u32..).zip(index.entities()) {
        assert_eq!(index.find(&entity.thing), Some(EntityId(id)));
        let term = index
            .dictionary()
            .find(&squash(&entity.name))
            .expect("its name");
        let members = index.dictionary().members_of(term);
        assert!(
            members.iter().any(|member| member.entity == EntityId(id)),
            "{}",
            entity.name
        );
    }
}
