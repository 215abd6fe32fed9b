//! Requests under way, and those that wait for a permit.
//!
//! An endpoint that hangs holds each permit for seconds, and at a few hundred calls a second it would soon hold all of
//! them. So the permits are shared out: half of them is set aside in equal parts for the endpoints that were called
//! lately, and whoever has its part may take from the rest only. With 256 permits and two endpoints in use, each has 64
//! to itself and may hold up to 192; with one in use, it may hold all 256. Permits that are given back go to the
//! endpoint that holds the fewest of those that wait.
//!
//! While fewer than half are in use nobody can be in anybody's way, and taking a permit is two additions.

#[cfg(test)]
mod tests;

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::sync::oneshot;

use super::{EndpointLoad, EndpointLoads};
use crate::{client::observe, describe::Metadata};

/// How long an endpoint keeps its part after it was called.
const LATELY: Duration = Duration::from_secs(10);

/// Lets a number of requests through at once, and a number of others wait.
#[derive(Debug)]
pub(crate) struct Gate {
    at_once: usize,
    may_wait: usize,
    endpoints: EndpointLoads,
    under_way: AtomicUsize,
    waiting: AtomicUsize,
    /// How many calls are in `queues`, those included that nobody waits for any more.
    queued: AtomicUsize,
    queues: Mutex<Vec<Queue>>,
}

/// The calls of one endpoint that wait for a permit, in the order they came.
#[derive(Debug)]
struct Queue {
    endpoint: Arc<EndpointLoad>,
    calls: VecDeque<oneshot::Sender<Permit>>,
}

/// The right to one request; it is given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Permit {
    /// Where it is given back; nothing once it was.
    of: Option<(Arc<Gate>, Arc<EndpointLoad>)>,
}

enum Entry<'a> {
    Now(Permit),
    Later(Waiter<'a>, oneshot::Receiver<Permit>),
}

impl Gate {
    pub(crate) fn new(at_once: usize, may_wait: usize, endpoints: EndpointLoads) -> Arc<Self> {
        Arc::new(Self {
            at_once: at_once.max(1),
            may_wait,
            endpoints,
            under_way: AtomicUsize::new(0),
            waiting: AtomicUsize::new(0),
            queued: AtomicUsize::new(0),
            queues: Mutex::default(),
        })
    }

    /// Returns what is known of an endpoint.
    pub(crate) fn endpoint(&self, metadata: &Metadata) -> Arc<EndpointLoad> {
        self.endpoints.get(metadata)
    }

    /// Takes a place among those who wait, if there is one.
    pub(crate) fn wait(&self) -> Option<Waiter<'_>> {
        Waiter::new(self)
    }

    /// Returns a permit if nobody can be in anybody's way.
    pub(crate) fn enter_at_once(self: &Arc<Self>, endpoint: &Arc<EndpointLoad>, now: Duration) -> Option<Permit> {
        endpoint.touch(now);
        let is_free = self.queued.load(Ordering::SeqCst) == 0 && self.take_below(self.at_once / 2);
        is_free.then(|| self.permit(endpoint))
    }

    /// Waits for a permit; none if too many wait already.
    pub(crate) async fn enter_queued(self: &Arc<Self>, endpoint: &Arc<EndpointLoad>) -> Option<Permit> {
        match self.enter_or_queue(endpoint)? {
            Entry::Now(permit) => Some(permit),
            Entry::Later(_waiter, permit) => permit.await.ok(),
        }
    }

    fn enter_or_queue(self: &Arc<Self>, endpoint: &Arc<EndpointLoad>) -> Option<Entry<'_>> {
        let mut queues = self.queues();
        let queue = queue_of(&mut queues, endpoint)?;
        // Counted before the permits are looked at: whoever gives one back from here on comes by and looks at the queue.
        self.queued.fetch_add(1, Ordering::SeqCst);
        self.forget_who_left(queue);
        if queue.calls.is_empty() && self.may_take(endpoint) && self.take_below(self.at_once) {
            self.queued.fetch_sub(1, Ordering::SeqCst);
            return Some(Entry::Now(self.permit(endpoint)));
        }
        let Some(waiter) = self.wait() else {
            self.queued.fetch_sub(1, Ordering::SeqCst);
            return None;
        };
        let (sender, receiver) = oneshot::channel();
        queue.calls.push_back(sender);
        Some(Entry::Later(waiter, receiver))
    }

    /// Hands out what is free to those who wait.
    fn hand_out(self: &Arc<Self>) {
        let mut queues = self.queues();
        loop {
            for queue in queues.iter_mut() {
                self.forget_who_left(queue);
            }
            let waiting = queues.iter_mut().filter(|queue| !queue.calls.is_empty() && self.may_take(&queue.endpoint));
            let Some(queue) = waiting.min_by_key(|queue| queue.endpoint.held()) else { return };
            if !self.take_below(self.at_once) {
                return;
            }
            let permit = self.permit(&queue.endpoint);
            let Some(call) = queue.calls.pop_front() else { return };
            self.queued.fetch_sub(1, Ordering::SeqCst);
            if let Err(permit) = call.send(permit) {
                // The caller has just left. Dropping the permit would come back here for the lock.
                permit.give_back_quietly();
            }
        }
    }

    /// Drops the calls that nobody waits for: those at the head, and all of them once they are most of the queue.
    fn forget_who_left(&self, queue: &mut Queue) {
        let before = queue.calls.len();
        if before > 2 * self.waiting.load(Ordering::Relaxed) + 16 {
            queue.calls.retain(|call| !call.is_closed());
        }
        while queue.calls.front().is_some_and(oneshot::Sender::is_closed) {
            queue.calls.pop_front();
        }
        self.queued.fetch_sub(before - queue.calls.len(), Ordering::SeqCst);
    }

    /// Whether an endpoint may have one more, if one is free: out of its own part, or out of what no other endpoint has
    /// set aside for it and does not use.
    fn may_take(&self, endpoint: &EndpointLoad) -> bool {
        let free = self.at_once.saturating_sub(self.under_way.load(Ordering::SeqCst));
        let latest = self.endpoints.iter().map(|other| other.called()).max().unwrap_or_default();
        let lately = || self.endpoints.iter().filter(|other| other.was_called_within(LATELY, latest));
        let half = self.at_once / 2;
        let part = (half / lately().count().max(1)).max(1);
        if endpoint.held() < part {
            return free > 0;
        }
        let others = lately().filter(|other| other.path != endpoint.path);
        let set_aside: usize = others.map(|other| part.saturating_sub(other.held())).sum();
        free > set_aside.min(half)
    }

    fn take_below(&self, limit: usize) -> bool {
        let taken = |taken: usize| (taken < limit).then(|| taken + 1);
        self.under_way.fetch_update(Ordering::SeqCst, Ordering::SeqCst, taken).is_ok()
    }

    /// Makes out the permit for one that was taken.
    fn permit(self: &Arc<Self>, endpoint: &Arc<EndpointLoad>) -> Permit {
        endpoint.held.fetch_add(1, Ordering::SeqCst);
        Permit { of: Some((Arc::clone(self), Arc::clone(endpoint))) }
    }

    /// A panic cannot leave a queue half changed.
    fn queues(&self) -> MutexGuard<'_, Vec<Queue>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how many wait.
    #[cfg(test)]
    fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }
}

fn queue_of<'a>(queues: &'a mut Vec<Queue>, endpoint: &Arc<EndpointLoad>) -> Option<&'a mut Queue> {
    let known = queues.iter().position(|queue| Arc::ptr_eq(&queue.endpoint, endpoint));
    if known.is_none() {
        queues.push(Queue { endpoint: Arc::clone(endpoint), calls: VecDeque::new() });
    }
    match known {
        Some(index) => queues.get_mut(index),
        None => queues.last_mut(),
    }
}

impl Permit {
    /// Gives it back without looking for who waits.
    fn give_back_quietly(mut self) {
        self.give_back();
    }

    fn give_back(&mut self) -> Option<Arc<Gate>> {
        let (gate, endpoint) = self.of.take()?;
        endpoint.held.fetch_sub(1, Ordering::SeqCst);
        gate.under_way.fetch_sub(1, Ordering::SeqCst);
        Some(gate)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(gate) = self.give_back().filter(|gate| gate.queued.load(Ordering::SeqCst) > 0) {
            gate.hand_out();
        }
    }
}

/// A place in the queue; it is given up when it is dropped, also by a caller that loses patience.
#[derive(Debug)]
pub(crate) struct Waiter<'a>(&'a Gate);

impl<'a> Waiter<'a> {
    fn new(gate: &'a Gate) -> Option<Self> {
        if gate.waiting.fetch_add(1, Ordering::Relaxed) < gate.may_wait {
            observe::waiting(1);
            return Some(Self(gate));
        }
        gate.waiting.fetch_sub(1, Ordering::Relaxed);
        None
    }
}

impl Drop for Waiter<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
        observe::waiting(-1);
    }
}
