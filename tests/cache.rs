//! What is kept between runs saves time and changes no answer.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use linchpin::chronicle::{Chronicle, Event};
use linchpin::load::{LoadOptions, Root};
use linchpin::open::{With, open};

fn article(number: u32) -> String {
    format!(
        "Ministers meet in Seoul\n\nMarch {}, 2021\n\nSecretary of State Antony Blinken met with Foreign Minister Chung Eui-yong in Seoul on March {}. They will meet again in May.\n",
        1 + number % 28,
        1 + number % 27
    )
}

fn opened(folder: &Path, cache: Option<&Path>) -> Chronicle {
    let options = LoadOptions {
        cache: cache.map(Path::to_owned),
        ..LoadOptions::default()
    };
    open(
        &[Root::Path(folder.to_owned())],
        With::Record,
        &options,
        &(),
    )
    .chronicle
}

fn told(chronicle: &Chronicle) -> (Vec<Event>, Vec<Option<String>>) {
    let dates = chronicle.documents().iter();
    let dates = dates.map(|document| document.dct().map(|dct| dct.date.to_string()));
    (
        chronicle.events().map(Cow::into_owned).collect(),
        dates.collect(),
    )
}

#[track_caller]
fn same(a: &Chronicle, b: &Chronicle) {
    let (a, b) = (told(a), told(b));
    assert_eq!(a.1, b.1);
    assert_eq!(a.0.len(), b.0.len());
    for (a, b) in a.0.iter().zip(&b.0) {
        assert_eq!(a, b);
    }
}

#[test]
fn a_cache_cold_warm_damaged_or_removed_changes_no_answer() {
    let (folder, cache) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    for number in 0..20 {
        fs::write(
            folder.path().join(format!("{number:02}.txt")),
            article(number),
        )
        .expect("written");
    }
    // A date that nothing but the people tells.
    fs::write(folder.path().join("undated.txt"), "Secretary of State Antony Blinken and Foreign Minister Chung Eui-yong met in Seoul. They spoke about the alliance.\n").expect("written");
    let without = opened(folder.path(), None);
    let cold = opened(folder.path(), Some(cache.path()));
    same(&without, &cold);
    let file = cache.path().join("understood");
    let whole = fs::read(&file).expect("a cache");
    same(&without, &opened(folder.path(), Some(cache.path())));
    assert_eq!(
        fs::read(&file).expect("a cache"),
        whole,
        "nothing was added, nothing is written"
    );

    for at in [0, 10, 30, 60, 100, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x41;
        fs::write(&file, damaged).expect("written");
        same(&without, &opened(folder.path(), Some(cache.path())));
        fs::write(&file, &whole[..at]).expect("written");
        same(&without, &opened(folder.path(), Some(cache.path())));
    }
    fs::remove_file(&file).expect("removed");
    same(&without, &opened(folder.path(), Some(cache.path())));
    assert!(file.exists());
    let beside = fs::read_dir(cache.path()).expect("a folder").count();
    assert_eq!(beside, 1, "no other file is left");
}

#[test]
fn a_changed_file_is_read_again() {
    let (folder, cache) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let path = folder.path().join("a.txt");
    fs::write(&path, article(1)).expect("written");
    opened(folder.path(), Some(cache.path()));
    fs::write(&path, article(1).replace("Seoul", "Tokyo")).expect("written");
    same(
        &opened(folder.path(), None),
        &opened(folder.path(), Some(cache.path())),
    );
}

#[test]
fn a_cache_that_cannot_be_written_is_no_trouble() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.txt"), article(1)).expect("written");
    let cache = folder.path().join("a.txt").join("below-a-file");
    same(
        &opened(folder.path(), None),
        &opened(folder.path(), Some(&cache)),
    );
}

#[test]
fn what_is_extracted_is_the_same_when_it_is_recalled() {
    let home = tempfile::tempdir().expect("a folder");
    let texts = home.path().join("texts");
    fs::create_dir(&texts).expect("a folder");
    for number in 0..5 {
        fs::write(texts.join(format!("{number}.txt")), article(number)).expect("written");
    }
    fs::write(
        texts.join("ko.txt"),
        "한국과 일본의 외교장관이 서울에서 만나 회담을 했다.\n",
    )
    .expect("written");
    let extract = || {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_linchpin"));
        command.args(["extract", "--json"]).arg(&texts);
        command
            .env("HOME", home.path())
            .env_remove("XDG_CACHE_HOME");
        command.output().expect("it runs").stdout
    };
    let first = extract();
    assert!(home.path().join(".cache/linchpin/understood").is_file());
    assert_eq!(first, extract());
    assert!(String::from_utf8_lossy(&first).contains("not read: Korean"));
}
