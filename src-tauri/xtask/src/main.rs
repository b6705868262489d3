//! The doors of a developer: one command for each thing there is to do, the same on every system.
//! No dependency, so that the first one compiles in seconds.
#![allow(clippy::print_stdout)] // a door speaks on standard output

mod bench;
mod bindings;
mod check;
mod cross;
mod fuzz;
mod icons;
mod npm;
mod package;
mod place;
mod run;
mod setup;
mod shots;
mod stage;
mod system;
mod test;

use std::process::ExitCode;

/// What a door answers: nothing, or the sentence that says why it stayed shut.
type Outcome = Result<(), String>;

const USAGE: &str = "\
cargo xtask <door>

  run        set up, build, and open Sealbook on the sample company
             (without a display: make the sample vault and its workbook, and say where they lie)
  test       set up and run every test, those in a virtual display included
  check      the quick part of test: format, lints, types and tests without a window
  shots      a picture of every screen, language and theme, into shots/
  fuzz       the readers on files changed at random, for ten minutes: fuzz [MINUTES]
  bench      the benchmarks: bench [--quick] [NAME …]
  cross      the same code for Windows (built, core tests run) and macOS (type-checked): cross [windows|macos]
  bindings   write ui/src/bindings.ts from the Rust types
  package    the installers of this system
  icons      render icons/seal.svg into every size the installers want
  setup      install what the doors need, and nothing else";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let rest = words.get(1..).unwrap_or_default();
    let outcome = match words.first().map(String::as_str) {
        Some("run") => run::open(),
        Some("test") => test::everything(),
        Some("check") => check::quick(),
        Some("shots") => shots::take(rest),
        Some("bench") => bench::measure(rest),
        Some("fuzz") => fuzz::search(rest),
        Some("cross") => cross::check(rest),
        Some("bindings") => bindings::write(),
        Some("package") => package::build(),
        Some("icons") => icons::render(),
        Some("setup") => setup::prepare(&setup::EVERYTHING),
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
