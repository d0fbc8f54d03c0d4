//! Things in a folder that are no plain files, names that are no plain words, and files that change.
//!
//! Opening one of them must never block, follow a link out of the folder, fill the memory or hide
//! the good file beside it.
#![cfg(unix)]

#[path = "torture/forbidden.rs"]
mod forbidden;
#[path = "torture/run.rs"]
mod run;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const CANARY: &str = "# The canary sings\n\n2 February 2020\n\nIt was well.\n";
const LIMIT: Duration = Duration::from_secs(20);

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("000-canary.md"), CANARY).expect("a written file");
    folder
}

/// The folder is read to its end; the canary is there and nothing unclean is printed.
#[track_caller]
fn survives(folder: &Path) -> String {
    let ended = run::on_a_small_stack(&["check", "."], folder, LIMIT);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("The canary sings"), "{}", ended.out);
    assert_eq!(forbidden::first(&ended.out, false), None, "{}", ended.out);
    assert_eq!(forbidden::first(&ended.err, false), None, "{}", ended.err);
    ended.out
}

fn fifo(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo");
    assert!(made.success());
}

#[test]
fn pipes_sockets_and_devices_are_skipped_and_never_waited_for() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fifo(&at("pipe.txt"));
    let _listener = UnixListener::bind(at("socket.txt")).expect("a socket");
    symlink("/dev/zero", at("zero.txt")).expect("a link");
    symlink("/dev/tty", at("tty.txt")).expect("a link");
    let out = survives(folder.path());
    for name in ["pipe.txt", "socket.txt", "zero.txt", "tty.txt"] {
        assert!(out.contains(&format!("{name}: skipped")), "{name}: {out}");
    }
    // Named outright, they are refused as well.
    for path in ["pipe.txt", "socket.txt", "/dev/zero", "/dev/null"] {
        let ended = run::on_a_small_stack(&["check", path], folder.path(), LIMIT);
        assert_eq!(ended.code, Some(1), "{path}: {}", ended.out);
        assert!(
            ended.out.contains("not a regular file"),
            "{path}: {}",
            ended.out
        );
    }
}

#[test]
fn links_are_not_followed_out_of_a_folder_or_round_in_it() {
    let (folder, outside) = (folder(), tempfile::tempdir().expect("a folder"));
    fs::write(
        outside.path().join("secret.md"),
        "# PWN7331\n\n3 March 2021\n",
    )
    .expect("a file");
    let at = |name: &str| folder.path().join(name);
    symlink(outside.path(), at("away")).expect("a link");
    symlink(outside.path().join("secret.md"), at("secret.md")).expect("a link");
    symlink(".", at("round")).expect("a link");
    symlink("loop-b", at("loop-a")).expect("a link");
    symlink("loop-a", at("loop-b")).expect("a link");
    symlink("nowhere", at("dangling.txt")).expect("a link");
    let out = survives(folder.path());
    assert!(!out.contains("PWN7331"), "{out}");
    assert!(out.contains("6 skipped"), "{out}");
    // A link that the user names is what the user meant.
    let ended = run::on_a_small_stack(&["check", "secret.md"], folder.path(), LIMIT);
    assert!(ended.out.contains("PWN7331"), "{}", ended.out);
    let ended = run::on_a_small_stack(&["check", "loop-a"], folder.path(), LIMIT);
    assert_eq!(ended.code, Some(1), "{}", ended.err);
}

#[test]
fn names_of_files_cannot_drive_the_terminal() {
    let folder = folder();
    let names: &[&[u8]] = &[
        b"\x1b]0;PWN7331\x07.md",
        b"\x1b[2J.txt",
        b"line\nbreak.md",
        b"return\rPWN.md",
        b"not-utf8-\xff\xfe\x80.md",
        "override-\u{202E}dm.md".as_bytes(),
        "tag-\u{E0041}\u{200B}.md".as_bytes(),
        b"-",
        b"--help",
        b"a;rm -rf $(PWN7331) `x` | y.md",
        "\u{1F468}\u{200D}\u{1F469}.md".as_bytes(),
    ];
    for name in names {
        let path = folder.path().join(OsStr::from_bytes(name));
        fs::write(path, "# Talks\n\n3 March 2021\n").expect("a written file");
    }
    let out = survives(folder.path());
    assert!(out.contains("12 files"), "{out}");
    // As the only input, named on the command line.
    for name in names {
        let mut command = Command::new(env!("CARGO_BIN_EXE_linchpin"));
        command
            .args(["check", "--"])
            .arg(Path::new(".").join(OsStr::from_bytes(name)));
        let ended = run::ended(command.current_dir(folder.path()), LIMIT);
        assert_eq!(ended.code, Some(0), "{name:?}: {}", ended.err);
        assert_eq!(forbidden::first(&ended.out, false), None, "{}", ended.out);
    }
}

#[test]
fn arguments_that_are_no_text_are_told_and_no_crash() {
    let folder = folder();
    for argument in [&b"\xff\xfe"[..], b"\x1b[31mPWN", b"no-such-\xf0\x28", b""] {
        for command in [&["check"][..], &[]] {
            let mut run = Command::new(env!("CARGO_BIN_EXE_linchpin"));
            run.args(command).arg(OsStr::from_bytes(argument));
            let ended = run::ended(run.current_dir(folder.path()), LIMIT);
            assert!(
                matches!(ended.code, Some(0..=2)),
                "{argument:?}: {:?}",
                ended.code
            );
            assert_eq!(forbidden::first(&ended.err, true), None, "{}", ended.err);
            assert_eq!(forbidden::first(&ended.out, true), None, "{}", ended.out);
        }
    }
}

#[test]
fn deep_folders_and_folders_named_like_files_are_walked() {
    let folder = folder();
    fs::create_dir(folder.path().join("folder.md")).expect("a folder");
    let mut path = folder.path().to_owned();
    for depth in 0..100 {
        path.push("d");
        fs::create_dir(&path).expect("a folder");
        fs::write(path.join(format!("{depth}.txt")), "Seoul, 3 March 2021\n").expect("a file");
    }
    let out = survives(folder.path());
    assert!(out.contains("folders deep"), "{out}");
    let nothing = folder.path().join("folder.md");
    let ended = run::on_a_small_stack(&["check", "."], &nothing, LIMIT);
    assert_eq!(ended.code, Some(1), "{}", ended.out);
}

#[test]
fn a_folder_that_changes_while_it_is_read_is_survived() {
    let folder = folder();
    let stop = std::sync::atomic::AtomicBool::new(false);
    let running = || !stop.load(std::sync::atomic::Ordering::Relaxed);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let at = |n: usize| folder.path().join(format!("{n:03}.md"));
            let mut round = 0_usize;
            while running() {
                for n in 1..60 {
                    let text = "# Talks\n\n3 March 2021\n".repeat(1 + round % 50);
                    // Whatever fails here is what the program has to live with.
                    let _ = match (n + round) % 5 {
                        0 => fs::remove_file(at(n)),
                        1 => fs::create_dir(at(n)),
                        2 => fs::remove_dir(at(n)),
                        3 => fs::File::create(at(n)).map(drop),
                        _ => fs::write(at(n), text),
                    };
                }
                round += 1;
            }
        });
        for _ in 0..12 {
            survives(folder.path());
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn a_file_over_the_limit_is_refused_with_the_limit_named() {
    let folder = folder();
    let file = fs::File::create(folder.path().join("huge.txt")).expect("a file");
    // A hole: it takes no room on the disk and would be a gigabyte in memory.
    file.set_len(1 << 30).expect("a sparse file");
    let out = survives(folder.path());
    assert!(
        out.contains("huge.txt: not read") && out.contains("256 MiB"),
        "{out}"
    );
}

#[test]
fn reading_a_folder_starts_no_program_connects_to_nothing_and_writes_its_cache_alone() {
    let folder = folder();
    fs::write(folder.path().join("page.html"), "<!doctype html><link rel=stylesheet href=http://127.0.0.1:1/><p>3 March 2021</p><img src=file:///etc/passwd>").expect("a file");
    fs::write(folder.path().join("feed.xml"), "<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"file:///etc/passwd\" [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><rss><channel><item><title>&f;</title></item></channel></rss>").expect("a file");
    let log = tempfile::NamedTempFile::new().expect("a file");
    let cache = tempfile::tempdir().expect("a folder");
    let mut command = Command::new("strace");
    command
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=execve,socket,connect,openat,unlinkat,renameat2,mkdirat",
            "-o",
        ])
        .arg(log.path())
        .args([env!("CARGO_BIN_EXE_linchpin"), "check", "."])
        .env("XDG_CACHE_HOME", cache.path())
        // A build that measures what is run writes that down when it ends.
        .env("LLVM_PROFILE_FILE", "/dev/null")
        .current_dir(folder.path());
    if Command::new("strace").arg("-V").output().is_err() {
        println!("skipped: strace is not installed");
        return;
    }
    let ended = run::ended(&mut command, LIMIT);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let calls = fs::read_to_string(log.path()).expect("a trace");
    assert_eq!(calls.matches("execve(").count(), 1, "{calls}");
    let own = cache.path().to_string_lossy();
    for call in calls.lines().filter(|call| !call.contains(&*own)) {
        let read_only = !["O_WRONLY", "O_RDWR", "O_CREAT"]
            .iter()
            .any(|flag| call.contains(flag));
        assert!(read_only || call.contains("/dev/"), "{call}");
        let elsewhere = [
            "socket(",
            "connect(",
            "unlinkat(",
            "renameat2(",
            "mkdirat(",
            "passwd",
            "hostname",
        ];
        assert!(!elsewhere.iter().any(|what| call.contains(what)), "{call}");
    }
}
