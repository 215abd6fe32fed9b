//! What reached the gateway, and what became of it.

mod journal;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};
use msdk::{UnixTime, metadata::Metadata};

pub(crate) use journal::{Bounds, End, Journal};

use crate::{Fault, Refusal};

/// A request that reached the gateway, admitted or refused.
///
/// `Debug` leaves out whatever may hold a signature or a token.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received {
    /// A number of its own, greater than those of the requests before.
    pub id: u64,
    /// When it arrived, by the gateway's clock.
    pub at: UnixTime,
    /// The HTTP method.
    pub method: Method,
    /// The path, not decoded.
    pub path: String,
    /// The query as it came, without its question mark.
    pub raw_query: String,
    /// The names and values of the query, decoded, in their order; empty if the query cannot be decoded.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty if it broke off or was too large.
    pub body: Bytes,
    /// The endpoint; none if the path is of none, or the request is not decided yet.
    pub endpoint: Option<&'static Metadata>,
    /// The faults that struck it.
    pub faults: Vec<Fault>,
    /// What the gateway says of it; none if it is not decided yet, or a fault came before.
    pub verdict: Option<Verdict>,
    /// The body of the answer; empty if there was none.
    pub answer: Bytes,
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parameters: Vec<&str> = self.query.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Received")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("parameters", &parameters)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// What the gateway says of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// Why it was refused; none if it was not.
    pub refusal: Option<Refusal>,
    /// The rules that it breaks and that a [lenient](crate::GatewayBuilder::lenient) gateway passes over, as the platform does.
    pub passed_over: Vec<String>,
}

impl Verdict {
    /// The sections of the vendor's document that have the rule which was broken, such as `1.2`, and `5` for its list of codes;
    /// none if the request was accepted, and for codes that the access layer of the gateway does not give.
    pub fn sections(&self, endpoint: Option<&Metadata>) -> Vec<String> {
        let Some(refusal) = &self.refusal else { return Vec::new() };
        let own = || endpoint.and_then(|endpoint| section(endpoint.docs));
        let sections = match refusal.ret {
            -101 | -304 | -501 | -505 => [Some("1.1"), None],
            -10000 if refusal.msg.starts_with("-25,") => [Some("1.2"), None],
            -502 | -506 => [Some("1.2"), None],
            -504 | -901 => [Some("1.2"), Some("1.6")],
            -1011 => [Some("1.5"), own()],
            -10000 | -20000 | -110 | -503 => [own(), Some("5")],
            _ => [None, None],
        };
        sections.into_iter().flatten().map(str::to_owned).collect()
    }
}

/// The section of the vendor's document that an endpoint's docs name.
fn section(docs: &str) -> Option<&str> {
    let (_, behind) = docs.split_once("Section ")?;
    let number = behind.split(|found: char| !found.is_ascii_digit() && found != '.').next()?;
    Some(number.trim_end_matches('.')).filter(|number| !number.is_empty())
}

#[cfg(test)]
mod tests {
    use msdk::declare::Endpoint as _;
    use msdk_endpoints::qq::relation::QqfriendsVip;

    use super::*;

    #[test]
    fn a_refusal_has_its_sections() {
        let sections = |ret, msg: &str| {
            let refusal = Some(Refusal::access(ret, msg));
            Verdict { refusal, passed_over: Vec::new() }.sections(Some(QqfriendsVip::META))
        };
        assert_eq!(sections(-502, ""), ["1.2"]);
        assert_eq!(sections(-1011, ""), ["1.5", "2.3.4"]);
        assert_eq!(sections(-10000, "-25,late"), ["1.2"]);
        assert_eq!(sections(-10000, "100013,x"), ["2.3.4", "5"]);
        assert_eq!(sections(-307, ""), [""; 0]);
        assert_eq!(Verdict { refusal: None, passed_over: Vec::new() }.sections(None), [""; 0]);
    }
}
