//! What a command leaves in memory when it is done. A process that ends takes all of
//! it along at once, which is quicker than to give back each small thing; one that
//! works on has to.

use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicBool, Ordering};

static WORKS_ON: AtomicBool = AtomicBool::new(false);

/// Says that this process does the same work more than once.
pub(crate) fn works_on() {
    WORKS_ON.store(true, Ordering::Relaxed);
}

/// Leaves what is no longer needed and holds nothing but memory. Where the process
/// works on, another thread gives it back.
pub(crate) fn leave<T: Send + 'static>(value: T) {
    let value = ManuallyDrop::new(value);
    if WORKS_ON.load(Ordering::Relaxed) {
        rayon::spawn(move || drop(ManuallyDrop::into_inner(value)));
    }
}

/// The same of what borrows, and is given back at once.
pub(crate) fn leave_borrowing<T>(value: T) {
    let value = ManuallyDrop::new(value);
    if WORKS_ON.load(Ordering::Relaxed) {
        drop(ManuallyDrop::into_inner(value));
    }
}
