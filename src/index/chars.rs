//! Which characters occur in a word, in 64 bits.

/// One bit for each ASCII letter and digit, the rest spread over what is left. A word can only be
/// contained in another, in order or not, if its bits are.
pub fn mask(word: &str) -> u64 {
    word.chars().fold(0, |bits, c| bits | 1 << bit(c))
}

fn bit(c: char) -> u32 {
    match c {
        'a'..='z' => c as u32 - 'a' as u32,
        '0'..='9' => 26 + (c as u32 - '0' as u32),
        _ => 36 + (c as u32) % 28,
    }
}
