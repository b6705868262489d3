//! What a page sees and chooses of names no record goes by.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::register::Pair;

/// What becomes of a name no record goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NameBecomes {
    /// A new record.
    Create,
    /// Another name of this record.
    Same(#[ts(type = "number")] i64),
    /// Rows with it are left out.
    Refuse,
    /// It is kept as it was found, to be matched with a record later.
    Wait,
}

/// A choice of the officer for one name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NameChoice {
    /// Register it names a record of.
    pub register: String,
    /// The name.
    pub name: String,
    /// What becomes of it; none: as for all.
    pub becomes: Option<NameBecomes>,
}

/// A record a name is like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NameCandidate {
    /// Row.
    #[ts(type = "number")]
    pub id: i64,
    /// Code, where its register has one.
    pub code: Option<String>,
    /// What it is called.
    pub title: Pair,
    /// How alike, in percent.
    pub percent: u8,
}

/// A name no record goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnknownName {
    /// Register.
    pub register: &'static str,
    /// As it stands in the file.
    pub name: String,
    /// Rows it stands in.
    pub rows: u32,
    /// The first of them, in the file.
    pub first_row: u32,
    /// What becomes of it.
    pub becomes: NameBecomes,
    /// Chosen for this name, not for all.
    pub chosen: bool,
    /// It may wait to be matched.
    pub waits: bool,
    /// Records it is like, the best first.
    pub candidates: Vec<NameCandidate>,
}
