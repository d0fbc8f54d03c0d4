//! What a rule of reading must find, and what it must leave alone.

use linchpin::compile::{Annotators, compile};
use linchpin::document::Origin;
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// The events of a text, as "date kind status" and those who take part.
fn events(text: &str) -> Vec<String> {
    let tagger = TemporalTagger::default();
    let gazetteer = Gazetteer::new(record::names());
    let annotators = Annotators::new(gazetteer, &tagger);
    let documents = load_text(text, &Origin::BuiltIn("text.txt".to_owned()));
    let chronicle = compile(documents, &[], &annotators, false, &|_| true);
    let line = |event: &linchpin::chronicle::Event| {
        let date = event
            .date
            .map_or_else(|| "-".to_owned(), |date| date.to_string());
        format!(
            "{date} {} {}: {}",
            event.kind.name(),
            event.status.name(),
            event.title
        )
    };
    chronicle.events().map(|event| line(&event)).collect()
}

#[track_caller]
fn tells(text: &str, start: &str) {
    let found = events(text);
    assert!(
        found.iter().any(|line| line.starts_with(start)),
        "{start} is not among {found:#?}"
    );
}

#[track_caller]
fn tells_not(text: &str, part: &str) {
    let found = events(text);
    assert!(
        !found.iter().any(|line| line.contains(part)),
        "{part} is among {found:#?}"
    );
}

#[test]
fn officials_and_delegations_in_the_plural_meet() {
    tells(
        "date 1997-04-21\nDelegations from the United States and North Korea met in New York on April 16 to hear the answer.",
        "1997-04-16 meeting held",
    );
    tells_not(
        "date 1997-04-21\nDelegations from the United States met the deadline of April 16.",
        "meeting",
    );
}

#[test]
fn a_schedule_in_the_present_looks_ahead_and_a_report_in_the_past_does_not() {
    let plan = "date 2013-04-10\nSecretary of State John Kerry heads to Seoul on Friday.";
    tells(plan, "2013-04-12 visit planned");
    let past = "date 2013-04-10\nSecretary of State John Kerry went to Seoul on Friday.";
    tells(past, "2013-04-05 visit held");
}

#[test]
fn a_yes_or_no_question_tells_nothing_and_its_answer_does() {
    tells_not(
        "date 2013-04-10\nQUESTION: Will Secretary Kerry visit Pyongyang on Friday?",
        "visit",
    );
    tells(
        "date 2013-04-10\nSecretary of State John Kerry will visit Seoul on Friday.",
        "2013-04-12 visit planned",
    );
}

#[test]
fn a_title_behind_a_name_is_its_bearers() {
    tells(
        "date 2019-05-08\nStephen Biegun, the special representative for North Korea, arrived in Seoul on Wednesday.",
        "2019-05-08 visit held: Biegun visits Seoul",
    );
}

#[test]
fn the_day_of_a_paper_that_is_named_dates_nothing() {
    tells_not(
        "date 1884-06-20\nIn reply to your letter of the 3d of June, I met Mr. Foote.",
        "1884-06-03",
    );
    tells(
        "date 1884-06-20\nOn the 3d of June I met Mr. Foote at Seoul.",
        "1884-06-03 meeting",
    );
}

#[test]
fn who_wrote_the_page_says_whose_secretary_is_meant() {
    tells(
        "U.S. Department of State\nOffice of the Spokesperson\nApril 10, 2013\n\nThe Secretary met with Japanese Foreign \
         Minister Fumio Kishida in London today.\n",
        "2013-04-10 meeting held: Kerry",
    );
    tells_not(
        "Some Newspaper\nApril 10, 2013\n\nThe Secretary met with Japanese Foreign Minister Fumio Kishida in London today.\n",
        "Kerry",
    );
}

#[test]
fn someone_unknown_takes_part_where_somebody_meets_them() {
    tells(
        "date 2003-08-24\nAssistant Secretary of State James Kelly met Li Gun in Beijing on April 23.",
        "2003-04-23 meeting past-reference: Kelly meets Li Gun in Beijing",
    );
}

#[test]
fn a_speaker_who_is_named_last_breaks_no_pronoun() {
    tells(
        "date 2013-04-10\n\nSecretary of State John Kerry met Foreign Minister Fumio Kishida in London today.\n\nMR. SMITH: He will \
         visit Seoul on Friday.\n",
        "2013-04-12 visit planned",
    );
}

#[test]
fn days_above_their_entries_date_them() {
    let text = "date 2001-05-01\nCHRONOLOGY OF THE TALKS\n\n1998\n\nMarch 3\nForeign Minister Keizo Obuchi meets Foreign Minister \
                Park Chung-soo in Seoul.\n\nApril 20-22\nSecretary of State Madeleine Albright visits Beijing.\n\nJune 9\nPresident Kim \
                Dae-jung and President Bill Clinton hold a summit in Washington.\n";
    tells(text, "1998-03-03 meeting");
    tells(text, "1998-04-20/1998-04-22 visit");
    tells(text, "1998-06-09 summit");
    // One day alone may be that of the publication.
    tells_not(
        "date 1998-03-05\nMarch 3\n\nForeign Minister Keizo Obuchi will meet Foreign Minister Park Chung-soo in Seoul next week.\n",
        "1998-03-03",
    );
}
