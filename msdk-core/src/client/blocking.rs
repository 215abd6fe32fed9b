//! The same calls for programs that are not asynchronous.

use std::{
    fmt,
    future::{Future, IntoFuture},
    io,
    sync::Arc,
    thread,
    time::Duration,
};

use tokio::{
    runtime::{Builder, Handle},
    sync::oneshot,
};

use super::Client;
use crate::{
    client::{Answer, Merge, Merged, Session},
    describe::{ChunkedEndpoint, Endpoint},
    error::Error,
};

/// A [`Client`] whose calls block until they are answered.
///
/// Its calls run on a runtime of its own, on a thread of its own, and share the limits, connections and settings of the
/// client that it is made from. They can be made from anywhere. Inside of a runtime a call blocks the thread that polls
/// its task, as every blocking call does: put it into `spawn_blocking`, or use the client itself.
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{Client, Session, blocking, msdk_endpoint};
///
/// #[msdk_endpoint(path = "/game/ping/", method = POST, idempotent, reply = ())]
/// struct Ping;
///
/// let client = Client::builder().app_id("100703379").app_key("key").base_url("http://127.0.0.1:1").build()?;
/// let client = blocking::BlockingClient::new(client)?;
/// let error = client.call(&Session::new("A3284A81", "933FE8C9"), Ping).unwrap_err();
/// assert!(!error.may_have_acted());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Cloning it is cheap, and clones share the thread, which ends with the last of them.
#[derive(Clone)]
pub struct BlockingClient {
    client: Client,
    runtime: Arc<OwnRuntime>,
}

/// A runtime on a thread of its own.
struct OwnRuntime {
    handle: Handle,
    /// Ends the thread when it is dropped.
    _until: oneshot::Sender<()>,
}

impl BlockingClient {
    /// Makes a blocking client of another, and starts its thread.
    ///
    /// # Errors
    ///
    /// If the system gives no thread, or nothing to wait for sockets with.
    pub fn new(client: Client) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let (until, ended) = oneshot::channel::<()>();
        let handle = runtime.handle().clone();
        thread::Builder::new().name("msdk-blocking".to_owned()).spawn(move || {
            // An error says that the client is gone.
            let _ = runtime.block_on(ended);
            // What still runs is nobody's: its callers are gone with their client.
            runtime.shutdown_timeout(Duration::ZERO);
        })?;
        Ok(Self { client, runtime: Arc::new(OwnRuntime { handle, _until: until }) })
    }

    /// Calls an endpoint on behalf of a player, see [`Client::call`].
    ///
    /// # Errors
    ///
    /// As [`Error::kind`] lists them.
    pub fn call<E: Endpoint<Reply: Send + 'static>>(&self, session: &Session, endpoint: E) -> Result<E::Reply, Error> {
        self.wait(self.client.call(session, endpoint).into_future())
    }

    /// Calls an endpoint and returns the envelope beside the reply, see [`Call::answer`](crate::client::Call::answer).
    ///
    /// # Errors
    ///
    /// As [`Error::kind`] lists them.
    pub fn answer<E: Endpoint<Reply: Send + 'static>>(
        &self,
        session: &Session,
        endpoint: E,
    ) -> Result<Answer<E::Reply>, Error> {
        self.wait(self.client.call(session, endpoint).answer())
    }

    /// Calls an endpoint with a list of any length, see [`Client::call_in_chunks`].
    ///
    /// # Errors
    ///
    /// If a rule is broken, before anything is sent; what becomes of each chunk is in what is returned.
    pub fn call_in_chunks<E: ChunkedEndpoint<Reply: Merge + Send + 'static>>(
        &self,
        session: &Session,
        endpoint: E,
    ) -> Result<Merged<E::Reply>, Error> {
        self.wait(self.client.call_in_chunks(session, endpoint).into_future())
    }

    /// Makes a call that was prepared in another way, such as one with a time of its own.
    ///
    /// ```no_run
    /// # extern crate msdk_core as msdk;
    /// # use msdk::{Session, blocking, msdk_endpoint};
    /// # #[msdk_endpoint(path = "/game/ping/", method = POST, idempotent, reply = ())]
    /// # struct Ping;
    /// # fn example(client: &blocking::BlockingClient, session: &Session) -> Result<(), msdk::Error> {
    /// use std::{future::IntoFuture, time::Duration};
    ///
    /// let call = client.inner().call(session, Ping).timeout(Duration::from_secs(1));
    /// client.wait(call.into_future())
    /// # }
    /// ```
    pub fn wait<F: Future<Output: Send> + Send + 'static>(&self, future: F) -> F::Output {
        let (sender, receiver) = std::sync::mpsc::sync_channel(1);
        let task = self.runtime.handle.spawn(async move {
            let _ = sender.send(future.await);
        });
        match receiver.recv() {
            Ok(output) => output,
            // The thread lives as long as the client, so that only a panic of the future itself ends it early.
            Err(_) => std::panic::resume_unwind(Box::new(format!("the call panicked: {task:?}"))),
        }
    }

    /// Returns the client whose calls these are.
    pub const fn inner(&self) -> &Client {
        &self.client
    }
}

impl fmt::Debug for BlockingClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingClient").field("client", &self.client).finish_non_exhaustive()
    }
}
