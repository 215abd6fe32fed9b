//! A call whose list is longer than the platform takes at once.

use std::{
    fmt,
    future::{Future, IntoFuture},
    ops::Range,
    pin::Pin,
    time::Duration,
};

use futures_util::{StreamExt, stream};

use super::{Call, Client, Outgoing};
use crate::{ChunkedEndpoint, Decode, Error, Merge, Session};

/// A call whose list is sent in parts, each in a request of its own; it is sent when it is awaited.
#[must_use = "calls are sent when they are awaited"]
pub struct Chunks<R> {
    calls: Result<Vec<Part<R>>, Error>,
    concurrency: usize,
    /// [`Merge::merge`], so that a reply without it is one mistake, where the call is made.
    merge: fn(&mut R, R),
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
        Self { calls: calls.collect(), concurrency: 1, merge: R::merge }
    }

    /// Sets how many requests may be under way at once, 1 by default: the platform asks for no more than one call a
    /// second for the same player.
    pub fn concurrency(self, requests: usize) -> Self {
        Self { concurrency: requests.max(1), ..self }
    }

    /// Sets the time that the call of each chunk may take in all, as [`Call::timeout`] does. A chunk's time begins when
    /// its turn comes, so that the whole may take as much for each of them.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.map(|call| call.timeout(timeout))
    }

    /// Sets the time that each attempt of a chunk's call may take, as [`Call::attempt_timeout`] does.
    pub fn attempt_timeout(self, timeout: Duration) -> Self {
        self.map(|call| call.attempt_timeout(timeout))
    }

    /// Has the calls of the chunks tried again also where their outcome is unknown, as [`Call::repeatable`] does.
    pub fn repeatable(self) -> Self {
        self.map(Call::repeatable)
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

    /// Fails only if the request breaks a rule, before anything is sent; what fails later is in [`Merged::failures`].
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let calls = self.calls?.into_iter().map(|(items, call)| async move { (items, call.await) });
            let mut results = stream::iter(calls).buffered(self.concurrency);
            let mut merged = Merged::<R> { reply: None, failures: Vec::new() };
            while let Some((items, result)) = results.next().await {
                match (result, &mut merged.reply) {
                    (Ok(reply), Some(merged)) => (self.merge)(merged, reply),
                    (Ok(reply), none) => *none = Some(reply),
                    (Err(error), _) => merged.failures.push(ChunkFailure { items, error }),
                }
            }
            Ok(merged)
        })
    }
}

/// What came back from a call in chunks.
#[derive(Debug)]
#[non_exhaustive]
pub struct Merged<R> {
    /// The replies of the chunks that succeeded, merged in the order of the list; none if no chunk did.
    pub reply: Option<R>,
    /// The chunks that failed.
    pub failures: Vec<ChunkFailure>,
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
