//! A gateway without a socket.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{Request, Response};
use msdk::{
    metadata::Metadata,
    transport::{Attempt, Delivered, Transport, TransportFuture},
};

use super::{Shared, lock};
use crate::{Received, Refusal, World};

/// A gateway without a socket: a [`Transport`] for a client's settings. No time passes in it, so that tests with a paused
/// clock work.
///
/// ```
/// # use msdk_endpoints::qq::relation::Qqprofile;
/// use msdk::{Client, Session};
/// use msdk_mock::{APP_ID, APP_KEY, Gateway, demo};
///
/// # #[tokio::main(flavor = "current_thread", start_paused = true)]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let gateway = Gateway::builder().in_process();
/// let settings = Client::builder().app_id(APP_ID).app_key(APP_KEY).base_url("http://gateway.test");
/// let client = settings.transport(gateway.clone()).build()?;
///
/// let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);
/// assert_eq!(client.call(&session, Qqprofile).await?.nick_name, "憨特");
/// assert_eq!(gateway.received().len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct InProcess(Arc<Shared>);

impl InProcess {
    pub(super) fn new(shared: Shared) -> Self {
        Self(Arc::new(shared))
    }

    /// Returns the body of the answer to a request.
    pub fn answer(&self, request: Request<Bytes>) -> String {
        let (head, body) = request.into_parts();
        self.0.answer(&head, Ok(body))
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
        self.0.check(&head, &body)
    }

    /// Returns the latest requests, see [`Gateway::received`](super::Gateway::received).
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        lock(&self.0.journal).received()
    }

    /// Looks at the world, or changes it, between two requests.
    pub fn with_world<R>(&self, look: impl FnOnce(&mut World) -> R) -> R {
        look(&mut lock(&self.0.world))
    }
}

impl Transport for InProcess {
    fn send(&self, request: Request<Bytes>, _: Attempt) -> TransportFuture<'_> {
        let answer = self.answer(request);
        Box::pin(async move { Ok(Delivered::new(Response::new(Bytes::from(answer)))) })
    }
}

impl fmt::Debug for InProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InProcess").finish_non_exhaustive()
    }
}
