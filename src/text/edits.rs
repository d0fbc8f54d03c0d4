//! How many edits lie between two words.

use smallvec::SmallVec;

/// Insertions, deletions, replacements and swaps of neighbours between two words; `None` if they
/// are more than `allowed` (optimal string alignment: nothing is edited twice).
pub fn edits(a: &str, b: &str, allowed: usize) -> Option<usize> {
    if a == b {
        return Some(0);
    }
    let (a_letters, b_letters) = (letters(a), letters(b));
    let own = (a_letters & !b_letters).count_ones();
    let other = (b_letters & !a_letters).count_ones();
    // An edit brings one letter and takes one away at most.
    if allowed == 0 || own.max(other) as usize > allowed {
        return None;
    }
    let (a_len, b_len) = (a.chars().count(), b.chars().count());
    if a_len.abs_diff(b_len) > allowed {
        return None;
    }
    let a: SmallVec<[char; 32]> = a.chars().collect();
    let b: SmallVec<[char; 32]> = b.chars().collect();
    // Row by row of the table of edits: the row before the last one, the last one, this one.
    let mut older: SmallVec<[usize; 32]> = SmallVec::new();
    let mut last: SmallVec<[usize; 32]> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row: SmallVec<[usize; 32]> = SmallVec::new();
        row.push(i);
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(older[j - 2] + 1);
            }
            row.push(least);
        }
        // No row after one that is too far gets nearer than the two before it allow.
        if i > 1 && last.iter().chain(&row).all(|&c| c > allowed) {
            return None;
        }
        older = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|&edits| edits <= allowed)
}

/// A bit for each letter of a word, of 64 that bytes share by chance.
fn letters(word: &str) -> u64 {
    word.bytes().fold(0, |all, byte| all | 1 << (byte & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_neighbours_are_one_edit() {
        assert_eq!(edits("seoul", "seuol", 2), Some(1));
        assert_eq!(edits("park", "parks", 1), Some(1));
        assert_eq!(edits("abe", "kishida", 3), None);
        assert_eq!(edits("", "ab", 2), Some(2));
        assert_eq!(edits("아베", "아벨", 1), Some(1));
    }
}
