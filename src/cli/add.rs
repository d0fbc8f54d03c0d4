//! `linchpin add`: copies documents into the library, which every later start opens.

use super::args::Add;
use super::{Exit, Output};
use crate::error::{Category, Error};
use crate::load::{Added, FileState, LoadOptions, Root, add_to_library};

pub(super) fn run(args: &Add, out: &mut Output) -> Result<Exit, Error> {
    let library = crate::config::library().ok_or_else(|| {
        Error::new(
            Category::State,
            "there is no home directory, so there is no place for a library",
        )
    })?;
    let roots: Vec<Root> = args.paths.iter().map(Root::from_argument).collect();
    let added =
        add_to_library(&roots, &library, &LoadOptions::default(), &()).map_err(|error| {
            let folder = crate::text::clean_line(&library.to_string_lossy());
            Error::new(
                Category::State,
                format!("the library in {folder} cannot be written"),
            )
            .because(error)
        })?;
    let (mut copied, mut known) = (0_usize, 0_usize);
    for (source, outcome) in &added {
        match outcome {
            Added::Copied(_) => {
                copied += 1;
                out.line(&format!("{source}: added"))?;
            }
            Added::Known => {
                known += 1;
                out.line(&format!("{source}: in the library already"))?;
            }
            Added::Refused(report) => out.line(&report.to_string())?,
        }
    }
    let refused = added.len() - copied - known;
    out.line(&format!(
        "{copied} added, {known} known already, {refused} not added"
    ))?;
    let trouble = |outcome: &Added| match outcome {
        Added::Refused(report) => matches!(report.state, FileState::Trouble(_)),
        Added::Copied(_) | Added::Known => false,
    };
    if added.iter().any(|(_, outcome)| trouble(outcome)) {
        return Ok(Exit::Trouble);
    }
    Ok(Exit::found(copied + known > 0))
}
