//! The HTTP server, on a thread of its own.

mod connection;

use std::{
    io,
    net::SocketAddr,
    sync::Arc,
    thread::{self, JoinHandle},
    time::Duration,
};

use bytes::Bytes;
use http::request::Parts;
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
    sync::oneshot,
};

use crate::Refusal;

/// What answers a request whose body was read, or could not be.
pub(crate) type Answer = dyn Fn(&Parts, Result<Bytes, Refusal>) -> String + Send + Sync;

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
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves at an address; port 0 stands for a free one.
    pub(crate) async fn start(address: SocketAddr, answer: Arc<Answer>, patience: Patience) -> io::Result<Self> {
        let (started, starting) = oneshot::channel();
        let (stop, stopped) = oneshot::channel();
        let thread =
            thread::Builder::new().name("msdk-mock".into()).spawn(move || match listen(address, answer, patience) {
                Ok((runtime, address)) => {
                    let _ = started.send(Ok(address));
                    let _ = runtime.block_on(stopped);
                }
                Err(error) => {
                    let _ = started.send(Err(error));
                }
            })?;
        let address = starting.await.map_err(io::Error::other)??;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }
}

fn listen(address: SocketAddr, answer: Arc<Answer>, patience: Patience) -> io::Result<(Runtime, SocketAddr)> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind(address))?;
    let address = listener.local_addr()?;
    runtime.spawn(connection::accept(listener, answer, patience));
    Ok((runtime, address))
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
