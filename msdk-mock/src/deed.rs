//! What the gateway does with a connection once it has decided on a request.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{
    HeaderValue, Response, StatusCode,
    header::{CONNECTION, CONTENT_TYPE, DATE, RETRY_AFTER},
};

/// What happens to a request in the end.
#[derive(Debug)]
pub(crate) enum Deed {
    /// It is answered.
    Answer(Answer),
    /// The connection is reset.
    Reset,
    /// Nothing at all happens.
    Hang,
}

/// An answer, and how it is sent.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: &'static str,
    pub(crate) body: Bytes,
    pub(crate) retry_after: Option<u32>,
    /// The header `Date`, where it is not the machine's own time.
    pub(crate) date: Option<SystemTime>,
    /// Whether the connection ends with it, because the rest of the body would be taken for the next request.
    pub(crate) is_last: bool,
    pub(crate) manner: Manner,
}

/// How the body of an answer is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// At once.
    Whole,
    /// The first half, and then the connection ends.
    Half,
    /// In small pieces.
    Drip {
        /// The bytes of a piece.
        bytes: u32,
        /// The pause before each piece.
        pause: Duration,
    },
}

impl Answer {
    /// An answer of the endpoints.
    pub(crate) fn json(body: impl Into<Bytes>) -> Self {
        Self::text("application/json; charset=utf-8", body)
    }

    /// An answer of some kind of text.
    pub(crate) fn text(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            status: StatusCode::OK,
            content_type,
            body: body.into(),
            retry_after: None,
            date: None,
            is_last: false,
            manner: Manner::Whole,
        }
    }

    /// The head of the answer, with a body.
    pub(crate) fn with_body<B>(&self, body: B) -> Response<B> {
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        if let Some(seconds) = self.retry_after {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if let Some(date) =
            self.date.filter(has_date).and_then(|date| HeaderValue::from_str(&httpdate::fmt_http_date(date)).ok())
        {
            headers.insert(DATE, date);
        }
        if self.is_last {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}

/// Whether a time can be written as the header `Date`, whose years are 1970 to 9999.
fn has_date(time: &SystemTime) -> bool {
    const YEAR_10000: Duration = Duration::from_secs(253_402_300_800);
    time.duration_since(SystemTime::UNIX_EPOCH).is_ok_and(|since| since < YEAR_10000)
}

impl Manner {
    /// The bytes of a body that arrive.
    pub(crate) fn arriving(self, body: &Bytes) -> Bytes {
        match self {
            Self::Half => body.slice(..body.len() / 2),
            Self::Whole | Self::Drip { .. } => body.clone(),
        }
    }

    /// How long it takes until they have arrived.
    pub(crate) fn duration(self, body: &Bytes) -> Duration {
        match self {
            Self::Drip { bytes, pause } => {
                let pieces = body.len().div_ceil(usize::try_from(bytes.max(1)).unwrap_or(usize::MAX));
                pause.saturating_mul(u32::try_from(pieces).unwrap_or(u32::MAX))
            }
            Self::Whole | Self::Half => Duration::ZERO,
        }
    }
}
