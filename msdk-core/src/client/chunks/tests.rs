use std::num::NonZeroU32;

use super::*;
use crate::{
    client::{
        ClientBuilder,
        scripted::{NOT_SENT, Outcome, Scripted, WELL},
    },
    describe::{Endpoint, Metadata},
    encode::Encoder,
    error::ErrorKind,
};

/// A list of which the platform takes one item at a time.
struct Items(usize);

impl Endpoint for Items {
    type Reply = ();

    const DECLARED: Metadata = Metadata::post("items", "/game/items/").idempotent();

    fn encode(&self, _: &mut Encoder<'_>) {}
}

impl ChunkedEndpoint for Items {
    fn item_count(&self) -> usize {
        self.0
    }
}

const EXPIRED: Outcome = Ok((200, r#"{"ret":-10000,"msg":"-73,login expired"}"#));
const BAD_ITEM: Outcome = Ok((200, r#"{"ret":-10000,"msg":"99999,what is this"}"#));
const SECOND: Duration = Duration::from_secs(1);

fn send(client: &Client, count: usize) -> Chunks<()> {
    client.call_in_chunks(&Session::new("A3284A81", "933FE8C9"), Items(count))
}

fn client(transport: &Scripted, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    set(transport.settings()).build().unwrap()
}

fn all_well(count: usize) -> Scripted {
    Scripted::new(std::iter::repeat_n(WELL, count)).taking(Duration::from_millis(10))
}

fn kinds(merged: &Merged<()>) -> Vec<ErrorKind> {
    merged.failures.iter().map(|failure| failure.error.kind()).collect()
}

#[tokio::test(start_paused = true)]
async fn as_many_are_under_way_as_the_caller_says() {
    for (concurrency, most) in [(1, 1), (2, 2), (5, 5), (100, 8)] {
        let transport = all_well(8);
        let merged = send(&client(&transport, |it| it), 8).concurrency(concurrency).await.unwrap();
        assert!(merged.into_complete().unwrap().is_some());
        assert_eq!(transport.most_under_way(), most);
    }
}

#[tokio::test(start_paused = true)]
async fn the_next_chunk_waits_for_whichever_ends_first_and_results_are_in_order() {
    let outcomes = [BAD_ITEM, NOT_SENT, WELL, WELL];
    let transport = Scripted::new(outcomes).taking(Duration::from_millis(100)).slow_at_first(SECOND);
    let client = client(&transport, |it| it.retry_policy(crate::client::RetryPolicy::never()));
    let started = client.shared.clock.monotonic();
    let merged = send(&client, 4).concurrency(2).await.unwrap();
    let elapsed = client.shared.clock.monotonic().saturating_sub(started);
    assert!(elapsed < SECOND + Duration::from_millis(50), "the others were done meanwhile, in {elapsed:?}");
    assert_eq!(kinds(&merged), [ErrorKind::Refused, ErrorKind::NotSent], "the second failed first");
}

#[tokio::test(start_paused = true)]
async fn the_time_limit_is_that_of_the_whole_and_keeps_what_came() {
    let transport = Scripted::new([WELL, WELL]);
    let client = client(&transport, |it| it);
    let started = client.shared.clock.monotonic();
    let merged = send(&client, 6).timeout(2 * SECOND).await.unwrap();
    let elapsed = client.shared.clock.monotonic().saturating_sub(started);
    assert!(elapsed < 3 * SECOND, "{elapsed:?}");
    assert!(merged.reply.is_some());
    let not_sent = [ErrorKind::OutOfTime; 3];
    assert_eq!(kinds(&merged), [[ErrorKind::Transport].as_slice(), &not_sent].concat());
    assert_eq!((merged.rest(), transport.attempts(|_| ()).len()), (vec![2..3, 3..4, 4..5, 5..6], 3));
}

#[tokio::test(start_paused = true)]
async fn nothing_is_sent_after_a_refusal_that_holds_for_all() {
    let transport = Scripted::new([WELL, EXPIRED, WELL, WELL, WELL, WELL]);
    let client = client(&transport, |it| it);
    let merged = send(&client, 5).await.unwrap();
    assert_eq!((kinds(&merged), transport.attempts(|_| ()).len()), (vec![ErrorKind::Refused], 2));
    assert_eq!((&merged.not_asked, merged.rest()), (&vec![2..3, 3..4, 4..5], vec![1..2, 2..3, 3..4, 4..5]));

    let rest = send(&client, 5).only(merged.rest()).await.unwrap();
    assert_eq!((rest.failures.len(), transport.attempts(|_| ()).len()), (0, 6), "the caller goes on");
}

#[tokio::test(start_paused = true)]
async fn other_failures_are_the_chunks_own() {
    let transport = Scripted::new([BAD_ITEM, NOT_SENT, WELL]);
    let client = client(&transport, |it| it.retry_policy(crate::client::RetryPolicy::never()));
    let merged = send(&client, 3).await.unwrap();
    assert_eq!((kinds(&merged), merged.not_asked.len()), (vec![ErrorKind::Refused, ErrorKind::NotSent], 0));
    assert!(merged.reply.is_some());
}

#[tokio::test(start_paused = true)]
async fn chunks_wait_for_their_players_turn_as_long_as_there_are_chunks() {
    let transport = all_well(20);
    let client = client(&transport, |it| it.requests_per_player(NonZeroU32::MIN).timeout(5 * SECOND));
    let merged = send(&client, 20).concurrency(10).await.unwrap();
    assert_eq!(kinds(&merged), []);
    assert_eq!(transport.attempts(|_| ()).len(), 20);
}

#[tokio::test(start_paused = true)]
async fn a_chunk_whose_turn_comes_after_the_end_is_not_sent() {
    let transport = all_well(20);
    let client = client(&transport, |it| it.requests_per_player(NonZeroU32::MIN));
    let merged = send(&client, 20).concurrency(10).timeout(Duration::from_millis(3500)).await.unwrap();
    assert_eq!(transport.attempts(|_| ()).len(), 4);
    assert_eq!(merged.rest().len(), 16);
    assert!(merged.failures.iter().all(|failure| !failure.error.may_have_acted()));
}
