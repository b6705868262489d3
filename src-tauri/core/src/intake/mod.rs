//! Files in: read a stranger's spreadsheet, understand it, show what it would do, and take it in as one operation.
//!
//! [`file`] finds out what a file is and hands it to the reader of its format, which gives the cells of a sheet ([`table`])
//! within [`limits`]; for a stranger's file all that happens in a [`worker`] process, and everything else sees an [`OpenFile`].
//! [`layout`] finds the table on it; [`recipe`] says what a row makes and [`columns`] which column fills which field.
//! [`Draft`] holds all that while the
//! officer looks at it; [`plan`] works a row out against what the vault holds ([`known`]), for the preview and again when it is
//! taken in.

mod apply;
mod called;
mod cells;
mod composed;
mod content;
mod correction;
mod draft;
mod format;
mod header;
mod index;
mod kept;
mod keys;
mod make;
mod match_key;
mod matcher;
mod name_choice;
mod open_file;
mod outcome;
mod planning;
mod preview;
mod resume;
mod rows;
mod text;
mod understand;
mod unknown;
mod view;
mod writing;

pub mod api;
pub mod columns;
pub mod file;
mod found;
pub mod hand;
pub mod known;
pub mod layout;
pub mod limits;
pub mod marks;
pub mod names;
pub mod own_fields;
pub mod own_keys;
pub mod pasted;
pub mod plan;
pub mod recipe;
pub mod source;
mod stands;
pub mod table;
pub mod tables;
pub mod worker;

pub use api::{
    ImportDraft, ImportOptions, ImportPreview, ImportResult, ImportSet, PreviewRow, RowAction,
    RowFilter,
};
pub use called::{comparable, is_called};
pub use draft::{Draft, Progress};
pub use open_file::{Isolation, OpenFile};
pub use preview::Judged;

#[cfg(test)]
pub(crate) mod tests;
