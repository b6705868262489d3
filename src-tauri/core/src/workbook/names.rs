//! What linked records are called, read once a register instead of once a cell.

use std::collections::HashMap;
use std::rc::Rc;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::Result;
use crate::register::{Field, Kind, Pair, Register, register};
use crate::vault::uuid_of;
use crate::words::Side;

/// Names of one register's records by row.
pub(super) type NameTable = Rc<HashMap<i64, Box<str>>>;

/// How a record is called in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Calling {
    /// For people: its code and its title in the workbook's languages.
    Shown,
    /// For the import: the one text that finds it again.
    Findable,
}

/// The names read so far.
pub(super) struct Names<'c> {
    conn: &'c Connection,
    side: Side,
    calling: Calling,
    read: HashMap<&'static str, NameTable>,
}

impl<'c> Names<'c> {
    pub(super) fn new(conn: &'c Connection, side: Side, calling: Calling) -> Self {
        Self {
            conn,
            side,
            calling,
            read: HashMap::new(),
        }
    }

    /// The names of a register's records.
    pub(super) fn of(&mut self, key: &str) -> Result<NameTable> {
        let described = register(key)?;
        if let Some(table) = self.read.get(described.key) {
            return Ok(table.clone());
        }
        let table = Rc::new(self.load(described)?);
        self.read.insert(described.key, table.clone());
        Ok(table)
    }

    fn load(&mut self, register: &'static Register) -> Result<HashMap<i64, Box<str>>> {
        let parts = self.parts(register);
        let mut columns = vec!["id".to_owned()];
        let mut links = Vec::new();
        for field in &parts {
            match field.kind {
                Kind::Pair => {
                    columns.extend([format!("{}_zh", field.key), format!("{}_en", field.key)]);
                }
                Kind::Link(target) => {
                    columns.push(format!("{}_id", field.key));
                    // a title may be made of another record's title, never of its own register's
                    links.push((field.key, self.of(target)?));
                }
                _ => columns.push(field.key.to_owned()),
            }
        }
        let sql = format!("SELECT {} FROM {}", columns.join(", "), register.key);
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut table = HashMap::new();
        while let Some(row) = rows.next()? {
            let mut words: Vec<String> = Vec::with_capacity(parts.len());
            let mut at = 1;
            for field in &parts {
                let word = match field.kind {
                    Kind::Pair => {
                        let pair = Pair {
                            zh: row.get(at)?,
                            en: row.get(at + 1)?,
                        };
                        at += 1;
                        self.pair(&pair)
                    }
                    Kind::Link(_) => {
                        let id: Option<i64> = row.get(at)?;
                        let names = links.iter().find(|(key, _)| *key == field.key);
                        id.zip(names)
                            .and_then(|(id, (_, names))| names.get(&id))
                            .map_or_else(String::new, |name| self.within(field, name).to_owned())
                    }
                    _ => match row.get_ref(at)? {
                        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                        _ => String::new(),
                    },
                };
                at += 1;
                if !word.is_empty() && !words.iter().any(|said| said.contains(&word)) {
                    words.push(word);
                }
            }
            if self.calling == Calling::Findable {
                words.truncate(1);
            }
            table.insert(row.get(0)?, words.join(" ").into_boxed_str());
        }
        if self.calling == Calling::Findable {
            self.tell_apart(register, &mut table)?;
        }
        Ok(table)
    }

    /// Adds its UUID to a name that several records have.
    fn tell_apart(
        &self,
        register: &'static Register,
        table: &mut HashMap<i64, Box<str>>,
    ) -> Result<()> {
        let mut often: HashMap<&str, u32> = HashMap::new();
        for name in table.values() {
            *often.entry(name).or_default() += 1;
        }
        let shared = table.iter().filter(|(_, name)| often[&***name] > 1);
        let shared: Vec<i64> = shared.map(|(id, _)| *id).collect();
        for id in shared {
            let uuid = uuid_of(self.conn, register, id)?;
            if let Some(name) = table.get_mut(&id) {
                *name = format!("{name} {uuid}").into_boxed_str();
            }
        }
        Ok(())
    }

    /// A linked record's name within another's: without its code, which only the record itself is known by.
    fn within<'n>(&self, field: &Field, name: &'n str) -> &'n str {
        let coded = match field.kind {
            Kind::Link(target) => register(target).is_ok_and(|target| target.code().is_some()),
            _ => false,
        };
        match name.split_once(' ') {
            Some((_, title)) if coded && self.calling == Calling::Shown => title,
            _ => name,
        }
    }

    /// The fields a name is made of: the code, then the title.
    fn parts(&self, register: &'static Register) -> Vec<&'static Field> {
        let mut parts: Vec<&'static Field> = register.code().into_iter().collect();
        if self.calling == Calling::Findable && register.key == "person" {
            parts.extend(register.field("email"));
        }
        parts.extend(register.title.iter());
        parts
    }

    fn pair(&self, pair: &Pair) -> String {
        match self.calling {
            Calling::Shown => self.side.pair(pair, " "),
            Calling::Findable => self.side.first().half(pair).to_owned(),
        }
    }
}
