//! Front matter: what stands before a text between `---` (YAML) or `+++` (TOML).
//!
//! Of YAML only what front matter uses is read: `key: value` at the margin, quoted values, values
//! that go on over indented lines, and `|` or `>` blocks. Lists, nested tables, anchors and tags are
//! passed over, so no alias can grow. A line that is none of these is a warning; the text still loads.

use super::report::Notice;

/// Fields by their lower-case names, in order, and what was odd.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    fields: Vec<(String, String)>,
    /// What could not be read, by line of the file.
    pub(super) warnings: Vec<Notice>,
}

impl FrontMatter {
    /// The first of the names that has a value, and its value.
    pub(super) fn get<'n>(&self, names: &[&'n str]) -> Option<(&'n str, &str)> {
        names.iter().find_map(|name| {
            let (_, value) = self
                .fields
                .iter()
                .find(|(key, value)| key == name && !value.trim().is_empty())?;
            Some((*name, value.trim()))
        })
    }
}

/// Longer front matter is text that happens to begin with a rule.
const LONGEST: usize = 64 << 10;

/// The front matter, if there is any, and the byte at which the text begins.
pub(super) fn split(text: &str) -> Option<(FrontMatter, usize)> {
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| text.starts_with(fence))?;
    let first_end = text.find('\n')?;
    if text.get(fence.len()..first_end)?.trim() != "" {
        return None;
    }
    let body_start = first_end + 1;
    let mut at = body_start;
    for line in text.get(body_start..)?.split_inclusive('\n') {
        let end = at + line.len();
        let closes = line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
        if closes {
            let body = text.get(body_start..at)?;
            let front = if fence == "---" {
                yaml(body)
            } else {
                toml_fields(body)
            };
            return Some((front, end));
        }
        at = end;
        if at > LONGEST {
            return None;
        }
    }
    None
}

fn toml_fields(body: &str) -> FrontMatter {
    let mut front = FrontMatter::default();
    match body.parse::<toml::Table>() {
        Ok(table) => {
            for (key, value) in table {
                let value = match value {
                    toml::Value::String(text) => text,
                    toml::Value::Datetime(when) => when.to_string(),
                    toml::Value::Integer(number) => number.to_string(),
                    toml::Value::Float(_)
                    | toml::Value::Boolean(_)
                    | toml::Value::Array(_)
                    | toml::Value::Table(_) => {
                        continue;
                    }
                };
                front.fields.push((key.to_lowercase(), value));
            }
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = 2 + super::decode::line_of(body.as_bytes(), at) - 1;
            front.warnings.push(Notice::at_line(
                format!("front matter: {}", error.message()),
                line,
            ));
        }
    }
    front
}

fn yaml(body: &str) -> FrontMatter {
    let mut front = FrontMatter::default();
    let mut lines = body.lines().enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        let margin = !line.starts_with([' ', '\t']);
        if line.trim().is_empty() || line.starts_with('#') || line.starts_with('-') || !margin {
            continue;
        }
        let Some((key, value)) = key_and_value(line) else {
            let why = "front matter: this line is not of the form \"key: value\"";
            front.warnings.push(Notice::at_line(why, index + 2));
            continue;
        };
        let mut value = value.trim().to_owned();
        let block = matches!(value.chars().next(), Some('|' | '>'));
        if block {
            value.clear();
        }
        // The value goes on over what is indented, and over anything inside a double quotation.
        let open = |value: &str| value.starts_with('"') && !(value.len() > 1 && is_closed(value));
        while let Some((_, next)) =
            lines.next_if(|(_, next)| next.starts_with([' ', '\t']) || open(&value))
        {
            let next = next.trim();
            if next.starts_with("- ") && !open(&value) {
                continue;
            }
            match value.strip_suffix('\\') {
                // An escaped line end joins the lines; a space before the next word is escaped too.
                Some(joined) if value.starts_with('"') => {
                    let next = next.strip_prefix('\\').unwrap_or(next);
                    value = format!("{joined}{next}");
                }
                _ => {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(next);
                }
            }
        }
        front.fields.push((key.to_lowercase(), scalar(&value)));
    }
    front
}

fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim_end().trim_matches(['"', '\'']);
    let plain = !key.is_empty()
        && key.len() <= 64
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || "_-. ".contains(c));
    (plain && (value.is_empty() || value.starts_with([' ', '\t']))).then_some((key, value))
}

/// Whether a double-quoted value ends with its own quotation mark.
fn is_closed(value: &str) -> bool {
    let Some(inner) = value.strip_suffix('"') else {
        return false;
    };
    inner.chars().rev().take_while(|&c| c == '\\').count() % 2 == 0
}

/// A value without its quotation marks, escapes and comment.
fn scalar(value: &str) -> String {
    if let Some(inner) = value.strip_prefix('"') {
        return unescape(inner.strip_suffix('"').unwrap_or(inner));
    }
    if let Some(inner) = value.strip_prefix('\'') {
        return inner.strip_suffix('\'').unwrap_or(inner).replace("''", "'");
    }
    let value = value.split(" #").next().unwrap_or_default().trim();
    if matches!(value, "~" | "null") || value.starts_with(['[', '{', '&', '*', '!']) {
        return String::new();
    }
    value.to_owned()
}

/// The escapes of a double-quoted YAML scalar.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let digits = match rest.next() {
            Some('n') => {
                out.push('\n');
                continue;
            }
            Some('t' | '_' | ' ') => {
                out.push(' ');
                continue;
            }
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some(other) => {
                out.push(other);
                continue;
            }
            None => break,
        };
        let mut code = 0_u32;
        for _ in 0..digits {
            let digit = rest.next().and_then(|c| c.to_digit(16)).unwrap_or(0);
            code = code.wrapping_mul(16).wrapping_add(digit);
        }
        out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_fields_are_read_with_their_quotations() {
        let text = "---\ndate: '2021-03-10'\ntags:\n- a\n- b\ntitle: \"Talks\\\n  \\ in Seoul\\u2019s north\"\nplain: one # two\n---\nBody";
        let (front, at) = split(text).expect("front matter");
        assert_eq!(front.get(&["date"]), Some(("date", "2021-03-10")));
        assert_eq!(
            front.get(&["title"]),
            Some(("title", "Talks in Seoul’s north"))
        );
        assert_eq!(front.get(&["plain"]), Some(("plain", "one")));
        assert_eq!(text.get(at..), Some("Body"));
        assert!(front.warnings.is_empty());
    }

    #[test]
    fn toml_fields_are_read_with_dates() {
        let (front, _) =
            split("+++\ntitle = \"Talks\"\ndate = 2021-03-10\n+++\nBody").expect("front matter");
        assert_eq!(front.get(&["date"]), Some(("date", "2021-03-10")));
    }

    #[test]
    fn a_broken_line_is_named_and_the_rest_is_read() {
        let (front, _) = split("---\n]] broken\ntitle: Talks\n---\n").expect("front matter");
        assert_eq!(
            front.warnings.first().and_then(|notice| notice.line),
            Some(2)
        );
        assert_eq!(front.get(&["title"]), Some(("title", "Talks")));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        assert!(split("---\n\nText without an end").is_none());
        assert!(split("----\na: b\n---\n").is_none());
    }
}
