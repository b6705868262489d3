//! How much of what an auditor reads stands in both languages.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Result;
use crate::ledger::{self, FilterOp, ListQuery};
use crate::register::{Kind, REGISTERS};
use crate::words::Language;

/// One register's missing halves.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MissingHalves {
    /// Register.
    pub register: &'static str,
    /// Rows of the list.
    pub missing: i64,
    /// The list of records with one language.
    pub query: ListQuery,
}

/// The score over all registers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Bilingual {
    /// Of the texts entered, how many stand in both languages; 100 when there are none.
    pub percent: u32,
    /// Texts with one language.
    pub missing: i64,
    /// Where, the most first.
    pub registers: Vec<MissingHalves>,
}

/// Counts every field that holds two languages.
pub fn read(connection: &Connection, today: NaiveDate, language: Language) -> Result<Bilingual> {
    let (mut entered, mut missing, mut registers) = (0, 0, Vec::new());
    for register in REGISTERS {
        for field in register.fields().filter(|field| field.kind == Kind::Pair) {
            let all = ListQuery {
                language,
                ..ListQuery::all(register.key)
            };
            let query = all.clone().filter(field.key, FilterOp::OneLanguage, &[]);
            let lacking = ledger::count(connection, &query, today)?;
            entered += ledger::count(
                connection,
                &all.filter(field.key, FilterOp::Present, &[]),
                today,
            )?;
            missing += lacking;
            if lacking > 0 {
                registers.push(MissingHalves {
                    register: register.key,
                    missing: lacking,
                    query,
                });
            }
        }
    }
    registers.sort_by_key(|found| std::cmp::Reverse(found.missing));
    // rounded down: one missing half is not a hundred per cent
    let percent = if entered == 0 {
        100
    } else {
        (entered - missing) * 100 / entered
    };
    Ok(Bilingual {
        percent: u32::try_from(percent).unwrap_or_default(),
        missing,
        registers,
    })
}
