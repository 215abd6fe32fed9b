//! The body of a request, which is there as a whole.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// A body of one chunk; none if it is empty, or once it was taken.
#[derive(Clone)]
pub(super) struct OneChunk(Option<Bytes>);

impl OneChunk {
    pub(super) fn new(body: Bytes) -> Self {
        Self(Some(body).filter(|body| !body.is_empty()))
    }
}

impl Body for OneChunk {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|chunk| Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.as_ref().map_or(0, |chunk| chunk.len() as u64))
    }
}
