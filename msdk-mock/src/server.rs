//! The HTTP server, on a thread of its own.

mod connection;

use std::{
    future::Future,
    io,
    net::SocketAddr,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http::{Request, Response, request::Parts};
use http_body_util::combinators::UnsyncBoxBody;
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
    sync::{oneshot, watch},
};

use crate::{Refusal, deed::Deed};

/// What a server is for.
pub(crate) trait Serve: Send + Sync + 'static {
    /// Decides on a request. The body is read as late as it is wanted.
    fn decide(
        &self,
        head: &Parts,
        body: impl Future<Output = Result<Bytes, Refusal>> + Send,
    ) -> impl Future<Output = Deed> + Send;

    /// What else is served at the same address.
    fn beside(&self) -> Option<&Beside>;

    /// Whether code of somebody else's is running, for which nobody should wait.
    fn is_busy(&self) -> bool;
}

/// What answers requests that are none of the endpoints'.
pub(crate) struct Beside {
    /// Whether a path is one of its own.
    pub(crate) is_its: Box<dyn Fn(&str) -> bool + Send + Sync>,
    pub(crate) service: Box<Service>,
}

type Service = dyn Fn(Request<Bytes>) -> BoxFuture<'static, Response<OtherBody>> + Send + Sync;

/// The body of an answer to such a request.
pub(crate) type OtherBody = UnsyncBoxBody<Bytes, io::Error>;

/// What a server puts up with.
#[derive(Clone, Copy)]
pub(crate) struct Patience {
    /// How many connections there may be.
    pub(crate) connections: usize,
    /// How long the head of a request may take, and how long its body.
    pub(crate) read: Duration,
}

/// A server that runs until it is dropped.
///
/// The runtime belongs to the thread and ends with it, and every connection with the runtime: once the drop returns,
/// nothing is left, whatever runtime the owner lives on.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<Stop>,
    thread: Option<JoinHandle<()>>,
    is_busy: Box<dyn Fn() -> bool + Send + Sync>,
}

/// How a server is told to end.
struct Stop {
    at_once: oneshot::Sender<()>,
    /// No more connections, and each ends with the request that it is at.
    gently: watch::Sender<bool>,
    ended: oneshot::Receiver<()>,
}

impl Server {
    /// Serves at an address; port 0 stands for a free one.
    pub(crate) async fn start<S: Serve>(address: SocketAddr, service: Arc<S>, patience: Patience) -> io::Result<Self> {
        let (started, starting) = oneshot::channel();
        let (at_once, stopped) = oneshot::channel();
        let (gently, ending) = watch::channel(false);
        let (end, ended) = oneshot::channel();
        let served = Arc::clone(&service);
        let thread = thread::Builder::new().name("msdk-mock".into()).spawn(move || {
            let (runtime, listener, address) = match listen(address) {
                Ok(listening) => listening,
                Err(error) => return drop(started.send(Err(error))),
            };
            runtime.spawn(async move {
                connection::accept(listener, served, patience, ending).await;
                let _ = end.send(());
            });
            let _ = started.send(Ok(address));
            let _ = runtime.block_on(stopped);
            // A task of somebody else's on the blocking pool would be waited for otherwise.
            runtime.shutdown_background();
        })?;
        let address = starting.await.map_err(io::Error::other)??;
        let stop = Stop { at_once, gently, ended };
        Ok(Self { address, stop: Some(stop), thread: Some(thread), is_busy: Box::new(move || service.is_busy()) })
    }

    /// Takes no more connections, and waits until those that there are have answered what they are at.
    pub(crate) async fn stop_gently(mut self) {
        if let Some(Stop { at_once, gently, ended }) = self.stop.take() {
            let _ = gently.send(true);
            let _ = ended.await;
            drop(at_once);
        }
    }
}

fn listen(address: SocketAddr) -> io::Result<(Runtime, TcpListener, SocketAddr)> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind(address))?;
    let address = listener.local_addr()?;
    Ok((runtime, listener, address))
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        let Some(thread) = self.thread.take() else { return };
        // A handler that sleeps is left to itself; the thread ends after it.
        while !thread.is_finished() {
            if (self.is_busy)() {
                return;
            }
            thread::park_timeout(Duration::from_millis(1));
        }
        let _ = thread.join();
    }
}
