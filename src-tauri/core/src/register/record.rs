//! A record or a part of one: values by field key. Absent keys are not touched by a change.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::field::{Column, Stored};
use super::value::Value;

/// Values of one record. On reading it holds every field; on writing only what is to change.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// By field key.
    pub values: BTreeMap<&'static str, Value>,
    /// The officer's own fields, as plain JSON by their keys.
    pub custom: BTreeMap<String, Json>,
}

impl Record {
    /// An empty record.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many fields it says something of.
    pub fn len(&self) -> usize {
        self.values.len() + self.custom.len()
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.custom.is_empty()
    }

    /// The typed value of a column.
    pub fn get<T: Stored>(&self, column: Column<T>) -> Option<T> {
        self.values.get(column.field.key).and_then(T::read)
    }

    /// Sets a column; chains.
    pub fn with<T: Stored>(mut self, column: Column<T>, value: T) -> Self {
        self.set(column, value);
        self
    }

    /// Sets a column.
    pub fn set<T: Stored>(&mut self, column: Column<T>, value: T) {
        self.values.insert(column.field.key, value.store());
    }

    /// The value of a field by key, [`Value::Null`] when absent.
    pub fn value(&self, key: &str) -> &Value {
        self.values.get(key).unwrap_or(&Value::Null)
    }
}
