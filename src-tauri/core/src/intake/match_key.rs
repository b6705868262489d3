//! Match keys at work: the fields compared, and the records found by them.

use std::borrow::Cow;

use foldhash::{HashSet, HashSetExt};

use super::called::comparable;
use super::index::Index;
use super::keys::{Filled, Keys, said};
use super::recipe::Recipe;
use crate::register::{Field, Kind, Record, Value};

/// One way to find records of a part: the fields of a key that the file fills.
pub(super) struct Key {
    pub part: usize,
    pub fields: Vec<&'static Field>,
    /// Fields of the key that the file does not fill.
    rest: Vec<&'static Field>,
    /// A code or an identifier by itself, or what the officer chose: when filled, it decides.
    decides: bool,
    /// Chosen by the officer: what is empty counts as such.
    chosen: bool,
    ids: Index,
    /// Where it decides: the records that have the field filled.
    held: HashSet<i64>,
}

impl Key {
    /// Takes note of a record.
    pub fn learn(&mut self, id: i64, record: &Record) {
        for text in key_texts(self, record) {
            self.ids.add(&text, id);
            if self.decides {
                self.held.insert(id);
            }
        }
    }

    /// The records that share the key with this one.
    fn with(&self, record: &Record) -> Cow<'_, [i64]> {
        let mut ids: Cow<'_, [i64]> = Cow::default();
        for text in key_texts(self, record) {
            match self.ids.get(&text) {
                Some(found) if ids.is_empty() => ids = Cow::Borrowed(found),
                // the other half of a pair may name another record
                Some(found) => {
                    let known = |id: &&i64| !ids.contains(id);
                    let new: Vec<i64> = found.iter().filter(known).copied().collect();
                    if !new.is_empty() {
                        ids.to_mut().extend(new);
                    }
                }
                None => {}
            }
        }
        ids
    }

    fn hits<'k>(&'k self, ids: Cow<'k, [i64]>) -> Hits<'k> {
        Hits {
            ids,
            by: self.fields.first().copied(),
            rest: &self.rest,
        }
    }
}

/// What a key found.
#[derive(Default)]
pub(super) struct Hits<'k> {
    /// Records.
    pub ids: Cow<'k, [i64]>,
    /// The first field compared.
    pub by: Option<&'static Field>,
    /// Fields of the key that were not compared, for want of a column.
    pub rest: &'k [&'static Field],
}

/// The records of a part that share the first key the row fills. Where a code or an identifier is not found, one that has
/// none may still be known by the next key.
pub(super) fn find<'k>(keys: &'k [Key], part: usize, record: &Record) -> Hits<'k> {
    let mut decided: Vec<&Key> = Vec::new();
    for key in keys.iter().filter(|key| key.part == part) {
        let mut ids = key.with(record);
        if !decided.is_empty() {
            let held = |id: &i64| decided.iter().any(|key| key.held.contains(id));
            ids = Cow::Owned(ids.iter().filter(|id| !held(id)).copied().collect());
            if ids.len() > 1 {
                continue;
            }
        }
        if !ids.is_empty() {
            return key.hits(ids);
        }
        if key.decides && !record.value(key.fields[0].key).is_empty() {
            decided.push(key);
        }
    }
    decided
        .first()
        .map_or_else(Hits::default, |key| key.hits(Cow::default()))
}

/// Whether a record of the part has the code of this one.
pub(super) fn has_code(keys: &[Key], part: usize, record: &Record) -> bool {
    let coded = |key: &&Key| key.part == part && matches!(key.fields[0].kind, Kind::Code(_));
    keys.iter()
        .filter(coded)
        .any(|key| !key.with(record).is_empty())
}

/// The keys of a recipe that a file fills, or those chosen.
pub(super) fn keys_of(recipe: &Recipe, filled: &Filled, chosen: &Keys) -> Vec<Key> {
    let mut keys = Vec::new();
    for (part, described) in recipe.parts.iter().enumerate() {
        if let Some(chosen) = chosen.get(part).filter(|chosen| !chosen.is_empty()) {
            keys.push(Key {
                part,
                fields: chosen.clone(),
                rest: Vec::new(),
                decides: true,
                chosen: true,
                ids: Index::default(),
                held: HashSet::new(),
            });
            continue;
        }
        for set in &described.keys {
            let (fields, rest): (Vec<&'static Field>, Vec<_>) = set
                .iter()
                .partition(|field| said(part, described, field, filled));
            // a key without its first field says nothing
            if fields.first().map(|field| field.key) != set.first().map(|field| field.key)
                || fields.is_empty()
            {
                continue;
            }
            let decides = set.len() == 1
                && matches!(
                    fields[0].kind,
                    Kind::Code(_) | Kind::Identifier(_) | Kind::Text
                );
            keys.push(Key {
                part,
                fields,
                rest,
                decides,
                chosen: false,
                ids: Index::default(),
                held: HashSet::new(),
            });
        }
    }
    keys
}

/// The texts of a key: one for each half of a pair. None when the first field is empty, or all of those chosen.
fn key_texts(key: &Key, record: &Record) -> Vec<String> {
    // nearly every key is one text
    if let [only] = key.fields[..]
        && let Value::Text(text) = record.value(only.key)
    {
        return match text.is_empty() {
            true => Vec::new(),
            false => vec![comparable(text)],
        };
    }
    let empty = |field: &&'static Field| record.value(field.key).is_empty();
    if key.fields.iter().all(empty) {
        return Vec::new();
    }
    let mut texts = vec![String::new()];
    for (place, field) in key.fields.iter().enumerate() {
        let halves: Vec<String> = match record.value(field.key) {
            Value::Null if place == 0 && !key.chosen => return Vec::new(),
            Value::Null => vec![String::new()],
            Value::Text(text) => vec![comparable(text)],
            Value::Pair(pair) => [&pair.zh, &pair.en]
                .into_iter()
                .flatten()
                .map(|half| comparable(half))
                .collect(),
            Value::Link(id) | Value::Integer(id) | Value::Decimal(id) => vec![id.to_string()],
            Value::Date(date) => vec![date.to_string()],
            Value::Money(money) => vec![format!("{} {}", money.amount, money.currency)],
            Value::Flag(flag) => vec![flag.to_string()],
            Value::Moment(moment) => vec![moment.to_string()],
            Value::Choices(keys) => vec![keys.join(" ")],
            Value::Links(_) | Value::AnyLinks(_) | Value::Files(_) => vec![String::new()],
        };
        texts = texts
            .iter()
            .flat_map(|text| halves.iter().map(move |half| format!("{text}{half}\u{1f}")))
            .collect();
    }
    texts.sort();
    texts.dedup();
    texts
}
