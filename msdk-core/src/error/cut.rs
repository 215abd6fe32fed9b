//! Cuts texts at the boundary of a character.

/// The last place at or before `limit` that is no inside of a character, as `str::floor_char_boundary`, which compilers
/// older than 1.91 lack, returns it.
pub(crate) fn boundary(text: &str, limit: usize) -> usize {
    if limit >= text.len() {
        return text.len();
    }
    // A character has four bytes at most, and 0 is a boundary.
    (limit.saturating_sub(3)..=limit).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::boundary;

    #[test]
    fn no_character_is_cut() {
        let text = "a好é😀";
        let boundaries: Vec<usize> = (0..=12).map(|limit| boundary(text, limit)).collect();
        assert_eq!(boundaries, [0, 1, 1, 1, 4, 4, 6, 6, 6, 6, 10, 10, 10]);
        assert_eq!(boundary(text, usize::MAX), text.len());
        assert_eq!(boundary("", 3), 0);
        assert_eq!(boundary("😀", 3), 0);
    }
}
