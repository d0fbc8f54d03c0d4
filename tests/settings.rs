//! What the user chose: where each value came from, what is wrong, saved searches, and the report
//! that holds nothing private.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = tempfile::Builder::new().prefix("jane-doe").tempdir();
        Self(home.expect("a folder"))
    }

    fn write(&self, path: &str, text: &str) -> &Self {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    fn run(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_linchpin"));
        command
            .args(arguments)
            .env_clear()
            .env("HOME", self.0.path());
        command.stdin(std::process::Stdio::null());
        command.envs(environment.iter().copied());
        command.output().expect("it runs")
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const CONFIG: &str = ".config/linchpin/config.toml";

#[test]
fn each_value_is_told_with_where_it_came_from() {
    let home = Home::new();
    home.write(
        CONFIG,
        "mouse = false\n\n[searches]\nsummits = \"kind:summit \\\"camp david\\\"\"\n",
    );
    let output = home.run(
        &["config", "--theme", "light"],
        &[("LINCHPIN_HYPERLINKS", "false")],
    );
    let told = text(&output.stdout);
    for line in [
        "= \"light\"",
        "# flag: --theme",
        "# environment: LINCHPIN_HYPERLINKS",
        "config.toml:1",
        "theme            = \"light\"",
        "searches.summits = \"kind:summit \\\"camp david\\\"\"",
        "config.toml:4",
        "# default",
        "keymap.toml: not there",
    ] {
        assert!(told.contains(line), "{line} in\n{told}");
    }
    assert_eq!(output.status.code(), Some(0));
    let output = home.run(&["config", "--json"], &[("NO_COLOR", "1")]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["settings"][0]["value"], "\"mono\"");
    assert_eq!(json["settings"][0]["variable"], "NO_COLOR");
    assert_eq!(json["settings"][3]["line"], 1);
}

#[test]
fn what_is_wrong_is_told_with_line_and_column_and_the_exit_code() {
    let home = Home::new();
    home.write(CONFIG, "theme = \"lihgt\"\nmuose = true\n");
    let output = home.run(&["config"], &[("LINCHPIN_BACKGROUND", "grey")]);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.contains("config.toml:2:1: there is no setting “muose”; did you mean “mouse”?"));
    assert!(told.contains("config.toml:1: no theme is called “lihgt”; did you mean “light”?"));
    assert!(told.contains("LINCHPIN_BACKGROUND is neither auto nor dark nor light"));
}

#[test]
fn the_roles_of_a_theme_are_listed() {
    let told = text(&Home::new().run(&["config", "--roles"], &[]).stdout);
    assert!(told.contains("accent           like strong"), "{told}");
}

#[test]
fn a_saved_search_is_found_by_name_and_narrowed_by_words() {
    let home = Home::new();
    home.write(CONFIG, "[searches]\ncamp = \"camp david\"\n");
    let all = home.run(&["count", "--saved", "camp"], &[]);
    assert_eq!(all.status.code(), Some(0));
    let same = home.run(&["count", "camp", "david"], &[]);
    assert_eq!(text(&all.stdout), text(&same.stdout));
    let narrower = home.run(&["search", "--saved", "camp", "2023-08"], &[]);
    let lines = text(&narrower.stdout).lines().count();
    assert!((1..8).contains(&lines), "{lines}");
    let unknown = home.run(&["search", "--saved", "cmap"], &[]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(text(&unknown.stderr).contains("did you mean “camp”?"));
}

fn private(home: &Home) -> [String; 4] {
    [
        home.0.path().to_str().expect("UTF-8").to_owned(),
        "jane-doe".to_owned(),
        "Secret Talks".to_owned(),
        "weekly-with-joe".to_owned(),
    ]
}

#[test]
fn a_report_holds_nothing_private() {
    let home = Home::new();
    home.write(
        CONFIG,
        "theme = \"weekly-with-joe\"\n[searches]\nweekly-with-joe = \"Secret Talks\"\nx = 1\n",
    );
    home.write(".config/linchpin/themes/other.toml", "");
    home.write(
        ".local/share/linchpin/library/secret-talks.md",
        "# Secret Talks\n",
    );
    home.write(
        ".local/share/linchpin/notes.jsonl",
        "{\"schema\":1,\"act\":\"note\",\"event\":\"e\",\"text\":\"Secret Talks\"}\n{\"schema\":1,\"Secret Talks\n",
    );
    let full = home.run(
        &["doctor"],
        &[("LOGNAME", "jane-doe"), ("USER", "jane-doe")],
    );
    assert_eq!(full.status.code(), Some(2));
    assert!(
        text(&full.stdout).contains("jane-doe"),
        "the full one tells paths"
    );
    for arguments in [
        &["doctor", "--report"][..],
        &["doctor", "--report", "--json"],
    ] {
        let output = home.run(
            arguments,
            &[("USER", "jane-doe"), ("TERM", "xterm-256color")],
        );
        let told = text(&output.stdout) + &text(&output.stderr);
        for secret in private(&home) {
            assert!(!told.contains(&secret), "“{secret}” in\n{told}");
        }
        assert!(
            told.contains("xterm-256color") && told.contains("a line of the notes"),
            "{told}"
        );
        assert!(
            told.contains("a file of settings, line 4, column 5"),
            "{told}"
        );
    }
}

#[test]
fn a_healthy_home_has_no_problem() {
    let home = Home::new();
    let output = home.run(&["doctor"], &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    let told = text(&output.stdout);
    assert!(told.contains("none") && told.contains("version"), "{told}");
    assert!(Path::new(env!("CARGO_BIN_EXE_linchpin")).exists());
}

#[test]
fn check_judges_each_file_of_settings_by_its_own_reader() {
    let home = Home::new();
    home.write("a/config.toml", "theme = \"dark\"\nthmee = 1\n");
    home.write("a/drak.toml", "theme = \"drak\"\nmouse = true\n");
    home.write("a/own.toml", "theme = \"sepia\"\nmouse = true\n");
    home.write("a/themes/sepia.toml", "accent = { fg = \"cyan\" }\n");
    home.write("a/keymap.toml", "[timeline]\ntoday = [\"hyper-x\"]\n");
    home.write("a/mine.toml", "accent = { fg = \"cyna\" }\n");
    home.write("a/broken.toml", "theme = \"dark\nx\n");
    let path = |name: &str| {
        home.0
            .path()
            .join("a")
            .join(name)
            .to_str()
            .expect("UTF-8")
            .to_owned()
    };
    for (name, says, code) in [
        (
            "config.toml",
            "config.toml:2:1: there is no setting “thmee”; did you mean “theme”?",
            0,
        ),
        (
            "drak.toml",
            "drak.toml:1:1: no theme is called “drak”; did you mean “dark”?",
            0,
        ),
        ("own.toml", "", 0),
        (
            "keymap.toml",
            "keymap.toml:2:10: there is no key “hyper-x”",
            0,
        ),
        (
            "mine.toml",
            "mine.toml:1:17: there is no colour “cyna”; did you mean “cyan”?",
            0,
        ),
        ("broken.toml", "broken.toml:2:", 1),
    ] {
        let output = home.run(&["check", &path(name)], &[]);
        let told = text(&output.stderr);
        assert!(told.contains(says), "{says} in\n{told}");
        assert_eq!(says.is_empty(), told.is_empty(), "{name}: {told}");
        assert_eq!(output.status.code(), Some(code), "{name}");
    }
    let json = home.run(&["check", "--json", &path("config.toml")], &[]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["settings"][0]["faults"][0]["line"], 2);
    for json in [&[][..], &["--json"]] {
        let both = [path("config.toml"), path("broken.toml")];
        let arguments = [&["check", &both[0], &both[1]], json].concat();
        assert_eq!(home.run(&arguments, &[]).status.code(), Some(0));
    }
}

#[test]
fn the_library_is_opened_by_every_command_that_asks_but_for_only() {
    let home = Home::new();
    home.write("a.csv", "date,title\n1999-05-05,Zorblax conference\n");
    let path = home.0.path().join("a.csv");
    let path = path.to_str().expect("UTF-8");
    let code = |arguments: &[&str]| home.run(arguments, &[]).status.code();
    assert_eq!(code(&["search", "zorblax"]), Some(1));
    assert_eq!(code(&["add", path]), Some(0));
    for command in ["search", "last", "first", "count"] {
        assert_eq!(code(&[command, "zorblax"]), Some(0), "{command}");
    }
    let found = home.run(&["export", "--format", "json", "zorblax"], &[]);
    let json: serde_json::Value = serde_json::from_slice(&found.stdout).expect("JSON");
    let id = json["events"][0]["id"].as_str().expect("an id");
    assert_eq!(code(&["show", id]), Some(0));
    assert_eq!(code(&["search", "--only", "zorblax"]), Some(1));
}

#[test]
fn review_names_documents_as_extract_does() {
    let home = Home::new();
    let mail = |day: u8| {
        format!(
            "From x Thu Mar {day:2} 10:00:00 2024\nFrom: a@example.org\nSubject: Talks {day}\n\
             Date: Tue, {day} Mar 2024 10:00:00 +0000\n\n\
             Secretary Blinken met Foreign Minister Cho Tae-yul in Seoul on March {day}, 2024.\n\n"
        )
    };
    home.write("news.mbox", &format!("{}{}", mail(5), mail(12)));
    let path = home.0.path().join("news.mbox");
    let path = path.to_str().expect("UTF-8");
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_slice(&home.run(arguments, &[]).stdout).expect("JSON")
    };
    let extracted = json(&["extract", "--json", path]);
    let named = |at: usize| {
        extracted["docs"][at]["doc"]
            .as_str()
            .expect("a name")
            .to_owned()
    };
    assert_ne!(named(0), named(1));
    let found = json(&["search", "--json", "--only", path, "--", "2024-03-12"]);
    let id = found["events"][0]["id"].as_str().expect("an event");
    let log = home.0.path().join(".local/share/linchpin/notes.jsonl");
    let act = linchpin::notes::Act::Accept {
        event: id.to_owned(),
    };
    linchpin::notes::Log::at(log).append(&act).expect("a save");
    let reviewed = json(&["review", "--json", path]);
    assert_eq!(reviewed["docs"][0]["doc"]["id"], *named(1));
}

#[cfg(unix)]
#[test]
fn a_file_over_the_limit_of_the_system_is_an_error_and_not_a_death() {
    let home = Home::new();
    let out = home.0.path().join("out.json");
    let script = "ulimit -f 1; exec \"$0\" export --format json --out \"$1\" 2021";
    let output = Command::new("sh")
        .args([
            "-c",
            script,
            env!("CARGO_BIN_EXE_linchpin"),
            out.to_str().expect("UTF-8"),
        ])
        .env("HOME", home.0.path())
        // A build that measures what is run writes that down when it ends, which the limit holds for too.
        .env("LLVM_PROFILE_FILE", "/dev/null")
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(
        text(&output.stderr).contains("out.json"),
        "{}",
        text(&output.stderr)
    );
}
