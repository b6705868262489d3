//! Windows tells a window: one that is never shown, on a thread of its own.
#![allow(unsafe_code)] // a window procedure has no safe face

use std::cell::OnceCell;
use std::thread;

use sealbook_core::Result;
use windows::Win32::Foundation::{HANDLE, HWND, LPARAM, LRESULT, WPARAM};
use windows::Win32::System::LibraryLoader::GetModuleHandleW;
use windows::Win32::System::Power::RegisterSuspendResumeNotification;
use windows::Win32::System::RemoteDesktop::{
    NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification,
};
use windows::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DEVICE_NOTIFY_WINDOW_HANDLE, DefWindowProcW, DispatchMessageW, GetMessageW,
    HWND_MESSAGE, MSG, PBT_APMSUSPEND, RegisterClassW, WINDOW_EX_STYLE, WINDOW_STYLE,
    WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WNDCLASSW, WTS_CONSOLE_DISCONNECT,
    WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK,
};
use windows::core::w;

use super::Left;

thread_local! {
    /// What is done when someone has left, for the window of this thread.
    static LEFT: OnceCell<Left> = const { OnceCell::new() };
}

pub fn watch(left: Left) -> Result<()> {
    thread::Builder::new()
        .name("session".to_owned())
        .spawn(move || {
            LEFT.with(|kept| {
                kept.get_or_init(|| left);
            });
            // an error ends the watching, and the clock remains
            let _ = listen();
        })?;
    Ok(())
}

/// Makes the window and hands it its messages until the program ends.
fn listen() -> windows::core::Result<()> {
    // SAFETY: plain calls with values that live long enough; the window belongs to this thread and ends with it
    unsafe {
        let module = GetModuleHandleW(None)?;
        let class = WNDCLASSW {
            lpfnWndProc: Some(heard),
            hInstance: module.into(),
            lpszClassName: w!("SealbookSession"),
            ..Default::default()
        };
        RegisterClassW(&class);
        let window = CreateWindowExW(
            WINDOW_EX_STYLE::default(),
            class.lpszClassName,
            None,
            WINDOW_STYLE::default(),
            0,
            0,
            0,
            0,
            Some(HWND_MESSAGE),
            None,
            Some(module.into()),
            None,
        )?;
        // each is listened to whether or not the other can be
        let _ = WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION);
        let _ = RegisterSuspendResumeNotification(HANDLE(window.0), DEVICE_NOTIFY_WINDOW_HANDLE);
        let mut message = MSG::default();
        while GetMessageW(&mut message, None, 0, 0).0 > 0 {
            DispatchMessageW(&message);
        }
    }
    Ok(())
}

extern "system" fn heard(window: HWND, message: u32, what: WPARAM, more: LPARAM) -> LRESULT {
    let told = u32::try_from(what.0).unwrap_or_default();
    let gone = match message {
        WM_WTSSESSION_CHANGE => matches!(
            told,
            WTS_SESSION_LOCK | WTS_CONSOLE_DISCONNECT | WTS_REMOTE_DISCONNECT
        ),
        WM_POWERBROADCAST => told == PBT_APMSUSPEND,
        _ => false,
    };
    if gone {
        LEFT.with(|kept| {
            if let Some(left) = kept.get() {
                left();
            }
        });
    }
    // SAFETY: the values Windows gave are handed on as they came
    unsafe { DefWindowProcW(window, message, what, more) }
}
