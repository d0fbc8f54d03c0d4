//! Queries as text that parses to the same tree.

use std::fmt::{self, Display, Formatter};

use super::{Form, Moment, Node, Query, Relative, When, Word, dates};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(ask) = self.ask {
            write!(f, "{}:", ask.name())?;
            if !self.is_empty() {
                f.write_str(" ")?;
            }
        }
        self.root.fmt(f)
    }
}

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(nodes) => all(nodes, f),
            Self::Any(nodes) => {
                for (at, node) in nodes.iter().enumerate() {
                    if at > 0 {
                        f.write_str(" OR ")?;
                    }
                    node.fmt(f)?;
                }
                Ok(())
            }
            Self::Not(node) => {
                f.write_str("-")?;
                grouped(node, f)
            }
            Self::Word(word) => word.fmt(f),
            Self::Field(field, values) => {
                write!(f, "{}:", field.name())?;
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        f.write_str(",")?;
                    }
                    value.fmt(f)?;
                }
                Ok(())
            }
            Self::When(when) => when.fmt(f),
            Self::Is(is) => write!(f, "is:{}", is.name()),
            Self::Has(has) => write!(f, "has:{}", has.name()),
            Self::Tag(tag) => write!(f, "tag:{tag}"),
        }
    }
}

/// Conditions side by side, with `AND` where two words side by side would read as a date.
fn all(nodes: &[Node], f: &mut Formatter<'_>) -> fmt::Result {
    for (at, node) in nodes.iter().enumerate() {
        if at > 0 {
            f.write_str(" ")?;
        }
        grouped_any(node, f)?;
        let run: Vec<&str> = nodes
            .get(at..)
            .unwrap_or_default()
            .iter()
            .map_while(plain)
            .take(dates::LONGEST)
            .collect();
        if run.len() > 1 && dates::leading(&run).is_some_and(|(_, used)| used > 1) {
            f.write_str(" AND")?;
        }
    }
    Ok(())
}

fn plain(node: &Node) -> Option<&str> {
    match node {
        Node::Word(word) if word.form == Form::Loose => Some(&word.text),
        _ => None,
    }
}

fn grouped(node: &Node, f: &mut Formatter<'_>) -> fmt::Result {
    match node {
        Node::All(_) | Node::Any(_) => write!(f, "({node})"),
        _ => node.fmt(f),
    }
}

fn grouped_any(node: &Node, f: &mut Formatter<'_>) -> fmt::Result {
    match node {
        Node::Any(_) => write!(f, "({node})"),
        _ => node.fmt(f),
    }
}

impl Display for Word {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Loose => f.write_str(&self.text),
            Form::Exact => write!(f, "'{}", self.text),
            Form::Prefix => write!(f, "{}*", self.text),
            Form::Phrase => write!(f, "\"{}\"", self.text),
        }
    }
}

impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let value = |f: &mut Formatter<'_>, name: &str, text: String| {
            // A point at an end is no part of a word.
            let open = text.starts_with('.') || text.ends_with('.');
            if open || text.contains(|c: char| !c.is_ascii_alphanumeric() && !"-./~%".contains(c)) {
                write!(f, "{name}:\"{text}\"")
            } else {
                write!(f, "{name}:{text}")
            }
        };
        match self {
            Self::In(Moment::Anchor(words)) => write!(f, "during:\"{words}\""),
            Self::In(moment) => value(f, "in", moment.to_string()),
            Self::Between(from, to) => value(f, "in", format!("{from}..{to}")),
            Self::Since(moment) => value(f, "since", moment.to_string()),
            Self::After(moment) => value(f, "after", moment.to_string()),
            Self::Before(moment) => value(f, "before", moment.to_string()),
            Self::Until(moment) => value(f, "until", moment.to_string()),
            Self::Yearly(month, Some(day)) => write!(f, "on:{month:02}-{day:02}"),
            Self::Yearly(month, None) => write!(f, "on:{}", dates::month_name(*month)),
            Self::Today => f.write_str("on:today"),
        }
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Quarter(year, number) => write!(f, "{year:04}q{number}"),
            Self::Relative(relative) => relative.fmt(f),
            Self::Anchor(words) => f.write_str(words),
        }
    }
}

impl Display for Relative {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Yesterday => f.write_str("yesterday"),
            Self::Tomorrow => f.write_str("tomorrow"),
            Self::Last(unit) => write!(f, "last {}", unit.name()),
            Self::This(unit) => write!(f, "this {}", unit.name()),
            Self::Next(unit) => write!(f, "next {}", unit.name()),
            Self::LastMonth(month) => write!(f, "last {}", dates::month_name(*month)),
            Self::NextMonth(month) => write!(f, "next {}", dates::month_name(*month)),
            Self::Past(count, unit) => write!(f, "past {count} {}s", unit.name()),
        }
    }
}
