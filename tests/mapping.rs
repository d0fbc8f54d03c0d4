//! Somebody else's tables: what their columns mean is guessed, shown, kept and corrected.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use linchpin::load::{LoadOptions, Root, load, mapping};

const TABLE: &str = "Datum;Was;Ort;Notiz\n03/04/2021;Gespräche der Außenminister beider Länder;Seoul;intern\n16/04/2021;Gipfeltreffen der drei Staatschefs;Washington;\n";

fn linchpin(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linchpin"));
    command.args(arguments).current_dir(folder);
    command.env("HOME", folder).env_remove("XDG_CACHE_HOME");
    command.output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Dates, titles and places of the rows of a folder.
fn rows(folder: &Path) -> Vec<(String, String, Vec<String>)> {
    let roots = [Root::Path(folder.join("a.csv"))];
    let (loaded, _) = load(&roots, &LoadOptions::default(), &());
    let row = |row: &linchpin::document::EventRow<'_>| {
        let date = row.date.map(|date| date.to_string()).unwrap_or_default();
        let places = row.places.iter().map(ToString::to_string).collect();
        (date, row.title.to_string(), places)
    };
    loaded.rows.iter().map(row).collect()
}

#[test]
fn a_guess_is_shown_kept_and_corrected() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.csv"), TABLE).expect("written");
    let shown = linchpin(folder.path(), &["map", "a.csv"]);
    let out = text(&shown.stdout);
    assert_eq!(shown.status.code(), Some(0), "{}", text(&shown.stderr));
    assert!(out.contains("2021-04-03  Gespräche"), "{out}");
    assert!(
        out.contains("days stand before months, as \"16/04/2021\" shows"),
        "{out}"
    );
    assert!(!folder.path().join("a.csv.mapping.toml").exists());

    let saved = linchpin(folder.path(), &["map", "a.csv", "--save"]);
    assert_eq!(saved.status.code(), Some(0), "{}", text(&saved.stderr));
    let place = mapping::place(&folder.path().join("a.csv"));
    let toml = fs::read_to_string(&place).expect("a mapping");
    assert!(
        toml.contains("\"Was\" = \"title\"") && toml.contains("dates = \"day-month\""),
        "{toml}"
    );
    let again = linchpin(folder.path(), &["map", "a.csv", "--save"]);
    assert_eq!(
        again.status.code(),
        Some(2),
        "what is there is never written over"
    );

    let corrected = toml.replace("\"Ort\" = \"ignore\"", "\"Ort\" = \"places\"");
    assert_ne!(corrected, toml);
    fs::write(&place, corrected).expect("written");
    let found = rows(folder.path());
    assert_eq!(found[0].0, "2021-04-03");
    assert_eq!(found[1].2, ["Washington"]);
    let checked = text(&linchpin(folder.path(), &["check", "."]).stdout);
    assert!(
        checked.contains("a.csv.mapping.toml: skipped: it is a mapping"),
        "{checked}"
    );
}

#[test]
fn what_is_wrong_in_a_mapping_is_told_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.csv"), TABLE).expect("written");
    let wrong = "dates = \"day-month\"\n[columns]\nDatum = \"date\"\nWas = \"titel\"\n";
    fs::write(folder.path().join("a.csv.mapping.toml"), wrong).expect("written");
    let checked = linchpin(folder.path(), &["check", "a.csv"]);
    let err = text(&checked.stderr);
    assert!(err.contains("a.csv.mapping.toml, line 4, column 7: there is no meaning \"titel\"; did you mean \"title\"?"), "{err}");
    for hostile in [
        "[columns",
        "columns = 3",
        "\u{1b}]0;x\u{7} = 1",
        "[columns]\n\"\u{202E}\" = 3",
        "\0",
    ] {
        fs::write(folder.path().join("a.csv.mapping.toml"), hostile).expect("written");
        let checked = linchpin(folder.path(), &["check", "a.csv"]);
        assert!(matches!(checked.status.code(), Some(0 | 1)), "{hostile:?}");
        let err = text(&checked.stderr);
        assert!(err.contains("a.csv.mapping.toml"), "{hostile:?}: {err}");
        assert!(linchpin::text::is_clean(&err), "{err:?}");
    }
}

#[test]
fn days_and_months_that_nothing_tells_apart_are_not_known() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("a.csv"),
        "date,title\n03/04/2021,Talks\n05/05/2021,More talks\n",
    )
    .expect("written");
    let found = rows(folder.path());
    assert_eq!(
        (found[0].0.as_str(), found[1].0.as_str()),
        ("2021-XX-XX", "2021-05-05")
    );
    let checked = linchpin(folder.path(), &["check", "a.csv"]);
    let err = text(&checked.stderr);
    assert!(
        err.contains("nothing tells whether 03/04 is in March or in April"),
        "{err}"
    );
    fs::write(
        folder.path().join("a.csv.mapping.toml"),
        "dates = \"month-day\"\n",
    )
    .expect("written");
    assert_eq!(rows(folder.path())[0].0, "2021-03-04");
}

#[test]
fn fields_of_json_are_mapped_as_columns_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let json = "[{\"wann\":\"2021-03-16\",\"was\":\"Gespräche in Tokio\",\"wo\":\"Tokyo\"}]";
    fs::write(folder.path().join("a.json"), json).expect("written");
    let toml = "[columns]\nwann = \"date\"\nwas = \"title\"\nwo = \"places\"\n";
    fs::write(folder.path().join("a.json.mapping.toml"), toml).expect("written");
    let (loaded, _) = load(
        &[Root::Path(folder.path().join("a.json"))],
        &LoadOptions::default(),
        &(),
    );
    assert_eq!(loaded.rows[0].title, "Gespräche in Tokio");
    assert_eq!(loaded.rows[0].places[..], ["Tokyo"]);
}

#[test]
fn columns_of_one_name_are_mapped_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = "Datum,Was,Was\n2021-03-16,Talks in Tokyo,Talks\n";
    fs::write(folder.path().join("a.csv"), table).expect("written");
    let saved = linchpin(folder.path(), &["map", "a.csv", "--save"]);
    assert_eq!(saved.status.code(), Some(0), "{}", text(&saved.stderr));
    let checked = linchpin(folder.path(), &["check", "a.csv"]);
    assert!(
        !text(&checked.stderr).contains("mapping"),
        "{}",
        text(&checked.stderr)
    );
    assert_eq!(rows(folder.path()).len(), 1);
}

#[test]
fn a_mapping_in_the_folder_of_mappings_is_for_every_table_of_its_name_without_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let mappings = folder.path().join("mappings");
    fs::create_dir(&mappings).expect("a folder");
    let named = |column: &str| format!("[columns]\nWas = \"title\"\n{column} = \"places\"\n");
    fs::write(mappings.join("a.csv.mapping.toml"), named("Ort")).expect("written");
    for own in ["one", "two"] {
        fs::create_dir(folder.path().join(own)).expect("a folder");
        fs::write(folder.path().join(own).join("a.csv"), TABLE).expect("written");
    }
    fs::write(folder.path().join("two/a.csv.mapping.toml"), named("Notiz")).expect("written");
    let places = |own: &str| {
        let options = LoadOptions {
            mappings: Some(mappings.clone()),
            ..LoadOptions::default()
        };
        let (loaded, _) = load(&[Root::Path(folder.path().join(own))], &options, &());
        let places = loaded.rows.iter().flat_map(|row| &row.places);
        places.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(places("one"), ["Seoul", "Washington"]);
    assert_eq!(
        places("two"),
        ["intern"],
        "what stands beside a table goes first"
    );
}
