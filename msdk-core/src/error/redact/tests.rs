//! Secrets that a server repeats, however it writes them.

mod layers;

use proptest::{
    collection::vec,
    prelude::{any, prop_assert, proptest},
};

use super::{Reading, Redactor, WITHHELD};
use layers::Layer;

const SIG: &str = "a40e358132d0e9457e89bf30684b6e6b";

#[test]
fn a_secret_is_replaced_where_it_stands() {
    let redactor = Redactor::new(["to/ken+1=\"\\é😀", SIG]);
    for text in ["to/ken+1=\"\\é😀", "TO/ken 1=\"\\é😀", SIG, "A40E358132D0E9457E89BF30684B6E6B"] {
        assert_eq!(redactor.redact(&format!("x={text}&y"), usize::MAX), "x=[redacted]&y", "{text}");
        assert_eq!(redactor.redact(&format!("好%{text}\\"), usize::MAX), "好%[redacted]\\", "{text}");
        assert_eq!(redactor.redact(&format!("{text},{text}"), usize::MAX), "[redacted],[redacted]", "{text}");
    }
    for text in ["", "token", "%", "\\", "%zz\\u12\\q", "\\ud800", "\\ud800\\u0041", "%f0%9f", "%+1", "好é", "%41\\n"]
    {
        assert_eq!(redactor.redact(text, usize::MAX), text);
    }
}

#[test]
fn a_text_with_a_secret_in_another_spelling_is_withheld() {
    let redactor = Redactor::new(["to/ken+1=\"\\é😀", SIG]);
    for text in [
        r#"to\/ken+1=\"\\é😀"#,
        r"to\/ken\u002b1=\u0022\u005cé\uD83D\ude00",
        r"\u0074\u006F\u002f\u006B\u0065\u006E\u002b\u0031\u003D\u0022\u005c\u00e9\ud83d\ude00",
        "to%2Fken%2b1%3D%22%5C%C3%a9%F0%9F%98%80",
        "to/ken 1%3d\"\\é😀",
        "%61%34%30%65358132d0e9457e89bf30684b6e6b",
    ] {
        assert_eq!(redactor.redact(&format!("x={text}&y"), usize::MAX), WITHHELD, "{text}");
        assert_eq!(redactor.redact(&format!("好%{text}\\ {SIG}"), usize::MAX), WITHHELD, "{text}");
    }
}

#[test]
fn an_escape_beside_a_secret_costs_nothing() {
    let redactor = Redactor::new([SIG]);
    let text = format!(r#"{{"msg":"\u4f60\n","sig":"{SIG}","to":"%2F%41\\"}}"#);
    assert_eq!(redactor.redact(&text, usize::MAX), text.replace(SIG, "[redacted]"));
}

#[test]
fn what_follows_the_end_is_not_looked_at() {
    let encoded = format!("%61{}", &SIG[1..]);
    let text = format!("{}{encoded}", "x".repeat(100));
    let redactor = Redactor::new([SIG]);
    assert_eq!(redactor.redact(&text, 100), "x".repeat(100));
    assert_eq!(redactor.redact(&text, 101), WITHHELD, "its beginning would be shown");
    assert_eq!(redactor.redact(&text.replace(&encoded, SIG), 101), format!("{}[redacted]", "x".repeat(100)));
}

#[test]
fn a_secret_with_an_escape_in_it_is_found_too() {
    let redactor = Redactor::new(["ab%41\\ncd"]);
    assert_eq!(redactor.redact("ab%41\\ncd", usize::MAX), "[redacted]");
    for text in ["ab%41\\\\ncd", "ab%2541%5Cncd", "ab%2541\\u005Cncd"] {
        assert_eq!(redactor.redact(text, usize::MAX), WITHHELD, "{text}");
    }
}

#[test]
fn a_secret_with_control_characters_is_found_in_json() {
    let secret = "a\nb\rc\td\u{8}e\u{c}f";
    let written = serde_json::to_string(secret).unwrap();
    assert_eq!(written, r#""a\nb\rc\td\be\ff""#);
    assert_eq!(Redactor::new([secret]).redact(&written, usize::MAX), WITHHELD);
}

#[test]
fn overlapping_secrets_are_gone_altogether() {
    let redactor = Redactor::new(["secret", "secret-of-all", "of-allies"]).shortening(["my-secret"]);
    assert_eq!(redactor.redact("a secret-of-allies b", usize::MAX), "a [redacted] b");
    assert_eq!(redactor.redact("a my-secret-of-all b", usize::MAX), "a my-s… b");
    assert_eq!(Redactor::new(["a", "abc", ""]).redact("abc a", usize::MAX), "abc a", "words are left alone");
}

#[test]
fn a_player_is_shortened() {
    let redactor = Redactor::new([SIG]).shortening(["69FF99F3B17436F2F6621FA158B30549", "G_1", "好人一生平安"]);
    assert_eq!(redactor.redact("no 69FF99F3B17436F2F6621FA158B30549 here, G_1", usize::MAX), "no 69FF… here, G_1");
    assert_eq!(redactor.redact("69ff99f3b17436f2f6621fa158b30549", usize::MAX), "69FF…");
    assert_eq!(redactor.redact("%E5%A5%BD人一生平安", usize::MAX), WITHHELD);
}

#[test]
fn a_secret_is_found_under_three_layers() {
    let secret = "V0uCh/er+Canary=8&Xk \"q\\Zw é😀\n";
    let redactor = Redactor::new([secret]);
    for text in [
        "voucher%3DV0uCh%252Fer%252BCanary%253D8%2526Xk%2520%2522q%255CZw%2520%25C3%25A9%25F0%259F%2598%2580%250A",
        r"voucher%3DV0uCh%2Fer%2BCanary%3D8%26Xk%20%5C%22q%5C%5CZw%20%5Cu00e9%5Cud83d%5Cude00%5Cn",
    ] {
        assert_eq!(redactor.redact(text, usize::MAX), WITHHELD);
    }
    for layers in Layer::sequences() {
        let written = layers.iter().fold(secret.to_owned(), |text, layer| layer.write(&text));
        let (plain, in_another) = ("x=[redacted]&%ab[redacted]\\", WITHHELD);
        let expected = if redactor.redact(&written, usize::MAX) == "[redacted]" { plain } else { in_another };
        assert_eq!(redactor.redact(&format!("x={written}&%ab{written}\\"), usize::MAX), expected, "{layers:?}");
    }
}

#[test]
fn a_secret_behind_a_stray_escape_is_found() {
    let redactor = Redactor::new(["ab%41\\ncd", "bell"]);
    for text in [
        "%ab%2541%5Cncd",
        "\\ab%2541%5Cncd",
        "%25ab%252541%255Cncd",
        "%%%\\u00ab%2541\\\\ncd",
        "\\\\bel%6c",
        "\\bel%6c",
    ] {
        assert_eq!(redactor.redact(text, usize::MAX), WITHHELD, "{text}");
    }
    assert_eq!(redactor.redact("\\bell", usize::MAX), "\\[redacted]");
}

#[test]
fn a_secret_is_found_as_hexadecimal_digits() {
    let redactor = Redactor::new(["Secret-é"]).shortening(["好人一生平安"]);
    assert_eq!(redactor.redact("0x5365637265742DC3A9, 5365637265742dc3a9", usize::MAX), "0x[redacted], [redacted]");
    assert_eq!(redactor.redact("%35365637265742dc3a9", usize::MAX), WITHHELD);
    assert_eq!(redactor.redact("E5A5BDE4BABAE4B880E7949FE5B9B3E5AE89", usize::MAX), "好人一生…");
}

#[test]
fn the_openid_of_anybody_is_shortened_in_print() {
    const FRIEND: &str = "69FF99F3B17436F2F6621FA158B30549";
    let redactor = Redactor::new([SIG, "69FF99F3", "b17436"]);
    let friend = "0aFF99F3B17046F2F6621FA158B30549";
    let long = format!("{friend}0");
    for (text, expected) in [
        (format!("no {friend}, {friend}"), "no 0aFF…, 0aFF…".to_owned()),
        (format!("{friend}好"), "0aFF…好".to_owned()),
        (format!("%22{friend}%22"), "%220aFF…%22".to_owned()),
        (format!("%252522{friend}"), "%2525220aFF…".to_owned()),
        (format!("\\u0022{friend}"), "\\u00220aFF…".to_owned()),
        (format!("{long} {}", &friend[1..]), format!("{long} {}", &friend[1..])),
        (format!("22{friend}"), format!("22{friend}")),
        (format!("{FRIEND} {SIG}"), "[redacted] [redacted]".to_owned()),
    ] {
        assert_eq!(redactor.redact_for_print(&text, usize::MAX), expected);
    }
    let text = format!("%22{friend} {friend}");
    assert_eq!(redactor.redact(&text, usize::MAX), text, "what is not printed is kept");
}

#[test]
fn a_secret_is_found_in_base64() {
    let redactor = Redactor::new(["Secret-é>??", "short"]);
    for text in ["U2VjcmV0LcOpPj8/", "eFNlY3JldC3DqT4/Pw==", "eHlTZWNyZXQtw6k-Pz8"] {
        let redacted = redactor.redact(text, usize::MAX);
        assert!(redacted.contains("[redacted]") && redacted.len() < "[redacted]".len() + 8, "{redacted}");
        let escaped = text.replace('/', "%2f").replace('-', "%2D").replace('l', "%6C").replace("U2", "\\u00552");
        assert_eq!(redactor.redact(&escaped, usize::MAX), WITHHELD, "{escaped}");
    }
    assert_eq!(redactor.redact("c2hvcnQ=", usize::MAX), "c2hvcnQ=", "words are left alone");
}

/// Counts instead of measuring: what is read of a text, and how often, does not depend on what a server sends.
#[test]
fn no_text_is_read_more_than_so_often() {
    let near = format!("{}b", "a".repeat(400));
    let slashes = format!("{}b", "\\".repeat(16));
    let redactor = Redactor::new([near.as_str(), slashes.as_str(), SIG]);
    for piece in ["a", "\\", "%", "%25", "\\u005c", "\\u0", "%2", "%5c", "\\u0025", "%5Cu0025"] {
        let text = piece.repeat((1 << 20) / piece.len());
        let (seen, read) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
        let (window, _) = redactor.window(&text, 1 << 16);
        Reading::of(window).any_deeper(&|reading| {
            seen.set(seen.get() + 1);
            read.set(read.get() + reading.bytes().len());
            false
        });
        assert!(seen.get() <= 14 && read.get() <= 14 * (2 << 16), "{piece}: {} in {}", read.get(), seen.get());
        let redacted = redactor.redact(&text, 1 << 16);
        assert_eq!(redacted, text[..1 << 16], "{piece}");
    }
}

proptest! {
    #[test]
    fn no_secret_is_left_under_any_layers(
        secret in "[ -~éß好😀\n\t]{12,20}",
        before in "[%\\\\u02a-f好 ]{0,8}",
        after in "[%\\\\u05-9n\" ]{0,8}",
        inner in vec(any::<Layer>(), 0..=3),
        outer in vec(any::<Layer>(), 0..=3),
    ) {
        let outer = &outer[..outer.len().min(3 - inner.len())];
        let written = inner.iter().fold(secret.clone(), |text, layer| layer.write(&text));
        let text = outer.iter().fold(format!("{before}{written}{after}"), |text, layer| layer.write(&text));
        let redacted = Redactor::new([secret.as_str()]).redact(&text, usize::MAX);
        prop_assert!(redacted == WITHHELD || redacted.contains("[redacted]"), "{text:?}");
        for left in redacted.split("[redacted]") {
            prop_assert!(!layers::tells(left, &secret), "{left:?} is left of {text:?}");
        }
    }
}
