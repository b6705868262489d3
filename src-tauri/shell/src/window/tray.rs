//! While it waits without a window, Windows shows its mark beside the clock: to have the window back, or to quit. macOS has the Dock
//! for both; on Linux such a mark would ask for one more system library, so the program's own menu entry brings the window back.

use sealbook_core::words::Words;
use tauri::AppHandle;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};

const MARK: &str = "waiting";
const QUIT: &str = "quit";

/// Shows the mark.
pub fn show(app: &AppHandle, words: Words) -> tauri::Result<()> {
    let item = |key: &str| MenuItem::with_id(app, key, words.text(key), true, None::<&str>);
    let (open, quit) = (item("open-window")?, item(QUIT)?);
    let mut mark = TrayIconBuilder::with_id(MARK)
        .tooltip(&app.package_info().name)
        .menu(&Menu::with_items(app, &[&open, &quit])?)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| {
            if event.id().as_ref() == QUIT {
                app.exit(0);
            } else {
                super::show(app);
            }
        })
        .on_tray_icon_event(|mark, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                super::show(mark.app_handle());
            }
        });
    if let Some(icon) = app.default_window_icon() {
        mark = mark.icon(icon.clone());
    }
    mark.build(app).map(drop)
}

/// Takes it away.
pub fn hide(app: &AppHandle) -> tauri::Result<()> {
    let taken = app.clone();
    app.run_on_main_thread(move || drop(taken.remove_tray_by_id(MARK)))
}
