use std::{future::poll_fn, pin::Pin, task::Poll};

use super::*;
use crate::client::{CircuitBreaker, RetryBudget};

fn gate(at_once: usize, may_wait: usize) -> Arc<Gate> {
    Gate::new(at_once, may_wait, EndpointLoads::new(CircuitBreaker::new(), RetryBudget::new()))
}

fn endpoint(gate: &Gate, path: &'static str) -> Arc<EndpointLoad> {
    gate.endpoint(&Metadata::post("x", path))
}

const NOW: Duration = Duration::ZERO;

type Entering<'a> = Pin<Box<dyn Future<Output = Option<Permit>> + Send + 'a>>;

fn enter<'a>(gate: &'a Arc<Gate>, endpoint: &'a Arc<EndpointLoad>) -> Entering<'a> {
    Box::pin(async move {
        match gate.enter_at_once(endpoint, NOW) {
            Some(permit) => Some(permit),
            None => gate.enter_queued(endpoint).await,
        }
    })
}

/// What came of entering so far; nothing while it waits.
async fn so_far(entering: &mut Entering<'_>) -> Option<Option<Permit>> {
    poll_fn(|context| {
        Poll::Ready(match entering.as_mut().poll(context) {
            Poll::Ready(permit) => Some(permit),
            Poll::Pending => None,
        })
    })
    .await
}

/// Enters until one has to wait, and returns the permits.
async fn enter_all(gate: &Arc<Gate>, endpoint: &Arc<EndpointLoad>) -> Vec<Permit> {
    let mut permits = Vec::new();
    while let Some(Some(permit)) = so_far(&mut enter(gate, endpoint)).await {
        permits.push(permit);
    }
    permits
}

#[tokio::test]
async fn the_queue_ends_and_a_caller_that_leaves_gives_its_place_back() {
    let gate = gate(1, 1);
    let a = endpoint(&gate, "/a/");
    let under_way = enter(&gate, &a).await.unwrap();
    let mut first = enter(&gate, &a);
    assert!(so_far(&mut first).await.is_none());
    assert!(enter(&gate, &a).await.is_none(), "the queue is full");
    drop(first);
    assert_eq!(gate.waiting(), 0);
    let mut second = enter(&gate, &a);
    assert!(so_far(&mut second).await.is_none());
    drop(under_way);
    assert!(second.await.is_some());
    assert_eq!((gate.waiting(), gate.under_way.load(Ordering::SeqCst), a.held()), (0, 0, 0));
}

#[tokio::test]
async fn one_endpoint_may_have_all_while_it_is_the_only_one() {
    for at_once in [1, 2, 3, 256] {
        let gate = gate(at_once, 1);
        let a = endpoint(&gate, "/a/");
        assert_eq!(enter_all(&gate, &a).await.len(), at_once);
    }
}

#[tokio::test]
async fn endpoints_that_hang_leave_each_of_the_others_its_part() {
    for (at_once, hanging, part) in [(256, 1, 64), (256, 2, 42), (256, 3, 32), (8, 1, 2), (4, 1, 1), (2, 1, 1)] {
        let gate = gate(at_once, 1);
        let other = endpoint(&gate, "/other/");
        drop(enter(&gate, &other).await);
        let paths = ["/a/", "/b/", "/c/"];
        let hanging: Vec<_> = paths[..hanging].iter().map(|path| endpoint(&gate, path)).collect();
        for endpoint in &hanging {
            endpoint.touch(NOW);
        }
        let mut held = Vec::new();
        for endpoint in &hanging {
            held.push(enter_all(&gate, endpoint).await);
        }
        let left = enter_all(&gate, &other).await.len();
        assert_eq!(left, part, "{at_once} permits, {} hang", hanging.len());
        assert!(held.iter().all(|permits| permits.len() >= part));
        assert_eq!(held.iter().map(Vec::len).sum::<usize>() + left, at_once, "none is left over");
    }
}

#[tokio::test]
async fn an_endpoint_that_was_not_called_for_long_has_no_part() {
    let gate = gate(4, 1);
    let (a, other) = (endpoint(&gate, "/a/"), endpoint(&gate, "/other/"));
    drop(enter(&gate, &other).await);
    a.touch(LATELY + Duration::from_millis(200));
    assert_eq!(enter_all(&gate, &a).await.len(), 4);
}

#[tokio::test]
async fn what_is_given_back_goes_to_who_holds_the_fewest() {
    let gate = gate(4, 8);
    let (a, b) = (endpoint(&gate, "/a/"), endpoint(&gate, "/b/"));
    let mut held = enter_all(&gate, &a).await;
    assert_eq!(held.len(), 4, "b was not there yet");
    let (mut a5, mut b1, mut b2) = (enter(&gate, &a), enter(&gate, &b), enter(&gate, &b));
    assert!(so_far(&mut a5).await.is_none() && so_far(&mut b1).await.is_none() && so_far(&mut b2).await.is_none());
    held.pop();
    let permit = so_far(&mut b1).await.expect("b has none").unwrap();
    assert!(so_far(&mut a5).await.is_none(), "a has three and came first");
    held.pop();
    let second = so_far(&mut b2).await.expect("b has one, a two").unwrap();
    held.pop();
    assert!(so_far(&mut a5).await.is_some());
    drop((permit, second, held));
    assert_eq!((gate.under_way.load(Ordering::SeqCst), a.held(), b.held()), (0, 0, 0));
}

#[tokio::test]
async fn a_permit_for_a_caller_that_left_goes_to_the_next() {
    let gate = gate(1, 8);
    let a = endpoint(&gate, "/a/");
    let permit = enter(&gate, &a).await.unwrap();
    let (mut first, mut second, mut third) = (enter(&gate, &a), enter(&gate, &a), enter(&gate, &a));
    assert!(so_far(&mut first).await.is_none() && so_far(&mut second).await.is_none());
    assert!(so_far(&mut third).await.is_none());
    drop(first);
    drop(permit);
    // The second was handed the permit and leaves without having looked.
    drop(second);
    assert!(so_far(&mut third).await.is_some());
    assert_eq!(gate.queued.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn callers_that_left_do_not_pile_up() {
    let gate = gate(1, 8);
    let a = endpoint(&gate, "/a/");
    let permit = enter(&gate, &a).await.unwrap();
    let mut first = enter(&gate, &a);
    assert!(so_far(&mut first).await.is_none());
    for _ in 0..1000 {
        assert!(so_far(&mut enter(&gate, &a)).await.is_none());
    }
    assert!(gate.queued.load(Ordering::SeqCst) < 32);
    drop(permit);
    assert!(first.await.is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_waits_for_ever_and_no_more_than_the_limit_are_under_way() {
    let gate = gate(3, 1000);
    let under_way = Arc::new(AtomicUsize::new(0));
    let callers: Vec<_> = (0..8)
        .map(|caller| {
            let (gate, under_way) = (Arc::clone(&gate), Arc::clone(&under_way));
            tokio::spawn(async move {
                let endpoint = endpoint(&gate, ["/a/", "/b/", "/c/"][caller % 3]);
                for _ in 0..2000 {
                    let permit = enter(&gate, &endpoint).await.unwrap();
                    assert!(under_way.fetch_add(1, Ordering::SeqCst) < 3);
                    tokio::task::yield_now().await;
                    under_way.fetch_sub(1, Ordering::SeqCst);
                    drop(permit);
                }
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap();
    }
    assert_eq!((gate.under_way.load(Ordering::SeqCst), gate.queued.load(Ordering::SeqCst)), (0, 0));
}
