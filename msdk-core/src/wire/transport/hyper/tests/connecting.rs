//! Names, addresses and connections that are not made.

use std::net::{Ipv6Addr, SocketAddr};

use futures_util::FutureExt;
use tokio::net::TcpSocket;

use super::*;

/// A port at which nobody listens.
async fn deserted(address: IpAddr) -> u16 {
    TcpListener::bind((address, 0)).await.unwrap().local_addr().unwrap().port()
}

/// An address at which connections are neither made nor refused. It is one as long as what is returned lives.
async fn black_hole(address: IpAddr, port: u16) -> (TcpListener, TcpStream) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(SocketAddr::new(address, port)).unwrap();
    // A queue of one, which is full from now on.
    let listener = socket.listen(0).unwrap();
    let first = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
    (listener, first)
}

#[tokio::test]
async fn a_refused_connection_sent_nothing() {
    let port = deserted(LOCALHOST).await;
    let error = fail(&transport(), request("127.0.0.1", port), Sent::No, Fault::Connect).await;
    assert!(!error.is_timeout());
    assert!(error.to_string().contains(&format!("127.0.0.1:{port}: Connection refused")), "{error}");
}

#[tokio::test]
async fn a_name_without_an_address_sent_nothing() {
    let transport = HyperTransport::builder().resolve("nobody.test", []).build().unwrap();
    for host in ["nobody.test", "a-label-that-is-longer-than-the-63-characters-that-a-label-of-a-name-may-have.test"] {
        let error = fail(&transport, request(host, 80), Sent::No, Fault::Dns).await;
        assert!(error.to_string().contains(&format!("{host}:80: ")), "{error}");
    }
}

#[tokio::test]
async fn the_next_address_is_tried_after_one_that_refuses() {
    let server = Server::answering(OK).await;
    let transport = HyperTransport::builder().resolve("Gateway.test", [ELSEWHERE, LOCALHOST]).build().unwrap();
    transport.send(request("gateway.test", server.port), AMPLE).await.unwrap().keep_connection();
    assert_eq!((server.connections(), server.requests()), (1, 1));
}

#[tokio::test]
async fn the_next_address_is_tried_beside_one_that_is_silent() {
    let server = Server::answering(OK).await;
    let _hole = black_hole(ELSEWHERE, server.port).await;
    let settings = HyperTransport::builder().connect_timeout(Duration::from_secs(60));
    let transport = settings.resolve("gateway.test", [ELSEWHERE, LOCALHOST]).build().unwrap();
    transport.send(request("gateway.test", server.port), AMPLE).await.unwrap().keep_connection();
    assert_eq!((server.connections(), server.requests()), (1, 1));
}

#[tokio::test]
async fn silent_addresses_run_out_of_time() {
    let (listener, _first) = black_hole(ELSEWHERE, 0).await;
    let port = listener.local_addr().unwrap().port();
    let hasty = HyperTransport::builder().connect_timeout(Duration::from_millis(50)).build().unwrap();
    assert!(fail(&hasty, request("127.0.0.2", port), Sent::No, Fault::Connect).await.is_timeout());
    let patient = HyperTransport::builder().connect_timeout(Duration::from_secs(60)).build().unwrap();
    let attempt = Attempt::within(Duration::from_millis(50));
    let error = patient.send(request("127.0.0.2", port), attempt).await.unwrap_err();
    assert_eq!((error.sent(), error.fault(), error.is_timeout()), (Sent::No, Fault::Connect, true));
}

#[tokio::test]
async fn an_ipv6_literal_is_an_address() {
    let server = Server::on(Ipv6Addr::LOCALHOST.into(), async |mut peer| {
        let request = peer.request().await.unwrap();
        let port = peer.socket.local_addr().unwrap().port();
        assert!(request.contains(&format!("host: [::1]:{port}\r\n")), "{request}");
        peer.write(OK.as_bytes()).await;
    })
    .await;
    let delivered = transport().send(request("[::1]", server.port), AMPLE).await.unwrap();
    assert_eq!(delivered.response.body(), "ok");
}

#[tokio::test]
async fn a_reset_on_accept_is_not_dialled_again() {
    let server = Server::start(async |peer| peer.socket.set_zero_linger().unwrap()).await;
    for dialled in 1..=20 {
        // Whether the request was on its way by then is a matter of chance.
        let error = transport().send(server.request(), AMPLE).await.unwrap_err();
        assert_eq!(error.fault(), Fault::Closed, "{error}");
        assert_eq!((server.connections(), server.requests()), (dialled, 0));
    }
}

/// A name is looked up by a thread of the runtime's. Here is one, and it is busy.
#[test]
fn a_slow_resolver_runs_out_of_time() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(1).build().unwrap();
    let (free, busy) = std::sync::mpsc::channel::<()>();
    runtime.spawn_blocking(move || busy.recv());
    let error = runtime.block_on(async {
        let transport = transport();
        let send = transport.send(request("localhost", 1), Attempt::within(Duration::from_millis(50)));
        tokio::time::timeout(AMPLE.timeout, send).await.expect("the attempt's time bounds the look-up").unwrap_err()
    });
    drop(free);
    assert_eq!((error.sent(), error.fault(), error.is_timeout()), (Sent::No, Fault::Dns, true), "{error}");
}

#[test]
fn a_request_without_a_runtime_is_an_error() {
    let transport = transport();
    let error = transport.send(request("127.0.0.1", 1), AMPLE).now_or_never().unwrap().unwrap_err();
    assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Machine));
}
