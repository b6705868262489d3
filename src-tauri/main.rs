//! The desktop application. Everything lives in the shell and the core.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    sealbook_shell::window::run(tauri::generate_context!());
}
