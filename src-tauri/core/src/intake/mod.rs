//! Files in: read a stranger's spreadsheet, understand it, show what it would do, and take it in as one operation.

pub mod file;
pub mod limits;
pub mod table;
pub mod text;
