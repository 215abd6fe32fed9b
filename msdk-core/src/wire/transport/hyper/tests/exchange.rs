//! Requests on their way.

use std::sync::Mutex;

use tokio::{
    io::duplex,
    runtime::Handle,
    sync::{Notify, oneshot},
    time::Instant,
};

use super::{
    super::{
        Connection, Exchanged, OneChunk, after,
        stream::{Probe, Stream},
    },
    *,
};

#[tokio::test]
async fn a_request_is_handed_back_only_if_no_byte_was_written() {
    let (transport, request) = (transport(), request("127.0.0.1", 1));
    let site = transport.pool.site(request.uri(), &Handle::current(), || Ok(())).unwrap();
    let mut request = request.map(OneChunk::new);
    transport.complete(&site, &mut request);
    let open = async || {
        let (ours, theirs) = duplex(1024);
        let stream = Stream { io: Box::new(ours), probe: Probe::default() };
        (Connection::open(stream, Duration::MAX).await.unwrap(), theirs)
    };
    let exchange = async |mut connection| {
        let deadline = after(Instant::now(), AMPLE.timeout);
        transport.send_over(&mut connection, &site.origin, request.clone(), deadline).await
    };

    let (connection, theirs) = open().await;
    drop(theirs);
    assert!(matches!(exchange(connection).await, Ok(Exchanged::HandedBack(_))));

    let (connection, mut theirs) = open().await;
    let read_one_byte = async {
        theirs.read_u8().await.unwrap();
        drop(theirs);
    };
    let (sent, ()) = tokio::join!(exchange(connection), read_one_byte);
    let error = sent.err().unwrap();
    assert_eq!((error.sent(), error.fault()), (Sent::Maybe, Fault::Closed), "{error}");
}

#[tokio::test]
async fn a_request_has_these_headers() {
    let (seen, request) = oneshot::channel();
    let seen = Arc::new(Mutex::new(Some(seen)));
    let server = Server::start(move |mut peer| {
        let seen = seen.lock().unwrap().take();
        async move {
            seen.unwrap().send(peer.request().await.unwrap()).unwrap();
            peer.write(OK.as_bytes()).await;
        }
    })
    .await;
    let transport = HyperTransport::builder().keep_alive(false).build().unwrap();
    succeed(&transport, &server).await;
    let expected = format!(
        "POST /share/qq/?sig=secret HTTP/1.1\r\ncontent-type: application/json\r\naccept: */*\r\n\
         host: 127.0.0.1:{}\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{{}}",
        server.port
    );
    assert_eq!(request.await.unwrap(), expected);
}

#[tokio::test]
async fn a_server_that_hangs_up_on_a_request_may_have_read_it() {
    for answer in ["", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok"] {
        fail_with(answer, Fault::Closed).await;
    }
    let server = Server::start(async |mut peer| {
        peer.request().await;
        peer.socket.set_zero_linger().unwrap();
    })
    .await;
    fail(&transport(), server.request(), Sent::Maybe, Fault::Closed).await;
    assert_eq!((server.connections(), server.requests()), (1, 1));
}

#[tokio::test]
async fn a_used_connection_that_breaks_is_not_replaced() {
    let server = Server::start(async |mut peer| {
        peer.request().await;
        peer.write(OK.as_bytes()).await;
        peer.request().await;
    })
    .await;
    let transport = transport();
    succeed(&transport, &server).await;
    fail(&transport, server.request(), Sent::Maybe, Fault::Closed).await;
    assert_eq!((server.connections(), server.requests()), (1, 2));
}

#[tokio::test]
async fn silence_ends_in_time() {
    let silent = Server::start(async |mut peer| peer.closed().await).await;
    let dripping = Server::start(async |mut peer| {
        peer.request().await;
        peer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n").await;
        loop {
            tokio::time::sleep(Duration::from_millis(5)).await;
            peer.write(b"x").await;
        }
    })
    .await;
    for server in [silent, dripping] {
        let attempt = Attempt::within(Duration::from_millis(100));
        let error = transport().send(server.request(), attempt).await.unwrap_err();
        assert_eq!((error.sent(), error.is_timeout()), (Sent::Maybe, true), "{error}");
    }
}

#[tokio::test]
async fn a_server_that_does_not_read_is_left_in_time() {
    let server = Server::start(async |peer| {
        let _peer = peer;
        std::future::pending::<()>().await;
    })
    .await;
    let mut request = server.request();
    *request.body_mut() = vec![b'x'; 64 * 1024 * 1024].into();
    let error = transport().send(request, Attempt::within(Duration::from_millis(200))).await.unwrap_err();
    assert_eq!((error.sent(), error.is_timeout()), (Sent::Maybe, true), "{error}");
}

#[tokio::test]
async fn a_call_that_is_dropped_closes_its_connection() {
    let (read, closed) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let gates = (Arc::clone(&read), Arc::clone(&closed));
    let server = Server::start(move |mut peer| {
        let (read, closed) = gates.clone();
        async move {
            peer.request().await;
            peer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf").await;
            read.notify_one();
            peer.closed().await;
            closed.notify_one();
        }
    })
    .await;
    let transport = transport();
    tokio::select! {
        _ = transport.send(server.request(), AMPLE) => unreachable!("the answer is never whole"),
        () = read.notified() => {}
    }
    closed.notified().await;
}

#[tokio::test]
async fn interim_answers_are_counted() {
    let early = "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(16);
    assert_eq!(answer_of(format!("{early}{OK}")).await.response.body(), "ok");
    fail_with(format!("{early}{early}{OK}"), Fault::Protocol).await;
    let server = Server::start(async |mut peer| {
        peer.request().await;
        while peer.socket.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").await.is_ok() {}
    })
    .await;
    let error = fail(&transport(), server.request(), Sent::Maybe, Fault::Protocol).await;
    assert!(error.to_string().ends_with("more than 16 interim answers came"), "{error}");
}
