//! `linchpin map`: what the columns of a table are taken to mean, and five of its rows read so.

use super::args::Map;
use super::output::{column, write_new};
use super::{Exit, Output, exit};
use crate::error::{Category, Error};
use crate::load::mapping;
use crate::open::own_options;
use crate::text::{clean_line, fit};

/// Cells of a name, a meaning and a value.
const NAME: usize = 20;
const MEANING: usize = 14;
const VALUE: usize = 28;

pub(super) fn run(args: &Map, out: &mut Output) -> Result<Exit, Error> {
    let shown = clean_line(&args.path.to_string_lossy());
    let guess = mapping::guess(&args.path, &own_options())
        .map_err(|notice| Error::new(Category::Input, format!("{shown}: {notice}")))?;
    for warning in &guess.warnings {
        exit::remark(&warning.to_string());
    }
    out.line(&format!(
        "{}  {}  first rows",
        column("column", NAME),
        column("means", MEANING)
    ))?;
    for told in &guess.columns {
        let values: Vec<_> = told.values.iter().map(|value| fit(value, VALUE)).collect();
        let name = column(&fit(&told.name, NAME), NAME);
        let meaning = column(told.meaning, MEANING);
        out.line(&format!("{name}  {meaning}  {}", values.join(" | ")))?;
    }
    if let Some(remark) = &guess.remark {
        out.line(&format!("dates: {remark}"))?;
    }
    out.line("")?;
    for row in &guess.rows {
        let date = row
            .date
            .map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let places = row.places.join(", ");
        let title = fit(&row.title, 72);
        let place = if places.is_empty() {
            String::new()
        } else {
            format!("  ({places})")
        };
        out.line(&format!("{date}  {title}{place}"))?;
    }
    let place = mapping::place(&args.path);
    let name = clean_line(&place.to_string_lossy());
    if args.save {
        write_new(&place, guess.to_toml().as_bytes())?;
        out.line(&format!(
            "\n{name} is written; change it to change what the columns mean"
        ))?;
    } else if !place.exists() {
        out.line(&format!(
            "\nwith --save this is kept in {name}, where it can be changed"
        ))?;
    }
    Ok(Exit::found(!guess.rows.is_empty()))
}
