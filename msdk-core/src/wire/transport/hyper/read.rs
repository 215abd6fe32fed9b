//! Reading an answer, which may be anything.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
};

use bytes::{Bytes, BytesMut};
use http::Response;
use hyper::body::{Body, Incoming};

use super::{
    super::{Delivered, Fault, Sent, TransportError, framing},
    Origin, failure,
};

/// Reads an answer to its end, unless it is larger than `limit` or in a coding that nobody asked for.
pub(super) fn whole(
    origin: &Origin,
    response: Response<Incoming>,
    limit: usize,
) -> impl Future<Output = Result<Delivered, TransportError>> {
    // An `async fn` would hold the answer twice, as its argument and in parts.
    let (head, body) = response.into_parts();
    async move {
        if let Some(name) = framing::foreign_encoding(&head.headers) {
            let reason = format!("{origin}: the answer has the content encoding {name}, which was not asked for");
            return Err(TransportError::new(Sent::Maybe, Fault::Encoding, reason));
        }
        let ended_by_close = body.size_hint().exact().is_none() && !framing::is_chunked(&head.headers);
        let body = collect(origin, body, limit).await?;
        let mut delivered = Delivered::new(Response::from_parts(head, body));
        delivered.ended_by_close = ended_by_close;
        Ok(delivered)
    }
}

async fn collect(origin: &Origin, mut body: Incoming, limit: usize) -> Result<Bytes, TransportError> {
    let too_large = || {
        let reason = format!("{origin}: the answer is larger than {limit} bytes");
        Err(TransportError::new(Sent::Maybe, Fault::TooLarge, reason))
    };
    if u64::try_from(limit).is_ok_and(|limit| body.size_hint().lower() > limit) {
        return too_large();
    }
    let mut whole = BytesMut::new();
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|error| failure::broken(origin, &error))?;
        // What else there is are trailers, which say nothing here.
        let Ok(chunk) = frame.into_data() else { continue };
        if chunk.len() > limit - whole.len() {
            return too_large();
        }
        if whole.is_empty() && body.is_end_stream() {
            return Ok(chunk);
        }
        whole.extend_from_slice(&chunk);
    }
    Ok(whole.freeze())
}
