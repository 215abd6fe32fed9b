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
            if let Some((word, bit)) = pair(text).map(place_of_pair)
                && let Some(word) = pairs.get_mut(word)
            {
                *word |= bit;
            }
        }
        Self { texts, pairs }
    }

    /// Returns the texts that begin at a place, by their numbers, and where each ends.
    pub(super) fn at(&self, text: &[u8], place: usize) -> impl Iterator<Item = (usize, usize)> {
        let rest = text.get(place..).unwrap_or_default();
        let found = self.beginning_alike(rest).iter().filter(move |(text, _)| rest.starts_with(text));
        found.map(move |(text, number)| (*number, place + text.len()))
    }

    /// Returns what has its first two bytes in common with a text.
    fn beginning_alike(&self, text: &[u8]) -> &[(&'n [u8], usize)] {
        let (Some((word, bit)), Some(first)) = (pair(text).map(place_of_pair), text.get(..2)) else { return &[] };
        if self.pairs.get(word).is_none_or(|bits| bits & bit == 0) {
            return &[];
        }
        let start = self.texts.partition_point(|(text, _)| *text < first);
        let texts = self.texts.get(start..).unwrap_or_default();
        texts.get(..texts.partition_point(|(text, _)| text.starts_with(first))).unwrap_or_default()
    }
}

fn pair(text: &[u8]) -> Option<u16> {
    text.first_chunk().map(|pair| u16::from_be_bytes(*pair))
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
