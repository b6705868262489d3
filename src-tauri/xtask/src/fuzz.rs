//! `cargo xtask fuzz`: the readers on changed files, for as long as there is time.

use crate::check::workspace;
use crate::setup::{self, Need};
use crate::{Outcome, place, system};

/// How long, unless said.
const MINUTES: &str = "10";

/// Goes on for the minutes said. What goes wrong is kept below `target/fuzz`, with the line that says how.
pub fn search(words: &[String]) -> Outcome {
    setup::prepare(&[Need::Build, Need::SecondOpinions])?;
    let minutes = words.first().map_or(MINUTES, String::as_str);
    let mut cargo = workspace("test");
    cargo
        .args(["--package", "sealbook-tests", "--test", "fuzz"])
        .args(["--", "--minutes", minutes]);
    system::run(cargo.env("SEALBOOK_PYTHON", place::python()))
}
