//! Connections: how many there are, and what comes over one.

use std::{
    convert::Infallible,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{
    HeaderValue, Request, Response,
    header::{CONNECTION, CONTENT_TYPE},
};
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
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
    while let Ok(permit) = Arc::clone(&permits).acquire_owned().await {
        let Ok((socket, _)) = listener.accept().await else {
            sleep(SHORTAGE).await;
            continue;
        };
        let connection = serve(socket, Arc::clone(&answer), patience.read);
        tokio::spawn(async move {
            connection.await;
            drop(permit);
        });
    }
}

/// Serves one connection until it ends, in whatever way.
///
/// hyper would set a timer for each head, which costs more than reading it. Here one timer looks at the connection from
/// time to time, and gives it up if no request came to an end since it looked before: because the head is not there, or
/// because nobody reads the answer.
async fn serve(socket: TcpStream, answer: Arc<Answer>, patience: Duration) {
    let _ = socket.set_nodelay(true);
    let progress = Progress::default();
    let service = service_fn(|request| handle(request, &answer, patience, &progress));
    let mut http = http1::Builder::new();
    http.header_read_timeout(None);
    let mut connection = pin!(http.serve_connection(TokioIo::new(socket), service));
    let mut seen = None;
    while timeout(patience, connection.as_mut()).await.is_err() {
        let now = progress.answered();
        if now.is_some() && now == seen {
            return;
        }
        seen = now;
    }
}

/// The requests of a connection.
#[derive(Default)]
struct Progress {
    begun: AtomicU64,
    answered: AtomicU64,
}

impl Progress {
    /// The number of answers so far; none while one is being made, which has a time of its own.
    fn answered(&self) -> Option<u64> {
        let answered = self.answered.load(Relaxed);
        (self.begun.load(Relaxed) == answered).then_some(answered)
    }
}

/// Answers one HTTP request, always with status 200.
async fn handle(
    request: Request<Incoming>,
    answer: &Arc<Answer>,
    patience: Duration,
    progress: &Progress,
) -> Result<Response<Full<Bytes>>, Infallible> {
    progress.begun.fetch_add(1, Relaxed);
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
    progress.answered.fetch_add(1, Relaxed);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_that_is_being_answered_does_not_rest() {
        let progress = Progress::default();
        assert_eq!(progress.answered(), Some(0));
        progress.begun.fetch_add(1, Relaxed);
        assert_eq!(progress.answered(), None);
        progress.answered.fetch_add(1, Relaxed);
        assert_eq!(progress.answered(), Some(1));
    }
}
