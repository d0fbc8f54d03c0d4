//! Queries put together from conditions that were chosen, not typed.

use super::{Field, Node, parse};

/// A condition on a field, in quotation marks where its value needs them: `who:"Yoon Suk Yeol"`.
pub fn condition(field: Field, value: &str) -> String {
    let bare = value
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "+-_".contains(c));
    let name = field.name();
    if bare {
        format!("{name}:{value}")
    } else {
        format!("{name}:\"{}\"", value.replace(['"', '“', '”'], " "))
    }
}

/// A query with one more condition that must hold as well, also where the query is a choice.
pub fn and(query: &str, condition: &str) -> String {
    let query = query.trim();
    let both = format!("{query} {condition}");
    let read = parse(&both).0;
    match (read.root, read.ask) {
        (Node::Any(_), None) => format!("({query}) {condition}"),
        (Node::Any(_), Some(ask)) => {
            let root = parse(query).0.root;
            format!("{}: ({root}) {condition}", ask.name())
        }
        _ => both.trim_start().to_owned(),
    }
}

/// The parts of a query before and after a condition that stands in it by itself.
pub fn around<'q>(query: &'q str, condition: &str) -> Option<(&'q str, &'q str)> {
    query
        .match_indices(condition)
        .filter_map(|(at, found)| Some((query.get(..at)?, query.get(at + found.len()..)?)))
        .find(|(before, after)| {
            (before.is_empty() || before.ends_with(' '))
                && (after.is_empty() || after.starts_with(' '))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, condition: &str, expected: &str) {
        let both = and(query, condition);
        assert_eq!(both, expected);
        let Node::All(nodes) = parse(&both).0.root else {
            panic!("{both} is no list of conditions");
        };
        assert_eq!(nodes.last(), Some(&parse(condition).0.root), "{both}");
    }

    #[test]
    fn one_more_condition_holds_for_every_choice() {
        check("yoon", "2019", "yoon 2019");
        check("yoon OR kishida", "2019", "(yoon OR kishida) 2019");
        check("(yoon OR kishida)", "2019", "(yoon OR kishida) 2019");
        check(
            "yoon | kishida seoul",
            "2019",
            "(yoon | kishida seoul) 2019",
        );
        check("\"this OR that\"", "2019", "\"this OR that\" 2019");
        check(
            "last: yoon OR kishida",
            "2019",
            "last: (yoon OR kishida) 2019",
        );
        assert_eq!(and(" ", "2019"), "2019");
    }

    #[test]
    fn a_condition_is_found_where_it_stands_by_itself() {
        assert_eq!(
            around("country:USSR country:US", "country:US"),
            Some(("country:USSR ", ""))
        );
        assert_eq!(around("country:USSR", "country:US"), None);
        assert_eq!(around("-kind:call", "kind:call"), None);
    }

    #[test]
    fn any_value_reads_back_as_one_condition() {
        for value in [
            "Seoul",
            "2+2",
            "Yoon Suk Yeol",
            "“Freedom” speech (text)",
            "한미, 동맹",
        ] {
            let text = condition(Field::Source, value);
            let (query, issues) = parse(&text);
            assert!(issues.is_empty(), "{text}");
            assert!(matches!(query.root, Node::Field(Field::Source, values) if values.len() == 1));
        }
    }
}
