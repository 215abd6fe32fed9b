//! The calls as they are decided, for those who watch.

use std::{collections::VecDeque, sync::Arc};

use axum::http::HeaderMap;
use futures_util::{Stream, stream};
use msdk_mock::Received;

use super::{
    answer::Answer,
    calls,
    control::{MOST_CALLS, gateway},
    site::Shared,
};

/// What a reader says it has after its connection broke.
pub(super) fn seen_before(headers: &HeaderMap) -> Option<u64> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok()
}

/// The calls from now on, or after an id, each once it is decided, until the gateway ends.
pub(super) fn decided(site: &Shared, since: Option<u64>) -> Answer<impl Stream<Item = Received> + Send + use<>> {
    let gateway = gateway(site)?;
    let latest = gateway.received_since(0, 1).last().map_or(0, |call| call.id);
    // An id that is not there yet is one of an earlier process, so that all calls are new.
    let since = since.map_or(latest, |since| if since > latest { 0 } else { since });
    let (changes, closing) = (gateway.watch_received(), site.closing());
    drop(gateway);
    let feed = Feed { site: Arc::clone(site), since, undecided: Vec::new() };
    let state = (feed, changes, closing, VecDeque::new());
    Ok(stream::unfold(state, |(mut feed, mut changes, mut closing, mut ready)| async move {
        loop {
            if let Some(next) = ready.pop_front() {
                return Some((next, (feed, changes, closing, ready)));
            }
            changes.borrow_and_update();
            ready = feed.decided()?;
            if ready.is_empty() {
                tokio::select! {
                    more = changes.changed() => more.ok()?,
                    _ = closing.wait_for(|is_closing| *is_closing) => return None,
                }
            }
        }
    }))
}

/// What somebody has seen of the record.
struct Feed {
    site: Shared,
    /// The latest call that is known.
    since: u64,
    /// Those before it that were not decided yet.
    undecided: Vec<u64>,
}

impl Feed {
    /// The calls that have been decided since it was asked last; none once the gateway has gone.
    fn decided(&mut self) -> Option<VecDeque<Received>> {
        let gateway = self.site.gateway()?;
        let new = gateway.received_since(self.since, MOST_CALLS);
        let waiting = std::mem::take(&mut self.undecided).into_iter().filter_map(|id| gateway.received_by_id(id));
        let mut decided = VecDeque::new();
        for call in waiting.chain(new) {
            self.since = self.since.max(call.id);
            if calls::is_decided(&call) {
                decided.push_back(call);
            } else {
                self.undecided.push(call.id);
            }
        }
        Some(decided)
    }
}

#[cfg(test)]
mod tests;
