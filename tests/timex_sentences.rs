//! Labelled sentences of our own, class by class: spans, values and dates must all be right.

use std::fmt::Write;

use linchpin::text::Span;
use linchpin::time::{Date, DateRange};
use linchpin::timex::{Narrative, TemporalTagger};

const SENTENCES: [&str; 3] = [
    include_str!("timex_sentences.txt"),
    include_str!("timex_edges.txt"),
    include_str!("timex_turns.txt"),
];

/// A sentence with its expressions marked as in the file.
fn marked(tagger: &TemporalTagger, text: &str, dct: Date, narrative: Narrative) -> String {
    let mut out = String::new();
    let mut at = 0;
    let piece = |from: usize, to: usize| Span::new(from, to).of(text);
    for timex in tagger.tag_within(text, Some(DateRange::day(dct)), narrative) {
        let edtf = timex.edtf.map(|edtf| edtf.to_string());
        let edtf = edtf.filter(|edtf| edtf != timex.value.as_str());
        out.push_str(piece(at, timex.span.start as usize));
        let edtf = edtf.map_or(String::new(), |edtf| format!("; {edtf}"));
        let (words, value) = (timex.span.of(text), &timex.value);
        write!(out, "[{words}]{{{value}{edtf}}}").expect("writing to a string");
        at = timex.span.end as usize;
    }
    out + piece(at, text.len())
}

/// The sentence without its marks.
fn plain(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let (words, after) = after.split_once(']').expect("a closing bracket");
        let (_, after) = after.split_once('}').expect("a value");
        out.push_str(before);
        out.push_str(words);
        rest = after;
    }
    out + rest
}

#[test]
fn labelled_sentences_are_read_as_labelled() {
    let tagger = TemporalTagger::default();
    let (mut dct, mut narrative) = (Date::MIN, Narrative::News);
    let (mut all, mut wrong) = (0, Vec::new());
    for line in SENTENCES
        .iter()
        .flat_map(|file| file.lines())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(header) = line.strip_prefix('@') {
            let (day, kind) = header.split_once(' ').expect("a day and a kind");
            dct = day.parse().expect("a day");
            narrative = match kind {
                "history" => Narrative::History,
                "found" => Narrative::Auto,
                _ => Narrative::News,
            };
            continue;
        }
        all += 1;
        let line = line.replace("\\n", "\n");
        let found = marked(&tagger, &plain(&line), dct, narrative);
        if found != line {
            wrong.push(format!("label {line}\nfound {found}"));
        }
    }
    assert!(all >= 1_480, "only {all} sentences");
    assert!(
        wrong.is_empty(),
        "{} of {all}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
