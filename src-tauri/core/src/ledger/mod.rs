//! Reading the record: lists, pages, single records, search, history. Built from a register, naming none; over any connection,
//! so that the window, a long export and the tests ask in the same words.

mod condition;
mod entered;
mod find;
mod history;
mod query;
mod remembered;
mod rows;
mod search;
mod sums;
#[cfg(test)]
mod tests;
mod title;
mod view;

use rusqlite::Connection;

pub use entered::entered;
pub use find::find_by_name;
pub use history::{
    EntryView, HistoryPage, HistoryQuery, OperationView, UndoState, history, operation_entries,
    undo_state,
};
pub use query::{Filter, FilterOp, ListQuery, Sort, count, dates, ids, statement};
pub use rows::{MOST_ROWS, Row, page_value, rows};
pub use search::{Hit, lookup, search, translations};
pub use sums::{Sum, Total, sums};
pub(crate) use title::of_texts;
pub use title::{Ref, Titles, title};
pub use view::{ChildCount, IssueView, RecordView, Severity, view};

use crate::register::{Record, Register};
use crate::vault::row;
use crate::{Error, Result};

/// A whole record. Error `record_gone`.
pub fn record(connection: &Connection, register: &Register, id: i64) -> Result<Record> {
    let sql = format!(
        "SELECT {} FROM {} t WHERE t.id = ?1",
        row::select_list(register.fields()),
        register.key
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([id])?;
    let found = rows
        .next()?
        .ok_or_else(|| Error::new("record_gone").with("register", register.key))?;
    Ok(row::read_fields(connection, register, register.fields(), found)?.1)
}

/// Every record in use, in the order they were made.
pub fn records(
    connection: &Connection,
    register: &Register,
    mut each: impl FnMut(i64, Record) -> Result<()>,
) -> Result<()> {
    let list = row::select_list(register.fields());
    let sql = format!(
        "SELECT {list} FROM {} t WHERE t.archived_at IS NULL ORDER BY t.id",
        register.key
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(found) = rows.next()? {
        let (id, record) = row::read_fields(connection, register, register.fields(), found)?;
        each(id, record)?;
    }
    Ok(())
}
