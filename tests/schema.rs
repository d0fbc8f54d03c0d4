//! What is exported is what the published schema says, judged by the schema file itself.

use std::process::Command;

use serde_json::{Value, json};

/// Why a value does not fit a schema; knows the words that `assets/schema` uses.
fn misfit(value: &Value, schema: &Value, root: &Value) -> Option<String> {
    if let Some(path) = schema["$ref"].as_str() {
        let target = root
            .pointer(path.trim_start_matches('#'))
            .expect("a definition");
        return misfit(value, target, root);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let reasons: Vec<String> = choices
            .iter()
            .filter_map(|choice| misfit(value, choice, root))
            .collect();
        return (reasons.len() == choices.len()).then(|| reasons.join("; "));
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        let reasons: Vec<String> = choices
            .iter()
            .filter_map(|choice| misfit(value, choice, root))
            .collect();
        let fitting = choices.len() - reasons.len();
        return (fitting != 1)
            .then(|| format!("{fitting} of the choices fit: {}", reasons.join("; ")));
    }
    if let Some(wanted) = schema.get("const")
        && value != wanted
    {
        return Some(format!("{value} is not {wanted}"));
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let types = match &schema["type"] {
        Value::Null => Vec::new(),
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if !types.is_empty() && !types.contains(&kind) {
        return Some(format!("a {kind} and not {types:?}"));
    }
    let least = schema["minLength"].as_u64().unwrap_or(0);
    if value
        .as_str()
        .is_some_and(|text| (text.chars().count() as u64) < least)
    {
        return Some("too short".to_owned());
    }
    for name in schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if value.get(name).is_none() {
            return Some(format!("{name} is missing"));
        }
    }
    let fields = schema["properties"].as_object().into_iter().flatten();
    let wrong = fields.filter_map(|(name, schema)| {
        let why = misfit(value.get(name)?, schema, root)?;
        Some(format!("{name}: {why}"))
    });
    let items = value.as_array().filter(|_| schema.get("items").is_some());
    let wrong_items = items
        .into_iter()
        .flatten()
        .filter_map(|item| misfit(item, &schema["items"], root));
    wrong.chain(wrong_items).next()
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../assets/schema/events.v1.json")).expect("JSON")
}

fn printed(arguments: &[&str]) -> String {
    let home = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_linchpin"))
        .args(arguments)
        .env("HOME", home.path())
        .output()
        .expect("it runs");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn exports_and_answers_fit_the_published_schema() {
    let schema = schema();
    let export: Value = serde_json::from_str(&printed(&[
        "export",
        "--format",
        "json",
        "--",
        "camp david",
    ]))
    .expect("JSON");
    assert_eq!(misfit(&export, &schema, &schema), None);
    let answer: Value =
        serde_json::from_str(&printed(&["search", "--json", "2021..2023"])).expect("JSON");
    assert_eq!(misfit(&answer, &schema, &schema), None);
    let event = &schema["$defs"]["event"];
    let lines = printed(&["export", "--format", "jsonl", "--", "seoul"]);
    assert!(lines.lines().count() > 50);
    for line in lines.lines() {
        let value: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(misfit(&value, event, &schema), None, "{line}");
    }
}

#[test]
fn what_is_wrong_does_not_fit() {
    let schema = schema();
    for wrong in [
        json!([{"date": "2021"}]),
        json!([{"title": 3}]),
        json!({"schema": 2, "events": []}),
        json!([{"title": "x", "participants": [{}]}]),
    ] {
        assert!(misfit(&wrong, &schema, &schema).is_some(), "{wrong}");
    }
}
