//! CPU time from start to the first full screen, in a pty, beside the least ratatui program.
//!
//! `cargo bench --bench start` builds both in the bench profile and prints the median of the runs
//! and their ratio. The two run in turn, so that a busy machine slows both. CPU time is read from
//! `/proc/PID/task/*/schedstat` (nanoseconds, all threads that live), hence Linux only.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 21;
const LIMIT: Duration = Duration::from_secs(10);

fn main() {
    let linchpin = PathBuf::from(env!("CARGO_BIN_EXE_linchpin"));
    let hello = build_hello();
    let (mut ours, mut least) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let pair = (start(&linchpin, "help"), start(&hello, "hello"));
        if run > 0 {
            ours.push(pair.0);
            least.push(pair.1);
        }
    }
    let (ours, least) = (median(ours), median(least));
    println!("start to first screen, CPU, median of {RUNS}:");
    println!("  linchpin       {:.2} ms", ours.as_secs_f64() * 1e3);
    println!("  hello ratatui  {:.2} ms", least.as_secs_f64() * 1e3);
    println!(
        "  ratio          {:.2}",
        ours.as_secs_f64() / least.as_secs_f64()
    );
}

/// The example beside the benches, in the same profile.
fn build_hello() -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--profile",
            "bench",
            "--example",
            "hello_ratatui",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the example builds");
    let release = Path::new(env!("CARGO_BIN_EXE_linchpin"))
        .parent()
        .expect("a folder");
    release.join("examples/hello_ratatui")
}

/// Runs a program until `mark` is on its screen, tells the CPU time it took so far, and ends it.
fn start(program: &Path, mark: &str) -> Duration {
    let size = PtySize {
        rows: 40,
        cols: 120,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pty = native_pty_system().openpty(size).expect("a pty");
    let mut command = CommandBuilder::new(program);
    command.env("TERM", "xterm-256color");
    command.env(
        "XDG_CONFIG_HOME",
        std::env::temp_dir().join("linchpin-bench-none"),
    );
    let mut child = pty
        .slave
        .spawn_command(command)
        .expect("the program starts");
    drop(pty.slave);
    let mut writer = pty.master.take_writer().expect("a writer");
    let process = child.process_id().expect("it runs");
    let bytes = reader(pty.master.try_clone_reader().expect("a reader"), process);

    let cells = |n: u16| NonZero::new(n).expect("a screen has cells");
    let mut screen = vt100::Parser::new(cells(size.rows), cells(size.cols), 0);
    let begun = Instant::now();
    let mut spent = Duration::ZERO;
    while !screen.screen().contents().contains(mark) {
        assert!(
            begun.elapsed() < LIMIT,
            "{} shows no {mark:?}",
            program.display()
        );
        if let Ok((chunk, until)) = bytes.recv_timeout(Duration::from_millis(50)) {
            screen.process(&chunk);
            spent = until;
        }
    }
    let _ = writer.write_all(b"q");
    let _ = writer.flush();
    while child.try_wait().expect("it can be asked").is_none() {
        if begun.elapsed() > LIMIT {
            let _ = child.kill();
        }
        let _ = bytes.recv_timeout(Duration::from_millis(5));
    }
    spent
}

/// What the program writes, and the CPU time it had taken when that came: asked at once, since after
/// the first screen other threads begin to work.
fn reader(mut from: Box<dyn Read + Send>, process: u32) -> Receiver<(Vec<u8>, Duration)> {
    let (to, chunks) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            let spent = cpu(process);
            if to.send((buffer[..length].to_vec(), spent)).is_err() {
                return;
            }
        }
    });
    chunks
}

/// Nothing once the program has ended.
fn cpu(pid: u32) -> Duration {
    let tasks = std::fs::read_dir(format!("/proc/{pid}/task"));
    let nanoseconds = tasks
        .into_iter()
        .flatten()
        .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok())
        .filter_map(|stat| stat.split(' ').next()?.parse::<u64>().ok())
        .sum();
    Duration::from_nanos(nanoseconds)
}

fn median(mut runs: Vec<Duration>) -> Duration {
    runs.sort_unstable();
    runs[runs.len() / 2]
}
