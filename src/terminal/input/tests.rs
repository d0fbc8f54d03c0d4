use crossterm::event::{KeyEventState, MouseEvent};

use super::*;

#[test]
fn what_crossterm_tells_is_a_key_a_click_a_paste_or_nothing() {
    let key = |code, modifiers, kind| {
        let state = KeyEventState::NONE;
        let told = message(Event::Key(KeyEvent {
            code,
            modifiers,
            kind,
            state,
        }));
        match told {
            Some(Message::Key(key)) => Some(key.to_string()),
            _ => None,
        }
    };
    let none = KeyModifiers::NONE;
    let keys = [
        (KeyCode::Char('j'), none, "j"),
        (KeyCode::Char('d'), KeyModifiers::CONTROL, "ctrl-d"),
        (KeyCode::Char('x'), KeyModifiers::ALT, "alt-x"),
        (KeyCode::Enter, none, "enter"),
        (KeyCode::Esc, none, "esc"),
        (KeyCode::Tab, none, "tab"),
        (KeyCode::BackTab, none, "shift-tab"),
        (KeyCode::Backspace, none, "backspace"),
        (KeyCode::Delete, none, "delete"),
        (KeyCode::Insert, none, "insert"),
        (KeyCode::Up, none, "up"),
        (KeyCode::Down, none, "down"),
        (KeyCode::Left, none, "left"),
        (KeyCode::Right, KeyModifiers::SHIFT, "shift-right"),
        (KeyCode::Home, none, "home"),
        (KeyCode::End, none, "end"),
        (KeyCode::PageUp, none, "pgup"),
        (KeyCode::PageDown, none, "pgdn"),
        (KeyCode::F(2), none, "f2"),
    ];
    for (code, modifiers, name) in keys {
        let expected: KeyPress = name.parse().expect("a key");
        let expected = Some(expected.to_string());
        assert_eq!(key(code, modifiers, KeyEventKind::Press), expected);
        assert_eq!(key(code, modifiers, KeyEventKind::Repeat), expected);
        assert_eq!(key(code, modifiers, KeyEventKind::Release), None);
    }
    assert_eq!(key(KeyCode::Null, none, KeyEventKind::Press), None);
    let left = MouseButton::Left;
    let mouse = [
        (MouseEventKind::Down(left), Some(Mouse::Press)),
        (MouseEventKind::Drag(left), Some(Mouse::Drag)),
        (MouseEventKind::Up(left), Some(Mouse::Release)),
        (MouseEventKind::ScrollDown, Some(Mouse::WheelDown)),
        (MouseEventKind::ScrollUp, Some(Mouse::WheelUp)),
        (MouseEventKind::Down(MouseButton::Right), None),
        (MouseEventKind::Moved, None),
    ];
    for (kind, expected) in mouse {
        let modifiers = none;
        let (column, row) = (3, 7);
        let told = message(Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        }));
        let place = match told {
            Some(Message::Mouse(what, x, y)) => Some((what, x, y)),
            _ => None,
        };
        assert_eq!(place, expected.map(|what| (what, column, row)));
    }
    let pasted = message(Event::Paste("words".to_owned()));
    assert!(matches!(pasted, Some(Message::Paste(words)) if words == "words"));
    for event in [Event::FocusGained, Event::FocusLost, Event::Resize(1, 1)] {
        assert!(message(event).is_none());
    }
}

#[test]
fn keys_that_came_among_the_answers_are_keys() {
    let (inbox, outbox) = std::sync::mpsc::channel();
    give_back(b"a\r\n\t\x1b\x7f\x01\x1a\x00\xff\xEA\xB0\x80", &inbox);
    drop(inbox);
    let keys: Vec<_> = outbox
        .iter()
        .map(|message| match message {
            Message::Key(key) => key.to_string(),
            _ => String::new(),
        })
        .collect();
    let expected = [
        "a",
        "enter",
        "enter",
        "tab",
        "esc",
        "backspace",
        "ctrl-a",
        "ctrl-z",
        "가",
    ];
    assert_eq!(
        keys,
        expected.map(|key| key.parse::<KeyPress>().expect("a key").to_string())
    );
}
