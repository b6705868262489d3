//! `cargo xtask icons`: every size the installers want, from icons/seal.svg.

use std::fs;

use crate::{Outcome, npm, place, system};

const KEPT: [&str; 6] = [
    "32x32.png",
    "128x128.png",
    "128x128@2x.png",
    "icon.png",
    "icon.ico",
    "icon.icns",
];

/// Renders beside, then takes over the sizes of a desktop.
pub fn render() -> Outcome {
    npm::install("ui")?;
    let (icons, fresh) = (place::root().join("icons"), place::target().join("icons"));
    system::run(
        npm::tool("tauri")
            .arg("icon")
            .arg(icons.join("seal.svg"))
            .arg("--output")
            .arg(&fresh),
    )?;
    for name in KEPT {
        fs::copy(fresh.join(name), icons.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
