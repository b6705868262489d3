//! What a record is called: the names a link in a file may use.

use unicode_normalization::UnicodeNormalization;

use crate::register::{Field, Kind, Record, Register, Value};
use crate::{Error, Result};

/// The form in which names are compared: compatible characters folded, lower case, single spaces. Signs count: C++ is not C.
pub fn comparable(text: &str) -> String {
    if text.is_ascii() {
        let mut spaced = with_single_spaces(text);
        spaced.make_ascii_lowercase();
        return spaced;
    }
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    with_single_spaces(&folded)
}

fn with_single_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// Fields any of which names a record alone.
pub(super) fn name_fields(register: &'static Register) -> impl Iterator<Item = &'static Field> {
    register.fields().filter(move |field| {
        let key = register.keys.iter().any(|set| set[0].key == field.key);
        let title = register
            .title
            .first()
            .is_some_and(|first| first.key == field.key);
        let readable = matches!(
            field.kind,
            Kind::Text | Kind::Pair | Kind::Code(_) | Kind::Identifier(_)
        );
        readable && (key || title) || matches!(field.key, "aliases" | "name_zh")
    })
}

/// The names of a record: its keys and its title, in either language.
pub(super) fn names_of(register: &'static Register, record: &Record) -> Vec<String> {
    let mut names = Vec::new();
    for field in name_fields(register).filter(|field| field.kind != Kind::Note) {
        match record.value(field.key) {
            Value::Text(text) => names.push(comparable(text)),
            Value::Pair(pair) => names.extend(
                [&pair.zh, &pair.en]
                    .into_iter()
                    .flatten()
                    .map(|half| comparable(half)),
            ),
            _ => {}
        }
    }
    distinct(names)
}

/// Whether a record goes by a name.
pub fn is_called(register: &'static Register, record: &Record, text: &str) -> bool {
    names_of(register, record).contains(&comparable(text))
}

/// What a record is called in full: the texts of its title in a row, in each language it has.
pub(super) fn titled(register: &'static Register, record: &Record) -> Vec<String> {
    let halves = [true, false].map(|zh| {
        let parts: Vec<&str> = register
            .title
            .iter()
            .filter_map(|field| half(record.value(field.key), zh))
            .collect();
        parts.join(" ")
    });
    let mut titles: Vec<String> = halves
        .into_iter()
        .filter(|title| !title.is_empty())
        .collect();
    titles.dedup();
    titles
}

/// Names that give way to names: the whole title, in a row and as it is shown, and other names noted one a line.
pub(super) fn noted_of(register: &'static Register, record: &Record) -> Vec<String> {
    let mut names = Vec::new();
    for field in name_fields(register).filter(|field| field.kind == Kind::Note) {
        if let Value::Text(text) = record.value(field.key) {
            names.extend(text.lines().map(comparable));
        }
    }
    // one text alone is a name itself
    let several = register.title.len() > 1;
    if several {
        let shown = crate::ledger::of_texts(register, record);
        let whole = titled(register, record).into_iter();
        let whole = whole.chain(shown.zh).chain(shown.en);
        names.extend(whole.map(|title| comparable(&title)));
    }
    distinct(names)
}

fn distinct(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names.dedup();
    names.retain(|name| !name.is_empty());
    names
}

fn half(value: &Value, zh: bool) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::Pair(pair) => Some(if zh { pair.zh_or_en() } else { pair.en_or_zh() }),
        _ => None,
    }
}

/// The one field a record of a register can be made from when only its name is known.
pub fn name_to_create(register: &'static Register) -> Result<&'static Field> {
    let refused = || Error::new("link_unknown").with("register", register.key);
    let name = register.title.first().ok_or_else(refused)?;
    let only = register
        .fields()
        .all(|field| !field.required || field.key == name.key);
    let readable = matches!(name.kind, Kind::Text | Kind::Pair);
    if only && readable {
        register.field(name.key).ok_or_else(refused)
    } else {
        Err(refused())
    }
}
