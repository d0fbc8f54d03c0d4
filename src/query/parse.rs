//! Tokens as a tree. What cannot be understood is told and passed over, never refused.

use super::lex::{self, Token, TokenKind};
use super::{Ask, Field, Form, Has, Is, Issue, Moment, Node, Query, When, Word, dates};
use crate::text::Span;

/// Parentheses within parentheses beyond this many are passed over.
const DEEPEST: usize = 32;

/// Reads any string. Issues come in the order of the input.
///
/// ```
/// let (query, issues) = linchpin::query::parse("who:blinken seoul 2021..2023");
/// assert!(issues.is_empty());
/// assert_eq!(query.to_string(), "who:blinken seoul in:2021..2023");
/// ```
pub fn parse(input: &str) -> (Query, Vec<Issue>) {
    let mut issues = Vec::new();
    let tokens = lex::tokens(input, &mut issues);
    let mut parser = Parser {
        tokens: &tokens,
        at: 0,
        ask: None,
        issues,
    };
    let root = parser.alternatives(0).unwrap_or_default();
    let (ask, mut issues) = (parser.ask, parser.issues);
    issues.sort_by_key(|issue| issue.span);
    (Query { ask, root }, issues)
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    ask: Option<Ask>,
    issues: Vec<Issue>,
}

impl Parser<'_> {
    fn issue(&mut self, span: Span, message: impl Into<String>) {
        let message = message.into();
        self.issues.push(Issue { span, message });
    }

    /// Lists of conditions with `OR` between them; `None` if there is nothing.
    fn alternatives(&mut self, depth: usize) -> Option<Node> {
        let mut found = Vec::new();
        loop {
            found.extend(self.conditions(depth));
            match self.tokens.get(self.at).map(|token| &token.kind) {
                Some(TokenKind::Or) => self.at += 1,
                Some(TokenKind::Close) if depth > 0 => break,
                Some(_) => {
                    let span = self.tokens.get(self.at).map(|token| token.span);
                    self.issue(span.unwrap_or_default(), "nothing was opened here");
                    self.at += 1;
                }
                None => break,
            }
        }
        (!found.is_empty()).then(|| Node::any(found))
    }

    /// Conditions that must all hold, up to `OR`, `)` or the end; `None` if there are none. At the
    /// top, stray closing parentheses are passed over.
    fn conditions(&mut self, depth: usize) -> Option<Node> {
        let mut found = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                TokenKind::Or => break,
                TokenKind::Close if depth > 0 => break,
                TokenKind::Close => {
                    self.issue(token.span, "nothing was opened here; passed over");
                    self.at += 1;
                }
                _ => found.extend(self.condition(depth)),
            }
        }
        (!found.is_empty()).then(|| Node::all(found))
    }

    /// One condition; `None` where none is left of it. Takes at least one token.
    fn condition(&mut self, depth: usize) -> Option<Node> {
        let mut negated = false;
        while let Some(TokenKind::Not) = self.tokens.get(self.at).map(|token| &token.kind) {
            negated = !negated;
            self.at += 1;
        }
        let node = match self.tokens.get(self.at).map(|token| &token.kind)? {
            TokenKind::Open => self.group(depth),
            TokenKind::Word(word) => self.word(word),
            TokenKind::Field(name, values) => {
                let span = self.tokens.get(self.at)?.span;
                self.at += 1;
                self.field(name, values, span)
            }
            TokenKind::And | TokenKind::Dash => {
                self.at += 1;
                None
            }
            TokenKind::Or | TokenKind::Close | TokenKind::Not => None,
        }?;
        Some(match node {
            Node::Not(inner) if negated => *inner,
            node if negated => Node::Not(Box::new(node)),
            node => node,
        })
    }

    fn group(&mut self, depth: usize) -> Option<Node> {
        let open = self.tokens.get(self.at)?.span;
        self.at += 1;
        if depth >= DEEPEST {
            self.issue(open, "too many parentheses within one another; passed over");
            return None;
        }
        let inner = self.alternatives(depth + 1);
        if self.at < self.tokens.len() {
            self.at += 1;
        } else {
            self.issue(open, "the parenthesis is not closed; read to the end");
        }
        inner
    }

    /// The plain words from here on, as far as they stand side by side and matter for a date.
    fn run(&self) -> Vec<&str> {
        let kinds = self.tokens.get(self.at..).unwrap_or_default().iter();
        kinds
            .map_while(|token| match &token.kind {
                TokenKind::Word(word) if word.form == Form::Loose => Some(word.text.as_str()),
                TokenKind::Dash => Some("-"),
                _ => None,
            })
            .take(dates::LONGEST)
            .collect()
    }

    fn word(&mut self, word: &Word) -> Option<Node> {
        let span = self.tokens.get(self.at)?.span;
        if word.form == Form::Phrase {
            self.at += 1;
            let when = dates::whole(&word.text);
            return Some(when.map_or_else(|| Node::Word(word.clone()), Node::When));
        }
        if word.form != Form::Loose {
            self.at += 1;
            return Some(Node::Word(word.clone()));
        }
        if let Some(relation) = Relation::of(&word.text) {
            self.at += 1;
            return self.related(relation, span);
        }
        let run = self.run();
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let before = before.and_then(|token| match &token.kind {
            TokenKind::Word(before) => Some(before),
            TokenKind::Field(_, values) => values.last(),
            _ => None,
        });
        let last = before.and_then(|before| before.text.split_whitespace().last());
        let numbered = last.is_some_and(dates::counts_documents);
        if numbered {
            self.at += 1;
            return Some(Node::Word(word.clone()));
        }
        if let Some((when, used)) = dates::leading(&run) {
            self.at += used;
            let when = self.in_order(when, span);
            return Some(Node::When(when));
        }
        if dates::introduces(&word.text)
            && dates::leading(run.get(1..).unwrap_or_default()).is_some()
        {
            self.at += 1;
            return None;
        }
        if let Some(reason) = dates::trouble(&word.text) {
            self.issue(span, format!("{reason}; searched as a word"));
        }
        self.at += 1;
        Some(Node::Word(word.clone()))
    }

    /// What follows "since", "before" and their like: a date, or the name of a happening.
    fn related(&mut self, relation: Relation, span: Span) -> Option<Node> {
        if let Some(TokenKind::Word(phrase)) = self.tokens.get(self.at).map(|token| &token.kind)
            && phrase.form == Form::Phrase
        {
            let phrase = phrase.clone();
            self.at += 1;
            return Some(self.relation(relation, &phrase, span));
        }
        let run = self.run();
        if let Some((moment, used)) = dates::leading_moment(&run) {
            self.at += used;
            return Some(relation.node(moment));
        }
        let mut words: Vec<&str> = Vec::new();
        while let Some(TokenKind::Word(word)) = self.tokens.get(self.at).map(|token| &token.kind) {
            let stops = word.form != Form::Loose
                || Relation::of(&word.text).is_some()
                || words.len() >= dates::LONGEST
                || dates::leading(&self.run()).is_some();
            if stops {
                break;
            }
            let article = words.is_empty() && word.text.eq_ignore_ascii_case("the");
            if !article {
                words.push(word.text.as_str());
            }
            self.at += 1;
        }
        if words.is_empty() {
            let name = relation.name();
            self.issue(
                span,
                format!("\"{name}\" needs a date or an event after it"),
            );
            return None;
        }
        let name = Word {
            text: words.join(" "),
            form: Form::Phrase,
        };
        Some(self.relation(relation, &name, span))
    }

    fn field(&mut self, name: &'static str, values: &[Word], span: Span) -> Option<Node> {
        let ask = match name {
            "last" => Some(Ask::Last),
            "first" => Some(Ask::First),
            "count" => Some(Ask::Count),
            _ => None,
        };
        if ask.is_some() {
            self.ask = ask;
            return (!values.is_empty()).then(|| Node::all(values.iter().map(plain)));
        }
        let Some(first) = values.first() else {
            self.issue(span, format!("\"{name}:\" names nothing yet"));
            return None;
        };
        if let Some(field) = Field::ALL.into_iter().find(|field| field.name() == name) {
            return Some(Node::Field(field, values.to_vec()));
        }
        if name == "tag" {
            return Some(Node::any(values.iter().cloned().map(Node::Tag)));
        }
        if values.len() > 1 {
            self.issue(
                span,
                format!("\"{name}:\" takes one value; the first is used"),
            );
        }
        if let Some(relation) = Relation::of(name) {
            return Some(self.relation(relation, first, span));
        }
        if let ("in", Some(reason)) = (name, dates::trouble(&first.text)) {
            self.issue(span, format!("{reason}; searched as a word"));
            return Some(plain(first));
        }
        let lower = first.text.to_lowercase();
        let sort = match name {
            "is" => Is::ALL
                .into_iter()
                .find(|is| is.name() == lower)
                .map(Node::Is),
            "has" => Has::ALL
                .into_iter()
                .find(|has| has.name() == lower)
                .map(Node::Has),
            "on" if lower == "today" => Some(Node::When(When::Today)),
            _ => dates::value(&first.text)
                .map(|when| Node::When(self.in_order(when, span)))
                .or_else(|| {
                    let anchor = || Node::When(When::In(Moment::Anchor(first.text.clone())));
                    (name == "in").then(anchor)
                }),
        };
        if sort.is_none() {
            let choices = match name {
                "is" => "marked, merged, undated or unsourced",
                "has" => "note or quote",
                _ => "a day, a month or today",
            };
            let value = &first.text;
            let message = format!("\"{name}:\" takes {choices}; \"{value}\" is searched as a word");
            self.issue(span, message);
        }
        Some(sort.unwrap_or_else(|| plain(first)))
    }

    /// The value of `since:` or what follows "since", and their like: one date, or the name of a happening.
    fn relation(&mut self, relation: Relation, value: &Word, span: Span) -> Node {
        let (name, text) = (relation.name(), &value.text);
        let moment = dates::moment(text);
        if !matches!(moment, Moment::Anchor(_)) {
            return relation.node(moment);
        }
        if let Some(range) = dates::whole(text) {
            let said = format!("\"{name}:\" takes one date; \"{text}\" is taken as a range");
            self.issue(span, said);
            return Node::When(self.in_order(range, span));
        }
        if let Some(reason) = dates::trouble(text) {
            self.issue(span, format!("{reason}; searched as a word"));
            return plain(value);
        }
        relation.node(moment)
    }

    /// A range whose ends are reversed is told and turned round.
    fn in_order(&mut self, when: When, span: Span) -> When {
        match when {
            When::Between(Moment::Date(a), Moment::Date(b))
                if a.range().first() > b.range().last() =>
            {
                self.issue(span, "the range ends before it begins; turned round");
                When::Between(Moment::Date(b), Moment::Date(a))
            }
            when => when,
        }
    }
}

/// The value of a field as a condition of its own, where the field makes nothing of it.
fn plain(word: &Word) -> Node {
    let starred = word.form == Form::Prefix && !word.text.contains(':');
    if starred || word.form == Form::Exact {
        return Node::Word(word.clone());
    }
    if let Some(when) = dates::whole(&word.text) {
        return Node::When(when);
    }
    let common = word.text.chars().all(|c| c.is_ascii_lowercase());
    let form = if common && Relation::of(&word.text).is_none() {
        Form::Loose
    } else {
        Form::Phrase
    };
    let text = word.text.clone();
    Node::Word(Word { text, form })
}

/// How a condition lies to its moment.
#[derive(Debug, Clone, Copy)]
enum Relation {
    Since,
    After,
    Before,
    Until,
    During,
}

impl Relation {
    fn of(word: &str) -> Option<Self> {
        let all = [
            Self::Since,
            Self::After,
            Self::Before,
            Self::Until,
            Self::During,
        ];
        all.into_iter()
            .find(|relation| word.eq_ignore_ascii_case(relation.name()))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Since => "since",
            Self::After => "after",
            Self::Before => "before",
            Self::Until => "until",
            Self::During => "during",
        }
    }

    fn node(self, moment: Moment) -> Node {
        Node::When(match self {
            Self::Since => When::Since(moment),
            Self::After => When::After(moment),
            Self::Before => When::Before(moment),
            Self::Until => When::Until(moment),
            Self::During => When::In(moment),
        })
    }
}
