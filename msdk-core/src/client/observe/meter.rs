//! Metrics, if the feature is on.

#[cfg(feature = "metrics")]
use std::time::Instant;

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

metered!(call(endpoint: &'static str, outcome: &'static str, stopwatch: &Stopwatch) {
    counter!("msdk_calls_total", "endpoint" => endpoint, "outcome" => outcome).increment(1);
    histogram!("msdk_call_duration_seconds", "endpoint" => endpoint).record(stopwatch.started.elapsed());
});

metered!(failure(endpoint: &'static str, turn: &'static str) {
    counter!("msdk_failed_calls_total", "endpoint" => endpoint, "turn" => turn).increment(1);
});

metered!(under_way(change: i8) {
    gauge!("msdk_calls_under_way").increment(f64::from(change));
});

metered!(waiting(change: i8) {
    gauge!("msdk_calls_waiting").increment(f64::from(change));
});

metered!(retries_left(retries: u64) {
    gauge!("msdk_retries_left").set(f64::from(u32::try_from(retries).unwrap_or(u32::MAX)));
});

metered!(attempt(endpoint: &'static str, outcome: &'static str, stopwatch: &Stopwatch) {
    counter!("msdk_attempts_total", "endpoint" => endpoint, "outcome" => outcome).increment(1);
    histogram!("msdk_attempt_duration_seconds", "endpoint" => endpoint).record(stopwatch.started.elapsed());
});

metered!(retry(endpoint: &'static str) {
    counter!("msdk_retries_total", "endpoint" => endpoint).increment(1);
});

metered!(circuit_open(endpoint: &'static str, open: bool) {
    gauge!("msdk_circuit_open", "endpoint" => endpoint).set(if open { 1.0 } else { 0.0 });
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
