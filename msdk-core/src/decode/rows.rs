//! Removes from an answer the rows about players who were not asked about.

use super::Json;

/// Takes the rows out of an answer whose `openid` was not asked about; returns the rest of the text and how many rows it
/// lacks, or nothing if there are none of them.
pub(crate) fn without_others(text: &str, is_asked: &dyn Fn(&str) -> bool) -> Option<(String, usize)> {
    let answer = Json::document(text).and_then(Json::object).ok()?;
    let (mut rest, mut others) = (String::from("{"), 0);
    for (index, (key, value)) in answer.entries().enumerate() {
        if index > 0 {
            rest.push(',');
        }
        rest.push_str(&serde_json::Value::from(key).to_string());
        rest.push(':');
        let Ok(rows) = value.items(Ok) else {
            rest.push_str(value.as_str());
            continue;
        };
        let kept: Vec<&str> = rows.iter().filter(|row| is_of(**row, is_asked)).map(|row| row.as_str()).collect();
        others += rows.len() - kept.len();
        rest.push('[');
        rest.push_str(&kept.join(","));
        rest.push(']');
    }
    rest.push('}');
    (others > 0).then_some((rest, others))
}

/// Whether a row is about somebody who was asked about, or about nobody.
fn is_of(row: Json<'_>, is_asked: &dyn Fn(&str) -> bool) -> bool {
    let openid = row.object().ok().and_then(|row| row.find("openid").ok().flatten());
    openid.and_then(|openid| openid.text().ok()).is_none_or(|openid| is_asked(&openid))
}

#[cfg(test)]
mod tests {
    use super::without_others;

    #[test]
    fn rows_about_others_are_taken_out_and_nothing_else_is_touched() {
        let is_asked = |openid: &str| openid == "A";
        let answer =
            r#"{"ret":0,"lists":[{"openid":"A"},{"x":1,"openid":"B"},7],"marks":[["B"]],"a\"":{"openid":"B"}}"#;
        let rest = r#"{"ret":0,"lists":[{"openid":"A"},7],"marks":[["B"]],"a\"":{"openid":"B"}}"#;
        assert_eq!(without_others(answer, &is_asked), Some((rest.to_owned(), 1)));
        assert_eq!(without_others(rest, &is_asked), None);
        assert_eq!(without_others("[]", &is_asked), None);
    }
}
