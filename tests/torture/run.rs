//! Running the program on a small stack, and not for ever.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code; `None` for a run that a signal ended.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// How much longer than its time on a processor a run may take on a machine that does other things.
const OTHERS: u32 = 20;

/// Runs the program in a folder with a main stack of 2 MiB. It is killed after `limit` on a processor;
/// panics if it hangs.
#[track_caller]
pub(crate) fn on_a_small_stack(arguments: &[&str], folder: &Path, limit: Duration) -> Ended {
    let mut command = Command::new("sh");
    let limits = format!(
        "ulimit -s 2048; ulimit -t {}; exec \"$0\" \"$@\"",
        limit.as_secs()
    );
    command
        .args(["-c", &limits, env!("CARGO_BIN_EXE_linchpin")])
        .args(arguments)
        .current_dir(folder);
    ended(&mut command, OTHERS * limit)
}

/// Runs a command to its end, with nothing to read.
#[track_caller]
pub(crate) fn ended(command: &mut Command, limit: Duration) -> Ended {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdout = child.stdout.take().expect("a pipe");
    let mut stderr = child.stderr.take().expect("a pipe");
    let out = std::thread::spawn(move || read(&mut stdout));
    let err = std::thread::spawn(move || read(&mut stderr));
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if begun.elapsed() > limit {
            let _ = child.kill();
            let _ = child.wait();
            panic!("{command:?} did not end within {limit:?}");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    Ended {
        code: status.code(),
        out: out.join().expect("a reader"),
        err: err.join().expect("a reader"),
    }
}

/// All of it, which must be UTF-8.
fn read(pipe: &mut impl Read) -> String {
    let mut bytes = Vec::new();
    pipe.read_to_end(&mut bytes).expect("a pipe");
    String::from_utf8(bytes).expect("what is printed is UTF-8")
}
