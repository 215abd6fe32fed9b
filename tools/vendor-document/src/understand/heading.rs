//! What a heading says: the number of a section, what the section is for, the path of an interface.

use super::path;
use crate::read::text::trim;

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Intro,
    Input,
    Output,
    Call,
    Sample,
    Codes,
}

impl Role {
    /// Whether an interface may begin with it.
    pub(super) fn is_first(self) -> bool {
        matches!(self, Self::Intro | Self::Input)
    }

    /// What the title of a section says it is for. The first that fits counts: `返回码` is about codes, not answers.
    fn of(title: &str) -> Option<Self> {
        let words: [(Self, &[&str]); 6] = [
            (Self::Codes, &["返回码", "错误码", "回码", "错误返", "error code", "return code"]),
            (Self::Sample, &["示例", "样例", "例子", "举例", "example", "sample"]),
            (
                Self::Output,
                &[
                    "输出",
                    "返回参数",
                    "返回结果",
                    "返回字段",
                    "返回值",
                    "返回说明",
                    "返回内容",
                    "出参",
                    "应答",
                    "响应",
                    "output",
                    "response",
                ],
            ),
            (
                Self::Input,
                &["输入", "请求参数", "请求字段", "请求内容", "入参", "参数说明", "参数列表", "input", "request param"],
            ),
            (Self::Call, &["调用说明", "调用方式", "请求方式", "请求地址", "接口地址", "请求说明", "接口调用", "url"]),
            (Self::Intro, &["接口说明", "接口描述", "接口介绍", "接口功能", "功能说明", "功能描述", "description"]),
        ];
        let title = title.to_lowercase();
        let found = words.iter().find(|(_, words)| words.iter().any(|word| title.contains(word)));
        found.map(|(role, _)| *role).or_else(|| (title == "说明").then_some(Self::Intro))
    }
}

/// A heading taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) number: Option<String>,
    /// How many numbers there are, 3 for `2.3.1`; 0 without a number.
    pub(super) depth: usize,
    pub(super) path: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) unreleased: bool,
    /// What is left without number, path and punctuation.
    pub(super) title: String,
}

impl Heading {
    pub(super) fn read(text: &str) -> Self {
        let text = trim(text);
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let number = text[..text.len() - rest.len()].trim_matches('.');
        // A number that is a part of a word, such as `3D`, is none.
        let number = if number.is_empty() || rest.is_empty() { None } else { Some(number.to_owned()) };
        let rest = if number.is_some() { rest.trim_start_matches(['、', '．', ')', '）']) } else { text };
        let path = path::of_heading(rest);
        let title = path.as_ref().map_or_else(
            || rest.to_owned(),
            |path| {
                let without = rest.replace(path, " ");
                without.replace(path.trim_matches('/'), " ")
            },
        );
        let title = trim(&title).trim_matches(['/', ':', '：', '-', ' ']).to_owned();
        Self {
            depth: number.as_ref().map_or(0, |number| number.split('.').count()),
            number,
            role: Role::of(&title),
            unreleased: ["仅供联调", "未发布", "尚未发布", "暂未发布", "不对外开放"]
                .iter()
                .any(|word| title.contains(word)),
            path,
            title,
        }
    }

    /// Whether it may be the title of an interface without its path: deep enough, and not that of a service.
    pub(super) fn is_about_interface(&self) -> bool {
        self.role.is_none() && (self.path.is_some() || (self.depth == 3 && !self.title.contains("服务")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_taken_apart() {
        let cases = [
            ("2.1.1/auth/verify_login", Some("2.1.1"), Some("/auth/verify_login"), None),
            ("2.1.1./auth/verify_login/", Some("2.1.1"), Some("/auth/verify_login/"), None),
            ("2.2.1 /share/qq", Some("2.2.1"), Some("/share/qq"), None),
            ("2.4.profile服务", Some("2.4"), None, None),
            ("2.3.1.1接口说明", Some("2.3.1.1"), None, Some(Role::Intro)),
            ("2.3.4.2输入参数说明", Some("2.3.4.2"), None, Some(Role::Input)),
            ("2.3.4.6 错误返（platCode）回码说明", Some("2.3.4.6"), None, Some(Role::Codes)),
            ("2.3.4.4 接口调用说明", Some("2.3.4.4"), None, Some(Role::Call)),
            ("2.4.4.6上报数据类型说明", Some("2.4.4.6"), None, None),
            ("获取好友信息(/relation/wxfriends)", None, Some("/relation/wxfriends"), None),
            ("返回参数", None, None, Some(Role::Output)),
        ];
        for (text, number, path, role) in cases {
            let heading = Heading::read(text);
            assert_eq!(
                (heading.number.as_deref(), heading.path.as_deref(), heading.role),
                (number, path, role),
                "{text}"
            );
        }
        assert!(Heading::read("2.3.8 /relation/get_vip_rich_info(仅供联调，未发布)").unreleased);
        assert_eq!(Heading::read("3.1 获取好友信息 /relation/wxfriends").title, "获取好友信息");
    }
}
