//! Names no record goes by: made, taken for a record they are like, or refused, as the officer chooses for all or for each.
//! What is taken for a record becomes another name of it, so that the next file finds it.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::api::{NameBecomes, NameCandidate, NameChoice, UnknownLinks, UnknownName, WriteMode};
use super::called::{comparable, noted_of, titled};
use super::draft::Draft;
use super::known::{Found, Known};
use super::plan::Work;
use crate::register::{Field, Kind, Record, Register, Value, register};
use crate::rules::similar::{Likeness, Similar};
use crate::vault::{Writer, row};
use crate::{Error, Result, ledger};

/// Field with the other names of a record.
const ALIASES: &str = "aliases";
/// Candidates are shown from here on, in percent.
const LIKE: u8 = 65;
/// From here on a name may be taken for the record …
const CLEAR: u8 = 90;
/// … if the next one is so much less like.
const AHEAD: u8 = 3;
/// Candidates shown.
const SHOWN: usize = 5;
/// Names kept for deciding.
const MOST: usize = 20_000;
/// Names a page may ask for at once.
const PAGE: usize = 200;

/// What the officer decided, by register and name in the form of [`comparable`].
pub(super) type Decided = BTreeMap<(&'static str, String), NameBecomes>;

/// A record that stands and is given another name.
#[derive(Debug)]
pub struct Called {
    /// Register.
    pub register: &'static Register,
    /// Row.
    pub id: i64,
    /// The name.
    pub text: String,
}

/// A name in a row that no record goes by.
#[derive(Debug)]
pub(super) struct Met {
    pub register: &'static Register,
    pub text: String,
    /// It may wait to be matched.
    pub waits: bool,
}

/// A name of the preview.
#[derive(Debug, Clone)]
pub(super) struct Unknown {
    text: String,
    rows: u32,
    first: u32,
    waits: bool,
    candidates: Vec<Likeness>,
}

/// The names of a preview.
pub(super) type Unknowns = BTreeMap<(&'static str, String), Unknown>;

/// Whether records of a register go by several names.
pub(super) fn has_aliases(register: &Register) -> bool {
    register.field(ALIASES).is_some()
}

/// The fields that make the name a row gives a record: those of its title that hold text.
pub(super) fn naming(register: &'static Register) -> impl Iterator<Item = &'static Field> {
    let text = |field: &&Field| matches!(field.kind, Kind::Text | Kind::Pair);
    register.title.iter().filter(text)
}

impl Work<'_, '_> {
    /// Counts a name that was unknown when it was first met.
    pub(super) fn met(&mut self, register: &'static Register, text: &str) {
        if !self.known.unknown.is_empty() && has_aliases(register) {
            let asked = (register.key, comparable(text));
            if self.known.unknown.contains(&asked) {
                let text = text.to_owned();
                self.out.unknown.push(Met {
                    register,
                    text,
                    waits: false,
                });
            }
        }
    }

    /// The record that stands for a name no record goes by, if any. Error `link_unknown`: such rows are refused.
    pub(super) fn same_as(
        &mut self,
        register: &'static Register,
        text: &str,
        waits: bool,
    ) -> Result<Option<i64>> {
        if !has_aliases(register) {
            return Ok(None);
        }
        let asked = (register.key, comparable(text));
        let decided = self.plan.decided.get(&asked);
        self.known.unknown.insert(asked);
        self.out.unknown.push(Met {
            register,
            text: text.to_owned(),
            waits,
        });
        let id = match (decided, self.plan.options.unknown_links) {
            (Some(NameBecomes::Same(id)), _) => Some(*id),
            (Some(NameBecomes::Refuse), _) => {
                return Err(Error::new("link_unknown")
                    .with("register", register.key)
                    .with("value", text));
            }
            (None, UnknownLinks::Similar) => {
                clear(&self.known.likes(self.connection, register, text)?)
            }
            _ => None,
        };
        if let Some(id) = id
            && self.plan.options.write != WriteMode::Create
        {
            self.out.called.push(Called {
                register,
                id,
                text: text.to_owned(),
            });
        }
        Ok(id)
    }

    /// The record of a part whose name no record goes by: known by another name, or like it. What the record is called is then
    /// no change of it.
    pub(super) fn like(
        &mut self,
        register: &'static Register,
        record: &mut Record,
        found_as: Option<&str>,
    ) -> Result<Option<(i64, Record)>> {
        // a row of our own list says itself which record it is
        if !has_aliases(register) || self.out.uuid.is_some() {
            return Ok(None);
        }
        let mut names = titled(register, record);
        if let Some(name) = found_as {
            names.insert(0, name.to_owned());
        }
        let Some(first) = names.first() else {
            return Ok(None);
        };
        let known = &self.known;
        let also = self.known_by_code(register, record).or_else(|| {
            let named = found_as.map(|name| known.named(register.key, name));
            match named {
                Some(Found::One(id)) => Some(id),
                _ => names
                    .iter()
                    .find_map(|name| known.also_called(register.key, name)),
            }
        });
        let id = match also {
            Some(id) => {
                self.met(register, first);
                Some(id)
            }
            None => self.same_as(register, first, found_as.is_some())?,
        };
        let Some(id) = id else {
            return Ok(None);
        };
        if self.known_by_code(register, record) == Some(id)
            && let Some(code) = register.code()
        {
            record.values.remove(code.key);
        }
        for field in naming(register) {
            record.values.remove(field.key);
        }
        Ok(Some((
            id,
            self.known.current(self.connection, register, id)?,
        )))
    }

    /// The record whose other names hold the code of this one: the two were merged.
    fn known_by_code(&self, register: &'static Register, record: &Record) -> Option<i64> {
        match record.value(register.code()?.key) {
            Value::Text(code) => self.known.also_called(register.key, code),
            _ => None,
        }
    }
}

/// The one a name is clearly most like.
fn clear(likes: &[Likeness]) -> Option<i64> {
    let first = likes.first().filter(|first| first.percent >= CLEAR)?;
    let ahead = |next: &Likeness| next.percent + AHEAD <= first.percent;
    likes.get(1).is_none_or(ahead).then_some(first.id)
}

/// The names of the records of a register, to find like ones among.
pub(super) fn similar(connection: &Connection, register: &'static Register) -> Result<Similar> {
    let fields = || {
        let names = naming(register).map(|field| field.key);
        let wanted: Vec<&str> = names.chain([ALIASES]).collect();
        let fields = register.fields();
        fields.filter(move |field| wanted.contains(&field.key))
    };
    let sql = format!(
        "SELECT {} FROM {} t WHERE t.archived_at IS NULL ORDER BY t.id",
        row::select_list(fields()),
        register.key
    );
    let mut similar = Similar::default();
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(found) = rows.next()? {
        let (id, record) = row::read_fields(connection, register, fields(), found)?;
        let names = titled(register, &record);
        for name in names.into_iter().chain(noted_of(register, &record)) {
            similar.add(id, &name);
        }
    }
    Ok(similar)
}

impl Known {
    /// The records an unknown name is like, the best first.
    fn likes(
        &mut self,
        connection: &Connection,
        register: &'static Register,
        text: &str,
    ) -> Result<Vec<Likeness>> {
        if !self.similar.contains_key(register.key) {
            let names = similar(connection, register)?;
            self.similar.insert(register.key, names);
        }
        Ok(self.similar[register.key].best(text, LIKE, SHOWN))
    }
}

impl Draft {
    /// Takes a choice for a name. Error `bad_arguments`: its register knows no other names.
    pub(super) fn decide(&mut self, choice: &NameChoice) -> Result<()> {
        let register = register(&choice.register)?;
        if !has_aliases(register) {
            return Err(Error::new("bad_arguments").with("detail", register.key));
        }
        let asked = (register.key, comparable(&choice.name));
        match &choice.becomes {
            Some(becomes) => self.decided.insert(asked, becomes.clone()),
            None => self.decided.remove(&asked),
        };
        Ok(())
    }

    /// What was decided, as a later import takes it up.
    pub(super) fn decisions(&self) -> Vec<NameChoice> {
        let decided = self.decided.iter();
        decided
            .map(|((register, name), becomes)| NameChoice {
                register: (*register).to_owned(),
                name: name.clone(),
                becomes: Some(becomes.clone()),
            })
            .collect()
    }

    /// A page of the names of the preview that no record goes by, those most like a record first.
    pub fn names(
        &self,
        connection: &Connection,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<UnknownName>> {
        let mut names: Vec<_> = self.state.unknown.iter().collect();
        let percent = |unknown: &Unknown| unknown.candidates.first().map_or(0, |like| like.percent);
        names.sort_by_key(|(_, unknown)| std::cmp::Reverse(percent(unknown)));
        let page = names.into_iter().skip(offset).take(limit.min(PAGE));
        page.map(|((key, name), unknown)| {
            let register = register(key)?;
            let decided = self.decided.get(&(*key, name.clone()));
            let like = || match self.options.unknown_links {
                UnknownLinks::Similar => clear(&unknown.candidates).map(NameBecomes::Same),
                UnknownLinks::Usual | UnknownLinks::Leave if unknown.waits => {
                    Some(NameBecomes::Wait)
                }
                _ => None,
            };
            Ok(UnknownName {
                register: register.key,
                name: unknown.text.clone(),
                rows: unknown.rows,
                first_row: unknown.first,
                becomes: decided
                    .cloned()
                    .or_else(like)
                    .unwrap_or(NameBecomes::Create),
                chosen: decided.is_some(),
                waits: unknown.waits,
                candidates: candidates(connection, register, &unknown.candidates)?,
            })
        })
        .collect()
    }
}

fn candidates(
    connection: &Connection,
    register: &'static Register,
    likes: &[Likeness],
) -> Result<Vec<NameCandidate>> {
    let candidates = likes.iter().map(|like| {
        let record = ledger::record(connection, register, like.id)?;
        let code = register.code().map(|field| record.value(field.key));
        Ok(NameCandidate {
            id: like.id,
            code: match code {
                Some(Value::Text(code)) => Some(code.clone()),
                _ => None,
            },
            title: ledger::title(connection, register, like.id)?,
            percent: like.percent,
        })
    });
    candidates.collect()
}

/// Takes note of an unknown name in a row.
pub(super) fn note(
    unknowns: &mut Unknowns,
    known: &mut Known,
    connection: &Connection,
    met: &Met,
    row: u32,
) -> Result<()> {
    let (register, text) = (met.register, met.text.as_str());
    let asked = (register.key, comparable(text));
    if let Some(unknown) = unknowns.get_mut(&asked) {
        unknown.rows += 1;
    } else if unknowns.len() < MOST {
        let unknown = Unknown {
            text: text.to_owned(),
            rows: 1,
            first: row,
            waits: met.waits,
            candidates: known.likes(connection, register, text)?,
        };
        unknowns.insert(asked, unknown);
    }
    Ok(())
}

/// How many of them are like a record.
pub(super) fn alike(unknowns: &Unknowns) -> u32 {
    let like = |unknown: &&Unknown| !unknown.candidates.is_empty();
    unknowns.values().filter(like).count() as u32
}

/// Gives a record another name.
pub(super) fn write(tx: &mut Writer<'_>, called: &Called) -> Result<()> {
    let Some(aliases) = called.register.field(ALIASES) else {
        return Ok(());
    };
    let record = ledger::record(tx.connection(), called.register, called.id)?;
    let before = match record.value(aliases.key) {
        Value::Text(text) => format!("{text}\n"),
        _ => String::new(),
    };
    let mut change = Record::new();
    let text = Value::Text(before + &called.text);
    change.values.insert(aliases.key, text);
    tx.update(called.register, called.id, change).map(|_| ())
}
