//! Tables: commas, semicolons, tabs or bars between the columns.
//!
//! The first row names the columns, if any of its names is known; otherwise the columns are told by
//! their values. A row of a wrong form is a warning with its line.

use csv::{ByteRecord, ReaderBuilder};

use super::filling::Filling;
use super::instant;
use super::lines::Lines;
use super::mapping::Mapping;
use super::options::Limits;
use super::order::{self, Order};
use super::reading::Reading;
use super::report::{Notice, Warnings};
use super::sink::Sink;
use super::table::{self, Meaning};
use crate::document::{EventRow, Origin};
use crate::text::is_plain_line;

/// Columns beyond this say nothing that a reader would miss.
const MOST_COLUMNS: usize = 10_000;

/// A table whose dates are of digits shows it in so many rows.
const FEW_ROWS: usize = 100;

/// So many rows at the beginning may be something else than a heading or a row.
const MOST_HEADINGS: usize = 3;

/// The rows of a table.
pub(super) fn read(
    text: &str,
    origin: &Origin,
    limits: &Limits,
    sink: &mut Sink<'_>,
) -> Result<Reading, Notice> {
    let (separator, skipped) = separator(text);
    let body = text.get(skipped..).unwrap_or_default();
    let lines_before = Lines::new(text).line(skipped) - 1;
    let mut reader = reader(body, separator);
    let mut record = ByteRecord::new();
    let mut columns: Option<Vec<Option<Meaning>>> = None;
    let mut order = Order::Unknown;
    let (mut last_start, mut ragged, mut unknown) = (0, 0_usize, 0);
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(Notice::new(error.to_string())),
        }
        let (start, line) = record.position().map_or((0, 1), |position| {
            (position.byte() as usize, position.line() as usize)
        });
        last_start = start;
        let line = line + lines_before;
        // One look at the bytes of a row costs less than one at those of each cell.
        let cells = std::str::from_utf8(record.as_slice()).unwrap_or_default();
        let cell = |index: usize| {
            let cell = record.range(index).and_then(|range| cells.get(range));
            let cell = cell.unwrap_or_default();
            if separator == b'\t' {
                unquoted(cell)
            } else {
                cell
            }
        };
        let Some(known) = &columns else {
            let by_mapping = sink
                .mapping
                .as_ref()
                .and_then(|known| mapped(&record, known));
            let (found, is_heading) = match by_mapping {
                Some(found) => (found, true),
                None => columns_of(&record),
            };
            let tells = |meaning: &Meaning| matches!(meaning, Meaning::Title | Meaning::Summary);
            if !found.iter().flatten().any(tells) {
                // Names that nobody knows: the next row shows what the columns hold.
                unknown += 1;
                if unknown <= MOST_HEADINGS {
                    continue;
                }
                break;
            }
            let told = sink.mapping.as_ref().and_then(|mapping| mapping.order);
            order = told.unwrap_or_else(|| {
                let dates = dates(body, separator, &found);
                let why = dates.remark().filter(|_| dates.order() == Order::Unknown);
                sink.warnings.extend(why.map(Notice::new));
                dates.order()
            });
            columns = Some(found.clone());
            if is_heading {
                continue;
            }
            take(sink, (&found, order), (cells, cell), (origin, line));
            continue;
        };
        if record.len() != known.len() && record.len() > 1 {
            ragged += 1;
            if ragged == 1 {
                sink.warnings.push(Notice::at_line(
                    format!(
                        "this row has {} columns and the first has {}",
                        record.len(),
                        known.len()
                    ),
                    line,
                ));
            }
        }
        take(sink, (known, order), (cells, cell), (origin, line));
        if sink.rows.len() >= limits.records {
            let most = limits.records;
            sink.warnings.push(Notice::at_line(
                format!("only the first {most} rows are read"),
                line,
            ));
            break;
        }
    }
    if columns.is_none() {
        let why = "no column of this table is known to tell what happened; name one \"title\" and one \"date\"";
        sink.warnings.push(Notice::at_line(why, lines_before + 1));
    }
    if ragged > 1 {
        sink.warnings.push(Notice::new(format!(
            "{ragged} rows have another number of columns than the first"
        )));
    }
    if separator != b'\t' {
        unclosed_quote(body, last_start, lines_before, &mut sink.warnings);
    }
    Ok(Reading::named("a table"))
}

fn reader(body: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        // Tables with tabs are seldom quoted, and then their quotation marks are words' own.
        .quoting(separator != b'\t')
        .from_reader(body.as_bytes())
}

/// The heading of a table and the cells of its first rows.
pub(super) fn cells(text: &str, most: usize) -> (Vec<String>, Vec<Vec<String>>) {
    let (separator, skipped) = separator(text);
    let mut reader = reader(text.get(skipped..).unwrap_or_default(), separator);
    let mut records = reader.byte_records().map_while(Result::ok).map(|record| {
        let cell = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
        record
            .iter()
            .take(MOST_COLUMNS)
            .map(cell)
            .collect::<Vec<String>>()
    });
    let names = records.next().unwrap_or_default();
    (names, records.take(most).collect())
}

/// What the dates of digits in a table tell of their order. Tables without such dates are left after
/// a few rows.
fn dates(body: &str, separator: u8, columns: &[Option<Meaning>]) -> order::Column {
    let mut dates = order::Column::default();
    let of_dates: Vec<usize> = (0..columns.len())
        .filter(|at| matches!(columns.get(*at), Some(Some(Meaning::Date | Meaning::End))))
        .collect();
    let mut reader = reader(body, separator);
    for (number, record) in reader.byte_records().map_while(Result::ok).enumerate() {
        if number > FEW_ROWS && dates.seen == 0 {
            break;
        }
        for cell in of_dates.iter().filter_map(|at| record.get(*at)) {
            dates.see(std::str::from_utf8(cell).unwrap_or_default());
        }
    }
    dates
}

/// The meanings that a mapping gives the columns of a heading, if it names one of them.
fn mapped(record: &ByteRecord, mapping: &Mapping) -> Option<Vec<Option<Meaning>>> {
    let mut named = false;
    let meaning = |cell: &[u8]| {
        let name = std::str::from_utf8(cell).unwrap_or_default();
        let said = mapping.of(name);
        named |= said.is_some();
        match said {
            Some(said) => said.meaning(),
            None => table::meaning(name).map(|(meaning, _)| meaning),
        }
    };
    let meanings = record.iter().take(MOST_COLUMNS).map(meaning).collect();
    named.then_some(meanings)
}

fn take<'c>(
    sink: &mut Sink<'_>,
    (columns, order): (&[Option<Meaning>], Order),
    (cells, cell): (&str, impl Fn(usize) -> &'c str),
    at: (&Origin, usize),
) {
    let Sink { warnings, rows, .. } = sink;
    let (origin, line) = at;
    let number = rows.len() as u32 + 1;
    let row = EventRow::at(origin.item(number), u32::try_from(line).ok());
    let mut filling = Filling::new(row, order, is_plain_line(cells));
    for (index, meaning) in columns.iter().enumerate() {
        if let Some(meaning) = meaning {
            filling.text(*meaning, cell(index));
        }
    }
    let says = filling.finish().map(|row| rows.push(row)).is_some();
    if let Some(trouble) = filling.trouble {
        warnings.push(Notice::at_line(trouble, line));
    }
    if !says && (0..columns.len()).any(|index| !cell(index).trim().is_empty()) {
        let why = "this row says nothing of what happened; it is left out";
        warnings.push(Notice::at_line(why, line));
    }
}

/// What the columns mean, and whether the record is a heading rather than a row.
fn columns_of(record: &ByteRecord) -> (Vec<Option<Meaning>>, bool) {
    let cells: Vec<&str> = record
        .iter()
        .take(MOST_COLUMNS)
        .map(|cell| std::str::from_utf8(cell).unwrap_or_default())
        .collect();
    let named: Vec<Option<(Meaning, usize)>> =
        cells.iter().map(|cell| table::meaning(cell)).collect();
    if named.iter().flatten().count() >= 2
        || (cells.len() == 1 && named.iter().flatten().count() == 1)
    {
        // Of several columns with one meaning, the best name; lists may have several columns.
        let best = |meaning: Meaning| {
            named
                .iter()
                .flatten()
                .filter(|(other, _)| *other == meaning)
                .map(|(_, rank)| *rank)
                .min()
        };
        let several = |meaning| {
            matches!(
                meaning,
                Meaning::Participants | Meaning::Places | Meaning::Countries | Meaning::Topics
            )
        };
        let mut taken = Vec::new();
        let meanings = named.iter().map(|entry| {
            let (meaning, rank) = (*entry)?;
            let wanted =
                several(meaning) || (best(meaning) == Some(rank) && !taken.contains(&meaning));
            if wanted {
                taken.push(meaning);
            }
            wanted.then_some(meaning)
        });
        let mut meanings: Vec<Option<Meaning>> = meanings.collect();
        name_title(&mut meanings, &cells);
        return (meanings, true);
    }
    let date = cells
        .iter()
        .position(|cell| cell.len() < 60 && instant::day_of(cell, "").is_some());
    let words = |index: &usize| {
        cells
            .get(*index)
            .map_or(0, |cell| cell.chars().filter(|c| c.is_alphabetic()).count())
    };
    let title = (0..cells.len())
        .filter(|index| Some(*index) != date)
        .max_by_key(|index| (words(index), usize::MAX - index));
    let meanings = (0..cells.len()).map(|index| match index {
        index if Some(index) == date => Some(Meaning::Date),
        index if Some(index) == title && date.is_some() => Some(Meaning::Title),
        _ => None,
    });
    (meanings.collect(), false)
}

/// A table without titles is told by its topics, its kinds or the first column that has no meaning.
fn name_title(meanings: &mut [Option<Meaning>], cells: &[&str]) {
    if meanings
        .iter()
        .flatten()
        .any(|meaning| matches!(meaning, Meaning::Title | Meaning::Summary))
    {
        return;
    }
    let of = |wanted: Option<Meaning>| meanings.iter().position(|meaning| *meaning == wanted);
    let unknown = meanings
        .iter()
        .zip(cells)
        .position(|(meaning, cell)| meaning.is_none() && !cell.trim().is_empty());
    let chosen = of(Some(Meaning::Topics))
        .or_else(|| of(Some(Meaning::Kind)))
        .or(unknown);
    if let Some(meaning) = chosen.and_then(|index| meanings.get_mut(index)) {
        *meaning = Some(Meaning::Title);
    }
}

/// A cell without the quotation marks around it.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"')
        .and_then(|cell| cell.strip_suffix('"'))
        .unwrap_or(cell)
}

/// The byte between columns, and where the table begins after Excel's `sep=` line.
fn separator(text: &str) -> (u8, usize) {
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    if let Some(named) = first
        .trim()
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
    {
        let skipped = text.find(first).unwrap_or(0) + first.len();
        return (named, (skipped + 1).min(text.len()));
    }
    let head = first
        .as_bytes()
        .get(..first.len().min(64 << 10))
        .unwrap_or_default();
    let count = |byte: u8| memchr::memchr_iter(byte, head).count();
    let best = *b"\t,;|"
        .iter()
        .max_by_key(|byte| count(**byte))
        .unwrap_or(&b',');
    (if count(best) == 0 { b',' } else { best }, 0)
}

/// A quotation that never ends swallows the rest of the file; says where it began.
fn unclosed_quote(body: &str, last_start: usize, lines_before: usize, warnings: &mut Warnings) {
    let last = body.get(last_start..).unwrap_or_default();
    let quotes = memchr::memchr_iter(b'"', last.as_bytes()).count();
    let Some(open) = last
        .rfind('"')
        .filter(|_| quotes % 2 == 1 && last.trim_end().contains('\n'))
    else {
        return;
    };
    let line = Lines::new(body).line(last_start + open) + lines_before;
    warnings.push(Notice::at_line(
        "a quotation begins here and does not end; the rest of the file is taken as its text",
        line,
    ));
}
