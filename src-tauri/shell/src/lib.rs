//! The window around the core.
#[cfg(feature = "window")]
pub mod window {
    //! Tauri.
    /// Runs.
    pub fn run(context: tauri::Context) {
        let _ = tauri::Builder::default().run(context);
    }
}
