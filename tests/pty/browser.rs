//! The real program in a terminal of its own, driven by keys and read from its screen.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part")]

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::termios::LocalModes;

/// How long anything may take on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Browser {
    pub screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    pub raw: Vec<u8>,
    keys: Box<dyn Write + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    pub pressed: usize,
    master: Box<dyn MasterPty + Send>,
    pub home: tempfile::TempDir,
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> std::num::NonZero<u16> {
    count.try_into().expect("not zero")
}

impl Browser {
    pub fn open(arguments: &[&str]) -> Self {
        Self::open_with(arguments, &[])
    }

    pub fn open_with(arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        Self::open_before(arguments, environment, None)
    }

    /// The same in a terminal that has this to say before the program begins to read.
    pub fn open_before(
        arguments: &[&str],
        environment: &[(&str, &str)],
        says: Option<&str>,
    ) -> Self {
        Self::open_at((120, 40), arguments, environment, says)
    }

    /// The same at another size, in columns and rows.
    pub fn open_at(
        (cols, rows): (u16, u16),
        arguments: &[&str],
        environment: &[(&str, &str)],
        says: Option<&str>,
    ) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_linchpin"));
        command.args(arguments);
        Self::start((cols, rows), command, environment, says)
    }

    /// The same below a shell, which could continue it when it is stopped.
    pub fn open_in_shell() -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        // With something after it, so that the shell stays.
        command.args(["-c", "\"$0\"; exit $?", env!("CARGO_BIN_EXE_linchpin")]);
        Self::start((120, 40), command, &[], None)
    }

    /// The same below a program that runs what its last argument names.
    pub fn open_below(program: &str, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.arg(env!("CARGO_BIN_EXE_linchpin"));
        Self::start((120, 40), command, &[], None)
    }

    fn start(
        (cols, rows): (u16, u16),
        mut command: CommandBuilder,
        environment: &[(&str, &str)],
        says: Option<&str>,
    ) -> Self {
        let pty = native_pty_system()
            .openpty(size(cols, rows))
            .expect("a pty");
        let home = tempfile::tempdir().expect("a folder");
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.cwd(home.path());
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).expect("the program");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let mut keys = pty.master.take_writer().expect("a writer");
        if let Some(says) = says {
            keys.write_all(says.as_bytes()).expect("taken");
            keys.flush().expect("taken");
        }
        Self {
            screen: vt100::Parser::new(cells(rows), cells(cols), 0),
            bytes,
            raw: Vec::new(),
            keys,
            child,
            pressed: 0,
            master: pty.master,
            home,
        }
    }

    /// Presses keys, one for each character.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.pressed += keys.chars().count();
        self.keys
            .write_all(keys.as_bytes())
            .expect("keys are taken");
        self.keys.flush().expect("keys are taken");
        self
    }

    /// Gives the terminal another size. What it showed is gone, so that all there is was drawn for it.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.screen.set_size(cells(rows), cells(cols));
        self.screen.process(b"\x1b[2J");
        self.master.resize(size(cols, rows)).expect("a size");
        self
    }

    /// Waits until all of these stand on the screen, in one frame that is complete.
    #[track_caller]
    pub fn shows(&mut self, texts: &[&str]) -> &mut Self {
        self.reads_until(&format!("{texts:?}"), |browser| browser.has(texts))
    }

    /// Waits until this stands there no more. A letter after Esc would be one with Alt, so who presses Esc waits.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.reads_until(&format!("end of {text:?}"), |browser| {
            browser.at_rest() && !browser.screen.screen().contents().contains(text)
        })
    }

    /// Whether all of these stand on the screen soon: within two seconds.
    pub fn soon_shows(&mut self, texts: &[&str]) -> bool {
        self.read_until(Duration::from_secs(2), |browser| browser.has(texts))
    }

    fn has(&self, texts: &[&str]) -> bool {
        let contents = self.screen.screen().contents();
        self.at_rest() && texts.iter().all(|text| contents.contains(text))
    }

    /// Whether no frame is half drawn: a terminal gives what was written in pieces of any length.
    fn at_rest(&self) -> bool {
        let last = |bytes: &[u8]| {
            self.raw
                .windows(bytes.len())
                .rposition(|part| part == bytes)
        };
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }

    /// Waits until the program has written this.
    #[track_caller]
    pub fn writes(&mut self, bytes: &str) -> &mut Self {
        self.reads_until(&format!("{bytes:?}"), |browser| {
            String::from_utf8_lossy(&browser.raw).contains(bytes)
        })
    }

    /// Forgets everything that was written until now.
    pub fn forgets(&mut self) -> &mut Self {
        self.raw.clear();
        while self.bytes.try_recv().is_ok() {}
        self
    }

    /// Waits until the program has given the terminal back.
    #[track_caller]
    pub fn gives_back(&mut self) -> &mut Self {
        self.reads_until("end of its screen", |browser| {
            !browser.screen.screen().alternate_screen()
        })
    }

    #[track_caller]
    fn reads_until(&mut self, what: &str, there: impl Fn(&Self) -> bool) -> &mut Self {
        let came = self.read_until(PATIENCE, there);
        assert!(came, "no {what} on\n{}", self.screen.screen().contents());
        self
    }

    /// Reads until it is there, or for so long, or to the end.
    fn read_until(&mut self, patience: Duration, there: impl Fn(&Self) -> bool) -> bool {
        let until = Instant::now() + patience;
        while !there(self) {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.bytes.recv_timeout(left) else {
                return false;
            };
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
        true
    }

    /// Waits for the end of the program; returns its exit code.
    pub fn ends(&mut self) -> u32 {
        loop {
            match self.bytes.recv_timeout(PATIENCE) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.raw.extend(bytes);
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // Its end would be waited for in vain.
                    let _ = self.child.kill();
                    panic!("it goes on with\n{}", self.screen.screen().contents());
                }
            }
        }
        self.child.wait().expect("it ends").exit_code()
    }

    /// Leaves, and checks that the terminal is as it was.
    #[track_caller]
    pub fn leaves(&mut self) {
        self.press("\u{3}");
        assert_eq!(self.ends(), 0);
        self.assert_restored();
        self.assert_reads_lines();
    }

    /// The terminal gives lines and shows what is typed, as a shell finds it.
    #[track_caller]
    pub fn assert_reads_lines(&self) {
        let modes = self.master.tty_name().and_then(|name| {
            // Whoever leads a session would make it theirs, and go with it.
            let flags = OFlags::RDONLY | OFlags::NOCTTY;
            let terminal = rustix::fs::open(name, flags, Mode::empty()).ok()?;
            rustix::termios::tcgetattr(terminal).ok()
        });
        let line = LocalModes::ICANON | LocalModes::ECHO;
        let modes = modes.expect("the modes of the terminal");
        assert!(modes.local_modes.contains(line), "keys are read one by one");
    }

    #[track_caller]
    pub fn assert_restored(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen());
        assert!(!screen.hide_cursor());
        assert!(!screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let raw = String::from_utf8_lossy(&self.raw);
        assert_eq!(
            raw.matches("\x1b[>1u").count(),
            raw.matches("\x1b[<1u").count()
        );
    }
}
