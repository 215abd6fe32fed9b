//! `msdk gateway`.

mod answer;
mod calls;
mod console;
mod control;
mod feed;
mod guard;
mod site;
mod store;
mod world_file;

use std::{
    io::Write as _,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use msdk::Secret;
use msdk_mock::{Gateway, GatewayBuilder, World};
use serde_json::json;

use self::{site::Site, store::DiskStore};
use crate::{args, failure::Failure, output::Output, settings};

pub(crate) use self::control::{HEALTH, Settings};

/// The environment's access token.
const ACCESS_TOKEN: &str = "MSDK_GATEWAY_TOKEN";

/// Serves until the process is told to end, or prints what it is asked for.
pub(crate) async fn serve(settings: &args::Gateway, as_json: bool) -> Result<Output, Failure> {
    if settings.world_schema {
        return Ok(Output::json(world_file::schema()));
    }
    let access_token = access_token(settings)?;
    if access_token.is_none() && !settings.listen.ip().is_loopback() {
        let example = SocketAddr::from((Ipv4Addr::LOCALHOST, settings.listen.port()));
        return Err(Failure::usage(format!(
            "whoever reaches the gateway may use it, so it listens on this machine only, such as at {example}, unless an \
             access token is given: --access-token-file, or {ACCESS_TOKEN}"
        )));
    }
    let world = match &settings.world {
        Some(path) => world_file::read(path)?,
        None if settings.empty => World::empty(),
        None => World::demo(),
    };
    let (mut builder, apps) = with_apps(Gateway::builder().listen(settings.listen), &settings.apps)?;
    builder = builder.lenient(settings.lenient).one_call_a_second(settings.one_call_a_second).world(world.clone());
    let mut is_store_broken = Arc::default();
    if let Some(path) = &settings.v3_key_file {
        builder = builder.msdk_key(settings::secret_of(path, "msdkkey")?);
    }
    if let Some(path) = &settings.store {
        let store = DiskStore::open(path).map_err(|error| Failure::System(format!("{}: {error}", path.display())))?;
        is_store_broken = store.is_broken();
        builder = builder.store(store);
    }
    builder = builder.max_connections(connections());
    let site = Site::new(access_token, settings.hosts.clone(), world, apps, is_store_broken);
    let gateway = site.beside(builder).start().await;
    let gateway = gateway.map_err(|error| Failure::System(format!("{}: {error}", settings.listen)))?;
    site.open(&gateway);
    // Listened for before anybody is told that the gateway is there.
    let mut end = Ends::listen()?;
    let mut stdout = std::io::stdout();
    let url = gateway.base_url();
    let line = if as_json { json!({ "listening": url }).to_string() } else { format!("listening on {url}") };
    writeln!(stdout, "{line}")?;
    stdout.flush()?;
    end.wait().await?;
    let calls = gateway.received_count();
    site.close();
    // Told again, it does not wait.
    tokio::select! {
        () = gateway.shut_down() => {}
        again = end.wait() => again?,
    }
    Ok(Output::new(format!("{calls} calls"), json!({ "calls": calls })))
}

/// How many connections there may be: as many as the system lets a process have, up to a bound, and some left for files.
fn connections() -> usize {
    const MOST: u64 = 8192;
    const LEFT: u64 = 64;
    #[cfg(unix)]
    let allowed = rlimit::increase_nofile_limit(MOST + LEFT).unwrap_or(1024);
    #[cfg(not(unix))]
    let allowed = MOST;
    usize::try_from(allowed.saturating_sub(LEFT).clamp(LEFT, MOST)).unwrap_or(1024)
}

fn access_token(settings: &args::Gateway) -> Result<Option<Secret>, Failure> {
    let token = match &settings.access_token_file {
        Some(path) => Some(settings::secret_of(path, "access token")?),
        None => settings::or_variable(None, ACCESS_TOKEN)?.map(Secret::new),
    };
    // It travels in a cookie.
    let is_plain =
        |token: &Secret| token.expose().bytes().all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte));
    if token.as_ref().is_some_and(|token| !is_plain(token)) {
        return Err(Failure::usage(
            "the access token must be letters, digits and signs of ASCII, without quotes, commas and semicolons",
        ));
    }
    Ok(token)
}

/// An account that the gateway takes.
pub(crate) struct App {
    id: String,
    key: Secret,
    is_wechat: bool,
}

/// Sets the accounts: the first of each platform in the place of the usual one, the others beside it.
fn with_apps(mut builder: GatewayBuilder, apps: &[String]) -> Result<(GatewayBuilder, Vec<App>), Failure> {
    let mut known: Vec<App> = Vec::new();
    for app in apps {
        let (id, key) = app.split_once(':').unwrap_or((app, ""));
        let is_wechat = id.starts_with("wx");
        if id.is_empty() || known.iter().any(|known| known.id == id) {
            return Err(Failure::usage(
                "--app takes an app id and a key with a colon between them, once for each app id",
            ));
        }
        let variable = settings::key_variable(is_wechat);
        let key = match key {
            "" => settings::app_key(None, variable)?,
            key => Some(Secret::new(key)),
        };
        let key = key.ok_or_else(|| Failure::usage(format!("--app {id} has no key, and {variable} is not set")))?;
        let is_first = known.iter().all(|known| known.is_wechat != is_wechat);
        builder = match (is_wechat, is_first) {
            (false, true) => builder.app(id, key.clone()),
            (false, false) => builder.another_app(id, key.clone()),
            (true, true) => builder.wechat(id, key.clone()),
            (true, false) => builder.another_wechat(id, key.clone()),
        };
        known.push(App { id: id.to_owned(), key, is_wechat });
    }
    for (id, key, is_wechat) in
        [(msdk_mock::APP_ID, msdk_mock::APP_KEY, false), (msdk_mock::WX_APP_ID, msdk_mock::WX_APP_KEY, true)]
    {
        if known.iter().all(|known| known.is_wechat != is_wechat) {
            known.push(App { id: id.to_owned(), key: Secret::new(key), is_wechat });
        }
    }
    Ok((builder, known))
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
    async fn wait(&mut self) -> Result<(), Failure> {
        tokio::select! {
            _ = self.terminate.recv() => Ok(()),
            interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
        }
    }

    #[cfg(not(unix))]
    async fn wait(&mut self) -> Result<(), Failure> {
        Ok(tokio::signal::ctrl_c().await?)
    }
}
