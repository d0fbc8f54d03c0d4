//! Where the user has been: the way back, and forward again.

use super::found::Context;
use super::timeline::Zoom;
use crate::chronicle::Str;

/// Places beyond this are forgotten.
const MOST: usize = 100;

/// What was searched for, how it was shown, and where the cursor stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The search, as typed.
    pub query: String,
    /// How its answer was shown.
    pub context: Context,
    /// How far the timeline was zoomed out.
    pub zoom: Zoom,
    /// The key of the event under the cursor, which outlives a reload.
    pub event: Option<Str<'static>>,
}

impl Place {
    /// Whether the same is listed there in the same way, wherever the cursor stands.
    fn lists_the_same(&self, other: &Self) -> bool {
        (&self.query, self.context, self.zoom) == (&other.query, other.context, other.zoom)
    }
}

/// Places before and after this one.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    before: Vec<Place>,
    after: Vec<Place>,
    here: Place,
}

impl Trail {
    /// The user is here. If something else is listed than before, or the cursor has `jumped`, one
    /// can come back to where it was.
    pub(super) fn step(&mut self, place: Place, jumped: bool) {
        let moved = jumped && self.here.event != place.event;
        if (moved || !self.here.lists_the_same(&place)) && self.here != Place::default() {
            self.before.push(std::mem::take(&mut self.here));
            if self.before.len() > MOST {
                self.before.remove(0);
            }
            self.after.clear();
        }
        self.here = place;
    }

    /// The user is here without having gone.
    pub(super) fn rest(&mut self, place: Place) {
        self.here = place;
    }

    /// The place before this one, or after it, which becomes this one.
    pub(super) fn go(&mut self, forward: bool) -> Option<Place> {
        let (from, to) = if forward {
            (&mut self.after, &mut self.before)
        } else {
            (&mut self.before, &mut self.after)
        };
        let place = from.pop()?;
        to.push(std::mem::replace(&mut self.here, place.clone()));
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(query: &str) -> Place {
        Place {
            query: query.to_owned(),
            event: Some("e".into()),
            ..Place::default()
        }
    }

    #[test]
    fn going_back_and_forward_ends_where_it_began() {
        let mut trail = Trail::default();
        for query in ["", "a", "b"] {
            trail.step(place(query), false);
        }
        assert_eq!(trail.go(false), Some(place("a")));
        assert_eq!(trail.go(false), Some(place("")));
        assert_eq!(trail.go(false), None);
        assert_eq!(trail.go(true), Some(place("a")));
        assert_eq!(trail.go(true), Some(place("b")));
        assert_eq!(trail.go(true), None);
        // From the middle, another way is taken.
        trail.go(false);
        trail.step(place("c"), false);
        assert_eq!(trail.go(true), None);
        assert_eq!(trail.go(false), Some(place("a")));
    }
}
