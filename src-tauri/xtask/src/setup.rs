//! What the doors need from the system: looked for every time, installed when missing.

use std::fs;

use crate::{Outcome, npm, place, system};

/// One thing a door may need.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// to compile the application: a compiler, WebKit, OpenSSL, and the interface's packages
    Build,
    /// to drive the interface in a browser and the window in a virtual display
    Drive,
    /// to let other programs judge what Sealbook wrote
    SecondOpinions,
    /// to compile for Windows and macOS
    Cross,
}

/// For the whole test run.
pub const EVERYTHING: [Need; 3] = [Need::Build, Need::Drive, Need::SecondOpinions];

const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
];
const DRIVE: &[&str] = &[
    "xclip",
    "xvfb",
    "xauth",
    "dbus",
    "gnome-keyring",
    "webkit2gtk-driver",
    "fonts-noto-cjk",
    "at-spi2-core",
];
const SECOND_OPINIONS: &[&str] = &[
    "age",
    "minisign",
    "libreoffice-calc",
    "poppler-utils",
    "python3-venv",
    "fonts-noto-cjk",
];
const CROSS: &[&str] = &[
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "make",
    "perl",
    "gcc",
    "libssl-dev",
    "llvm",
    "gcc-mingw-w64-x86-64-posix",
    "g++-mingw-w64-x86-64-posix",
    "binutils-mingw-w64-x86-64",
    "wine",
    "wine64",
];

/// Installs what is missing, or says in a sentence what to install by hand.
pub fn prepare(needs: &[Need]) -> Outcome {
    node()?;
    let wanted: Vec<&str> = needs
        .iter()
        .flat_map(|need| packages(*need))
        .copied()
        .collect();
    system_packages(wanted, needs)?;
    if needs.contains(&Need::Build) {
        npm::install("ui")?;
    }
    if needs.contains(&Need::Drive) {
        npm::install("tests/e2e")?;
    }
    if needs.contains(&Need::SecondOpinions) {
        python_packages()?;
    }
    Ok(())
}

fn packages(need: Need) -> &'static [&'static str] {
    match need {
        Need::Build => BUILD,
        Need::Drive => DRIVE,
        Need::SecondOpinions => SECOND_OPINIONS,
        Need::Cross => CROSS,
    }
}

/// The interface is built by Node; the oldest that Vite still takes.
fn node() -> Outcome {
    const OLDEST: (u32, u32) = (20, 19);
    let sentence = "Sealbook is built with Node.js 20.19 or newer and npm: install it from nodejs.org or your system's packages, then run this again.";
    let text = system::answer(system::command("node").arg("--version")).ok_or(sentence)?;
    let mut parts = text
        .trim_start_matches('v')
        .split('.')
        .map_while(|part| part.parse::<u32>().ok());
    match (parts.next(), parts.next()) {
        (Some(major), Some(minor)) if (major, minor) >= OLDEST => Ok(()),
        _ => Err(format!("{sentence} (found {text})")),
    }
}

fn system_packages(mut wanted: Vec<&str>, needs: &[Need]) -> Outcome {
    let Some(release) = debian_like() else {
        return by_hand(needs);
    };
    if needs.contains(&Need::Drive) && browser().is_none() {
        // Ubuntu carries Chromium under another name
        wanted.push(if release.contains("ID=ubuntu") {
            "chromium-browser"
        } else {
            "chromium"
        });
    }
    wanted.sort_unstable();
    wanted.dedup();
    let missing: Vec<&str> = wanted.into_iter().filter(|name| !installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!(
        "Installing from the system's packages: {}",
        missing.join(" ")
    );
    apt(&["update", "-qq"])?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(&missing);
    apt(&words)
}

/// The text of /etc/os-release on Debian, Ubuntu and their kin.
fn debian_like() -> Option<String> {
    let release = fs::read_to_string("/etc/os-release").ok()?;
    let kin =
        |line: &str| line.starts_with("ID") && (line.contains("debian") || line.contains("ubuntu"));
    release.lines().any(kin).then_some(release)
}

fn installed(package: &str) -> bool {
    let mut query = system::command("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    system::answer(&mut query).is_some_and(|status| status == "installed")
}

fn apt(words: &[&str]) -> Outcome {
    let root = system::answer(system::command("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = system::command(if root { "env" } else { "sudo" });
    if !root {
        command.arg("env");
    }
    command
        .args([
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "-o",
            "DPkg::Lock::Timeout=600",
        ])
        .args(words);
    system::run(command.stdin(std::process::Stdio::null()))
}

/// A system without apt: say what is needed, and go on when it seems to be there.
fn by_hand(needs: &[Need]) -> Outcome {
    if cfg!(target_os = "macos") && system::find("cc").is_none() {
        return Err("Install Apple's command line tools first: xcode-select --install".into());
    }
    if cfg!(target_os = "linux")
        && system::answer(system::command("pkg-config").args([
            "--exists",
            "webkit2gtk-4.1",
            "openssl",
        ]))
        .is_none()
    {
        return Err(format!(
            "Install what these Debian packages hold, under your system's names: {}",
            BUILD.join(", ")
        ));
    }
    if needs.contains(&Need::Drive) && browser().is_none() {
        return Err("The interface tests need Chromium, Chrome or Edge: install one, or name it in SEALBOOK_CHROMIUM.".into());
    }
    if needs.contains(&Need::SecondOpinions) {
        let tools = ["age", "minisign", "soffice", "pdftoppm"];
        let missing: Vec<&str> = tools
            .into_iter()
            .filter(|tool| system::find(tool).is_none())
            .collect();
        if !missing.is_empty() {
            return Err(format!(
                "The second opinions need these programs on the path: {}",
                missing.join(", ")
            ));
        }
    }
    if needs.contains(&Need::Cross) {
        return Err("The cross checks run on Debian only.".into());
    }
    Ok(())
}

/// The browser of the interface tests.
pub fn browser() -> Option<std::path::PathBuf> {
    if let Some(named) = std::env::var_os("SEALBOOK_CHROMIUM") {
        return Some(named.into());
    }
    let usual = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    ];
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| system::find(name))
        .or_else(|| {
            usual
                .iter()
                .map(std::path::PathBuf::from)
                .find(|file| file.is_file())
        })
}

/// A Python of its own, with the libraries that read what Sealbook wrote.
fn python_packages() -> Outcome {
    let venv = place::target().join("venv");
    let list = place::root().join("tests/second/requirements.txt");
    system::when_changed(&list, &venv.join("sealbook-requirements"), || {
        println!("Making the Python of the second opinions …");
        let python = if cfg!(windows) { "python" } else { "python3" };
        system::run(system::command(python).args(["-m", "venv"]).arg(&venv))?;
        let mut pip = system::command(place::python());
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .arg(&list);
        system::run(&mut pip)
    })
}
