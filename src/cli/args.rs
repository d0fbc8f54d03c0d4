//! The arguments of every command; `--help`, the manual page and completions come from here.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::export::Format;
use crate::time::Edtf;

/// A timeline of US–Korea–Japan diplomacy: who met whom, when, where, and who says so.
#[derive(Debug, Parser)]
#[command(name = "linchpin", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "Exit codes: 0 found, 1 nothing, 2 trouble.")]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) browse: Browse,
}

/// What the browser opens.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Browse {
    /// Documents and folders to read beside the built-in record; `-` is standard input
    pub(super) paths: Vec<PathBuf>,
    /// Leave the built-in record out
    #[arg(long)]
    pub(super) only: bool,
    /// Lines instead of a screen, for screen readers and transcripts: commands are words
    #[arg(long)]
    pub(super) plain: bool,
    /// A theme: auto, dark, light, high-contrast, mono, or one of your own
    #[arg(long, value_name = "NAME", conflicts_with = "plain")]
    pub(super) theme: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// List the events that fit a query
    Search(Search),
    /// Tell when something happened last
    Last(Question),
    /// Tell when something happened first
    First(Question),
    /// Tell how often something happened
    Count(Question),
    /// Write the events that fit a query as a brief
    Export(Export),
    /// Show one event with its sources and quotes
    Show(Show),
    /// Tell who someone is: offices, events, counterparts
    Who(Who),
    /// List officials with their offices
    Officials(Officials),
    /// List what happened on a day, in a month or in a year
    On(On),
    /// List the sources of the record and how far they reach
    Sources(Sources),
    /// Find the time expressions of a text
    Timex(Timex),
    /// Copy documents into the library, which is opened beside the record from then on
    Add(Add),
    /// Show what the columns of a table are taken to mean, and five of its rows
    Map(Map),
    /// Tell what becomes of every file: read, skipped or in trouble, and why
    Check(Check),
    /// Read the events that documents alone tell, without the record
    Extract(Extract),
    /// List what is left to judge of what documents tell; with --json, what you judged, as test cases
    Review(Review),
    /// Print each setting and where it came from
    Config(Config),
    /// Print what was found where, and what is wrong
    Doctor(Doctor),
    /// Open the browser with a tour of it: 90 seconds
    Tour,
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print a page of the manual (roff), or write all of them into a folder
    Man(Man),
}

/// Commands whose words are a query.
const ASK: [&str; 5] = ["search", "last", "first", "count", "export"];

/// The arguments with `-word` as `!word`, which says the same in a query and is no flag to clap.
/// Behind `--` nothing is a flag, and what stands before it are files.
pub(super) fn without_dashes(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let asks = arguments.get(1).and_then(|command| command.to_str());
    let asks = asks.is_some_and(|command| ASK.contains(&command));
    if !asks || arguments.iter().any(|argument| argument == "--") {
        return arguments;
    }
    for argument in arguments.iter_mut().skip(2) {
        let word = argument.to_str().and_then(|text| text.strip_prefix('-'));
        let negated = word.filter(|word| !word.starts_with('-') && word.chars().count() > 1);
        if let Some(word) = negated {
            *argument = format!("!{word}").into();
        }
    }
    arguments
}

#[derive(Debug, clap::Args)]
pub(super) struct Question {
    /// The query; with `--`, files to read beside the record, and the query behind it
    #[arg(value_name = "WORDS")]
    pub(super) words: Vec<String>,
    /// The query
    #[arg(last = true, value_name = "QUERY")]
    pub(super) query: Vec<String>,
    /// A search that config.toml has under [searches], to which the words are added
    #[arg(long, value_name = "NAME")]
    pub(super) saved: Option<String>,
    /// Leave the built-in record out: ask the files alone
    #[arg(long)]
    pub(super) only: bool,
    /// No event that ended before this date: 2021, 2021-03 or 2021-03-16
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<Edtf>,
    /// No event that began after this date
    #[arg(long, value_name = "DATE")]
    pub(super) until: Option<Edtf>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Search {
    #[command(flatten)]
    pub(super) question: Question,
    /// In which order the events come
    #[arg(long, value_enum, default_value_t = Sort::Date)]
    pub(super) sort: Sort,
    /// At most so many events
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Sort {
    /// As they happened
    Date,
    /// The best match first
    Relevance,
}

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) question: Question,
    /// md, html, csv, json, jsonl or ics
    #[arg(long)]
    pub(super) format: Format,
    /// Write to this file, which must not be there yet
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// The id of the event
    pub(super) id: String,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Documents and folders to read beside the built-in record
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Who {
    /// A name in any spelling, order or script
    #[arg(required = true)]
    pub(super) name: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Officials {
    /// Part of a name; without one all officials are listed
    pub(super) name: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct On {
    /// A date as 1965-06-22, aug 2023, 2023q3 or last november; a day of any year as 06-12, "june 12"
    /// or today
    #[arg(required = true)]
    pub(super) date: Vec<String>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Sources {
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Timex {
    /// A plain text; `-` is standard input
    pub(super) file: PathBuf,
    /// The day the text was written, as 2021-03-10, or a range as 2021-03-01/2021-03-15
    #[arg(long, value_name = "DATE")]
    pub(super) dct: Option<String>,
    /// Print one JSON object a line instead of the marked text
    #[arg(long)]
    pub(super) jsonl: bool,
    /// What `start` and `end` count
    #[arg(long, value_enum, default_value_t = Unit::Chars)]
    pub(super) offsets: Unit,
    /// Lean on the day of writing (news) or on the dates told before (history)
    #[arg(long, value_enum, default_value_t = Kind::Auto)]
    pub(super) narrative: Kind,
}

/// What offsets count.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Unit {
    /// UTF-8 bytes
    Bytes,
    /// Unicode characters
    Chars,
}

/// The kind of a text.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Kind {
    /// Found out from the text
    Auto,
    /// News, press releases, letters
    News,
    /// Chronicles and histories
    History,
}

#[derive(Debug, clap::Args)]
pub(super) struct Map {
    /// A table: CSV, TSV, JSON or JSON Lines
    pub(super) path: PathBuf,
    /// Keep it beside the file as FILE.mapping.toml, which later loads use
    #[arg(long)]
    pub(super) save: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Add {
    /// Documents and folders; `-` is standard input
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// Documents and folders; `-` is standard input
    #[arg(required_unless_present = "record")]
    pub(super) paths: Vec<PathBuf>,
    /// Check the files of the record instead, in data/ or in the folder named
    #[arg(long)]
    pub(super) record: bool,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Extract {
    /// Documents and folders; `-` is standard input
    #[arg(required = true)]
    pub(super) paths: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Print the sentence, the rule and the reasons of each event
    #[arg(long, conflicts_with = "json")]
    pub(super) explain: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Review {
    /// Documents and folders to read beside the library
    pub(super) paths: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Config {
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Print the roles that a theme may set instead
    #[arg(long, conflicts_with = "json")]
    pub(super) roles: bool,
    /// A theme, as the browser's flag would choose it
    #[arg(long, value_name = "NAME")]
    pub(super) theme: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Doctor {
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Leave out everything private, to be attached to the report of a fault
    #[arg(long)]
    pub(super) report: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct Man {
    /// The command whose page it is; without one, linchpin's own
    pub(super) command: Option<String>,
    /// Write the pages of linchpin and of every command as files into this folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// Which shell
    pub(super) shell: clap_complete::Shell,
}
