//! The npm packages of the interface and of the interface tests.

use std::path::Path;
use std::process::Command;

use crate::{Outcome, place, system};

/// npm in one folder of the repository.
pub fn npm(folder: &str) -> Command {
    let mut npm = system::command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(place::root().join(folder))
        .env("npm_config_fund", "false")
        .env("npm_config_audit", "false");
    npm
}

/// Installs a folder's packages exactly as locked, when the lock changed since.
pub fn install(folder: &str) -> Outcome {
    let folder_path = place::root().join(folder);
    let stamp = folder_path.join("node_modules/.sealbook-lock");
    system::when_changed(&folder_path.join("package-lock.json"), &stamp, || {
        println!("Installing the npm packages of {folder}/ …");
        system::run(npm(folder).args(["ci", "--no-progress", "--loglevel=error"]))
    })
}

/// Builds the interface into ui/dist.
pub fn build_interface() -> Outcome {
    system::run(npm("ui").args(["run", "--silent", "build"]))
}

/// A program that came with the interface's packages.
pub fn tool(name: &str) -> Command {
    let file = Path::new("ui/node_modules/.bin").join(if cfg!(windows) {
        format!("{name}.cmd")
    } else {
        name.into()
    });
    system::command(place::root().join(file))
}
