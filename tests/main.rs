//! One test program: the rules of the house, and whatever crosses a crate or needs a second implementation.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops where it fails

mod arrows;
mod conf;
mod corpus;
mod house;
mod locales;
mod second_opinion;
