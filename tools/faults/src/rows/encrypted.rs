//! Connections that should be encrypted, or should not.

use rcgen::date_time_ymd;
use tokio_rustls::TlsAcceptor;

use crate::{
    answers::{answer, ok},
    certificates::{Authority, HOST},
    contestant::Settings,
    server::{
        Server,
        Step::{Read, ReadSome, Send},
    },
    trial::Trial,
};

/// A client that trusts an authority, at a server of this machine.
fn settings(trial: &Trial, authority: &Authority, server: &Server) -> Settings {
    let url = format!("https://{HOST}:{}", server.port());
    let addresses = vec![(HOST.to_owned(), vec![[127, 0, 0, 1].into()])];
    Settings { root: Some(authority.root()), addresses, ..trial.settings(url) }
}

pub(crate) async fn untrusted(trial: &Trial) {
    let (known, unknown) = (Authority::new(), Authority::new());
    let sound = Server::encrypted(known.acceptor(), vec![Read, Send(ok())]).await;
    trial.client(&settings(trial, &known, &sound)).call().await.succeeds();

    let expired = known.acceptor_for(HOST, |params| params.not_after = date_time_ymd(2020, 1, 1));
    for acceptor in [known.acceptor_for("other.test", |_| {}), expired, unknown.acceptor()] {
        refused(trial, &known, acceptor).await;
    }

    let plain = Server::always(vec![ReadSome, Send(answer("400 Bad Request", "", "no"))]).await;
    trial.client(&settings(trial, &known, &plain)).call().await.fails("tls", false);
    plain.saw(trial, 1, 0).await;

    // A server that wants TLS tells a client that speaks plain http.
    let alert = Server::always(vec![Read, Send(vec![0x15, 3, 3, 0, 2, 2, 40])]).await;
    trial.client_at(alert.url()).call().await.fails("tls", false);
    alert.saw(trial, 1, 1).await;
}

async fn refused(trial: &Trial, known: &Authority, acceptor: TlsAcceptor) {
    let server = Server::encrypted(acceptor, vec![Read, Send(ok())]).await;
    trial.client(&settings(trial, known, &server)).call().await.fails("tls", false);
    server.saw(trial, 1, 0).await;
}

pub(crate) async fn no_certificates(trial: &Trial) {
    let server = Server::always(vec![Read, Send(ok())]).await;
    let nowhere = [("SSL_CERT_FILE", "/nonexistent/file"), ("SSL_CERT_DIR", "/nonexistent")];
    trial.call_in_process(&server.url(), &nowhere).await.succeeds();
    server.saw(trial, 1, 1).await;
}
