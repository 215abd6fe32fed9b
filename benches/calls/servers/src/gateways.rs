//! The gateway of msdk-mock, and the least that a server on hyper can do.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use msdk_mock::Gateway;
use tokio::net::TcpListener;

pub(crate) async fn mock() {
    let gateway = Gateway::start().await.expect("a gateway");
    println!("{}", gateway.base_url().trim_start_matches("http://"));
    std::future::pending::<()>().await;
}

pub(crate) async fn hyper() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    println!("{}", listener.local_addr().expect("an address"));
    loop {
        let Ok((socket, _)) = listener.accept().await else { continue };
        let _ = socket.set_nodelay(true);
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(socket), service_fn(answer)));
    }
}

/// Reads the request and answers what the gateway would.
async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let _ = request.into_body().collect().await;
    let profile = r#"{"ret":0,"msg":"success","nickName":"憨特","gender":"男","picture40":"http://q.qlogo.cn/40","picture100":"http://q.qlogo.cn/100","yellow_vip":0,"yellow_vip_level":0,"yellow_year_vip":0,"is_lost":"0"}"#;
    let answer = Response::builder().header("content-type", "application/json").body(Full::from(profile));
    Ok(answer.expect("an answer"))
}
