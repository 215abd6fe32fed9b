//! The words that the pages have for things, and names that the protocol reserves.

/// The heads of a column of names.
pub(crate) const NAMES: &[&str] = &[
    "参数名称",
    "参数名",
    "参数",
    "参数字段",
    "字段",
    "字段名",
    "字段名称",
    "名称",
    "变量名",
    "属性",
    "name",
    "parameter",
    "field",
    "param",
    "key",
];

/// The heads of a column of codes.
pub(crate) const CODES: &[&str] = &["返回码", "错误码", "错误码值", "返回值", "code", "ret", "platcode"];

/// The heads of a column of types.
pub(crate) const KINDS: &[&str] = &["类型", "参数类型", "数据类型", "字段类型", "变量类型", "type"];

/// The heads of a column of descriptions.
pub(crate) const ABOUTS: &[&str] = &[
    "描述",
    "参数描述",
    "说明",
    "参数说明",
    "字段说明",
    "含义",
    "含义说明",
    "参数含义",
    "意义",
    "备注",
    "注释",
    "解释",
    "description",
    "desc",
];

/// The heads of a column that says whether a field may be left out.
pub(crate) const REQUIRED: &[&str] = &[
    "必选",
    "必填",
    "必须",
    "是否必选",
    "是否必填",
    "是否必须",
    "是否必需",
    "是否必传",
    "是否可选",
    "可选",
    "required",
];

/// The heads of a column of defaults.
pub(crate) const DEFAULTS: &[&str] = &["默认值", "缺省值", "default"];

/// The heads of a column of lengths.
pub(crate) const LENGTHS: &[&str] = &["长度", "最大长度", "长度限制", "length", "max length"];

/// The heads of columns that are of no use here.
const OTHERS: &[&str] = &["示例", "例子", "处理", "处理方式", "措施"];

/// Whether a cell can be the head of a first column.
pub(crate) fn is_first_head(cell: &str) -> bool {
    is_word(cell, NAMES) || is_word(cell, CODES)
}

/// Whether a cell can be the head of a column.
pub(crate) fn is_head(cell: &str) -> bool {
    is_first_head(cell) || [KINDS, ABOUTS, REQUIRED, DEFAULTS, LENGTHS, OTHERS].iter().any(|words| is_word(cell, words))
}

/// Whether a cell is one of the words, but for case, punctuation and a remark in parentheses.
pub(crate) fn is_word(cell: &str, words: &[&str]) -> bool {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || "*:：　`".contains(c)).to_ascii_lowercase();
    let cell = cell.split(['(', '（']).next().unwrap_or_default().trim().to_owned();
    words.contains(&cell.as_str())
}

/// What belongs to the envelope of every answer, so that no reply declares it.
pub(crate) const ENVELOPE: &[&str] = &["ret", "msg", "platCode", "msdkExtInfo", "err_type"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_with_what_people_add_to_them() {
        assert!(is_word(" **参数名称**：", NAMES) && is_word("Type（类型）", KINDS) && is_head("返回码"));
        assert!(!is_head("获取用户信息") && !is_first_head("描述"));
    }
}
