//! The window: Tauri around the one table of commands.

mod desktop;
#[cfg(windows)]
mod tray;

use std::path::PathBuf;
use std::sync::Arc;

use sealbook_core::{Error, Result};
use serde_json::Value as Json;
use tauri::ipc::{InvokeBody, Request};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, RunEvent, State, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_notification::NotificationExt;

use crate::files::{FileToken, percent_decoded};
use crate::settings::WindowSize;
use crate::{Clock, Homes, Session, away, commands, watch};
use desktop::Desktop;

const MAIN: &str = "main";
/// The argument the system starts it with: no window before somebody asks for one.
const HIDDEN: &str = "--hidden";
/// The least the pages are made for, and what they are comfortable in.
const LEAST: (f64, f64) = (1024.0, 700.0);
const COMFORTABLE: (f64, f64) = (1360.0, 860.0);

struct Shared {
    session: Arc<Session>,
    host: Arc<Desktop>,
}

/// Runs the application until it is quit.
pub fn run(context: tauri::Context) {
    quiet_panics();
    let builder = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, words, _| {
            if !hidden(&words) {
                show(app);
            }
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .invoke_handler(tauri::generate_handler![call, upload])
        .setup(|app| Ok(set_up(app.handle())?));
    #[cfg(target_os = "macos")]
    let builder = builder.menu(tauri::menu::Menu::default);
    match builder.build(context) {
        Ok(app) => app.run(|app, event| match event {
            // the last window was closed; a quit has a code
            RunEvent::ExitRequested {
                code: None, api, ..
            } if watches(app) => {
                leave(app);
                api.prevent_exit();
                wait_unseen(app);
            }
            RunEvent::Exit => {
                // closing a vault may take a moment; whoever starts the program again meanwhile gets a window of its own
                tauri_plugin_single_instance::destroy(app);
                leave(app);
            }
            #[cfg(target_os = "macos")]
            RunEvent::Reopen { .. } => show(app),
            _ => {}
        }),
        Err(error) => complain(&error),
    }
}

fn set_up(app: &AppHandle) -> tauri::Result<()> {
    let session = Arc::new(Session::new(homes(app)?, Clock::default()));
    if std::env::var_os("SEALBOOK_OPEN_SAMPLE").is_some_and(|value| value == "1")
        && let Err(error) = session.open_sample()
    {
        complain(&error);
    }
    let host = Arc::new(Desktop::new(app.clone()));
    app.manage(Shared {
        session: Arc::clone(&session),
        host: Arc::clone(&host),
    });
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || watch::run(&session, host.as_ref()))?;
    let clicked = app.clone();
    let listening = app.notification().on_action(move |_| show(&clicked));
    if let Err(error) = listening {
        complain(&error);
    }
    let watched = app.clone();
    if let Err(error) = away::watch(Arc::new(move || lock_left(&watched))) {
        complain(&error);
    }
    let words: Vec<String> = std::env::args().collect();
    if !hidden(&words) {
        return open_window(app);
    }
    if watches(app) {
        wait_unseen(app);
    } else {
        // an entry left over from a time when it watched
        app.exit(0);
    }
    Ok(())
}

/// There is no window now.
fn wait_unseen(app: &AppHandle) {
    #[cfg(windows)]
    {
        let shared: State<'_, Shared> = app.state();
        if let Err(error) = tray::show(app, shared.session.words()) {
            complain(&error);
        }
    }
    #[cfg(not(windows))]
    let _ = app;
}

fn hidden(words: &[String]) -> bool {
    words.iter().any(|word| word == HIDDEN)
}

/// Whether it goes on without a window.
fn watches(app: &AppHandle) -> bool {
    let shared: State<'_, Shared> = app.state();
    shared.session.settings(|settings| settings.watch)
}

/// Nobody sits there any more: the page blanks itself, and the vault locks whether or not the page still answers.
fn lock_left(app: &AppHandle) {
    let shared: State<'_, Shared> = app.state();
    if !shared.session.locks_when_left() {
        return;
    }
    if let Err(error) = app.emit("left", ()) {
        complain(&error);
    }
    if let Err(error) = crate::caught(|| commands::lock_up(&shared.session)) {
        complain(&error);
    }
}

/// Settings and vaults lie in the local application data of this account; `SEALBOOK_HOME` puts both elsewhere.
fn homes(app: &AppHandle) -> tauri::Result<Homes> {
    if let Some(home) = std::env::var_os("SEALBOOK_HOME") {
        return Ok(Homes::under(&PathBuf::from(home)));
    }
    Ok(Homes {
        config: app.path().app_config_dir()?,
        data: app.path().app_local_data_dir()?,
    })
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let shared: State<'_, Shared> = app.state();
    let kept = shared.session.settings(|settings| settings.window);
    let size = kept.map_or(COMFORTABLE, |kept| {
        (kept.width.max(LEAST.0), kept.height.max(LEAST.1))
    });
    let data = shared.session.homes.data.join("webview");
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title(&app.package_info().name)
        .inner_size(size.0, size.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .maximized(kept.is_some_and(|kept| kept.maximized))
        .center()
        // the engine keeps nothing of what it showed; a driver cannot reach a window like that
        .incognito(!desktop::driven())
        .general_autofill_enabled(false)
        .data_directory(data)
        // files are dropped on the page: the native handler would tell it their paths
        .disable_drag_drop_handler()
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    #[cfg(windows)]
    tray::hide(app)?;
    let watched = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { .. } = event {
            remember_size(&watched);
        }
    });
    Ok(())
}

/// The application's own page, and in development the server it comes from. Nothing else is ever shown.
fn is_own(url: &Url) -> bool {
    let bundled = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    let development =
        cfg!(debug_assertions) && url.host_str() == Some("127.0.0.1") && url.port() == Some(5173);
    bundled || development
}

fn remember_size(window: &WebviewWindow) {
    let maximized = window.is_maximized().unwrap_or(false);
    let Ok((size, scale)) = window
        .inner_size()
        .and_then(|size| Ok((size, window.scale_factor()?)))
    else {
        return;
    };
    let size = size.to_logical::<f64>(scale);
    let shared: State<'_, Shared> = window.state();
    let kept = shared.session.change_settings(|settings| {
        let before = settings.window.filter(|_| maximized);
        // the size to come back to is the one before it filled the screen
        settings.window = Some(WindowSize {
            width: before.map_or(size.width, |before| before.width),
            height: before.map_or(size.height, |before| before.height),
            maximized,
        });
    });
    if let Err(error) = kept {
        complain(&error);
    }
}

/// A second start and a notice clicked bring the window up, or open one. From a thread of its own: Windows cannot make a window while
/// it tells of such an event. On the main thread: there windows are closed, so never one that is only half made.
fn show(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let on_main = app.clone();
        let asked = app.run_on_main_thread(move || {
            let shown = match on_main.get_webview_window(MAIN) {
                Some(window) => bring_up(&window),
                None => open_window(&on_main),
            };
            if let Err(error) = shown {
                complain(&error);
            }
        });
        if let Err(error) = asked {
            complain(&error);
        }
    });
}

fn bring_up(window: &WebviewWindow) -> tauri::Result<()> {
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

/// Quitting closes the vault; what this computer's keychain may keep stays.
fn leave(app: &AppHandle) {
    let shared: State<'_, Shared> = app.state();
    if let Err(error) = shared.session.lock() {
        complain(&error);
    }
}

/// Every command of the table, on a thread that may wait.
#[tauri::command]
async fn call(shared: State<'_, Shared>, name: String, args: Json) -> Result<Json> {
    let (session, host) = (Arc::clone(&shared.session), Arc::clone(&shared.host));
    aside(move || commands::dispatch(&session, host.as_ref(), &name, args)).await
}

/// A file dropped on the page: its bytes as they are, its name percent-encoded in a header.
#[tauri::command]
async fn upload(shared: State<'_, Shared>, request: Request<'_>) -> Result<FileToken> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Error::new("bad_arguments").with("detail", "body"));
    };
    let name = request
        .headers()
        .get("name")
        .and_then(|name| name.to_str().ok())
        .unwrap_or_default();
    shared.session.upload(&percent_decoded(name), bytes)
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(Error::new("internal")))
}

/// A panic names its place and nothing of what was being worked on.
fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            complain(&place);
        }
    }));
}

/// The one thing that can be done with an error before there is a window or after it.
fn complain(what: &dyn std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "sealbook: {what}");
}
