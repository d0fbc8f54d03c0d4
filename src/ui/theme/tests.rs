#[path = "../../../tests/common/terminal_colors.rs"]
mod terminal_colors;

use super::*;
use terminal_colors::{Rgb, rgb};

const FILES: [(&str, &str); 4] = [
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    ("light", include_str!("../../../assets/themes/light.toml")),
    (
        "high-contrast",
        include_str!("../../../assets/themes/high-contrast.toml"),
    ),
    ("mono", include_str!("../../../assets/themes/mono.toml")),
];

#[test]
fn the_built_in_themes_are_those_of_the_files_which_have_no_fault() {
    for (name, text) in FILES {
        let (theme, faults) = Theme::read(Source { file: name, text });
        assert_eq!(faults, []);
        assert_eq!(Theme::built_in(name), Some(theme), "{name}");
    }
    assert_eq!(Theme::built_in("pink"), None);
}

/// The sixteen colours of xterm, by which contrast is measured.
const XTERM: [Rgb; 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

fn luminance((r, g, b): Rgb) -> f64 {
    let linear = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// WCAG 2 contrast of two colours.
fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_role_of_every_theme_can_be_read() {
    for (name, _) in FILES {
        let theme = Theme::built_in(name).unwrap();
        let (text, ground) = match name {
            "light" => ((0, 0, 0), (255, 255, 255)),
            _ => ((229, 229, 229), (0, 0, 0)),
        };
        let least = if name == "high-contrast" { 7.0 } else { 4.5 };
        for role in Role::ALL {
            let style = theme.style(*role);
            let fg = rgb(style.fg.unwrap_or(Color::Reset), &XTERM).unwrap_or(text);
            let bg = rgb(style.bg.unwrap_or(Color::Reset), &XTERM).unwrap_or(ground);
            let found = contrast(fg, bg);
            assert!(found >= least, "{name}: {} has {found:.1}", role.name());
        }
    }
}

#[test]
fn mono_has_no_colour_and_still_tells_the_cursor() {
    let theme = Theme::built_in("mono").unwrap();
    for role in Role::ALL {
        let style = theme.style(*role);
        assert_eq!((style.fg, style.bg), (None, None), "{}", role.name());
    }
    assert!(
        theme
            .style(Role::Selection)
            .add_modifier
            .contains(Modifier::REVERSED)
    );
}

#[test]
fn a_role_that_is_not_set_looks_like_its_parent() {
    let source = Source {
        file: "t.toml",
        text: "dim = { fg = \"cyan\" }",
    };
    let (theme, faults) = Theme::read(source);
    assert_eq!(faults, []);
    assert_eq!(theme.style(Role::Office).fg, Some(Color::Cyan));
    assert_eq!(theme.style(Role::Date).fg, None);
}

#[test]
fn what_is_wrong_is_named_and_the_rest_works() {
    let text = "titel = {}\ndate = { fg = \"cyna\", bold = 1 }\nplace = { fg = \"#12345\" }\nlink = { underline = true }\n";
    let (theme, faults) = Theme::read(Source {
        file: "t.toml",
        text,
    });
    let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "t.toml:1:1: there is no role “titel”; did you mean “title”?",
            "t.toml:2:15: there is no colour “cyna”; did you mean “cyan”?",
            "t.toml:2:30: expected true or false",
            "t.toml:3:16: there is no colour “#12345”",
        ]
    );
    assert!(
        theme
            .style(Role::Link)
            .add_modifier
            .contains(Modifier::UNDERLINED)
    );
}
