//! `cargo xtask bindings`: the page's view of the program, written from the Rust types.

use crate::setup::{self, Need};
use crate::{Outcome, check, system};

/// Writes ui/src/bindings.ts. The same test that writes it fails, without the variable, when it is stale.
pub fn write() -> Outcome {
    setup::prepare(&[Need::Build])?;
    let mut test = check::workspace("test");
    test.args(["--package", "sealbook-shell", "bindings"]);
    system::run(test.env("SEALBOOK_WRITE_BINDINGS", "1"))
}
