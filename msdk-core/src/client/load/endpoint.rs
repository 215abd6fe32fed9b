//! What a client remembers of each endpoint that it calls.
//!
//! An endpoint is its path: the circuit breaker, the pace, the share of the permits and the budget for refusals all go
//! by it. Finding the entry takes no lock and no allocation, since entries are only ever added; there are as many as the
//! program declares endpoints.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::{Breaker, CircuitBreaker};
use crate::{
    client::{
        observe::Circuit,
        retry::{Balance, RetryBudget},
    },
    describe::Metadata,
    wire::ext_info::Echoes,
};

/// One endpoint of the platform, as this client has come to know it.
#[derive(Debug)]
pub(crate) struct EndpointLoad {
    pub(crate) path: &'static str,
    pub(crate) breaker: Breaker,
    /// What is shown of the breaker, by the name of the declaration which called it first.
    pub(crate) circuit: Circuit,
    /// What pays for calls made again because of an answer. It is the endpoint's own, so that a code which one endpoint
    /// answers all the time leaves the retries of broken connections, and those of other endpoints, alone.
    pub(crate) answers: Balance,
    /// Whether its answers repeat the `msdkExtInfo` of their requests.
    pub(crate) echoes: Echoes,
    /// How many permits its requests hold.
    pub(super) held: AtomicUsize,
    /// When it was last called, in milliseconds of the client's clock, plus one; 0 if it never was.
    called: AtomicU64,
}

impl EndpointLoad {
    fn new(metadata: &Metadata, breaker: CircuitBreaker, budget: RetryBudget) -> Self {
        Self {
            path: metadata.path,
            breaker: Breaker::new(breaker),
            circuit: Circuit::of(metadata.name),
            answers: Balance::new(budget),
            echoes: Echoes::default(),
            held: AtomicUsize::new(0),
            called: AtomicU64::new(0),
        }
    }

    pub(super) fn held(&self) -> usize {
        self.held.load(Ordering::SeqCst)
    }

    /// Notes that it is being called.
    pub(super) fn touch(&self, now: Duration) {
        // Written once in a while only, so that calls on other cores can go on reading.
        const STEP: u64 = 100;
        let now = millis(now);
        let called = self.called.load(Ordering::Relaxed);
        if called == 0 || now > called.saturating_add(STEP) {
            self.called.store(now, Ordering::Relaxed);
        }
    }

    /// When it was last called, on a scale of its own.
    pub(super) fn called(&self) -> u64 {
        self.called.load(Ordering::Relaxed)
    }

    /// Whether it was called at most this time before the call at `latest`.
    pub(super) fn was_called_within(&self, time: Duration, latest: u64) -> bool {
        let called = self.called();
        called > 0 && latest <= called.saturating_add(millis(time))
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX - 1).saturating_add(1)
}

/// The endpoints of a client, in chains that grow at their ends.
#[derive(Debug)]
pub(crate) struct EndpointLoads {
    breaker: CircuitBreaker,
    budget: RetryBudget,
    chains: [Link; CHAINS],
}

type Link = OnceLock<Box<Node>>;

#[derive(Debug)]
struct Node {
    endpoint: Arc<EndpointLoad>,
    next: Link,
}

/// More than a game calls, so that a chain has one entry as a rule.
const CHAINS: usize = 64;

impl EndpointLoads {
    pub(crate) fn new(breaker: CircuitBreaker, budget: RetryBudget) -> Self {
        Self { breaker, budget, chains: [const { OnceLock::new() }; CHAINS] }
    }

    /// Returns the endpoint with the path of this declaration.
    pub(crate) fn get(&self, metadata: &Metadata) -> Arc<EndpointLoad> {
        let path = metadata.path;
        #[allow(clippy::indexing_slicing, reason = "`chain_of` is less than the number of chains")]
        let mut link = &self.chains[chain_of(path)];
        loop {
            let node = link.get_or_init(|| {
                let endpoint = Arc::new(EndpointLoad::new(metadata, self.breaker, self.budget));
                Box::new(Node { endpoint, next: OnceLock::new() })
            });
            let known = node.endpoint.path;
            // The same declaration has its path at the same place, which is quicker to compare than its text.
            if std::ptr::eq(known, path) || known == path {
                return Arc::clone(&node.endpoint);
            }
            link = &node.next;
        }
    }

    /// Returns all that were called so far.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<EndpointLoad>> {
        self.chains
            .iter()
            .flat_map(|first| std::iter::successors(first.get(), |node| node.next.get()).map(|node| &node.endpoint))
    }
}

/// FNV-1a: paths are the program's own constants, so nobody can choose them to collide.
fn chain_of(path: &str) -> usize {
    let hash = path.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 16)) as usize % CHAINS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_its_path_whatever_its_name() {
        let endpoints = EndpointLoads::new(CircuitBreaker::new(), RetryBudget::new());
        let get = |name, path| endpoints.get(&Metadata::post(name, path));
        // A path at another place in memory, as another crate's copy of a declaration has it.
        let copy: &'static str = String::from("/v1/coins/").leak();
        assert!(Arc::ptr_eq(&get("coins", "/v1/coins/"), &get("coins_of_v1", copy)));
        assert!(!Arc::ptr_eq(&get("coins", "/v1/coins/"), &get("coins", "/v2/coins/")));
        assert_eq!(endpoints.iter().count(), 2);
    }

    #[test]
    fn there_may_be_more_endpoints_than_chains() {
        let endpoints = EndpointLoads::new(CircuitBreaker::new(), RetryBudget::new());
        for round in 0..2 {
            for index in 0..4 * CHAINS {
                let path: &'static str = format!("/{index}/").leak();
                assert_eq!(endpoints.get(&Metadata::post("x", path)).path, path, "round {round}");
            }
        }
        assert_eq!(endpoints.iter().count(), 4 * CHAINS);
    }
}
