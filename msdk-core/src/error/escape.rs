//! Escapes texts from outside before they are printed.

use std::fmt::{self, Write as _};

/// Writes a text of someone else's without anything that could forge a log line, command a terminal, or make it read
/// otherwise than it is: control, format and invisible characters, quotes and backslashes are escaped.
pub(crate) const fn escaped(text: &str) -> Escaped<'_> {
    Escaped { text, most: usize::MAX }
}

pub(crate) struct Escaped<'a> {
    text: &'a str,
    most: usize,
}

impl Escaped<'_> {
    /// Cuts the text behind `most` characters, where it is longer.
    pub(crate) const fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.text.chars();
        for character in characters.by_ref().take(self.most) {
            match character {
                // It is quoted in double ones.
                '\'' => f.write_char(character)?,
                _ if is_invisible(character) => write!(f, "{}", character.escape_unicode())?,
                _ => write!(f, "{}", character.escape_debug())?,
            }
        }
        if characters.next().is_some() { f.write_char('…') } else { Ok(()) }
    }
}

/// Letters and symbols that show nothing, which the standard library takes for printable.
const fn is_invisible(character: char) -> bool {
    matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_could_forge_a_line_is_escaped() {
        let text = "\r\n\t\0\u{1b}[31m\u{7f}\u{85}\"\\ don't 好 é 😀";
        assert_eq!(escaped(text).to_string(), r#"\r\n\t\0\u{1b}[31m\u{7f}\u{85}\"\\ don't 好 é 😀"#);
    }

    #[test]
    fn a_long_text_is_cut() {
        for (text, expected) in [("", ""), ("ab\n", r"ab\n"), ("ab\nc", r"ab\n…"), ("好好好好", "好好好…")] {
            assert_eq!(escaped(text).at_most(3).to_string(), expected);
        }
    }

    #[test]
    fn what_does_not_show_is_escaped() {
        // The category Cf of Unicode, separators of lines, and blanks of all kinds.
        let ranges = [
            '\u{80}'..='\u{a0}',
            '\u{ad}'..='\u{ad}',
            '\u{600}'..='\u{605}',
            '\u{61c}'..='\u{61c}',
            '\u{6dd}'..='\u{6dd}',
            '\u{70f}'..='\u{70f}',
            '\u{890}'..='\u{891}',
            '\u{8e2}'..='\u{8e2}',
            '\u{180e}'..='\u{180e}',
            '\u{2000}'..='\u{200f}',
            '\u{2028}'..='\u{202f}',
            '\u{205f}'..='\u{2064}',
            '\u{2066}'..='\u{206f}',
            '\u{feff}'..='\u{feff}',
            '\u{fff9}'..='\u{fffb}',
            '\u{110bd}'..='\u{110bd}',
            '\u{110cd}'..='\u{110cd}',
            '\u{13430}'..='\u{1343f}',
            '\u{1bca0}'..='\u{1bca3}',
            '\u{1d173}'..='\u{1d17a}',
            '\u{e0001}'..='\u{e0001}',
            '\u{e0020}'..='\u{e007f}',
            '\u{fe00}'..='\u{fe0f}',
            '\u{e000}'..='\u{f8ff}',
            '\u{115f}'..='\u{1160}',
            '\u{3000}'..='\u{3000}',
            '\u{3164}'..='\u{3164}',
            '\u{2800}'..='\u{2800}',
            '\u{ffa0}'..='\u{ffa0}',
        ];
        for character in ranges.into_iter().flatten() {
            let expected = character.escape_unicode().to_string();
            assert_eq!(escaped(character.encode_utf8(&mut [0; 4])).to_string(), expected);
        }
    }
}
