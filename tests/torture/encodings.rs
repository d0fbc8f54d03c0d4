//! Bytes that are not what they seem: broken UTF-8, other encodings, marks in wrong places.

use super::input::{Input, Want};

#[expect(clippy::too_many_lines, reason = "a table of inputs")]
pub(crate) fn inputs() -> Vec<Input> {
    let mut all = Vec::new();
    let broken: &[(&str, &[u8])] = &[
        ("lone-continuation", b"\x80\xBF"),
        ("lone-lead", b"\xE3"),
        ("overlong", b"\xC0\xAF\xE0\x80\xAF"),
        ("surrogate", b"\xED\xA0\x80\xED\xBF\xBF"),
        ("too-high", b"\xF4\x90\x80\x80"),
        ("six-bytes", b"\xFC\x84\x80\x80\x80\x80"),
        ("never", b"\xFE\xFF\xC1"),
        ("cut-at-line-end", b"\xE4\xB8\n\xAD"),
    ];
    for (name, bytes) in broken {
        for ending in ["txt", "md", "csv", "json", "html", "xml", "ics"] {
            let mut text = b"date,title\n2021-03-03,".to_vec();
            text.extend_from_slice(bytes);
            text.extend_from_slice(b" harbour talks\n");
            all.push(Input::new(format!("{name}.{ending}"), text, Want::Any));
        }
    }
    let words = "Seoul, 3 March 2021\n\nThe ministers met at the harbour. \u{AE40}\u{5CA1}\n";
    all.push(
        Input::new(
            "utf8-bom.txt",
            [b"\xEF\xBB\xBF", words.as_bytes()].concat(),
            Want::Read,
        )
        .shows("harbour"),
    );
    all.push(
        Input::new(
            "two-boms.txt",
            [b"\xEF\xBB\xBF\xEF\xBB\xBF", words.as_bytes()].concat(),
            Want::Read,
        )
        .shows("harbour"),
    );
    let units: Vec<u16> = words.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    all.push(
        Input::new(
            "utf16le.txt",
            [b"\xFF\xFE", &little[..]].concat(),
            Want::Read,
        )
        .shows("harbour"),
    );
    all.push(
        Input::new("utf16be.txt", [b"\xFE\xFF", &big[..]].concat(), Want::Read).shows("harbour"),
    );
    all.push(Input::new("utf16-unmarked.txt", little.clone(), Want::Read).shows("harbour"));
    all.push(
        Input::new(
            "utf16-odd.txt",
            [b"\xFF\xFE", &little[..little.len() - 1]].concat(),
            Want::Read,
        )
        .shows("harbour"),
    );
    let unpaired = [b"\xFF\xFE", &little[..], b"\x00\xD8\x41\x00"].concat();
    all.push(Input::new("utf16-unpaired.txt", unpaired, Want::Told));
    // A text of which one line was written by another editor stays UTF-8, not mojibake.
    let mut mixed = words.repeat(30).into_bytes();
    mixed.extend(b"\xC7\xD1\xB1\xB9\n");
    mixed.extend(words.as_bytes());
    all.push(Input::new("mixed.txt", mixed, Want::Read).shows("\u{AE40}\u{5CA1}"));
    let seven = "Seoul, 3 March 2021\n\nharbour +ABs-[31m\n";
    all.push(Input::new("utf7.txt", seven, Want::Read).shows("+ABs-"));
    all.push(Input::new(
        "declared-utf7.html",
        format!("<meta charset=utf-7><p>{seven}</p>"),
        Want::Any,
    ));
    all.push(Input::new(
        "declared-unknown.xml",
        "<?xml version=\"1.0\" encoding=\"x-\u{1b}[31m\"?><a>harbour</a>",
        Want::Any,
    ));
    all.push(Input::new(
        "escapes-2022.txt",
        "Seoul, 3 March 2021\n\n\u{1b}$B$\"\u{1b}(B harbour\n",
        Want::Read,
    ));
    let mut zeros = b"Seoul, 3 March 2021\n\nharbour".to_vec();
    zeros.extend([0; 6_000]);
    all.push(Input::new("zeros-after.txt", zeros, Want::Read).shows("harbour"));
    all.push(Input::new("all-zeros.md", vec![0; 4_096], Want::Refused));
    all.push(Input::new(
        "every-byte.txt",
        (0..=255_u8).cycle().take(4_096).collect::<Vec<_>>(),
        Want::Any,
    ));
    all.push(Input::new("cr-only.txt", words.replace('\n', "\r"), Want::Read).shows("harbour"));
    all.push(Input::new(
        "only-bom.md",
        b"\xEF\xBB\xBF".to_vec(),
        Want::Told,
    ));
    for ending in [
        "txt", "md", "html", "xml", "json", "jsonl", "csv", "rss", "ics", "toml", "",
    ] {
        all.push(Input::new(
            format!("empty.{ending}"),
            Vec::new(),
            Want::Told,
        ));
        all.push(Input::new(
            format!("blank.{ending}"),
            b" \n\t\r\n ".to_vec(),
            Want::Told,
        ));
    }
    all
}
