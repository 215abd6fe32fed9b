//! Connections that are used again, and those that must not be.

use std::io::{Read, Write};

use http::{HeaderMap, HeaderValue};
use tokio::{
    runtime::Handle,
    sync::{mpsc, watch},
    task::spawn_blocking,
    time::{Instant, timeout},
};

use super::{super::idle_timeout_of, *};

/// A server that answers everything and tells when a connection was closed by the client.
async fn telling(answer: &'static str) -> (Server, mpsc::UnboundedReceiver<()>) {
    let (tell, told) = mpsc::unbounded_channel();
    let server = Server::start(move |mut peer| {
        let tell = tell.clone();
        async move {
            while peer.request().await.is_some() {
                peer.write(answer.as_bytes()).await;
            }
            let _ = tell.send(());
        }
    })
    .await;
    (server, told)
}

#[tokio::test]
async fn a_connection_is_used_again_once_it_is_kept() {
    let (server, mut closed) = telling(OK).await;
    let transport = transport();
    for _ in 0..20 {
        succeed(&transport, &server).await;
    }
    assert_eq!((server.connections(), server.requests()), (1, 20));
    drop(transport.send(server.request(), AMPLE).await.unwrap());
    closed.recv().await.unwrap();
    succeed(&transport, &server).await;
    assert_eq!(server.connections(), 2, "an answer that is dropped takes its connection along");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_is_used_again_on_several_threads() {
    let server = Server::answering(OK).await;
    let transport = Arc::new(transport());
    for _ in 0..200 {
        let (transport, request) = (Arc::clone(&transport), server.request());
        let sent = tokio::spawn(async move { transport.send(request, AMPLE).await.map(Delivered::keep_connection) });
        sent.await.unwrap().unwrap();
    }
    assert_eq!((server.connections(), server.requests()), (1, 200));
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_is_replaced() {
    for reset in [false, true] {
        let (tell, mut gone) = mpsc::unbounded_channel();
        let server = Server::start(move |mut peer| {
            let tell = tell.clone();
            async move {
                peer.request().await;
                peer.write(OK.as_bytes()).await;
                if reset {
                    peer.socket.set_zero_linger().unwrap();
                }
                drop(peer);
                tell.send(()).unwrap();
            }
        })
        .await;
        let transport = transport();
        for sent in 1..=50 {
            succeed(&transport, &server).await;
            gone.recv().await.unwrap();
            assert_eq!((server.connections(), server.requests()), (sent, sent));
        }
    }
}

/// The runtime has not looked at its sockets since the connection was closed.
#[tokio::test]
async fn a_connection_that_was_closed_just_now_is_replaced() {
    let listener = std::net::TcpListener::bind((LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, gone) = std::sync::mpsc::channel();
    let (kept, close) = std::sync::mpsc::channel();
    let server = std::thread::spawn(move || {
        for _ in 0..50 {
            let (mut socket, _) = listener.accept().unwrap();
            let mut head = [0; 1024];
            assert!(socket.read(&mut head).unwrap() > 0, "a connection without a request");
            socket.write_all(OK.as_bytes()).unwrap();
            close.recv().unwrap();
            drop(socket);
            tell.send(()).unwrap();
        }
    });
    let transport = transport();
    for _ in 0..50 {
        transport.send(request("127.0.0.1", port), AMPLE).await.unwrap().keep_connection();
        // Lets the connection come to rest.
        tokio::task::yield_now().await;
        kept.send(()).unwrap();
        gone.recv().unwrap();
    }
    server.join().unwrap();
}

#[tokio::test]
async fn what_comes_unasked_ends_a_connection() {
    for extra in ["x", OK] {
        let server = Server::answering(format!("{OK}{extra}")).await;
        let transport = transport();
        for sent in 1..=20 {
            succeed(&transport, &server).await;
            assert_eq!((server.connections(), server.requests()), (sent, sent));
        }
    }
}

#[tokio::test]
async fn a_server_says_that_a_connection_ends() {
    for answer in [
        "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1\r\nContent-Length: 2\r\n\r\nok",
    ] {
        let server = Server::answering(answer).await;
        let transport = transport();
        for sent in 1..=5 {
            succeed(&transport, &server).await;
            assert_eq!(server.connections(), sent, "{answer}");
        }
    }
}

#[test]
fn the_servers_idle_time_is_undercut() {
    let limit = |value: &str| {
        let headers = HeaderMap::from_iter([("keep-alive".parse().unwrap(), HeaderValue::try_from(value).unwrap())]);
        idle_timeout_of(&headers)
    };
    assert_eq!(limit("timeout=5, max=100"), Duration::from_secs(4));
    assert_eq!(limit("max=100,Timeout = 15"), Duration::from_secs(14));
    assert_eq!(limit("timeout=0"), Duration::ZERO);
    for other in ["", "timeout", "timeout=x", "timeout=-1", "max=3"] {
        assert_eq!(limit(other), Duration::MAX, "{other}");
    }
}

#[tokio::test]
async fn a_connection_rests_for_a_time_and_lives_for_a_time() {
    let settings = HyperTransport::builder;
    for settings in [
        settings().idle_timeout(Duration::from_millis(20)),
        settings().max_connection_lifetime(Duration::from_millis(20)),
        settings().max_connection_lifetime(Duration::ZERO),
    ] {
        let (server, mut closed) = telling(OK).await;
        let transport = settings.build().unwrap();
        succeed(&transport, &server).await;
        timeout(Duration::from_secs(10), closed.recv()).await.expect("well under the default").unwrap();
        succeed(&transport, &server).await;
        assert_eq!((server.connections(), server.requests()), (2, 2));
    }
}

#[tokio::test]
async fn few_connections_rest() {
    let (server, mut closed) = telling(OK).await;
    let transport = HyperTransport::builder().max_idle_connections(1).build().unwrap();
    let both = [(); 2].map(|()| transport.send(server.request(), AMPLE));
    for delivered in futures_util::future::join_all(both).await {
        delivered.unwrap().keep_connection();
    }
    closed.recv().await.unwrap();
    succeed(&transport, &server).await;
    assert_eq!((server.connections(), server.requests()), (2, 3));
    drop(transport);
    closed.recv().await.unwrap();
}

/// How many connections are idle at the server's site.
fn idle(transport: &HyperTransport, server: &Server) -> usize {
    transport.pool.site(server.request().uri(), &Handle::current(), || Ok(())).unwrap().idle()
}

#[tokio::test]
async fn a_connection_that_its_server_closes_does_not_rest_for_long() {
    let (close, closing) = watch::channel(false);
    let server = Server::start(move |mut peer| {
        let mut closing = closing.clone();
        async move {
            peer.request().await;
            peer.write(OK.as_bytes()).await;
            let _ = closing.wait_for(|closing| *closing).await;
        }
    })
    .await;
    let transport = transport();
    let both = [(); 2].map(|()| transport.send(server.request(), AMPLE));
    for delivered in futures_util::future::join_all(both).await {
        delivered.unwrap().keep_connection();
    }
    assert_eq!(idle(&transport, &server), 2);
    close.send(true).unwrap();
    let swept = async {
        while idle(&transport, &server) > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(20), swept).await.expect("nobody asks for a connection");
}

#[tokio::test]
async fn connections_end_with_their_runtime() {
    let (server, mut closed) = telling(OK).await;
    let (transport, request) = (Arc::new(transport()), server.request());
    let kept = Arc::clone(&transport);
    spawn_blocking(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let sent = runtime.block_on(async { transport.send(request, AMPLE).await.map(Delivered::keep_connection) });
        assert_eq!(sent.unwrap().body(), "ok");
    })
    .await
    .unwrap();
    closed.recv().await.unwrap();
    drop(kept);
}

#[tokio::test]
async fn the_connection_that_was_used_last_is_used_first() {
    let server = Server::answering(OK).await;
    let transport = transport();
    let [first, second] = [(); 2].map(|()| transport.send(server.request(), AMPLE));
    let (first, second) = tokio::join!(first, second);
    first.unwrap().keep_connection();
    second.unwrap().keep_connection();
    let site = transport.pool.site(server.request().uri(), &Handle::current(), || Ok(())).unwrap();
    let (newest, oldest) = (site.take(Instant::now()).unwrap(), site.take(Instant::now()).unwrap());
    assert!(newest.idle_until() > oldest.idle_until());
    assert!(site.take(Instant::now()).is_none());
}

#[tokio::test]
async fn a_new_connection_is_made_on_demand() {
    let server = Server::answering(OK).await;
    let transport = transport();
    succeed(&transport, &server).await;
    let attempt = Attempt { new_connection: true, ..AMPLE };
    transport.send(server.request(), attempt).await.unwrap().keep_connection();
    assert_eq!((server.connections(), server.requests()), (2, 2));
}

#[tokio::test]
async fn connections_belong_to_an_origin() {
    let servers = [Server::answering(OK).await, Server::answering(OK).await];
    let transport = transport();
    for _ in 0..2 {
        for server in &servers {
            succeed(&transport, server).await;
        }
    }
    assert_eq!(servers.map(|server| (server.connections(), server.requests())), [(1, 2); 2]);
}

#[tokio::test]
async fn a_runtime_may_end_before_the_transport() {
    let server = Server::answering(OK).await;
    let transport = Arc::new(transport());
    for connections in 1..=3 {
        let (transport, request) = (Arc::clone(&transport), server.request());
        let sent = spawn_blocking(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { transport.send(request, AMPLE).await.map(Delivered::keep_connection) })
        });
        assert_eq!(sent.await.unwrap().unwrap().body(), "ok");
        assert_eq!((server.connections(), server.requests()), (connections, connections));
    }
}
