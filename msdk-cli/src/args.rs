//! The command line.

use std::{env, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum, error::ErrorKind};
use msdk::Lang;

use crate::{failure::Failure, output::Output};

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
    /// Explains a refusal: what it means, whose turn it is, what to do.
    Explain(Explain),
    /// Prints an OpenAPI 3.1 document of all endpoints.
    Openapi,
    /// Runs a gateway for tests, with a small world of players, until it is told to end.
    Gateway(Gateway),
    /// Asks a gateway whether it is well: exit code 0 if so, 5 if not.
    Health {
        /// Where it listens, such as http://127.0.0.1:8080.
        url: String,
    },
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
pub(crate) struct Explain {
    /// The endpoint's path or name.
    pub(crate) endpoint: String,
    /// The `ret` of the answer.
    #[arg(allow_negative_numbers = true)]
    pub(crate) ret: i64,
    /// The `msg` of the answer, in which the platform's own code may stand.
    #[arg(allow_hyphen_values = true)]
    pub(crate) msg: Option<String>,
    /// The `platCode` of the answer.
    #[arg(long, value_name = "CODE", allow_negative_numbers = true)]
    pub(crate) plat_code: Option<i64>,
    /// The `err_type` of the answer.
    #[arg(long, value_name = "CLASS", allow_negative_numbers = true)]
    pub(crate) err_type: Option<i64>,
}

/// The account that calls, and where to.
#[derive(Debug, Arguments)]
pub(crate) struct Account {
    /// The app id, instead of the environment's.
    #[arg(long, value_name = "ID")]
    pub(crate) app_id: Option<String>,
    /// Reads the app key from a file that holds nothing else.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
    /// Where calls go, instead of the environment's MSDK_BASE_URL or MSDK_ENVIRONMENT.
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Call {
    /// The endpoint's path or name.
    pub(crate) endpoint: String,
    /// The player's openid; MSDK_OPENID if it is left out.
    #[arg(long)]
    pub(crate) openid: Option<String>,
    /// The player's token; MSDK_ACCESS_TOKEN if it is left out, none if that is not set either.
    #[arg(long)]
    pub(crate) token: Option<String>,
    /// The player is one of WeChat, whatever the endpoint's platform is.
    #[arg(long)]
    pub(crate) wechat: bool,
    /// The fields under their wire names, without the identity: JSON, @FILE, or - for standard input.
    #[arg(long, default_value = "{}")]
    pub(crate) body: String,
    /// Sets one field, a text or JSON as the field asks for: --set zone=7 --set name=x --set position.x=1.
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    pub(crate) set: Vec<String>,
    /// Prints the signed request as a curl line instead of sending it.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Shows tokens, keys and signatures, which are masked otherwise.
    #[arg(long)]
    pub(crate) show_secrets: bool,
    #[command(flatten)]
    pub(crate) account: Account,
}

#[derive(Debug, Arguments)]
pub(crate) struct Sign {
    /// The timestamp as it is sent; now if it is left out.
    pub(crate) timestamp: Option<String>,
    /// The variable that has the app key, by default MSDK_APP_KEY, or MSDK_WX_APP_KEY with --wechat.
    #[arg(long, value_name = "VARIABLE", num_args = 0..=1, default_missing_value = "", conflicts_with = "key_file")]
    pub(crate) app_key_from_env: Option<String>,
    /// Signs with the key of the account of WeChat.
    #[arg(long)]
    pub(crate) wechat: bool,
    /// Reads the app key from a file that holds nothing else.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Verify {
    /// The URL of the request, or a whole curl line in quotes; - reads it from standard input.
    #[arg(allow_hyphen_values = true)]
    pub(crate) request: String,
    /// The body: JSON, @FILE, or - for standard input. A curl line has its own.
    #[arg(long)]
    pub(crate) body: Option<String>,
    /// Holds the timestamp against this machine's clock too.
    #[arg(long)]
    pub(crate) now: bool,
    /// Reads the app key from a file that holds nothing else.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Gateway {
    /// Where to listen; an address of this machine only, unless an access token is given.
    #[arg(long, default_value = "127.0.0.1:0", value_name = "ADDRESS")]
    pub(crate) listen: SocketAddr,
    /// An app id and its key, made up for tests; WeChat's if the id begins with `wx`. Without a key it is that of
    /// MSDK_APP_KEY, for WeChat of MSDK_WX_APP_KEY. Several games may be given.
    #[arg(long = "app", value_name = "ID[:KEY]")]
    pub(crate) apps: Vec<String>,
    /// Reads the players and groups from a file in TOML or JSON (*.json); --world-schema tells what is in it.
    #[arg(long, value_name = "FILE", conflicts_with = "empty")]
    pub(crate) world: Option<PathBuf>,
    /// Starts without players.
    #[arg(long)]
    pub(crate) empty: bool,
    /// Keeps the world in this file: what was answered survives the process. A world that is there already comes before --world.
    #[arg(long, value_name = "FILE")]
    pub(crate) store: Option<PathBuf>,
    /// Lets pass what the platform is known to let pass, such as unknown fields, and notes it with the call.
    #[arg(long)]
    pub(crate) lenient: bool,
    /// Refuses a player's second call of an endpoint within a second, with -503.
    #[arg(long)]
    pub(crate) one_call_a_second: bool,
    /// Takes requests of the vendor's V3 too (encode=2), signed with the msdkkey of a file.
    #[arg(long, value_name = "FILE")]
    pub(crate) v3_key_file: Option<PathBuf>,
    /// Reads the access token for the console and the control interface from a file; MSDK_GATEWAY_TOKEN has it otherwise.
    #[arg(long, value_name = "FILE")]
    pub(crate) access_token_file: Option<PathBuf>,
    /// A name by which the console is reached, besides localhost and addresses.
    #[arg(long = "host", value_name = "NAME")]
    pub(crate) hosts: Vec<String>,
    /// Prints the JSON Schema of a world and ends.
    #[arg(long)]
    pub(crate) world_schema: bool,
}

/// Reads the command line. Help, the version and mistakes are printed at once.
pub(crate) fn read() -> Result<Args, ExitCode> {
    Args::try_parse().map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Output::text(error.to_string()).print(false),
        _ if wants_json() => Failure::usage(error.to_string().trim_end()).print(true, Lang::En),
        _ => {
            // Where nobody listens the exit code has to do.
            let _ = error.print();
            ExitCode::from(Failure::usage("").code())
        }
    })
}

/// Whether a command line that cannot be read asks for JSON.
fn wants_json() -> bool {
    env::args_os().take_while(|argument| argument != "--").any(|argument| argument == "--json")
}
