//! Words of a question that ask for an answer rather than for events that have them.
//!
//! "visit" with someone and somewhere asks when they were there, whatever the sources call the event;
//! "first" asks for the first of what the other words find. Such words keep no event out, but events
//! that have them come first.

use super::cond::{Cond, NamesCond};
use super::expand::Scope;
use super::plan::{Planner, classes};
use crate::chronicle::Kind;
use crate::index::{Class, Thing};
use crate::query::{Ask, Field, Form};

impl Planner<'_> {
    /// The conditions without the words that only ask.
    pub(super) fn asked(&mut self, conds: Vec<Cond>) -> Vec<Cond> {
        let conds = self.without_visit(conds);
        let is_first = |cond: &Cond| matches!(cond, Cond::Word(word) if word.key == "first");
        if conds.len() < 2 || !conds.iter().any(is_first) {
            return conds;
        }
        self.ask = Some(Ask::First);
        self.wish(conds, is_first)
    }

    fn without_visit(&mut self, mut conds: Vec<Cond>) -> Vec<Cond> {
        if !conds.iter().any(|cond| self.is_visit(cond)) {
            return conds;
        }
        let named: Vec<Vec<Class>> = conds.iter().map(|cond| self.classes(cond)).collect();
        let has = |class| named.iter().any(|classes| classes.contains(&class));
        if !(has(Class::Person) || has(Class::Office)) {
            return conds;
        }
        if !has(Class::Place) {
            if !has(Class::Country) {
                return conds;
            }
            for (cond, classes) in conds.iter_mut().zip(&named) {
                if classes.contains(&Class::Country) {
                    *cond = self.inside(cond);
                }
            }
        }
        let visits: Vec<bool> = conds.iter().map(|cond| self.is_visit(cond)).collect();
        let mut visits = visits.into_iter();
        self.wish(conds, |_| visits.next().unwrap_or(false))
    }

    fn wish(&mut self, conds: Vec<Cond>, mut only_asks: impl FnMut(&Cond) -> bool) -> Vec<Cond> {
        let (asks, kept) = conds.into_iter().partition(|cond| only_asks(cond));
        let asks: Vec<Cond> = asks;
        self.wished.extend(asks);
        kept
    }

    /// Whether a word names visits and nothing else.
    fn is_visit(&self, cond: &Cond) -> bool {
        let Cond::Word(word) = cond else {
            return false;
        };
        let visit = Thing::Kind(Kind::Visit);
        let whole = self.searcher.whole(word);
        matches!(whole.as_slice(), [one] if self.searcher.index.entity(*one).thing == visit)
    }

    fn classes(&self, cond: &Cond) -> Vec<Class> {
        let things = self.searcher.named(cond).into_iter();
        things
            .map(|id| self.searcher.index.entity(id).class())
            .collect()
    }

    /// A country as the places in it.
    fn inside(&self, cond: &Cond) -> Cond {
        let keys: Vec<String> = match cond {
            Cond::Word(word) => vec![word.key.clone()],
            Cond::Group(group) => group.words.iter().map(|word| word.key.clone()).collect(),
            other => return other.clone(),
        };
        let scope = Scope::Names(classes(Field::Where));
        let words = self.value(&keys.join(" "), &keys, scope, Form::Loose);
        Cond::Names(NamesCond {
            field: Field::Where,
            values: vec![words],
        })
    }
}
