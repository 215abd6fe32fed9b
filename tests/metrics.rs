//! The metrics of a client, as Prometheus reads them. Run with the feature `metrics`, which the whole workspace turns on.
#![cfg(feature = "metrics")]

use metrics_exporter_prometheus::PrometheusBuilder;
use msdk::{
    Client, Session,
    qq::{
        profile::{GetWifi, get_wifi},
        relation::{Qqprofile, qqprofile},
    },
};
use msdk_mock::Gateway;

const OPENID: &str = "A3284A812ECA15269F85AE1C2D94EB37";

/// The recorder belongs to the process, so that there is one test.
#[tokio::test]
async fn a_call_is_counted_by_its_outcome() {
    let metrics = PrometheusBuilder::new().install_recorder().unwrap();
    let gateway = Gateway::start().await.unwrap();
    let client = Client::builder().app_id(msdk_mock::APP_ID).app_key(msdk_mock::APP_KEY).base_url(gateway.base_url());
    let client = client.build().unwrap();
    let refused = Session::new(OPENID, "wrong");
    assert!(qqprofile(&client, &refused, Qqprofile).await.is_err());
    let nobodys = Session::new("a\tb", "token");
    assert!(get_wifi(&client, &nobodys, GetWifi).await.is_err(), "nothing is sent for what is no openid");
    let text = metrics.render();
    for line in [
        "msdk_calls_total{app=\"100703379\",endpoint=\"qqprofile\",outcome=\"refused\"} 1",
        "msdk_failed_calls_total{app=\"100703379\",endpoint=\"qqprofile\",turn=\"player\"} 1",
        "msdk_failed_calls_total{app=\"100703379\",endpoint=\"get_wifi\",turn=\"player\"} 1",
        "msdk_attempts_total{app=\"100703379\",endpoint=\"qqprofile\",outcome=\"refused\"} 1",
        "msdk_calls_under_way 0",
        "msdk_connections_opened_total 1",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    assert_eq!(msdk_mock::APP_ID, "100703379");
    let retries_left = |text: &str| {
        let line = text.lines().find(|line| line.starts_with("msdk_retries_left ")).unwrap().to_owned();
        line.rsplit(' ').next().unwrap().parse::<u32>().unwrap()
    };
    assert_eq!(retries_left(&text), 10);
    let settings = || Client::builder().app_id("1").app_key("key").base_url("http://127.0.0.1:1");
    let others = [settings().build().unwrap(), settings().build().unwrap()];
    assert_eq!(retries_left(&metrics.render()), 30, "the clients of a process add up");
    drop(others);
    assert_eq!(retries_left(&metrics.render()), 10);
    assert!(!text.contains("wrong") && !text.contains(OPENID), "{text}");
}
