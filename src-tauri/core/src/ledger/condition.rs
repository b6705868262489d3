//! The conditions of a list as SQL.

use chrono::{Days, NaiveDate};

use super::query::{Filter, FilterOp};
use crate::register::{Field, Kind, Register, number};
use crate::vault::row::Bound;
use crate::vault::terms;
use crate::{Error, Result};

/// Conditions under way, with the values they speak of.
pub(super) struct Conditions {
    pub bound: Vec<Bound>,
    today: NaiveDate,
}

impl Conditions {
    /// None yet; the first value is today.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            bound: vec![Bound::Text(today.to_string())],
            today,
        }
    }

    fn bind(&mut self, value: Bound) -> String {
        self.bound.push(value);
        format!("?{}", self.bound.len())
    }

    /// Every word typed is in the record or in what its title speaks of: a license is found by its product.
    pub fn words(&mut self, register: &'static Register, text: &str) -> Result<String> {
        let mut all = Vec::new();
        for words in text.split_whitespace().filter_map(terms::query) {
            let place = self.bind(Bound::Text(words));
            all.push(holding(register, &place, 0)?);
        }
        Ok(if all.is_empty() {
            "0".to_owned()
        } else {
            all.join(" AND ")
        })
    }

    /// The condition of a filter.
    pub fn condition(&mut self, register: &'static Register, filter: &Filter) -> Result<String> {
        let Some((link, rest)) = filter
            .field
            .split_once('.')
            .filter(|(link, _)| *link != "custom")
        else {
            return self.own_condition(register, &filter.field, filter);
        };
        let field = register
            .field(link)
            .ok_or_else(|| unknown(register, link))?;
        let Kind::Link(target) = field.kind else {
            return Err(unknown(register, link));
        };
        let target = crate::register::register(target)?;
        let inner = self.own_condition(target, rest, filter)?;
        Ok(format!(
            "{0}.{link}_id IN (SELECT {1}.id FROM {1} WHERE {inner})",
            register.key, target.key
        ))
    }

    fn own_condition(
        &mut self,
        register: &'static Register,
        key: &str,
        filter: &Filter,
    ) -> Result<String> {
        if key.starts_with("custom.") {
            return self.custom(register, key, filter);
        }
        if let Some(derived) = register.derived(key) {
            return self.compare(derived.sql, derived.field.kind, filter);
        }
        let field = register.field(key).ok_or_else(|| unknown(register, key))?;
        let column = format!("{}.{key}", register.key);
        match field.kind {
            Kind::Pair => self.pair(&column, filter),
            Kind::Link(_) => self.compare(&format!("{column}_id"), field.kind, filter),
            Kind::Links(_) | Kind::AnyLinks => self.many(register, field, filter),
            kind => self.compare(&column, kind, filter),
        }
    }

    fn pair(&mut self, column: &str, filter: &Filter) -> Result<String> {
        let (zh, en) = (format!("{column}_zh"), format!("{column}_en"));
        Ok(match filter.op {
            FilterOp::Empty => format!("({zh} IS NULL AND {en} IS NULL)"),
            FilterOp::Present => format!("({zh} IS NOT NULL OR {en} IS NOT NULL)"),
            FilterOp::OneLanguage => format!("(({zh} IS NULL) <> ({en} IS NULL))"),
            FilterOp::Contains => format!(
                "({} OR {})",
                self.like(&zh, filter)?,
                self.like(&en, filter)?
            ),
            FilterOp::Is | FilterOp::IsNot => {
                let list = self.list(Kind::Text, filter)?;
                let is =
                    format!("(COALESCE({zh} IN ({list}), 0) OR COALESCE({en} IN ({list}), 0))");
                if filter.op == FilterOp::Is {
                    is
                } else {
                    format!("NOT {is}")
                }
            }
            _ => return Err(refused(filter)),
        })
    }

    fn many(&mut self, register: &Register, field: &Field, filter: &Filter) -> Result<String> {
        let exists = format!(
            "EXISTS (SELECT 1 FROM link k WHERE k.register = '{0}' AND k.record = {0}.id AND k.field = '{1}'",
            register.key, field.key
        );
        Ok(match filter.op {
            FilterOp::Empty => format!("NOT {exists})"),
            FilterOp::Present => format!("{exists})"),
            FilterOp::Is => format!(
                "{exists} AND k.target IN ({}))",
                self.list(Kind::Integer, filter)?
            ),
            FilterOp::IsNot => format!(
                "NOT {exists} AND k.target IN ({}))",
                self.list(Kind::Integer, filter)?
            ),
            _ => return Err(refused(filter)),
        })
    }

    /// The officer's own fields: plain JSON, asked as what the question is about.
    fn custom(&mut self, register: &Register, key: &str, filter: &Filter) -> Result<String> {
        let value = custom_sql(register, key)?;
        let own = key.strip_prefix("custom.").unwrap_or(key);
        Ok(match filter.op {
            FilterOp::Before | FilterOp::After | FilterOp::WithinDays => {
                self.compare(&value, Kind::Date, filter)?
            }
            FilterOp::Less | FilterOp::More => {
                let text = filter
                    .values
                    .first()
                    .filter(|text| number::micros_from_text(text).is_some());
                let than = self.bind(Bound::Text(text.ok_or_else(|| refused(filter))?.clone()));
                let sign = if filter.op == FilterOp::Less {
                    "<"
                } else {
                    ">"
                };
                format!("CAST({value} AS NUMERIC) {sign} CAST({than} AS NUMERIC)")
            }
            FilterOp::Is | FilterOp::IsNot => {
                let flag = format!("json_type({}.custom, '$.{own}')", register.key);
                let text = format!(
                    "(CASE WHEN {flag} IN ('true', 'false') THEN {flag} ELSE CAST({value} AS TEXT) END)"
                );
                self.compare(&text, Kind::Text, filter)?
            }
            _ => self.compare(&value, Kind::Text, filter)?,
        })
    }

    fn compare(&mut self, sql: &str, kind: Kind, filter: &Filter) -> Result<String> {
        // a moment is asked about by its day
        let (sql, kind) = match kind {
            Kind::Moment => (&*format!("substr({sql}, 1, 10)"), Kind::Date),
            _ => (sql, kind),
        };
        let dated = kind == Kind::Date;
        let counted = matches!(kind, Kind::Integer | Kind::Decimal | Kind::Money);
        Ok(match filter.op {
            FilterOp::Empty => format!("{sql} IS NULL"),
            FilterOp::Present => format!("{sql} IS NOT NULL"),
            FilterOp::Contains if !dated && !counted => self.like(sql, filter)?,
            FilterOp::Is if matches!(kind, Kind::Choices(_)) => self.any_choice(sql, filter)?,
            FilterOp::Is => format!("{sql} IN ({})", self.list(kind, filter)?),
            FilterOp::IsNot if matches!(kind, Kind::Choices(_)) => {
                format!("NOT {}", self.any_choice(sql, filter)?)
            }
            FilterOp::IsNot => format!(
                "({sql} IS NULL OR {sql} NOT IN ({}))",
                self.list(kind, filter)?
            ),
            FilterOp::Before if dated => format!("{sql} < {}", self.one(kind, filter)?),
            FilterOp::After if dated => format!("{sql} > {}", self.one(kind, filter)?),
            FilterOp::WithinDays if dated => {
                let days: u64 = filter
                    .values
                    .first()
                    .and_then(|days| days.parse().ok())
                    .ok_or_else(|| refused(filter))?;
                let last = self
                    .today
                    .checked_add_days(Days::new(days))
                    .ok_or_else(|| refused(filter))?;
                format!(
                    "{sql} BETWEEN ?1 AND {}",
                    self.bind(Bound::Text(last.to_string()))
                )
            }
            FilterOp::Less if counted => format!("{sql} < {}", self.one(kind, filter)?),
            FilterOp::More if counted => format!("{sql} > {}", self.one(kind, filter)?),
            _ => return Err(refused(filter)),
        })
    }

    fn like(&mut self, sql: &str, filter: &Filter) -> Result<String> {
        let text = filter.values.first().ok_or_else(|| refused(filter))?;
        let escaped = text
            .replace('\\', "\\\\")
            .replace('%', "\\%")
            .replace('_', "\\_");
        let pattern = self.bind(Bound::Text(format!("%{escaped}%")));
        Ok(format!("COALESCE({sql} LIKE {pattern} ESCAPE '\\', 0)"))
    }

    fn any_choice(&mut self, sql: &str, filter: &Filter) -> Result<String> {
        let list = self.list(Kind::Text, filter)?;
        Ok(format!(
            "EXISTS (SELECT 1 FROM json_each({sql}) WHERE value IN ({list}))"
        ))
    }

    fn one(&mut self, kind: Kind, filter: &Filter) -> Result<String> {
        let text = filter.values.first().ok_or_else(|| refused(filter))?;
        let bound = bound(kind, text).ok_or_else(|| refused(filter))?;
        Ok(self.bind(bound))
    }

    fn list(&mut self, kind: Kind, filter: &Filter) -> Result<String> {
        if filter.values.is_empty() {
            return Err(refused(filter));
        }
        let mut places = Vec::new();
        for text in &filter.values {
            let bound = bound(kind, text).ok_or_else(|| refused(filter))?;
            places.push(self.bind(bound));
        }
        Ok(places.join(", "))
    }
}

/// A filter's value in the stored form of a kind.
fn bound(kind: Kind, text: &str) -> Option<Bound> {
    Some(match kind {
        Kind::Integer | Kind::Link(_) => Bound::Integer(text.parse().ok()?),
        Kind::Decimal => Bound::Integer(number::micros_from_text(text)?),
        Kind::Money => Bound::Integer(number::amount_from_text(text)?),
        Kind::Flag => Bound::Integer(i64::from(text == "true")),
        Kind::Date => Bound::Text(text.parse::<NaiveDate>().ok()?.to_string()),
        _ => Bound::Text(text.to_owned()),
    })
}

/// Links of a title are followed this deep.
const DEEPEST: usize = 3;

/// The condition that a record holds the words bound at `place`, itself or in what its title links to.
pub(super) fn holding(register: &'static Register, place: &str, depth: usize) -> Result<String> {
    let table = register.key;
    let mut any = vec![format!(
        "{table}.id IN (SELECT rowid / 64 FROM search WHERE search MATCH {place} AND rowid % 64 = {})",
        register.number
    )];
    for field in register.title {
        if let Kind::Link(target) = field.kind
            && depth < DEEPEST
        {
            let inner = holding(crate::register::register(target)?, place, depth + 1)?;
            any.push(format!(
                "{table}.{}_id IN (SELECT {target}.id FROM {target} WHERE {inner})",
                field.key
            ));
        }
    }
    Ok(format!("({})", any.join(" OR ")))
}

/// A field of the officer's own: `custom.<key>`.
pub(super) fn custom_sql(register: &Register, key: &str) -> Result<String> {
    let own = key.strip_prefix("custom.").unwrap_or(key);
    if own.is_empty()
        || !own
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    {
        return Err(unknown(register, key));
    }
    Ok(format!("json_extract({}.custom, '$.{own}')", register.key))
}

pub(super) fn unknown(register: &Register, key: &str) -> Error {
    Error::new("field_unknown")
        .with("register", register.key)
        .at(key)
}

fn refused(filter: &Filter) -> Error {
    Error::new("filter_refused").at(&filter.field)
}
