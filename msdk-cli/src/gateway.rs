//! `msdk gateway`.

use std::{
    io::Write as _,
    net::{Ipv4Addr, SocketAddr},
};

use msdk_mock::{Gateway, World};
use serde_json::json;

use crate::{args, failure::Failure, output::Output};

/// Serves until the process is told to end.
pub(crate) async fn serve(settings: &args::Gateway) -> Result<Output, Failure> {
    if !settings.listen.ip().is_loopback() {
        let example = SocketAddr::from((Ipv4Addr::LOCALHOST, settings.listen.port()));
        return Err(Failure::usage(format!(
            "whoever reaches the gateway may use it, so it listens on this machine only, such as at {example}"
        )));
    }
    let mut builder = Gateway::builder().listen(settings.listen);
    for app in &settings.apps {
        let Some((id, key)) = app.split_once(':').filter(|(id, key)| !id.is_empty() && !key.is_empty()) else {
            return Err(Failure::usage("--app takes an app id and a key, with a colon between them"));
        };
        builder = if id.starts_with("wx") { builder.wechat(id, key) } else { builder.app(id, key) };
    }
    if settings.empty {
        builder = builder.world(World::empty());
    }
    let gateway = builder.start().await.map_err(|error| Failure::System(format!("{}: {error}", settings.listen)))?;
    // Listened for before anybody is told that the gateway is there.
    let end = Ends::listen()?;
    let mut stdout = std::io::stdout();
    writeln!(stdout, "listening on {}", gateway.base_url())?;
    stdout.flush()?;
    end.wait().await?;
    let calls = gateway.received_count();
    Ok(Output::new(format!("{calls} calls"), json!({ "calls": calls })))
}

/// An interrupt or, where there is such a thing, SIGTERM.
struct Ends {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

impl Ends {
    fn listen() -> Result<Self, Failure> {
        Ok(Self {
            #[cfg(unix)]
            terminate: tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?,
        })
    }

    #[cfg(unix)]
    async fn wait(mut self) -> Result<(), Failure> {
        tokio::select! {
            _ = self.terminate.recv() => Ok(()),
            interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
        }
    }

    #[cfg(not(unix))]
    async fn wait(self) -> Result<(), Failure> {
        Ok(tokio::signal::ctrl_c().await?)
    }
}
