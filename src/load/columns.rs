//! Lines set in columns: a table in a plain text, whose cells are no sentences.

use super::stamps::Line;
use crate::document::{Block, BlockKind};

/// So many blanks part two cells; a justified line has fewer between its words.
const GAP: &str = "   ";
/// A row has so many cells at least: two are a date and what happened on it.
const CELLS: usize = 3;
/// A cell has no more words: what has is a sentence, as in a list of "date | place | what happened".
const WORDS: usize = 4;
/// So many rows, one below the other, are a table.
const ROWS: usize = 2;

/// The rows of tables.
pub(super) fn rows(lines: &[Line<'_>]) -> impl Iterator<Item = Block> {
    let runs = lines.chunk_by(|a, b| is_row(a) == is_row(b));
    runs.filter(|run| run.len() >= ROWS && run.first().is_some_and(is_row))
        .flatten()
        .map(|line| line.block(BlockKind::Boilerplate))
}

fn is_row(line: &Line<'_>) -> bool {
    let parts = line.text.trim().split(['\t', '|']);
    let cells = parts.flat_map(|part| part.split(GAP));
    let words = cells.map(|cell| cell.split_whitespace().count());
    let mut full = words.filter(|&words| words > 0);
    let short = full.clone().all(|words| words <= WORDS);
    short && full.nth(CELLS - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(text: &str) -> usize {
        let mut at = 0;
        let lines: Vec<Line<'_>> = text
            .split_inclusive('\n')
            .map(|text| {
                at += text.len();
                Line {
                    text: text.trim_end(),
                    at: at - text.len(),
                    taken: false,
                }
            })
            .collect();
        rows(&lines).count()
    }

    #[test]
    fn lines_of_three_cells_below_each_other_are_rows() {
        assert_eq!(
            rows_of("Visits      2018     2019\nTokyo       12       7\n"),
            2
        );
        assert_eq!(rows_of("Visits\t2018\t2019\nTokyo\t12\t7\nThe end.\n"), 2);
        assert_eq!(rows_of("| Visits | 2018 | 2019 |\n| Tokyo | 12 | 7 |\n"), 2);
    }

    #[test]
    fn a_date_beside_its_event_and_a_justified_line_are_prose() {
        assert_eq!(
            rows_of("4 May 2019    The envoys met.\n5 May 2019    They left.\n"),
            0
        );
        assert_eq!(
            rows_of("The  envoys  met  in  Oslo\non  the  fourth  of  May  to\n"),
            0
        );
        assert_eq!(
            rows_of("Tokyo      12       7\nThe envoys met in Oslo.\n"),
            0
        );
        let digest = "16 March | Tokyo | Blinken met Motegi and Kishi for talks\n";
        assert_eq!(rows_of(&digest.repeat(3)), 0);
    }
}
