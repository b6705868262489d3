//! What the vault holds, as far as an import has to find it again: records by their match keys and by the names links use.
//! Built once from one pass over each register concerned, and kept up as the import goes on.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use rusqlite::Connection;
use uuid::Uuid;

use super::called::{comparable, name_fields, names_of, noted_of};
use super::found::{self, Ignored};
use super::kept::Kept;
use super::keys::{Filled, Keys};
use super::match_key::{self, Hits, Key, keys_of};
use super::recipe::Recipe;
use super::unknown::has_aliases;
use crate::Result;
use crate::register::{Kind, Record, Register, license, parse, product, register};
use crate::rules::similar::Similar;
use crate::vault::row;

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// One record.
    One(i64),
    /// No record.
    None,
    /// Several: which is meant cannot be said.
    Several,
}

/// Records the import can find. Ids below zero stand for records that are only planned.
pub struct Known {
    keys: Vec<Key>,
    names: HashMap<&'static str, HashMap<String, Found>>,
    noted: HashMap<&'static str, HashMap<String, Found>>,
    planned: Kept,
    licenses: HashMap<i64, Found>,
    pub(super) similar: HashMap<&'static str, Similar>,
    /// Names that need no license.
    pub(super) ignored: Ignored,
    /// Names no record went by when they were first met.
    pub(super) unknown: HashSet<(&'static str, String)>,
    next: i64,
    uuids: HashSet<Uuid>,
    planned_as: HashMap<Uuid, i64>,
    /// Records an earlier row of the file stands for.
    pub claimed: HashSet<(usize, i64)>,
}

impl Known {
    /// Reads what a recipe with these fields filled and these keys chosen has to find.
    pub(super) fn read(
        connection: &Connection,
        recipe: &Recipe,
        filled: &Filled,
        chosen: &Keys,
    ) -> Result<Self> {
        let mut known = Self {
            keys: keys_of(recipe, filled, chosen),
            names: HashMap::new(),
            noted: HashMap::new(),
            planned: Kept::default(),
            licenses: HashMap::new(),
            similar: HashMap::new(),
            ignored: Ignored::new(),
            unknown: HashSet::new(),
            next: 0,
            uuids: HashSet::new(),
            planned_as: HashMap::new(),
            claimed: HashSet::new(),
        };
        let mut registers: Vec<&'static Register> =
            recipe.parts.iter().map(|part| part.register).collect();
        for (part, place) in recipe.parts.iter().enumerate() {
            for field in place
                .register
                .fields()
                .filter(|field| filled.contains(&(part, field.key)))
            {
                if let Kind::Link(target) | Kind::Links(target) = field.kind {
                    known.names.entry(register(target)?.key).or_default();
                    registers.push(register(target)?);
                }
            }
        }
        // what a part is called may be another name of a record
        for part in recipe
            .parts
            .iter()
            .filter(|part| has_aliases(part.register))
        {
            known.names.entry(part.register.key).or_default();
        }
        // licenses are found by the names of their products too
        if known.names.contains_key("license") {
            known.names.entry("product").or_default();
            registers.push(&product::REGISTER);
        }
        registers.sort_by_key(|register| register.number);
        registers.dedup_by_key(|register| register.key);
        for register in registers {
            known.read_register(connection, recipe, register)?;
        }
        if recipe.parts.iter().any(|part| part.found_as.is_some()) {
            known.ignored = found::ignored(connection)?;
        }
        Ok(known)
    }

    fn read_register(
        &mut self,
        connection: &Connection,
        recipe: &Recipe,
        register: &'static Register,
    ) -> Result<()> {
        let needed = self.needed(recipe, register);
        let fields = || register.fields().filter(|field| needed.contains(field.key));
        let sql = format!(
            "SELECT {} FROM {} t ORDER BY t.id",
            row::select_list(fields()),
            register.key
        );
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(found) = rows.next()? {
            let (id, record) = row::read_fields(connection, register, fields(), found)?;
            // the record it was merged into goes by its names
            if record.value(product::MERGED.field.key).is_empty() {
                self.learn(recipe, register, id, &record);
            }
        }
        Ok(())
    }

    /// Fields of a register that keys or names are made of.
    fn needed(&self, recipe: &Recipe, register: &'static Register) -> HashSet<&'static str> {
        let mut needed: HashSet<&'static str> = HashSet::new();
        if self.names.contains_key(register.key) {
            needed.extend(name_fields(register).map(|field| field.key));
            needed.extend(register.title.iter().map(|field| field.key));
        }
        for key in self
            .keys
            .iter()
            .filter(|key| recipe.parts[key.part].register.key == register.key)
        {
            needed.extend(key.fields.iter().map(|field| field.key));
        }
        if register.key == license::REGISTER.key {
            needed.insert(license::PRODUCT.field.key);
        }
        if register.key == product::REGISTER.key {
            needed.insert(product::MERGED.field.key);
        }
        needed
    }

    /// Takes note of a record.
    pub fn learn(
        &mut self,
        recipe: &Recipe,
        register: &'static Register,
        id: i64,
        record: &Record,
    ) {
        for key in self
            .keys
            .iter_mut()
            .filter(|key| recipe.parts[key.part].register.key == register.key)
        {
            key.learn(id, record);
        }
        if let Some(names) = self.names.get_mut(register.key) {
            for name in names_of(register, record) {
                note(names, name, id);
            }
            let noted = self.noted.entry(register.key).or_default();
            for name in noted_of(register, record) {
                note(noted, name, id);
            }
        }
        if register.key == license::REGISTER.key
            && let Some(product) = record.get(license::PRODUCT)
        {
            note(&mut self.licenses, product.0, id);
        }
    }

    /// A UUID that occurs twice in a file is the first row's; the others are new.
    pub fn first_with(&mut self, uuid: Uuid) -> bool {
        self.uuids.insert(uuid)
    }

    /// The record planned under a UUID of our own list.
    pub(super) fn planned_as(&self, uuid: &Uuid) -> Option<i64> {
        self.planned_as.get(uuid).copied()
    }

    /// Takes note of the UUID of a planned record.
    pub(super) fn plan_as(&mut self, uuid: Uuid, id: i64) {
        self.planned_as.insert(uuid, id);
    }

    /// An id for a record that is only planned.
    pub fn plan(&mut self) -> i64 {
        self.next -= 1;
        self.next
    }

    /// Keeps a planned record, or what a row changes of one that stands.
    pub fn remember(&mut self, register: &Register, id: i64, record: &Record) {
        self.planned.add(register, id, record);
    }

    /// A record as it will stand after the rows before.
    pub fn current(&self, connection: &Connection, register: &Register, id: i64) -> Result<Record> {
        let mut record = match id > 0 {
            true => crate::ledger::record(connection, register, id)?,
            false => Record::new(),
        };
        self.planned.lay_over(register, id, &mut record);
        Ok(record)
    }

    /// The records of a part that share a key with this one.
    pub(super) fn find(&self, part: usize, record: &Record) -> Hits<'_> {
        match_key::find(&self.keys, part, record)
    }

    /// Whether a record has the code of this one.
    pub(super) fn has_code(&self, part: usize, record: &Record) -> bool {
        match_key::has_code(&self.keys, part, record)
    }

    /// The record a text names.
    pub fn named(&self, target: &str, text: &str) -> Found {
        let name = comparable(text);
        let of = |names: &HashMap<&'static str, HashMap<String, Found>>| {
            let found = names.get(target).and_then(|names| names.get(&name));
            found.copied().unwrap_or(Found::None)
        };
        let found = match of(&self.names) {
            Found::None => of(&self.noted),
            found => found,
        };
        if found == Found::None
            && target == license::REGISTER.key
            && let Found::One(product) = self.named(product::REGISTER.key, text)
        {
            return self.licenses.get(&product).copied().unwrap_or(Found::None);
        }
        match found {
            Found::None => self.named_in_part(target, text),
            found => found,
        }
    }

    /// The record that goes by one language of a text in two, or by a text whose lines are one.
    fn named_in_part(&self, target: &str, text: &str) -> Found {
        let pair = parse::pair(text);
        let halves = [pair.zh, pair.en].into_iter().flatten();
        let mut known = Found::None;
        for half in halves.filter(|half| half != text) {
            match (known, self.named(target, &half)) {
                (_, Found::None) => {}
                (Found::None, found) => known = found,
                (known, found) if known == found => {}
                _ => return Found::Several,
            }
        }
        known
    }

    /// The record that goes by a name besides that of its own title.
    pub(super) fn also_called(&self, target: &str, text: &str) -> Option<i64> {
        match self.noted.get(target)?.get(&comparable(text))? {
            Found::One(id) => Some(*id),
            _ => None,
        }
    }

    /// Takes note of another name of a record.
    pub(super) fn call_also(&mut self, target: &'static str, text: &str, id: i64) {
        note(self.noted.entry(target).or_default(), comparable(text), id);
    }

    /// Takes note of a name given to a new record.
    pub fn call(&mut self, target: &'static str, text: &str, id: i64) {
        note(self.names.entry(target).or_default(), comparable(text), id);
    }
}

fn note<K: std::hash::Hash + Eq>(names: &mut HashMap<K, Found>, name: K, id: i64) {
    let found = names.entry(name).or_insert(Found::One(id));
    if *found != Found::One(id) {
        *found = Found::Several;
    }
}
