//! A broken rule of a request.

use std::{borrow::Cow, fmt};

use crate::describe::field::Breach;

/// A rule that a request breaks, with the field it is about. It never has the text of a field,
/// and of an integer out of its range only where the field is no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    field: String,
    rule: Cow<'static, str>,
    rule_zh: Option<Cow<'static, str>>,
    /// Whether it is about what the player's client brought: the openid and the token of the session.
    of_player: bool,
}

impl Violation {
    pub(crate) fn new(field: impl Into<String>, rule: impl Into<Cow<'static, str>>) -> Self {
        let rule = rule.into();
        let rule_zh = Self::zh_of_rule(&rule);
        Self { field: field.into(), rule, rule_zh, of_player: false }
    }

    /// Makes one about what the player's client brought.
    pub(crate) fn of_player(field: &'static str, rule: impl Into<Cow<'static, str>>) -> Self {
        Self { of_player: true, ..Self::new(field, rule) }
    }

    pub(crate) const fn is_of_player(&self) -> bool {
        self.of_player
    }

    /// Returns the field by its wire name, with the way to it: `param[3].data`.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// Returns the rule: "must have at most 45 bytes of UTF-8, has 48".
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// Returns the rule in Chinese: "的 UTF-8 编码最多 45 字节，现为 48". There is none for what the endpoint's author wrote.
    pub fn rule_zh(&self) -> Option<&str> {
        self.rule_zh.as_deref()
    }

    /// Returns what a rule is in Chinese that was read somewhere, such as in a refusal of the gateway for tests; none for a
    /// rule that is not from here.
    ///
    /// ```
    /// # use msdk_core::errors::Violation;
    /// let rule = Violation::zh_of_rule("must have at most 45 bytes of UTF-8, has 48");
    /// assert_eq!(rule.as_deref(), Some("的 UTF-8 编码最多 45 字节，现为 48"));
    /// ```
    pub fn zh_of_rule(rule: &str) -> Option<Cow<'static, str>> {
        let of_limit = || Breach::read(rule).map(|breach| breach.in_chinese().into());
        without_numbers(rule).map(Cow::Borrowed).or_else(of_limit)
    }
}

/// What rules that have no numbers are in Chinese.
fn without_numbers(rule: &str) -> Option<&'static str> {
    const RULES: [(&str, &str); 16] = [
        ("must not be empty", "不能为空"),
        ("is required", "必填"),
        ("must be an integer", "必须是整数"),
        ("is none of the endpoint's fields", "不是该接口的字段"),
        ("must not have control characters, such as a line break", "不能含换行等控制字符"),
        ("must not have control characters", "不能含控制字符"),
        ("must be ASCII letters, digits and underscores", "只能含 ASCII 字母、数字和下划线"),
        ("is not one of its values", "不在取值范围内"),
        ("is sent in quotes, so it must be a number", "以带引号的数字发送，必须是数字"),
        ("is joined with others, so it must be a text or a number", "与其他值拼接发送，必须是文本或数字"),
        ("is joined, so it must be a list", "以拼接形式发送，必须是列表"),
        ("is joined with commas, so no item may be empty or have one", "以逗号拼接，各项不能为空或含逗号"),
        ("must be a finite number", "必须是有限的数"),
        ("is a listed code, so `Other` must not hold it", "是已列出的取值，不能放在 Other 中"),
        ("is too long for a URL", "超出 URL 的长度上限"),
        ("cannot be written by serde as JSON", "无法由 serde 写成 JSON"),
    ];
    RULES.iter().find(|(en, _)| *en == rule).map(|(_, zh)| *zh)
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.field, self.rule)
    }
}
