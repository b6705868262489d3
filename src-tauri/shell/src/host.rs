//! What only the platform can do. The window answers with native dialogs, tests with prepared answers.

use std::path::{Path, PathBuf};

use sealbook_core::Result;
use sealbook_core::words::Words;
use serde::Serialize;
use ts_rs::TS;

/// The operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Platform {
    /// Windows.
    Windows,
    /// macOS.
    Macos,
    /// Linux.
    Linux,
}

impl Platform {
    /// The one this was built for.
    pub const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(target_os = "macos") {
        Self::Macos
    } else {
        Self::Linux
    };
}

/// What kind of file a dialog offers: a name to show and the endings.
#[derive(Debug, Clone)]
pub struct FileKind {
    /// Shown in the dialog, in the working language.
    pub name: String,
    /// Without the dot; none means any file.
    pub endings: &'static [&'static str],
}

impl FileKind {
    /// A kind named by the Fluent id `file-kind-<key>`.
    pub fn new(words: Words, key: &str, endings: &'static [&'static str]) -> Self {
        Self {
            name: words.text(&format!("file-kind-{key}")),
            endings,
        }
    }
}

/// The platform under the commands. Dialogs block the calling thread, which is never the window's.
pub trait Host: Send + Sync {
    /// Asks for a file to read; `None` when cancelled.
    fn pick_open(&self, kind: &FileKind) -> Option<PathBuf>;
    /// Asks where to write, proposing a name; `None` when cancelled.
    fn pick_save(&self, name: &str, kind: &FileKind) -> Option<PathBuf>;
    /// Asks for a folder; `None` when cancelled.
    fn pick_folder(&self) -> Option<PathBuf>;
    /// Shows a file in the system's file manager.
    fn reveal(&self, path: &Path) -> Result<()>;
    /// Says a sentence on the desktop, unless she sits at the window: the page says it there.
    fn notify(&self, _: &str) {}
    /// Starts the program with the computer and without a window, or no more.
    fn start_with_computer(&self, _: bool) -> Result<()> {
        Ok(())
    }
    /// Ends the program.
    fn quit(&self) {}
}
