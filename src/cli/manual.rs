//! `linchpin completions` and `linchpin man`: both made from the one definition of the arguments.

use clap::CommandFactory;

use super::args::{Args, Completions};
use super::{Exit, Output};
use crate::error::Error;

pub(super) fn completions(args: &Completions, out: &mut Output) -> Result<Exit, Error> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "linchpin", &mut script);
    out.raw(&script)?;
    Ok(Exit::Found)
}

pub(super) fn man(out: &mut Output) -> Result<Exit, Error> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command())
        .render(&mut page)
        .map_err(super::output::failed)?;
    out.raw(&page)?;
    Ok(Exit::Found)
}
