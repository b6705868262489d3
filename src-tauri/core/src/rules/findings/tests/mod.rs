//! Findings by cases, and in the sample company.

mod acts;
mod cases;
mod sample;
mod walk;
