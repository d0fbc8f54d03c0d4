//! `linchpin timex`: the time expressions of a text, as JSON lines or marked in the text.

use std::io::{self, IsTerminal, Read};
use std::path::Path;

use super::args::{Kind, Timex, Unit};
use super::{Exit, Output};
use crate::disk;
use crate::error::{Category, Error};
use crate::text::{clean, clean_line};
use crate::time::{Edtf, EdtfError};
use crate::timex::report::{Offsets, inline, json_lines};
use crate::timex::{Narrative, TemporalTagger};

/// Longer texts are refused: spans count in 32 bits, and so much is no document.
const MOST_BYTES: u64 = 256 << 20;

pub(super) fn run(args: &Timex, out: &mut Output) -> Result<Exit, Error> {
    let dct = args.dct.as_deref().map(day_of_writing).transpose()?;
    let text = read(&args.file)?;
    let narrative = match args.narrative {
        Kind::Auto => Narrative::Auto,
        Kind::News => Narrative::News,
        Kind::History => Narrative::History,
    };
    let tagger = TemporalTagger::new(narrative);
    let dct = dct.map(|dct| dct.range());
    if args.jsonl {
        let found = tagger.tag_within(&text, dct, narrative);
        let offsets = match args.offsets {
            Unit::Bytes => Offsets::Bytes,
            Unit::Chars => Offsets::Chars,
        };
        out.raw(json_lines(&text, &found, offsets).as_bytes())?;
        return Ok(Exit::found(!found.is_empty()));
    }
    let text = clean(&text);
    let found = tagger.tag_within(&text, dct, narrative);
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    out.line(inline(&text, &found, colour).trim_end())?;
    Ok(Exit::found(!found.is_empty()))
}

/// A date, or a range of dates that the day of writing lies in.
fn day_of_writing(text: &str) -> Result<Edtf, Error> {
    text.parse().map_err(|error: EdtfError| {
        Error::new(Category::Usage, "the date of writing cannot be read").because(error)
    })
}

/// A file, or standard input for `-`; what is not UTF-8 is replaced.
fn read(path: &Path) -> Result<String, Error> {
    let name = clean_line(&path.to_string_lossy());
    let failed = |error: io::Error| {
        Error::new(Category::Input, format!("{name} cannot be read")).because(error)
    };
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        let stdin = io::stdin().lock();
        stdin
            .take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        if !disk::metadata(path).map_err(failed)?.is_file() {
            return Err(Error::new(
                Category::Input,
                format!("{name} is not a regular file"),
            ));
        }
        let file = disk::File::open(path).map_err(failed)?;
        file.take(MOST_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::new(
            Category::Input,
            format!("{name} is longer than 256 MiB"),
        ));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
