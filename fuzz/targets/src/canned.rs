//! Clients whose transport answers from memory, at once.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{Request, Response};
use msdk_core::{
    Client, ClientBuilder, Error, Session,
    clock::{Clock, Sleep},
    declare::Endpoint,
    policy::{ExtInfo, RetryPolicy},
    transport::{Attempt, Delivered, Transport, TransportFuture},
};
use msdk_mock::{APP_ID, APP_KEY};

use crate::NOW;

/// A transport that gives the same answer to every request.
#[derive(Debug)]
struct Canned {
    status: u16,
    body: Bytes,
}

impl Transport for Canned {
    fn send(&self, _: Request<Bytes>, _: Attempt) -> TransportFuture<'_> {
        let mut response = Response::new(self.body.clone());
        *response.status_mut() = self.status.try_into().expect("a status");
        Box::pin(async { Ok(Delivered::new(response)) })
    }
}

/// A clock that stands still, so that no pause ends.
#[derive(Debug)]
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(NOW.unsigned_abs())
    }

    fn sleep(&self, _: Duration) -> Sleep {
        Box::pin(std::future::pending())
    }
}

/// The settings of a client that is given one answer.
pub(crate) fn answering(status: u16, body: &[u8]) -> ClientBuilder {
    Client::builder()
        .app_id(APP_ID)
        .app_key(APP_KEY)
        .base_url("http://127.0.0.1")
        .clock(Stopped)
        .retry_policy(RetryPolicy::never())
        // The answers are no answers to a request, so they repeat nothing of it.
        .ext_info(ExtInfo::Never)
        .transport(Canned { status, body: Bytes::copy_from_slice(body) })
}

/// Makes a call, which nothing can hold up.
pub(crate) fn call<E: Endpoint>(client: &Client, session: &Session, endpoint: E) -> Result<E::Reply, Error> {
    client.call(session, endpoint).into_future().now_or_never().expect("the answer is there at once")
}
