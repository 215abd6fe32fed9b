//! A server that follows a script, and remembers what it saw.

mod connection;
mod count;
mod gate;
mod log;
mod step;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    net::TcpListener,
    sync::watch,
    task::{JoinHandle, JoinSet},
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

use self::connection::Connection;
pub(crate) use self::{
    count::Count,
    gate::Gate,
    log::{Log, Request},
    step::{Script, Step},
};
use crate::trial::Trial;

/// Longer than anything takes that a server waits for and that is not broken.
const PATIENCE: Duration = Duration::from_secs(3);

/// A server that plays a script on each connection.
pub(crate) struct Server {
    address: SocketAddr,
    log: Arc<watch::Sender<Log>>,
    over: Gate,
    task: JoinHandle<()>,
}

/// The scripts of the connections, one after the other.
enum Scripts {
    /// A connection beyond the last is a failure.
    Each(Vec<Script>),
    All(Script),
}

impl Server {
    /// Plays a script for each connection in turn. A connection too many is a failure.
    pub(crate) async fn play(scripts: impl IntoIterator<Item = Script>) -> Self {
        Self::start("127.0.0.1:0", Scripts::Each(scripts.into_iter().collect()), None).await
    }

    /// Plays the same script on every connection.
    pub(crate) async fn always(script: Script) -> Self {
        Self::start("127.0.0.1:0", Scripts::All(script), None).await
    }

    /// Plays the same script at another address.
    pub(crate) async fn always_at(address: &str, script: Script) -> Self {
        Self::start(address, Scripts::All(script), None).await
    }

    /// Plays the same script on every connection, encrypted.
    pub(crate) async fn encrypted(acceptor: TlsAcceptor, script: Script) -> Self {
        Self::start("127.0.0.1:0", Scripts::All(script), Some(acceptor)).await
    }

    async fn start(address: &str, scripts: Scripts, acceptor: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind(address).await.expect("an address of this machine is free");
        let address = listener.local_addr().expect("the listener is bound");
        let (log, over) = (Arc::new(watch::Sender::new(Log::default())), Gate::default());
        let task = tokio::spawn(accept(listener, scripts, acceptor, Arc::clone(&log), over.clone()));
        Self { address, log, over, task }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.log.borrow().requests.clone()
    }

    /// Returns how many bytes were written.
    pub(crate) fn written(&self) -> u64 {
        self.log.borrow().written
    }

    /// Waits until the server saw something.
    pub(crate) async fn until(&self, what: impl FnMut(&Log) -> bool) {
        let mut log = self.log.subscribe();
        // What did not come to pass shows in the counts.
        let _ = timeout(PATIENCE, log.wait_for(what)).await;
    }

    /// Ends the server and compares what it saw with what it should have. Scripts that still run are failures, but for
    /// those that only hold a connection.
    pub(crate) async fn saw(&self, trial: &Trial, connections: impl Into<Count>, requests: impl Into<Count>) {
        self.until(|log| log.settled == log.connections).await;
        let log = self.log.borrow().clone();
        self.over.open();
        trial.expect(log.settled == log.connections, "a connection that cannot be used again is still open");
        trial.counted("connection", &connections.into(), log.connections);
        trial.counted("request", &requests.into(), log.requests.len());
        for unexpected in &log.unexpected {
            trial.expect(false, unexpected);
        }
        for request in &log.requests {
            trial.secret(request.parameter("sig"));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(
    listener: TcpListener,
    scripts: Scripts,
    acceptor: Option<TlsAcceptor>,
    log: Arc<watch::Sender<Log>>,
    over: Gate,
) {
    let mut connections = JoinSet::new();
    loop {
        let Ok((socket, _)) = listener.accept().await else { continue };
        while connections.try_join_next().is_some() {}
        let number = log.borrow().connections;
        let script = match &scripts {
            Scripts::Each(scripts) => scripts.get(number).cloned(),
            Scripts::All(script) => Some(script.clone()),
        };
        log.send_modify(|log| log.connections += 1);
        let Some(script) = script else {
            log.send_modify(|log| log.settled += 1);
            continue;
        };
        let (acceptor, log, over) = (acceptor.clone(), Arc::clone(&log), over.clone());
        connections.spawn(async move {
            let play = async {
                match Connection::open(socket, acceptor, Arc::clone(&log)).await {
                    Ok(connection) => connection.play(script).await,
                    Err(_) => log.send_modify(|log| log.settled += 1),
                }
            };
            tokio::select! {
                () = play => {}
                () = over.wait() => {}
            }
        });
    }
}
