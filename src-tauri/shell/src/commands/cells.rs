//! Rows as tab-separated text for the clipboard: what the list shows, in one language.

use sealbook_core::ledger::Row;
use sealbook_core::register::{Kind, Register};
use sealbook_core::vault::preference::CustomField;
use sealbook_core::words::{Language, Words};
use serde_json::Value as Json;

/// The labels of the columns.
pub fn header(words: Words, register: &Register, fields: &[String], own: &[CustomField]) -> String {
    let label = |key: &String| match key.strip_prefix("custom.") {
        Some(own_key) => own
            .iter()
            .find(|field| field.register == register.key && field.key == own_key)
            .map_or_else(
                || own_key.to_owned(),
                |field| own_label(words.language(), field),
            ),
        None => words.field(register.key, key),
    };
    joined(fields.iter().map(label))
}

fn own_label(language: Language, field: &CustomField) -> String {
    match language {
        Language::En => field.en.clone(),
        Language::Zh => field.zh.clone(),
        Language::It => field.it.clone(),
    }
}

/// One row.
pub fn line(words: Words, register: &Register, fields: &[String], row: &Row) -> String {
    joined(fields.iter().map(|key| {
        let value = row.values.get(key).unwrap_or(&Json::Null);
        let kind = register.any_field(key).map(|field| field.kind);
        cell(words, register, key, kind, value)
    }))
}

fn cell(words: Words, register: &Register, key: &str, kind: Option<Kind>, value: &Json) -> String {
    let choice = |value: &Json| {
        value
            .as_str()
            .map(|chosen| words.choice(register.key, key, chosen))
            .unwrap_or_default()
    };
    let list = |show: &dyn Fn(&Json) -> String| {
        let parts: Vec<String> = value.as_array().into_iter().flatten().map(show).collect();
        parts.join(", ")
    };
    match (kind, value) {
        (_, Json::Null) => String::new(),
        (Some(Kind::Pair), pair) => half(words, pair),
        (Some(Kind::Choice(_)), chosen) => choice(chosen),
        (Some(Kind::Choices(_)), _) => list(&choice),
        (Some(Kind::Link(_)), link) => half(words, &link["title"]),
        (Some(Kind::Links(_) | Kind::AnyLinks), _) => list(&|link| half(words, &link["title"])),
        (Some(Kind::Files), _) => {
            list(&|file| file["name"].as_str().unwrap_or_default().to_owned())
        }
        // a number Excel adds up: the currency stands behind only where she reads it
        (Some(Kind::Money), money) => {
            let part = |name: &str| money[name].as_str().unwrap_or_default().to_owned();
            format!("{} {}", part("amount"), part("currency"))
        }
        (_, Json::Bool(flag)) => words.text(if *flag { "list-yes" } else { "list-no" }),
        (Some(Kind::Secret), _) => String::new(),
        (Some(Kind::Integer | Kind::Decimal), Json::String(number)) => number.clone(),
        (_, Json::String(text)) => guarded(text),
        (_, other) => other.to_string(),
    }
}

/// The half of a title a reader of the language wants.
fn half(words: Words, pair: &Json) -> String {
    let part = |name: &str| pair[name].as_str();
    let (zh, en) = (part("zh"), part("en"));
    let half = if words.language() == Language::Zh {
        zh.or(en)
    } else {
        en.or(zh)
    };
    guarded(half.unwrap_or_default())
}

/// Text that Excel would take for a formula is marked as text.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn joined(cells: impl Iterator<Item = String>) -> String {
    let one_line = |cell: String| cell.replace(['\t', '\n', '\r'], " ");
    let cells: Vec<String> = cells.map(one_line).collect();
    cells.join("\t") + "\n"
}
