//! `cargo xtask package`: the installer of this system.

use crate::setup::{self, Need};
use crate::{Outcome, npm, place, system};

/// Builds the release and bundles it.
pub fn build() -> Outcome {
    setup::prepare(&[Need::Build])?;
    let bundle = match std::env::consts::OS {
        "windows" => "nsis",
        "macos" => "dmg",
        _ => "deb",
    };
    system::run(npm::tool("tauri").args(["build", "--ci", "--bundles", bundle]))?;
    println!(
        "The installer lies in {}",
        place::target()
            .join("release/bundle")
            .join(bundle)
            .display()
    );
    Ok(())
}
