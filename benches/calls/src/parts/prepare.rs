//! A call up to what is sent.

use std::{hint::black_box, time::SystemTime};

use common::answers::{APP_ID, APP_KEY, OPENID, TOKEN, openid};
use md5::{Digest, Md5};
use msdk::{OpenId, msdk_endpoint, policy::ExtInfo, qq::relation::Qqprofile};

use crate::arms::{session, settings};

const ADDRESS: &str = "127.0.0.1:1";
const BODY_BESIDE_OPENIDS: usize = 256;
const QUERY: usize = 192;

/// A list of any length; the platform's own endpoints take up to fifty openids.
#[msdk_endpoint(path = "/relation/qqstrange_profile/", method = POST, reply = ())]
struct Profiles {
    vcopenid: Vec<OpenId>,
}

pub(super) fn small() -> impl FnMut() {
    let client = settings(ADDRESS).ext_info(ExtInfo::Never).build().expect("a client");
    let session = session();
    move || drop(black_box(client.prepare(&session, Qqprofile).expect("a request")))
}

pub(super) fn openids(count: usize) -> impl FnMut() {
    let client = settings(ADDRESS).ext_info(ExtInfo::Never).build().expect("a client");
    let session = session();
    let profiles = Profiles { vcopenid: (0..count).map(|index| openid(index).into()).collect() };
    move || drop(black_box(client.prepare(&session, &profiles).expect("a request")))
}

/// The same bytes in buffers of the right size, without a check of anything.
pub(super) fn by_hand(count: usize) -> impl FnMut() {
    let openids: Vec<String> = (0..count).map(openid).collect();
    let path = if count == 0 { "/relation/qqprofile/" } else { "/relation/qqstrange_profile/" };
    move || {
        black_box((write_body(&openids), write_uri(path)));
    }
}

fn write_body(openids: &[String]) -> String {
    let mut body = String::with_capacity(BODY_BESIDE_OPENIDS + 35 * openids.len());
    for part in [r#"{"appid":""#, APP_ID, r#"","openid":""#, OPENID, r#"","accessToken":""#, TOKEN, "\""] {
        body.push_str(part);
    }
    for (index, openid) in openids.iter().enumerate() {
        body.push_str(if index == 0 { r#","vcopenid":[""# } else { r#",""# });
        body.push_str(openid);
        body.push('"');
    }
    body.push_str(if openids.is_empty() { "}" } else { "]}" });
    body
}

fn write_uri(path: &str) -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let mut digits = itoa::Buffer::new();
    let timestamp = digits.format(now);
    let digest = Md5::new().chain_update(APP_KEY).chain_update(timestamp).finalize();
    let mut sig = [0; 32];
    let sig = base16ct::lower::encode_str(&digest, &mut sig).expect("room for the digits");
    let mut uri = String::with_capacity(QUERY + ADDRESS.len() + path.len());
    for part in ["http://", ADDRESS, path, "?timestamp=", timestamp, "&appid=", APP_ID, "&sig=", sig] {
        uri.push_str(part);
    }
    for part in ["&openid=", OPENID, "&encode=1&conn=1"] {
        uri.push_str(part);
    }
    uri
}
