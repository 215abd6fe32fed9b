//! Hosts that a request must not be carried to.

use crate::{
    answers::{answer, ok},
    certificates::{Authority, HOST},
    contestant::Settings,
    server::{
        Server,
        Step::{Read, Send, Serve},
    },
    trial::Trial,
};

/// A host that nobody should call.
async fn elsewhere() -> Server {
    Server::always_at("127.0.0.2:0", vec![Read, Send(ok())]).await
}

fn redirect(status: u16, server: &Server) -> Vec<u8> {
    answer(&format!("{status} Moved"), &format!("Location: {}/x\r\n", server.url()), "")
}

pub(crate) async fn redirected(trial: &Trial) {
    let elsewhere = elsewhere().await;
    for status in [301, 302, 303, 307, 308] {
        let server = Server::always(vec![Serve(redirect(status, &elsewhere))]).await;
        trial.client_at(server.url()).call().await.fails("http_status", true).with_status(status);
        server.saw(trial, 1, 1).await;
    }
    elsewhere.saw(trial, 0, 0).await;
}

pub(crate) async fn redirected_to_plain(trial: &Trial) {
    let (authority, elsewhere) = (Authority::new(), elsewhere().await);
    let server = Server::encrypted(authority.acceptor(), vec![Serve(redirect(307, &elsewhere))]).await;
    let url = format!("https://{HOST}:{}", server.port());
    let mut settings = Settings { root: Some(authority.root()), ..trial.settings(url) };
    settings.addresses.push((HOST.into(), vec![[127, 0, 0, 1].into()]));
    trial.client(&settings).call().await.fails("http_status", true).with_status(307);
    server.saw(trial, 1, 1).await;
    elsewhere.saw(trial, 0, 0).await;
}

pub(crate) async fn proxy_in_environment(trial: &Trial) {
    let (proxy, server) = (elsewhere().await, Server::always(vec![Read, Send(ok())]).await);
    let url = proxy.url();
    let names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let mut variables = names.map(|name| (name, url.as_str())).to_vec();
    variables.extend([("NO_PROXY", ""), ("no_proxy", "")]);
    trial.call_in_process(&server.url(), &variables).await.succeeds();
    server.saw(trial, 1, 1).await;
    proxy.saw(trial, 0, 0).await;
}
