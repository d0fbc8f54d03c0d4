//! Keys, pastes, the mouse and sizes of the screen in any order, in the whole browser but its edge.

use std::sync::{Arc, LazyLock};

use linchpin::app::keymap::Keymap;
use linchpin::app::keypress::{Code, KeyPress};
use linchpin::app::library::{Library, Report};
use linchpin::app::message::Mouse;
use linchpin::app::{Effect, Message, Model, update};
use linchpin::index::Index;
use linchpin::search::Searcher;
use linchpin::terminal::Finder;
use linchpin::text::cells;
use linchpin::time::Date;
use linchpin::ui::{Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Cell;

use super::compiled::chronicle_of;
use super::{forbidden, lossy};

/// Longer sequences are cut.
const MOST_KEYS: usize = 200;
/// A frame is drawn after so many messages, and at the end.
const LOOKS: usize = 8;
/// What the browser shows.
const PAGE: &str = "Seoul, 18 August 2023\n\nPresident Yoon Suk Yeol met President Biden and Prime Minister Kishida at Camp \
David on 18 August 2023. The Foreign Minister will visit Tokyo in September 2023. They met in Seoul on 20 May 2022 and spoke by \
telephone on 3 March 2021.\n\n윤석열 대통령은 2023년 3월 16일 도쿄를 방문했다.\n";

fn today() -> Date {
    Date::new(2024, 6, 1).expect("a day")
}

/// What stands before the first key: made once, since each of it takes longer than two hundred keys.
static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let chronicle = chronicle_of("a.txt", PAGE.as_bytes());
    Library::new(chronicle.into(), Report::default())
});
static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| {
    let index = Arc::new(Index::build(&LIBRARY.chronicle));
    Searcher::new(Arc::clone(&LIBRARY.chronicle), index).on(today())
});
static KEYMAP: LazyLock<Keymap> = LazyLock::new(Keymap::built_in);

/// What the next bytes do; each is a key but for a few that begin a paste, a click or a size.
fn message(bytes: &mut impl Iterator<Item = u8>) -> Option<Message> {
    let first = bytes.next()?;
    let plain = |code| Some(Message::Key(KeyPress::plain(code)));
    match first {
        b' '..=b'~' => plain(Code::Char(char::from(first))),
        b'\n' | b'\r' => plain(Code::Enter),
        b'\t' => plain(Code::Tab),
        0x1B => plain(Code::Esc),
        0x7F | 0x08 => plain(Code::Backspace),
        0x01..0x1B => {
            let letter = char::from(first + 0x60);
            Some(Message::Key(KeyPress::new(
                Code::Char(letter),
                true,
                false,
                false,
            )))
        }
        0x80..0x90 => {
            let named = [
                Code::Up,
                Code::Down,
                Code::Left,
                Code::Right,
                Code::Home,
                Code::End,
                Code::PageUp,
                Code::PageDown,
                Code::Delete,
                Code::Insert,
                Code::F(1),
                Code::F(2),
                Code::F(5),
                Code::Enter,
                Code::Esc,
                Code::Char('한'),
            ];
            plain(named[usize::from(first - 0x80)])
        }
        0x90..0xA0 => {
            let text: Vec<u8> = bytes.by_ref().take(usize::from(first - 0x90)).collect();
            Some(Message::Paste(lossy(&text)))
        }
        0xA0..0xB0 => {
            let (width, height) = (bytes.next()?, bytes.next()?);
            Some(Message::Resize(
                u16::from(width) + 1,
                u16::from(height % 80) + 1,
            ))
        }
        _ => {
            let all = [
                Mouse::Press,
                Mouse::Drag,
                Mouse::Release,
                Mouse::WheelDown,
                Mouse::WheelUp,
            ];
            let (x, y) = (bytes.next()?, bytes.next()?);
            let what = all[usize::from(first) % all.len()];
            Some(Message::Mouse(what, x.into(), y.into()))
        }
    }
}

/// What finds, made when something is looked for. Only what was corrected is indexed anew.
fn made<'a>(finder: &'a mut Option<Finder>, model: &Model) -> &'a mut Finder {
    finder.get_or_insert_with(|| {
        if Arc::ptr_eq(&model.library.chronicle, &LIBRARY.chronicle) {
            SEARCHER.clone().into()
        } else {
            Finder::new(&model.library, today())
        }
    })
}

/// Takes in a message, and what is found where it asks for a search.
fn fold(model: &mut Model, finder: &mut Option<Finder>, message: Message) {
    let mut left = vec![message];
    while let Some(message) = left.pop() {
        for effect in update(model, message) {
            if matches!(effect, Effect::Index(_)) {
                *finder = None;
            }
            left.extend(match effect {
                Effect::Search { generation, query } => Some(Message::Found(
                    made(finder, model).find(generation, &query).into(),
                )),
                Effect::Related(event, likeness, forward) => {
                    let related = made(finder, model).related(event, likeness, forward);
                    Some(Message::Related(event, related))
                }
                Effect::Facets(edition) => Some(Message::Facets(
                    edition,
                    made(finder, model).facets().into(),
                )),
                Effect::Known(kept) => {
                    made(finder, model).keep(kept);
                    None
                }
                _ => None,
            });
        }
    }
}

/// Whatever is pressed, every frame can be drawn, each of its cells is clean and none is wider than
/// a cluster may be.
pub(crate) fn keys(bytes: &[u8]) {
    let mut model = Model::new(LIBRARY.clone(), KEYMAP.clone(), today());
    let mut finder = None;
    let mut screen = Terminal::new(TestBackend::new(80, 24)).expect("a screen");
    fold(&mut model, &mut finder, Message::Resize(80, 24));
    let mut bytes = bytes.iter().copied();
    for at in 1..=MOST_KEYS {
        let message = message(&mut bytes);
        let over = message.is_none();
        if let Some(message) = message {
            fold(&mut model, &mut finder, message);
        }
        if at % LOOKS != 0 && !over {
            continue;
        }
        let size = model.size;
        screen.backend_mut().resize(size.width, size.height);
        let drawn = screen
            .draw(|frame| view(&model, &Theme::default(), frame))
            .expect("a frame");
        // Most cells hold a letter.
        let odd = |cell: &&Cell| !matches!(cell.symbol().as_bytes(), [b' '..=b'~']);
        for cell in drawn.buffer.content().iter().filter(odd) {
            assert_eq!(
                forbidden::first(cell.symbol(), false),
                None,
                "{:?}",
                cell.symbol()
            );
            assert!(cells(cell.symbol()) <= super::WIDEST, "{:?}", cell.symbol());
        }
        if over {
            break;
        }
    }
}
