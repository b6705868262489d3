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
    let mut arguments = Arguments::from_args();
    // one after the other: memory and processes of this program are counted
    arguments.test_threads = Some(1);
    let trials: Vec<Trial> = [reading::trials(), hostile::trials(), bounds::trials()]
        .into_iter()
        .flatten()
        .map(|(name, test)| {
            Trial::test(name, move || {
                test();
                Ok(())
            })
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}
