//! A search for many texts at once.

/// Texts that are looked for, by their first two bytes.
pub(super) struct Index<'n> {
    /// In order, each with the number that it was given with.
    texts: Vec<(&'n [u8], usize)>,
    /// One bit for each pair of bytes that a text begins with.
    pairs: Vec<u64>,
}

impl<'n> Index<'n> {
    /// Takes texts of at least two bytes; shorter ones are not found.
    pub(super) fn new(texts: impl IntoIterator<Item = &'n [u8]>) -> Self {
        let mut pairs = vec![0; (1 << 16) / 64];
        let mut texts: Vec<_> = texts.into_iter().zip(0..).collect();
        texts.sort_unstable();
        for (text, _) in &texts {
            if let Some((word, bit)) = pair(text, 0).map(place_of_pair)
                && let Some(word) = pairs.get_mut(word)
            {
                *word |= bit;
            }
        }
        Self { texts, pairs }
    }

    /// Returns the texts that begin at a place, by their numbers, and where each ends.
    pub(super) fn at(&self, text: &[u8], place: usize) -> impl Iterator<Item = (usize, usize)> {
        let (rest, texts) = self.beginning_alike(text, place).unwrap_or_default();
        let found = texts.iter().filter(move |(text, _)| rest.starts_with(text));
        found.map(move |(text, number)| (*number, place + text.len()))
    }

    /// The rest of a text, and what has its first two bytes in common with it.
    fn beginning_alike<'t>(&self, text: &'t [u8], place: usize) -> Option<(&'t [u8], &[(&'n [u8], usize)])> {
        let (word, bit) = place_of_pair(pair(text, place)?);
        if self.pairs.get(word)? & bit == 0 {
            return None;
        }
        let rest = text.get(place..)?;
        let begin = rest.get(..2)?;
        let texts = self.texts.get(self.texts.partition_point(|(text, _)| *text < begin)..)?;
        Some((rest, texts.get(..texts.partition_point(|(text, _)| text.starts_with(begin)))?))
    }
}

fn pair(text: &[u8], place: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*text.get(place)?, *text.get(place + 1)?]))
}

fn place_of_pair(pair: u16) -> (usize, u64) {
    (usize::from(pair / 64), 1 << (pair % 64))
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn every_text_is_found_where_it_begins() {
        let index = Index::new([&b"abc"[..], b"ab", b"bc", b"b", b"", b"abd"]);
        let at = |place| index.at(b"xabcab", place).collect::<Vec<_>>();
        assert_eq!(
            (0..8).map(at).collect::<Vec<_>>(),
            [vec![], vec![(1, 3), (0, 4)], vec![(2, 4)], vec![], vec![(1, 6)], vec![], vec![], vec![]]
        );
    }
}
