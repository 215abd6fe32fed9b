//! Answers that say no.

mod chinese;

use msdk::metadata::Metadata;
use serde_json::{Map, Value, json};

/// The `ret` of a refusal that comes from the mobile-QQ platform behind the gateway.
const MOBILE_QQ: i64 = -10000;
/// The same of the platform of WeChat.
const WECHAT: i64 = -20000;

/// A refusal: what an answer other than `ret` 0 carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The code of the layer that refuses.
    pub ret: i64,
    /// The reason.
    pub msg: String,
    /// `platCode`, which the endpoints for QQ groups add, together with `is_lost`.
    pub plat_code: Option<i64>,
    /// `err_type`, the platform's own classification.
    pub err_type: Option<i64>,
}

impl Refusal {
    /// Makes a refusal of the access layer, or of any layer whose code is `ret` itself.
    pub fn access(ret: i64, text: impl Into<String>) -> Self {
        Self { ret, msg: text.into(), plat_code: None, err_type: None }
    }

    /// Makes a refusal of the mobile-QQ platform: `ret` -10000, and the code in front of the text.
    pub fn platform(code: i64, text: impl AsRef<str>) -> Self {
        Self::access(MOBILE_QQ, format!("{code},{}", text.as_ref()))
    }

    /// Makes a refusal of the platform of WeChat: `ret` -20000, and the code in front of the text.
    pub fn wechat(code: i64, text: impl AsRef<str>) -> Self {
        Self::access(WECHAT, format!("{code},{}", text.as_ref()))
    }

    /// Makes a refusal of an endpoint for QQ groups, which gives the code as `platCode` too.
    pub fn group(plat_code: i64, text: impl AsRef<str>) -> Self {
        Self { plat_code: Some(plat_code), ..Self::platform(plat_code, text) }
    }

    /// Returns the same refusal with `err_type`.
    pub fn with_err_type(self, err_type: i64) -> Self {
        Self { err_type: Some(err_type), ..self }
    }

    /// Returns the reason in Chinese; none for a text that is not the gateway's own. On the wire it is [`msg`](Self::msg), in
    /// English.
    pub fn in_chinese(&self) -> Option<String> {
        Self::chinese_of(&self.msg)
    }

    /// Returns in Chinese what the gateway wrote, be it the `msg` of a refusal or a note of
    /// [what was passed over](crate::Verdict::passed_over); none for any other text.
    ///
    /// ```
    /// use msdk_mock::Refusal;
    ///
    /// let chinese = Refusal::chinese_of("100014,accessToken is expired");
    /// assert_eq!(chinese.as_deref(), Some("100014,accessToken 已过期"));
    /// ```
    pub fn chinese_of(text: &str) -> Option<String> {
        chinese::of(text)
    }

    /// The sections of the vendor's document that have the rule which was broken, such as `1.2`, and `5` for its list of codes;
    /// none for codes that the gateway gives for no rule of a document.
    pub fn sections(&self, endpoint: Option<&Metadata>) -> Vec<String> {
        let own = || endpoint.and_then(|endpoint| section(endpoint.docs));
        let sections = match self.ret {
            -101 | -304 | -501 | -505 => [Some("1.1"), None],
            MOBILE_QQ if self.msg.starts_with("-25,") => [Some("1.2"), None],
            -502 | -506 => [Some("1.2"), None],
            -504 | -901 => [Some("1.2"), Some("1.6")],
            -1011 => [Some("1.5"), own()],
            MOBILE_QQ | WECHAT | -110 | -503 => [own(), Some("5")],
            _ => [None, None],
        };
        sections.into_iter().flatten().map(str::to_owned).collect()
    }

    /// The fields of the answer.
    pub(crate) fn into_fields(self) -> Map<String, Value> {
        let mut fields = Map::new();
        fields.insert("ret".into(), json!(self.ret));
        fields.insert("msg".into(), json!(self.msg));
        if let Some(code) = self.plat_code {
            fields.insert("platCode".into(), json!(code.to_string()));
            fields.insert("is_lost".into(), json!("0"));
        }
        if let Some(err_type) = self.err_type {
            fields.insert("err_type".into(), json!(err_type));
        }
        fields
    }
}

/// A code as `ret` itself, without a text.
impl From<i64> for Refusal {
    fn from(ret: i64) -> Self {
        Self::access(ret, "")
    }
}

/// The section of the vendor's document that an endpoint's docs name.
fn section(docs: &str) -> Option<&str> {
    let (_, behind) = docs.split_once("Section ")?;
    let number = behind.split(|found: char| !found.is_ascii_digit() && found != '.').next()?;
    Some(number.trim_end_matches('.')).filter(|number| !number.is_empty())
}

#[cfg(test)]
mod tests {
    use msdk::declare::Endpoint as _;
    use msdk_endpoints::qq::relation::QqfriendsVip;

    use super::*;

    #[test]
    fn a_refusal_has_its_sections() {
        let sections = |ret, msg: &str| Refusal::access(ret, msg).sections(Some(QqfriendsVip::META));
        assert_eq!(sections(-502, ""), ["1.2"]);
        assert_eq!(sections(-1011, ""), ["1.5", "2.3.4"]);
        assert_eq!(sections(-10000, "-25,late"), ["1.2"]);
        assert_eq!(sections(-10000, "100013,x"), ["2.3.4", "5"]);
        assert_eq!(sections(-307, ""), [""; 0]);
    }
}
