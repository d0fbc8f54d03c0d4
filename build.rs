//! Compiles `data/` into the binary: read, checked, resolved, packed.
//!
//! The modules are those of the library, so the build and `linchpin check --record` cannot
//! disagree. A broken file stops the build with its line and the reason.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use toml::de::DeTable;

use library::{record, time};

/// The part of the library that reads `data/`; its files say `crate::time` and `crate::record`,
/// which the imports above provide.
#[path = "src"]
#[expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::wrong_self_convention,
    clippy::struct_field_names,
    reason = "the library uses the rest, and is linted there"
)]
#[allow(
    unfulfilled_lint_expectations,
    reason = "nothing is public in a build script"
)]
mod library {
    #[path = "record"]
    pub mod record {
        mod check;
        mod finding;
        mod kinds;
        mod pack;
        mod parse;
        mod raw;
        mod resolve;
        mod schema;
        mod source;
        mod table;
        mod tenures;
        mod text;

        pub use pack::{Packed, encode};
        pub use schema::Event;
        pub use source::load;
    }
    pub mod time;
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/record");
    println!("cargo::rerun-if-changed=src/time");
    println!("cargo::rerun-if-changed=src/time.rs");
    println!("cargo::rerun-if-changed=build.rs");
    let record = record::load(Path::new("data")).unwrap_or_else(|findings| {
        for finding in findings {
            println!("cargo::error={finding}");
        }
        process::exit(1);
    });
    let packed = record::encode(&record).leak();
    let days = |(at, event): (usize, &record::Event<'_>)| packed.range(at) == Some(event.range());
    if packed.record()? != record || !record.events.iter().enumerate().all(days) {
        return Err("the packed record does not decode to the same record".into());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    fs::write(out.join("record.txt"), packed.text)?;
    fs::write(out.join("names.bin"), packed.names)?;
    fs::write(out.join("heads.bin"), packed.heads)?;
    fs::write(out.join("events.bin"), packed.events)?;
    fs::write(out.join("documents.bin"), packed.documents)?;
    fs::write(out.join("keymap.tsv"), keymap()?)?;
    fs::write(out.join("themes.tsv"), themes()?)?;
    Ok(())
}

/// `assets/keymap.toml` as lines of mode, action and keys, in the order of the file: the program
/// starts without parsing TOML. Whether the names are known is the matter of a test.
fn keymap() -> Result<String, Box<dyn Error>> {
    const FILE: &str = "assets/keymap.toml";
    println!("cargo::rerun-if-changed={FILE}");
    let text = fs::read_to_string(FILE)?;
    let modes = DeTable::parse(&text)?;
    let mut lines = Vec::new();
    for (mode, actions) in modes.get_ref() {
        let actions = actions.get_ref().as_table();
        for (action, keys) in actions.ok_or("a mode is a table of actions")? {
            for key in keys
                .get_ref()
                .as_array()
                .ok_or("an action has a list of keys")?
            {
                let keys = key.get_ref().as_str().ok_or("a key is a string")?;
                let line = format!("{}\t{}\t{keys}\n", mode.get_ref(), action.get_ref());
                lines.push((key.span().start, line));
            }
        }
    }
    lines.sort();
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

/// The themes as lines of theme, role, foreground, background and modifiers, for the same reason.
fn themes() -> Result<String, Box<dyn Error>> {
    const FOLDER: &str = "assets/themes";
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut lines = String::new();
    let mut paths = fs::read_dir(FOLDER)?
        .map(|file| Ok(file?.path()))
        .collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
    paths.sort();
    for path in paths {
        let name = path.file_stem().ok_or("a theme has a name")?;
        let text = fs::read_to_string(&path)?;
        for (role, look) in DeTable::parse(&text)?.get_ref() {
            let look = look.get_ref().as_table().ok_or("a role is a table")?;
            let color = |side| look.get(side).and_then(|color| color.get_ref().as_str());
            let (fg, bg) = (color("fg").unwrap_or(""), color("bg").unwrap_or(""));
            write!(lines, "{}\t{}\t{fg}\t{bg}", name.display(), role.get_ref())?;
            for (modifier, on) in look {
                if on.get_ref().as_bool() == Some(true) {
                    write!(lines, "\t{}", modifier.get_ref())?;
                }
            }
            lines.push('\n');
        }
    }
    Ok(lines)
}
