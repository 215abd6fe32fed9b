//! Shows what can be seen of a client: spans of `tracing` on standard output, and metrics as Prometheus reads them.
//!
//! ```text
//! cargo run --example observe --features metrics
//! ```

use std::sync::atomic::{AtomicBool, Ordering};

use metrics_exporter_prometheus::PrometheusBuilder;
use msdk::{
    Client, Session,
    declare::Endpoint,
    qq::{
        profile::{GetWifi, get_wifi},
        relation::{Qqprofile, qqprofile},
    },
};
use msdk_mock::{Gateway, Refusal, demo};
use serde_json::json;
use tracing_subscriber::fmt::format::FmtSpan;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Spans are written when they close, with the time they took. `msdk` is the target of all of them.
    tracing_subscriber::fmt().with_env_filter("msdk=debug").with_span_events(FmtSpan::CLOSE).with_ansi(false).init();
    // A server would let the builder listen for Prometheus instead, or hand the text out itself.
    let metrics = PrometheusBuilder::new().install_recorder()?;

    // The first call meets a time-out behind the platform's access layer, which is worth one retry.
    let is_first = AtomicBool::new(true);
    let gateway = Gateway::builder().endpoint(Qqprofile::META, move |_, _| {
        if is_first.swap(false, Ordering::Relaxed) {
            return Err(Refusal::access(-308, "upstream timed out"));
        }
        Ok(json!({ "nickName": "小明", "is_lost": "0" }))
    });
    let gateway = gateway.start().await?;
    let settings = Client::builder().app_id(gateway.app_id()).app_key(gateway.app_key());
    let client = settings
        .base_url(gateway.base_url())
        .connections(msdk::transport::HyperTransport::builder().keep_alive(false))
        .build()?;
    let session = Session::new(demo::CALLER, demo::CALLER_TOKEN);

    let profile = qqprofile(&client, &session, Qqprofile).await?;
    println!("{profile:?}");
    drop(gateway);
    let error = get_wifi(&client, &session, GetWifi).await.expect_err("nobody is there");
    println!("{error}");

    let text = metrics.render();
    println!("{text}");
    for sample in [
        r#"msdk_calls_total{app="100703379",endpoint="qqprofile",outcome="ok"} 1"#,
        r#"msdk_attempts_total{app="100703379",endpoint="qqprofile",outcome="refused"} 1"#,
        r#"msdk_retries_total{app="100703379",endpoint="qqprofile"} 1"#,
        r#"msdk_calls_total{app="100703379",endpoint="get_wifi",outcome="not_sent"} 1"#,
        "msdk_calls_under_way 0",
        "msdk_connections_open 0",
    ] {
        assert!(text.lines().any(|line| line == sample), "{sample} is missing");
    }
    Ok(())
}
