//! Findings by cases, and in the sample company.

mod acts;
mod cases;
mod reassigning;
mod sample;
mod walk;
