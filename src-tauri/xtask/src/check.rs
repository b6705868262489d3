//! `cargo xtask check`: what one wants to know before every commit, without opening a window.

use std::fs;
use std::process::Command;

use crate::setup::{self, Need};
use crate::stage::{Report, Tally};
use crate::{Outcome, npm, place, system};

/// One set of features for the whole workspace, in every door: so the webview is compiled once.
pub const WORKSPACE: [&str; 3] = ["--workspace", "--features", "sealbook-app/custom-protocol"];

/// A cargo command over the whole workspace. Build with `--all-targets`: what only tests need changes the features of shared
/// libraries, and every library that differs is compiled twice.
pub fn workspace(verb: &str) -> Command {
    let mut cargo = system::cargo();
    cargo.arg(verb).args(WORKSPACE);
    cargo
}

/// Formats, lints, types and every test that needs no window.
pub fn quick() -> Outcome {
    setup::prepare(&[Need::Build])?;
    let mut report = Report::default();
    source(&mut report);
    report.run("rust tests", Tally::Cargo, &mut workspace("test"));
    report.close()
}

/// The stages that look at the source: Rust and the interface.
pub fn source(report: &mut Report) {
    // the application embeds ui/dist; for checking, an empty folder will do
    let _ = fs::create_dir_all(place::root().join("ui/dist"));
    report.run(
        "rust format",
        Tally::Whole,
        system::cargo().args(["fmt", "--all", "--check"]),
    );
    report.run(
        "interface types",
        Tally::Whole,
        npm::npm("ui").args(["run", "--silent", "check"]),
    );
    report.run(
        "interface lint",
        Tally::Whole,
        npm::npm("ui").args(["run", "--silent", "lint"]),
    );
    report.run(
        "interface tests",
        Tally::Vitest,
        npm::npm("ui").args(["run", "--silent", "test"]),
    );
    let mut clippy = workspace("clippy");
    clippy.args(["--all-targets", "--", "-D", "warnings"]);
    report.run("rust lint", Tally::Whole, &mut clippy);
}
