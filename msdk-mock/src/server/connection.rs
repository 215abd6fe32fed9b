//! Connections: how many there are, and what comes over one.

mod body;

use std::{
    error::Error,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::{sleep, timeout},
};

use self::body::AnswerBody;
use super::{Patience, Serve};
use crate::{Refusal, deed::Deed};

/// The size up to which a body is read.
const MAX_BODY_BYTES: usize = 1024 * 1024;
/// The same for what is served beside the endpoints, such as a whole world.
const MAX_OTHER_BYTES: usize = 64 * 1024 * 1024;
/// How long to wait for descriptors where the system has none left.
const SHORTAGE: Duration = Duration::from_millis(50);

/// Accepts connections until told to end, and returns when the last of them has ended or the patience for it has. Beyond the
/// bound they wait in the queue of the system until another one ends.
pub(super) async fn accept<S: Serve>(
    listener: TcpListener,
    service: Arc<S>,
    patience: Patience,
    mut ending: watch::Receiver<bool>,
) {
    let permits = Arc::new(Semaphore::new(patience.connections));
    loop {
        let next = async {
            let permit = Arc::clone(&permits).acquire_owned().await;
            (permit, listener.accept().await)
        };
        let (permit, accepted) = tokio::select! {
            next = next => next,
            _ = ending.wait_for(|is_ending| *is_ending) => break,
        };
        let Ok((socket, _)) = accepted else {
            sleep(SHORTAGE).await;
            continue;
        };
        let connection = serve(socket, Arc::clone(&service), patience.read, ending.clone());
        tokio::spawn(async move {
            connection.await;
            drop(permit);
        });
    }
    drop(listener);
    let all = u32::try_from(patience.connections).unwrap_or(u32::MAX);
    let _ = timeout(patience.read, permits.acquire_many(all)).await;
}

/// Serves one connection until it ends, in whatever way.
///
/// hyper would set a timer for each head, which costs more than reading it. Here one timer looks at the connection from
/// time to time, and gives it up if no request came to an end since it looked before: because the head is not there, or
/// because nobody reads the answer.
async fn serve<S: Serve>(socket: TcpStream, service: Arc<S>, patience: Duration, ending: watch::Receiver<bool>) {
    let mut told = ending.clone();
    let _ = socket.set_nodelay(true);
    let progress = Arc::new(Progress::default());
    let service =
        service_fn(|request| Box::pin(handle(request, &*service, patience, Arc::clone(&progress), ending.clone())));
    let mut http = http1::Builder::new();
    http.header_read_timeout(None);
    let mut connection = http.serve_connection(TokioIo::new(socket), service);
    let (mut seen, mut is_told) = (None, false);
    let ended = loop {
        tokio::select! {
            ended = &mut connection => break ended,
            _ = told.wait_for(|is_ending| *is_ending), if !is_told => {
                is_told = true;
                std::pin::Pin::new(&mut connection).graceful_shutdown();
            }
            () = sleep(patience) => {
                let now = progress.answered();
                if now.is_some() && now == seen {
                    return;
                }
                seen = now;
            }
        }
    };
    if ended.is_err_and(|error| error.source().is_some_and(<dyn Error>::is::<Reset>)) {
        // Without time to linger the system closes the socket with a reset.
        let _ = connection.into_parts().io.into_inner().set_zero_linger();
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

/// Answers one HTTP request, or has its connection reset.
async fn handle(
    request: Request<Incoming>,
    service: &impl Serve,
    patience: Duration,
    progress: Arc<Progress>,
    ending: watch::Receiver<bool>,
) -> Result<Response<AnswerBody>, Reset> {
    let underway = UnderWay::begin(progress);
    let response = respond(request, service, patience, ending).await?;
    // What comes bit by bit is under way until its end.
    Ok(response.map(|body| match body {
        AnswerBody::Right(stream) => AnswerBody::Right(body::holding(stream, underway)),
        whole @ AnswerBody::Left(_) => whole,
    }))
}

/// A request, until its answer has been given to the connection.
struct UnderWay(Arc<Progress>);

impl UnderWay {
    fn begin(progress: Arc<Progress>) -> Self {
        progress.begun.fetch_add(1, Relaxed);
        Self(progress)
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.answered.fetch_add(1, Relaxed);
    }
}

async fn respond(
    request: Request<Incoming>,
    service: &impl Serve,
    patience: Duration,
    mut ending: watch::Receiver<bool>,
) -> Result<Response<AnswerBody>, Reset> {
    let (head, body) = request.into_parts();
    let is_beside = service.beside().is_some_and(|beside| (beside.is_its)(head.uri.path()));
    let most = if is_beside { MAX_OTHER_BYTES } else { MAX_BODY_BYTES };
    let body = async {
        timeout(patience, read(body, most)).await.unwrap_or_else(|_| {
            let text = format!("the HTTP body took more than {} ms to arrive", patience.as_millis());
            Err(Refusal::access(-101, text))
        })
    };
    if let Some(beside) = service.beside().filter(|_| is_beside) {
        let Ok(body) = body.await else { return Ok(body::refusal(StatusCode::PAYLOAD_TOO_LARGE)) };
        return Ok((beside.service)(Request::from_parts(head, body)).await.map(AnswerBody::Right));
    }
    match service.decide(&head, body).await {
        Deed::Answer(answer) => Ok(body::response(&answer)),
        Deed::Reset => Err(Reset),
        Deed::Hang => {
            // Who waits for nothing need not be waited for.
            let _ = ending.wait_for(|is_ending| *is_ending).await;
            Err(Reset)
        }
    }
}

/// The connection is to be reset.
#[derive(Debug)]
struct Reset;

impl fmt::Display for Reset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the connection is reset")
    }
}

impl Error for Reset {}

/// Reads a body into memory of its own: a piece as hyper hands it out holds the whole read buffer.
async fn read(mut body: Incoming, most: usize) -> Result<Bytes, Refusal> {
    let mut whole = Vec::new();
    while let Some(frame) = body.frame().await {
        // Anything else is a trailer.
        let Ok(data) = frame.map_err(|_| refuse())?.into_data() else { continue };
        if data.len() > most - whole.len() {
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
