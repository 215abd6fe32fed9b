//! The other end of encrypted connections.

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::{ServerConfig, pki_types::PrivateKeyDer};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::TlsAcceptor;

pub(in crate::wire::transport) type Authority = CertifiedIssuer<'static, KeyPair>;

pub(in crate::wire::transport) fn authority() -> Authority {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

/// What a server shows that is `gateway.test`, unless `alter` says otherwise.
pub(in crate::wire::transport) fn acceptor(
    authority: &Authority,
    alter: impl FnOnce(&mut CertificateParams),
) -> TlsAcceptor {
    let mut params = CertificateParams::new(["gateway.test".to_owned()]).unwrap();
    alter(&mut params);
    let key = KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, authority).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(super::provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap());
    TlsAcceptor::from(Arc::new(config.unwrap()))
}

/// Reads a whole request, whose body is `{}`, and answers with a record that nobody can decrypt.
pub(in crate::wire::transport) async fn answer_with_a_broken_record(acceptor: TlsAcceptor, socket: TcpStream) {
    let mut stream = acceptor.accept(socket).await.unwrap();
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n{}") {
        assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
    }
    let (mut socket, _) = stream.into_inner();
    socket.write_all(b"\x17\x03\x03\x00\x20").await.unwrap();
    socket.write_all(&[0; 0x20]).await.unwrap();
    let _ = socket.read_to_end(&mut request).await;
}
