//! Everything that is printed in a trial.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use tracing::{Dispatch, level_filters::LevelFilter};
use tracing_subscriber::fmt::{MakeWriter, format::FmtSpan};

use super::lock;

/// Collects what is logged and what a program would print of failures.
#[derive(Clone, Default)]
pub(super) struct Printed(Arc<Mutex<Vec<u8>>>);

impl Printed {
    pub(super) fn print(&self, text: &str) {
        let mut printed = lock(&self.0);
        printed.extend_from_slice(text.as_bytes());
        printed.push(b'\n');
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&lock(&self.0)).into_owned()
    }

    /// Returns a log that takes everything, down to the least.
    pub(super) fn log(&self) -> Dispatch {
        log_to(self.clone())
    }
}

/// Returns a log of everything, spans that nothing happens in included.
pub(crate) fn log_to(writer: impl for<'w> MakeWriter<'w> + Send + Sync + 'static) -> Dispatch {
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_max_level(LevelFilter::TRACE);
    subscriber.with_span_events(FmtSpan::NEW | FmtSpan::CLOSE).with_writer(writer).finish().into()
}

impl MakeWriter<'_> for Printed {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        lock(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
