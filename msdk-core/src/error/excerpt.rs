//! What of a server's text may be shown.

/// Replaces secrets that a server sends back.
pub(crate) struct Redactor<'a>(Vec<&'a str>);

impl<'a> Redactor<'a> {
    /// Takes the secrets of a call. One of a few characters is left alone: it would tear up ordinary words, and it is
    /// no secret of the platform's.
    pub(crate) fn new(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut secrets: Vec<&str> = secrets.into_iter().filter(|secret| secret.len() >= 4).collect();
        // The longest first, so that a secret which another one starts with does not leave the rest of that one.
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        Self(secrets)
    }

    /// Returns the text with every secret replaced, as it is or as JSON may write it.
    pub(crate) fn redact(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in self.0.iter().filter(|secret| secret.len() <= text.len()).copied().collect::<Vec<_>>() {
            for form in [secret, &secret.escape_debug().to_string(), &secret.replace('/', "\\/")] {
                if text.contains(form) {
                    text = text.replace(form, "[redacted]");
                }
            }
        }
        text
    }
}

/// The first 200 characters of a body, without secrets, with everything escaped that could forge a log line.
pub(crate) fn excerpt(body: &[u8], redactor: &Redactor<'_>) -> String {
    const LENGTH: usize = 200;
    let text = redactor.redact(&String::from_utf8_lossy(body));
    let mut excerpt: String = text.chars().take(LENGTH).flat_map(char::escape_debug).collect();
    if text.chars().nth(LENGTH).is_some() {
        excerpt.push('…');
    }
    excerpt
}
