//! Tags every document listed in an index (`name`, text file, day of writing; tabs) and writes JSON
//! lines beside it: what `benches/timex_gold.sh` scores.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use linchpin::time::Date;
use linchpin::timex::{TemporalTagger, report};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    let [_, from, to] = arguments.as_slice() else {
        return Err("usage: timex_score FROM_DIR TO_DIR".into());
    };
    let tagger = TemporalTagger::default();
    for line in fs::read_to_string(Path::new(from).join("index.tsv"))?.lines() {
        let mut fields = line.split('\t');
        let (Some(name), Some(dct)) = (fields.next(), fields.nth(1)) else {
            continue;
        };
        let text = fs::read_to_string(Path::new(from).join(format!("{name}.txt")))?;
        let dct = dct.get(..10).and_then(|day| day.parse::<Date>().ok());
        let found = tagger.tag(&text, dct);
        let lines = report::json_lines(&text, &found, report::Offsets::Chars);
        fs::write(Path::new(to).join(format!("{name}.jsonl")), lines)?;
    }
    Ok(())
}
