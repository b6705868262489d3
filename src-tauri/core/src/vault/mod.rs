//! vault
pub mod schema;
