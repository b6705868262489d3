//! Files in: read a stranger's spreadsheet, understand it, show what it would do, and take it in as one operation.
//!
//! [`file`] finds out what a file is and gives the cells of a sheet ([`table`]) within [`limits`]; [`layout`] finds the table on
//! it; [`recipe`] says what a row makes and [`columns`] which column fills which field.

pub mod api;
pub mod columns;
pub mod file;
pub mod layout;
pub mod limits;
pub mod names;
pub mod recipe;
pub mod table;
pub mod text;
