//! The proxy that requests go through.

use reqwest::Url;

use crate::{error::Error, wire::transport::wrong};

/// A proxy that reqwest can use.
pub(super) struct Proxy {
    pub(super) route: reqwest::Proxy,
    /// Its host and port, as errors name it: without the password that the URL may have.
    pub(super) address: String,
    host: String,
}

impl Proxy {
    /// Reads a URL. What reqwest would not use it would leave out, and send requests past it: that is refused here.
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        // Errors show nothing of the text, since it may have a password.
        let refuse = |rule: &str| Err(wrong("proxy", format!("the proxy {rule}")));
        let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let Ok(url) = Url::parse(&text) else {
            return refuse("is not a URL; write one such as `http://proxy.example:3128`");
        };
        match url.scheme() {
            "http" => {}
            "https" if cfg!(feature = "tls") => {}
            "https" => return refuse("is https, and this build has no TLS; turn the feature `tls` on"),
            _ => return refuse("is of a scheme that is not known; it must start with `http://` or `https://`"),
        }
        let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
            return refuse("has no host");
        };
        if port == 0 {
            return refuse("has the port 0, to which nothing connects");
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return refuse("must be an address alone, without a path or a query");
        }
        let (address, host) = (format!("{host}:{port}"), host.to_owned());
        let Ok(route) = reqwest::Proxy::all(url) else { return refuse("cannot be used") };
        Ok(Self { route, address, host })
    }

    pub(super) fn is_host(&self, host: &str) -> bool {
        self.host.eq_ignore_ascii_case(host)
    }
}
