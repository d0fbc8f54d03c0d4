//! Who takes part, on which day, in which status: what a sentence must not be taken to tell.

#[path = "common/telling.rs"]
mod telling;

use telling::{tells, tells_not};

#[test]
fn who_sends_another_does_not_take_part() {
    for subject in [
        "President Roh Moo-hyun's national security adviser",
        "President Roh Moo-hyun's wife",
        "A senior aide to President Roh Moo-hyun",
        "An emissary sent by President Roh Moo-hyun",
        "The brother of President Roh Moo-hyun",
        "Officials from President Roh Moo-hyun's office",
        "The Roh Moo-hyun government",
    ] {
        let text = format!(
            "date 2004-05-12\n{subject} met Secretary of State Colin Powell in Washington on Tuesday."
        );
        tells(&text, "2004-05-11 meeting held: Powell holds a meeting");
    }
    tells_not(
        "date 2004-05-12\nSecretary of State Colin Powell met the daughter of President Roh Moo-hyun in Washington on Tuesday.",
        "Roh Moo-hyun",
    );
    tells(
        "date 2004-05-12\nPresident Roh Moo-hyun's national security adviser arrived. President Roh Moo-hyun's meeting with Secretary of State Colin Powell was held in Seoul on Tuesday.",
        "2004-05-11 meeting held: Roh Moo-hyun meets Powell",
    );
    tells(
        "date 2004-05-12\nA delegation of Secretary of State Colin Powell and Deputy Secretary of State Richard Armitage met President Roh Moo-hyun in Seoul on Tuesday.",
        "2004-05-11 meeting held: Powell, Armitage and Roh Moo-hyun",
    );
}

#[test]
fn who_is_left_out_does_not_take_part() {
    let with = |words: &str| {
        format!(
            "date 2004-05-12\nSecretary of State Colin Powell met President Roh Moo-hyun{words} in Seoul on Tuesday."
        )
    };
    for words in [
        ", not Foreign Minister Ban Ki-moon,",
        " instead of Foreign Minister Ban Ki-moon",
        " rather than Foreign Minister Ban Ki-moon",
        " without Foreign Minister Ban Ki-moon",
    ] {
        tells(
            &with(words),
            "2004-05-11 meeting held: Powell meets Roh Moo-hyun",
        );
    }
    tells(
        "date 2004-05-12\nUnlike Foreign Minister Ban Ki-moon, President Roh Moo-hyun met Secretary of State Colin Powell on Tuesday.",
        "2004-05-11 meeting held: Roh Moo-hyun meets Powell",
    );
    tells(
        "date 2004-05-12\nPresident Roh Moo-hyun, not Foreign Minister Ban Ki-moon, met Secretary of State Colin Powell on Tuesday.",
        "2004-05-11 meeting held: Roh Moo-hyun meets Powell",
    );
    tells_not(
        "date 2004-05-12\nSecretary of State Colin Powell met neither President Roh Moo-hyun nor Foreign Minister Ban Ki-moon on Tuesday.",
        "meeting",
    );
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell met not only with President Roh Moo-hyun on Tuesday.",
        "2004-05-11 meeting held: Powell meets Roh Moo-hyun",
    );
}

#[test]
fn a_test_is_not_the_norths_because_the_north_is_named() {
    for text in [
        "date 2013-02-06\nThe army test-fired a cruise missile on Tuesday as a message to North Korea.",
        "BUSAN, Feb. 6, 2013 — The navy test-fired a missile on Tuesday. North Korea was angry.",
    ] {
        tells_not(text, "DPRK tests");
    }
    tells(
        "date 2013-02-13\nNorth Korea defied the council. Two missiles were launched from a base in the east on Tuesday.",
        "2013-02-12 test held: DPRK tests missiles",
    );
}

#[test]
fn an_agreement_that_was_signed_is_not_between_the_first_countries_of_the_document() {
    tells_not(
        "date 2010-05-05\nFrance and Italy argued over fish in a committee. The nuclear fuel agreement was signed in Vienna on May 3, 2001.",
        "Italy",
    );
    tells(
        "date 2010-05-05\nThe United States and South Korea share a pact on spent fuel. It was signed on May 3, 2001.",
        "2001-05-03 agreement past-reference: ROK and US",
    );
}

#[test]
fn a_place_that_bears_the_name_of_somebody_is_not_them() {
    let text = "LONDON, Sept. 21, 2016 — President Park Geun-hye thanked her hosts. Foreign Minister Yun Byung-se held talks with Fumio Kishida near Hyde Park on Monday.";
    tells(
        text,
        "2016-09-19 talks held: Yun Byung-se and Kishida hold talks",
    );
    let text = "WASHINGTON, May 12, 2006 — Assistant Secretary of State Christopher Hill came home. Foreign Minister Ban Ki-moon met senators on Capitol Hill on Thursday. Later Chris Hill met Kim Kye-gwan on Friday.";
    tells_not(text, "Ban Ki-moon and Hill");
    tells_not(text, "Hill, Ban Ki-moon");
    tells(text, "2006-05-12 meeting held: Hill meets Kim Kye Gwan");
}

#[test]
fn the_subject_of_a_headline_is_not_the_writer_of_a_letter() {
    let story = "date 2004-05-12\n“I met Wang Yi in Beijing on Tuesday,” Foreign Minister Ban Ki-moon told reporters.";
    for headline in [
        "Colin Powell to Visit Tokyo",
        "Colin Powell to Host Ban Ki-moon",
        "Colin Powell Talks to the President",
    ] {
        tells_not(
            &format!("{headline}\n\n{story}"),
            "2004-05-11 meeting held: Powell",
        );
    }
    tells(
        "Ambassador Philip Habib to the Secretary of State\n\nSeoul, May 12, 1972.\n\nI met President Park Chung-hee in Seoul on May 11.",
        "1972-05-11 meeting held: Habib",
    );
}

#[test]
fn what_is_only_hoped_for_is_not_held() {
    for verb in ["hoped", "tried", "asked", "attempted", "wished"] {
        let text = format!(
            "date 2004-05-12\nSecretary of State Colin Powell {verb} to meet President Roh Moo-hyun in Seoul on May 11."
        );
        tells(&text, "2004-05-11 meeting possible: Powell may meet");
    }
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell flew to Seoul to meet President Roh Moo-hyun on May 11.",
        "2004-05-11 meeting held: Powell meets",
    );
}

#[test]
fn what_is_counted_from_a_weekday_leans_on_the_verb_that_has_it() {
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell met President Roh Moo-hyun in Seoul on Monday, a day before Foreign Minister Yoriko Kawaguchi arrives in Beijing.",
        "2004-05-11 visit",
    );
    for count in [
        "less than a week after",
        "more than a week after",
        "about a week after",
        "three years to the day after",
    ] {
        let text = format!(
            "date 2004-05-12\nSecretary of State Colin Powell met President Roh Moo-hyun in Seoul on Monday, {count} North Korea tested a missile."
        );
        tells_not(&text, "test");
    }
}

#[test]
fn a_weekday_before_or_after_another_is_on_its_side() {
    let visit = "2004-05-14 visit planned: Powell to visit Tokyo";
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell met President Roh Moo-hyun in Seoul on Tuesday before travelling to Tokyo on Friday.",
        visit,
    );
    tells(
        "date 2004-05-12\nBefore travelling to Tokyo on Friday, Secretary of State Colin Powell met President Roh Moo-hyun in Seoul on Tuesday.",
        visit,
    );
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell met President Roh Moo-hyun in Seoul on Monday after arriving in Tokyo on Tuesday.",
        "2004-05-04 visit held: Powell visits Tokyo",
    );
}

#[test]
fn the_day_that_was_kept_wins_over_the_day_that_was_set() {
    tells(
        "date 2004-05-12\nThe meeting between Secretary of State Colin Powell and President Roh Moo-hyun, initially scheduled for May 10, was held on May 11.",
        "2004-05-11 meeting held",
    );
    tells(
        "date 2004-05-12\nThe talks between Secretary of State Colin Powell and President Roh Moo-hyun that were to be held on May 10 will take place on May 14.",
        "2004-05-14 talks planned",
    );
    tells(
        "date 2004-05-12\nThe meeting between Secretary of State Colin Powell and President Roh Moo-hyun was originally scheduled for May 20.",
        "2004-05-20 meeting planned",
    );
}

#[test]
fn a_meeting_that_recalls_a_summit_is_none() {
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell met President Roh Moo-hyun in Seoul on Tuesday to recall the June 2000 summit.",
        "2004-05-11 meeting held: Powell meets Roh Moo-hyun",
    );
    tells(
        "date 2004-05-12\nPresident George W. Bush met President Roh Moo-hyun on Tuesday at their first summit.",
        "2004-05-11 summit held",
    );
}

#[test]
fn they_are_the_two_of_the_sentence_before() {
    tells(
        "date 2004-05-12\nSecretary of State Colin Powell called on President Roh Moo-hyun in Seoul on May 3. On May 11 they met in Singapore.",
        "2004-05-11 meeting held: Powell meets Roh Moo-hyun in Singapore",
    );
    tells_not(
        "date 2004-05-12\nSecretary of State Colin Powell called on President Roh Moo-hyun in Seoul on May 3. Lawmakers were told that they met in Singapore on May 11.",
        "2004-05-11 meeting held: Powell meets Roh Moo-hyun in Singapore",
    );
}

#[test]
fn the_country_of_a_place_is_no_party() {
    tells(
        "date 1999-02-01\nNorth Korea and South Korea held talks in Geneva on January 19.",
        "1999-01-19 talks held: DPRK and ROK hold talks in Geneva",
    );
    tells_not(
        "date 1999-02-01\nNorth Korea's chief delegate flew to Washington on January 29.",
        "US",
    );
    tells_not(
        "date 1999-02-01\nThe crew stayed in Pyongyang before flying to Beijing on January 29.",
        "visit",
    );
}

#[test]
fn a_test_at_a_place_is_that_countrys() {
    tells(
        "date 2016-03-02\nNorth Korea was censured. The text deplores the nuclear test that the country conducted on 6 January.",
        "2016-01-06 test past-reference: DPRK tests",
    );
    tells(
        "date 2013-02-13\nA missile was fired from an airfield near Pyongyang on Tuesday.",
        "2013-02-12 test held: DPRK tests missiles",
    );
}

#[test]
fn whom_the_sentence_before_names_is_met_as_her_and_owns_as_her() {
    let day = "date 2019-04-08\nForeign Minister Kang Kyung-wha arrived in Tokyo. ";
    tells(
        &format!("{day}Prime Minister Shinzo Abe met her in Tokyo on April 5."),
        "2019-04-05 meeting held: Abe meets Kang Kyung-wha in Tokyo",
    );
    tells_not(
        &format!("{day}Prime Minister Shinzo Abe met her counterpart in Tokyo on April 5."),
        "Abe meets Kang",
    );
}

#[test]
fn a_state_that_only_owns_something_is_no_stop() {
    let tells_of = |text: &str, start: &str| {
        tells(text, start);
        tells_not(text, "United States");
    };
    tells_of(
        "date 2005-03-10\nCondoleezza Rice will visit troops of the United States Air Force in Osan on Monday.",
        "2005-03-14 visit planned: Rice to visit Osan",
    );
    tells_of(
        "date 2005-03-10\nCondoleezza Rice will visit South Korea on Monday as U.S. secretary of state.",
        "2005-03-14 visit planned: Rice to visit South Korea",
    );
}

#[test]
fn who_speaks_takes_part_in_what_we_did_only() {
    let told = "date 2017-02-01\nSEC. MATTIS: President Donald Trump met Prime Minister Shinzo Abe on Monday.";
    tells(told, "2017-01-30 meeting held: Trump meets Abe");
    tells_not(told, "Mattis");
    tells(
        "date 2017-02-01\nSEC. MATTIS: We landed in Seoul on Monday.",
        "2017-01-30 visit held: Mattis visits Seoul",
    );
}

#[test]
fn what_a_journey_is_for_is_as_sure_as_the_journey() {
    let text = |plan: &str| {
        format!(
            "date 2015-06-12\nForeign Minister Yun Byung-se {plan} to Tokyo on June 21 for talks with Foreign Minister Fumio Kishida."
        )
    };
    tells(
        &text("is weighing a visit"),
        "2015-06-21 talks possible: Yun Byung-se and Kishida",
    );
    tells(
        &text("plans a visit"),
        "2015-06-21 talks planned: Yun Byung-se and Kishida",
    );
}

#[test]
fn talks_of_two_days_in_a_row_are_one() {
    tells(
        "date 2002-10-20\nJapan and North Korea will reopen negotiations in Kuala Lumpur on 29 and 30 October.",
        "2002-10-29/2002-10-30 talks planned",
    );
    tells(
        "date 2002-10-20\nJapan and North Korea will hold negotiations in Kuala Lumpur on 22 and 30 October.",
        "2002-10-22 talks planned",
    );
}

#[test]
fn the_place_of_a_paragraph_is_not_that_of_a_day_weeks_off_or_of_others() {
    tells_not(
        "date 2018-03-11\nChung Eui-yong is to visit Russia after his trip to Beijing.\n\nPresident Donald Trump is expected to meet Kim \
         Jong Un on May 20.",
        "Kim Jong Un in Russia",
    );
    tells(
        "date 2018-03-11\nChung Eui-yong will visit Moscow on Monday. He will meet Foreign Minister Sergei Lavrov.",
        "2018-03-12 meeting planned: Chung Eui-yong to meet Sergei Lavrov in Moscow",
    );
}
