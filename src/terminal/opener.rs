//! Programs that are started on the user's word: what opens an address, and the user's editor.
//!
//! Never through a shell: each argument is one argument. Nothing else in the program starts another.

use std::ffi::OsString;
use std::io::{self, Read};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use super::{input, life, outside};
use crate::app::Message;
use crate::app::message::Notice;
use crate::disk;
use crate::text::Link;

/// The program that opens an address in the browser that the user chose.
const OPENER: &str = if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Editors that take the line as an argument of its own before the file.
const PLUS: [&str; 13] = [
    "vi",
    "vim",
    "nvim",
    "view",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "micro",
    "joe",
    "kak",
    "mg",
    "ne",
];
/// Editors that take it behind the file.
const COLON: [&str; 4] = ["hx", "helix", "subl", "zed"];
/// Editors that take it behind the file, after an option.
const GOTO: [&str; 3] = ["code", "codium", "code-insiders"];
/// A sentence is looked for in so many bytes of a file; where it stands further on, the file is
/// opened at its beginning.
const MOST_BYTES: u64 = 16 << 20;
/// Words of a sentence that are looked for, in one line of the file.
const WORDS: usize = 6;

/// Opens an address. Where no browser could show itself, the address goes to the clipboard.
pub(super) fn open(link: &Link, inbox: &Sender<Message>) -> Notice {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let far = ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(set);
    let blind =
        cfg!(not(target_os = "macos")) && !["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(set);
    if far || blind {
        let why = if far { "over SSH" } else { "without a display" };
        return outside::copy(link.as_str(), &format!("{why}, the link {link}"));
    }
    let child = Command::new(OPENER)
        .arg(link.as_str())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    match child {
        Err(error) => Notice::failure(format!("{link} was not opened: {OPENER}: {error}")),
        Ok(mut child) => {
            let (inbox, failed) = (inbox.clone(), format!("{link} was not opened"));
            // Without a thread for it nobody hears how it ended.
            let _ = thread::Builder::new()
                .name("opener".to_owned())
                .spawn(move || {
                    if child.wait().is_ok_and(|status| !status.success()) {
                        drop(inbox.send(Message::Notice(Notice::failure(failed))));
                    }
                });
            Notice::info(format!("opened {link}"))
        }
    }
}

/// Opens a file in the user's editor, at the line where a sentence begins, and waits until it is
/// closed. The terminal is the editor's meanwhile.
pub(super) fn edit(path: &Path, sentence: &str) -> Result<(), Notice> {
    let name = crate::text::clean_line(&path.to_string_lossy());
    let failed = |why: String| Notice::failure(format!("{name} was not opened: {why}"));
    if let Err(error) = disk::metadata(path) {
        return Err(failed(error.to_string()));
    }
    let chosen = ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    let chosen = chosen.unwrap_or_else(|| OsString::from("vi"));
    let chosen = chosen.to_string_lossy();
    let mut words = chosen.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let mut command = Command::new(program);
    command
        .args(words)
        .args(place(program, path, line_of(path, sentence)));
    let status = {
        let _reading = input::hold();
        let _writing = life::lock();
        life::lend(&mut command)
    };
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(format!("{program} ended with {status}"))),
        Err(error) => Err(failed(format!("{program}: {error}"))),
    }
}

/// The arguments that name the file and the line, as the editor takes them.
fn place(program: &str, path: &Path, line: usize) -> Vec<OsString> {
    let path = if path.is_absolute() {
        path.to_owned()
    } else {
        // A name that begins with a dash is no option.
        PathBuf::from(".").join(path)
    };
    let stem = Path::new(program).file_stem().unwrap_or_default();
    let stem = stem.to_string_lossy();
    let behind = || {
        let mut named = path.clone().into_os_string();
        named.push(format!(":{line}"));
        named
    };
    if PLUS.contains(&&*stem) {
        vec![format!("+{line}").into(), path.into()]
    } else if COLON.contains(&&*stem) {
        vec![behind()]
    } else if GOTO.contains(&&*stem) {
        vec!["--goto".into(), behind()]
    } else {
        vec![path.into()]
    }
}

/// The line of a file, from 1, that has most of the first words of a sentence; 1 if none has any.
fn line_of(path: &Path, sentence: &str) -> usize {
    read(path).map_or(1, |text| find(&text, sentence))
}

fn read(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    disk::File::open(path)?
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn find(text: &str, sentence: &str) -> usize {
    let words: Vec<&str> = sentence.split_whitespace().take(WORDS).collect();
    let folded = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = text.lines().map(folded).collect();
    for many in (1..=words.len()).rev() {
        let begins = words.get(..many).unwrap_or_default().join(" ");
        let found = lines.iter().position(|line| line.contains(&begins));
        // One short word may stand anywhere.
        if let Some(at) = found.filter(|_| many > 1 || words.len() == 1) {
            return at + 1;
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_where_it_begins_however_lines_are_wrapped() {
        let text =
            "---\ntitle: x\n---\n\nNothing here. The two\nministers  met in Seoul\non Monday.\n";
        assert_eq!(find(text, "ministers met in Seoul on Monday."), 6);
        assert_eq!(find(text, "The two ministers met"), 5);
        assert_eq!(find(text, "Unrelated words stand nowhere"), 1);
        assert_eq!(find("", ""), 1);
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        let args = |program: &str| {
            let args = place(program, Path::new("/a b.txt"), 7);
            let args: Vec<String> = args
                .iter()
                .map(|arg| arg.to_string_lossy().into())
                .collect();
            args.join("|")
        };
        assert_eq!(args("/usr/bin/nvim"), "+7|/a b.txt");
        assert_eq!(args("hx"), "/a b.txt:7");
        assert_eq!(args("code"), "--goto|/a b.txt:7");
        assert_eq!(args("unknown"), "/a b.txt");
        assert_eq!(place("vi", Path::new("-x.txt"), 1)[1], "./-x.txt");
    }
}
