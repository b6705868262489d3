//! The platform under the one window: its dialogs, its notices, and starting with the computer. A command waits on its thread while
//! a dialog stands in the window.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, mpsc};

use auto_launch::{AutoLaunch, AutoLaunchBuilder};
use sealbook_core::{Error, Result};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tauri_plugin_notification::NotificationExt;

use crate::held;
use crate::host::{FileKind, Host};

/// Whether a test drives this window: WebDriver starts the application with this variable.
pub fn driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// The system's desktop.
pub struct Desktop {
    app: AppHandle,
    /// What dialogs answer instead of opening, in order, when a driver runs the window: it cannot reach native ones.
    prepared: Option<Mutex<VecDeque<PathBuf>>>,
}

impl Desktop {
    /// Over this application's window.
    pub fn new(app: AppHandle) -> Self {
        let paths = std::env::var_os("SEALBOOK_DIALOG_PATH").filter(|_| driven());
        let prepared = paths.map(|paths| Mutex::new(std::env::split_paths(&paths).collect()));
        Self { app, prepared }
    }

    fn ask(
        &self,
        show: impl FnOnce(FileDialogBuilder<tauri::Wry>, mpsc::Sender<Option<FilePath>>),
    ) -> Option<PathBuf> {
        if let Some(prepared) = &self.prepared {
            return held(prepared).pop_front();
        }
        let mut dialog = self.app.dialog().file();
        if let Some(window) = self.app.get_webview_window(super::MAIN) {
            dialog = dialog.set_parent(&window);
        }
        let (answer, answered) = mpsc::channel();
        show(dialog, answer);
        answered
            .recv()
            .ok()
            .flatten()
            .and_then(|path| path.into_path().ok())
    }
}

/// The entry among what starts with the computer. Where a command line is kept, a path may hold spaces: `C:\Users\Li Wei\…`.
fn entry(app: &AppHandle) -> Result<AutoLaunch> {
    let program = std::env::current_exe()?.display().to_string();
    let program = if cfg!(target_os = "macos") {
        program
    } else {
        format!("\"{program}\"")
    };
    AutoLaunchBuilder::new()
        .set_app_name(&app.package_info().name)
        .set_app_path(&program)
        .set_args(&[super::HIDDEN])
        .build()
        .map_err(refused)
}

fn refused(error: impl std::fmt::Display) -> Error {
    Error::new("autostart").with("detail", error)
}

fn filtered(
    dialog: FileDialogBuilder<tauri::Wry>,
    kind: &FileKind,
) -> FileDialogBuilder<tauri::Wry> {
    if kind.endings.is_empty() {
        dialog
    } else {
        dialog.add_filter(&kind.name, kind.endings)
    }
}

impl Host for Desktop {
    fn pick_open(&self, kind: &FileKind) -> Option<PathBuf> {
        self.ask(|dialog, answer| {
            filtered(dialog, kind).pick_file(move |path| drop(answer.send(path)));
        })
    }

    fn pick_save(&self, name: &str, kind: &FileKind) -> Option<PathBuf> {
        let path = self.ask(|dialog, answer| {
            filtered(dialog, kind)
                .set_file_name(name)
                .save_file(move |path| drop(answer.send(path)));
        })?;
        Some(if path.is_dir() { path.join(name) } else { path })
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.ask(|dialog, answer| dialog.pick_folder(move |path| drop(answer.send(path))))
    }

    fn reveal(&self, path: &Path) -> Result<()> {
        opener::reveal(path).map_err(|error| Error::new("reveal_failed").with("detail", error))
    }

    fn notify(&self, sentence: &str) {
        let window = self.app.get_webview_window(super::MAIN);
        let sits_there = window.is_some_and(|window| {
            window.is_visible().unwrap_or(false) && window.is_focused().unwrap_or(false)
        });
        if sits_there {
            return;
        }
        let name = &self.app.package_info().name;
        let notice = self.app.notification().builder().title(name);
        if let Err(error) = notice.body(sentence).show() {
            super::complain(&error);
        }
    }

    fn start_with_computer(&self, on: bool) -> Result<()> {
        let entry = entry(&self.app)?;
        let done = if on { entry.enable() } else { entry.disable() };
        done.map_err(refused)
    }

    fn quit(&self) {
        self.app.exit(0);
    }
}
