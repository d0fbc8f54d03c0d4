//! What is built into the program: no network, one terminal library, few crates, no unsafe code.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

fn project(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Name, version and direct dependencies of every package in `Cargo.lock`.
fn packages() -> Vec<(String, String, Vec<String>)> {
    let lock: toml::Table = project("Cargo.lock").parse().expect("TOML");
    let text = |value: &toml::Value| value.as_str().unwrap_or_default().to_owned();
    let packages = lock["package"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let needs = package.get("dependencies").and_then(toml::Value::as_array);
            let needs = needs.into_iter().flatten().map(text);
            let bare = needs.map(|need| need.split(' ').next().unwrap_or_default().to_owned());
            (
                text(&package["name"]),
                text(&package["version"]),
                bare.collect(),
            )
        })
        .collect()
}

#[test]
fn no_crate_can_speak_to_the_network() {
    // Clients, servers, TLS and resolvers; a crate that needs one of them brings it into the lock.
    const NETWORK: &[&str] = &[
        "async-std",
        "attohttpc",
        "curl",
        "curl-sys",
        "h2",
        "hickory-resolver",
        "http-body",
        "hyper",
        "isahc",
        "mio-named-pipes",
        "minreq",
        "native-tls",
        "openssl",
        "openssl-sys",
        "quinn",
        "reqwest",
        "rustls",
        "smol",
        "socket2",
        "ssh2",
        "surf",
        "tiny_http",
        "tokio",
        "trust-dns-resolver",
        "tungstenite",
        "ureq",
        "webpki",
        "websocket",
    ];
    let found: Vec<String> = packages()
        .into_iter()
        .map(|(name, _, _)| name)
        .filter(|name| NETWORK.contains(&name.as_str()))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn every_crate_may_be_given_away_under_a_licence_that_is_allowed() {
    let rules: toml::Table = project("deny.toml").parse().expect("TOML");
    let allowed = rules["licenses"]["allow"].as_array().expect("a list");
    let allowed: Vec<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    // Each part joined by AND must hold; of one joined by OR, or by the slash of old, any.
    let may = |licence: &str| {
        licence.replace('/', " OR ").split(" AND ").all(|part| {
            let mut choices = part.trim_matches(['(', ')']).split(" OR ");
            choices.any(|choice| allowed.contains(&choice.trim()))
        })
    };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "tree",
            "--locked",
            "--offline",
            "--prefix",
            "none",
            "--format",
            "{p}|{l}",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output();
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        println!("skipped: cargo cannot be run, or the crates are not all on this machine");
        return;
    };
    let tree = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(tree.lines().count() > 50, "{tree}");
    for line in tree.lines() {
        let (package, licence) = line.split_once('|').expect("a package and its licence");
        let licence = licence.trim_end_matches(" (*)");
        assert!(may(licence), "{package}: {licence:?}");
    }
}

#[test]
fn there_is_one_of_each_library_that_holds_the_state_of_the_terminal() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, version, _) in packages() {
        versions.entry(name).or_default().push(version);
    }
    for name in [
        "crossterm",
        "ratatui",
        "ratatui-core",
        "unicode-width",
        "signal-hook",
    ] {
        assert_eq!(
            versions.get(name).map_or(0, Vec::len),
            1,
            "{name}: {:?}",
            versions.get(name)
        );
    }
}

#[test]
fn every_crate_comes_from_the_registry_and_is_pinned() {
    let lock: toml::Table = project("Cargo.lock").parse().expect("TOML");
    for package in lock["package"].as_array().expect("packages") {
        let own = package["name"].as_str() == Some("linchpin");
        let source = package
            .get("source")
            .and_then(toml::Value::as_str)
            .unwrap_or_default();
        assert!(own || source.starts_with("registry+"), "{package}");
        assert!(own || package.get("checksum").is_some(), "{package}");
    }
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest: toml::Table = project("Cargo.toml").parse().expect("TOML");
    assert_eq!(
        manifest["lints"]["rust"]["unsafe_code"].as_str(),
        Some("forbid")
    );
}

#[test]
fn the_build_script_reads_nothing_but_the_data_of_the_project() {
    let script = project("build.rs");
    for word in ["Command", "TcpStream", "UdpSocket", "http:", "https:"] {
        assert!(!script.contains(word), "build.rs names {word}");
    }
}

/// The text of every source file below a folder.
fn sources(folder: &Path, all: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.push_str(&fs::read_to_string(&path).expect("a source file"));
        }
    }
}

#[test]
fn every_test_that_is_promised_exists() {
    let mut all = String::new();
    for folder in ["src", "tests"] {
        sources(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &mut all,
        );
    }
    let text = project("SECURITY.md");
    let named: Vec<&str> = text
        .split('`')
        .filter(|word| word.contains("::") && !word.contains(' '))
        .collect();
    assert!(named.len() > 20, "{named:?}");
    for name in named {
        let test = name.rsplit("::").next().unwrap_or_default();
        assert!(
            all.contains(&format!("fn {test}(")),
            "{name} does not exist"
        );
    }
}
