//! The life cycle in terminals of every kind: small and large, with the kitty keyboard and without, mute,
//! slow, and gone.
#![cfg(unix)]

#[path = "pty/browser.rs"]
mod browser;

use std::io::{Read, Write};
use std::process::Command;
use std::time::{Duration, Instant};

use browser::Browser;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// What terminals answer to what they are asked at the start: nothing, the attributes that all have,
/// and besides that they know the kitty keyboard and have a light background.
const ANSWERS: [Option<&str>; 3] = [
    None,
    Some("\x1b[?62;22c"),
    Some("\x1b[?0u\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c"),
];

#[test]
fn at_any_size_and_with_any_keyboard_the_terminal_is_left_as_it_was() {
    for size in [(80, 24), (120, 40), (200, 50)] {
        for says in ANSWERS {
            let mut browser = Browser::open_at(size, &[], &[], says);
            browser.shows(&["linchpin"]);
            // Ctrl-D as terminals with the kitty keyboard send it.
            browser.press(if says == ANSWERS[2] {
                "\x1b[100;5u"
            } else {
                "\x04"
            });
            browser.press("/hanoi").shows(&["hanoi"]);
            browser.leaves();
        }
    }
}

#[test]
fn what_was_continued_without_a_stop_of_its_own_leaves_the_terminal_as_it_was() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin", "events"]);
    let id = browser.child.process_id().expect("a running program");
    kill_process(Pid::from_raw(id as i32).expect("an id"), Signal::CONT).expect("a signal");
    browser.press("/hanoi").shows(&["hits"]);
    browser.leaves();
}

#[test]
fn a_mouse_that_is_the_terminals_is_never_taken() {
    let mut browser = Browser::open_with(&[], &[("LINCHPIN_MOUSE", "0")]);
    browser.shows(&["linchpin", "events"]);
    browser.leaves();
    assert!(!String::from_utf8_lossy(&browser.raw).contains("\x1b[?1000h"));
}

/// A program in a terminal that reads only when told to.
struct Slow {
    master: Box<dyn MasterPty + Send>,
    reader: Box<dyn Read + Send>,
    child: Box<dyn Child + Send + Sync>,
    _home: tempfile::TempDir,
}

impl Slow {
    /// Reads until the first frame is there.
    fn open() -> Self {
        let pty = native_pty_system().openpty(size(40, 120)).expect("a pty");
        let home = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_linchpin"));
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        let child = pty.slave.spawn_command(command).expect("the program");
        let reader = pty.master.try_clone_reader().expect("a reader");
        let mut slow = Self {
            master: pty.master,
            reader,
            child,
            _home: home,
        };
        let mut seen = Vec::new();
        while !String::from_utf8_lossy(&seen).contains("events") {
            let some = slow.some();
            assert!(!some.is_empty(), "it ended before it drew");
            seen.extend(some);
        }
        slow
    }

    /// What it writes next; nothing at its end.
    fn some(&mut self) -> Vec<u8> {
        let mut bytes = vec![0; 8_192];
        let count = self.reader.read(&mut bytes).unwrap_or(0);
        bytes.truncate(count);
        bytes
    }

    /// Has it draw more than the terminal holds.
    fn fill(&self) {
        for n in 0..100 {
            self.master
                .resize(size(20 + n % 30, 60 + n % 90))
                .expect("a size");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for its end.
    fn ends(&mut self) {
        let begun = Instant::now();
        while self.child.try_wait().expect("a child").is_none() {
            assert!(begun.elapsed() < Duration::from_secs(20), "it goes on");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

#[test]
fn a_terminal_that_is_slow_is_still_left_as_it_was() {
    let mut slow = Slow::open();
    slow.fill();
    let id = slow.child.process_id().expect("a running program");
    kill_process(Pid::from_raw(id as i32).expect("an id"), Signal::TERM).expect("a signal");
    // As long as a terminal takes that draws a hard frame. One that is stuck for a second is given up.
    let told = Instant::now();
    std::thread::sleep(Duration::from_millis(200));
    if told.elapsed() > Duration::from_millis(900) {
        println!("skipped: this machine sleeps longer than it was asked to");
        return slow.ends();
    }
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains("\x1b[?1049l") {
        let more = slow.some();
        assert!(
            !more.is_empty(),
            "it was not left: {:?}",
            String::from_utf8_lossy(&seen)
        );
        seen.extend(more);
    }
    slow.ends();
}

#[test]
fn a_terminal_that_reads_no_more_does_not_keep_the_program() {
    let mut slow = Slow::open();
    slow.fill();
    let id = slow.child.process_id().expect("a running program");
    kill_process(Pid::from_raw(id as i32).expect("an id"), Signal::TERM).expect("a signal");
    slow.ends();
}

#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    for full in [false, true] {
        let slow = Slow::open();
        if full {
            slow.fill();
        }
        let Slow {
            master,
            reader,
            mut child,
            _home,
        } = slow;
        // Keys that nobody will see the answer to.
        let mut keys = master.take_writer().expect("a writer");
        keys.write_all(b"jjj").expect("taken");
        drop((keys, reader, master));
        let begun = Instant::now();
        while child.try_wait().expect("a child").is_none() {
            assert!(begun.elapsed() < Duration::from_secs(20), "it goes on");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The state of a process, as Linux tells it: `T` for one that is stopped.
#[cfg(target_os = "linux")]
fn state(id: u32) -> Option<char> {
    let told = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    told.rsplit_once(") ")?.1.chars().next()
}

/// The program that a shell runs, where the kernel tells.
#[cfg(target_os = "linux")]
fn below(shell: u32) -> Option<u32> {
    let children = std::fs::read_to_string(format!("/proc/{shell}/task/{shell}/children"));
    children.ok()?.split_whitespace().next()?.parse().ok()
}

#[cfg(target_os = "linux")]
#[test]
fn a_stop_gives_the_terminal_back_and_going_on_takes_it_again() {
    use rustix::process::kill_process_group;
    for by_key in [true, false] {
        let mut browser = Browser::open_in_shell();
        browser.shows(&["linchpin"]);
        browser.press("/hanoi").shows(&["hanoi"]);
        let shell = browser.child.process_id().expect("a running shell");
        let Some(program) = below(shell) else {
            println!("skipped: this kernel tells no children");
            return browser.leaves();
        };
        let pid = |id: u32| Pid::from_raw(id as i32).expect("an id");
        // Twice, since what was done once may be thought done.
        for _ in 0..2 {
            if by_key {
                browser.press("\u{1a}");
            } else {
                kill_process(pid(program), Signal::TSTP).expect("a signal");
            }
            browser.gives_back().assert_restored();
            let begun = Instant::now();
            while state(program) != Some('T') {
                assert!(begun.elapsed() < Duration::from_secs(20), "it goes on");
                std::thread::sleep(Duration::from_millis(5));
            }
            kill_process_group(pid(shell), Signal::CONT).expect("a signal");
            browser.shows(&["hanoi"]);
            assert!(browser.screen.screen().alternate_screen());
        }
        browser.leaves();
    }
}

#[test]
fn the_leader_of_a_session_is_not_stopped_since_nobody_could_continue_it() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin"]);
    let id = browser.child.process_id().expect("a running program");
    kill_process(Pid::from_raw(id as i32).expect("an id"), Signal::TSTP).expect("a signal");
    browser.press("\u{1a}").press("/hanoi").shows(&["hanoi"]);
    browser.leaves();
}

#[cfg(target_os = "linux")]
#[test]
fn in_a_container_whose_parent_is_outside_nothing_stops_it_either() {
    let unshare = "/usr/bin/unshare";
    let apart = ["--map-root-user", "--pid", "--fork", "--"];
    let allowed = Command::new(unshare).args(apart).arg("true").output();
    if !allowed.is_ok_and(|told| told.status.success()) {
        println!("skipped: no namespaces of one's own here");
        return;
    }
    let mut browser = Browser::open_below(unshare, &apart);
    browser.shows(&["linchpin"]);
    browser.press("\u{1a}").press("/hanoi").shows(&["hanoi"]);
    browser.leaves();
}

#[test]
fn where_it_cannot_draw_it_says_why_and_writes_nothing_else() {
    for (command, why) in [
        ("\"$0\" | cat", "standard output is no terminal"),
        ("\"$0\" < /dev/null", "standard input is no terminal"),
        ("TERM=dumb \"$0\"", "this terminal cannot place its cursor"),
        (
            "unset TERM; \"$0\"",
            "this terminal cannot place its cursor",
        ),
    ] {
        let mut shell = Browser::open_below("/bin/sh", &["-c", command]);
        shell.ends();
        let told = shell.screen.screen().contents().replace('\n', "");
        assert!(told.contains(why), "{command}: {told}");
        assert!(told.contains("linchpin search QUERY"), "{command}: {told}");
        assert!(!shell.raw.contains(&0x1B), "{command}: it wrote a control");
    }
}

#[test]
fn a_new_size_is_drawn_at_once_and_pasted_words_are_words() {
    let mut browser = Browser::open(&[]);
    browser.shows(&["linchpin"]);
    for (cols, rows) in [(80, 24), (200, 50), (120, 40)] {
        browser.resize(cols, rows);
        // The last row holds the keys, from its first column on.
        browser.shows(&["linchpin", "? "]);
        let screen = browser.screen.screen();
        assert_eq!(
            screen.size(),
            (
                rows.try_into().expect("not zero"),
                cols.try_into().expect("not zero")
            )
        );
    }
    browser.press("/").press("\x1b[200~hanoi\r2019\x1b[201~");
    browser.shows(&["hanoi 2019"]);
    browser.leaves();
}
