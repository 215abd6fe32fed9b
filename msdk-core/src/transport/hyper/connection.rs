//! One connection.

use std::{pin::pin, time::Duration};

use bytes::Bytes;
use futures_util::future::select;
use http::{Request, Response};
use http_body_util::Full;
use hyper::{
    body::Incoming,
    client::conn::{
        TrySendError,
        http1::{self, SendRequest},
    },
};
use hyper_util::rt::TokioIo;
use tokio::{
    sync::watch,
    task::yield_now,
    time::{Instant, timeout_at},
};

use super::stream::Stream;
use crate::observe;

/// A connection, which is closed when this is dropped.
pub(super) struct Connection {
    sender: SendRequest<Full<Bytes>>,
    /// Until when the connection may wait for a request; none while it has one. The task that reads and writes ends when
    /// this is dropped.
    rests_until: watch::Sender<Option<Instant>>,
    dies: Instant,
}

impl Connection {
    pub(super) async fn open(stream: Stream, lifetime: Duration) -> hyper::Result<Self> {
        // Many times what answers of this platform have for a head.
        const HEAD: usize = 64 * 1024;
        let (sender, exchange) =
            http1::Builder::new().max_buf_size(HEAD).max_header_size(HEAD).handshake(TokioIo::new(stream)).await?;
        let (rests_until, rest) = watch::channel(None);
        let counted = observe::Connection::opened();
        tokio::spawn(async move {
            let _counted = counted;
            // Whatever broke the exchange is said to the one who waits for it.
            let _ = select(exchange, pin!(rest_ended(rest))).await;
        });
        Ok(Self { sender, rests_until, dies: super::after(lifetime) })
    }

    pub(super) async fn send(
        &mut self,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Incoming>, TrySendError<Request<Full<Bytes>>>> {
        self.sender.try_send_request(request).await
    }

    /// Lets the connection wait for another request.
    pub(super) fn rest(&self, limit: Duration) {
        self.rests_until.send_replace(Some(super::after(limit).min(self.dies)));
    }

    /// Whether a resting connection seems fit for a request.
    pub(super) fn is_fit(&self) -> bool {
        let in_time = self.rests_until.borrow().is_some_and(|until| Instant::now() < until);
        in_time && !self.sender.is_closed()
    }

    #[cfg(test)]
    pub(super) fn rests_later_than(&self, other: &Self) -> bool {
        *self.rests_until.borrow() > *other.rests_until.borrow()
    }

    /// Ends the rest and says whether the connection still stands.
    pub(super) async fn is_ready(&mut self, deadline: Instant) -> bool {
        // An answer that came before its request was written in full leaves a connection that gets ready late or never.
        const PATIENCE: Duration = Duration::from_millis(100);
        self.rests_until.send_replace(None);
        // The runtime looks at its sockets before it comes back here, so that a close that has arrived is seen.
        yield_now().await;
        let deadline = deadline.min(super::after(PATIENCE));
        matches!(timeout_at(deadline, self.sender.ready()).await, Ok(Ok(())))
    }
}

/// Waits until a connection has rested for too long or was dropped.
async fn rest_ended(mut until: watch::Receiver<Option<Instant>>) {
    loop {
        let deadline = *until.borrow_and_update();
        let changed = match deadline {
            Some(deadline) => timeout_at(deadline, until.changed()).await,
            None => Ok(until.changed().await),
        };
        if !matches!(changed, Ok(Ok(()))) {
            return;
        }
    }
}
