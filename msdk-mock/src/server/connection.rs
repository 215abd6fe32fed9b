//! Connections: how many there are, and what comes over one.

use std::{convert::Infallible, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{
    HeaderValue, Request, Response,
    header::{CONNECTION, CONTENT_TYPE},
};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};

use super::{Answer, Patience};
use crate::Refusal;

/// The size up to which a body is read.
const MAX_BODY_BYTES: usize = 1024 * 1024;
/// How long to wait for descriptors where the system has none left.
const SHORTAGE: Duration = Duration::from_millis(50);

/// Accepts connections for ever. Beyond the bound they wait in the queue of the system until another one ends.
pub(super) async fn accept(listener: TcpListener, answer: Arc<Answer>, patience: Patience) {
    let permits = Arc::new(Semaphore::new(patience.connections));
    let mut http = http1::Builder::new();
    // The time runs while a connection rests, too. hyper sends the head and the body of an answer in one write.
    http.timer(TokioTimer::new()).header_read_timeout(patience.read);
    while let Ok(permit) = Arc::clone(&permits).acquire_owned().await {
        let Ok((socket, _)) = listener.accept().await else {
            sleep(SHORTAGE).await;
            continue;
        };
        let connection = serve(http.clone(), socket, Arc::clone(&answer), patience.read);
        tokio::spawn(async move {
            connection.await;
            drop(permit);
        });
    }
}

/// Serves one connection until it ends, in whatever way.
async fn serve(http: http1::Builder, socket: TcpStream, answer: Arc<Answer>, patience: Duration) {
    let _ = socket.set_nodelay(true);
    let service = service_fn(|request| handle(request, &answer, patience));
    let _ = http.serve_connection(TokioIo::new(socket), service).await;
}

/// Answers one HTTP request, always with status 200.
async fn handle(
    request: Request<Incoming>,
    answer: &Arc<Answer>,
    patience: Duration,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let body = timeout(patience, read(body)).await.unwrap_or_else(|_| {
        let text = format!("the HTTP body took more than {} ms to arrive", patience.as_millis());
        Err(Refusal::access(-101, text))
    });
    let is_whole = body.is_ok();
    let mut response = Response::new(Full::new(answer(&head, body).into()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    if !is_whole {
        // What is left of the body would be taken for the next request.
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response)
}

/// Reads a body into memory of its own: a piece as hyper hands it out holds the whole read buffer.
async fn read(mut body: Incoming) -> Result<Bytes, Refusal> {
    let mut whole = Vec::new();
    while let Some(frame) = body.frame().await {
        // Anything else is a trailer.
        let Ok(data) = frame.map_err(|_| refuse())?.into_data() else { continue };
        if data.len() > MAX_BODY_BYTES - whole.len() {
            return Err(refuse());
        }
        whole.extend_from_slice(&data);
    }
    Ok(whole.into_boxed_slice().into())
}

fn refuse() -> Refusal {
    Refusal::access(-101, "the HTTP body broke off or is larger than 1 MiB")
}
