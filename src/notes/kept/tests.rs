use super::*;

fn notes(acts: &[Act]) -> Notes {
    let mut notes = Notes::default();
    for act in acts {
        notes.apply(act);
    }
    notes
}

fn hide(event: &str) -> Act {
    Act::Hide {
        event: event.to_owned(),
    }
}

fn redate(date: &str) -> Act {
    Act::Redate {
        event: "e".to_owned(),
        date: date.to_owned(),
    }
}

fn split(source: &str) -> Act {
    Act::Split {
        event: "e".to_owned(),
        source: source.to_owned(),
    }
}

#[test]
fn a_date_a_split_and_hiding_correct_and_nothing_else_does() {
    let event = || "e".to_owned();
    let (mark, accept) = (Act::Mark { event: event() }, Act::Accept { event: event() });
    let note = Act::Note {
        event: event(),
        text: "n".to_owned(),
    };
    let tag = Act::Tag {
        event: event(),
        tag: "t".to_owned(),
    };
    // What was done, and a number that is the same where the same is corrected in the same way.
    let cases = [
        (vec![], 0),
        (vec![mark.clone(), accept, note], 0),
        (vec![tag], 0),
        (vec![redate("no date")], 0),
        (vec![redate("2021")], 1),
        (vec![redate("2021"), mark.clone()], 1),
        (vec![redate("2022")], 2),
        (vec![split("a")], 3),
        (vec![split("b"), mark], 4),
        (vec![split("a"), split("b")], 5),
        (vec![hide("e")], 6),
        (vec![hide("f")], 7),
        (vec![hide("e"), redate("2021")], 8),
    ];
    for (acts, one) in &cases {
        let corrected = notes(acts).corrections().count();
        assert_eq!(corrected, usize::from(*one > 0), "{acts:?}");
        for (others, other) in &cases {
            assert_eq!(
                notes(acts).corrects_as(&notes(others)),
                one == other,
                "{acts:?} and {others:?}"
            );
        }
    }
}
