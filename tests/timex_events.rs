//! The dates of the labelled events of `../shared/gold/events`, phrase by phrase.

use std::fs;
use std::path::{Path, PathBuf};

use linchpin::time::Date;
use linchpin::timex::{TemporalTagger, Timex3};
use serde_json::Value;

/// The folder of gold, beside the project or beside the checkout it was branched from.
fn gold() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("../shared/gold/events");
    folder.is_dir().then_some(folder)
}

/// The label files, and the folders where their documents may lie.
fn labels(gold: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = [gold.join("seeds"), gold.join("dev/gold")]
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    files
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Where the words of a phrase stand in a text, whatever the blanks between them.
fn places(text: &str, phrase: &str) -> Vec<(usize, usize)> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let mut found = Vec::new();
    for (start, _) in text.match_indices(words[0]) {
        let mut end = start;
        let fits = words.iter().all(|word| {
            let rest = text.get(end..).unwrap_or_default();
            let skipped = rest.len() - rest.trim_start().len();
            let fits = rest.trim_start().starts_with(word);
            end += skipped + word.len();
            fits
        });
        if fits {
            found.push((start, end));
        }
    }
    found
}

/// Whether an expression within one of the phrases has one of the dates.
fn resolves(text: &str, found: &[Timex3], phrases: &[String], dates: &[String]) -> bool {
    phrases
        .iter()
        .flat_map(|phrase| places(text, phrase))
        .any(|(start, end)| {
            found
                .iter()
                .filter(|timex| {
                    (timex.span.start as usize) < end && start < timex.span.end as usize
                })
                .filter_map(|timex| timex.edtf)
                .any(|edtf| dates.contains(&edtf.to_string()))
        })
}

#[test]
fn dates_of_events_are_resolved_exactly() {
    let Some(gold) = gold() else {
        println!("skipped: no ../shared/gold/events");
        return;
    };
    let tagger = TemporalTagger::default();
    let (mut right, mut all) = (0, 0);
    for file in labels(&gold) {
        let json = fs::read_to_string(&file).expect("a label file");
        let label: Value = serde_json::from_str(&json).expect("JSON");
        let name = label["doc"]["file"].as_str().expect("a file name");
        let folders = [gold.join("dev/raw"), gold.join("../../seeds")];
        let text = folders
            .iter()
            .find_map(|folder| fs::read_to_string(folder.join(name)).ok());
        let text = text.expect("the document of the labels");
        let days = [
            strings(&label["doc"]["dct"]),
            strings(&label["doc"]["dct_alt"]),
        ]
        .concat();
        let tagged: Vec<Vec<Timex3>> = days
            .iter()
            .filter_map(|day| day.parse::<Date>().ok())
            .map(|day| tagger.tag(&text, Some(day)))
            .collect();
        for event in label["events"].as_array().expect("events") {
            let phrases = strings(&event["date_text"]);
            let dates = [strings(&event["date"]), strings(&event["date_alt"])].concat();
            if phrases.is_empty() || event["date"].is_null() {
                continue;
            }
            all += 1;
            let hit = tagged
                .iter()
                .any(|found| resolves(&text, found, &phrases, &dates));
            right += usize::from(hit);
            if !hit {
                println!("{name}: {phrases:?} should be one of {dates:?}");
            }
        }
    }
    println!("{right} of {all} phrases");
    assert!(all >= 50, "only {all} phrases are labelled");
    assert!(right * 100 >= all * 95, "{right} of {all}");
}
