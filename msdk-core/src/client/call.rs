//! A call on its way.

use std::{
    future::{Future, IntoFuture},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use http::{Response, StatusCode};

use super::{Client, Outgoing};
use crate::{
    Answer, Attempt, Decode, DecodeError, Error, Json, Secret, decode,
    envelope::Envelope,
    error::{Cause, Redactor, excerpt},
};

/// A call that was checked and is sent when it is awaited.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<R> {
    client: Client,
    outgoing: Result<Outgoing, Error>,
    decode: DecodeReply<R>,
}

/// The one step of a call that the type of the reply matters to.
type DecodeReply<R> = fn(Received) -> Result<Answer<R>, Error>;

impl<R> Call<R> {
    pub(super) fn new(client: Client, outgoing: Result<Outgoing, Error>) -> Self
    where
        R: Decode,
    {
        Self { client, outgoing, decode: Received::decode }
    }

    /// Sets the time that this call may take, instead of the interface's or the client's.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        if let Ok(outgoing) = &mut self.outgoing {
            outgoing.timeout = timeout;
        }
        self
    }

    /// Sends the call and returns the typed reply together with its envelope.
    ///
    /// # Errors
    ///
    /// As [`Error::kind`] lists them.
    pub async fn answer(self) -> Result<Answer<R>, Error> {
        let Self { client, outgoing, decode } = self;
        exchange(client, outgoing).await.and_then(decode)
    }
}

impl<R> IntoFuture for Call<R> {
    type Output = Result<R, Error>;
    type IntoFuture = CallFuture<R>;

    fn into_future(self) -> CallFuture<R> {
        CallFuture { exchange: Box::pin(exchange(self.client, self.outgoing)), decode: self.decode }
    }
}

/// The future of a [`Call`], which gives the typed reply.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<R> {
    exchange: Pin<Box<dyn Future<Output = Result<Received, Error>> + Send>>,
    decode: DecodeReply<R>,
}

impl<R> Future for CallFuture<R> {
    type Output = Result<R, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let received = ready!(self.exchange.as_mut().poll(context));
        Poll::Ready(received.and_then(self.decode).map(|answer| answer.reply))
    }
}

/// An answer whose envelope says success and whose reply was not read yet.
struct Received {
    outgoing: Outgoing,
    client: Client,
    envelope: Envelope,
    body: Bytes,
}

impl Received {
    fn decode<R: Decode>(self) -> Result<Answer<R>, Error> {
        match self.json().and_then(R::decode) {
            Ok(reply) => Ok(Answer { reply, msg: self.envelope.msg, ext_info: self.envelope.ext_info }),
            Err(error) => Err(self.unreadable(&error)),
        }
    }

    fn json(&self) -> Result<Json<'_>, DecodeError> {
        Json::document(std::str::from_utf8(&self.body).unwrap_or_default())
    }

    fn unreadable(&self, error: &DecodeError) -> Error {
        let redactor = redactor(&self.client, &self.outgoing);
        Error::malformed(self.outgoing.metadata.name, error, excerpt(&self.body, &redactor))
    }
}

/// Sends a call and reads the envelope of its answer. No endpoint's type matters here, so that a hundred endpoints
/// compile it once.
async fn exchange(client: Client, outgoing: Result<Outgoing, Error>) -> Result<Received, Error> {
    let mut outgoing = outgoing?;
    let signed = outgoing.sign(&client)?;
    outgoing.secrets.extend(signed.secrets);
    let sent = client.shared.transport.send(signed.request, Attempt::within(outgoing.timeout)).await;
    let delivered = sent.map_err(|error| Error::of_call(outgoing.metadata.name, Cause::Transport(error)))?;
    receive(client, outgoing, delivered.keep_connection())
}

fn receive(client: Client, outgoing: Outgoing, response: Response<Bytes>) -> Result<Received, Error> {
    let (status, body) = (response.status(), response.into_body());
    let redactor = redactor(&client, &outgoing);
    let (envelope, body) = match classify(&outgoing, status, body, &redactor) {
        Ok(read) => read,
        Err(cause) => return Err(Error::of_call(outgoing.metadata.name, cause)),
    };
    drop(redactor);
    Ok(Received { outgoing, client, envelope, body })
}

/// Says whether an answer is a success, and why not if it is none. A body is given back as it can be read.
fn classify(
    outgoing: &Outgoing,
    status: StatusCode,
    body: Bytes,
    redactor: &Redactor<'_>,
) -> Result<(Envelope, Bytes), Cause> {
    if status != StatusCode::OK {
        return Err(Cause::Status { status: status.as_u16(), excerpt: excerpt(&body, redactor) });
    }
    let malformed = |reason: String, path: &str| Cause::Malformed {
        reason,
        path: path.to_owned(),
        excerpt: excerpt(&body, redactor),
    };
    let text = decode::text(&body, false).map_err(|reason| malformed(reason, ""))?;
    let mut envelope = Json::document(&text.text)
        .and_then(Envelope::read)
        .map_err(|error| malformed(error.to_string(), error.path()))?;
    if let (Some(sent), Some(received)) = (&outgoing.ext_info, &envelope.ext_info)
        && sent != received
    {
        return Err(Cause::Mismatched { sent: sent.clone(), received: redactor.redact(received) });
    }
    envelope.msg = redactor.redact(&envelope.msg);
    if envelope.ret != 0 {
        return Err(Cause::Refused(envelope));
    }
    let repaired = text.repaired.then(|| text.text.into_owned());
    Ok((envelope, repaired.map_or(body, Bytes::from)))
}

fn redactor<'a>(client: &'a Client, outgoing: &'a Outgoing) -> Redactor<'a> {
    let secrets = client.shared.signer.secrets().into_iter().chain(&client.shared.app_key).chain(&outgoing.secrets);
    Redactor::new(secrets.map(Secret::expose)).shortening([outgoing.openid.as_str()])
}
