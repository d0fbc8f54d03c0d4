//! A query with its words tied to the names of the index and its dates to days.

use super::anchor;
use super::cond::{Cond, GroupCond, NamesCond, PhraseCond, Plan, WordCond};
use super::expand::Scope;
use super::{Session, Tier};
use crate::index::{Class, EntityId, Index, is_common, key, keys, squash};
use crate::query::{Ask, Field, Form, Moment, Node, Query, When, Word};
use crate::time::{Date, DateRange};

/// More words than this are not searched for.
const MOST_WORDS: usize = 48;
/// A name has at most so many words.
const LONGEST_NAME: usize = 6;

/// The plan of a query.
pub(super) fn plan(searcher: &Session, query: &Query) -> Plan {
    let mut planner = Planner {
        searcher,
        words: 0,
        wished: Vec::new(),
        ask: None,
        remarks: Vec::new(),
    };
    let root = planner.node(&query.root).unwrap_or(Cond::All(Vec::new()));
    if planner.words > MOST_WORDS {
        let said = format!("only the first {MOST_WORDS} words are searched for");
        planner.remarks.push(said);
    }
    Plan {
        widest: widest(&query.root),
        root,
        wished: planner.wished,
        ask: planner.ask,
        remarks: planner.remarks,
    }
}

fn widest(root: &Node) -> Tier {
    let last = match root {
        Node::All(nodes) | Node::Any(nodes) => nodes.last(),
        node => Some(node),
    };
    match last {
        Some(Node::Word(word)) if word.form == Form::Loose => {
            let key = key(&word.text);
            let short = key.chars().count() <= if key.is_ascii() { 2 } else { 1 };
            if short { Tier::Prefix } else { Tier::Exact }
        }
        Some(node @ (Node::All(_) | Node::Any(_))) => widest(node),
        _ => Tier::Exact,
    }
}

pub(super) struct Planner<'a> {
    pub(super) searcher: &'a Session,
    words: usize,
    pub(super) wished: Vec<Cond>,
    pub(super) ask: Option<Ask>,
    remarks: Vec<String>,
}

impl Planner<'_> {
    fn index(&self) -> &Index {
        &self.searcher.index
    }

    /// The condition of a node; `None` if it asks for nothing.
    fn node(&mut self, node: &Node) -> Option<Cond> {
        match node {
            Node::All(nodes) => self.all(nodes),
            Node::Any(nodes) => {
                let conds: Vec<Cond> = nodes.iter().filter_map(|node| self.node(node)).collect();
                (!conds.is_empty()).then_some(Cond::Any(conds))
            }
            Node::Not(node) => self.node(node).map(|cond| Cond::Not(Box::new(cond))),
            Node::Word(_) => self.all(std::slice::from_ref(node)),
            Node::Field(field, values) => self.field(*field, values),
            Node::When(when) => self.when(when),
            Node::Is(is) => Some(Cond::Is(*is)),
            Node::Has(has) => Some(Cond::Has(*has)),
            Node::Tag(tag) => Some(Cond::Tag(tag.text.clone())),
        }
    }

    fn all(&mut self, nodes: &[Node]) -> Option<Cond> {
        let mut conds = Vec::new();
        let mut run: Vec<String> = Vec::new();
        for node in nodes {
            match node {
                Node::Word(word) if word.form == Form::Loose => run.extend(keys(&word.text)),
                other => {
                    self.run(&mut run, &mut conds);
                    match other {
                        Node::Word(word) => conds.extend(self.word(word)),
                        other => conds.extend(self.node(other)),
                    }
                }
            }
        }
        self.run(&mut run, &mut conds);
        let mut conds = self.asked(conds);
        match conds.len() {
            0 => None,
            1 => conds.pop(),
            _ => Some(Cond::All(conds)),
        }
    }

    /// Loose words side by side: names of several words first, common words left out.
    fn run(&mut self, run: &mut Vec<String>, conds: &mut Vec<Cond>) {
        let keys = std::mem::take(run);
        let room = MOST_WORDS.saturating_sub(self.words);
        self.words += keys.len();
        let keys = keys.get(..room.min(keys.len())).unwrap_or_default();
        let mut at = 0;
        while at < keys.len() {
            let rest = keys.get(at..).unwrap_or_default();
            if let Some((group, used)) = self.group(rest) {
                conds.push(Cond::Group(group));
                at += used;
                continue;
            }
            if let Some(word) = rest.first().filter(|word| !is_common(word)) {
                let word = WordCond::new(word.clone(), Scope::Anything, Form::Loose);
                conds.push(Cond::Word(word));
            }
            at += 1;
        }
    }

    /// The longest name that the words begin with, and how many it takes. At the end of the input
    /// the beginning of a name will do.
    fn group(&self, keys: &[String]) -> Option<(GroupCond, usize)> {
        let dictionary = self.index().dictionary();
        let named = |entity: &EntityId| self.index().entity(*entity).class() != Class::Source;
        let words = |used: usize| {
            let words = keys.iter().take(used).filter(|word| !is_common(word));
            words
                .map(|word| WordCond::new(word.clone(), Scope::Anything, Form::Loose))
                .collect()
        };
        if is_common(keys.first()?) {
            return None;
        }
        for used in (2..=LONGEST_NAME.min(keys.len())).rev() {
            let whole = keys.get(..used).unwrap_or_default().concat();
            let Some(term) = dictionary.find(&whole) else {
                continue;
            };
            let of = |alias: bool| -> Vec<EntityId> {
                let members = dictionary.members_of(term);
                let mut found: Vec<EntityId> = members
                    .filter(|member| member.alias == alias)
                    .map(|member| member.entity)
                    .filter(named)
                    .collect();
                found.sort_unstable();
                found.dedup();
                found
            };
            let group = GroupCond {
                words: words(used),
                exact: of(false),
                alias: of(true),
                prefix: Vec::new(),
            };
            if group.is_whole() {
                return Some((group, used));
            }
        }
        if !(2..=LONGEST_NAME).contains(&keys.len()) {
            return None;
        }
        let run = dictionary.starting_with(&keys.concat());
        let members = dictionary.members(run).filter(|member| member.whole);
        let mut prefix: Vec<EntityId> = members.map(|member| member.entity).filter(named).collect();
        prefix.sort_unstable();
        prefix.dedup();
        let group = GroupCond {
            words: words(keys.len()),
            exact: Vec::new(),
            alias: Vec::new(),
            prefix,
        };
        (!group.prefix.is_empty()).then_some((group, keys.len()))
    }

    fn word(&mut self, word: &Word) -> Option<Cond> {
        let keys = keys(&word.text);
        self.words += keys.len();
        if self.words > MOST_WORDS {
            return None;
        }
        if word.form == Form::Phrase && keys.len() > 1 {
            let dictionary = self.index().dictionary();
            let term = dictionary.find(&keys.concat());
            let mut entities: Vec<EntityId> = term
                .iter()
                .flat_map(|term| dictionary.members_of(*term))
                .map(|member| member.entity)
                .filter(|entity| self.index().entity(*entity).class() != Class::Source)
                .collect();
            entities.dedup();
            return Some(Cond::Phrase(PhraseCond { keys, entities }));
        }
        let form = if word.form == Form::Phrase {
            Form::Exact
        } else {
            word.form
        };
        let words = keys.into_iter().filter(|key| !is_common(key));
        let mut conds: Vec<Cond> = words
            .map(|key| Cond::Word(WordCond::new(key, Scope::Anything, form)))
            .collect();
        match conds.len() {
            0 => None,
            1 => conds.pop(),
            _ => Some(Cond::All(conds)),
        }
    }

    fn field(&mut self, field: Field, values: &[Word]) -> Option<Cond> {
        let scope = Scope::Names(classes(field));
        let mut named = Vec::new();
        for value in values {
            let keys: Vec<String> = keys(&value.text)
                .into_iter()
                .filter(|key| !is_common(key))
                .collect();
            self.words += keys.len();
            if keys.is_empty() || self.words > MOST_WORDS {
                continue;
            }
            let form = if field == Field::Kind && self.is_shown(&keys, scope) {
                Form::Exact
            } else {
                value.form
            };
            named.push(self.value(&value.text, &keys, scope, form));
        }
        (!named.is_empty()).then_some(Cond::Names(NamesCond {
            field,
            values: named,
        }))
    }

    /// Whether a value is what something is called first. `kind:meeting` is no summit, at which
    /// people meet as well.
    fn is_shown(&self, keys: &[String], scope: Scope) -> bool {
        let [key] = keys else {
            return false;
        };
        let exact = self.searcher.expand(scope, key, Tier::Exact);
        !exact.entities.is_empty()
    }

    /// The words of a value; as one word where that is a whole name.
    pub(super) fn value(
        &self,
        text: &str,
        keys: &[String],
        scope: Scope,
        form: Form,
    ) -> Vec<WordCond> {
        let dictionary = self.index().dictionary();
        let is_name = |whole: &String| {
            dictionary.find(whole).is_some_and(|term| {
                let members = dictionary.members_of(term);
                members
                    .filter(|member| member.whole)
                    .any(|member| scope.holds(self.index().entity(member.entity).class()))
            })
        };
        // As it stands first: a title has words that are too common to be looked for.
        let wholes = [squash(text), keys.concat()];
        let whole = wholes.into_iter().find(is_name);
        if let Some(whole) = whole.filter(|_| text.contains(char::is_whitespace) || keys.len() > 1)
        {
            return vec![WordCond::new(whole, scope, form)];
        }
        let words = keys.iter().cloned();
        words.map(|key| WordCond::new(key, scope, form)).collect()
    }

    fn when(&mut self, when: &When) -> Option<Cond> {
        let today = self.searcher.today;
        Some(match when {
            When::Yearly(month, day) => Cond::Yearly(*month, *day),
            When::Today => Cond::Yearly(today.month(), Some(today.day())),
            When::Between(from, to) => {
                let (from, to) = (from.range(today)?, to.range(today)?);
                Cond::Days(DateRange::spanning(from.first(), to.last()))
            }
            When::In(moment) => self.beside(moment, Some)?,
            When::Since(moment) => {
                self.beside(moment, |range| DateRange::new(range.first(), Date::MAX))?
            }
            When::After(moment) => self.beside(moment, |range| {
                DateRange::new(range.last().plus_days(1), Date::MAX)
            })?,
            When::Before(moment) => self.beside(moment, |range| {
                DateRange::new(Date::MIN, range.first().plus_days(-1))
            })?,
            When::Until(moment) => {
                self.beside(moment, |range| DateRange::new(Date::MIN, range.last()))?
            }
        })
    }

    /// The days that lie to a moment as asked. An anchor is looked up; words that it does not need
    /// are searched for.
    fn beside(
        &mut self,
        moment: &Moment,
        side: impl Fn(DateRange) -> Option<DateRange>,
    ) -> Option<Cond> {
        let days = |range| side(range).map_or(Cond::Given(Vec::new()), Cond::Days);
        if let Some(range) = moment.range(self.searcher.today) {
            return Some(days(range));
        }
        let Moment::Anchor(text) = moment else {
            return None;
        };
        let Some(found) = anchor::resolve(self.searcher, text) else {
            self.remarks.push(format!(
                "no event is known as \"{text}\"; searched as words"
            ));
            let nodes: Vec<Node> = text
                .split(' ')
                .map(|word| Node::Word(Word::loose(word)))
                .collect();
            return self.all(&nodes);
        };
        self.remarks.push(found.said);
        let mut conds = vec![days(found.range)];
        let nodes = found.rest.iter().map(|word| Node::Word(Word::loose(word)));
        conds.extend(self.all(&nodes.collect::<Vec<_>>()));
        Some(Cond::All(conds))
    }
}

/// The classes whose names a field can have.
pub(super) const fn classes(field: Field) -> &'static [Class] {
    match field {
        Field::Who | Field::With => &[Class::Person, Class::Office],
        Field::Where => &[Class::Place, Class::Country],
        Field::Kind => &[Class::Kind],
        Field::Status => &[Class::Status],
        Field::Country => &[Class::Country],
        Field::Topic => &[Class::Topic],
        Field::Source => &[Class::Source],
    }
}
