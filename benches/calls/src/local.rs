//! Parts of a call that need no server.

use std::{future::Future, hint::black_box};

use bytes::Bytes;
use msdk::{
    Attempt, Delivered, ExtInfo, OpenId, Transport, TransportFuture,
    qq::relation::{Qqprofile, QqstrangeProfile},
};

use crate::{
    allocations::Counter,
    answers::{APP_ID, OPENID, Scenario, TOKEN, body, openid},
    by_hand, typed,
};

const ADDRESS: &str = "127.0.0.1:1";

/// A small request, and one with as many openids as the long answer has friends.
pub(crate) fn prepare(scenario: Scenario, calls: u32) -> f64 {
    let client = typed::settings(ADDRESS).ext_info(ExtInfo::Never).build().expect("a client");
    let session = typed::session();
    let vcopenid: Vec<OpenId> = (0..scenario.friends()).map(|index| openid(index).into()).collect();
    let many = QqstrangeProfile { vcopenid };
    let counter = Counter::start();
    for _ in 0..calls {
        let prepared = match scenario {
            Scenario::Small => client.prepare(&session, Qqprofile),
            Scenario::Friends => client.prepare(&session, &many),
        };
        black_box(prepared.expect("a request"));
    }
    counter.of_each(calls)
}

/// The same bytes, written by hand.
pub(crate) fn prepare_by_hand(scenario: Scenario, calls: u32) -> f64 {
    let openids: Vec<String> = (0..scenario.friends()).map(openid).collect();
    let path = if scenario == Scenario::Small { "/relation/qqprofile/" } else { "/relation/qqstrange_profile/" };
    let counter = Counter::start();
    for _ in 0..calls {
        let mut sent = String::with_capacity(256 + 40 * openids.len());
        sent.push_str(r#"{"appid":""#);
        sent.push_str(APP_ID);
        sent.push_str(r#"","openid":""#);
        sent.push_str(OPENID);
        sent.push_str(r#"","accessToken":""#);
        sent.push_str(TOKEN);
        sent.push('"');
        for (index, openid) in openids.iter().enumerate() {
            sent.push_str(if index == 0 { r#","vcopenid":[""# } else { r#",""# });
            sent.push_str(openid);
            sent.push('"');
        }
        sent.push_str(if openids.is_empty() { "}" } else { "]}" });
        let uri = format!("http://{ADDRESS}{path}?{}", by_hand::query());
        black_box((sent, uri));
    }
    counter.of_each(calls)
}

/// Answers from memory.
#[derive(Debug)]
struct Canned(Bytes);

impl Transport for Canned {
    fn send(&self, _: http::Request<Bytes>, _: Attempt) -> TransportFuture<'_> {
        let answer = Delivered::new(http::Response::new(self.0.clone()));
        Box::pin(std::future::ready(Ok(answer)))
    }
}

/// A call without a network; the difference between the two scenarios is what fifty friends cost to read.
pub(crate) fn decode(scenario: Scenario, calls: u32) -> impl Future<Output = f64> {
    let transport = Canned(body(scenario.friends()).into());
    let client = typed::settings(ADDRESS).ext_info(ExtInfo::Never).transport(transport).build().expect("a client");
    async move { typed::run(&client, scenario, calls).await }
}

pub(crate) fn decode_with_serde(scenario: Scenario, calls: u32) -> f64 {
    let body = body(scenario.friends());
    let counter = Counter::start();
    for _ in 0..calls {
        let answer: by_hand::Answer = serde_json::from_slice(black_box(body.as_bytes())).expect("JSON");
        assert_eq!(answer.lists.len(), scenario.friends());
        black_box(answer.size());
    }
    counter.of_each(calls)
}
