pub(crate) fn escaped(text: &str) -> impl std::fmt::Display + '_ {
    text.escape_debug()
}
