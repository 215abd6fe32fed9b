//! Counts allocations.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    sync::atomic::{AtomicU64, Ordering},
};

struct Counting;

static COUNT: AtomicU64 = AtomicU64::new(0);

// SAFETY: every call is handed on to the system's allocator as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        COUNT.fetch_add(1, Ordering::Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The allocations from here on, shared out among calls.
pub(crate) struct Counter(u64);

impl Counter {
    pub(crate) fn start() -> Self {
        Self(COUNT.load(Ordering::Relaxed))
    }

    pub(crate) fn of_each(self, calls: u32) -> f64 {
        let counted = COUNT.load(Ordering::Relaxed) - self.0;
        u32::try_from(counted).map_or(f64::INFINITY, f64::from) / f64::from(calls.max(1))
    }
}
