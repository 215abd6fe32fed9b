use super::*;

/// The one object of a text, written as JSON, and the slips.
fn one(text: &str) -> (String, Vec<SlipKind>) {
    let samples = find(text);
    assert_eq!(samples.len(), 1, "{text}: {samples:?}");
    (written(&samples[0].value), samples[0].slips.iter().map(|slip| slip.what).collect())
}

fn written(value: &Json) -> String {
    match value {
        Json::Null => "null".into(),
        Json::Bool => "bool".into(),
        Json::Number(number) => number.clone(),
        Json::Text(text) => format!("{text:?}"),
        Json::List(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(",")),
        Json::Object(entries) => {
            let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key}:{}", written(value))).collect();
            format!("{{{}}}", entries.join(","))
        }
        Json::Other(word) => format!("?{word}"),
    }
}

#[test]
fn slips_are_understood_and_told() {
    let cases: &[(&str, &str, &[SlipKind])] = &[
        (r#"{"a": 1, "b": [true, null]}"#, "{a:1,b:[bool,null]}", &[]),
        ("{\"a\": 1, // int\n \"b\": /* x */ 2}", "{a:1,b:2}", &[SlipKind::Comment, SlipKind::Comment]),
        ("{'a': “x”}", "{a:\"x\"}", &[SlipKind::Quotes]),
        ("{\"a\": “x\"}", "{a:\"x\"}", &[SlipKind::Quotes]),
        ("{maxNum:\"2000\"}", "{maxNum:\"2000\"}", &[SlipKind::BareKey]),
        ("{guestid\":\"G_1\"}", "{guestid:\"G_1\"}", &[SlipKind::BareKey]),
        ("{\"a\": 1\n\"b\": 2}", "{a:1,b:2}", &[SlipKind::MissingComma]),
        ("{\"a\": [1, 2,],}", "{a:[1,2]}", &[SlipKind::TrailingComma]),
        ("{\"a\": \"http://x\n\", \"b\": 1}", "{a:\"http://x\",b:1}", &[SlipKind::LineBreak]),
        ("{\"a\": \"x\u{3000}\",\n\u{3000}\"b\": 1}", "{a:\"x\",b:1}", &[SlipKind::WideSpace]),
        ("{\"a\": \"x,\n\"b\": 1}", "{a:\"x\",b:1}", &[SlipKind::Quotes, SlipKind::MissingComma]),
        ("{\"a\": xxx, \"b\": ...}", "{a:?xxx,b:?...}", &[SlipKind::BareValue]),
        ("{\"a\": [{\"b\": 1}", "{a:[{b:1}]}", &[SlipKind::Unfinished]),
        ("{\"a\": 1, ...}", "{a:1}", &[SlipKind::BareKey]),
        ("{\"a\"：1，\"b\":2}", "{a:1,b:2}", &[]),
    ];
    for (text, expected, slips) in cases {
        let (value, found) = one(text);
        assert_eq!(value, *expected, "{text}");
        assert_eq!(found, *slips, "{text}");
    }
}

#[test]
fn objects_are_found_between_other_things() {
    let text = "POST /a?appid={YOUR_APPID} HTTP/1.0\n\n{\n\"a\": 1\n}\n//返回结果\n{\"ret\":0}";
    let found: Vec<_> = find(text).into_iter().map(|sample| (sample.line, written(&sample.value))).collect();
    assert_eq!(found, [(2, "{a:1}".to_owned()), (6, "{ret:0}".to_owned())]);
}

#[test]
fn nothing_makes_the_reader_fail_or_go_on_for_ever() {
    let pieces = ["{", "}", "[", "]", ":", ",", "\"", "“", "a", "1", "//", "\n", "\\", "="];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                let _ = find(&format!("{{{a}{b}{c}"));
                let _ = find(&format!("{{\"k\":{a}{b}{c}"));
            }
        }
    }
    let _ = find(&"{\"a\":".repeat(100_000));
    let _ = find(&"[{".repeat(100_000));
}
