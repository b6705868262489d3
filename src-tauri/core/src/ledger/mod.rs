//! Reading the record: built from a register, naming none.
use crate::register::{Pair, Record, Register};
use crate::{Result, vault::row};
/// A whole record. Error `record_gone`.
pub fn record(c: &rusqlite::Connection, register: &Register, id: i64) -> Result<Record> {
    let sql = format!(
        "SELECT {} FROM {} t WHERE t.id = ?1",
        row::select_list(register.fields()),
        register.key
    );
    let mut s = c.prepare_cached(&sql)?;
    let mut rows = s.query([id])?;
    let r = rows
        .next()?
        .ok_or_else(|| crate::Error::new("record_gone"))?;
    Ok(row::read_fields(c, register, register.fields(), r)?.1)
}
/// What a record is called.
pub fn title(_: &rusqlite::Connection, _: &Register, _: i64) -> Result<Pair> {
    Ok(Pair::default())
}
