//! Records that rows before have planned or changed, packed: there are as many as the file has rows, and few are asked for again.

use std::collections::BTreeMap;
use std::ops::Range;

use foldhash::HashMap;
use serde_json::Value as Json;

use crate::register::{Record, Register, Value};

/// A record: the number of its register, and its row.
type Place = (u8, i64);

#[derive(Default)]
pub(super) struct Kept {
    texts: String,
    /// The fields met, which are few.
    keys: Vec<&'static str>,
    /// What is kept, by the place of its field.
    values: Vec<(u16, Packed)>,
    places: HashMap<Place, Range<usize>>,
    own: HashMap<Place, BTreeMap<String, Json>>,
}

enum Packed {
    /// Where it begins in the common text, and how long it is.
    Text(u32, u32),
    Other(Box<Value>),
}

impl Kept {
    /// Keeps what is said of a record, over what was said of it before.
    pub fn add(&mut self, register: &Register, id: i64, record: &Record) {
        let place = (register.number, id);
        if !record.custom.is_empty() {
            self.own
                .entry(place)
                .or_default()
                .extend(record.custom.clone());
        }
        if record.values.is_empty() {
            return;
        }
        let start = self.values.len();
        if self.places.contains_key(&place) {
            let mut all = Record::new();
            self.lay_over(register, id, &mut all);
            all.values.extend(record.values.clone());
            self.pack(&all);
        } else {
            self.pack(record);
        }
        self.places.insert(place, start..self.values.len());
    }

    fn pack(&mut self, record: &Record) {
        for (key, value) in &record.values {
            let known = self.keys.iter().position(|known| known == key);
            let place = known.unwrap_or_else(|| {
                self.keys.push(key);
                self.keys.len() - 1
            });
            let packed = self.packed(value);
            self.values.push((place as u16, packed));
        }
    }

    fn packed(&mut self, value: &Value) -> Packed {
        if let Value::Text(text) = value
            && let (Ok(start), Ok(length)) = (self.texts.len().try_into(), text.len().try_into())
        {
            self.texts.push_str(text);
            return Packed::Text(start, length);
        }
        Packed::Other(Box::new(value.clone()))
    }

    /// Puts what was said of a record over it.
    pub fn lay_over(&self, register: &Register, id: i64, record: &mut Record) {
        let place = (register.number, id);
        let span = self.places.get(&place).cloned().unwrap_or_default();
        for (key, packed) in self.values.get(span).unwrap_or_default() {
            let value = match packed {
                Packed::Text(start, length) => {
                    let start = *start as usize;
                    Value::Text(self.texts[start..start + *length as usize].to_owned())
                }
                Packed::Other(value) => (**value).clone(),
            };
            record.values.insert(self.keys[usize::from(*key)], value);
        }
        if let Some(own) = self.own.get(&place) {
            record.custom.extend(own.clone());
        }
    }
}
