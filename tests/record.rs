//! What must hold of the record: the files of `data/`, and what the build makes of them.

use std::fs;
use std::path::{Path, PathBuf};

use linchpin::gazetteer::Gazetteer;
use linchpin::record::{self, Packed, Record, builtin, census};
use linchpin::time::DateRange;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

#[test]
fn the_record_is_as_large_as_promised() {
    let census = census(&builtin());
    assert!(census.events >= 1_600, "{census:?}");
    assert!(census.officials >= 650, "{census:?}");
    assert!(census.tenures >= 850, "{census:?}");
    assert!(census.places >= 200, "{census:?}");
    assert_eq!(builtin().documents.len(), 5);
}

#[test]
fn the_files_are_clean() {
    let findings: Vec<_> = record::check(&data())
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn the_binary_holds_what_the_files_say() {
    let parsed = record::load(&data()).expect("data/ is clean");
    assert_eq!(parsed, builtin());
}

#[test]
fn decoding_gives_back_what_was_encoded() {
    let packed = record::encode(&builtin()).leak();
    let decoded = packed.record().expect("what was packed is read");
    assert_eq!(decoded, builtin());
    assert!(
        decoded
            .events
            .iter()
            .all(|event| event.title.borrowed().is_some())
    );
}

#[test]
fn bytes_cut_short_are_refused() {
    let whole = record::encode(&builtin()).leak();
    for length in (0..whole.names.len()).step_by(4_009) {
        let names = &whole.names[..length];
        let cut = Packed { names, ..whole };
        assert_eq!(cut.names(), Err(record::NotARecord), "{length} bytes");
    }
    for length in (0..whole.events.len()).step_by(40_009) {
        let events = &whole.events[..length];
        let cut = Packed { events, ..whole };
        assert_eq!(cut.record(), Err(record::NotARecord), "{length} bytes");
    }
    let cut = Packed { text: "", ..whole };
    assert_eq!(cut.record(), Err(record::NotARecord));
}

#[test]
fn events_are_in_order_with_ids_of_their_own() {
    let events = builtin().events;
    for pair in events.windows(2) {
        assert!(
            (pair[0].days, &pair[0].id) < (pair[1].days, &pair[1].id),
            "{}",
            pair[1].id
        );
    }
    let mut ids: Vec<_> = events.iter().map(|event| event.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), events.len());
}

#[test]
fn every_event_is_attested_and_fits_its_line() {
    for event in builtin().events {
        assert!(!event.attestations.is_empty(), "{}", event.id);
        let length = event.title.chars().count();
        assert!((1..=90).contains(&length), "{}: {}", event.id, event.title);
        assert!(event.days.0 <= event.days.1, "{}", event.id);
    }
}

#[test]
fn an_event_is_unsourced_only_without_any_citation() {
    let record = builtin();
    for event in &record.events {
        let cited = event
            .attestations
            .iter()
            .any(|a| !a.source.of(&record.names).uncited);
        assert_eq!(event.unsourced(&record.names), !cited, "{}", event.id);
    }
}

#[test]
fn camp_david_is_one_event_with_three_delegations() {
    let record = builtin();
    let found: Vec<_> = record
        .events
        .iter()
        .filter(|event| event.id.starts_with("2023-08-18") && event.participants.len() == 3)
        .collect();
    let [summit] = found[..] else {
        panic!("{found:?}")
    };
    assert!(summit.attestations.len() >= 3, "{summit:?}");
}

#[test]
fn taking_office_follows_from_the_tenures() {
    let record = builtin();
    let id = "2021-01-26-antony-blinken-us-secretary-of-state";
    let event = record
        .events
        .iter()
        .find(|event| event.id == id)
        .expect("he took office");
    assert_eq!(event.title, "Antony Blinken becomes US Secretary of State");
    assert_eq!(event.summary, "Succeeds Mike Pompeo.");
    assert!(event.takes_office.is_some());
}

#[test]
fn the_bands_run_without_a_gap_of_years() {
    let bands = Gazetteer::new(record::names()).bands();
    let mut names: Vec<_> = bands.iter().map(|band| band.name).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "Leader of the DPRK",
            "President of the Republic of Korea",
            "President of the United States",
            "Prime Minister of Japan",
        ]
    );
    for band in &bands {
        for pair in band.terms.windows(2) {
            let gap = pair[1].days.first().days_since(pair[0].days.last());
            assert!((1..366).contains(&gap), "{}: {pair:?}", band.name);
        }
    }
}

#[test]
fn who_stands_in_is_called_acting_and_the_term_goes_on_after_it() {
    let gazetteer = Gazetteer::new(record::names());
    let bands = gazetteer.bands();
    let band = bands
        .iter()
        .find(|band| band.name == "President of the Republic of Korea")
        .expect("a band");
    let told = |day: &str| {
        let day = day.parse().expect("a day");
        let row = band.holder(day).expect("a president");
        let role = gazetteer.role(row, DateRange::day(day)).expect("an office");
        format!("{role} {}", gazetteer.official(row).name)
    };
    assert_eq!(told("2004-03-01"), "President Roh Moo-hyun");
    assert_eq!(told("2004-04-10"), "Acting President Goh Kun");
    assert_eq!(told("2006-11-01"), "President Roh Moo-hyun");
    assert_eq!(told("2025-01-06"), "Acting President Choi Sang-mok");
}

#[test]
fn a_broken_file_is_told_with_its_line_and_the_reason() {
    insta::assert_snapshot!(broken("colour = \"red\""), @"events/2021.toml:8: unknown field `colour`, expected one of `id`, `date`, `kind`, `status`, `title`, `summary`, `countries`, `participants`, `places`, `topics`, `confidence`, `inferred`, `attestation`, `allow` [syntax]");
    insta::assert_snapshot!(broken("kind = \"dinner\""), @"events/2021.toml:4: unknown value `dinner`, expected one of `visit`, `meeting`, `summit`, `2+2`, `call`, `talks`, `conference`, `statement`, `announcement`, `agreement`, `exercise`, `test`, `other` [syntax]");
    insta::assert_snapshot!(broken("date = \"2021-13-01\""), @"events/2021.toml:3: month 13 at byte 0 is not between 01 and 12, nor a season 21 to 24 [syntax]");
    insta::assert_snapshot!(broken("status = \"hoped for\""), @"events/2021.toml:8: unknown value `hoped for`, expected one of `held`, `planned`, `possible`, `cancelled` [syntax]");
    insta::assert_snapshot!(broken("participants = [\"antony-blinkin\"]"), @"events/2021.toml:6: there is no official `antony-blinkin`; is it `antony-blinken`? [dangling]");
    insta::assert_snapshot!(broken("places = [\"atlantis\"]"), @"events/2021.toml:8: there is no place `atlantis`; is it `atlanta`? [dangling]");
    insta::assert_snapshot!(broken("id = \"the-summit\""), @"events/2021.toml:2: the id does not begin with the date, 2021-03-17 [id]");
    insta::assert_snapshot!(broken("participants = [\"lee-hu-rak\", 3]"), @"events/2021.toml:6: invalid type: integer `3`, expected the id of an official, or { name, role, country }, or { id, role } [syntax]");
}

/// What `check` says of a record of one event, one line of which is replaced or added.
fn broken(line: &str) -> String {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for table in ["countries", "sources", "topics", "offices", "places"] {
        let file = format!("{table}.toml");
        fs::copy(data().join(&file), dir.path().join(&file)).expect("data/ has it");
    }
    for folder in ["officials", "events"] {
        fs::create_dir(dir.path().join(folder)).expect("a fresh folder");
    }
    for entry in fs::read_dir(data().join("officials")).expect("data/ has it") {
        let entry = entry.expect("data/ has it");
        let to = dir.path().join("officials").join(entry.file_name());
        fs::copy(entry.path(), to).expect("data/ has it");
    }
    let mut lines = vec![
        "[[event]]",
        "id = \"2021-03-17-a-meeting\"",
        "date = \"2021-03-17\"",
        "kind = \"meeting\"",
        "title = \"Blinken meets Chung Eui-yong in Seoul\"",
        "participants = [\"antony-blinken\"]",
        "attestation = [{ source = \"uncited\" }]",
    ];
    let key = line.split('=').next().expect("a line has a key");
    match lines.iter().position(|old| old.starts_with(key)) {
        Some(at) => lines[at] = line,
        None => lines.push(line),
    }
    fs::write(dir.path().join("events/2021.toml"), lines.join("\n")).expect("a fresh file");
    let findings = record::check(dir.path());
    let told = |finding: &record::Finding| {
        let file = finding
            .file
            .strip_prefix(dir.path())
            .expect("it is in the folder");
        record::Finding {
            file: file.to_owned(),
            ..finding.clone()
        }
        .to_string()
    };
    findings.iter().map(told).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_folder_that_is_not_there_is_a_finding() {
    let findings = record::check(Path::new("no/such/folder"));
    assert_eq!(findings.len(), 1);
    assert!(
        findings[0]
            .to_string()
            .starts_with("no/such/folder:1: cannot be read")
    );
}

#[test]
fn an_empty_record_is_clean() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    assert_eq!(record::load(dir.path()), Ok(Record::default()));
}
