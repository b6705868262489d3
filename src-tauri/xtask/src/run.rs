//! `cargo xtask run`: Sealbook on the sample company, from a fresh clone.

use std::fs;

use crate::setup::{self, Need};
use crate::{Outcome, check, npm, place, system};

/// The passphrase of the sample vault. It guards nothing: every record in it is invented.
const SAMPLE_PASSPHRASE: &str = "sample company open to everyone";

/// Builds, then opens the window; or does the same job without one.
pub fn open() -> Outcome {
    setup::prepare(&[Need::Build])?;
    println!("Building the interface …");
    npm::build_interface()?;
    println!("Building Sealbook (the first time takes some minutes) …");
    system::run(check::workspace("build").arg("--all-targets"))?;
    if has_display() { window() } else { headless() }
}

fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn window() -> Outcome {
    println!("Opening Sealbook on the sample company …");
    system::run(system::command(place::built("sealbook-app")).env("SEALBOOK_OPEN_SAMPLE", "1"))
}

/// Makes the sample vault and the auditor's workbook with the `sealbook` command.
fn headless() -> Outcome {
    let folder = place::target().join("sample");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (vault, workbook) = (
        folder.join("Sample.sealbook"),
        folder.join("license-position.xlsx"),
    );
    println!("No display here: doing the same with the sealbook command.");
    let sealbook = || {
        let mut command = system::command(place::built("sealbook"));
        command.env("SEALBOOK_PASSPHRASE", SAMPLE_PASSPHRASE);
        command
    };
    system::run(sealbook().arg("demo").arg("--into").arg(&vault))?;
    system::run(
        sealbook()
            .arg("export")
            .arg("--vault")
            .arg(&vault)
            .arg(&workbook),
    )?;
    println!(
        "\nThe sample vault    {}\nIts passphrase      {SAMPLE_PASSPHRASE}\nThe workbook        {}",
        vault.display(),
        workbook.display()
    );
    println!("The command         {}", place::built("sealbook").display());
    Ok(())
}
