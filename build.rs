//! Compiles `data/` into the binary: read, checked, resolved, packed.
//!
//! The modules are those of the library, so the build and `linchpin check --record` cannot
//! disagree. A broken file stops the build with its line and the reason.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

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
        pub use source::load;
    }
        pub use schema::Event;
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
    Ok(())
}
