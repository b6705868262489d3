//! `cargo xtask test`: everything, from the core's tests to a journey through the packaged window.

use std::path::Path;
use std::process::Command;

use crate::check::{self, workspace};
use crate::stage::{Report, Tally};
use crate::{Outcome, npm, place, setup, system};

/// Sets up and runs every test there is.
pub fn everything() -> Outcome {
    setup::prepare(&setup::EVERYTHING)?;
    let mut report = Report::default();
    check::source(&mut report);
    let interface = report.step("interface build", npm::build_interface);
    // those ignored by a plain `cargo test` need the programs of `cargo xtask setup`: other implementations judge the results
    let mut rust = workspace("test");
    rust.args(["--", "--include-ignored"])
        .env("SEALBOOK_PYTHON", place::python());
    report.run("rust tests and second opinions", Tally::Cargo, &mut rust);
    let built = report.run(
        "application build",
        Tally::Whole,
        workspace("build").arg("--all-targets"),
    );
    if interface && built {
        report.run(
            "journeys in a browser",
            Tally::Node,
            &mut node(&["journey.mjs", "work.mjs", "walk.mjs"]),
        );
        if cfg!(target_os = "linux") {
            report.run("journey in the window", Tally::Node, &mut in_window());
        } else {
            report.skip(
                "journey in the window",
                "WebKitWebDriver drives it on Linux only",
            );
        }
    }
    report.close()
}

/// Node's test runner on files of tests/e2e, told where the programs lie.
fn node(files: &[&str]) -> Command {
    let mut node = system::command("node");
    // a step that ran out of time leaves programs behind, which would be waited for
    node.args(["--test", "--test-force-exit", "--test-reporter=tap"])
        .args(files.iter().map(|file| Path::new("tests/e2e").join(file)));
    surroundings(&mut node);
    node
}

/// Tells a script of tests/e2e where everything lies.
pub fn surroundings(command: &mut Command) {
    command
        .env("SEALBOOK_APP", place::built("sealbook-app"))
        .env("SEALBOOK_LOOPBACK", place::built("sealbook-loopback"))
        .env("SEALBOOK_CLI", place::built("sealbook"))
        .env("SEALBOOK_PYTHON", place::python());
    if let Some(browser) = setup::browser() {
        command.env("SEALBOOK_CHROMIUM", browser);
    }
}

/// The window on a display of its own, with a session bus and an unlocked keyring of its own.
fn in_window() -> Command {
    let inner = node(&["window.mjs"]);
    let mut outer = system::command("xvfb-run");
    outer.args([
        "-a",
        "-s",
        "-screen 0 1440x900x24",
        "dbus-run-session",
        "--",
        "tests/e2e/keyring.sh",
    ]);
    outer.arg(inner.get_program()).args(inner.get_args());
    surroundings(&mut outer);
    outer
}
