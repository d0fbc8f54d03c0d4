//! `config.toml`: what the user chose, with what is wrong in it.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::{Fault, Source};

/// A value and the line, from 1, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Its line in the file.
    pub line: usize,
}

/// The settings of `config.toml`. What is not set is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    /// `theme`: "auto", a theme that comes with the program, or a file in `themes/`.
    pub theme: Option<Given<String>>,
    /// `background`: "auto", "dark" or "light".
    pub background: Option<Given<String>>,
    /// `hyperlinks`: whether addresses on the screen can be followed.
    pub hyperlinks: Option<Given<bool>>,
    /// `mouse`: whether the mouse is ours from the start.
    pub mouse: Option<Given<bool>>,
    /// `[searches]`: queries by the names that the user gave them.
    pub searches: BTreeMap<String, Given<String>>,
}

/// The names that `config.toml` may set.
pub const KEYS: [&str; 5] = ["theme", "background", "hyperlinks", "mouse", "searches"];
/// What a background can be.
pub const BACKGROUNDS: [&str; 3] = ["auto", "dark", "light"];

impl Chosen {
    /// Reads the settings. What is wrong is returned and left out.
    pub fn read(source: Source<'_>) -> (Self, Vec<Fault>) {
        let mut chosen = Self::default();
        let mut faults = Vec::new();
        let table = match DeTable::parse(source.text) {
            Ok(table) => table,
            Err(error) => {
                let fault = source.fault(error.span().unwrap_or(0..0), error.message());
                return (chosen, vec![fault]);
            }
        };
        for (name, value) in table.get_ref() {
            let at = value.span();
            let line = || source.fault(name.span(), "").line;
            let text = |text: &str| {
                Some(Given {
                    value: text.to_owned(),
                    line: line(),
                })
            };
            match (name.get_ref().as_ref(), value.get_ref()) {
                ("theme", DeValue::String(theme)) => chosen.theme = text(theme),
                ("background", DeValue::String(told)) if BACKGROUNDS.contains(&&**told) => {
                    chosen.background = text(told);
                }
                ("background", DeValue::String(told)) => {
                    faults.push(source.unknown(at, "background", told, &BACKGROUNDS));
                }
                ("hyperlinks", DeValue::Boolean(value)) => {
                    chosen.hyperlinks = Some(Given {
                        value: *value,
                        line: line(),
                    });
                }
                ("mouse", DeValue::Boolean(value)) => {
                    chosen.mouse = Some(Given {
                        value: *value,
                        line: line(),
                    });
                }
                ("searches", DeValue::Table(searches)) => {
                    for (name, query) in searches {
                        let DeValue::String(query_text) = query.get_ref() else {
                            faults.push(source.fault(query.span(), "expected a query in quotes"));
                            continue;
                        };
                        let given = Given {
                            value: crate::text::clean_line(query_text),
                            line: source.fault(name.span(), "").line,
                        };
                        let name = crate::text::clean_line(name.get_ref());
                        chosen.searches.insert(name, given);
                    }
                }
                ("theme" | "background", _) => {
                    faults.push(source.fault(at, "expected a name in quotes"));
                }
                ("hyperlinks" | "mouse", _) => {
                    faults.push(source.fault(at, "expected true or false"));
                }
                ("searches", _) => {
                    let form = "expected a table: [searches], and below it name = \"query\"";
                    faults.push(source.fault(at, form));
                }
                (other, _) => faults.push(source.unknown(name.span(), "setting", other, &KEYS)),
            }
        }
        faults.sort_by_key(|fault| (fault.line, fault.column));
        (chosen, faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_named_and_the_rest_holds() {
        let text = "theme = \"light\"\nthemes = 1\nmouse = \"no\"\nbackground = \"drak\"\n\
                    [searches]\nfirst = \"camp david\"\nsecond = 3\n";
        let (chosen, faults) = Chosen::read(Source {
            file: "config.toml",
            text,
        });
        let given = |value: &str, line| Given {
            value: value.to_owned(),
            line,
        };
        assert_eq!(chosen.theme, Some(given("light", 1)));
        assert_eq!(chosen.searches["first"], given("camp david", 6));
        let shown: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            [
                "config.toml:2:1: there is no setting “themes”; did you mean “theme”?",
                "config.toml:3:9: expected true or false",
                "config.toml:4:14: there is no background “drak”; did you mean “dark”?",
                "config.toml:7:10: expected a query in quotes",
            ]
        );
    }
}
