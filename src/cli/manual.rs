//! `linchpin completions` and `linchpin man`: both made from the one definition of the arguments.

use clap::CommandFactory;

use super::args::{Args, Completions, Man};
use super::{Exit, Output};
use crate::disk;
use crate::error::{Category, Error};
use crate::text::clean_line;

pub(super) fn completions(args: &Completions, out: &mut Output) -> Result<Exit, Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "linchpin", &mut script);
    out.raw(&script)?;
    Ok(Exit::Found)
}

/// A page of the manual, or a file for each.
pub(super) fn man(args: &Man, out: &mut Output) -> Result<Exit, Error> {
    if let Some(folder) = &args.out {
        let written = disk::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(Args::command(), folder));
        written.map_err(|error| {
            let shown = clean_line(&folder.to_string_lossy());
            let what = format!("the manual cannot be written into {shown}");
            Error::new(Category::Output, what).because(error)
        })?;
        return Ok(Exit::Found);
    }
    // Built, so that a command knows what it is a part of.
    let mut command = Args::command();
    command.build();
    if let Some(name) = &args.command {
        let found = command.find_subcommand(name).cloned();
        command = found.ok_or_else(|| {
            let name = clean_line(name);
            let what = format!("there is no command “{name}”; linchpin --help lists them");
            Error::new(Category::Usage, what)
        })?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(super::output::failed)?;
    out.raw(&page)?;
    Ok(Exit::Found)
}
