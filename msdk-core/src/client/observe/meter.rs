//! Metrics, if the feature is on.

use std::sync::Arc;
#[cfg(feature = "metrics")]
use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Instant,
};

#[cfg(feature = "metrics")]
use metrics::{counter, gauge, histogram};

/// Measures time, if there is somebody to tell.
pub(super) struct Stopwatch {
    #[cfg(feature = "metrics")]
    started: Instant,
}

impl Stopwatch {
    pub(super) fn start() -> Self {
        Self {
            #[cfg(feature = "metrics")]
            started: Instant::now(),
        }
    }
}

/// The app id as a label.
#[derive(Debug, Clone)]
pub(crate) struct App {
    #[cfg(feature = "metrics")]
    id: Arc<str>,
}

impl App {
    #[cfg_attr(not(feature = "metrics"), expect(unused_variables, reason = "nothing is labelled"))]
    pub(crate) fn new(id: &Arc<str>) -> Self {
        Self {
            #[cfg(feature = "metrics")]
            id: Arc::clone(id),
        }
    }
}

/// What one client adds to a gauge, which is taken back when the client is gone.
#[derive(Debug, Default)]
pub(super) struct Share {
    #[cfg(feature = "metrics")]
    added: AtomicU32,
}

#[cfg(feature = "metrics")]
impl Share {
    /// Changes what is added, and returns by how much that changes the gauge.
    fn change(&self, to: u32) -> f64 {
        // Mostly nothing changes, which costs a read.
        if self.added.load(Ordering::Relaxed) == to {
            return 0.0;
        }
        f64::from(to) - f64::from(self.added.swap(to, Ordering::Relaxed))
    }
}

/// Does nothing without the feature.
macro_rules! metered {
    ($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),*) $body:block) => {
        $(#[$doc])*
        #[cfg(feature = "metrics")]
        pub(super) fn $name($($argument: $type),*) $body

        $(#[$doc])*
        #[cfg(not(feature = "metrics"))]
        pub(super) fn $name($(_: $type),*) {}
    };
}

metered!(call(app: &App, endpoint: &'static str, outcome: &'static str, stopwatch: &Stopwatch) {
    counter!("msdk_calls_total", "app" => Arc::clone(&app.id), "endpoint" => endpoint, "outcome" => outcome).increment(1);
    histogram!("msdk_call_duration_seconds", "app" => Arc::clone(&app.id), "endpoint" => endpoint).record(stopwatch.started.elapsed());
});

metered!(failure(app: &App, endpoint: &'static str, turn: &'static str) {
    counter!("msdk_failed_calls_total", "app" => Arc::clone(&app.id), "endpoint" => endpoint, "turn" => turn).increment(1);
});

metered!(under_way(change: i8) {
    gauge!("msdk_calls_under_way").increment(f64::from(change));
});

metered!(waiting(change: i8) {
    gauge!("msdk_calls_waiting").increment(f64::from(change));
});

metered!(retries_left(share: &Share, retries: u64) {
    let change = share.change(u32::try_from(retries).unwrap_or(u32::MAX));
    if change != 0.0 {
        gauge!("msdk_retries_left").increment(change);
    }
});

metered!(attempt(app: &App, endpoint: &'static str, outcome: &'static str, stopwatch: &Stopwatch) {
    counter!("msdk_attempts_total", "app" => Arc::clone(&app.id), "endpoint" => endpoint, "outcome" => outcome).increment(1);
    histogram!("msdk_attempt_duration_seconds", "app" => Arc::clone(&app.id), "endpoint" => endpoint).record(stopwatch.started.elapsed());
});

metered!(retry(app: &App, endpoint: &'static str) {
    counter!("msdk_retries_total", "app" => Arc::clone(&app.id), "endpoint" => endpoint).increment(1);
});

metered!(circuit_open(share: &Share, endpoint: &'static str, open: bool) {
    gauge!("msdk_circuit_open", "endpoint" => endpoint).increment(share.change(u32::from(open)));
});

metered!(connection(change: i8) {
    if change > 0 {
        counter!("msdk_connections_opened_total").increment(1);
    }
    gauge!("msdk_connections_open").increment(f64::from(change));
});

metered!(repaired(endpoint: &'static str) {
    counter!("msdk_repaired_answers_total", "endpoint" => endpoint).increment(1);
});

metered!(degraded(endpoint: &'static str) {
    counter!("msdk_degraded_answers_total", "endpoint" => endpoint).increment(1);
});
