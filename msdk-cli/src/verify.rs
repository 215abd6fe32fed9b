//! `msdk verify`: the verdict of the gateway for tests on one request, without a gateway.

mod query;

use std::time::SystemTime;

use msdk::{
    ErrorKind, Lang, Secret, UnixTime,
    bytes::Bytes,
    errors::ErrorSample,
    http::Request,
    metadata::{Metadata, Method},
    protocol::MsdkSigner,
};
use msdk_mock::{Gateway, Refusal};
use serde_json::{Value, json};

use crate::{
    args,
    curl::{self, Given},
    failure::Failure,
    output::Output,
    registry, settings,
    words::{self, say},
};

/// The exit code if something is wrong.
const WRONG: u8 = 6;
/// The `ret` for a signature that is wrong.
const SIGNATURE: i64 = -502;
/// The `ret` for a body that is empty.
const NO_BODY: i64 = -501;
/// What the `msg` of a refusal begins with if the request is too old, or its time is no time.
const AGE: &str = "-25,";

/// Says what is wrong with a request. What is wrong with its envelope is put right before the rest is judged, so that one
/// mistake does not hide the next.
pub(crate) fn verify(verify: &args::Verify, lang: Lang) -> Result<Output, Failure> {
    let line = if verify.request == "-" { settings::text_of("-")? } else { verify.request.clone() };
    let body = verify.body.as_deref().map(settings::text_of).transpose()?;
    let mut case = Case::new(curl::read(&line, body)?, verify)?;
    let endpoint = case.endpoint();
    case.judge();
    let problems = case.problems.iter().map(|refusal| problem(refusal, endpoint, lang));
    let notes: Vec<String> = case.notes.iter().map(|note| note.in_lang(lang)).collect();
    let json = json!({
        "right": case.problems.is_empty(),
        "endpoint": endpoint.map(|endpoint| endpoint.name),
        "problems": problems.collect::<Value>(),
        "notes": notes,
    });
    let mut lines: Vec<String> = case.problems.iter().map(|refusal| line_of(refusal, endpoint, lang)).collect();
    if lines.is_empty() {
        lines.push(say(lang, "right: nothing in it breaks a rule", "正确：没有违反任何规则").to_owned());
    }
    lines.extend(notes.iter().map(|note| format!("{}{note}", say(lang, "note: ", "说明："))));
    let output = Output::new(lines.join("\n"), json);
    Ok(if case.problems.is_empty() { output } else { output.with_code(WRONG) })
}

/// What the gateway says, in Chinese with its own words below, and where the vendor's document has the rule.
fn line_of(refusal: &Refusal, endpoint: Option<&Metadata>, lang: Lang) -> String {
    let Refusal { ret, msg, .. } = refusal;
    let said = match (lang, refusal.in_chinese()) {
        (Lang::Zh, Some(chinese)) => format!("有误：{chinese}（ret {ret}）\n      msg: {msg}"),
        (Lang::Zh, None) => format!("有误：{msg}（ret {ret}）"),
        _ => format!("wrong: {msg} (ret {ret})"),
    };
    let sections = words::of_sections(&refusal.sections(endpoint), lang);
    if sections.is_empty() {
        return said;
    }
    format!("{said}\n      {}{sections}", say(lang, "the vendor's document: ", "官方文档："))
}

/// What the gateway says, and what the catalogue says about its code.
fn problem(refusal: &Refusal, endpoint: Option<&'static Metadata>, lang: Lang) -> Value {
    let known = endpoint.map(|endpoint| {
        let refused = ErrorSample::described(endpoint, ErrorKind::Refused);
        refused.ret(refusal.ret).msg(refusal.msg.as_str()).build()
    });
    json!({
        "ret": refusal.ret,
        "msg": refusal.msg,
        "text": words::of_gateway(&refusal.msg, lang),
        "sections": refusal.sections(endpoint),
        "meaning": known.as_ref().and_then(msdk::Error::meaning).map(|text| text.in_lang(lang)),
        "remedy": known.as_ref().map(|error| error.remedy().in_lang(lang)),
    })
}

/// A request that is judged.
struct Case {
    request: Request<Bytes>,
    has_body: bool,
    app_id: String,
    key: Secret,
    /// The time as of which it is judged.
    now: i64,
    problems: Vec<Refusal>,
    notes: Vec<Note>,
}

/// What was not judged.
enum Note {
    /// The signature, for want of a key, which this variable could have.
    Signature(&'static str),
    Body,
}

impl Note {
    fn in_lang(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Signature(key), Lang::Zh) => format!("没有检查签名，因为既没有设置 {key}，也没有给出 --key-file"),
            (Self::Signature(key), _) => {
                format!("the signature was not checked, since neither {key} nor --key-file is there")
            }
            (Self::Body, Lang::Zh) => "没有检查请求体，因为没有给出：--body".to_owned(),
            (Self::Body, _) => "the body was not judged, since none was given: --body".to_owned(),
        }
    }
}

impl Case {
    fn new(given: Given, verify: &args::Verify) -> Result<Self, Failure> {
        let Given { mut request, has_body } = given;
        let sender = query::get(&request, "appid").unwrap_or_default();
        let sender = sender.strip_prefix("G_").unwrap_or(&sender);
        let is_wechat = sender.starts_with("wx");
        let (of_app_id, of_key) =
            (if is_wechat { "MSDK_WX_APP_ID" } else { "MSDK_APP_ID" }, settings::key_variable(is_wechat));
        let app_id = settings::or_variable(None, of_app_id)?.unwrap_or_else(|| sender.to_owned());
        let mut notes = Vec::new();
        let key = settings::app_key(verify.key_file.as_deref(), of_key)?.unwrap_or_else(|| {
            notes.push(Note::Signature(of_key));
            let made_up = Secret::new("made up");
            if query::get(&request, "sig").is_some_and(|sig| is_digest(&sig)) {
                sign(&mut request, &made_up);
            }
            made_up
        });
        let now = UnixTime::from(SystemTime::now()).as_secs();
        // An old request is judged as of its own time, if it is one in seconds.
        let sent = query::get(&request, "timestamp").and_then(|time| time.parse().ok());
        let sent = sent.filter(|time| !verify.now && *time < 10_000_000_000);
        Ok(Self { request, has_body, app_id, key, now: sent.unwrap_or(now), problems: Vec::new(), notes })
    }

    /// The endpoint at the path, slashes at its ends or not.
    fn endpoint(&self) -> Option<&'static Metadata> {
        let path = self.request.uri().path().trim_matches('/');
        registry::entries().map(|entry| entry.metadata).find(|metadata| metadata.path.trim_matches('/') == path)
    }

    /// Gathers what is wrong.
    fn judge(&mut self) {
        if !self.has_body && self.endpoint().is_some_and(|endpoint| endpoint.method == Method::POST) {
            *self.request.method_mut() = Method::POST.into();
        }
        // The time and the signature can each be put right once.
        for _ in 0..3 {
            match self.refusal() {
                None => return,
                Some(refusal) if refusal.ret == NO_BODY && !self.has_body => {
                    self.notes.push(Note::Body);
                    return;
                }
                Some(refusal) => {
                    let mended = self.mend(&refusal);
                    self.problems.push(refusal);
                    if !mended {
                        return;
                    }
                }
            }
        }
    }

    fn refusal(&self) -> Option<Refusal> {
        let gateway = Gateway::builder().clock(UnixTime::from_secs(self.now));
        let gateway = if self.app_id.starts_with("wx") {
            gateway.wechat(&self.app_id, self.key.clone())
        } else {
            gateway.app(&self.app_id, self.key.clone())
        };
        gateway.in_process().check(self.request.clone()).err()
    }

    /// Puts the time or the signature right; says whether that was it.
    fn mend(&mut self, refusal: &Refusal) -> bool {
        let is_of_time = refusal.msg.starts_with(AGE);
        if is_of_time {
            query::set(&mut self.request, "timestamp", &self.now.to_string());
        }
        let is_mended = is_of_time || refusal.ret == SIGNATURE;
        if is_mended {
            sign(&mut self.request, &self.key);
        }
        is_mended
    }
}

fn sign(request: &mut Request<Bytes>, key: &Secret) {
    let timestamp = query::get(request, "timestamp").unwrap_or_default();
    let sig = MsdkSigner::new(key.clone()).signature(&timestamp);
    query::set(request, "sig", sig.expose());
}

/// Whether a text is 32 hexadecimal digits in lower case.
fn is_digest(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
