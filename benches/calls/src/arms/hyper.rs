//! Prepared requests on a connection of hyper's.

use bytes::Bytes;
use common::arm::{Arm, Caller, Target};
use http_body_util::{BodyExt as _, Full};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::prepared::Prepared;

pub(crate) struct Hyper {
    address: String,
    prepared: Prepared,
}

pub(crate) struct HyperCaller {
    connection: SendRequest<Full<Bytes>>,
    prepared: Prepared,
}

impl Arm for Hyper {
    type Caller = HyperCaller;

    fn new(target: &Target) -> Self {
        Self { address: target.address.clone(), prepared: Prepared::new("", &target.address, target.friends) }
    }

    async fn caller(&self) -> HyperCaller {
        let socket = TcpStream::connect(&self.address).await.expect("a connection");
        socket.set_nodelay(true).expect("an option");
        let (sender, connection) = handshake(TokioIo::new(socket)).await.expect("a connection");
        tokio::spawn(connection);
        HyperCaller { connection: sender, prepared: self.prepared.clone() }
    }
}

impl Caller for HyperCaller {
    async fn call(&mut self) {
        self.connection.ready().await.expect("a connection");
        let answer = self.connection.send_request(self.prepared.request()).await.expect("an answer");
        self.prepared.check(&answer.into_body().collect().await.expect("a body").to_bytes());
    }
}
