//! One connection.
//!
//! Nobody but the call that uses a connection reads and writes it, in the task of that call: so no other task has to be
//! woken to send a request or to notice the answer, and what is dropped is closed. While a connection is idle nobody does;
//! whoever takes it asks the socket itself what has become of it.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, Waker},
    time::Duration,
};

use http::{Request, Response};
use hyper::{
    body::Incoming,
    client::conn::{
        TrySendError,
        http1::{self, SendRequest},
    },
};
use hyper_util::rt::TokioIo;
use tokio::time::Instant;

use super::{
    body::OneChunk,
    interim::{Interim, TooMany},
    stream::{Io, Probe, Stream},
    waker::CallWaker,
};
use crate::{client::observe, wire::patience};

/// A connection, which is closed when this is dropped.
pub(super) struct Connection {
    sender: SendRequest<OneChunk>,
    /// What reads and writes, whenever it is polled; none once the connection has ended.
    exchange: Option<Box<Exchange>>,
    probe: Probe,
    interim: Interim,
    waker: CallWaker,
    /// Until when the connection may wait for a request.
    idle_until: Instant,
    dies: Instant,
    _counted: observe::Connection,
}

type Exchange = http1::Connection<TokioIo<Box<dyn Io>>, OneChunk>;

impl Connection {
    pub(super) async fn open(stream: Stream, lifetime: Duration) -> hyper::Result<Self> {
        // Many times what answers of this platform have for a head.
        const HEAD: usize = 64 * 1024;
        let Stream { io, probe } = stream;
        let (sender, exchange) = http1::Builder::new()
            .writev(false)
            .max_buf_size(HEAD)
            .max_header_size(HEAD)
            .handshake(TokioIo::new(io))
            .await?;
        let dies = patience::after(Instant::now(), lifetime);
        Ok(Self {
            sender,
            exchange: Some(Box::new(exchange)),
            probe,
            interim: Interim::default(),
            waker: CallWaker::new(),
            idle_until: dies,
            dies,
            _counted: observe::Connection::opened(),
        })
    }

    /// Hands a request over, which is written when the connection is [driven](Self::drive).
    pub(super) fn send(
        &mut self,
        mut request: Request<OneChunk>,
    ) -> impl Future<Output = Result<Response<Incoming>, TrySendError<Request<OneChunk>>>> + use<> {
        self.interim.count_for(&mut request);
        self.sender.try_send_request(request)
    }

    /// Reads and writes for as long as something takes that waits for the answer.
    pub(super) fn drive<F: Future>(
        &mut self,
        mut future: Pin<&mut F>,
    ) -> impl Future<Output = Result<F::Output, TooMany>> {
        poll_fn(move |context| {
            let Self { exchange, interim, waker, .. } = self;
            waker.poll(context.waker(), |context| {
                poll_exchange(exchange, context);
                // The limit comes first: many interim answers and the last may arrive as one.
                interim.check()?;
                future.as_mut().poll(context).map(Ok)
            })
        })
    }

    /// Lets the connection wait for another request.
    pub(super) fn set_idle(&mut self, now: Instant, limit: Duration) {
        self.idle_until = patience::after(now, limit).min(self.dies);
    }

    /// Whether the connection may still rest, as far as the time goes.
    pub(super) fn is_in_time(&self, now: Instant) -> bool {
        self.exchange.is_some() && now < self.idle_until
    }

    /// Whether an idle connection can take a request: the server has neither closed it nor sent anything unasked.
    pub(super) fn is_fit(&mut self, now: Instant) -> bool {
        if !self.is_in_time(now) {
            return false;
        }
        // The runtime need not have looked at the socket since the last answer.
        self.probe.turn_on();
        poll_exchange(&mut self.exchange, &mut Context::from_waker(Waker::noop()));
        self.probe.turn_off();
        self.exchange.is_some() && self.sender.is_ready()
    }

    /// Until when the connection may rest.
    pub(super) const fn idle_until(&self) -> Instant {
        self.idle_until
    }
}

fn poll_exchange(exchange: &mut Option<Box<Exchange>>, context: &mut Context<'_>) {
    if let Some(polled) = exchange
        && let Poll::Ready(_) = Pin::new(polled).poll(context)
    {
        // Whatever broke it is said to the one who waits for the answer.
        *exchange = None;
    }
}
