//! The workspace tells of sleep and of another user taking the screen; that the screen was locked goes to every program that listens.
#![allow(unsafe_code)] // AppKit's notifications have no safe face; the blocks below hold nothing but what is called

use std::ptr::NonNull;
use std::sync::Arc;

use block2::RcBlock;
use objc2_app_kit::{
    NSWorkspace, NSWorkspaceSessionDidResignActiveNotification, NSWorkspaceWillSleepNotification,
};
use objc2_foundation::{
    NSDistributedNotificationCenter, NSNotification, NSNotificationCenter, NSString, ns_string,
};

use super::Left;

/// Called on the main thread, where AppKit then calls back.
pub fn watch(left: &Left) {
    let workspace = NSWorkspace::sharedWorkspace().notificationCenter();
    // SAFETY: the names are AppKit's own constants
    let names = unsafe {
        [
            NSWorkspaceWillSleepNotification,
            NSWorkspaceSessionDidResignActiveNotification,
        ]
    };
    for name in names {
        observe(&workspace, name, left);
    }
    let everyone = NSDistributedNotificationCenter::defaultCenter();
    observe(&everyone, ns_string!("com.apple.screenIsLocked"), left);
}

/// The center keeps the observer for as long as the program runs.
fn observe(center: &NSNotificationCenter, name: &NSString, left: &Left) {
    let left = Arc::clone(left);
    let block = RcBlock::new(move |_: NonNull<NSNotification>| left());
    // SAFETY: no object and no queue are given, and the block may be sent to any thread
    unsafe {
        center.addObserverForName_object_queue_usingBlock(Some(name), None, None, &block);
    }
}
