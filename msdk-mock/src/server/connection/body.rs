//! The bodies of answers.

use std::{io, time::Duration};

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use http::{HeaderValue, Response, StatusCode, header::CONTENT_LENGTH};
use http_body_util::{BodyExt, Either, Full, StreamBody};
use hyper::body::{Body as _, Frame};
use tokio::{task::yield_now, time::sleep};

use crate::{
    deed::{Answer, Manner},
    server::OtherBody,
};

/// A body that is all there, or one that comes bit by bit.
pub(super) type AnswerBody = Either<Full<Bytes>, OtherBody>;

/// Writes an answer.
pub(super) fn response(answer: &Answer) -> Response<AnswerBody> {
    let body = match answer.manner {
        Manner::Whole => Either::Left(Full::new(answer.body.clone())),
        Manner::Half => Either::Right(half(&answer.body)),
        Manner::Drip { bytes, pause } => Either::Right(drip(answer.body.clone(), bytes, pause)),
    };
    let mut response = answer.with_body(body);
    if answer.manner != Manner::Whole {
        response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(answer.body.len()));
    }
    response
}

/// An answer of a status alone.
pub(super) fn refusal(status: StatusCode) -> Response<AnswerBody> {
    let mut response = Response::new(Either::Left(Full::default()));
    *response.status_mut() = status;
    response
}

/// A body that keeps something for as long as it is sent, unless it is all there already.
pub(super) fn holding<T: Send + 'static>(body: OtherBody, kept: T) -> OtherBody {
    if body.size_hint().exact().is_some() {
        return body;
    }
    body.map_frame(move |frame| {
        let _ = &kept;
        frame
    })
    .boxed_unsync()
}

/// The first half, which is written before the connection ends.
fn half(body: &Bytes) -> OtherBody {
    let half = Manner::Half.arriving(body);
    let end = stream::once(async {
        yield_now().await;
        Err(io::Error::from(io::ErrorKind::UnexpectedEof))
    });
    let pieces = stream::iter([Ok(Frame::data(half))]).chain(end);
    StreamBody::new(pieces).boxed_unsync()
}

fn drip(body: Bytes, bytes: u32, pause: Duration) -> OtherBody {
    let size = usize::try_from(bytes.max(1)).unwrap_or(usize::MAX);
    let pieces = stream::unfold(body, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        sleep(pause).await;
        let piece = rest.split_to(size.min(rest.len()));
        Some((Ok(Frame::data(piece)), rest))
    });
    StreamBody::new(pieces).boxed_unsync()
}
