//! The desktop application. Everything lives in the shell and the core.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // before anything else: this may be the process that reads a stranger's file, and that must not become a window
    if let Some(served) = sealbook_shell::serve_if_asked(std::env::args_os()) {
        return served;
    }
    sealbook_shell::window::run(tauri::generate_context!());
    ExitCode::SUCCESS
}
