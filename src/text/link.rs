//! Addresses that may be followed.

use std::fmt;

/// Longer addresses are refused by browsers and terminals.
const MOST_BYTES: usize = 2_000;

/// An address of the web, in characters that mean nothing to a terminal or a shell: whatever RFC
/// 3986 does not let stand in an address is written as `%XX`, and so are quotation marks, dollar
/// and grave, which it does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link(String);

impl Link {
    /// The address, if its scheme is http or https and something follows.
    pub fn of(url: &str) -> Option<Self> {
        let url = url.trim();
        let (scheme, rest) = url.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let has_host = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
        if !matches!(scheme.as_str(), "http" | "https") || !has_host {
            return None;
        }
        let mut link = format!("{scheme}://");
        let bytes = rest.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            let hex = |ahead: usize| bytes.get(at + ahead).is_some_and(u8::is_ascii_hexdigit);
            let plain = byte.is_ascii_alphanumeric()
                || b"-._~:/?#[]@!&()*+,;=".contains(byte)
                || (*byte == b'%' && hex(1) && hex(2));
            if plain {
                link.push(char::from(*byte));
            } else {
                use fmt::Write as _;
                // Writing to a string cannot fail.
                let _ = write!(link, "%{byte:02X}");
            }
        }
        (link.len() <= MOST_BYTES).then_some(Self(link))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a field holds an address of the web and nothing else; [`Link`] is what may be followed.
pub fn is_web_address(url: &str) -> bool {
    let url = url.trim();
    (url.starts_with("https://") || url.starts_with("http://"))
        && url.len() < 2_048
        && !url.contains(|c: char| c.is_whitespace() || c.is_control())
        && super::is_clean(url)
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        assert_eq!(Link::of(url).as_ref().map(Link::as_str), expected);
    }

    #[test]
    fn only_addresses_of_the_web_may_be_followed() {
        check(
            "https://example.org/a?b=c&d=%20#e",
            Some("https://example.org/a?b=c&d=%20#e"),
        );
        check("HTTP://example.org", Some("http://example.org"));
        for bad in [
            "",
            "example.org",
            "file:///etc/passwd",
            "javascript://example.org/%0aalert(1)",
            "https://",
            "https:// example.org",
            "https://-oProxyCommand=x",
            "mailto:a@example.org",
            "--help",
        ] {
            check(bad, None);
        }
    }

    #[test]
    fn what_could_end_a_sequence_is_written_as_digits() {
        check(
            "https://e.org/\u{1b}]8;;\u{7}\u{9b}\u{202e}$'`%zz 한",
            Some("https://e.org/%1B]8;;%07%C2%9B%E2%80%AE%24%27%60%25zz%20%ED%95%9C"),
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_in_a_link_is_a_control_and_cleaning_again_changes_nothing(rest in ".{0,60}") {
            if let Some(link) = Link::of(&format!("https://a{rest}")) {
                prop_assert!(link.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert_eq!(Link::of(link.as_str()), Some(link));
            }
        }
    }
}
