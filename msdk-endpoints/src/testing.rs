//! What the tests of the endpoints share: a client whose clock stands still and whose transport answers from memory.

use bytes::Bytes;
use msdk::{
    Account, Client, Error, ErrorKind, Platform, Session, UnixTime,
    declare::Endpoint,
    policy::ExtInfo,
    transport::{Attempt, Delivered, Transport, TransportFuture},
};

/// Answers every request with one body.
#[derive(Debug)]
struct Canned(Bytes);

impl Transport for Canned {
    fn send(&self, _: http::Request<Bytes>, _: Attempt) -> TransportFuture<'_> {
        let answer = Delivered::new(http::Response::new(self.0.clone()));
        Box::pin(async move { Ok(answer) })
    }

    /// The vendor's samples have no `conn=1`.
    fn keeps_connections(&self) -> bool {
        false
    }
}

fn client(answer: &str) -> Client {
    Client::builder()
        .app_id("100703379")
        .app_key("0123456789abcdef0123456789abcdef")
        .wechat(Account::new("wxcde873f99466f74a", "fedcba9876543210fedcba9876543210"))
        .environment(msdk::Environment::Test)
        // Requests are compared whole.
        .ext_info(ExtInfo::Never)
        .clock(UnixTime::from_secs(1_381_288_134))
        .transport(Canned(Bytes::copy_from_slice(answer.as_bytes())))
        .build()
        .unwrap()
}

/// The player of the vendor's samples.
pub(crate) fn session() -> Session {
    Session::new("A3284A812ECA15269F85AE1C2D94EB37", "933FE8C9AB9C585D7EABD04373B7155F")
}

/// The same player with the terminal of the vendor's samples.
pub(crate) fn session_with_opua() -> Session {
    session().with_opua("AndroidSDK_17_maguro_4.2.2")
}

/// A player who logged in with WeChat.
pub(crate) fn wechat() -> Session {
    Session::wechat("oGRTijlTHnyvS3bXHbdGB8hSPZ-_", "OezXcEiiBSKSxW0eoylIeLl3C6OgXeyrDnhDI73sCBJPLafWudG")
}

/// A guest.
pub(crate) fn guest() -> Session {
    Session::guest("0E22AFA1E42BCB1D4C4A5CBF8D1D4B55", "2B4D1E8E9C0F")
}

/// The player whom an endpoint is called for.
fn player_of<E: Endpoint>() -> Session {
    match E::META.platform {
        Some(Platform::WeChat) => wechat(),
        Some(Platform::Guest) => guest(),
        _ => session(),
    }
}

/// Fails unless the signed request is `expected`: the request line, the headers and the body, with blank lines between
/// them. A line break within one of these, and the spaces beside it, do not count.
#[track_caller]
pub(crate) fn assert_request<E: Endpoint>(session: &Session, endpoint: E, expected: &str) {
    let request = client("").prepare(session, endpoint).unwrap();
    let headers: Vec<String> =
        request.headers().iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    let line = format!("{} {}", request.method(), request.uri());
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    let expected: Vec<String> =
        expected.trim().split("\n\n").map(|part| part.lines().map(str::trim).collect()).collect();
    assert_eq!(expected, [line, headers.concat(), body]);
}

/// Returns the body of a request of its player.
pub(crate) fn body_of<E: Endpoint>(endpoint: E) -> String {
    let request = client("").prepare(&player_of::<E>(), endpoint).unwrap();
    String::from_utf8(request.body().to_vec()).unwrap()
}

/// Returns the rules that a request breaks, none if it may be sent.
pub(crate) fn violations<E: Endpoint>(endpoint: E) -> Vec<String> {
    violations_of(&player_of::<E>(), endpoint)
}

/// Returns the rules that a request for a player breaks.
pub(crate) fn violations_of<E: Endpoint>(session: &Session, endpoint: E) -> Vec<String> {
    match client("").prepare(session, endpoint) {
        Ok(_) => Vec::new(),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
            error.violations().iter().map(ToString::to_string).collect()
        }
    }
}

/// Calls an endpoint that answers with `body`.
pub(crate) fn answer<E: Endpoint>(endpoint: E, body: &str) -> Result<E::Reply, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(client(body).call(&player_of::<E>(), endpoint).into_future())
}
