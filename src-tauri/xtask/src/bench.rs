//! `cargo xtask bench`: every figure with its reference and its bar.

use crate::setup::{self, Need};
use crate::{Outcome, place, system};

/// Runs the named benchmarks, or all; the benchmark program knows `--quick` and ends with an error over a bar.
pub fn measure(words: &[String]) -> Outcome {
    setup::prepare(&[Need::Build, Need::SecondOpinions])?;
    let mut cargo = system::cargo();
    cargo
        .args([
            "bench",
            "--package",
            "sealbook-tests",
            "--bench",
            "bars",
            "--",
        ])
        .args(words);
    system::run(cargo.env("SEALBOOK_PYTHON", place::python()))
}
