//! The platform's own dialogs. A command waits on its thread while the dialog stands in the window.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, mpsc};

use sealbook_core::{Error, Result};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::held;
use crate::host::{FileKind, Host};

/// Whether a test drives this window: WebDriver starts the application with this variable.
pub fn driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// Native dialogs over the one window.
pub struct Dialogs {
    app: AppHandle,
    /// What dialogs answer instead of opening, in order, when a driver runs the window: it cannot reach native ones.
    prepared: Option<Mutex<VecDeque<PathBuf>>>,
}

impl Dialogs {
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

impl Host for Dialogs {
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
}
