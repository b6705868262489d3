//! Everything Sealbook knows and does: registers, the vault, reading, rules, files in and files out.
//!
//! Start with [`register`] (what is recorded), then [`vault`] (where it lies and the one gate every change passes), then
//! [`ledger`] (how it is read). There is no clock, no locale, no window and no network in here: days and moments are passed in,
//! and errors are codes that are put into words at the edge.

pub mod bytes;
pub mod error;
pub mod intake;
pub mod ledger;
pub mod matching;
pub mod register;
pub mod rules;
pub mod sample;
pub mod vault;
pub mod words;
pub mod workbook;

pub use error::{Error, Result};
