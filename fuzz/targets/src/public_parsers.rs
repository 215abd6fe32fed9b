//! What a caller hands in as text and what a request makes of it.

use http::{Request, Uri};
use msdk_core::{Client, Session};
use msdk_endpoints::qq::relation::GetGroupinfo;

use crate::{canned::answering, reference::percent};

/// Makes a request of five texts, with a byte between them that no text has: base URL, openid, token, `msdkExtInfo`,
/// `opua`. The last two may be absent.
///
/// # Panics
///
/// If the request does not say what was given, or says more.
pub fn run(input: &[u8]) {
    let mut texts = input.split(|byte| *byte == 0xff).map(std::str::from_utf8);
    let mut next = || texts.next().transpose();
    let (Ok(Some(base_url)), Ok(Some(openid)), Ok(Some(token))) = (next(), next(), next()) else { return };
    let (Ok(ext_info), Ok(opua)) = (next(), next()) else { return };
    let Ok(client) = answering(200, b"").base_url(base_url).build() else { return };
    let session = |token| {
        let session = Session::new(openid, token);
        let session = ext_info.into_iter().fold(session, Session::with_ext_info);
        opua.into_iter().fold(session, Session::with_opua)
    };
    assert_eq!(format!("{:?}", session(token)), format!("{:?}", session("another")));
    let session = session(token);
    let Some(request) = prepare(&client, &session) else { return };
    check_target(request.uri(), base_url);
    check_query(request.uri(), openid, &[("msdkExtInfo", ext_info), ("opua", opua)]);
    check_body(request.body(), openid, token);
}

/// The request of an endpoint that takes all of it.
fn prepare(client: &Client, session: &Session) -> Option<Request<bytes::Bytes>> {
    match client.prepare(session, GetGroupinfo { group_openid: "1".to_owned() }) {
        Ok(request) => Some(request),
        Err(error) => {
            assert!(!error.violations().is_empty(), "{error}");
            None
        }
    }
}

/// Holds host, port and path against the base URL.
fn check_target(uri: &Uri, base_url: &str) {
    let line = uri.to_string();
    assert!(line.bytes().all(|byte| byte.is_ascii_graphic()), "{line:?}");
    let (scheme, rest) = base_url.split_once("://").expect("a scheme");
    assert!(uri.scheme_str().expect("a scheme").eq_ignore_ascii_case(scheme), "{line}");
    let (authority, path) = rest.find('/').map_or((rest, ""), |end| rest.split_at(end));
    assert_eq!(uri.authority().expect("a host").as_str(), authority);
    assert!(!authority.is_empty() && !authority.contains('@'));
    assert_eq!(uri.path(), format!("{}/relation/get_groupinfo/", path.trim_end_matches('/')));
}

/// Holds the query against what was given.
fn check_query(uri: &Uri, openid: &str, optional: &[(&str, Option<&str>)]) {
    let pairs = percent::pairs(uri.query().expect("a query")).expect("a query that can be decoded");
    let mut names: Vec<_> = pairs.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let mut expected = vec!["appid", "conn", "encode", "openid", "sig", "timestamp"];
    expected.extend(optional.iter().filter(|(_, value)| value.is_some()).map(|(name, _)| *name));
    expected.sort_unstable();
    assert_eq!(names, expected);

    let value = |name| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!(value("openid"), Some(openid));
    for (name, given) in optional {
        assert_eq!(value(name), *given);
    }
}

fn check_body(body: &[u8], openid: &str, token: &str) {
    let body: serde_json::Value = serde_json::from_slice(body).expect("a body");
    assert_eq!(body["openid"], openid);
    assert_eq!(body["accessToken"], token);
    assert_eq!(body["groupOpenid"], "1");
}
