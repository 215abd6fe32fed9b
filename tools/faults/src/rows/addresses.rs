//! Addresses that lead nowhere.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    time::Duration,
};

use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::{
    answers::ok,
    contestant::Settings,
    server::{
        Server,
        Step::{Read, Send},
    },
    trial::Trial,
};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);
const ELSEWHERE: IpAddr = IpAddr::V4(Ipv4Addr::new(127, 0, 0, 3));

/// An address at which connections are neither made nor refused.
struct BlackHole {
    listener: TcpListener,
    _first: TcpStream,
}

impl BlackHole {
    async fn new(port: u16) -> Self {
        let socket = TcpSocket::new_v4().expect("sockets can be made");
        socket.bind(SocketAddr::new(ELSEWHERE, port)).expect("the address is free");
        // A queue of one, which is full from now on.
        let listener = socket.listen(0).expect("the socket is bound");
        let address = listener.local_addr().expect("the socket is bound");
        let first = TcpStream::connect(address).await.expect("the queue has room");
        Self { listener, _first: first }
    }
}

pub(crate) async fn black_hole(trial: &Trial) {
    let hole = BlackHole::new(0).await;
    let address = hole.listener.local_addr().expect("it is bound");
    let limit = Duration::from_millis(200);
    let settings = Settings { connect_timeout: Some(limit), ..trial.settings(format!("http://{address}")) };
    let ended = trial.client(&settings).call().await;
    ended
        .fails("not_sent", false)
        .at_least(limit)
        .within(Duration::from_secs(2))
        .says("timed out", "that time ran out");
}

pub(crate) async fn first_address_dead(trial: &Trial) {
    let server = Server::always(vec![Read, Send(ok())]).await;
    let mut settings = trial.settings(format!("http://two.test:{}", server.port()));
    settings.addresses.push(("two.test".into(), vec![ELSEWHERE, HERE]));
    trial.client(&settings).call().await.succeeds();
    let _hole = BlackHole::new(server.port()).await;
    trial.client(&settings).call().await.succeeds().within(Duration::from_secs(2));
    server.saw(trial, 2, 2).await;
}
