//! What one hostile input is, and what must hold when it is read.

/// How a file may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Want {
    /// It is read, and the words in `shows` are in what was read.
    Read,
    /// It is read with a warning, or told to be in trouble; never silently.
    Told,
    /// It is not read, and the reason is told.
    Refused,
    /// Anything but a crash.
    Any,
}

/// A file made to break a reader.
#[derive(Debug, Clone)]
pub(crate) struct Input {
    /// The name of the file; its ending decides the reader where the content does not.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) want: Want,
    /// Words that must be in what was read.
    pub(crate) shows: Option<&'static str>,
    /// The line that the reason must name.
    pub(crate) line: Option<u32>,
}

impl Input {
    pub(crate) fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>, want: Want) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
            want,
            shows: None,
            line: None,
        }
    }

    pub(crate) fn shows(mut self, words: &'static str) -> Self {
        self.shows = Some(words);
        self
    }

    pub(crate) fn at_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }
}

/// A document in every format that is read, with a place for a hostile piece in its middle. The
/// words around the piece must always be read.
pub(crate) fn in_every_format(class: &str, piece: &str) -> Vec<Input> {
    let json = serde_json::to_string(piece).expect("a string is JSON");
    let xml: String = piece
        .chars()
        .map(|c| match c {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            // XML has no way to write them; as a reference they are an error that must be survived.
            c if c.is_control() && !c.is_whitespace() => format!("&#{};", c as u32),
            c => c.to_string(),
        })
        .collect();
    let cell = piece.replace('"', "\"\"");
    let ics = piece.replace('\\', "\\\\").replace(['\r', '\n'], "\\n");
    vec![
        Input::new(
            format!("{class}.txt"),
            format!("Seoul, 3 March 2021\n\nBefore it. {piece} After it, the harbour.\n"),
            Want::Read,
        )
        .shows("harbour"),
        Input::new(
            format!("{class}.md"),
            format!(
                "# Talks {piece}\n\n3 March 2021\n\nBefore it.\n\n{piece}\n\nAt the harbour.\n"
            ),
            Want::Read,
        )
        .shows("harbour"),
        Input::new(
            format!("{class}.json"),
            format!(
                "[{{\"date\":\"2021-03-03\",\"title\":\"harbour talks {}\",\"text\":{json}}}]",
                json.trim_matches('"')
            ),
            Want::Read,
        ),
        Input::new(
            format!("{class}.jsonl"),
            format!(
                "{{\"date\":\"2021-03-03\",\"title\":{json}}}\n{{\"date\":\"2021-03-04\",\"title\":\"harbour\"}}\n"
            ),
            Want::Read,
        ),
        Input::new(
            format!("{class}.csv"),
            format!(
                "date,title,text\n2021-03-03,\"{cell}\",\"{cell}\"\n2021-03-04,harbour,plain\n"
            ),
            Want::Read,
        ),
        Input::new(
            format!("{class}.html"),
            format!(
                "<!doctype html><html><head><title>{xml}</title></head><body><article><p>3 March 2021</p><p>Before it. {xml}</p><p>The ministers met at the harbour and signed.</p></article></body></html>"
            ),
            Want::Read,
        ),
        Input::new(
            format!("{class}.rss"),
            format!(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{xml}</title><item><title>harbour {xml}</title><pubDate>Wed, 03 Mar 2021 09:00:00 GMT</pubDate><description>{xml}</description></item></channel></rss>"
            ),
            Want::Any,
        ),
        Input::new(
            format!("{class}.ics"),
            format!(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20210303\r\nSUMMARY:harbour {ics}\r\nDESCRIPTION:{ics}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            ),
            Want::Read,
        ),
    ]
}
