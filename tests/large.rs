//! More than anybody has: a file of a gigabyte, a hundred thousand files, a wall of a screen.
//!
//! `cargo test --release --test large -- --ignored --nocapture` runs them, in minutes and with some
//! gigabytes of disk.
#![cfg(target_os = "linux")]

#[path = "pty/browser.rs"]
mod browser;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use browser::Browser;

/// What a run took.
#[derive(Debug)]
struct Run {
    code: Option<i32>,
    out: String,
    /// The most memory that it had, in bytes.
    most: u64,
}

/// `linchpin check` of a path.
fn check(path: &Path, folder: &Path) -> Run {
    run(&["check"], path, folder)
}

/// A command on a path.
fn run(command: &[&str], path: &Path, folder: &Path) -> Run {
    let told = folder.join("told");
    let mut child = Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .args(command)
        .arg(path)
        .env("HOME", folder)
        .stdin(Stdio::null())
        .stdout(File::create(&told).expect("a file"))
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut most = 0;
    let code = loop {
        most = most.max(most_of(child.id()));
        if let Some(status) = child.try_wait().expect("a child") {
            break status.code();
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    };
    let out = fs::read(told).expect("what it told");
    Run {
        code,
        out: String::from_utf8(out).expect("UTF-8"),
        most,
    }
}

/// The most memory that a program had until now, in bytes.
fn most_of(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    peak.unwrap_or(0) << 10
}

/// The most memory that the browser has until it has read a folder of so many documents and found something
/// in them.
fn browsed(path: &Path, documents: &str, folder: &Path) -> u64 {
    let (path, home) = (path.to_string_lossy(), folder.to_string_lossy());
    let mut browser = Browser::open_with(&[&path], &[("HOME", &home)]);
    let begun = Instant::now();
    let soon = |browser: &mut Browser, texts: &[&str]| {
        while !browser.soon_shows(texts) {
            assert!(begun.elapsed() < Duration::from_mins(15), "{texts:?}");
        }
    };
    soon(&mut browser, &[documents]);
    browser.press("/seoul");
    soon(&mut browser, &["hits"]);
    let most = most_of(browser.child.process_id().expect("a running program"));
    browser.leaves();
    most
}

#[test]
#[ignore = "writes a gigabyte"]
fn a_file_of_a_gigabyte_is_refused_at_once_and_one_text_of_200_megabytes_when_it_is_seen_to_be_one()
{
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.txt");
    File::create(&path)
        .and_then(|file| file.set_len(1 << 30))
        .expect("a file");
    let run = check(&path, folder.path());
    assert!(run.out.contains("larger than 256 MiB"), "{}", run.out);
    assert!(run.most < 64 << 20, "{} bytes", run.most);
    println!("refused with {} MiB", run.most >> 20);

    let sentence = "The Foreign Minister met the Secretary of State in Seoul on 2 March 2021. They spoke of rice.\n\n";
    let mut file = BufWriter::new(File::create(&path).expect("a file"));
    let times = (200 << 20) / sentence.len();
    for _ in 0..times {
        file.write_all(sentence.as_bytes()).expect("written");
    }
    drop(file);
    let run = check(&path, folder.path());
    println!(
        "200 MiB refused with {} MiB, exit {:?}",
        run.most >> 20,
        run.code
    );
    assert!(run.out.contains("more than 64 MiB"), "{}", run.out);
    assert!(run.most < (3 * 200 + 64) << 20, "{} bytes", run.most);
}

#[test]
#[ignore = "writes a hundred thousand files"]
fn a_hundred_thousand_files_are_all_accounted_for() {
    const FILES: u64 = 100_000;
    let folder = tempfile::tempdir().expect("a folder");
    let documents = folder.path().join("in");
    let mut bytes = 0;
    for number in 0..FILES {
        let below = documents.join(format!("{:02}", number % 100));
        fs::create_dir_all(&below).expect("a folder");
        let (year, day) = (1950 + number % 70, 1 + number % 28);
        let text = format!(
            "# Talks {number}\n\nSeoul, {day} March {year}\n\nThe Foreign Minister met the Secretary of State in Seoul on {day} March {year}.\n"
        );
        bytes += text.len() as u64;
        fs::write(below.join(format!("{number}.md")), text).expect("written");
    }
    let told = check(&documents, folder.path());
    assert!(
        told.out.contains("100000 files"),
        "{}",
        told.out.lines().last().unwrap_or_default()
    );
    let commands: [&[&str]; 5] = [
        &["check"],
        &["extract"],
        &["extract", "--json"],
        &["--plain"],
        &[],
    ];
    let mut most = Vec::new();
    for command in commands {
        let home = tempfile::tempdir().expect("a folder");
        // The second time what was understood is recalled.
        for state in ["cold", "warm"] {
            let took = if command.is_empty() {
                browsed(&documents, "100,000 documents", home.path())
            } else {
                let run = run(command, &documents, home.path());
                assert_eq!(run.code, Some(0), "{command:?} {state}");
                run.most
            };
            println!("{command:?} {state}: {bytes} bytes in {FILES} files with {took}");
            most.push(took);
        }
    }
    assert!(
        most.iter().all(|most| *most < 3 * bytes + (64 << 20)),
        "{most:?}"
    );
}
