//! Reading in a process of its own. Like the application this program serves as its own reading worker, and as some that misbehave.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bounds;
mod files;
mod hostile;
mod misbehaving;
mod reading;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Trial};
use sealbook_core::intake::worker::serve_if_asked;

fn main() -> ExitCode {
    if let Some(served) = serve_if_asked(std::env::args_os()) {
        return served;
    }
    if let Some(way) = std::env::args()
        .nth(1)
        .and_then(|word| misbehaving::Way::asked(&word))
    {
        return way.serve();
    }
    // several names may be asked for, as of any other test program
    let (names, options): (Vec<String>, Vec<String>) =
        std::env::args().partition(|word| !word.starts_with('-'));
    let (program, names) = names.split_at(1);
    let asked = |test: &str| names.is_empty() || names.iter().any(|name| test.contains(name));
    let mut arguments = Arguments::from_iter(program.iter().chain(&options));
    // one after the other: memory and processes of this program are counted
    arguments.test_threads = Some(1);
    let trials: Vec<Trial> = [reading::trials(), hostile::trials(), bounds::trials()]
        .into_iter()
        .flatten()
        .filter(|(name, _)| asked(name))
        .map(|(name, test)| {
            Trial::test(name, move || {
                test();
                Ok(())
            })
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
