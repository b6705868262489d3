//! Findings by cases, and in the sample company.

mod acts;
mod cases;
mod covering;
mod reassigning;
mod sample;
mod walk;
