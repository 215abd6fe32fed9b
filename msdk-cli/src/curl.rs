//! Requests as curl lines, out and in.

use std::{borrow::Cow, fmt::Write as _};

use bytes::Bytes;
use http::{Request, Uri};

use crate::{failure::Failure, settings};

/// Writes a request as a curl line, each of its texts as `shown` returns it.
pub(crate) fn line(request: &Request<Bytes>, shown: impl Fn(&str) -> String) -> String {
    let text = |bytes: &[u8]| shown(&String::from_utf8_lossy(bytes));
    let mut line = format!("curl -X {} {}", request.method(), quoted(&shown(&request.uri().to_string())));
    for (name, value) in request.headers() {
        let _ = write!(line, " -H {}", quoted(&format!("{name}: {}", text(value.as_bytes()))));
    }
    if !request.body().is_empty() {
        let _ = write!(line, " --data-raw {}", quoted(&text(request.body())));
    }
    line
}

fn quoted(text: &str) -> Cow<'_, str> {
    shlex::try_quote(text).unwrap_or_else(|_| Cow::Owned(format!("{text:?}")))
}

/// A request that somebody gave.
pub(crate) struct Given {
    pub(crate) request: Request<Bytes>,
    /// Whether a body was given, be it an empty one.
    pub(crate) has_body: bool,
}

/// Reads a URL or a curl line as a request.
pub(crate) fn read(text: &str, body: Option<String>) -> Result<Given, Failure> {
    let text = text.trim();
    let words = if text.starts_with("curl ") {
        // A line may go on behind a backslash.
        let text = text.replace("\\\r\n", " ").replace("\\\n", " ");
        shlex::split(&text).ok_or_else(|| Failure::usage("the curl line has a quote without an end"))?
    } else {
        vec!["curl".to_owned(), text.to_owned()]
    };
    let mut line = Line { data: body, ..Line::default() };
    let mut words = words.into_iter().skip(1);
    while let Some(word) = words.next() {
        line.take(&word, &mut words)?;
    }
    line.finish()
}

/// What a curl line says.
#[derive(Default)]
struct Line {
    url: Option<String>,
    method: Option<String>,
    data: Option<String>,
    headers: Vec<String>,
}

impl Line {
    fn take(&mut self, word: &str, rest: &mut impl Iterator<Item = String>) -> Result<(), Failure> {
        let (name, joined) = match word.split_once('=').filter(|(name, _)| name.starts_with("--")) {
            Some((name, value)) => (name, Some(value.to_owned())),
            // `-XPOST`, `-H'...'`
            None if is_short(word) => {
                word.split_at_checked(2).map_or((word, None), |(name, value)| (name, Some(value.to_owned())))
            }
            None => (word, None),
        };
        let mut value = || joined.clone().filter(|value| !value.is_empty()).or_else(|| rest.next());
        match name {
            "-X" | "--request" => self.method = value(),
            "-H" | "--header" => self.headers.extend(value()),
            "--url" => self.url = value(),
            "-d" | "--data" | "--data-ascii" | "--data-binary" | "--json" => {
                let text = value().unwrap_or_default();
                self.add(if text.starts_with('@') { settings::text_of(&text)? } else { text });
            }
            "--data-raw" => {
                let text = value().unwrap_or_default();
                self.add(text);
            }
            "-o" | "--output" | "-A" | "--user-agent" | "-m" | "--max-time" | "--connect-timeout" | "-x"
            | "--proxy" => {
                value();
            }
            _ if word.contains("://") => self.url = Some(word.to_owned()),
            _ => {}
        }
        Ok(())
    }

    /// Adds to the body, as curl does where there are several pieces.
    fn add(&mut self, piece: String) {
        self.data = Some(match self.data.take() {
            Some(before) => format!("{before}&{piece}"),
            None => piece,
        });
    }

    fn finish(self) -> Result<Given, Failure> {
        let url = self.url.ok_or_else(|| Failure::usage("there is no URL, which begins with http:// or https://"))?;
        let uri: Uri = url.parse().map_err(|_| {
            Failure::usage("the URL cannot be read: what is none of `A-Za-z0-9-._~` has to be percent-encoded")
        })?;
        let has_body = self.data.is_some();
        let method = self.method.unwrap_or_else(|| if has_body { "POST" } else { "GET" }.to_owned());
        let mut builder = Request::builder().method(method.as_str()).uri(uri);
        for (name, value) in self.headers.iter().filter_map(|header| header.split_once(':')) {
            builder = builder.header(name.trim(), value.trim());
        }
        let request = builder.body(Bytes::from(self.data.unwrap_or_default()));
        let request = request.map_err(|error| Failure::usage(format!("the request cannot be read: {error}")))?;
        Ok(Given { request, has_body })
    }
}

/// Whether a word is an option of one letter with its value right behind it.
fn is_short(word: &str) -> bool {
    ["-X", "-H", "-d"].iter().any(|name| word.starts_with(name))
}
