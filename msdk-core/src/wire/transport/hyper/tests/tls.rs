//! Encrypted connections, and those that should be.

use rcgen::{CertificateParams, date_time_ymd};
use tokio_rustls::TlsAcceptor;

use super::{
    super::super::tls::{
        self,
        testing::{Authority, acceptor, answer_with_a_broken_record, authority},
    },
    *,
};

/// A server that answers every request, or forgets a client whose handshake fails.
async fn server(acceptor: TlsAcceptor) -> Server {
    Server::start(move |peer| {
        let acceptor = acceptor.clone();
        async move {
            let Ok(mut stream) = acceptor.accept(peer.socket).await else { return };
            let mut bytes = Vec::new();
            while let Ok(1..) = stream.read_buf(&mut bytes).await {
                if bytes.ends_with(b"\r\n\r\n{}") {
                    peer.counts.requests.fetch_add(1, Ordering::SeqCst);
                    stream.write_all(OK.as_bytes()).await.unwrap();
                    bytes.clear();
                }
            }
        }
    })
    .await
}

fn trusting(authority: &Authority) -> HyperTransport {
    let settings = HyperTransport::builder().resolve("gateway.test", [LOCALHOST]).root_certificate_pem(authority.pem());
    settings.build().unwrap()
}

fn https(server: &Server) -> Request<Bytes> {
    let url = format!("https://gateway.test:{}/share/qq/?sig=secret", server.port);
    Request::post(url).body(Bytes::from_static(b"{}")).unwrap()
}

#[tokio::test]
async fn a_trusted_server_is_spoken_to_on_one_connection() {
    let authority = authority();
    let server = server(acceptor(&authority, |_| {})).await;
    let transport = trusting(&authority);
    for _ in 0..3 {
        assert_eq!(transport.send(https(&server), AMPLE).await.unwrap().keep_connection().body(), "ok");
    }
    assert_eq!((server.connections(), server.requests()), (1, 3));
}

#[tokio::test]
async fn a_configuration_of_the_callers_own_is_used_as_it_is() {
    let authority = authority();
    let server = server(acceptor(&authority, |_| {})).await;
    let with = |roots: &[_]| {
        let config = tls::config(roots).unwrap();
        HyperTransport::builder().resolve("gateway.test", [LOCALHOST]).tls_config(config)
    };
    let trusting = with(&[authority.der().clone()]).build().unwrap();
    assert_eq!(trusting.send(https(&server), AMPLE).await.unwrap().response.body(), "ok");
    fail(&with(&[]).build().unwrap(), https(&server), Sent::No, Fault::Tls).await;
    let error = with(&[]).root_certificate_pem(authority.pem()).build().unwrap_err();
    assert!(error.to_string().contains("has its own roots"), "{error}");
}

#[tokio::test]
async fn a_server_that_is_not_to_be_trusted_gets_nothing() {
    let (stranger, authority) = (authority(), authority());
    let another_name = CertificateParams::new(["another.test".to_owned()]).unwrap().subject_alt_names;
    let cases = [
        (acceptor(&authority, |params| params.subject_alt_names = another_name), trusting(&authority)),
        (acceptor(&authority, |params| params.not_after = date_time_ymd(2020, 1, 1)), trusting(&authority)),
        (acceptor(&authority, |_| {}), trusting(&stranger)),
    ];
    for (acceptor, transport) in cases {
        let server = server(acceptor).await;
        let error = fail(&transport, https(&server), Sent::No, Fault::Tls).await;
        assert!(error.to_string().contains(&format!("gateway.test:{}: invalid peer certificate", server.port)));
        assert_eq!((server.connections(), server.requests()), (1, 0));
    }
}

#[tokio::test]
async fn plain_http_on_the_encrypted_port_is_not_spoken() {
    let server = Server::start(async |mut peer| {
        peer.socket.readable().await.unwrap();
        peer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").await;
        peer.closed().await;
    })
    .await;
    fail(&trusting(&authority()), https(&server), Sent::No, Fault::Tls).await;
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_record_that_breaks_after_the_request_leaves_open_what_was_done() {
    let authority = authority();
    let acceptor = acceptor(&authority, |_| {});
    let server = Server::start(move |peer| answer_with_a_broken_record(acceptor.clone(), peer.socket)).await;
    let error = fail(&trusting(&authority), https(&server), Sent::Maybe, Fault::Closed).await;
    assert!(error.to_string().contains("decrypt"), "{error}");
}

#[tokio::test]
async fn an_alert_on_the_plain_port_is_known() {
    let error = fail_with(b"\x15\x03\x03\x00\x02\x02\x46".as_slice(), Fault::Tls).await;
    assert!(error.to_string().contains("should start with https"), "{error}");
}

#[tokio::test]
async fn a_handshake_ends_in_time() {
    let server = Server::start(async |mut peer| peer.closed().await).await;
    let settings = HyperTransport::builder().resolve("gateway.test", [LOCALHOST]);
    let transport = settings.connect_timeout(Duration::from_millis(50)).build().unwrap();
    assert!(fail(&transport, https(&server), Sent::No, Fault::Connect).await.is_timeout());
}

#[test]
fn a_root_certificate_is_read_at_once() {
    for pem in ["", "x", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        let error = HyperTransport::builder().root_certificate_pem(pem).build().unwrap_err();
        assert!(error.to_string().contains("root certificate"), "{error}");
    }
}
