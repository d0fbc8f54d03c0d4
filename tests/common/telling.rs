//! Sentences, and what they must and must not tell.

#[path = "reading.rs"]
pub(crate) mod reading;

/// The events of a text, one a line.
fn events(text: &str) -> Vec<String> {
    let chronicle = reading::read(&[text], false);
    chronicle
        .events()
        .map(|event| reading::line(&event))
        .collect()
}

/// An event of the text begins with these words.
#[track_caller]
pub(crate) fn tells(text: &str, start: &str) {
    let found = events(text);
    assert!(
        found.iter().any(|line| line.starts_with(start)),
        "{start} is not among {found:#?}"
    );
}

/// No event of the text has these words.
#[track_caller]
pub(crate) fn tells_not(text: &str, part: &str) {
    let found = events(text);
    assert!(
        !found.iter().any(|line| line.contains(part)),
        "{part} is among {found:#?}"
    );
}
