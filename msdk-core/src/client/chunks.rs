//! Calls whose list is longer than the platform takes at once.
//!
//! For example, 120 friends and a limit of 50 make three requests, with the items 0 to 49, 50 to 99 and 100 to 119. Say the
//! second is refused with a code that may pass: its reply is missing, so `merged.reply` has the friends of the first and the
//! third, in order, `merged.failures` has the range `50..100` with its error, and `merged.rest()` is `[50..100]`, which a later
//! call can be limited to. Had the first been refused because the token has expired, the others would have met the same, so
//! they would not have been sent: `merged.not_asked` would be `[50..100, 100..120]`.

#[cfg(test)]
mod tests;

use std::{
    fmt,
    future::{Future, IntoFuture},
    ops::Range,
    pin::Pin,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use super::{Call, Client, Outgoing};
use crate::{
    client::{Merge, Session, load::Pace},
    decode::Decode,
    describe::ChunkedEndpoint,
    error::{Error, SettingsError},
    wire::wait::UnderWay,
};

/// A call whose list is sent in parts, each in a request of its own; it is sent when it is awaited.
///
/// Chunks that fail do not take the replies of the others with them: [`Merged`] has what came, what failed and what was
/// not asked. After a refusal that every other chunk would meet too, such as that of a token which has expired, and while
/// the circuit breaker is open, no further chunk is sent.
#[must_use = "calls are sent when they are awaited"]
pub struct Chunks<R> {
    client: Client,
    calls: Result<Vec<Part<R>>, Error>,
    concurrency: usize,
    /// The time that the whole may take.
    timeout: Option<Duration>,
    /// [`Merge::merge`], so that a reply without it is one mistake, where the call is made.
    merge: fn(&mut R, R),
    is_lost: fn(&R) -> bool,
}

/// The items of a chunk, and its call.
type Part<R> = (Range<usize>, Call<R>);

impl<R> Chunks<R> {
    pub(super) fn new<E: ChunkedEndpoint<Reply = R>>(client: &Client, session: &Session, endpoint: &E) -> Self
    where
        R: Decode + Merge,
    {
        let calls = ranges(endpoint.item_count(), chunk_size::<E>()).map(|range| {
            let outgoing = Outgoing::new(client, session, endpoint, Some(range.clone()))?;
            Ok((range, Call::new(client.clone(), Ok(outgoing))))
        });
        let calls = calls.collect();
        Self { client: client.clone(), calls, concurrency: 1, timeout: None, merge: R::merge, is_lost: R::is_lost }
    }

    /// Sets how many requests may be under way at once, 1 by default: the platform asks for no more than one call a
    /// second for the same player. With 0, none could be sent, so that the call fails with
    /// [`ErrorKind::Config`](crate::error::ErrorKind::Config).
    pub fn concurrency(self, requests: usize) -> Self {
        Self { concurrency: requests, ..self }
    }

    /// Sets the time that the whole may take. When it is over, what came is returned; the chunks that were not sent by then
    /// fail with [`ErrorKind::OutOfTime`](crate::error::ErrorKind::OutOfTime).
    ///
    /// Each chunk has the time of a call besides, the endpoint's or the client's. By default the whole may take that for
    /// each chunk, or for each [`concurrency`](Self::concurrency) chunks at once, and the time for which
    /// [`requests_per_player`](crate::client::ClientBuilder::requests_per_player) holds chunks back.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout: Some(timeout), ..self }
    }

    /// Sets the time that each attempt of a chunk's call may take, as [`Call::attempt_timeout`] does.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.map(|call| call.attempt_timeout(timeout))
    }

    /// Has the calls of the chunks tried again also where their outcome is unknown, as [`Call::repeatable`] does.
    pub fn repeatable(self) -> Self {
        self.map(Call::repeatable)
    }

    /// Sends only the chunks that have one of these items, to go on with [`Merged::rest`].
    pub fn only(self, items: impl IntoIterator<Item = Range<usize>>) -> Self {
        let wanted: Vec<Range<usize>> = items.into_iter().collect();
        let overlaps = |part: &Range<usize>| wanted.iter().any(|want| want.start < part.end && part.start < want.end);
        let calls = self.calls.map(|parts| parts.into_iter().filter(|(items, _)| overlaps(items)).collect());
        Self { calls, ..self }
    }

    fn map(self, set: impl Fn(Call<R>) -> Call<R>) -> Self {
        let set_all = |parts: Vec<Part<R>>| parts.into_iter().map(|(items, call)| (items, set(call))).collect();
        Self { calls: self.calls.map(set_all), ..self }
    }
}

/// The items and the settings of each call, or the error if one breaks a rule.
impl<R> fmt::Debug for Chunks<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Chunks");
        match &self.calls {
            Ok(calls) => debug.field("calls", calls).field("concurrency", &self.concurrency),
            Err(error) => debug.field("error", error),
        };
        debug.finish_non_exhaustive()
    }
}

impl<R: Send + 'static> IntoFuture for Chunks<R> {
    type Output = Result<Merged<R>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    /// Fails only if the request or a setting is wrong, before anything is sent; what fails later is in [`Merged::failures`].
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let Self { client, calls, concurrency, timeout, merge, is_lost } = self;
            let parts = calls?;
            if concurrency == 0 {
                let reason = "`concurrency`: a call that may have no request under way sends nothing";
                return Err(Error::config(SettingsError::invalid("concurrency", reason)));
            }
            let timeout = timeout.unwrap_or_else(|| usual_timeout(&client, &parts, concurrency));
            let whole = Whole { started: client.shared.clock.monotonic(), timeout, stopped: AtomicBool::new(false) };
            let mut calls = parts.into_iter().map(|(items, call)| whole.send(&client, items, call));
            let (mut under_way, mut results) = (UnderWay::new(), Vec::new());
            loop {
                let free = concurrency.saturating_sub(under_way.len());
                for call in calls.by_ref().take(free) {
                    under_way.add(call);
                }
                let Some(result) = under_way.next().await else { break };
                results.push(result);
            }
            results.sort_unstable_by_key(|(items, _)| items.start);
            let mut merged = Merged { reply: None, failures: Vec::new(), not_asked: Vec::new(), lost: Vec::new() };
            for (items, result) in results {
                merged.add(items, result, merge, is_lost);
            }
            Ok(merged)
        })
    }
}

/// What the chunks of a call share.
struct Whole {
    started: Duration,
    timeout: Duration,
    /// Whether a chunk has met a failure that the others would meet too.
    stopped: AtomicBool,
}

impl Whole {
    /// Sends a chunk, unless that would be in vain.
    async fn send<R>(
        &self,
        client: &Client,
        items: Range<usize>,
        call: Call<R>,
    ) -> (Range<usize>, Option<Result<R, Error>>) {
        if self.stopped.load(Ordering::Relaxed) {
            return (items, None);
        }
        let elapsed = client.shared.clock.monotonic().saturating_sub(self.started);
        let result = call.within(self.timeout.saturating_sub(elapsed)).await;
        if result.as_ref().is_err_and(Error::holds_for_every_chunk) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        (items, Some(result))
    }
}

/// The time of a call for each round of chunks, and that for which they are held back.
fn usual_timeout<R>(client: &Client, parts: &[Part<R>], concurrency: usize) -> Duration {
    let call = parts.first().map_or(Duration::ZERO, |(_, call)| call.usual_timeout());
    let pause = client.shared.pace.as_ref().map_or(Duration::ZERO, Pace::interval);
    let times = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let rounds = call.saturating_mul(times(parts.len().div_ceil(concurrency)));
    rounds.saturating_add(pause.saturating_mul(times(parts.len())))
}

/// What came back from a call in chunks.
#[derive(Debug)]
#[non_exhaustive]
pub struct Merged<R> {
    /// The replies of the chunks that succeeded, merged in the order of the list; none if no chunk did.
    pub reply: Option<R>,
    /// The chunks that failed.
    pub failures: Vec<ChunkFailure>,
    /// The items of the chunks that were not sent, since they would have met the same failure as one before them.
    pub not_asked: Vec<Range<usize>>,
    /// The items of the chunks that succeeded with a reply whose `is_lost` says that the platform's backend timed out, so
    /// that something may be missing of them.
    pub lost: Vec<Range<usize>>,
}

impl<R> Merged<R> {
    fn add(
        &mut self,
        items: Range<usize>,
        result: Option<Result<R, Error>>,
        merge: fn(&mut R, R),
        is_lost: fn(&R) -> bool,
    ) {
        match result {
            None => self.not_asked.push(items),
            Some(Err(error)) => self.failures.push(ChunkFailure { items, error }),
            Some(Ok(reply)) => {
                if is_lost(&reply) {
                    self.lost.push(items);
                }
                match &mut self.reply {
                    Some(merged) => merge(merged, reply),
                    none => *none = Some(reply),
                }
            }
        }
    }

    /// Returns the items that have no reply: those of chunks that failed and of chunks that were not sent, in the order of
    /// the list. The same call with [`Chunks::only`] goes on with them.
    ///
    /// A chunk that failed may have been acted upon; [`ChunkFailure::error`] says so.
    pub fn rest(&self) -> Vec<Range<usize>> {
        let failed = self.failures.iter().map(|failure| &failure.items);
        let mut rest: Vec<_> = failed.chain(&self.not_asked).cloned().collect();
        rest.sort_by_key(|items| items.start);
        rest
    }
}

impl<R> Merged<R> {
    /// Returns the merged reply if every chunk succeeded.
    ///
    /// # Errors
    ///
    /// The first failure, if there is one.
    pub fn into_complete(mut self) -> Result<Option<R>, ChunkFailure> {
        if self.failures.is_empty() { Ok(self.reply) } else { Err(self.failures.swap_remove(0)) }
    }
}

/// A chunk that failed.
///
/// `Display` is the items and the line of [`error`](Self::error), which `source` returns too, so that whoever walks a
/// chain of errors comes to its code and its advice.
#[derive(Debug)]
#[non_exhaustive]
pub struct ChunkFailure {
    /// Which items of the list it had.
    pub items: Range<usize>,
    /// Why it failed.
    pub error: Error,
}

impl fmt::Display for ChunkFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "items {} to {}: {}", self.items.start, self.items.end.saturating_sub(1), self.error)
    }
}

impl std::error::Error for ChunkFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The number of items that the platform takes at once.
fn chunk_size<E: ChunkedEndpoint>() -> usize {
    let chunked = E::META.fields.iter().find(|field| Some(field.name) == E::META.chunked);
    let limit = chunked.and_then(|field| field.limits.items).and_then(|(_, high)| usize::try_from(high).ok());
    limit.unwrap_or(1).max(1)
}

/// Parts of a list, one of them empty if the list is, so that its rules are checked.
fn ranges(count: usize, size: usize) -> impl Iterator<Item = Range<usize>> {
    let chunks = count.div_ceil(size).max(1);
    (0..chunks).map(move |chunk| chunk * size..((chunk + 1) * size).min(count))
}
