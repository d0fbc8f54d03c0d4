//! Text that drives a terminal (ECMA-48, xterm's control sequences) or hides and reorders (UAX #9).

use super::input::{Input, Want, in_every_format};

pub(crate) fn inputs() -> Vec<Input> {
    let mut all = Vec::new();
    for (name, piece) in PIECES {
        all.extend(in_every_format(name, piece));
    }
    let every_c1: String = ('\u{80}'..='\u{9F}').collect();
    let every_direction: String = ['\u{61C}', '\u{200E}', '\u{200F}']
        .into_iter()
        .chain('\u{202A}'..='\u{202E}')
        .chain('\u{2066}'..='\u{2069}')
        .collect();
    let tags: String = ('\u{E0020}'..='\u{E007F}').collect();
    let pile = format!("a{}", "\u{301}".repeat(20_000));
    for (name, piece) in [
        ("c1", every_c1),
        ("bidi", every_direction),
        ("tags", tags),
        ("pile", pile),
    ] {
        all.extend(in_every_format(name, &piece));
    }
    // C1 as raw bytes, which are no UTF-8: the reader decides the encoding and cleans what comes.
    let mut raw = b"Seoul, 3 March 2021\n\nBefore ".to_vec();
    raw.extend(0x80..=0x9F_u8);
    raw.extend(b"31mred\n");
    all.push(Input::new("c1-raw.txt", raw, Want::Any));
    all
}

const PIECES: &[(&str, &str)] = &[
    ("colour", "\u{1b}[31;5mred\u{1b}[0m"),
    ("title", "\u{1b}]0;PWN7331\u{7}"),
    ("clipboard", "\u{1b}]52;c;UFdONzMzMQ==\u{1b}\\"),
    (
        "link",
        "\u{1b}]8;;https://example.org/PWN7331\u{1b}\\here\u{1b}]8;;\u{1b}\\",
    ),
    (
        "device-string",
        "\u{1b}P$qm\u{1b}\\ \u{1b}_PWN7331\u{1b}\\ \u{1b}^PWN7331\u{1b}\\",
    ),
    (
        "alternate",
        "\u{1b}[?1049h\u{1b}[?1000h\u{1b}[?2004h\u{1b}c",
    ),
    ("report", "\u{1b}[6n\u{1b}[c\u{1b}[21t\u{1b}[>q"),
    ("unfinished", "\u{1b}]0;PWN7331"),
    ("bells", "\u{7}\u{7}\u{7}\u{8}\u{8}\u{8}\u{b}\u{c}"),
    ("delete", "a\u{7f}b\u{0}c"),
    ("rewrite", "true words\rPWN7331"),
    ("override", "user\u{202E}nimda\u{202C} x\u{2067}y\u{2069}"),
    (
        "zero-width",
        "po\u{200B}la\u{200D}nd\u{2060}\u{FEFF}\u{AD}\u{180E}",
    ),
    ("separators", "one\u{2028}two\u{2029}three\u{85}four"),
    ("fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}\u{2800}"),
    ("interlinear", "\u{FFF9}a\u{FFFA}b\u{FFFB}"),
    ("selectors", "a\u{FE0F}b\u{FE00}c\u{E0100}"),
    ("private", "\u{E000}\u{F8FF}\u{F0000}\u{10FFFD}"),
    ("nonchars", "\u{FDD0}\u{FFFE}\u{FFFF}\u{1FFFE}"),
    ("kana", "\u{FF76}\u{FF9E}\u{FF8A}\u{FF9F}"),
    ("jamo", "\u{1112}\u{1161}\u{11AB} \u{1161}\u{1161}\u{11A8}"),
    (
        "family",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F44D}\u{1F3FD}",
    ),
    ("formula", "=HYPERLINK(\"https://example.org\",\"x\")"),
    ("markup", "</title><script>alert(1)</script>]]><!--"),
    ("shell", "$(touch PWN7331); `touch PWN7331` | sh"),
];
