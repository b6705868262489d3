//! What the trade knows: how rights count and what proves them.

pub mod bilingual;
pub mod deadline;
pub mod findings;
pub mod gaps;
pub mod position;
pub mod proof;
pub mod rates;
pub mod rights;
pub mod similar;
pub mod sums;
#[cfg(test)]
pub(crate) mod tests;
