//! The forms in which a secret is looked for.

use zeroize::Zeroizing;

/// The bytes of a text of which base64 is long enough not to be an ordinary word.
const LEAST_OF_BASE64: usize = 8;

/// Returns the forms of a text, folded: as it is, as hexadecimal digits, and in base64.
pub(super) fn forms(text: &str) -> Vec<Zeroizing<Vec<u8>>> {
    let digits = Zeroizing::new(base16ct::lower::encode_string(text.as_bytes()));
    let mut forms = vec![fold(text.as_bytes()), fold(digits.as_bytes())];
    if text.len() >= LEAST_OF_BASE64 {
        // What comes before a secret decides how its bits fall into digits.
        forms.extend((0..3).map(|before| base64(text.as_bytes(), before)));
    }
    forms.into_iter().map(Zeroizing::new).collect()
}

/// Makes equal what is written differently: letter cases, a space in a form, and the two alphabets of base64.
pub(super) fn fold(text: &[u8]) -> Vec<u8> {
    let fold = |byte: &u8| match byte {
        b'+' | b'-' => b' ',
        b'_' => b'/',
        byte => byte.to_ascii_lowercase(),
    };
    text.iter().map(fold).collect()
}

/// The part of a form that is looked for in decoded text. A stray `%` or `\u` before an encoded secret takes up to four
/// of its first characters with it.
pub(super) fn core(form: &[u8]) -> &[u8] {
    form.get((form.len() / 3).min(4)..).unwrap_or(form)
}

/// The base64 digits of a text behind so many other bytes, without those that depend on its neighbours; case is folded.
fn base64(text: &[u8], before: usize) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Zeroizing::new(Vec::with_capacity(before + text.len()));
    bytes.resize(before, 0);
    bytes.extend_from_slice(text);
    let (first, end) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
    let digit = |place: usize| {
        let (byte, shift) = (place * 6 / 8, 10 - place * 6 % 8);
        let pair = [byte, byte + 1].map(|place| bytes.get(place).copied().unwrap_or_default());
        DIGITS.get(usize::from(u16::from_be_bytes(pair) >> shift & 0x3f)).copied()
    };
    let digits = Zeroizing::new((first..end).filter_map(digit).collect::<Vec<_>>());
    fold(&digits)
}

#[cfg(test)]
mod tests {
    use super::{base64, fold};

    #[test]
    fn base64_is_that_of_any_neighbours() {
        for (whole, before) in [("U2VjcmV0LcOpPj8/", 0), ("eFNlY3JldC3DqT4/Pw==", 1), ("eHlTZWNyZXQtw6k+Pz8=", 2)] {
            let digits = base64("Secret-é>??".as_bytes(), before);
            let whole = fold(whole.as_bytes());
            let found = whole.windows(digits.len()).any(|window| window == digits);
            assert!(found && digits.len() >= 14, "{}", String::from_utf8_lossy(&digits));
        }
    }
}
