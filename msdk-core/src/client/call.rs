//! A call that was checked.

use std::{
    fmt,
    future::{Future, IntoFuture},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use super::{Client, Outgoing, received::Received, run::run};
use crate::{Answer, Decode, Error};

/// A call that was checked and is sent when it is awaited.
///
/// Dropping its future, as a time limit of the caller's does, gives back all that the call held; whether the platform
/// acted is unknown then.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<R> {
    client: Client,
    outgoing: Result<Outgoing, Error>,
    decode: DecodeReply<R>,
}

/// The one step of a call that the type of the reply matters to.
type DecodeReply<R> = fn(Received) -> Result<Answer<R>, Error>;

impl<R> Call<R> {
    pub(super) fn new(client: Client, outgoing: Result<Outgoing, Error>) -> Self
    where
        R: Decode,
    {
        Self { client, outgoing, decode: Received::decode }
    }

    /// Sets the time that this call may take in all, instead of the interface's or the client's.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|outgoing| outgoing.timeout = timeout)
    }

    /// Sets the time that each attempt of this call may take, instead of the interface's or the client's.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.with(|outgoing| outgoing.attempt_timeout = timeout)
    }

    /// Has this call tried again also where its outcome is unknown, although the interface is not declared idempotent.
    pub fn repeatable(self) -> Self {
        self.with(|outgoing| outgoing.repeatable = true)
    }

    /// Says that this call repeats one that failed. If nobody knows what became of that one, a refusal that says that
    /// there is nothing left to do is taken for success, where the interface declares one; [`Answer::done_before`] tells.
    /// An error of another interface, or one that says what became of the call, changes nothing.
    pub fn after(self, error: &Error) -> Self {
        self.with(|outgoing| {
            outgoing.may_have_acted |= error.is_of(outgoing.metadata) && error.leaves_open_what_was_done();
        })
    }

    /// Sends the call and returns the typed reply together with its envelope.
    ///
    /// # Errors
    ///
    /// As [`Error::kind`] lists them.
    pub async fn answer(self) -> Result<Answer<R>, Error> {
        let Self { client, outgoing, decode } = self;
        run(client, outgoing).await.and_then(decode)
    }

    /// Sends the call as a part of a whole that has this time left, in which it may wait for its player's turn too.
    pub(super) async fn within(self, left: Duration) -> Result<R, Error> {
        let call = self.with(|outgoing| {
            outgoing.timeout = outgoing.timeout.min(left);
            outgoing.patience = Some(left);
        });
        call.answer().await.map(|answer| answer.reply)
    }

    /// Returns the time that the call may take in all.
    pub(super) fn usual_timeout(&self) -> Duration {
        self.outgoing.as_ref().map_or(Duration::ZERO, |outgoing| outgoing.timeout)
    }

    fn with(mut self, set: impl FnOnce(&mut Outgoing)) -> Self {
        if let Ok(outgoing) = &mut self.outgoing {
            set(outgoing);
        }
        self
    }
}

/// The interface and the settings; of a call that breaks a rule, its error.
impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Call");
        match &self.outgoing {
            Ok(outgoing) => debug
                .field("endpoint", &outgoing.metadata.name)
                .field("timeout", &outgoing.timeout)
                .field("attempt_timeout", &outgoing.attempt_timeout)
                .field("repeatable", &outgoing.repeatable),
            Err(error) => debug.field("error", error),
        };
        debug.finish_non_exhaustive()
    }
}

impl<R> IntoFuture for Call<R> {
    type Output = Result<R, Error>;
    type IntoFuture = CallFuture<R>;

    fn into_future(self) -> CallFuture<R> {
        CallFuture { run: Box::pin(run(self.client, self.outgoing)), decode: self.decode }
    }
}

/// The future of a [`Call`], which gives the typed reply.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<R> {
    run: Pin<Box<dyn Future<Output = Result<Received, Error>> + Send>>,
    decode: DecodeReply<R>,
}

impl<R> fmt::Debug for CallFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

impl<R> Future for CallFuture<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let received = ready!(self.run.as_mut().poll(context));
        Poll::Ready(received.and_then(self.decode).map(|answer| answer.reply))
    }
}
