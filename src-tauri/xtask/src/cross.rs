//! `cargo xtask cross`: the code as the other two systems compile it, from Debian.
//! Windows: the core's tests are built with mingw and run under wine. macOS: core and application are type-checked;
//! C code is not compiled there, which checking Rust does not need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::setup::{self, Need};
use crate::{Outcome, place, system};

const WINDOWS: &str = "x86_64-pc-windows-gnu";
const MACOS: &str = "aarch64-apple-darwin";

/// A stand-in C compiler: it answers questions about the target truly and makes empty objects.
const STUB_CC: &str = r#"#!/bin/bash
out=; compile=; preprocess=; previous=; words=(); skip=
for word in "$@"; do
  if [ -n "$skip" ]; then skip=; continue; fi
  [ "$previous" = -o ] && out=$word
  previous=$word
  case "$word" in
    '-?') exit 1 ;;
    -c) compile=1 ;;
    -E) preprocess=1 ;;
    --target=*|-m*-version-min=*|-mtargetos=*|-fobjc-*|-fmodules|-fblocks) continue ;;
    -target|-arch|-isysroot) skip=1; continue ;;
  esac
  words+=("$word")
done
[ -n "$preprocess" ] && exec gcc "${words[@]}"
[ -n "$out" ] && : > "$out"
exit 0
"#;

const STUB_AR: &str =
    "#!/bin/sh\nfor word in \"$@\"; do case \"$word\" in *.a) : > \"$word\" ;; esac; done\n";

/// wine 8 lacks this library, which every Rust program on Windows asks for its random numbers. For tests only.
const RANDOM_SHIM: &str = r"#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
  while (count) {
    ULONG part = count > 0x10000000 ? 0x10000000 : (ULONG)count;
    if (!SystemFunction036(bytes, part)) return FALSE;
    bytes += part; count -= part;
  }
  return TRUE;
}
";

/// Checks the named systems, or both.
pub fn check(words: &[String]) -> Outcome {
    setup::prepare(&[Need::Build, Need::Cross])?;
    let asked = |name: &str| words.is_empty() || words.iter().any(|word| word == name);
    if asked("windows") {
        windows()?;
    }
    if asked("macos") {
        macos()?;
    }
    Ok(())
}

fn windows() -> Outcome {
    println!("Windows: building the core's tests and running them under wine …");
    let home = folder("windows")?;
    let prefix = wine_prefix(&home)?;
    let mut cargo = debian_cargo("test", WINDOWS);
    let mingw = |tool: &str| format!("x86_64-w64-mingw32-{tool}");
    cargo
        .args(["--package", "sealbook-core"])
        .env("CC_x86_64_pc_windows_gnu", mingw("gcc-posix"))
        .env("CXX_x86_64_pc_windows_gnu", mingw("g++-posix"))
        .env("AR_x86_64_pc_windows_gnu", mingw("ar"))
        .env("RANLIB_x86_64_pc_windows_gnu", mingw("ranlib"))
        .env(
            "CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER",
            mingw("gcc-posix"),
        )
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", "wine");
    system::run(in_wine(&mut cargo, &prefix))
}

fn macos() -> Outcome {
    println!("macOS: type-checking the core and the application …");
    let home = folder("macos")?;
    for (name, text) in [
        ("cc", STUB_CC),
        ("c++", STUB_CC),
        ("ar", STUB_AR),
        ("ranlib", STUB_AR),
    ] {
        script(&home.join(name), text)?;
    }
    let sdk = home.join("sdk");
    fs::create_dir_all(&sdk).map_err(|error| error.to_string())?;
    for package in ["sealbook-core", "sealbook-cli", "sealbook-app"] {
        let mut cargo = debian_cargo("check", MACOS);
        cargo
            .args(["--package", package])
            .env("CC_aarch64_apple_darwin", home.join("cc"))
            .env("CXX_aarch64_apple_darwin", home.join("c++"))
            .env("AR_aarch64_apple_darwin", home.join("ar"))
            .env("RANLIB_aarch64_apple_darwin", home.join("ranlib"))
            .env("SDKROOT", &sdk); // an empty folder keeps build scripts from asking for Xcode
        system::run(&mut cargo)?;
    }
    Ok(())
}

/// Debian's own compiler carries the source of the standard library, so it can build it for another system.
fn debian_cargo(verb: &str, target: &str) -> Command {
    let mut cargo = system::command("/usr/bin/cargo");
    cargo.args([verb, "-Zbuild-std", "--target", target]);
    for rustup in ["RUSTUP_TOOLCHAIN", "RUSTC", "RUSTDOC", "CARGO"] {
        cargo.env_remove(rustup);
    }
    let path = std::env::var("PATH").unwrap_or_default();
    cargo
        .env("PATH", format!("/usr/bin:{path}"))
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", place::target().join("cross"));
    cargo
}

fn in_wine<'a>(command: &'a mut Command, prefix: &Path) -> &'a mut Command {
    command
        .env("WINEPREFIX", prefix)
        .env("WINEDEBUG", "-all")
        .env("WINEDLLOVERRIDES", "mscoree,mshtml=")
        .env("DISPLAY", "")
}

fn wine_prefix(home: &Path) -> Result<PathBuf, String> {
    let prefix = home.join("wine");
    let system32 = prefix.join("drive_c/windows/system32");
    if !system32.is_dir() {
        system::run(in_wine(system::command("wineboot").arg("--init"), &prefix))?;
        system::run(in_wine(
            system::command("wineserver").arg("--wait"),
            &prefix,
        ))?;
    }
    let library = system32.join("bcryptprimitives.dll");
    if !library.is_file() {
        let source = home.join("bcryptprimitives.c");
        fs::write(&source, RANDOM_SHIM).map_err(|error| error.to_string())?;
        let mut gcc = system::command("x86_64-w64-mingw32-gcc-posix");
        gcc.args(["-shared", "-O2", "-s", "-o"])
            .arg(&library)
            .arg(&source)
            .arg("-ladvapi32");
        system::run(&mut gcc)?;
    }
    Ok(prefix)
}

fn folder(name: &str) -> Result<PathBuf, String> {
    let folder = place::target().join("cross-tools").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

fn script(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    system::run(system::command("chmod").arg("+x").arg(file))
}
