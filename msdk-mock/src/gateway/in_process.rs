//! A gateway without a socket.

use std::{
    fmt,
    future::{pending, ready},
    sync::Arc,
    thread::panicking,
};

use bytes::Bytes;
use http::Request;
use msdk::{
    ClientBuilder,
    metadata::Metadata,
    transport::{Attempt, Delivered, Fault, Sent, Transport, TransportError, TransportFuture},
};
use tokio::time::sleep;

use super::Shared;
use crate::{
    Refusal,
    deed::{Deed, Manner},
    server::Serve,
};

/// A gateway without a socket: a [`Transport`] for a client's settings. No time passes in it, so that tests with a paused
/// clock work.
///
/// ```
/// # use msdk_endpoints::qq::relation::Qqprofile;
/// use msdk::Session;
/// use msdk_mock::{Gateway, demo};
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let gateway = Gateway::builder().in_process();
/// let client = gateway.client_builder().build()?;
///
/// let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
/// assert_eq!(client.call(&session, Qqprofile).await?.nick_name, "憨特");
/// assert_eq!(gateway.received().len(), 1);
/// # Ok(())
/// # }
/// ```
pub struct InProcess {
    shared: Arc<Shared>,
    /// Whether it is the handle that the builder gave, and no copy of it.
    is_first: bool,
}

/// A copy, which [verifies](InProcess::verify) nothing when it is dropped: a client that has it may live longer than its test.
impl Clone for InProcess {
    fn clone(&self) -> Self {
        Self::from(Arc::clone(&self.shared))
    }
}

impl InProcess {
    pub(super) const fn from(shared: Arc<Shared>) -> Self {
        Self { shared, is_first: false }
    }

    pub(super) const fn first(shared: Arc<Shared>) -> Self {
        Self { shared, is_first: true }
    }

    /// Returns the settings of a client that calls this gateway, with its accounts of mobile QQ and WeChat and the gateway as
    /// the transport.
    pub fn client_builder(&self) -> ClientBuilder {
        self.shared.client_builder("http://gateway.test").transport(self.clone())
    }

    /// Checks a request as far as that needs no world: the path, the query, the signature, its age, and the body. The player,
    /// the token and what the endpoint does are left out, so that requests of real players can be judged. Nothing is kept.
    ///
    /// ```
    /// use msdk::{bytes::Bytes, http::Request};
    /// use msdk_mock::Gateway;
    ///
    /// let request = Request::post("/relation/qqprofile?appid=100703379").body(Bytes::new())?;
    /// let refusal = Gateway::builder().in_process().check(request).unwrap_err();
    /// assert_eq!(refusal.msg, "no endpoint at /relation/qqprofile; did you mean /relation/qqprofile/?");
    /// # Ok::<(), msdk::http::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// What would be answered: the first rule that the request breaks.
    pub fn check(&self, request: Request<Bytes>) -> Result<&'static Metadata, Refusal> {
        let (head, body) = request.into_parts();
        self.shared.check(&head, &body)
    }
}

controls!(InProcess);

impl Transport for InProcess {
    fn send(&self, request: Request<Bytes>, _: Attempt) -> TransportFuture<'_> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let answer = match self.shared.decide(&head, ready(Ok(body))).await {
                Deed::Answer(answer) => answer,
                Deed::Reset => return Err(broken("the connection is reset")),
                Deed::Hang => pending().await,
            };
            let wait = answer.manner.duration(&answer.body);
            if !wait.is_zero() {
                sleep(wait).await;
            }
            match answer.manner {
                Manner::Half => Err(broken("the connection ended in the middle of the answer")),
                Manner::Whole | Manner::Drip { .. } => Ok(Delivered::new(answer.with_body(answer.body.clone()))),
            }
        })
    }
}

fn broken(reason: &str) -> TransportError {
    TransportError::new(Sent::Maybe, Fault::Closed, reason)
}

/// Fails the test if something did not come as expected, unless this is a copy of the handle.
impl Drop for InProcess {
    fn drop(&mut self) {
        if self.is_first && !panicking() {
            self.verify();
        }
    }
}

impl fmt::Debug for InProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InProcess").finish_non_exhaustive()
    }
}
