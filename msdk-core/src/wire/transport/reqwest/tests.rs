//! What a transport on reqwest does over real sockets.

mod runtimes;

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use super::*;
#[cfg(feature = "tls")]
use crate::wire::transport::tls::testing;

/// Sends a request that fails, whose query is told to nobody.
async fn fail(transport: &ReqwestTransport, base: &str) -> TransportError {
    let request = http::Request::post(format!("{base}/share/qq/?sig=secret")).body(Bytes::from_static(b"{}"));
    let attempt = Attempt::within(Duration::from_secs(20));
    let error = transport.send(request.unwrap(), attempt).await.unwrap_err();
    assert!(!error.to_string().contains("secret") && !error.to_string().contains("share"), "{error}");
    error
}

#[tokio::test]
async fn a_proxy_is_asked_for_the_whole_url() {
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", proxy.local_addr().unwrap());
    let transport = ReqwestTransport::builder().proxy(url).build().unwrap();
    let request = http::Request::post("http://nobody.test/x/?sig=secret").body(Bytes::from_static(b"{}")).unwrap();
    let answer = async {
        let (mut socket, _) = proxy.accept().await.unwrap();
        let mut seen = vec![0; 4096];
        let length = socket.read(&mut seen).await.unwrap();
        socket.write_all(b"HTTP/1.1 200 OK\r\n\r\n{").await.unwrap();
        String::from_utf8_lossy(&seen[..length]).into_owned()
    };
    let attempt = Attempt::within(Duration::from_secs(20));
    let (delivered, seen) = tokio::join!(transport.send(request, attempt), answer);
    assert!(seen.starts_with("POST http://nobody.test/x/?sig=secret HTTP/1.1\r\n"), "{seen}");
    let delivered = delivered.unwrap();
    assert_eq!((delivered.ended_by_close, delivered.response.body().as_ref()), (true, b"{".as_slice()));
}

#[tokio::test]
async fn a_client_of_the_caller_s_own_that_followed_a_redirect_is_found_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = async {
        let answers =
            ["302 Found\r\nLocation: /elsewhere/\r\nContent-Length: 0", "200 OK\r\nContent-Length: 2\r\n\r\n{}"];
        for answer in answers {
            let (mut socket, _) = listener.accept().await.unwrap();
            let _ = socket.read(&mut [0; 4096]).await.unwrap();
            let answer = format!("HTTP/1.1 {answer}\r\nConnection: close\r\n\r\n");
            // The second one has its body already, so that the header would be a part of it.
            let answer = answer.replace("{}\r\nConnection: close\r\n\r\n", "{}");
            socket.write_all(answer.as_bytes()).await.unwrap();
        }
    };
    #[cfg(feature = "tls")]
    drop(crate::wire::transport::tls::provider().install_default());
    let transport = ReqwestTransport::from(reqwest::Client::builder().no_proxy().build().unwrap());
    let (error, ()) = tokio::join!(fail(&transport, &url), server);
    assert_eq!((error.sent(), error.fault()), (Sent::Maybe, Fault::Protocol), "{error}");
}

/// What is written in another way than it was given was not redirected.
#[tokio::test]
async fn an_address_that_reqwest_writes_in_another_way_is_no_redirect() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://127.1:{}/a/../b/?sig=secret", listener.local_addr().unwrap().port());
    let server = async {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await.unwrap();
        socket.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await.unwrap();
    };
    #[cfg(feature = "tls")]
    drop(crate::wire::transport::tls::provider().install_default());
    let transport = ReqwestTransport::from(reqwest::Client::builder().no_proxy().build().unwrap());
    let request = http::Request::post(url).body(Bytes::from_static(b"{}")).unwrap();
    let (delivered, ()) = tokio::join!(transport.send(request, Attempt::within(Duration::from_secs(20))), server);
    assert_eq!(delivered.unwrap().response.body().as_ref(), b"{}");
}

#[tokio::test]
async fn a_name_without_an_address_sent_nothing() {
    let transport = ReqwestTransport::builder().connect_timeout(Duration::from_secs(20)).build().unwrap();
    // No name server has to be asked about a label of more than 63 characters.
    let error = fail(&transport, &format!("http://{}.invalid", "a".repeat(64))).await;
    assert_eq!((error.sent(), error.fault(), error.is_timeout()), (Sent::No, Fault::Dns, false), "{error}");
}

#[tokio::test]
async fn a_refused_connection_sent_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = fail(&ReqwestTransport::builder().build().unwrap(), &url).await;
    assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Connect), "{error}");
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_server_that_is_not_to_be_trusted_gets_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let acceptor = testing::acceptor(&testing::authority(), |_| {});
    let server = async { acceptor.accept(listener.accept().await.unwrap().0).await.is_err() };
    let transport = ReqwestTransport::builder().build().unwrap();
    let (error, refused) = tokio::join!(fail(&transport, &url), server);
    assert_eq!((error.sent(), error.fault(), refused), (Sent::No, Fault::Tls, true), "{error}");
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_record_that_breaks_after_the_request_leaves_open_what_was_done() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let authority = testing::authority();
    let acceptor = testing::acceptor(&authority, |_| {});
    let server = async {
        testing::answer_with_a_broken_record(acceptor, listener.accept().await.unwrap().0).await;
    };
    let transport = ReqwestTransport::builder()
        .root_certificate_pem(authority.pem())
        .resolve("gateway.test", [address.ip()])
        .build()
        .unwrap();
    let url = format!("https://gateway.test:{}", address.port());
    let (error, ()) = tokio::join!(fail(&transport, &url), server);
    assert_eq!((error.sent(), error.fault()), (Sent::Maybe, Fault::Closed), "{error}");
    assert!(error.to_string().contains("decrypt"), "{error}");
}

#[test]
fn a_proxys_password_is_not_shown() {
    let settings = ReqwestTransport::builder().proxy("http://user:canary@127.0.0.1:1");
    let broken = ReqwestTransport::builder().proxy("http://user:canary@:x").build().unwrap_err();
    let printed = format!("{settings:?} {:?} {broken:?}", settings.clone().build().unwrap());
    assert!(!printed.contains("canary"), "{printed}");
}

#[test]
fn a_proxy_that_would_be_passed_by_is_refused() {
    for url in ["htp://127.0.0.1:1", "ftp://127.0.0.1:1", "socks://127.0.0.1:1", "socks5://127.0.0.1:1", "://x", ""] {
        let error = ReqwestTransport::builder().proxy(url).build().unwrap_err().to_string();
        assert!(error.contains("the proxy "), "{url}: {error}");
    }
    for url in ["http://127.0.0.1:0", "http://127.0.0.1:1/path", "http://127.0.0.1:1?query"] {
        assert!(ReqwestTransport::builder().proxy(url).build().is_err(), "{url}");
    }
    for url in ["127.0.0.1:1", "proxy.test:1", "http://user:password@proxy.test:1/", "http://[::1]:1"] {
        assert!(ReqwestTransport::builder().proxy(url).build().is_ok(), "{url}");
    }
}

#[test]
fn a_name_that_the_proxy_looks_up_cannot_be_given_addresses() {
    let resolve = |host: &str| {
        let address = "127.0.0.1".parse().unwrap();
        ReqwestTransport::builder().proxy("http://proxy.test:1").resolve(host, [address]).build()
    };
    assert!(resolve("Proxy.test").is_ok());
    assert!(resolve("gateway.test").unwrap_err().to_string().contains("gateway.test"));
}

/// The error of a request to a proxy that answers with a status, whatever it is asked, and the proxy's address.
async fn fail_at_a_proxy_that_refuses(base: &str, status: &str) -> (TransportError, String) {
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = proxy.local_addr().unwrap();
    let transport = ReqwestTransport::builder().proxy(format!("http://user:canary@{address}")).build().unwrap();
    let refuse = async {
        let (mut socket, _) = proxy.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await.unwrap();
        let refusal = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
        socket.write_all(refusal.as_bytes()).await.unwrap();
    };
    let (error, ()) = tokio::join!(fail(&transport, base), refuse);
    (error, address.to_string())
}

#[tokio::test]
async fn a_proxy_that_refuses_a_request_is_what_refused() {
    let (error, address) =
        fail_at_a_proxy_that_refuses("http://gateway.test", "407 Proxy Authentication Required").await;
    assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Proxy), "{error}");
    let text = error.to_string();
    assert!(text.contains(&address) && !text.contains("gateway.test") && !text.contains("canary"), "{text}");
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_proxy_that_refuses_a_tunnel_is_what_refused() {
    for status in ["407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway"] {
        let (error, address) = fail_at_a_proxy_that_refuses("https://gateway.test", status).await;
        assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Proxy), "{error}");
        let text = error.to_string();
        assert!(text.contains(&address) && !text.contains("gateway.test") && !text.contains("canary"), "{text}");
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_what_is_named() {
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = proxy.local_addr().unwrap().to_string();
    drop(proxy);
    let error = fail(&ReqwestTransport::builder().proxy(&address).build().unwrap(), "http://gateway.test").await;
    assert_eq!((error.sent(), error.fault()), (Sent::No, Fault::Connect), "{error}");
    let text = error.to_string();
    assert!(text.contains(&address) && !text.contains("gateway.test"), "{text}");
}

#[tokio::test]
async fn connections_are_given_up_after_an_answer_that_is_not_kept() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let accepted = Arc::new(AtomicUsize::new(0));
    let counted = accepted.clone();
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            counted.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                while socket.read(&mut [0; 4096]).await.is_ok_and(|length| length > 0) {
                    socket.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}").await.unwrap();
                }
            });
        }
    });
    let transport = ReqwestTransport::builder().build().unwrap();
    let send = async || {
        let request = http::Request::post(&url).body(Bytes::new()).unwrap();
        transport.send(request, Attempt::within(Duration::from_secs(20))).await.unwrap()
    };
    send().await.keep_connection();
    send().await.keep_connection();
    assert_eq!(accepted.load(Ordering::SeqCst), 1);
    drop(send().await);
    assert_eq!(accepted.load(Ordering::SeqCst), 1);
    send().await.keep_connection();
    assert_eq!(accepted.load(Ordering::SeqCst), 2);
}
