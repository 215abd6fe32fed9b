//! A server that repeats what must not be shown, in each place that an error shows of an answer.

use msdk::{
    Client, ClientBuilder, Error, ErrorKind, Secret, Session, msdk_endpoint, msdk_reply,
    policy::{ExtInfo, RetryPolicy},
    protocol::{MsdkSigner, Signer, Unsigned},
};

use crate::support::{APP_KEY, OPENID, Ping, Script, TOKEN, http, ping, session, settings};

/// A secret that a signer keeps beside the app key.
const PRIVATE: &str = "q8Vd0sXwZ3mR7tYk";

#[derive(Debug)]
struct WithSecret {
    usual: MsdkSigner,
    private: Secret,
}

impl Signer for WithSecret {
    fn sign(&self, request: &Unsigned<'_>) -> Vec<(&'static str, Secret)> {
        self.usual.sign(request)
    }

    fn secrets(&self) -> Vec<&Secret> {
        vec![&self.private]
    }
}

fn client(base_url: &str) -> ClientBuilder {
    settings(base_url).signer(WithSecret { usual: MsdkSigner::new(APP_KEY), private: PRIVATE.into() })
}

/// Returns the signature of every request of a test, since its clock stands still.
fn signature(client: &Client) -> String {
    let request = client.prepare(&session(), Ping::default()).unwrap();
    let query = request.uri().query().unwrap().to_owned();
    query.split('&').find_map(|pair| pair.strip_prefix("sig=")).unwrap().to_owned()
}

/// Fails a call in each way in which an error shows what a server sent.
async fn errors_that_repeat(text: &str) -> Vec<(ErrorKind, Error)> {
    let repeating = session().with_ext_info("call_7");
    let cases = [
        (ErrorKind::HttpStatus, session(), http("500 Oops", text)),
        (ErrorKind::MalformedAnswer, session(), http("200 OK", &format!(r#"{{"ret":0,"pong":[],"text":"{text}"}}"#))),
        (ErrorKind::Refused, session(), http("200 OK", &format!(r#"{{"ret":-1,"msg":"{text}"}}"#))),
        (ErrorKind::Refused, session(), http("200 OK", &format!(r#"{{"ret":-1,"msdkExtInfo":"{text}"}}"#))),
        (ErrorKind::MismatchedAnswer, repeating, http("200 OK", &format!(r#"{{"ret":0,"msdkExtInfo":"{text}"}}"#))),
        (ErrorKind::Transport, session(), http(&format!("200 OK\r\nContent-Encoding: {text}"), "")),
        (ErrorKind::HttpStatus, session(), http(&format!("302 Moved\r\nLocation: http://{}/", host(text)), text)),
    ];
    let mut errors = Vec::new();
    for (kind, session, answer) in cases {
        let script = Script::raw([answer]).await;
        let client = client(&script.base_url).ext_info(ExtInfo::Never).build().unwrap();
        errors.push((kind, ping(&client, &session, Ping::default()).await.unwrap_err()));
    }
    errors
}

/// A host's name with a text that reaches across the place where a long name is cut.
fn host(text: &str) -> String {
    format!("{}.{}", "x".repeat(75), text.replace(' ', "-"))
}

/// Everything that an error tells of an answer, each by itself.
fn told(error: &Error) -> Vec<String> {
    let texts = [error.excerpt(), error.raw_answer(), error.msg(), error.ext_info()];
    let texts = texts.into_iter().flatten().map(str::to_owned);
    texts.chain([error.to_string(), format!("{error:?}"), format!("{error:#?}")]).collect()
}

#[tokio::test]
async fn no_secret_is_in_anything_that_an_error_tells() {
    let signature = signature(&client("http://127.0.0.1:1").build().unwrap());
    for secret in [TOKEN, APP_KEY, PRIVATE, signature.as_str(), OPENID] {
        // As it is, and in another letter case.
        for secret in [secret.to_owned(), secret.to_lowercase()] {
            for (kind, error) in errors_that_repeat(&format!("no {secret} here")).await {
                assert_eq!(error.kind(), kind);
                for text in told(&error) {
                    // A part would be enough to know it by.
                    let is_shown = text.to_lowercase().contains(&secret[..12].to_lowercase());
                    assert!(!is_shown, "{secret} is shown, {kind:?}: {text}");
                }
                let is_replaced = |text: &String| {
                    ["no [redacted] here", "no A328… here"].iter().any(|as_told| text.contains(as_told))
                };
                assert!(kind == ErrorKind::Transport || told(&error).iter().any(is_replaced), "{kind:?}: {error:?}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_encoded_is_withheld() {
    let in_hex = TOKEN.bytes().fold(String::new(), |text, byte| format!("{text}%{byte:02x}"));
    let in_units = TOKEN.bytes().fold(String::new(), |text, byte| format!("{text}\\u{byte:04x}"));
    // Of JSON, a `msg` is shown as it reads.
    for (encoded, in_msg) in [(in_hex.as_str(), "[withheld"), (&in_units, "[redacted]")] {
        let withheld = |text: Option<&str>| text.is_some_and(|text| text.starts_with("[withheld"));
        for (kind, error) in errors_that_repeat(encoded).await {
            match kind {
                ErrorKind::HttpStatus | ErrorKind::MalformedAnswer => {
                    assert!(withheld(error.excerpt()) && withheld(error.raw_answer()), "{error:?}");
                }
                ErrorKind::MismatchedAnswer => assert!(withheld(error.raw_answer()), "{error:?}"),
                _ => {}
            }
            assert!(told(&error).iter().all(|text| !text.contains(encoded)), "{error:?}");
            assert!(
                error.msg().unwrap_or_default().is_empty() || error.msg().unwrap().starts_with(in_msg),
                "{error:?}"
            );
        }
    }
}

#[tokio::test]
async fn an_own_ext_info_may_be_anything() {
    let own = format!("call_of_{OPENID}");
    let script = Script::bodies([&*format!(r#"{{"ret":-1,"msdkExtInfo":"{own}"}}"#)]).await;
    let session = Session::new(OPENID, TOKEN).with_ext_info(&*own);
    let error = ping(&client(&script.base_url).build().unwrap(), &session, Ping::default()).await.unwrap_err();
    assert_eq!(error.ext_info(), Some(&*own));
}

#[tokio::test]
async fn a_success_shows_no_secret_either() {
    let body = format!(r#"{{"ret":0,"pong":1,"msg":"hello {TOKEN}","msdkExtInfo":"{TOKEN}"}}"#);
    let script = Script::bodies([&*body]).await;
    let client = client(&script.base_url).ext_info(ExtInfo::Never).build().unwrap();
    let answer = client.call(&session(), Ping::default()).answer().await.unwrap();
    assert_eq!((answer.msg.as_str(), answer.ext_info.as_deref()), ("hello [redacted]", Some("[redacted]")));
}

#[tokio::test]
async fn what_may_be_repeated_has_its_record_too() {
    let body = r#"{"ret":0,"pong":"seven gifts"}"#;
    let script = Script::bodies([body]).await;
    let client = client(&script.base_url).retry_policy(RetryPolicy::never()).build().unwrap();
    let error = client.call(&session(), Ping::default()).repeatable().await.unwrap_err();
    assert_eq!(error.raw_answer(), Some(body));
}

#[tokio::test]
async fn what_a_server_sends_back_is_shown_without_secrets() {
    // The signature of the time at which the clock of the tests stands.
    let sig = "a40e358132d0e9457e89bf30684b6e6b";
    let echo = format!("\r\nERROR forged {TOKEN} {APP_KEY} ?sig={sig}&openid=x");
    let json = serde_json::json!({ "ret": -1, "msg": echo }).to_string();
    let script = Script::raw([http("500 Oops", &echo), http("200 OK", &echo), http("200 OK", &json)]).await;
    let client = settings(&script.base_url).build().unwrap();
    for _ in 0..3 {
        let error: Error = ping(&client, &session(), Ping::default()).await.unwrap_err();
        let printed = format!("{error} {error:?} {:?}", error.msg());
        assert!(printed.contains("[redacted]") && !printed.contains(TOKEN) && !printed.contains(APP_KEY), "{printed}");
        assert!(!printed.contains(sig), "{printed}");
        assert!(!error.to_string().contains(['\r', '\n']), "one line: {error}");
    }
}

/// Sends secrets in every way a body can hold them.
#[msdk_endpoint(path = "/game/secrets/", method = POST, reply = (), app_key = "appkey")]
struct Secrets {
    list: Vec<Secret>,
    #[msdk(secret)]
    payload: Vec<String>,
    #[msdk(secret, range = 0..=9)]
    pin: u32,
    extra: Option<Secret>,
}

#[tokio::test]
async fn every_secret_of_a_request_is_kept_out_of_errors() {
    let canaries = ["canary-list", "canary-text", "canary\"quoted", APP_KEY];
    let script = Script::raw([http("500 Oops", &canaries.join(" "))]).await;
    let client = settings(&script.base_url).build().unwrap();
    let [list, text, quoted, _] = canaries.map(str::to_owned);
    let request = |pin| Secrets {
        list: vec![list.as_str().into()],
        payload: vec![text.clone()],
        pin,
        extra: Some(quoted.as_str().into()),
    };
    let printed = format!("{:?}", client.call(&session(), request(7)).await.unwrap_err());
    assert_eq!(printed.matches("[redacted]").count(), canaries.len(), "{printed}");

    let error = client.call(&session(), request(4711)).await.unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "`pin` is not one of its values");
}

/// Asks for a ticket.
#[msdk_endpoint(path = "/game/ticket/", method = POST)]
struct Ticket;

#[msdk_reply]
struct TicketReply {
    #[msdk(secret)]
    ticket: String,
    left: u32,
}

#[tokio::test]
async fn a_secret_of_the_server_is_known_by_its_name() {
    const TICKET: &str = "9f1c7a4e55";
    let body = format!(r#"{{"ret":0,"ticket":"{TICKET}","left":-1,"refreshToken":"{TICKET}"}}"#);
    let script = Script::raw([http("200 OK", &body), http("500 Oops", &body)]).await;
    let client = settings(&script.base_url).build().unwrap();
    for kind in [ErrorKind::MalformedAnswer, ErrorKind::HttpStatus] {
        let error = ticket(&client, &session(), Ticket).await.map(|reply| (reply.ticket, reply.left)).unwrap_err();
        assert_eq!(error.kind(), kind);
        assert!(error.excerpt().unwrap().contains("[redacted]"), "{error}");
        let everything = format!("{error} {error:?} {:?} {:?}", error.excerpt(), error.raw_answer());
        assert!(!everything.contains(TICKET), "{everything}");
    }
}

#[tokio::test]
async fn a_secret_in_a_header_is_not_shown() {
    let body = r#"{"ret":0,"pong":1}"#;
    for header in
        [format!("302 Moved\r\nLocation: http://{TOKEN}.else.where/"), format!("200 OK\r\nContent-Encoding: {TOKEN}")]
    {
        let script = Script::raw([http(&header, body)]).await;
        let error = ping(&settings(&script.base_url).build().unwrap(), &session(), Ping::default()).await.unwrap_err();
        let line = error.to_string();
        assert!(line.contains("[redacted]") && !line.to_uppercase().contains(TOKEN), "{line}");
    }
}
