//! Kinds of software nobody buys by itself, known by words in their names.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::intake::comparable;
use crate::register::ignored_name;

#[derive(Deserialize)]
struct Data {
    kind: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    class: String,
    /// Texts with `*` for anything, as names are compared.
    names: Vec<String>,
}

fn known() -> &'static [(&'static str, Vec<String>)] {
    static KNOWN: OnceLock<Vec<(&'static str, Vec<String>)>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let data: Option<Data> = toml::from_str(include_str!("kinds.toml")).ok();
        let kinds = data.map(|data| data.kind).unwrap_or_default();
        let class = |name: &str| {
            ignored_name::CLASSES
                .iter()
                .find(|class| **class == name)
                .copied()
        };
        kinds
            .into_iter()
            .filter_map(|kind| Some((class(&kind.class)?, kind.names)))
            .collect()
    })
}

/// The kind of a name, if it is of one.
pub(super) fn of(name: &str) -> Option<&'static str> {
    let name = comparable(name);
    let fits = |pattern: &String| fits(pattern, &name);
    let mut kinds = known().iter();
    kinds
        .find(|(_, patterns)| patterns.iter().any(fits))
        .map(|(class, _)| *class)
}

/// Whether a name is of the form of a pattern.
fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else {
        return false;
    };
    let mut ends = true;
    for part in parts {
        ends = part.is_empty();
        match rest.find(part) {
            // the last part ends the name
            Some(_) if !ends && pattern.ends_with(part) => match rest.strip_suffix(part) {
                Some(_) => return true,
                None => return false,
            },
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    ends && (pattern.ends_with('*') || rest.is_empty())
}

#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    known().iter().map(|(class, _)| *class)
}
