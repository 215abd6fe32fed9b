//! A call whose request was checked, and which is sent when it is awaited.

use std::{
    fmt,
    future::{Future, IntoFuture},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use super::{
    Client, Outgoing,
    run::{Judged, NextAnswer, Run, first_answer},
};
use crate::{
    client::{Answer, observe},
    decode::{self, Decode, Failure, Reader},
    describe::Metadata,
    error::Error,
};

/// A call that was checked and is sent when it is awaited.
///
/// Dropping its future, as a time limit of the caller's does, gives back all that the call held; whether the platform
/// acted is unknown then.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<R> {
    client: Client,
    outgoing: Result<Outgoing, Error>,
    read: ReadReply<R>,
    is_lost: fn(&R) -> bool,
}

/// The one step of a call that the type of the reply matters to, [`Decode::read`].
type ReadReply<R> = fn(&mut Reader<'_>) -> Result<R, Failure>;

impl<R> Call<R> {
    pub(super) fn new(client: Client, outgoing: Result<Outgoing, Error>) -> Self
    where
        R: Decode,
    {
        Self { client, outgoing, read: R::read, is_lost: R::is_lost }
    }

    /// Sets the time that this call may take in all, instead of the endpoint's or the client's.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.with(|outgoing| outgoing.timeout = timeout)
    }

    /// Sets the time that each attempt of this call may take, instead of the endpoint's or the client's.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.with(|outgoing| outgoing.attempt_timeout = timeout)
    }

    /// Has this call tried again also where its outcome is unknown, although the endpoint is not declared idempotent.
    pub fn repeatable(self) -> Self {
        self.with(|outgoing| outgoing.repeatable = true)
    }

    /// Has a degraded answer fail the call, with [`ErrorKind::MalformedAnswer`](crate::error::ErrorKind::MalformedAnswer) at
    /// `is_lost`: for what is to be cached, or decides about something, where a part of a list is worse than none.
    ///
    /// Without it such an answer is a success, whose reply says so by its `is_lost`; the client counts and logs it.
    pub fn whole(self) -> Self
    where
        R: Decode,
    {
        Self { read: R::read_whole, ..self }
    }

    /// Says that this call repeats one that failed. If the outcome of that one is unknown, a refusal that says that
    /// there is nothing left to do is taken for success, where the endpoint declares one; [`Answer::done_before`] tells.
    /// An error of another endpoint, or one that says what became of the call, changes nothing.
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
        Answering::start(self, true).await
    }

    /// Sends the call as a part of a whole that has this time left, in which it may wait for its player's pace too.
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

/// The endpoint and the settings; of a call that breaks a rule, its error.
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
        CallFuture(Answering::start(self, false))
    }
}

/// The future of a [`Call`], which gives the typed reply.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<R>(Answering<R>);

impl<R> fmt::Debug for CallFuture<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}

impl<R> Future for CallFuture<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut reply = None;
        match (ready!(self.0.poll_into(&mut reply, context)), reply) {
            (Ok(_), Some(reply)) => Poll::Ready(Ok(reply)),
            (Err(error), _) => Poll::Ready(Err(error)),
            (Ok(_), None) => lost(),
        }
    }
}

/// A call that waits for an answer, which it reads as an `R`.
struct Answering<R> {
    next: NextAnswer,
    read: ReadReply<R>,
    is_lost: fn(&R) -> bool,
    /// The endpoint; none of a call that breaks a rule.
    metadata: Option<&'static Metadata>,
}

impl<R> Answering<R> {
    fn start(call: Call<R>, wants_envelope: bool) -> Self {
        let metadata = call.outgoing.as_ref().ok().map(|outgoing| outgoing.metadata);
        let next = begin(call.client, call.outgoing, wants_envelope);
        Self { next, read: call.read, is_lost: call.is_lost, metadata }
    }

    /// Waits for the answer, and puts its reply where the caller has a place for it.
    fn poll_into(&mut self, reply: &mut Option<R>, context: &mut Context<'_>) -> Poll<Result<Answer<()>, Error>> {
        let read = self.read;
        let answer = ready!(poll_answer(&mut self.next, context, &mut |reader| {
            *reply = Some(read(reader)?);
            Ok(())
        }));
        if answer.is_ok() && reply.as_ref().is_some_and(self.is_lost) {
            observe::degraded(self.metadata);
        }
        Poll::Ready(answer)
    }
}

impl<R> Future for Answering<R> {
    type Output = Result<Answer<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut reply = None;
        match (ready!(self.poll_into(&mut reply, context)), reply) {
            (Ok(answer), Some(reply)) => Poll::Ready(Ok(answer.with(reply))),
            (Err(error), _) => Poll::Ready(Err(error)),
            (Ok(_), None) => lost(),
        }
    }
}

/// Waits for an answer that is to be kept, which may take several. Compiled once, as [`begin`] is: of a hundred replies
/// only the few lines differ that read them.
fn poll_answer(
    next: &mut NextAnswer,
    context: &mut Context<'_>,
    read: &mut decode::ReadReply<'_>,
) -> Poll<Result<Answer<()>, Error>> {
    loop {
        let judged = match ready!(next.as_mut().poll(context)) {
            Ok(answered) => answered.judge(read),
            Err(error) => Judged::Failure(error),
        };
        match judged {
            Judged::Success(answer) => return Poll::Ready(Ok(answer)),
            Judged::Failure(error) => return Poll::Ready(Err(error)),
            Judged::Again(again) => *next = again,
        }
    }
}

#[cold]
fn lost() -> ! {
    unreachable!("a success has a reply")
}

/// Begins a call. No reply's type matters here, so that a hundred of them compile it once.
fn begin(client: Client, outgoing: Result<Outgoing, Error>, wants_envelope: bool) -> NextAnswer {
    match outgoing {
        Ok(outgoing) => Box::pin(first_answer(Run::new(client, outgoing, wants_envelope))),
        Err(error) => Box::pin(async move {
            observe::refused_before_sending(&client.shared.accounts.main().label, &error);
            Err(error)
        }),
    }
}
