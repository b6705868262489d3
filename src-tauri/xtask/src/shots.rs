//! `cargo xtask shots`: a picture of every screen, in every language and theme, into shots/.

use crate::setup::{self, Need};
use crate::{Outcome, check, npm, system, test};

/// Takes the pictures; words name screens, none means all.
pub fn take(screens: &[String]) -> Outcome {
    setup::prepare(&[Need::Build, Need::Drive])?;
    npm::build_interface()?;
    system::run(check::workspace("build").arg("--all-targets"))?;
    let mut node = system::command("node");
    node.arg("tests/e2e/shots.mjs").args(screens);
    test::surroundings(&mut node);
    system::run(&mut node)
}
