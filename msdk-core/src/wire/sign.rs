//! Signing: how a request proves to the platform which app sends it.

use std::{fmt, sync::Mutex};

use arrayvec::ArrayString;
use http::HeaderMap;
use md5::{Digest, Md5};
use zeroize::Zeroize as _;

use crate::describe::{Method, Secret};

/// Signs requests.
///
/// The platform's scheme is [`MsdkSigner`]; other gateways of the vendor sign differently. This one wants an HMAC-like
/// digest over everything that is sent, with the keys of the query in order:
///
/// ```
/// # extern crate msdk_core as msdk;
/// use msdk::{protocol::{Signer, Unsigned}, Secret};
/// # fn digest(text: &str) -> String { format!("{:08x}", text.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31) + u32::from(byte))) }
///
/// #[derive(Debug)]
/// struct Sorted {
///     app_key: Secret,
/// }
///
/// impl Signer for Sorted {
///     fn sign(&self, request: &Unsigned<'_>) -> Vec<(&'static str, Secret)> {
///         let mut query = request.query.to_vec();
///         query.sort_unstable();
///         let query: Vec<String> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
///         let body = String::from_utf8_lossy(request.body);
///         let text = format!("{:?}&{}&{}&{body}&{}", request.method, request.path, query.join("&"), self.app_key.expose());
///         vec![("sign_type", Secret::new("sorted")), ("sig", Secret::new(digest(&text)))]
///     }
/// }
///
/// let client = msdk::Client::builder()
///     .app_id("100703379")
///     .signer(Sorted { app_key: Secret::new("key") })
///     .base_url("http://127.0.0.1:8080")
///     .build()?;
/// # Ok::<(), msdk::Error>(())
/// ```
pub trait Signer: fmt::Debug + Send + Sync + 'static {
    /// Returns the query parameters that prove who sends `request`. It is asked for each attempt anew.
    fn sign(&self, request: &Unsigned<'_>) -> Vec<(&'static str, Secret)>;

    /// Returns the platform's own signature of a timestamp, if that is all that a request is signed by.
    #[doc(hidden)]
    fn of_time(&self, _: &str) -> Option<Signature> {
        None
    }

    /// The secrets besides the client's app key that must not be printed should a server send them back.
    fn secrets(&self) -> Vec<&Secret> {
        Vec::new()
    }
}

/// A request that has yet to be signed.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Unsigned<'a> {
    /// The method.
    pub method: Method,
    /// The path of the endpoint, without the base URL, values in the place of their names in braces.
    pub path: &'a str,
    /// The time in seconds since 1970, the very text that the query carries.
    pub timestamp: &'a str,
    /// The query so far, names and values, not yet encoded.
    pub query: &'a [(&'static str, &'a str)],
    /// The endpoint's own headers, if it has any.
    pub headers: Option<&'a HeaderMap>,
    /// The body.
    pub body: &'a [u8],
}

impl fmt::Debug for Unsigned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unsigned").field("path", &self.path).field("timestamp", &self.timestamp).finish_non_exhaustive()
    }
}

/// The platform's scheme: `sig` is the MD5 of the app key followed by the timestamp, in lower-case hexadecimal digits.
#[derive(Clone)]
pub struct MsdkSigner {
    /// What every signature begins with, the app key, taken in.
    keyed: Md5,
    last: Last,
}

/// The last timestamp that a request was signed by, and its signature: all requests of one second have the same. A clone
/// starts without.
#[derive(Default)]
struct Last(Mutex<Option<(ArrayString<20>, Signature)>>);

impl Clone for Last {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for MsdkSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MsdkSigner").finish_non_exhaustive()
    }
}

impl MsdkSigner {
    /// Makes a signer from the key that belongs to the app id.
    pub fn new(app_key: impl Into<Secret>) -> Self {
        Self { keyed: Md5::new().chain_update(app_key.into().expose()), last: Last::default() }
    }

    /// Returns the signature of a timestamp.
    pub fn signature(&self, timestamp: &str) -> Secret {
        Secret::new(base16ct::lower::encode_string(&self.digest(timestamp)))
    }

    pub(crate) fn sign_time(&self, timestamp: &str) -> Signature {
        let mut signature = Signature([0; 32]);
        // The digits have the room that is asked for.
        let _ = base16ct::lower::encode(&self.digest(timestamp), &mut signature.0);
        signature
    }

    fn digest(&self, timestamp: &str) -> [u8; 16] {
        self.keyed.clone().chain_update(timestamp).finalize().into()
    }
}

/// An MD5 in hexadecimal digits, which is never printed.
#[doc(hidden)]
#[derive(Clone)]
pub struct Signature([u8; 32]);

impl Drop for Signature {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}

impl Signature {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signature(…)")
    }
}

impl Signer for MsdkSigner {
    fn sign(&self, request: &Unsigned<'_>) -> Vec<(&'static str, Secret)> {
        vec![("sig", self.signature(request.timestamp))]
    }

    fn of_time(&self, timestamp: &str) -> Option<Signature> {
        // Nobody waits for the last signature: it takes no longer to make it again.
        let Ok(mut last) = self.last.0.try_lock() else { return Some(self.sign_time(timestamp)) };
        if let Some((signed, signature)) = &*last
            && signed == timestamp
        {
            return Some(signature.clone());
        }
        let signature = self.sign_time(timestamp);
        *last = ArrayString::from(timestamp).ok().map(|signed| (signed, signature.clone()));
        Some(signature)
    }
}

#[cfg(test)]
mod tests {
    use super::{MsdkSigner, Signer as _, Unsigned};
    use crate::describe::{Method, Secret};

    #[test]
    fn signs_the_key_followed_by_the_timestamp() {
        let vectors = [
            ("", "111111", "96e79218965eb72c92a549dd5a330112"),
            ("0123456789abcdef0123456789abcdef", "1381288134", "a40e358132d0e9457e89bf30684b6e6b"),
            ("testkey", "1425513600", "9e3e3171a3056288800ea5a72754855f"),
            ("ABCDEF", "01234567890", "33499105fabef4878a15e260bc418598"),
        ];
        for (app_key, timestamp, signature) in vectors {
            assert_eq!(MsdkSigner::new(app_key).signature(timestamp).expose(), signature);
        }
    }

    #[test]
    fn a_timestamp_that_is_signed_again_has_the_same_signature_and_another_has_its_own() {
        let signer = MsdkSigner::new("testkey");
        let longer = "1".repeat(30);
        for timestamp in ["1425513600", "1425513600", "1425513601", &longer, &longer, "1425513600"] {
            let expected = signer.signature(timestamp);
            assert_eq!(signer.of_time(timestamp).unwrap().as_str(), expected.expose());
            assert_eq!(signer.clone().of_time(timestamp).unwrap().as_str(), expected.expose());
            let last = signer.last.0.lock().unwrap();
            let kept = last.as_ref().map(|(signed, signature)| (signed.as_str(), signature.as_str()));
            assert_eq!(kept, (timestamp != longer).then_some((timestamp, expected.expose())), "for the next request");
        }
        let held = signer.last.0.lock().unwrap();
        let expected = signer.signature("1425513602");
        assert_eq!(signer.of_time("1425513602").unwrap().as_str(), expected.expose(), "nobody waits");
        drop(held);
    }

    #[test]
    fn joins_key_and_timestamp_without_a_plus() {
        assert_ne!(MsdkSigner::new("appkey").signature("1381288134").expose(), "5988a4ff88e41bcff1200f194cb7a685");
        assert_eq!(MsdkSigner::new("appkey+").signature("1381288134").expose(), "5988a4ff88e41bcff1200f194cb7a685");
    }

    #[test]
    fn a_request_is_signed_by_its_timestamp_and_printed_without_its_query() {
        let query = [("openid", "A3284A81")];
        let timestamp = "1425513600";
        let (method, path, headers) = (Method::GET, "/game/ping/", None);
        let request = Unsigned { method, path, timestamp, query: &query, headers, body: b"{}" };
        let signature = Secret::new("9e3e3171a3056288800ea5a72754855f");
        assert_eq!(MsdkSigner::new("testkey").sign(&request), [("sig", signature)]);
        assert_eq!(format!("{request:?}"), r#"Unsigned { path: "/game/ping/", timestamp: "1425513600", .. }"#);
    }
}
