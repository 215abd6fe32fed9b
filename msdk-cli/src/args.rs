//! The command line.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};
use msdk::Lang;

/// Calls and describes the endpoints of Tencent's MSDK, judges requests of other clients, and runs a gateway for tests.
///
/// The app is that of the environment: MSDK_APP_ID and MSDK_APP_KEY, for players of WeChat MSDK_WX_APP_ID and
/// MSDK_WX_APP_KEY, and MSDK_BASE_URL or MSDK_ENVIRONMENT. No key has to stand on the command line.
///
/// Exit codes: 0 done; 1 the system failed; 2 wrong arguments or settings; 3 the request breaks a rule, nothing was sent; 4
/// the platform refused; 5 no usable answer came; 6 `verify` found something wrong.
#[derive(Debug, Parser)]
#[command(name = "msdk", version)]
pub(crate) struct Args {
    /// Prints JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// The language of texts about fields, codes and errors.
    #[arg(long, global = true, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The language of texts.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Zh => Self::Zh,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lists the documented endpoints.
    Endpoints,
    /// Shows the fields, limits, reply and codes of an endpoint.
    Describe(Describe),
    /// Calls an endpoint, and prints the answer as JSON.
    Call(Call),
    /// Computes the signature of a timestamp.
    Sign(Sign),
    /// Says what is wrong with a request that another client made.
    Verify(Verify),
    /// Explains a refusal.
    Explain {
        /// The endpoint's path or name.
        endpoint: String,
        /// The `ret` of the answer.
        #[arg(allow_negative_numbers = true)]
        ret: i64,
        /// The `msg` of the answer.
        #[arg(allow_hyphen_values = true)]
        msg: Option<String>,
    },
    /// Prints an OpenAPI 3.1 document of all endpoints.
    Openapi,
    /// Runs a gateway for tests, with a small world of players, until it is told to end.
    Gateway(Gateway),
    /// Prints the completions of a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Arguments)]
pub(crate) struct Describe {
    /// Its path, such as /relation/qqprofile/, or its name.
    pub(crate) endpoint: String,
    /// Shows the codes of the whole platform too, which any endpoint may answer.
    #[arg(long)]
    pub(crate) all_codes: bool,
}

#[derive(Debug, Arguments)]
pub(crate) struct Call {
    /// The endpoint's path or name.
    pub(crate) endpoint: String,
    /// The player's openid.
    #[arg(long)]
    pub(crate) openid: String,
    /// The player's token; MSDK_TOKEN if it is left out, none if that is not set either.
    #[arg(long)]
    pub(crate) token: Option<String>,
    /// The fields under their wire names, without the identity: JSON, @FILE, or - for standard input.
    #[arg(long, default_value = "{}")]
    pub(crate) body: String,
    /// Sets one field, JSON or a text: --set zone=7 --set name=x.
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    pub(crate) set: Vec<String>,
    /// Prints the signed request as a curl line instead of sending it.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Shows the token and the signature in it, which are masked otherwise.
    #[arg(long, requires = "dry_run")]
    pub(crate) show_secrets: bool,
    /// Reads the app key from a file.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Sign {
    /// The timestamp as it is sent.
    pub(crate) timestamp: String,
    /// Reads the app key from a file, instead of MSDK_APP_KEY.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Verify {
    /// The URL of the request, or a whole curl line in quotes.
    #[arg(allow_hyphen_values = true)]
    pub(crate) request: String,
    /// The body: JSON, @FILE, or - for standard input. A curl line has its own.
    #[arg(long)]
    pub(crate) body: Option<String>,
    /// Holds the timestamp against this machine's clock too.
    #[arg(long)]
    pub(crate) now: bool,
    /// Reads the app key from a file, instead of MSDK_APP_KEY.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Gateway {
    /// Where to listen; an address of this machine only.
    #[arg(long, default_value = "127.0.0.1:0", value_name = "ADDRESS")]
    pub(crate) listen: SocketAddr,
    /// The app id and the key, made up for tests; WeChat's if the id begins with `wx`.
    #[arg(long = "app", value_name = "ID:KEY")]
    pub(crate) apps: Vec<String>,
    /// Starts without players.
    #[arg(long)]
    pub(crate) empty: bool,
}
