//! Sums under a list.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use crate::register::{Kind, Register, number};
use crate::{Error, Result};

/// The sums of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sum {
    /// Field.
    pub field: String,
    /// One a currency; one without currency for plain numbers.
    pub totals: Vec<Total>,
}

/// One sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Total {
    /// Currency, none for plain numbers.
    pub currency: Option<String>,
    /// Exact.
    pub amount: String,
}

/// Sums number and money fields over these records.
pub fn sums(
    connection: &Connection,
    register: &Register,
    ids: &[i64],
    fields: &[&str],
    today: NaiveDate,
) -> Result<Vec<Sum>> {
    let list = serde_json::to_string(ids)?;
    let table = register.key;
    fields
        .iter()
        .map(|key| {
            let field = register.any_field(key).ok_or_else(|| Error::new("field_unknown").with("register", table).at(key))?;
            if !matches!(field.kind, Kind::Integer | Kind::Decimal | Kind::Money) {
                return Err(Error::new("sum_refused").at(key));
            }
            let expression = register.derived(key).map_or_else(|| format!("{table}.{key}"), |figure| figure.sql.replace(":today", "?2"));
            let currency = if field.kind == Kind::Money { format!("{table}.{key}_currency") } else { "NULL".to_owned() };
            let sql = format!(
                "SELECT {currency}, SUM({expression}) FROM {table} WHERE {table}.id IN (SELECT value FROM json_each(?1))
                 AND ?2 IS NOT NULL GROUP BY 1 HAVING SUM({expression}) IS NOT NULL ORDER BY 1"
            );
            let mut statement = connection.prepare(&sql)?;
            let rows = statement.query_map(params![list, today.to_string()], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
            let totals = rows
                .map(|row| {
                    let (currency, sum) = row?;
                    let amount = match field.kind {
                        Kind::Money => number::amount_to_text(sum),
                        Kind::Decimal => number::micros_to_text(sum),
                        _ => sum.to_string(),
                    };
                    Ok(Total { currency, amount })
                })
                .collect::<Result<_>>()?;
            Ok(Sum { field: (*key).to_owned(), totals })
        })
        .collect()
}
