//! The base URL that calls are sent to, checked and cut into its parts.

use http::{
    Uri,
    uri::{Authority, Scheme},
};

use crate::error::{Error, SettingsError};

/// An `http` or `https` URL without a query, to which the path of an endpoint is appended.
#[derive(Debug, Clone)]
pub(super) struct BaseUrl {
    text: String,
    scheme: Scheme,
    authority: Authority,
    /// Where the path of an endpoint begins in the text.
    path: usize,
}

impl BaseUrl {
    pub(super) fn parse(text: &str) -> Result<Self, Error> {
        let refuse =
            |rule: &str| Err(Error::config(SettingsError::invalid("base_url", format!("the base URL {rule}"))));
        if text.contains('#') {
            return refuse("must not have a fragment");
        }
        let after_scheme = text.split_once("://").map_or(text, |(_, rest)| rest);
        if !after_scheme.split(['/', '?']).next().unwrap_or_default().is_ascii() {
            return refuse("has a host outside of ASCII; write it in punycode, as in `xn--fiqs8s`");
        }
        // The `http` crate takes them in a path, where HTTP does not.
        if !text.is_ascii() {
            return refuse("has characters outside of ASCII; percent-encode them");
        }
        let Ok(uri) = text.parse::<Uri>() else {
            return refuse("is not a URL; write one such as `http://msdktest.qq.com`");
        };
        match uri.scheme_str() {
            Some("http") => {}
            Some("https") if cfg!(feature = "tls") => {}
            Some("https") => return refuse("is https, and this build has no TLS; turn the feature `tls` on"),
            _ => return refuse("must start with `http://` or `https://`"),
        }
        let Some(authority) = uri.authority() else { return refuse("has no host") };
        if authority.host().is_empty() {
            return refuse("has no host");
        }
        if authority.as_str().contains('@') {
            return refuse("must not have a user name or a password");
        }
        if authority.as_str().len() > authority.host().len() && authority.port_u16().is_none() {
            return refuse("has a port that is no number from 1 to 65535");
        }
        if authority.port_u16() == Some(0) {
            return refuse("has the port 0, to which nothing connects");
        }
        if uri.query().is_some() {
            return refuse("must not have a query; the client writes it");
        }
        let authority = authority.clone();
        let text = text.trim_end_matches('/').to_owned();
        let path = text.find("://").map_or(0, |scheme| scheme + 3) + authority.as_str().len();
        let scheme = uri.scheme().cloned().unwrap_or(Scheme::HTTP);
        Ok(Self { text, scheme, authority, path })
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    pub(super) const fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    pub(super) const fn authority(&self) -> &Authority {
        &self.authority
    }

    /// What stands before the path of every endpoint.
    pub(super) fn prefix(&self) -> &str {
        self.text.get(self.path..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn takes_hosts_ports_and_prefixes() {
        for (text, kept) in [
            ("http://msdktest.qq.com", "http://msdktest.qq.com"),
            ("http://msdktest.qq.com/", "http://msdktest.qq.com"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://[::1]:8080/msdk/", "http://[::1]:8080/msdk"),
        ] {
            let url = BaseUrl::parse(text).unwrap();
            assert_eq!(url.as_str(), kept);
            assert_eq!(format!("{}://{}{}", url.scheme(), url.authority(), url.prefix()), kept);
        }
    }

    #[test]
    fn refuses_what_no_path_can_follow() {
        for (text, rule) in [
            ("", "is not a URL"),
            ("msdktest.qq.com", "must start with"),
            ("ftp://msdktest.qq.com", "must start with"),
            ("http://", "is not a URL"),
            ("http://a b", "is not a URL"),
            ("http://host\r\nX: y", "is not a URL"),
            ("http://user:secret@host", "user name"),
            ("http://host:99999", "port"),
            ("http://host?x=1", "query"),
            ("http://host#x", "fragment"),
            ("http://host:0", "port 0"),
            ("http://host/é", "percent-encode"),
            ("http://中国/", "punycode"),
            ("http://bücher.example:80/é", "punycode"),
        ] {
            let error = BaseUrl::parse(text).unwrap_err().to_string();
            assert!(error.contains(rule), "{text:?}: {error}");
            assert!(!error.contains("secret"));
        }
    }
}
