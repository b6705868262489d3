//! What the trade knows: how rights count and what proves them.

pub mod position;
pub mod rights;
