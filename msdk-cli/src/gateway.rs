//! `msdk gateway`.

use std::{
    io::Write as _,
    net::{Ipv4Addr, SocketAddr},
};

use msdk::Secret;
use msdk_mock::{Gateway, GatewayBuilder, World};
use serde_json::json;

use crate::{args, failure::Failure, output::Output, settings};

/// Serves until the process is told to end.
pub(crate) async fn serve(settings: &args::Gateway, as_json: bool) -> Result<Output, Failure> {
    if !settings.listen.ip().is_loopback() {
        let example = SocketAddr::from((Ipv4Addr::LOCALHOST, settings.listen.port()));
        return Err(Failure::usage(format!(
            "whoever reaches the gateway may use it, so it listens on this machine only, such as at {example}"
        )));
    }
    let mut builder = with_apps(Gateway::builder().listen(settings.listen), &settings.apps)?;
    if settings.empty {
        builder = builder.world(World::empty());
    }
    let gateway = builder.start().await.map_err(|error| Failure::System(format!("{}: {error}", settings.listen)))?;
    // Listened for before anybody is told that the gateway is there.
    let end = Ends::listen()?;
    let mut stdout = std::io::stdout();
    let url = gateway.base_url();
    let line = if as_json { json!({ "listening": url }).to_string() } else { format!("listening on {url}") };
    writeln!(stdout, "{line}")?;
    stdout.flush()?;
    end.wait().await?;
    let calls = gateway.received_count();
    Ok(Output::new(format!("{calls} calls"), json!({ "calls": calls })))
}

/// Replaces the accounts, of which there is one for each platform.
fn with_apps(mut builder: GatewayBuilder, apps: &[String]) -> Result<GatewayBuilder, Failure> {
    let (mut has_qq, mut has_wechat) = (false, false);
    for app in apps {
        let (id, key) = app.split_once(':').unwrap_or((app, ""));
        let is_wechat = id.starts_with("wx");
        let is_second = std::mem::replace(if is_wechat { &mut has_wechat } else { &mut has_qq }, true);
        if id.is_empty() || is_second {
            return Err(Failure::usage(
                "--app takes an app id and a key with a colon between them, once for each platform",
            ));
        }
        let variable = settings::key_variable(is_wechat);
        let key = match key {
            "" => settings::app_key(None, variable)?,
            key => Some(Secret::new(key)),
        };
        let key = key.ok_or_else(|| Failure::usage(format!("--app {id} has no key, and {variable} is not set")))?;
        builder = if is_wechat { builder.wechat(id, key) } else { builder.app(id, key) };
    }
    Ok(builder)
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
