//! A sheet from a register: which columns, which SQL, and how each value becomes a cell. One exhaustive match a step, so
//! that a new kind of field shows every place it needs.

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use super::cell::Cell;
use super::cell::display_width;
use super::names::Names;
use super::show::Show;
use super::table::{Column, Face};
use crate::Result;
use crate::register::identifier::Identifier;
use crate::register::{Field, Kind, Register};
use crate::words::Side;

/// Whether a pair fills one cell with two lines or two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairs {
    /// Two lines, to be read.
    Stacked,
    /// Two columns, to be imported again.
    Split,
}

/// A column the workbook adds to a register's own.
#[derive(Debug, Clone)]
pub(super) struct Extra {
    pub(super) key: &'static str,
    header: String,
    sql: &'static str,
    face: Face,
}

impl Extra {
    /// A computed whole number.
    pub(super) const fn integer(key: &'static str, header: String, sql: &'static str) -> Self {
        Self {
            key,
            header,
            sql,
            face: Face::Integer,
        }
    }

    /// A computed text.
    pub(super) const fn text(key: &'static str, header: String, sql: &'static str) -> Self {
        Self {
            key,
            header,
            sql,
            face: Face::Text,
        }
    }
}

/// A column of the table with its place in the SQL result.
struct Source {
    show: Show,
    at: usize,
}

/// A register laid out as a sheet.
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// Selects the row id and then what the columns need, without conditions or order.
    pub(super) select: String,
    sources: Vec<Source>,
}

/// Builds a layout field by field.
struct Builder<'n, 'c> {
    conn: &'n Connection,
    register: &'static Register,
    side: Side,
    pairs: Pairs,
    names: &'n mut Names<'c>,
    sql: Vec<String>,
    columns: Vec<Column>,
    sources: Vec<Source>,
}

impl Layout {
    /// Lays out fields of a register, the officer's own fields after them, and the row id last.
    pub(super) fn new(
        conn: &Connection,
        register: &'static Register,
        fields: &[&'static Field],
        side: Side,
        pairs: Pairs,
        extras: &[Extra],
        names: &mut Names<'_>,
    ) -> Result<Self> {
        let mut builder = Builder {
            conn,
            register,
            side,
            pairs,
            names,
            sql: vec![format!("{}.id", register.key)],
            columns: Vec::new(),
            sources: Vec::new(),
        };
        for field in fields {
            builder.field(field)?;
        }
        builder.custom()?;
        extras.iter().for_each(|extra| builder.extra(extra));
        builder.row_id();
        Ok(Self {
            columns: builder.columns,
            select: format!("SELECT {} FROM {}", builder.sql.join(", "), register.key),
            sources: builder.sources,
        })
    }

    /// Every field of a register that may leave the vault: stored ones, then computed ones. Secrets stay, and so do answers
    /// that only lists ask for.
    pub(super) fn fields(register: &'static Register) -> Vec<&'static Field> {
        register
            .fields()
            .chain(register.derived.iter().map(|derived| &derived.field))
            .filter(|field| field.kind != Kind::Secret && !field.asked)
            .collect()
    }

    /// Gives the cells of one result row to `put`. `buffer` is kept between rows so that cells allocate nothing.
    pub(super) fn cells(
        &self,
        row: &Row<'_>,
        buffer: &mut String,
        mut put: impl FnMut(Cell<'_>) -> Result<()>,
    ) -> Result<()> {
        for source in &self.sources {
            buffer.clear();
            put(source.show.cell(row, source.at, buffer)?)?;
        }
        Ok(())
    }
}

impl Builder<'_, '_> {
    fn field(&mut self, field: &'static Field) -> Result<()> {
        let register = self.register.key;
        let header = self
            .side
            .joined("\n", |words| words.field(register, field.key));
        let key = format!("{register}.{}", field.key);
        let column = |face, width| Column::new(&key, header.clone(), face, width);
        let choices = |side: Side| {
            let mut labels = HashMap::new();
            for choice in field.choices() {
                let label = side.joined(" ", |words| words.choice(register, field.key, choice));
                labels.insert(*choice, label);
            }
            labels
        };
        match field.kind {
            Kind::Text | Kind::Code(_) => {
                self.add(field, column(Face::Text, text_width(field)), Show::Text)
            }
            Kind::Note => self.add(field, column(Face::Text, 44.0), Show::Text),
            Kind::Identifier(identifier) => {
                let width = if identifier == Identifier::Email {
                    36.0
                } else {
                    22.0
                };
                self.add(field, column(Face::Text, width), Show::Text);
            }
            Kind::Integer => self.add(field, column(Face::Integer, 10.0), Show::Integer),
            Kind::Decimal => self.add(field, column(Face::Decimal, 13.0), Show::Decimal),
            Kind::Date => self.add(field, column(Face::Date, 12.0), Show::Date),
            Kind::Moment => self.add(field, column(Face::Moment, 17.0), Show::Moment),
            Kind::Choice(_) => {
                let labels = choices(self.side);
                let widest = labels.values().map(|label| display_width(label)).max();
                let width = widest.unwrap_or(0) as f64 * 1.06 + 4.0;
                let mut described = column(Face::Text, width.clamp(12.0, 34.0));
                described.list = (!field.readonly).then(|| list_name(register, field.key));
                self.add(field, described, Show::Choice(labels));
            }
            Kind::Choices(_) => {
                self.add(
                    field,
                    column(Face::Text, 24.0),
                    Show::Choices(choices(self.side)),
                );
            }
            Kind::Flag => {
                let (yes, no) = (self.side.inline("yes"), self.side.inline("no"));
                let mut described = column(Face::Text, 9.0);
                described.list = (!field.readonly).then(|| "list.flag".to_owned());
                self.add(field, described, Show::Flag { yes, no });
            }
            Kind::Pair => self.pair(field, &key, &header),
            Kind::Money => {
                self.add(field, column(Face::Amount, 16.0), Show::Amount);
                let currency = self.side.joined("\n", |words| {
                    words.format(
                        "workbook-currency-of",
                        &[("field", words.field(register, field.key))],
                    )
                });
                let column = Column::new(&format!("{key}.currency"), currency, Face::Text, 8.0);
                self.stored(&format!("{}_currency", field.key), column, Show::Text);
            }
            Kind::Link(target) => {
                let names = self.names.of(target)?;
                self.stored(
                    &format!("{}_id", field.key),
                    column(Face::Text, 34.0),
                    Show::Link(names),
                );
            }
            Kind::Links(target) => {
                let names = self.names.of(target)?;
                self.linked(
                    field,
                    "target",
                    column(Face::Text, 30.0),
                    Show::Links(names),
                );
            }
            Kind::AnyLinks => {
                let mut names = HashMap::new();
                for target in targets(self.conn, register, field.key)? {
                    let table = self.names.of(&target)?;
                    names.insert(target, table);
                }
                let column = column(Face::Text, 36.0);
                self.linked(
                    field,
                    "target_register || ':' || target",
                    column,
                    Show::AnyLinks(names),
                );
            }
            Kind::Files => self.add(field, column(Face::Text, 34.0), Show::Files),
            Kind::Secret => {}
        }
        Ok(())
    }

    /// A field in its own column of SQL, or computed.
    fn add(&mut self, field: &Field, column: Column, show: Show) {
        match self.register.derived(field.key) {
            Some(derived) => self.expression(derived.sql.to_owned(), column, show),
            None => self.stored(field.key, column, show),
        }
    }

    fn stored(&mut self, name: &str, column: Column, show: Show) {
        self.expression(format!("{}.{name}", self.register.key), column, show);
    }

    fn expression(&mut self, sql: String, column: Column, show: Show) {
        self.sources.push(Source {
            show,
            at: self.sql.len(),
        });
        self.sql.push(sql);
        self.columns.push(column);
    }

    fn pair(&mut self, field: &Field, key: &str, header: &str) {
        let table = self.register.key;
        let halves = ["zh", "en"].map(|half| format!("{table}.{}_{half}", field.key));
        match self.pairs {
            Pairs::Stacked => {
                let column = Column::new(key, header.to_owned(), Face::Text, 36.0);
                let show = Show::Pair(self.side);
                self.expression(halves[0].clone(), column, show);
                self.sql.push(halves[1].clone());
            }
            Pairs::Split => {
                for (half, sql) in ["zh", "en"].into_iter().zip(halves) {
                    let header = self.side.joined("\n", |words| {
                        let label = words.field(table, field.key);
                        words.format(&format!("workbook-half-{half}"), &[("field", label)])
                    });
                    let column = Column::new(&format!("{key}.{half}"), header, Face::Text, 32.0);
                    self.expression(sql, column, Show::Text);
                }
            }
        }
    }

    fn linked(&mut self, field: &Field, target: &str, column: Column, show: Show) {
        let sql = format!(
            "(SELECT group_concat({target}, ' ') FROM link WHERE link.register = '{0}' AND link.record = {0}.id \
             AND link.field = '{1}')",
            self.register.key, field.key
        );
        self.expression(sql, column, show);
    }

    /// The officer's own fields: their labels stand in the vault.
    fn custom(&mut self) -> Result<()> {
        let mut statement = self.conn.prepare(
            "SELECT key, zh, en, it FROM custom_field WHERE register = ?1 AND removed_at IS NULL ORDER BY key",
        )?;
        let mut rows = statement.query([self.register.key])?;
        while let Some(row) = rows.next()? {
            let (key, zh, en, it): (String, String, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let header = self.side.joined("\n", |words| match words.language() {
                crate::words::Language::Zh => zh.clone(),
                crate::words::Language::En => en.clone(),
                crate::words::Language::It => it.clone(),
            });
            let path = format!("{}.custom.{key}", self.register.key);
            let column = Column::new(&path, header, Face::Text, 22.0);
            self.stored("custom", column, Show::Custom(key));
        }
        Ok(())
    }

    fn extra(&mut self, extra: &Extra) {
        let show = match extra.face {
            Face::Integer => Show::Integer,
            _ => Show::Text,
        };
        let width = if extra.face == Face::Integer {
            10.0
        } else {
            24.0
        };
        let column = Column::new(extra.key, extra.header.clone(), extra.face, width);
        self.expression(extra.sql.to_owned(), column, show);
    }

    fn row_id(&mut self) {
        let header = self.side.stacked("workbook-row-id");
        let column = Column::new("row_id", header, Face::Id, 38.0);
        self.stored("uuid", column, Show::Uuid);
    }
}

/// Registers that a link field points into, so that only their names are read.
fn targets(conn: &Connection, register: &str, field: &str) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare("SELECT DISTINCT target_register FROM link WHERE register = ?1 AND field = ?2")?;
    let rows = statement.query_map((register, field), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const fn text_width(field: &Field) -> f64 {
    match field.kind {
        Kind::Code(_) => 11.0,
        _ => 22.0,
    }
}

/// Name of the range a choice field's cells choose from.
pub(super) fn list_name(register: &str, field: &str) -> String {
    format!("list.{register}.{field}")
}
