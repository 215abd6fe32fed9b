//! How deep an answer may be nested.

use super::DecodeError;

/// The platform's answers have three levels. A value is read again for each level of it that is declared, and a type may
/// contain itself: this bounds the time and the stack that takes.
const MOST_LEVELS: usize = 32;

/// Refuses JSON that is nested too deep. It must be valid.
pub(super) fn check(json: &str) -> Result<(), DecodeError> {
    // Nearly all answers have fewer brackets than they may have levels.
    if json.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() <= MOST_LEVELS {
        return Ok(());
    }
    let (mut levels, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => levels += 1,
            b']' | b'}' if !in_string => levels = levels.saturating_sub(1),
            _ => {}
        }
        if levels > MOST_LEVELS {
            return Err(DecodeError::new("at most 32 levels of nesting", "more"));
        }
    }
    Ok(())
}
