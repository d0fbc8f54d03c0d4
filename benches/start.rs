//! CPU time from start to the first full screen, in a pty, beside the least ratatui program.
//!
//! `cargo bench --bench start` builds both in the bench profile and prints the median of the runs
//! and their ratio. The two run in turn, so that a busy machine slows both. CPU time is read from
//! `/proc/PID/task/*/schedstat` (nanoseconds, all threads that live), hence Linux only.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

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
    let process = child.process_id().expect("it runs");
    let from = pty.master.try_clone_reader().expect("a reader");
    let spent = until(mark, from, process).recv_timeout(LIMIT);
    let pid = Pid::from_raw(process.cast_signed()).expect("a process has a number");
    kill_process(pid, Signal::KILL).expect("it can be ended");
    let _ = child.wait();
    spent.unwrap_or_else(|_| panic!("{} shows no {mark:?}", program.display()))
}

/// The CPU time that the program had taken when it wrote the mark. It is stopped at once, since after
/// the first screen other threads begin to work.
fn until(mark: &str, mut from: Box<dyn Read + Send>, process: u32) -> Receiver<Duration> {
    let (to, spent) = channel();
    let mark = mark.as_bytes().to_vec();
    std::thread::spawn(move || {
        let (mut written, mut buffer) = (Vec::new(), [0; 8192]);
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            written.extend_from_slice(&buffer[..length]);
            if written.windows(mark.len()).any(|part| part == mark) {
                let pid = Pid::from_raw(process.cast_signed()).expect("a process has a number");
                kill_process(pid, Signal::STOP).expect("it can be stopped");
                // Nobody waits any more if this took too long.
                let _ = to.send(cpu(process));
                return;
            }
        }
    });
    spent
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
