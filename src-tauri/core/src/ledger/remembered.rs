//! What records were called that no longer stand: read from the log, where a deletion keeps the whole record.

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::title::{Parts, Ref, Titles};
use crate::register::{Field, Kind, Pair, Register, register};
use crate::vault::row_of;
use crate::{Error, Result};

/// Links of a title are followed this deep.
const DEEPEST: usize = 4;

/// Titles of records by their UUIDs, whether they stand or not.
pub(super) struct Remembered<'a> {
    pub connection: &'a Connection,
    pub titles: &'a mut Titles,
}

impl Remembered<'_> {
    /// What a record is, or was last, called.
    pub fn title(&mut self, register: &'static Register, uuid: &Uuid) -> Result<Pair> {
        Ok(self.reference(register, uuid, 0)?.title)
    }

    /// A link or list of links of which a record is gone, as chips. A record that is gone has the row 0.
    pub fn links(&mut self, field: &Field, json: &Json) -> Result<Json> {
        let mut chip = |key: &str, uuid: &Json| -> Result<Json> {
            let uuid = uuid.as_str().and_then(|text| Uuid::parse_str(text).ok());
            let uuid = uuid.ok_or_else(|| Error::new("vault_damaged").with("detail", json))?;
            Ok(json!(self.reference(register(key)?, &uuid, 0)?))
        };
        match (field.kind, json) {
            (Kind::Link(target), uuid) => chip(target, uuid),
            (Kind::Links(target), Json::Array(list)) => {
                list.iter().map(|uuid| chip(target, uuid)).collect()
            }
            (Kind::AnyLinks, Json::Array(list)) => list
                .iter()
                .map(|link| chip(link[0].as_str().unwrap_or_default(), &link[1]))
                .collect(),
            _ => Ok(Json::Null),
        }
    }

    fn reference(&mut self, register: &'static Register, uuid: &Uuid, depth: usize) -> Result<Ref> {
        if let Some(id) = row_of(self.connection, register, uuid)? {
            return self.titles.reference(self.connection, register, id);
        }
        let last = self.last_state(uuid)?;
        let mut parts = Parts::default();
        for field in register.title {
            match (field.kind, &last[field.key]) {
                (Kind::Link(target), Json::String(text)) if depth < DEEPEST => {
                    if let Ok(uuid) = Uuid::parse_str(text) {
                        let target = self::register(target)?;
                        parts.add(field, self.reference(target, &uuid, depth + 1)?.title);
                    }
                }
                (Kind::Link(_), _) => {}
                (_, Json::String(text)) => parts.text(field, text),
                (_, Json::Array(halves)) => {
                    let half = |at: usize| halves.get(at).and_then(Json::as_str).map(str::to_owned);
                    let (zh, en) = (half(0), half(1));
                    parts.add(field, Pair { zh, en });
                }
                _ => {}
            }
        }
        let code = register
            .code()
            .and_then(|field| last[field.key].as_str())
            .map(str::to_owned);
        Ok(Ref {
            register: register.key,
            id: 0,
            title: parts.title(),
            code,
        })
    }

    /// The record as it was when it was deleted; nothing when that was erased.
    fn last_state(&self, uuid: &Uuid) -> Result<Json> {
        let mut statement = self.connection.prepare_cached(
            "SELECT v.before FROM log l JOIN log_value v ON v.seq = l.seq
             WHERE l.record = ?1 AND l.field IS NULL AND v.before IS NOT NULL ORDER BY l.seq DESC LIMIT 1",
        )?;
        let last: Option<String> = statement
            .query_row([uuid.as_bytes().as_slice()], |row| row.get(0))
            .optional()?;
        Ok(last.map_or(Ok(Json::Null), |text| serde_json::from_str(&text))?)
    }
}
