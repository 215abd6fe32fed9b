//! Makes the excerpt of a server's body that an error shows.

use super::{Redactor, escaped};
use crate::error::cut::boundary;

/// The characters that are shown.
const LENGTH: usize = 200;

/// The bytes that a character has at most.
const MOST_BYTES: usize = 4;

/// The first 200 characters of a body's first `end` bytes, without secrets, with everything escaped that could forge a
/// log line.
///
/// Of a long body only the beginning is looked at, so far that a secret across the cut is still found.
pub(crate) fn excerpt(body: &str, end: usize, redactor: &Redactor<'_>) -> String {
    let end = boundary(body, end.min(LENGTH * MOST_BYTES));
    let window = body.get(..boundary(body, end.saturating_add(redactor.reach()))).unwrap_or(body);
    let redacted = redactor.redact_beginning(window, end);
    let unseen = end < body.len() && redacted.chars().nth(LENGTH).is_none();
    format!("{}{}", escaped(&redacted).at_most(LENGTH), if unseen { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, excerpt};
    use crate::error::Redactor;

    const SECRET: &str = "0123456789abcdef";

    fn shown(body: impl AsRef<[u8]>) -> String {
        let body = String::from_utf8_lossy(body.as_ref());
        excerpt(&body, body.len(), &Redactor::new([SECRET]))
    }

    #[test]
    fn the_beginning_is_shown() {
        assert_eq!(shown(""), "");
        assert_eq!(shown("x".repeat(LENGTH)), "x".repeat(LENGTH));
        assert_eq!(shown("x".repeat(LENGTH + 1)), format!("{}…", "x".repeat(LENGTH)));
        assert_eq!(shown("😀".repeat(LENGTH)), "😀".repeat(LENGTH));
        assert_eq!(shown("😀".repeat(LENGTH + 1)), format!("{}…", "😀".repeat(LENGTH)));
        assert_eq!(shown(b"\xff\x1b[m\r\n"), "\u{fffd}\\u{1b}[m\\r\\n");
    }

    #[test]
    fn a_secret_across_the_cut_is_hidden() {
        let encoded: String =
            SECRET.bytes().flat_map(|byte| format!("\\u{byte:04x}").into_bytes()).map(char::from).collect();
        for secret in [SECRET, &encoded] {
            for filling in ["x", "好", "😀"] {
                for before in LENGTH - 20..=LENGTH {
                    let shown = shown(format!("{}{secret}{}", filling.repeat(before), "z".repeat(1000)));
                    assert!(!shown.contains('0') && shown.ends_with('…'), "{shown}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_looked_at_is_not_shown() {
        assert_eq!(excerpt("abc", 2, &Redactor::default()), "ab…");
        // A redacted text is shorter than what it stands for, so that less than could be is shown.
        let secret: String = (100..143).map(|number| number.to_string()).collect();
        let body = format!("{}zz{secret}{}", secret.repeat(7), "z".repeat(1 << 20));
        let shown = excerpt(&body, body.len(), &Redactor::new([secret.as_str()]));
        assert_eq!(shown, format!("{}…", "[redacted]".repeat(7)));
    }
}
